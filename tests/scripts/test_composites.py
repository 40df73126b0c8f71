"""create_composite.py and create_split_screen.py stage any pictures as exactly one film frame."""

import json
import random
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"


def run(script, *arguments):
    return subprocess.run(
        [sys.executable, SCRIPTS / script, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def save(folder, name, picture):
    picture.save(folder / name)
    return folder / name


def backdrop(folder, size=(1600, 900), colour=(120, 150, 180), mode="RGB"):
    return save(folder, "environment.png", Image.new("RGB", size, colour).convert(mode))


def figure(folder, name="figure.png", colour=(250, 20, 20, 255)):
    picture = Image.new("RGBA", (300, 700), (0, 0, 0, 0))
    ImageDraw.Draw(picture).ellipse((20, 20, 280, 690), fill=colour)
    return save(folder, name, picture)


def stage(folder, *arguments, script="create_composite.py"):
    output = folder / "composite.png"
    finished = run(script, *arguments, "--output", output)
    assert finished.returncode == 0, finished.stderr
    return Image.open(output)


def redness(picture, box=None):
    """Count the clearly red pixels of a small copy."""
    small = picture.crop(box or (0, 0, *picture.size)).resize((320, 180))
    return sum(1 for red, green, _ in small.get_flattened_data() if red > green + 60)


def test_a_composite_is_one_film_frame(tmp_path):
    picture = stage(tmp_path, "--environment", backdrop(tmp_path), "--character", figure(tmp_path))

    assert (picture.size, picture.mode) == ((1920, 1080), "RGB")
    assert redness(picture) > 500


@pytest.mark.parametrize("mode", ["L", "P", "RGBA", "CMYK", "I;16", "1", "LA"])
def test_an_environment_may_have_any_mode(tmp_path, mode):
    picture = (
        Image.new("RGB", (640, 480), (90, 90, 90)).convert(mode)
        if mode != "I;16"
        else Image.new(mode, (640, 480), 30_000)
    )
    path = save(tmp_path, "environment.jpg" if mode == "CMYK" else "environment.png", picture)

    assert stage(tmp_path, "--environment", path).size == (1920, 1080)


@pytest.mark.parametrize("size", [(1, 1), (100, 3000), (4000, 300), (1919, 1081)])
def test_an_environment_may_have_any_shape(tmp_path, size):
    assert stage(tmp_path, "--environment", backdrop(tmp_path, size)).size == (1920, 1080)


def test_a_character_without_transparency_loses_its_plain_backdrop(tmp_path):
    opaque = Image.new("RGB", (400, 800), (255, 255, 255))
    ImageDraw.Draw(opaque).ellipse((80, 80, 320, 780), fill=(250, 20, 20))

    picture = stage(tmp_path, "--environment", backdrop(tmp_path), "--character", save(tmp_path, "jpeg.png", opaque))

    assert redness(picture) > 400
    assert sum(1 for pixel in picture.resize((320, 180)).get_flattened_data() if min(pixel) > 225) < 50


def test_the_backdrop_between_arm_and_body_goes_and_a_pale_coat_stays(tmp_path):
    opaque = Image.new("RGB", (400, 800), (222, 222, 220))
    draw = ImageDraw.Draw(opaque)
    draw.ellipse((80, 80, 320, 780), fill=(250, 20, 20))
    draw.ellipse((150, 200, 250, 350), fill=(222, 222, 220))
    draw.ellipse((150, 450, 250, 600), fill=(205, 206, 204))

    picture = stage(tmp_path, "--environment", backdrop(tmp_path), "--character", save(tmp_path, "jpeg.png", opaque))

    small = list(picture.resize((640, 360)).get_flattened_data())
    assert sum(1 for pixel in small if min(pixel) > 214) < 50
    assert sum(1 for pixel in small if 195 < min(pixel) <= 210) > 100


def test_a_character_with_a_busy_backdrop_gets_a_soft_edge(tmp_path):
    busy = Image.effect_noise((400, 400), 90).convert("RGB")

    picture = stage(tmp_path, "--environment", backdrop(tmp_path), "--character", save(tmp_path, "busy.png", busy))

    assert picture.size == (1920, 1080)


def test_a_character_throws_a_shadow(tmp_path):
    white = backdrop(tmp_path, colour=(230, 230, 230))

    picture = stage(tmp_path, "--environment", white, "--character", figure(tmp_path))

    assert min(min(pixel) for pixel in picture.crop((0, 935, 1920, 1080)).get_flattened_data()) < 190


def test_the_same_cast_stands_the_same_and_another_seed_differently(tmp_path):
    cast = ("--environment", backdrop(tmp_path), "--character", figure(tmp_path))

    first, again, other = (stage(tmp_path, *cast, "--seed", seed).tobytes() for seed in (1, 1, 2))

    assert first == again
    assert first != other


def test_two_characters_stand_apart(tmp_path):
    one, two = figure(tmp_path), figure(tmp_path, "two.png")

    picture = stage(tmp_path, "--environment", backdrop(tmp_path), "--character", one, "--character", two)

    assert redness(picture, (0, 0, 900, 1080)) > 300
    assert redness(picture, (1020, 0, 1920, 1080)) > 300
    assert redness(picture, (920, 0, 1000, 1080)) == 0


def test_a_split_screen_gives_each_character_a_panel(tmp_path):
    left, right = figure(tmp_path), figure(tmp_path, "right.png", (20, 250, 20, 255))
    cast = ("--environment", backdrop(tmp_path), "--character", left, "--character", right)

    picture = stage(tmp_path, *cast, script="create_split_screen.py")

    assert picture.size == (1920, 1080)
    assert redness(picture, (0, 0, 950, 1080)) > 300
    assert redness(picture, (970, 0, 1920, 1080)) == 0
    assert min(picture.getpixel((960, 500))) > 220


@pytest.mark.parametrize("content", [b"", b"not a picture", b"\x89PNG\r\n\x1a\n" + b"\0" * 40])
def test_a_damaged_picture_is_named(tmp_path, content):
    broken = tmp_path / "keeper.png"
    broken.write_bytes(content)

    finished = run(
        "create_composite.py",
        "--environment",
        backdrop(tmp_path),
        "--character",
        broken,
        "--output",
        tmp_path / "o.png",
    )

    words = json.loads(finished.stderr.splitlines()[-1])
    assert (finished.returncode, words["code"]) == (1, "bad_image")
    assert "keeper.png" in words["message"]


def test_a_truncated_picture_is_refused(tmp_path):
    whole = save(tmp_path, "whole.png", Image.effect_noise((500, 500), 80))
    half = tmp_path / "half.png"
    half.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])

    finished = run("create_composite.py", "--environment", half, "--output", tmp_path / "o.png")

    assert json.loads(finished.stderr.splitlines()[-1])["code"] == "bad_image"
    assert not (tmp_path / "o.png").exists()


def test_a_picture_that_would_fill_the_memory_is_refused(tmp_path):
    bomb = save(tmp_path, "bomb.png", Image.new("1", (20_000, 20_000)))

    finished = run("create_composite.py", "--environment", bomb, "--output", tmp_path / "o.png")

    words = json.loads(finished.stderr.splitlines()[-1])
    assert words["code"] == "bad_image"
    assert "50 megapixels" in words["message"]


def test_a_missing_picture_is_named(tmp_path):
    finished = run("create_composite.py", "--environment", tmp_path / "no.png", "--output", tmp_path / "o.png")

    assert json.loads(finished.stderr.splitlines()[-1])["code"] == "no_input"


def picture(shape, **notes):
    from stage.pictures import Picture

    pixels = np.zeros((*shape, 4), np.uint8)
    pixels[10:, 10:-10] = (60, 90, 200, 255)
    return Picture(pixels, notes)


@pytest.fixture
def stage_places(monkeypatch):
    monkeypatch.syspath_prepend(str(SCRIPTS))
    from stage import places

    return places


@pytest.mark.parametrize("shape", [(500, 300), (200, 900), (300, 300)])
def test_a_prop_is_seen_whole_to_the_end_of_every_move(shape, stage_places):
    from stage.camera import _MOVES, nearer, views

    for aspect, people in ((16 / 9, 0), (16 / 9, 2), (0.885, 1)):
        cast, prop = [picture((900, 350), person=True, size=0.58)] * people, picture(shape, size=0.24)
        placed = stage_places.arrange(cast, [prop], random.Random(3), stage_places.Stage(aspect, 0.9, ""))
        place = next(place for each, place in placed if each is prop)
        half = place.height * shape[1] / shape[0] / aspect / 2
        for view in [nearer(view, 1.3) for move in _MOVES.values() for view in views(move, 24)]:
            low = 0.5 + (place.foot - 0.5 - view.y) * view.zoom
            left = 0.5 + (place.x - half - 0.5 - view.x) * view.zoom
            right = 0.5 + (place.x + half - 0.5 - view.x) * view.zoom
            assert (left > 0, right < 1, low < 1) == (True, True, True)


def test_a_prop_is_larger_where_nobody_stands(stage_places):
    prop, keeper = picture((400, 400), size=0.15), picture((900, 350), person=True, size=0.58)
    stage = stage_places.Stage(16 / 9, 0.9, "")

    alone = stage_places.arrange([], [prop], random.Random(1), stage)[0][1]
    beside = stage_places.arrange([keeper], [prop], random.Random(1), stage)[-1][1]

    assert alone.height > 2 * beside.height
    assert beside.height < 0.25 * 0.58


def test_nobody_walks_on_the_open_sea(stage_places):
    keeper, whale = (
        picture((900, 350), person=True, size=0.58),
        picture((300, 900), home="water", floats=True, size=0.42),
    )
    stage = stage_places.Stage(16 / 9, 0.9, "open")

    places = {id(each): place for each, place in stage_places.arrange([keeper, whale], [], random.Random(1), stage)}

    assert places[id(keeper)].behind_rail
    assert places[id(keeper)].foot > 1.1
    assert places[id(whale)].in_water


def test_a_diver_stands_on_the_sea_floor_and_floats_above_it(stage_places):
    diver = picture((900, 350), person=True, home="water", floats=True, size=0.58)

    floor, deep = (
        stage_places.arrange([diver], [], random.Random(1), stage_places.Stage(16 / 9, 0.9, water))[0][1]
        for water in ("floor", "deep")
    )

    assert (floor.floats, deep.floats) == (False, True)


def test_a_leaping_whale_is_cut_at_the_waterline(stage_places):
    from stage.water import surfacing

    whale = surfacing(picture((300, 900), home="water", faces=1))

    height, width = whale.pixels.shape[:2]
    assert height < 0.7 * width
    assert whale.pixels[-4:, :, 3].max() > 200
