"""The check of a finished film: it passes a good one and complains about each thing that can be wrong."""

import json
import subprocess
import sys

import pytest

from tests.film_parts import ROOT, ffmpeg, make_film_folder, report, run_script


@pytest.fixture(scope="module")
def film(tmp_path_factory):
    folder = tmp_path_factory.mktemp("film")
    report(run_script("assemble_video.py", "--manifest", make_film_folder(folder), "--output", folder / "film.mp4"))
    return folder / "film.mp4"


def check(film, *more):
    command = [sys.executable, ROOT / "benchmarks" / "check_film.py", film, "--scenes", 3, "--shortest", 8, *more]
    finished = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    result = json.loads(finished.stdout)
    assert finished.returncode == (0 if result["ok"] else 1)
    return result


def spoiled(film, folder, *change):
    """Make the film again with something wrong."""
    ffmpeg("-i", film, "-c", "copy", *change, folder / "bad.mp4")
    return " ".join(check(folder / "bad.mp4")["problems"])


AAC = ("-c:a", "aac", "-b:a", "192k", "-movflags", "+faststart")


def test_a_good_film_passes(film):
    result = check(film)

    assert result["problems"] == []
    assert len(result["cuts_s"]) == 2
    assert max(result["voice_onset_ms"]) <= 40
    assert min(result["quiet_before_cut_ms"]) >= 60


def test_the_cuts_are_found_in_the_picture_alone(film, tmp_path):
    ffmpeg("-i", film, "-c", "copy", "-map_chapters", "-1", "-movflags", "+faststart", tmp_path / "bare.mp4")

    assert check(tmp_path / "bare.mp4")["cuts_s"] == check(film)["cuts_s"]


def test_a_voice_that_begins_80_ms_late_is_heard(film, tmp_path):
    problems = spoiled(film, tmp_path, "-af", "adelay=80|80", *AAC)

    assert all(f"Scene {number}: the voice begins" in problems for number in (1, 2, 3))


def test_a_voice_that_begins_20_ms_late_is_still_good(film, tmp_path):
    assert "the voice begins" not in spoiled(film, tmp_path, "-af", "adelay=20|20", *AAC)


def test_a_voice_that_is_cut_off_is_heard(film, tmp_path):
    problems = spoiled(film, tmp_path, "-af", "adelay=700|700", *AAC)

    assert "Scene 1: the voice is cut off" in problems
    assert "Scene 2: the voice is cut off" in problems


def test_a_wrong_number_of_scenes_is_seen(film):
    assert "2 hard cuts; 4 scenes have 3" in check(film, "--scenes", 4)["problems"][0]


def test_a_wrong_length_is_seen(film):
    assert "it should last 60 to" in check(film, "--shortest", 60)["problems"][0]


def test_a_film_that_is_too_loud_is_heard(film, tmp_path):
    problems = spoiled(film, tmp_path, "-af", "volume=4dB", *AAC)

    assert "The loudness is -1" in problems
    assert "The true peak is" in problems


def test_a_film_that_is_too_quiet_is_heard(film, tmp_path):
    assert "The loudness is -1" in spoiled(film, tmp_path, "-af", "volume=-3dB", *AAC)


def test_an_index_at_the_end_is_seen(film, tmp_path):
    assert "index stands at the end" in spoiled(film, tmp_path)


def test_a_wrong_sound_rate_is_seen(film, tmp_path):
    assert "44100 Hz" in spoiled(film, tmp_path, "-ar", "44100", *AAC)


def test_a_wrong_picture_rate_is_seen(film, tmp_path):
    picture = ("-vf", "fps=25", "-c:v", "libx264", "-preset", "ultrafast")

    assert "constant 24 a second" in spoiled(film, tmp_path, *picture, "-movflags", "+faststart")


def test_pictures_at_uneven_times_are_seen(film, tmp_path):
    uneven = "setts=pts=PTS+eq(mod(N\\,7)\\,3)*200:dts=DTS"

    assert "constant 24 a second" in spoiled(film, tmp_path, "-bsf:v", uneven, "-movflags", "+faststart")


def test_a_wrong_size_is_seen(film, tmp_path):
    picture = ("-vf", "scale=1280:720", "-c:v", "libx264", "-preset", "ultrafast")

    assert "1280x720" in spoiled(film, tmp_path, *picture, "-movflags", "+faststart")


def test_wrong_colour_tags_are_seen(film, tmp_path):
    tags = ("-bsf:v", "h264_metadata=colour_primaries=5:transfer_characteristics=6:matrix_coefficients=6")

    assert "not as BT.709" in spoiled(film, tmp_path, *tags, "-color_primaries", "bt470bg", "-movflags", "+faststart")


def test_tags_that_only_the_container_has_are_not_enough(film, tmp_path):
    tags = ("-bsf:v", "h264_metadata=colour_primaries=2:transfer_characteristics=2")
    container = ("-color_primaries", "bt709", "-color_trc", "bt709", "-colorspace", "bt709")

    assert "not as BT.709" in spoiled(film, tmp_path, *tags, *container, "-movflags", "+faststart")


def test_a_file_that_is_no_film_is_refused(tmp_path):
    (tmp_path / "no.mp4").write_bytes(b"junk")

    assert "cannot be read" in check(tmp_path / "no.mp4")["problems"][0]
