"""What can be measured in a finished film: its container, its cuts, and where voices begin and end.

Nothing is taken from a manifest or from chapters; only the pictures and the sound are believed.
"""

import re
import subprocess
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import av
import imageio_ffmpeg
import numpy as np
from numpy.typing import NDArray

RATE = 48_000
SMALL = (80, 45)  # the size at which pictures are compared
HOP_S = 0.001
BT_709 = (1, 1, 1, 1)  # primaries, transfer, matrix, limited range

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Container:
    """What the file says about itself."""

    video: str
    size: tuple[int, int]
    colours: tuple[int, ...]  # as in BT_709; those that are wrong, where container and pictures differ
    times: list[float]  # of every picture, in seconds
    audio: str
    audio_rate: int
    channels: int


@dataclass(frozen=True)
class Voice:
    """A scene's voice: `onset_ms` after its cut, `quiet_ms` between its last sound and the next cut."""

    onset_ms: float
    quiet_ms: float


def read_container(film: Path) -> Container:
    with av.open(str(film)) as opened:
        video, audio = opened.streams.video[0], opened.streams.audio[0]
        base = float(video.time_base or 0)
        times = sorted(packet.pts * base for packet in opened.demux(video) if packet.pts is not None)
        codec = video.codec_context
        opened.seek(0)
        first = next(opened.decode(video))
        # The container and the pictures each carry tags; players believe one or the other.
        tags = [(each.color_primaries, each.color_trc, each.colorspace, each.color_range) for each in (codec, first)]
        colours = tags[0] if tags[0] != BT_709 else tags[1]
        return Container(
            video=codec.name,
            size=(codec.width, codec.height),
            colours=tuple(map(int, colours)),
            times=times,
            audio=audio.codec_context.name,
            audio_rate=audio.codec_context.sample_rate,
            channels=audio.codec_context.layout.nb_channels,
        )


def index_comes_first(film: Path) -> bool:
    """Say whether the box `moov` stands before `mdat`, so that playing can start before all is loaded."""
    with film.open("rb") as opened:
        while len(header := opened.read(8)) == 8:
            size, name = int.from_bytes(header[:4]), header[4:]
            if name in (b"moov", b"mdat"):
                return name == b"moov"
            opened.seek((int.from_bytes(opened.read(8)) - 16) if size == 1 else size - 8, 1)
    return False


def loudness(film: Path) -> tuple[float, float]:
    """Measure integrated loudness (LUFS) and true peak (dBTP) as EBU R 128 says."""
    summary = _ffmpeg(
        "-v", "info", "-i", film, "-map", "0:a", "-af", "ebur128=peak=true:framelog=quiet", "-f", "null", "-"
    )
    integrated = re.search(r"I:\s+(-?[\d.]+|-inf) LUFS", summary.stderr.decode("utf-8", "replace"))
    peak = re.search(r"Peak:\s+(-?[\d.]+|-inf) dBFS", summary.stderr.decode("utf-8", "replace"))
    return float(integrated[1] if integrated else "nan"), float(peak[1] if peak else "nan")


def find_cuts(film: Path) -> list[int]:
    """Find the pictures that have nothing to do with the one before: a jump far over all movement near it."""
    shape = (
        "-vf",
        f"scale={SMALL[0]}:{SMALL[1]}:flags=area,format=rgb24",
        "-fps_mode",
        "passthrough",
        "-f",
        "rawvideo",
        "-",
    )
    raw = _ffmpeg("-v", "error", "-i", film, "-map", "0:v", *shape).stdout
    pictures = np.frombuffer(raw, np.uint8).reshape(-1, SMALL[0] * SMALL[1] * 3).astype(np.int16)
    jumps = np.array([0.0] + [np.abs(after - before).mean() for before, after in pairwise(pictures)])
    cuts = []
    for at in range(1, len(jumps)):
        near = np.concatenate([jumps[max(1, at - 6) : at], jumps[at + 1 : at + 7]])
        if jumps[at] > 4.0 and jumps[at] > 4 * near.max(initial=0.0):
            cuts.append(at)
    return cuts


def read_sound(film: Path) -> Floats:
    """Decode the sound to mono on the film's own clock: a track that starts late begins with silence."""
    clock = ("-af", "aresample=async=1:first_pts=0", "-ac", "1", "-ar", str(RATE), "-f", "f32le", "-")
    return np.frombuffer(_ffmpeg("-v", "error", "-i", film, "-map", "0:a", *clock).stdout, np.float32)


def find_voices(sound: Floats, cuts: list[float]) -> list[Voice]:
    """Find the voice of every scene; `cuts` are all borders in seconds, the film's beginning and end among them."""
    levels = speech_levels(sound)
    return [_voice(levels[round(start / HOP_S) : round(end / HOP_S)]) for start, end in pairwise(cuts)]


def speech_levels(sound: Floats) -> Floats:
    """Give for every millisecond the level in dB of 5 ms around it, between 150 and 9,000 Hz where speech is."""
    spectrum = np.fft.rfft(sound)
    hertz = np.fft.rfftfreq(len(sound), 1 / RATE)
    spectrum[(hertz < 150) | (hertz > 9000)] = 0
    power = np.cumsum(np.concatenate([[0.0], np.fft.irfft(spectrum, len(sound)).astype(np.float64) ** 2]))
    middles = np.arange(0, len(sound), int(RATE * HOP_S))
    first, last = np.maximum(middles - 120, 0), np.minimum(middles + 120, len(sound))
    return np.asarray(10 * np.log10((power[last] - power[first]) / (last - first) + 1e-12), np.float32)


def _voice(levels: Floats) -> Voice:
    """Tell voice from ambience in one scene.

    Speech is what reaches 20 dB under the scene's loud parts, and stands out of what is heard just before the next cut,
    if that is quiet. A single crack or drop is not speech: most of the following tenth of a second must be as loud.
    """
    loud = float(np.percentile(levels, 90))
    tail = float(np.percentile(levels[-200:-10], 80))
    floor = max(loud - 20, tail + 5 if tail < loud - 11 else -np.inf)
    speaking = levels > floor
    lasting = np.convolve(speaking, np.ones(100), "full")[99 : 99 + len(levels)] > 50
    onset = int(np.argmax(speaking & lasting)) if (speaking & lasting).any() else len(levels)
    backwards = np.convolve(speaking, np.ones(60), "full")[: len(levels)] > 30
    last = len(levels) - int(np.argmax(backwards[::-1])) if backwards.any() else 0
    return Voice(round(onset * HOP_S * 1000, 1), round((len(levels) - last) * HOP_S * 1000, 1))


def _ffmpeg(*arguments: str | Path) -> "subprocess.CompletedProcess[bytes]":
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-hide_banner", "-nostdin", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=True)
