"""Check a finished film as a stranger would: from its pictures and its sound alone.

    python benchmarks/check_film.py film.mp4 --scenes 18

Prints one line of JSON with every figure, `ok`, and a sentence for each thing that is wrong. Exits 0 or 1.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import av

from _film_facts import (
    BT_709,
    Container,
    find_cuts,
    find_voices,
    index_comes_first,
    loudness,
    read_container,
    read_sound,
)

SIZE, FPS, SAMPLE_RATE = (1920, 1080), 24, 48_000
LATEST_VOICE_MS, LEAST_QUIET_MS = 40, 60
LOUDNESS, LOUDNESS_SLACK, HIGHEST_PEAK = -14.0, 1.0, -1.0


def check(film: Path, scenes: int, shortest: float, longest: float) -> dict[str, Any]:
    """Measure everything; `problems` holds a sentence for each rule that is broken."""
    container = read_container(film)
    integrated, peak = loudness(film)
    duration = container.times[-1] - container.times[0] + 1 / FPS
    cuts = [container.times[number] for number in find_cuts(film)]
    sound = read_sound(film)
    voices = find_voices(sound, [0.0, *cuts, min(duration, len(sound) / SAMPLE_RATE)])
    figures: dict[str, Any] = {
        "duration_s": round(duration, 3),
        "frames": len(container.times),
        "video": container.video,
        "size": list(container.size),
        "audio": container.audio,
        "audio_rate": container.audio_rate,
        "channels": container.channels,
        "sound_minus_picture_ms": round((len(sound) / SAMPLE_RATE - duration) * 1000, 1),
        "loudness_lufs": integrated,
        "true_peak_dbtp": peak,
        "moov_first": index_comes_first(film),
        "cuts_s": [round(cut, 3) for cut in cuts],
        "voice_onset_ms": [voice.onset_ms for voice in voices],
        "quiet_before_cut_ms": [voice.quiet_ms for voice in voices],
    }
    found = [*_container_problems(container), *_measured_problems(figures, shortest, longest)]
    found += _scene_problems(figures, scenes)
    return {"ok": not found, "problems": found, **figures}


def _container_problems(container: Container) -> list[str]:
    found = []
    if container.size != SIZE:
        found.append(f"The picture is {container.size[0]}x{container.size[1]}, not 1920x1080.")
    if container.video != "h264":
        found.append(f"The picture is coded as {container.video}, not H.264.")
    if (container.audio, container.audio_rate, container.channels) != ("aac", SAMPLE_RATE, 2):
        found.append(f"The sound is {container.audio}, {container.audio_rate} Hz, {container.channels} channels.")
    if container.colours != BT_709:
        found.append(f"The colours are tagged {container.colours}, not as BT.709 in limited range.")
    uneven = [at for number, at in enumerate(container.times) if abs(at - container.times[0] - number / FPS) > 0.002]
    if uneven or container.times[0] != 0:
        found.append(f"The pictures do not come at a constant {FPS} a second from the start.")
    return found


def _measured_problems(figures: dict[str, Any], shortest: float, longest: float) -> list[str]:
    found = []
    if not shortest <= figures["duration_s"] <= longest:
        found.append(f"The film lasts {figures['duration_s']} s; it should last {shortest:g} to {longest:g} s.")
    if abs(figures["sound_minus_picture_ms"]) > LATEST_VOICE_MS:
        found.append(f"Sound and picture differ by {figures['sound_minus_picture_ms']} ms in length.")
    if abs(figures["loudness_lufs"] - LOUDNESS) > LOUDNESS_SLACK:
        found.append(f"The loudness is {figures['loudness_lufs']} LUFS, not {LOUDNESS:g}.")
    if figures["true_peak_dbtp"] > HIGHEST_PEAK:
        found.append(f"The true peak is {figures['true_peak_dbtp']} dBTP, over {HIGHEST_PEAK:g}.")
    if not figures["moov_first"]:
        found.append("The index stands at the end of the file, so a player must load all of it first.")
    return found


def _scene_problems(figures: dict[str, Any], scenes: int) -> list[str]:
    found = []
    if len(figures["cuts_s"]) != scenes - 1:
        found.append(f"The picture has {len(figures['cuts_s'])} hard cuts; {scenes} scenes have {scenes - 1}.")
    for number, onset in enumerate(figures["voice_onset_ms"], 1):
        if onset > LATEST_VOICE_MS:
            found.append(f"Scene {number}: the voice begins {onset} ms after the cut.")
    for number, quiet in enumerate(figures["quiet_before_cut_ms"], 1):
        if quiet < LEAST_QUIET_MS:
            found.append(f"Scene {number}: the voice is cut off; {quiet} ms before the cut it still speaks.")
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description="Check a finished film from its pictures and sound alone.")
    parser.add_argument("film", type=Path)
    parser.add_argument("--scenes", type=int, default=18)
    parser.add_argument("--shortest", type=float, default=75.0, help="seconds")
    parser.add_argument("--longest", type=float, default=110.0, help="seconds")
    arguments = parser.parse_args()
    try:
        result = check(arguments.film, arguments.scenes, arguments.shortest, arguments.longest)
    except (OSError, av.FFmpegError, IndexError) as error:
        result = {"ok": False, "problems": [f"{arguments.film.name} cannot be read as a film: {error}."]}
    print(json.dumps(result))
    sys.exit(0 if result["ok"] else 1)


if __name__ == "__main__":
    main()
