"""Cut a film: each clip to its narration, sound mixed, everything joined at the loudness YouTube plays.

    python scripts/assemble_video.py --manifest film.json --output film.mp4 --captions film.srt --thumbnail thumb.jpg

Segments are kept in the manifest's folder for them; a scene whose files have not changed is not cut again. With
`--only-segment 7` just that scene's segment is made, ahead of time. Paths in the manifest are relative to it:

    {"title": "…", "segments": "segments", "language": "en",
     "scenes": [{"number": 1, "video": "clip.mp4", "narration": "n.mp3", "timings": "n.json", "sfx": "s.wav",
                 "text": "…"}],
     "intro": null, "outro": null, "music": null, "watermark": null}
"""

import argparse
import os
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from _client import Failure, progress, run, writing
from _media import FPS
from film.captions import as_srt, captions, spoken_words
from film.finish import Chapter, join, measure
from film.manifest import Manifest, Scene, read_manifest
from film.mix import CEILING_DB, add_music, mastered
from film.segments import Segment, Workshop
from film.sound import read_sound, read_wav
from film.thumbnail import write_thumbnail

MODEL = "assembler-1"


def assemble(arguments: argparse.Namespace) -> dict[str, Any]:
    """Make one segment, or the whole film."""
    manifest = read_manifest(arguments.manifest)
    if arguments.only_segment is not None:
        return _one_segment(manifest, arguments.only_segment)
    if arguments.output is None:
        raise Failure("Say where the film goes with --output, or which --only-segment to make.", code="bad_input")
    with ThreadPoolExecutor(len(os.sched_getaffinity(0))) as pool:
        return _film(manifest, arguments, pool)


def _one_segment(manifest: Manifest, number: int) -> dict[str, Any]:
    chosen = [scene for scene in manifest.scenes if scene.number == number]
    if not chosen:
        raise Failure(f"The manifest has no scene {number}.", code="bad_input")
    segment = Workshop(manifest.segments, manifest.watermark).scene(chosen[0])
    return {"model": MODEL, "units": _counted([segment]), "cost_usd": 0, "duration_s": round(segment.frames / FPS, 3)}


def _film(manifest: Manifest, arguments: argparse.Namespace, pool: ThreadPoolExecutor) -> dict[str, Any]:
    parts = _segments(manifest, pool)
    chapters, at = [], 0
    for title, _, segment in parts:
        chapters.append(Chapter(title, at, at + segment.frames))
        at += segment.frames
    scenes = [(scene, part, c) for (_, scene, part), c in zip(parts, chapters, strict=True) if scene]
    lufs, peak = _write_film(manifest, [part for _, _, part in parts], chapters, arguments.output)
    if arguments.captions:
        shown = []
        for scene, part, chapter in scenes:
            words = spoken_words(scene.timings, scene.text, chapter.start / FPS, part.voice_s, part.skipped_s)
            shown += captions(words, chapter.end / FPS)
        with writing(arguments.captions) as unfinished:
            unfinished.write_text(as_srt(shown), encoding="utf-8")
    if arguments.thumbnail:
        write_thumbnail([part.video for _, part, _ in scenes], arguments.thumbnail, pool)
    return {
        "model": MODEL,
        "units": _counted([part for _, _, part in parts]),
        "cost_usd": 0,
        "duration_s": round(at / FPS, 3),
        "loudness_lufs": lufs,
        "true_peak_dbtp": peak,
        "scenes": [
            {"number": scene.number, "start": round(c.start / FPS, 3), "end": round(c.end / FPS, 3)}
            for scene, _, c in scenes
        ],
    }


def _segments(manifest: Manifest, pool: ThreadPoolExecutor) -> list[tuple[str, Scene | None, Segment]]:
    """Make or find all segments, side by side: (chapter's title, scene or None, segment)."""
    workshop = Workshop(manifest.segments, manifest.watermark)
    waiting: list[tuple[str, Scene | None, Future[Segment]]]
    waiting = [(f"Scene {scene.number}", scene, pool.submit(workshop.scene, scene)) for scene in manifest.scenes]
    if manifest.intro:
        waiting.insert(0, ("Intro", None, pool.submit(workshop.extra, "intro", manifest.intro)))
    if manifest.outro:
        waiting.append(("Outro", None, pool.submit(workshop.extra, "outro", manifest.outro)))
    parts = []
    try:
        for title, scene, segment in waiting:
            parts.append((title, scene, segment.result()))
            progress(progress=round(0.7 * len(parts) / len(waiting), 2))
    except Failure:
        pool.shutdown(cancel_futures=True)
        raise
    return parts


def _write_film(
    manifest: Manifest, segments: list[Segment], chapters: list[Chapter], output: Path
) -> tuple[float, float]:
    """Mix and join; where the encoded sound peaks too high, once more with a lower ceiling. Returns LUFS and dBTP."""
    sound = np.concatenate([read_wav(each.sound) for each in segments], axis=1)
    if manifest.music:
        starts = [chapter.start / FPS for chapter in chapters]
        voices = [(start, start + each.voice_s) for start, each in zip(starts, segments, strict=True)]
        add_music(sound, read_sound(manifest.music, "The music"), voices)
    with writing(output) as unfinished:
        write = partial(
            join, segments, chapters=chapters, output=unfinished, title=manifest.title, language=manifest.language
        )
        write(mastered(sound))
        lufs, peak = measure(unfinished)
        if peak > -1.0:
            write(mastered(sound, CEILING_DB - (peak + 1.0) - 0.3))
            lufs, peak = measure(unfinished)
    return lufs, peak


def _counted(segments: list[Segment]) -> dict[str, int]:
    made = sum(segment.made for segment in segments)
    return {"segments_made": made, "segments_reused": len(segments) - made}


def main() -> None:
    parser = argparse.ArgumentParser(description="Cut a film from clips, narration and sound.")
    parser.add_argument("--manifest", type=Path, required=True)
    parser.add_argument("--output", type=Path, help="an .mp4 file")
    parser.add_argument("--captions", type=Path, help="an .srt file")
    parser.add_argument("--thumbnail", type=Path, help="a .jpg file")
    parser.add_argument("--only-segment", type=int, metavar="NUMBER", help="make just this scene's segment")
    run(parser, assemble)


if __name__ == "__main__":
    main()
