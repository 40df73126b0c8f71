"""The last step of a film: segments joined by copying, sound encoded, chapters written, the result measured."""

import re
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import av

from _client import Failure, ffmpeg, ffmpeg_failure, run_ffmpeg
from _media import COLOUR, FPS, SAMPLE_RATE
from film.segments import Segment
from film.sound import Samples

# MP4 wants three letters.
_LANGUAGES = {"en": "eng", "de": "deu", "fr": "fra", "es": "spa", "it": "ita", "pt": "por", "nl": "nld", "pl": "pol"}


@dataclass(frozen=True)
class Chapter:
    """A part of the film, in frames."""

    title: str
    start: int
    end: int


def join(
    segments: list[Segment], sound: Samples, chapters: list[Chapter], output: Path, *, title: str, language: str
) -> None:
    """Write the film. Raises Failure when it does not hold every frame of its segments."""
    with tempfile.TemporaryDirectory(dir=segments[0].folder, prefix=".join_") as place:
        parts, notes = Path(place) / "parts.txt", Path(place) / "notes.txt"
        parts.write_text("".join(f"file '{_quoted(each.video)}'\n" for each in segments), encoding="utf-8")
        notes.write_text(_notes(chapters, title), encoding="utf-8")
        inputs: list[str | Path] = ["-f", "concat", "-safe", "0", "-i", parts]
        inputs += ["-f", "f32le", "-ar", str(SAMPLE_RATE), "-ac", "2", "-i", "pipe:0", "-f", "ffmetadata", "-i", notes]
        maps = ["-map", "0:v", "-map", "1:a", "-map_metadata", "2", "-map_chapters", "2"]
        # "fast" is as good at 192 kbit/s and takes half the time.
        coding = ["-c:v", "copy", "-c:a", "aac", "-aac_coder", "fast", "-b:a", "192k", *COLOUR]
        tags = ["-metadata:s:a:0", f"language={_LANGUAGES.get(language[:2].lower(), 'und')}"]
        container: list[str | Path] = [
            "-fflags",
            "+bitexact",
            "-flags:a",
            "+bitexact",
            "-movflags",
            "+faststart",
            output,
        ]
        run_ffmpeg(*inputs, *maps, *coding, *tags, *container, stdin=sound.T.astype("<f4").tobytes())
    _check_frames(output, sum(each.frames for each in segments))


def measure(film: Path) -> tuple[float, float]:
    """Measure a film as EBU R 128 does: integrated loudness in LUFS and true peak in dBTP."""
    command = [
        ffmpeg(),
        "-hide_banner",
        "-nostdin",
        "-i",
        str(film),
        "-map",
        "0:a",
        "-af",
        "ebur128=peak=true:framelog=quiet",
    ]
    finished = subprocess.run([*command, "-f", "null", "-"], capture_output=True, check=False)
    if finished.returncode:
        raise ffmpeg_failure(finished.stderr)
    summary = finished.stderr.decode("utf-8", "replace")
    integrated, peak = (
        re.search(r"I:\s+(-?[\d.]+|-inf) LUFS", summary),
        re.search(r"Peak:\s+(-?[\d.]+|-inf) dBFS", summary),
    )
    if not integrated or not peak:
        raise Failure("FFmpeg did not say how loud the film is.", code="ffmpeg")
    return float(integrated[1]), float(peak[1])


def _check_frames(film: Path, expected: int) -> None:
    with av.open(str(film)) as container:
        found = sum(1 for packet in container.demux(video=0) if packet.dts is not None)
    if found != expected:
        raise Failure(f"The film has {found} frames, its segments have {expected}. Make it again.", code="frames")


def _notes(chapters: list[Chapter], title: str) -> str:
    notes = f";FFMETADATA1\ntitle={_escaped(title)}\n"
    for each in chapters:
        notes += f"[CHAPTER]\nTIMEBASE=1/{FPS}\nSTART={each.start}\nEND={each.end}\ntitle={_escaped(each.title)}\n"
    return notes


def _escaped(text: str) -> str:
    return re.sub(r"([=;#\\])", r"\\\1", " ".join(text.split()))


def _quoted(path: Path) -> str:
    return str(path.resolve()).replace("'", "'\\''")
