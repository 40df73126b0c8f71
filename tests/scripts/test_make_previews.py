"""Previews: small files beside a take, and figures for the checks, from tiny takes."""

import json
import struct
import subprocess
import sys
from math import isfinite
from pathlib import Path

import av
import imageio_ffmpeg
import pytest
from django.conf import settings
from PIL import Image, ImageDraw

SCRIPT = settings.BASE_DIR / "scripts" / "make_previews.py"


def ffmpeg(out, *arguments):
    subprocess.run([imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", *arguments, str(out)], check=True)
    return out


def run(kind, take, *more):
    output = take.with_name("previews")
    command = [
        sys.executable,
        str(SCRIPT),
        "--kind",
        kind,
        "--take",
        str(take),
        "--output",
        str(output),
        "--nice",
        "0",
        *more,
    ]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def made(kind, take, *more):
    done = run(kind, take, *more)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def failed(kind, take):
    done = run(kind, take)
    assert done.returncode == 1
    return json.loads(done.stderr.splitlines()[-1])


def size(file):
    return Image.open(file).size


@pytest.fixture(scope="module")
def clip(tmp_path_factory) -> Path:
    """Half a second of black, one of movement, one of standing still; with a sound that is silent for a second and a half."""
    out = tmp_path_factory.mktemp("takes") / "clip.mp4"
    parts = "color=black:s=1280x720:r=24:d=0.5[a];testsrc2=s=1280x720:r=24:d=1,tpad=stop_mode=clone:stop_duration=1[b]"
    graph = f"{parts};[a][b]concat[v];sine=frequency=440:d=1,apad=whole_dur=2.5[s]"
    return ffmpeg(out, "-filter_complex", graph, "-map", "[v]", "-map", "[s]", "-preset", "ultrafast")


@pytest.fixture(scope="module")
def film(clip):
    """What is made of the clip as a film; it has all that a video has."""
    return made("film", clip)


def test_a_film_gets_its_files_and_tells_its_size_and_length(film, clip):
    folder = clip.with_name("previews")

    assert film["files"] == sorted(file.name for file in folder.iterdir()) == ["poster.jpg", "proxy.mp4", "strip.jpg"]
    assert (film["width"], film["height"], film["seconds"]) == (1280, 720, 2.5)
    assert (size(folder / "poster.jpg"), size(folder / "strip.jpg")) == ((640, 360), (24 * 160, 90))


def test_a_proxy_is_small_seeks_at_once_and_has_the_films_sound(film, clip):
    with av.open(str(clip.with_name("previews") / "proxy.mp4")) as proxy:
        video = proxy.streams.video[0]
        keys = [packet.pts for packet in proxy.demux(video) if packet.is_keyframe]
        assert (video.height, video.format.name, len(proxy.streams.audio)) == (480, "yuv420p", 1)

    assert len(keys) >= 5


def test_black_and_stillness_are_told_in_seconds(film):
    assert film["black"] == [[0.0, 0.5]]
    assert film["still"][-1] == pytest.approx([1.5, 2.5], abs=0.1)


def test_a_poster_is_not_black(film):
    assert film["brightness"] > 60


def test_a_film_tells_where_it_is_silent_and_how_loud_it_is(film):
    assert film["pauses"] == [[1.0, 2.5]]
    assert film["silence"] == pytest.approx(0.6, abs=0.03)
    assert film["loudness"] == pytest.approx(-22, abs=1)
    assert len(film["peaks"]) == 800


def test_a_film_may_bring_its_own_poster(clip, tmp_path):
    Image.new("RGB", (800, 800), "red").save(tmp_path / "thumbnail.jpg")
    copy = tmp_path / "film.mp4"
    copy.write_bytes(clip.read_bytes())

    made("film", copy, "--poster", str(tmp_path / "thumbnail.jpg"))

    assert size(tmp_path / "previews" / "poster.jpg") == (640, 640)


def test_an_upright_clip_keeps_its_shape(tmp_path):
    take = ffmpeg(tmp_path / "clip.mp4", "-f", "lavfi", "-i", "testsrc2=s=270x480:r=12:d=0.5", "-preset", "ultrafast")

    facts = made("video", take)

    assert size(tmp_path / "previews" / "poster.jpg") == (270, 480)
    assert (facts["frames"], size(tmp_path / "previews" / "strip.jpg")) == (6, (6 * 160, 90))


def test_a_clip_of_an_odd_height_gets_a_proxy(tmp_path):
    odd = ("-f", "lavfi", "-i", "testsrc=s=271x241:r=12:d=0.5", "-pix_fmt", "yuv444p", "-preset", "ultrafast")

    assert made("video", ffmpeg(tmp_path / "clip.mp4", *odd))["height"] == 241

    with av.open(str(tmp_path / "previews" / "proxy.mp4")) as proxy:
        assert proxy.streams.video[0].height == 240


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "P"])
def test_a_picture_gets_a_poster_whatever_its_colours(tmp_path, mode):
    Image.new(mode, (1920, 1080)).save(tmp_path / "scene.png")

    facts = made("composite", tmp_path / "scene.png")

    assert (facts["width"], facts["height"], facts["contrast"]) == (1920, 1080, 0.0)
    assert size(tmp_path / "previews" / "poster.jpg") == (640, 360)


def test_what_is_cut_out_stands_before_grey(tmp_path):
    Image.new("RGBA", (100, 100)).save(tmp_path / "owl.png")

    made("image", tmp_path / "owl.png")

    assert min(Image.open(tmp_path / "previews" / "poster.jpg").getpixel((50, 50))) > 120


def test_the_same_picture_in_another_size_has_nearly_the_same_hash(tmp_path):
    image = Image.linear_gradient("L").convert("RGB").resize((900, 600))
    ImageDraw.Draw(image).ellipse((200, 100, 500, 400), "orange")
    image.save(tmp_path / "one.png")
    image.resize((600, 400)).save(tmp_path / "other.jpg", quality=60)
    one, other = made("image", tmp_path / "one.png"), made("image", tmp_path / "other.jpg")

    assert (int(one["hash"], 16) ^ int(other["hash"], 16)).bit_count() <= 4
    assert one["contrast"] > 20


@pytest.mark.parametrize(("gain", "clipped"), [("-6dB", 0.0), ("20dB", 0.9)])
def test_a_clipped_sound_stays_at_its_limit(tmp_path, gain, clipped):
    sound = ("-f", "lavfi", "-i", "sine=frequency=300:d=1:sample_rate=48000", "-af", f"volume={gain},volume=18dB")
    facts = made("sfx", ffmpeg(tmp_path / "rain.wav", *sound))

    assert facts["clipped"] == pytest.approx(clipped, abs=0.1)
    assert (len(facts["peaks"]), facts["seconds"]) == (200, 1.0)


@pytest.mark.parametrize("strange", [float("nan"), float("inf"), -3e38])
def test_samples_that_are_no_numbers_give_figures_all_the_same(tmp_path, strange):
    (tmp_path / "raw").write_bytes(struct.pack("<4800f", *[0.1, strange] * 2_400))
    raw = ("-f", "f32le", "-ar", "48000", "-ac", "1", "-i", str(tmp_path / "raw"), "-c:a", "pcm_f32le")

    facts = made("sfx", ffmpeg(tmp_path / "rain.wav", *raw))

    assert all(isfinite(facts[name]) for name in ("loudness", "true_peak", "volume", "clipped", "silence"))


def test_a_link_in_the_place_of_the_folder_is_refused(tmp_path):
    Image.new("RGB", (64, 64)).save(tmp_path / "scene.png")
    (tmp_path / "previews").symlink_to(tmp_path)

    assert failed("image", tmp_path / "scene.png")["message"] == "The folder previews is a link. Take it away."


@pytest.mark.parametrize(
    ("kind", "name", "sentence"),
    [
        ("image", "owl.png", "The picture owl.png is damaged and cannot be opened. Make it again."),
        ("video", "clip.mp4", "The clip clip.mp4 is damaged and cannot be played. Make it again."),
        (
            "narration",
            "speech.mp3",
            "The take speech.mp3 cannot be read: Invalid data found when processing input. Make it again.",
        ),
    ],
)
def test_a_damaged_take_is_named_and_leaves_nothing_behind(tmp_path, kind, name, sentence):
    take = tmp_path / "takes" / name
    take.parent.mkdir()
    take.write_bytes(b"nothing of the kind" * 50)

    assert failed(kind, take)["message"] == sentence
    assert list(take.parent.iterdir()) == [take]


def test_previews_that_are_there_are_replaced(tmp_path):
    Image.new("RGB", (64, 64), "navy").save(tmp_path / "scene.png")
    (tmp_path / "previews").mkdir()
    (tmp_path / "previews" / "poster.jpg").write_bytes(b"half a file")

    made("image", tmp_path / "scene.png")

    assert size(tmp_path / "previews" / "poster.jpg") == (64, 64)
