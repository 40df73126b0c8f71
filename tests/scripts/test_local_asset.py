"""local_asset.py paints any prompt, always the same way, with clean edges."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"


def run(script, *arguments):
    return subprocess.run(
        [sys.executable, SCRIPTS / script, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def paint(folder, prompt, kind, *more, name="asset.png"):
    (folder / "prompt.txt").write_text(prompt)
    output = folder / name
    finished = run("local_asset.py", "--prompt-file", folder / "prompt.txt", "--kind", kind, "--output", output, *more)
    assert finished.returncode == 0, finished.stderr
    return output


def last_words(finished):
    return json.loads(finished.stderr.splitlines()[-1])


def test_the_report_names_the_model_and_costs_nothing(tmp_path):
    (tmp_path / "prompt.txt").write_text("a lantern")

    finished = run(
        "local_asset.py", "--prompt-file", tmp_path / "prompt.txt", "--kind", "prop", "--output", tmp_path / "a.png"
    )

    assert json.loads(finished.stdout.splitlines()[-1]) == {
        "ok": True, "model": "local-painter-1", "units": {"images": 1}, "cost_usd": 0,
    }  # fmt: skip


def test_an_environment_is_an_opaque_wide_picture(tmp_path):
    picture = Image.open(paint(tmp_path, "A granite lighthouse above a stormy sea, dusk, rain", "environment"))

    assert picture.mode == "RGB"
    assert picture.size == (2240, 1260)


def test_a_character_is_cut_out_and_stands_at_the_bottom_of_its_picture(tmp_path):
    picture = Image.open(paint(tmp_path, "An old lighthouse keeper with a lantern", "character"))

    left, top, right, bottom = picture.getchannel("A").getbbox()
    assert picture.mode == "RGBA"
    assert picture.height > 900
    assert picture.height - bottom <= 4
    assert max(left, top, picture.width - right) <= 6


def test_the_same_prompt_gives_the_same_bytes(tmp_path):
    one = paint(tmp_path, "a red octopus", "character", name="one.png")
    two = paint(tmp_path, "a red octopus", "character", name="two.png")

    assert one.read_bytes() == two.read_bytes()


def test_another_seed_gives_another_picture(tmp_path):
    one = paint(tmp_path, "a quiet lake", "environment", name="one.png")
    two = paint(tmp_path, "a quiet lake", "environment", "--seed", "1", name="two.png")

    assert one.read_bytes() != two.read_bytes()


@pytest.mark.parametrize("kind", ["character", "environment", "prop"])
@pytest.mark.parametrize("prompt", ["zxqv", "日本の古い港 🚢", "the", "A" * 5000])
def test_a_prompt_without_known_words_still_gives_a_picture(tmp_path, prompt, kind):
    picture = Image.open(paint(tmp_path, prompt, kind))

    assert len(set(picture.convert("RGB").resize((32, 32)).get_flattened_data())) > 20


def test_the_night_is_darker_than_noon(tmp_path):
    night = Image.open(paint(tmp_path, "a meadow at night", "environment", name="night.png"))
    noon = Image.open(paint(tmp_path, "a meadow at noon", "environment", name="noon.png"))

    assert brightness(night) < 0.5 * brightness(noon)


def brightness(picture):
    return sum(picture.convert("L").resize((16, 16)).get_flattened_data()) / 256


def test_the_painter_leaves_stage_directions(tmp_path):
    whale = Image.open(paint(tmp_path, "a humpback whale", "character"))

    assert json.loads(whale.info["videogen"])["floats"] is True


def test_an_empty_prompt_is_refused_in_one_sentence(tmp_path):
    (tmp_path / "prompt.txt").write_text("  ")

    finished = run(
        "local_asset.py", "--prompt-file", tmp_path / "prompt.txt", "--kind", "prop", "--output", tmp_path / "a.png"
    )

    assert finished.returncode == 1
    assert last_words(finished)["code"] == "bad_input"
    assert not (tmp_path / "a.png").exists()


SUBJECTS = [
    ("the keeper of the lighthouse", "person", "keeper"),
    ("a red octopus in a reef", "animal", "octopus"),
    ("an old woman, a scientist of the sea", "person", "scientist"),
    ("a polar bear", "animal", "polar bear"),
    ("an old steam train", "machine", "train"),
    ("a woolly mammoth", "animal", "mammoth"),
]


@pytest.mark.parametrize(("prompt", "group", "name"), SUBJECTS)
def test_the_character_is_read_from_the_words(prompt, group, name, monkeypatch):
    monkeypatch.syspath_prepend(str(SCRIPTS))
    from painter.cast import choose_being
    from painter.words import read

    assert choose_being(read(prompt, "character", 0), "character") == (group, name)


PLACES = [
    ("The granite lighthouse on a cliff above a stormy sea", "coast"),
    ("a coral reef beneath the waves", "reef"),
    ("the dunes of the Sahara", "desert"),
    ("pack ice under northern lights", "ice"),
    ("the platform of a railway station", "station"),
    ("a laboratory at night", "laboratory"),
    ("a kelp forest underwater", "kelp_forest"),
    ("hydrothermal vents on the floor of the deep sea", "vents"),
    ("a muddy sea floor in the deep sea", "sea_floor"),
    ("the deck of a ship in a storm", "deck"),
    ("a tall lighthouse tower on a rock", "lighthouse"),
    ("a headland with a lighthouse on the far cliff", "coast"),
    ("the lamp room of a lighthouse", "lamp_room"),
    ("a train compartment with a wide window", "compartment"),
    ("a mission control room with rows of screens", "control_room"),
    ("a wide plain with a railway line and a train", "plain"),
    ("a grand railway station hall", "station"),
    ("a high viaduct", "river"),
    ("a cathedral interior", "cathedral"),
    ("the grey sea", "sea"),
]


@pytest.mark.parametrize(("prompt", "place"), PLACES)
def test_the_place_is_read_from_the_words(prompt, place, monkeypatch):
    monkeypatch.syspath_prepend(str(SCRIPTS))
    from painter.places import choose_place
    from painter.words import read

    assert choose_place(read(prompt, "environment", 0)) == place


def test_every_being_and_thing_can_be_painted(monkeypatch):
    monkeypatch.syspath_prepend(str(SCRIPTS))
    from painter.names import ANIMALS, MACHINES, PEOPLE, THINGS
    from painter.paint import paint

    for kind, table in (("character", PEOPLE | ANIMALS | MACHINES), ("prop", THINGS)):
        for name in table:
            pixels, notes = paint(name, kind, 0)
            assert pixels.size > 10_000, name
            assert notes["size"] > 0, name


def test_every_place_has_a_painter(monkeypatch):
    monkeypatch.syspath_prepend(str(SCRIPTS))
    import importlib

    from painter.names import EXACT_PLACES, PLACES
    from painter.places import _PAINTERS

    assert {*PLACES, *EXACT_PLACES} == set(_PAINTERS)
    for name, module in _PAINTERS.items():
        assert callable(getattr(importlib.import_module(module), name))


@pytest.mark.parametrize(
    "word", ["train", "viaduct", "castle", "ruins", "windmill", "bridge", "rocket", "tents", "church"]
)
def test_a_landmark_changes_the_landscape(word, monkeypatch):
    monkeypatch.syspath_prepend(str(SCRIPTS))
    from painter.landmarks import paint_landmarks
    from painter.scene import new_scene
    from painter.words import read

    scene = new_scene(read(f"a plain with a {word}", "environment", 0), 0.6)
    before = scene.canvas.copy()
    paint_landmarks(scene, 900.0)

    assert (scene.canvas != before).any(axis=2).mean() > 0.01


STYLE = "Muted oil painting, visible brushwork, quiet blues and amber accents."


def test_the_style_is_never_painted_as_a_thing(monkeypatch):
    monkeypatch.syspath_prepend(str(SCRIPTS))
    from painter.cast import choose_being
    from painter.words import read

    wish = read(f"{STYLE} A brass bell on an iron bracket", "prop", 0)

    assert choose_being(wish, "prop") == ("thing", "bell")
    assert (wish.medium, wish.palette()) == ("oil", ["3f6ea8", "e0a030"])


def test_the_style_does_not_dye_costumes(monkeypatch):
    monkeypatch.syspath_prepend(str(SCRIPTS))
    from painter.words import read

    assert read("Amber and teal, vivid. A sailor in a red coat", "character", 0).colours() == ["b8392f"]


def test_one_sentence_alone_is_all_subject(monkeypatch):
    monkeypatch.syspath_prepend(str(SCRIPTS))
    from painter.words import read

    wish = read("A map of the amber coast.", "prop", 0)

    assert (wish.style, wish.text) == ("", "a map of the amber coast.")


def test_a_subject_told_before_the_full_stop_is_still_found(monkeypatch):
    monkeypatch.syspath_prepend(str(SCRIPTS))
    from painter.places import choose_place
    from painter.words import read

    assert choose_place(read("A coral reef. Calm and bright", "environment", 0)) == "reef"


def test_the_medium_changes_the_finish_and_not_the_picture(monkeypatch):
    monkeypatch.syspath_prepend(str(SCRIPTS))
    import numpy as np

    from painter.paint import paint

    plain, inked = (
        paint(f"{style}. A quiet lake", "environment", 0)[0].astype(int) for style in ("Wide", "Ink and wash, linocut")
    )

    assert (plain != inked).mean() > 0.5
    assert np.abs(plain - inked).mean() < 40
