from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.rules.intake import Idea, Row, check_rows, read_csv, read_yaml

CHANNELS = ("lantern", "wild_earth")
GOOD = {"channel": "lantern", "title": "The last keepers", "topic": "Life on a rock"}


def check(**changes):
    return check_rows([Row(1, GOOD | changes)], channels=CHANNELS)


def sentences(**changes):
    return " ".join(str(problem) for problem in check(**changes)[1])


def from_file(text, read=read_yaml):
    rows, problems = read(text)
    ideas, more = check_rows(rows, channels=CHANNELS)
    return ideas, " ".join(map(str, (*problems, *more)))


def test_the_smallest_idea_gets_the_usual_values():
    assert check() == ((Idea("lantern", "The last keepers", "Life on a rock", "", "normal", None, None),), ())


def test_a_full_idea_is_read_as_it_stands():
    ideas, _ = check(
        story_direction=" Slow. ", priority="High", privacy="public", publish_at="2027-01-31T18:00:00+01:00"
    )

    assert ideas[0].story_direction == "Slow."
    assert (ideas[0].priority, ideas[0].privacy) == ("high", "public")
    assert ideas[0].publish_at.utcoffset() == timedelta(hours=1)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"title": " "}, "Row 1: The title is missing."),
        ({"topic": None}, "Row 1: The topic is missing."),
        ({"title": 1984}, "The title is a number; put it in quotation marks"),
        ({"title": "x" * 201}, "201 characters; at most 200"),
        ({"topic": "x" * 2_001}, "2,001 characters; at most 2,000"),
        ({"story_direction": "x" * 10_001}, "at most 10,000"),
        ({"title": "=SUM(A1:A9)"}, "begins with “=” like a spreadsheet formula"),
        ({"topic": "bell \x07"}, "invisible control character U+0007"),
        ({"title": "evil \u202egnp"}, "invisible control character U+202E"),
        ({"channel": "lantren"}, 'Did you mean "lantern"?'),
        ({"channel": "zzz"}, "Known are: lantern, wild_earth."),
        ({"priority": "hihg"}, 'Did you mean "high"?'),
        ({"privacy": True}, "it must be private, unlisted or public"),
        ({"publish_at": "2027-01-31 18:00"}, "has no time zone"),
        ({"publish_at": "tomorrow"}, "is not a time; write it like 2027"),
        ({"publish_at": 5}, "is a number; write it like"),
        ({"tittle": "x"}, 'The key "tittle" is not known. Did you mean "title"?'),
    ],
)
def test_a_wrong_value_gets_a_sentence_with_its_row(changes, sentence):
    ideas, _ = check(**changes)

    assert ideas == ()
    assert sentence in sentences(**changes)


@pytest.mark.parametrize("title", ["<b>Salt & light</b> 🌊", "تاريخ القهوة", "日本の鉄道", "Fish; chips, {peas}"])
def test_markup_emoji_and_every_writing_are_welcome(title):
    assert check(title=title)[0][0].title == title


def test_all_problems_of_all_rows_are_found_at_once():
    _, problems = check_rows([Row(1, {}), Row(2, GOOD | {"title": "", "priority": "x"})], channels=CHANNELS)

    assert [problem.row for problem in problems] == [1, 1, 1, 2, 2]


def test_the_same_idea_twice_is_refused():
    rows = [Row(1, GOOD), Row(2, GOOD | {"title": "the LAST  keepers"})]
    ideas, problems = check_rows(rows, channels=CHANNELS)

    assert len(ideas) == 1
    assert str(problems[0]) == "Row 2: This idea stands in row 1 already; keep one of them."


@pytest.mark.parametrize("head", ["", "ideas:\n"])
def test_yaml_may_be_a_list_or_hold_one(head):
    ideas, wrong = from_file(
        f"{head}- channel: lantern\n  title: Fog\n  topic: A horn\n  publish_at: 2027-01-31T18:00:00Z\n"
    )

    assert wrong == ""
    assert ideas[0].publish_at == datetime(2027, 1, 31, 18, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "holds no ideas"),
        ("[]", "holds no ideas"),
        ("title: Fog", "must be a list of ideas"),
        ("- Fog", "Row 1: An idea is a group of keys with channel, title and topic, not text."),
        ("- title: Fog\n\ttopic: x", "Line 2 begins with a tab"),
        ("- title: Fog\n  title: Rain", "is there twice"),
        ("- &a {title: Fog}\n- *a", "refers to another place"),
        ("- title: [", "not readable as YAML"),
        ("- {publish_at: 2027-01-31}", "is a day without a time"),
    ],
)
def test_yaml_that_cannot_be_used_gets_plain_words(text, sentence):
    assert sentence in from_file(text)[1]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_from_any_spreadsheet_is_read(separator):
    lines = [("channel", "title", "topic"), ("lantern", "Fog", '"A horn,\nand; a bell"')]
    ideas, wrong = from_file("\ufeff" + "\r\n".join(separator.join(line) for line in lines), read_csv)

    assert wrong == ""
    assert ideas[0].topic == "A horn,\nand; a bell"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "holds no ideas"),
        ("channel,title,topic\n", "holds no ideas"),
        ("channel,title\nlantern,Fog", "The column topic is missing."),
        ("channel,titel,title,topic\na,b,c,d", 'The column "titel" is not known. Did you mean "title"?'),
        ("channel,title,topic,topic\na,b,c,d", "The column topic is there twice."),
        ("channel,title,topic\nlantern,Fog,A horn, far away", "Row 1 (line 2): It has 4 cells for 3 columns"),
        ('channel,title,topic\nlantern,"Fog" x,y', "Line 2 cannot be read as CSV"),
        ("channel,title,topic\n\nlantern,,Fog", "Row 1 (line 3): The title is missing."),
    ],
)
def test_csv_that_cannot_be_used_gets_plain_words(text, sentence):
    assert sentence in from_file(text, read_csv)[1]


@pytest.mark.parametrize("read", [read_yaml, read_csv])
def test_more_than_a_thousand_ideas_are_refused(read):
    text = "channel,title,topic\n" + "a,b,c\n" * 1_001 if read is read_csv else "- {title: a}\n" * 1_001

    assert "1,001 ideas; at most 1,000" in from_file(text, read)[1]


@given(st.text())
def test_any_text_is_answered_without_an_exception(text):
    for read in (read_yaml, read_csv):
        assert isinstance(from_file(text, read)[1], str)


@given(
    st.dictionaries(
        st.sampled_from([*sorted(GOOD), "publish_at", "priority"]),
        st.none() | st.floats() | st.text() | st.lists(st.text()),
    )
)
def test_any_values_are_answered_without_an_exception(values):
    assert isinstance(sentences(**values), str)
