"""Which part of a file a player asks for."""

import pytest

from review.ranges import Part, Unsatisfiable, wanted_part


@pytest.mark.parametrize(
    ("header", "part"),
    [
        ("bytes=0-0", Part(0, 0)),
        ("bytes=0-99", Part(0, 99)),
        ("bytes=10-", Part(10, 99)),
        ("bytes=99-", Part(99, 99)),
        ("bytes=-10", Part(90, 99)),
        ("bytes=-1000", Part(0, 99)),
        ("bytes=50-1000", Part(50, 99)),
        ("BYTES= 5-6 ", Part(5, 6)),
    ],
)
def test_a_range_is_a_part_of_the_file(header: str, part: Part):
    assert wanted_part(header, 100) == part


@pytest.mark.parametrize(
    "header",
    [
        "",
        "bytes=-",
        "bytes=9-5",
        "bytes=a-b",
        "bytes=0-1,5-6",
        "lines=0-1",
        "bytes 0-1",
        "bytes=" + "9" * 5000 + "-",
        "bytes=٣-٤",
    ],
)
def test_what_makes_no_sense_gives_the_whole_file(header: str):
    assert wanted_part(header, 100) is None


@pytest.mark.parametrize(("header", "size"), [("bytes=100-", 100), ("bytes=-0", 100), ("bytes=0-", 0), ("bytes=-5", 0)])
def test_a_range_outside_of_the_file_cannot_be_given(header: str, size: int):
    with pytest.raises(Unsatisfiable):
        wanted_part(header, size)


def test_a_part_knows_its_length():
    assert Part(10, 19).length == 10


@pytest.mark.parametrize(
    ("header", "part"),
    [("bytes=0-", Part(0, 29)), ("bytes=80-", Part(80, 99)), ("bytes=0-99", Part(0, 29)), ("bytes=5-9", Part(5, 9))],
)
def test_a_piece_is_enough_for_a_player(header: str, part: Part):
    assert wanted_part(header, 100, at_once=30) == part
