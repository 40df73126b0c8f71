"""The film: cut by copying, mixed, brought to its loudness, with captions and chapters; and what it refuses."""

import json
import shutil
from itertools import islice, pairwise
from pathlib import Path

import av
import numpy as np
import pytest

from tests.film_parts import change_manifest, ffmpeg, last_words, make_clip, make_film_folder, report, run_script, speak


@pytest.fixture(scope="module")
def finished(tmp_path_factory):
    """A film of three scenes with everything beside it: (folder, report)."""
    folder = tmp_path_factory.mktemp("film")
    make_film_folder(folder)
    return folder, assemble(folder, "--captions", folder / "film.srt", "--thumbnail", folder / "thumb.jpg")


@pytest.fixture
def folder(finished, tmp_path):
    """A copy of that film's folder, to change."""
    return Path(shutil.copytree(finished[0], tmp_path / "film"))


def assemble(folder: Path, *more: object) -> dict:
    return report(run(folder, *more))


def run(folder: Path, *more: object):
    return run_script("assemble_video.py", "--manifest", folder / "film.json", "--output", folder / "film.mp4", *more)


def frames_in(film: Path) -> int:
    with av.open(str(film)) as container:
        return sum(1 for _ in container.decode(video=0))


def sound_of(film: Path) -> np.ndarray:
    with av.open(str(film)) as container:
        return np.concatenate([frame.to_ndarray() for frame in container.decode(audio=0)], axis=1)


def level(samples: np.ndarray) -> float:
    return 20 * np.log10(np.sqrt(np.mean(samples**2)) + 1e-9)


def last_picture(film: Path) -> np.ndarray:
    with av.open(str(film)) as container:
        *_, last = container.decode(video=0)
        return last.reformat(160, 90, format="rgb24").to_ndarray().astype(int)


def test_the_film_has_every_frame_and_sound_of_the_same_length(finished):
    folder, said = finished

    seconds = frames_in(folder / "film.mp4") / 24

    assert seconds == pytest.approx(said["duration_s"], abs=0.001)
    assert sound_of(folder / "film.mp4").shape[1] / 48_000 == pytest.approx(seconds, abs=0.025)


def test_the_report_names_each_scene_and_they_follow_each_other(finished):
    scenes = finished[1]["scenes"]

    assert [scene["number"] for scene in scenes] == [1, 2, 3]
    assert [scene["start"] for scene in scenes] == [0.0, scenes[0]["end"], scenes[1]["end"]]
    assert finished[1]["units"] == {"segments_made": 3, "segments_reused": 0}


def test_the_loudness_is_what_youtube_plays(finished):
    assert finished[1]["loudness_lufs"] == pytest.approx(-14.0, abs=0.3)
    assert finished[1]["true_peak_dbtp"] <= -1.0


def test_clips_of_the_house_are_copied_and_not_encoded_again(finished):
    folder, _ = finished

    with av.open(str(folder / "clip_1.mp4")) as clip, av.open(str(folder / "film.mp4")) as film:
        # The first packet also carries the headers in the film; the others are the same to the byte.
        before, after = ([bytes(packet) for packet in islice(each.demux(video=0), 1, 40)] for each in (clip, film))

    assert before == after


def test_clips_of_the_local_camera_are_copied_too(folder):
    ffmpeg("-f", "lavfi", "-i", "testsrc2=size=1920x1080", "-frames:v", 1, folder / "scene.png")
    (folder / "motion.txt").write_text("slow push in")
    speak("Ice.", folder / "voice_1.mp3")
    camera = ["--image", folder / "scene.png", "--motion-file", folder / "motion.txt", "--seconds", 2]
    report(run_script("local_video.py", *camera, "--output", folder / "clip_1.mp4"))

    assemble(folder)

    with av.open(str(folder / "clip_1.mp4")) as clip, av.open(str(folder / "film.mp4")) as film:
        before, after = ([bytes(packet) for packet in islice(each.demux(video=0), 1, 20)] for each in (clip, film))
    assert before == after


def test_every_voice_begins_at_its_cut_and_ends_before_the_next(finished):
    samples = sound_of(finished[0] / "film.mp4")

    for scene in finished[1]["scenes"]:
        start, end = int(scene["start"] * 48_000), int(scene["end"] * 48_000)
        assert level(samples[:, start : start + 4800]) > -32
        assert level(samples[:, end - 9600 : end]) < level(samples[:, start : end - 19_200]) - 12


def test_chapters_and_title_are_written_and_nothing_about_this_machine(finished):
    folder, said = finished

    with av.open(str(folder / "film.mp4")) as film:
        chapters = film.chapters()
        assert film.metadata["title"] == "White; Fox"
        assert not {"creation_time", "encoder"} & set(film.metadata)

    assert [each["metadata"]["title"] for each in chapters] == ["Scene 1", "Scene 2", "Scene 3"]
    starts = [float(each["start"] * each["time_base"]) for each in chapters]
    assert starts == pytest.approx([scene["start"] for scene in said["scenes"]], abs=0.001)
    assert str(folder).encode() not in (folder / "film.mp4").read_bytes()


def test_the_same_parts_give_the_same_film(finished, folder):
    shutil.rmtree(folder / "segments")

    assemble(folder)

    assert (folder / "film.mp4").read_bytes() == (finished[0] / "film.mp4").read_bytes()


def test_a_second_run_reuses_every_segment(folder):
    assert assemble(folder)["units"] == {"segments_made": 0, "segments_reused": 3}


def test_a_changed_narration_makes_only_its_own_segment_again(folder):
    speak("Nobody knows. There were once a thousand of them here.", folder / "voice_3.mp3")

    assert assemble(folder)["units"] == {"segments_made": 1, "segments_reused": 2}


def test_a_half_made_segment_is_made_again(folder):
    next((folder / "segments").glob("02_*.wav")).unlink()

    assert assemble(folder)["units"] == {"segments_made": 1, "segments_reused": 2}


def test_one_segment_can_be_made_ahead(folder):
    shutil.rmtree(folder / "segments")

    ahead = report(run_script("assemble_video.py", "--manifest", folder / "film.json", "--only-segment", 2))

    assert ahead["units"] == {"segments_made": 1, "segments_reused": 0}
    assert assemble(folder)["units"] == {"segments_made": 2, "segments_reused": 1}


def test_a_narration_longer_than_its_clip_holds_the_last_picture(folder):
    make_clip(folder / "clip_3.mp4", "0x30a060", seconds=1.0)

    said = assemble(folder)

    assert frames_in(folder / "film.mp4") == round(said["duration_s"] * 24)
    assert np.abs(last_picture(folder / "film.mp4") - last_picture(folder / "clip_3.mp4")).mean() < 3


@pytest.mark.parametrize("shape", ["1280x720:rate=30", "720x1280:rate=25", "1920x1080:rate=60"])
def test_a_foreign_clip_is_brought_into_the_house_encoding(shape, folder):
    ffmpeg("-f", "lavfi", "-i", f"testsrc=size={shape}:duration=5", "-pix_fmt", "yuv420p", folder / "clip_2.mp4")

    said = assemble(folder)

    assert frames_in(folder / "film.mp4") == round(said["duration_s"] * 24)
    assert len({headers_of(segment) for segment in (folder / "segments").glob("0*.mp4")}) == 1


def headers_of(film: Path) -> bytes:
    with av.open(str(film)) as container:
        return container.streams.video[0].codec_context.extradata


def test_the_silence_before_a_voice_is_cut_away_and_its_captions_move_along(finished, folder):
    ffmpeg("-i", finished[0] / "voice_2.mp3", "-af", "adelay=700", folder / "voice_2.mp3")
    late = json.loads((folder / "voice_2.json").read_text())
    for word in late["words"]:
        word.update(start=word["start"] + 0.7, end=word["end"] + 0.7)
    (folder / "voice_2.json").write_text(json.dumps(late))

    said = assemble(folder, "--captions", folder / "film.srt")

    assert said["duration_s"] == pytest.approx(finished[1]["duration_s"], abs=0.05)
    assert (folder / "film.srt").read_text() == (finished[0] / "film.srt").read_text()


def captions_of(file: Path) -> list[tuple[float, float, list[str]]]:
    def seconds(clock: str) -> float:
        hours, minutes, rest = clock.replace(",", ".").split(":")
        return int(hours) * 3600 + int(minutes) * 60 + float(rest)

    blocks = [block.split("\n") for block in file.read_text(encoding="utf-8").strip().split("\n\n")]
    return [(*map(seconds, times.split(" --> ")), lines) for _, times, *lines in blocks]


def test_captions_can_be_read_and_never_overlap(finished):
    shown = captions_of(finished[0] / "film.srt")

    assert all(len(lines) <= 2 and all(len(line) <= 42 for line in lines) for _, _, lines in shown)
    assert all(start < end for start, end, _ in shown)
    assert all(before[1] < after[0] for before, after in pairwise(shown))
    assert shown[-1][1] <= finished[1]["duration_s"]


def test_captions_are_spread_evenly_where_timings_are_missing(folder):
    change_manifest(folder / "film.json", scene=2, timings=None, text="One two three. " * 12)

    said = assemble(folder, "--captions", folder / "film.srt")
    second = [
        each
        for each in captions_of(folder / "film.srt")
        if said["scenes"][0]["end"] <= each[0] < said["scenes"][1]["end"]
    ]

    assert len(second) >= 3
    assert " ".join(line for *_, lines in second for line in lines).split() == ("One two three. " * 12).split()


def test_the_thumbnail_is_a_small_clean_jpeg_of_1280_by_720(finished):
    file = finished[0] / "thumb.jpg"

    with av.open(str(file)) as picture:
        assert (picture.streams.video[0].width, picture.streams.video[0].height) == (1280, 720)
    assert file.read_bytes()[:2] == b"\xff\xd8"
    assert file.stat().st_size < 2_000_000


def test_intro_and_outro_surround_the_scenes_and_keep_their_sound(folder):
    tone = ["-f", "lavfi", "-i", "sine=frequency=440:duration=2", "-shortest", "-pix_fmt", "yuv420p"]
    ffmpeg("-f", "lavfi", "-i", "testsrc=size=640x360:rate=25:duration=2", *tone, folder / "intro.mp4")
    ffmpeg("-f", "lavfi", "-i", "testsrc=size=640x360:rate=30:duration=1", folder / "outro.mp4")
    change_manifest(folder / "film.json", intro="intro.mp4", outro="outro.mp4")

    said = assemble(folder)

    assert said["scenes"][0]["start"] == pytest.approx(2.0, abs=0.05)
    assert said["duration_s"] - said["scenes"][-1]["end"] == pytest.approx(1.0, abs=0.05)
    intro = sound_of(folder / "film.mp4")[0, 24_000:72_000]
    assert np.argmax(np.abs(np.fft.rfft(intro))) == pytest.approx(440, abs=2)
    assert assemble(folder)["units"]["segments_made"] == 0


def test_music_steps_back_while_somebody_speaks(folder):
    ffmpeg("-f", "lavfi", "-i", "testsrc=size=640x360:rate=24:duration=6", folder / "intro.mp4")
    ffmpeg("-f", "lavfi", "-i", "sine=frequency=3000:duration=4", folder / "music.wav")
    change_manifest(folder / "film.json", intro="intro.mp4", music="music.wav")

    said = assemble(folder)
    samples = sound_of(folder / "film.mp4")[0]

    def music_at(second: float) -> float:
        part = samples[int(second * 48_000) :][:48_000] * np.hanning(48_000)
        return 20 * np.log10(np.abs(np.fft.rfft(part))[2998:3003].max())

    assert said["loudness_lufs"] == pytest.approx(-14.0, abs=0.3)
    assert music_at(3.0) > music_at(said["scenes"][0]["start"] + 1.0) + 8


def test_a_watermark_is_laid_over_every_scene(finished, folder):
    ffmpeg("-f", "lavfi", "-i", "color=white:size=200x100", "-frames:v", 1, folder / "mark.png")
    change_manifest(folder / "film.json", watermark="mark.png")

    said = assemble(folder)
    changed = np.abs(last_picture(folder / "film.mp4") - last_picture(finished[0] / "film.mp4"))

    assert said["units"]["segments_made"] == 3
    assert changed[-14:-5, -18:-7].mean() > 40
    assert changed[:60].mean() < 4


@pytest.mark.parametrize("damage", [b"", b"not a film", "half"])
def test_a_broken_clip_is_named_with_its_scene(damage, folder):
    clip = folder / "clip_2.mp4"
    clip.write_bytes(clip.read_bytes()[: clip.stat().st_size // 4] if damage == "half" else damage)

    words = last_words(run(folder))

    assert "Scene 2" in words["message"]
    assert "clip_2.mp4" in words["message"]
    assert words["class"] == "permanent"


def test_a_broken_foreign_clip_is_named_too(folder):
    clip = folder / "clip_2.mp4"
    ffmpeg("-f", "lavfi", "-i", "testsrc=size=640x360:rate=30:duration=5", "-movflags", "+faststart", clip)
    clip.write_bytes(clip.read_bytes()[: clip.stat().st_size // 2])

    assert "clip_2.mp4" in last_words(run(folder))["message"]


@pytest.mark.parametrize("sound", [b"junk", b""])
def test_a_broken_narration_is_named_with_its_scene(sound, folder):
    (folder / "voice_3.mp3").write_bytes(sound)

    message = last_words(run(folder))["message"]

    assert "Scene 3" in message
    assert "voice_3.mp3" in message


def test_a_silent_narration_is_refused(folder):
    ffmpeg("-f", "lavfi", "-i", "anullsrc=duration=3", folder / "voice_1.mp3")

    assert last_words(run(folder))["code"] == "silent"


def test_a_failed_film_leaves_the_earlier_one_in_place(folder):
    before = (folder / "film.mp4").read_bytes()
    (folder / "clip_1.mp4").write_bytes(b"")

    last_words(run(folder))

    assert (folder / "film.mp4").read_bytes() == before
    assert not list(folder.glob(".film*"))


@pytest.mark.parametrize("manifest", ["{}", "[]", "no json", '{"title": "x", "segments": "s", "scenes": []}'])
def test_a_manifest_that_makes_no_sense_is_refused_in_one_sentence(manifest, tmp_path):
    (tmp_path / "film.json").write_text(manifest)

    words = last_words(run(tmp_path))

    assert words["code"] == "bad_manifest"
    assert "manifest" in words["message"]
