"""local_video.py moves a camera over a stage: smooth, exact in length, and true in colour."""

import json
import os
import subprocess
import sys
from pathlib import Path

import av
import pytest
from PIL import Image, ImageDraw

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"


def run(*arguments, **environment):
    command = [sys.executable, SCRIPTS / "local_video.py", *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, timeout=120, env={**os.environ, **environment}
    )


def scene(folder, colour=(60, 120, 180)):
    """Save a composite with a grid, and a motion text; give the arguments that name them."""
    picture = Image.new("RGB", (1920, 1080), colour)
    for x in range(0, 1920, 160):
        ImageDraw.Draw(picture).line((x, 0, x, 1080), fill=(250, 240, 200), width=6)
    picture.save(folder / "composite.png")
    (folder / "motion.txt").write_text("The camera slowly pushes in.")
    return [
        "--image",
        folder / "composite.png",
        "--motion-file",
        folder / "motion.txt",
        "--output",
        folder / "clip.mp4",
    ]


def film(folder, *more, seconds=0.5):
    finished = run(*scene(folder), "--seconds", seconds, *more)
    assert finished.returncode == 0, finished.stderr
    return av.open(str(folder / "clip.mp4"))


def test_a_clip_has_exactly_its_seconds_at_24_frames(tmp_path):
    clip = film(tmp_path, seconds=1.5)

    stream = clip.streams.video[0]
    assert [frame.pts * stream.time_base for frame in clip.decode(video=0)] == [
        number / 24 for number in range(36)
    ] or (round(float(stream.duration * stream.time_base) * 24) == 36)


def test_a_clip_is_written_in_the_house_encoding(tmp_path):
    clip = film(tmp_path)

    stream = clip.streams.video[0]
    assert (stream.width, stream.height, stream.average_rate) == (1920, 1080, 24)
    assert stream.codec_context.pix_fmt == "yuv420p"
    assert not stream.codec_context.has_b_frames
    assert not clip.streams.audio


def test_colours_are_those_of_the_picture(tmp_path):
    frame = next(film(tmp_path).decode(video=0))

    luma = frame.to_ndarray()[540, 80]
    red, green, blue = 60, 120, 180
    assert luma == pytest.approx(16 + 219 / 255 * (0.2126 * red + 0.7152 * green + 0.0722 * blue), abs=2)
    assert (frame.colorspace, frame.color_range) == (1, 1)


def test_the_picture_never_shows_a_border(tmp_path):
    for motion in ("pan left", "pan right", "tilt down", "rise", "pull back", "drift"):
        arguments = scene(tmp_path, colour=(200, 200, 200))
        (tmp_path / "motion.txt").write_text(motion)
        assert run(*arguments, "--seconds", 0.5).returncode == 0

        for frame in av.open(str(tmp_path / "clip.mp4")).decode(video=0):
            assert frame.to_ndarray()[:1080][[0, -1], :].min() > 100


def test_the_first_frame_of_a_staged_push_is_the_composite(tmp_path):
    arguments = scene(tmp_path)
    character = Image.new("RGBA", (300, 700), (0, 0, 0, 0))
    ImageDraw.Draw(character).ellipse((10, 10, 290, 690), fill=(220, 40, 40, 255))
    character.save(tmp_path / "character.png")
    cast = ["--environment", tmp_path / "composite.png", "--character", tmp_path / "character.png"]
    composite = [sys.executable, SCRIPTS / "create_composite.py", *cast, "--output", tmp_path / "staged.png"]
    subprocess.run(composite, check=True, capture_output=True)

    assert run(*arguments, "--seconds", 0.5, *cast).returncode == 0

    first = next(av.open(str(tmp_path / "clip.mp4")).decode(video=0)).to_image().resize((96, 54))
    staged = Image.open(tmp_path / "staged.png").resize((96, 54))
    pairs = zip(first.get_flattened_data(), staged.get_flattened_data(), strict=True)
    assert sum(abs(a - b) for one, two in pairs for a, b in zip(one, two, strict=True)) / (96 * 54 * 3) < 6


def test_another_take_of_a_clip_keeps_the_places_of_its_composite(tmp_path):
    arguments = scene(tmp_path)
    (tmp_path / "motion.txt").write_text("static")
    figure = Image.new("RGBA", (300, 700), (220, 40, 40, 255))
    figure.putpixel((0, 0), (0, 0, 0, 0))
    figure.save(tmp_path / "character.png")
    cast = ["--environment", tmp_path / "composite.png", "--character", tmp_path / "character.png"]
    composite = [sys.executable, SCRIPTS / "create_composite.py", *cast, "--output", tmp_path / "staged.png"]
    subprocess.run(composite, check=True, capture_output=True)

    takes = []
    for seed in range(3):
        staged = [tmp_path / "staged.png" if each == tmp_path / "composite.png" else each for each in arguments]
        assert run(*staged, *cast, "--seconds", 0.1, "--seed", seed).returncode == 0
        takes.append((tmp_path / "clip.mp4").read_bytes())

    assert takes[0] == takes[1] == takes[2]


def test_a_split_screen_keeps_its_divider_still(tmp_path):
    clip = film(tmp_path, "--layout", "split", "--environment", tmp_path / "composite.png")

    assert all(frame.to_ndarray()[:1080, 958:962].min() > 200 for frame in clip.decode(video=0))


def test_the_same_inputs_give_the_same_bytes(tmp_path):
    film(tmp_path).close()
    first = (tmp_path / "clip.mp4").read_bytes()
    film(tmp_path).close()

    assert (tmp_path / "clip.mp4").read_bytes() == first


def test_progress_is_told_while_filming(tmp_path):
    finished = run(*scene(tmp_path), "--seconds", 10)

    lines = [json.loads(line) for line in finished.stdout.splitlines()]
    assert any(0 <= line.get("progress", -1) <= 1 for line in lines)
    assert lines[-1]["units"] == {"seconds": 10.0}


def test_an_encoder_that_dies_is_a_failure_in_its_own_words(tmp_path):
    fake = tmp_path / "ffmpeg"
    fake.write_text("#!/bin/sh\necho 'no such encoder' >&2\nexit 1\n")
    fake.chmod(0o755)

    finished = run(*scene(tmp_path), "--seconds", 10, FFMPEG_BINARY=str(fake))

    words = json.loads(finished.stderr.splitlines()[-1])
    assert (finished.returncode, words["code"]) == (1, "ffmpeg")
    assert "no such encoder" in words["message"]
    assert not list(tmp_path.glob("*.mp4"))


def test_a_full_disk_is_named(tmp_path):
    fake = tmp_path / "ffmpeg"
    fake.write_text("#!/bin/sh\necho 'av_interleaved_write_frame(): No space left on device' >&2\nexit 1\n")
    fake.chmod(0o755)

    finished = run(*scene(tmp_path), "--seconds", 2, FFMPEG_BINARY=str(fake))

    assert json.loads(finished.stderr.splitlines()[-1])["code"] == "disk_full"


MOVES = [
    ("The camera slowly pushes in on the keeper", "push in"),
    ("pull back to reveal the coast", "pull back"),
    ("pan left across the harbour", "pan left"),
    ("a slow pan from left to right", "pan right"),
    ("tilt up to the lamp", "rise"),
    ("static shot, the sea breathes", "still"),
    ("slow drift", "drift"),
]


@pytest.mark.parametrize(("motion", "name"), MOVES)
def test_the_move_is_read_from_the_words(motion, name, monkeypatch):
    monkeypatch.syspath_prepend(str(SCRIPTS))
    from stage.camera import choose_move

    assert choose_move(motion, 0).name == name


def test_no_view_leaves_the_picture(monkeypatch):
    monkeypatch.syspath_prepend(str(SCRIPTS))
    from stage.camera import _MOVES, views

    for move in _MOVES.values():
        for view in views(move, 240):
            assert max(abs(view.x), abs(view.y)) <= (1 - 1 / view.zoom) / 2 + 1e-9


def test_pixels_are_where_the_camera_says(monkeypatch):
    monkeypatch.syspath_prepend(str(SCRIPTS))
    import numpy as np

    from stage.camera import View
    from stage.reel import MARGIN, _fill_background

    ramp = np.tile(np.arange(-MARGIN, 2328 + MARGIN, dtype=np.float32), (1312 + 2 * MARGIN, 1))
    area, view = np.empty((1080, 1920), np.float32), View(1.0731, 0.0217)
    _fill_background(area, ramp, view)

    wanted = (0.5 + view.x + ((np.arange(1920) + 0.5) / 1920 - 0.5) / view.zoom) * 2328 - 0.5
    assert np.abs(area[540] - wanted).max() < 0.08
