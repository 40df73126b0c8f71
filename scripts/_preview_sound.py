"""A sound, measured: how loud it is, where it is silent, whether it is clipped, and its shape for the eye."""

from pathlib import Path
from typing import Any

import av
import numpy as np
from numpy.typing import NDArray

from _media import SAMPLE_RATE
from film.sound import Samples, decibels, loudness, read_sound, weighted_powers

WINDOW = SAMPLE_RATE // 50  # 20 ms
SILENT_DB = -50.0  # speech and ambience that can be heard at all are above it
PAUSE_S = 1.0  # shorter silences are breaths
FULL = 0.985  # of full scale; a sound that is clipped stays about there, any other only passes
LOUDEST = np.float32(100)  # times full scale
PIECE = 60 * SAMPLE_RATE  # measured at a time: a long film's transforms would fill the memory
BENT = 0.6  # quiet sounds are drawn larger than they are, as the ear hears them


def measure(file: Path, bins: int) -> dict[str, Any]:
    """Decode a file's sound once and measure it; `bins` is how many values its shape has. Without sound it says nothing."""
    # A file of floating numbers may hold what is no number, or one whose square is none.
    samples = np.clip(np.nan_to_num(read_sound(file, "The take")), -LOUDEST, LOUDEST)
    if not samples.shape[1]:
        return {}
    integrated = _loudness(samples)
    if _is_mono(file):
        samples *= np.sqrt(np.float32(2))  # Spread over two channels it lost 3 dB, and its limit with them.
    heights = np.abs(samples).max(axis=0)
    return {
        "seconds": round(samples.shape[1] / SAMPLE_RATE, 3),
        "peaks": _shape(heights, bins),
        "loudness": round(integrated, 1),
        "true_peak": round(decibels(_true_peak(samples, heights)), 1),
        "volume": round(decibels(float(np.sqrt((samples**2).mean()))), 1),
        "clipped": round(float((heights >= FULL).mean()), 6),
        **_silence(samples),
    }


def _is_mono(file: Path) -> bool:
    with av.open(str(file)) as container:
        return container.streams.audio[0].channels == 1


def _shape(heights: NDArray[np.float32], bins: int) -> list[int]:
    bins = min(bins, len(heights))
    tops = np.maximum.reduceat(heights, np.linspace(0, len(heights), bins, endpoint=False).astype(int))
    return [int(top) for top in np.round(100 * np.minimum(tops, 1) ** BENT)]


def _loudness(samples: Samples) -> float:
    pieces = [weighted_powers(samples[:, start : start + PIECE]) for start in range(0, samples.shape[1], PIECE)]
    return loudness(np.concatenate(pieces))


def _true_peak(samples: Samples, heights: NDArray[np.float32]) -> float:
    """Give the highest point between samples, looked for around the highest sample: four times as many of them."""
    highest = int(heights.argmax())
    part = samples[:, max(0, highest - 2_048) : highest + 2_048]
    length = part.shape[1]
    finer = np.fft.irfft(np.fft.rfft(part), 4 * length) * 4
    return max(float(heights[highest]), float(np.abs(finer).max()))


def _silence(samples: Samples) -> dict[str, Any]:
    """Give the share of silent windows, and the pauses from where to where in seconds."""
    count = samples.shape[1] // WINDOW
    if not count:
        return {"silence": 0.0, "pauses": []}
    power = (samples[:, : count * WINDOW] ** 2).mean(axis=0).reshape(count, WINDOW).mean(axis=1)
    silent = power < 10 ** (SILENT_DB / 10)
    second = SAMPLE_RATE / WINDOW
    return {"silence": round(float(silent.mean()), 3), "pauses": spans(silent, per_second=second, at_least=PAUSE_S)}


def spans(flags: NDArray[np.bool_], *, per_second: float, at_least: float) -> list[list[float]]:
    """Give from where to where flags are set without a break, in seconds; only spans of some length."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], flags.astype(np.int8), [0]))))
    pairs = ((int(start), int(end)) for start, end in edges.reshape(-1, 2))
    return [
        [round(start / per_second, 2), round(end / per_second, 2)]
        for start, end in pairs
        if end - start >= at_least * per_second
    ]
