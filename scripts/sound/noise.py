"""The tools that ambience is made with: shaped noise, slow movement, small grains, a room.

Noise is made from its spectrum: random phases under a curve, turned into samples by one inverse Fourier transform, so
it has no filter that must settle and no seam.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

RATE = 48_000

Samples = NDArray[np.float32]
Curve = Sequence[tuple[float, float]]  # (Hz, dB), rising in Hz; silent far outside


class Stage:
    """A stretch of time to fill with sound. All randomness comes from one seed."""

    def __init__(self, seconds: float, seed: int) -> None:
        self.length = max(1, round(seconds * RATE))
        self.seconds = self.length / RATE
        self.random = np.random.default_rng(seed)
        self.time = np.arange(self.length, dtype=np.float32) / np.float32(RATE)
        self._octaves = np.log2(np.maximum(np.fft.rfftfreq(self.length, 1 / RATE), 1.0)).astype(np.float32)

    def between(self, low: float, high: float) -> float:
        return float(self.random.uniform(low, high))

    def empty(self) -> Samples:
        return np.zeros((2, self.length), np.float32)

    def noise(self, curve: Curve, *, width: float = 1.0) -> Samples:
        """Make stereo noise whose spectrum follows `curve`, with an RMS of 1; `width` 0 is mono, 1 is all around."""
        middle = self._one_noise(curve)
        if width <= 0:
            return np.stack([middle, middle])
        side = self._one_noise(curve) * np.float32(width)
        return np.asarray(np.stack([middle + side, middle - side]) / np.float32(np.hypot(1, width)), np.float32)

    def _one_noise(self, curve: Curve) -> Samples:
        bins = len(self._octaves)
        spectrum = np.empty(bins, np.complex64)
        spectrum.real = self.random.standard_normal(bins, dtype=np.float32)
        spectrum.imag = self.random.standard_normal(bins, dtype=np.float32)
        samples = np.fft.irfft(spectrum * self.gains(curve), self.length)
        return np.asarray(samples / np.float32(np.sqrt(np.mean(samples**2)) + 1e-9), np.float32)

    def gains(self, curve: Curve) -> Samples:
        """Read a curve at every frequency of a transform of this stage; below -80 dB it is silence."""
        points = [(2.0, -90.0), *curve, (RATE / 2, -90.0)]
        decibels = np.interp(self._octaves, np.log2([hertz for hertz, _ in points]), [level for _, level in points])
        return np.where(decibels < -80, 0.0, 10 ** (decibels / 20)).astype(np.float32)

    def shaped(self, track: Samples, curve: Curve) -> Samples:
        """Filter a track without delay."""
        return np.asarray(np.fft.irfft(np.fft.rfft(track) * self.gains(curve), self.length), np.float32)

    def drift(self, every: float, low: float, high: float) -> Samples:
        """Make a smooth random movement between `low` and `high` that changes its mind each `every` seconds."""
        stops = self.random.uniform(low, high, int(self.seconds / every) + 3).astype(np.float32)
        return self.through(stops, every, self.between(0, every))

    def through(self, stops: Samples, every: float, offset: float = 0.0) -> Samples:
        """Glide through `stops`, one each `every` seconds, starting `offset` seconds into them."""
        place = (self.time + np.float32(offset)) / np.float32(every)
        step = np.minimum(place.astype(np.int32), len(stops) - 2)
        part = np.clip(place - step.astype(np.float32), 0, 1)
        part = part * part * (3 - 2 * part)
        return np.asarray(stops[step] * (1 - part) + stops[step + 1] * part, np.float32)

    def moments(self, per_second: float) -> NDArray[np.float64]:
        """Choose random times, `per_second` on average and at least one."""
        count = max(1, int(self.random.poisson(per_second * self.seconds)))
        return np.sort(self.random.uniform(0, self.seconds, count))

    def place(self, track: Samples, at: float, grain: Samples, pan: float = 0.0) -> None:
        """Add a grain to a track at a time, `pan` from -1 (left) to 1 (right); what reaches over the end is cut."""
        first = round(at * RATE)
        grain = grain[: max(0, self.length - first)]
        angle = (np.clip(pan, -1, 1) + 1) * np.pi / 4
        sides = np.array([[np.cos(angle)], [np.sin(angle)]], np.float32)
        track[:, first : first + len(grain)] += sides * grain

    def pan(self) -> float:
        return self.between(-0.8, 0.8)

    def in_a_room(self, track: Samples, decay: float, share: float = 0.5) -> Samples:
        """Let a track ring in a room whose sound falls by 60 dB in `decay` seconds."""
        length = self.length + int(decay * RATE)
        answer = self.random.standard_normal((2, int(decay * RATE))).astype(np.float32)
        answer *= np.exp(-6.9 * np.linspace(0, 1, answer.shape[1], dtype=np.float32))
        answer /= np.sqrt(np.sum(answer**2, axis=1, keepdims=True))
        length = 1 << (length - 1).bit_length()
        wet = np.fft.irfft(np.fft.rfft(track, length) * np.fft.rfft(answer, length), length)[:, : self.length]
        return (track + np.float32(share) * wet).astype(np.float32)


def grain(seconds: float) -> Samples:
    """The time axis of a short sound."""
    return np.arange(max(2, int(seconds * RATE)), dtype=np.float32) / np.float32(RATE)


def fading(time: Samples, attack: float, decay: float) -> Samples:
    """An envelope that rises in `attack` seconds, falls to a third each `decay` seconds, and ends at nothing."""
    rise = np.minimum(time / np.float32(attack), 1)
    end = np.minimum((time[-1] - time) / np.float32(0.004), 1)
    return np.asarray(rise * np.exp(-time / np.float32(decay)) * end, np.float32)


def tone(time: Samples, start: float, stop: float, phase: float = 0.0) -> Samples:
    """A sine that glides from `start` to `stop` Hz."""
    turn = start * time + (stop - start) * time**2 / (2 * max(float(time[-1]), 1e-6))
    return np.sin(2 * np.pi * (turn + phase)).astype(np.float32)
