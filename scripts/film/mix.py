"""Voice, ambience and music put together: first each scene, then the film at its loudness.

A scene's voice always has the same loudness, so one gain fits the whole film.
"""

from dataclasses import dataclass

import numpy as np

from _client import Failure
from _media import FPS, SAMPLE_RATE
from film.sound import SUBBLOCK, Samples, decibels, factor, loudness, weighted_powers

FRAME = SAMPLE_RATE // FPS
BREATH_S = 0.4  # between the last word and the next cut
LEAD_S = 0.008  # kept before the first sound, so that its attack is whole
LONGEST_LEAD_S, LEAD_BELOW_VOICE, MOST_LIFT = 0.035, 10.0, 14.0  # of a whispered first consonant; dB
VOICE_LUFS = -23.0
AMBIENCE_BELOW_VOICE = 19.0  # LU
MOST_BOOST = 18.0  # dB; a recording of silence stays silent
MUSIC_BELOW_VOICE, DUCKED_BY = 9.0, 13.0
FILM_LUFS = -14.0
CEILING_DB = -2.0  # AAC adds up to a decibel to the peaks
_WINDOW = SAMPLE_RATE // 200


@dataclass(frozen=True)
class SceneSound:
    """A scene's finished sound: whole frames; `skipped_s` of silence was cut from before the voice of `voice_s`."""

    samples: Samples
    skipped_s: float
    voice_s: float

    @property
    def frames(self) -> int:
        return int(self.samples.shape[1]) // FRAME


def scene_sound(narration: Samples, ambience: Samples | None, name: str) -> SceneSound:
    """Lay the voice over the ambience, starting with the first sound and ending a breath after the last."""
    first, clear, last = _voiced(narration, name)
    voice = at_loudness(narration[:, first:last], VOICE_LUFS)
    _lift_lead(voice, clear - first)
    _fade(voice, 0.002, 0.01)
    frames = int(np.ceil((voice.shape[1] / SAMPLE_RATE + BREATH_S) * FPS - 1e-6))
    mix = np.zeros((2, frames * FRAME), np.float32)
    if ambience is not None and ambience.shape[1]:
        mix += _under(ambience, mix.shape[1])
    mix[:, : voice.shape[1]] += voice
    mix *= min(1.0, 0.98 / max(float(np.abs(mix).max()), 1e-9))
    return SceneSound(mix, first / SAMPLE_RATE, voice.shape[1] / SAMPLE_RATE)


def at_loudness(samples: Samples, target: float) -> Samples:
    """Bring a sound to a loudness, as far as MOST_BOOST allows and its peaks stay whole."""
    peak = decibels(float(np.abs(samples).max(initial=0)))
    gain = min(target - loudness(weighted_powers(samples)), MOST_BOOST, -0.2 - peak)
    return samples * factor(gain)


def fitted(samples: Samples, length: int) -> Samples:
    """Cut a sound to a length, or repeat it with soft seams until it is long enough."""
    overlap = min(SAMPLE_RATE // 2, samples.shape[1] // 2)
    rise = np.sin(np.linspace(0, np.pi / 2, overlap, dtype=np.float32))
    whole = samples
    while whole.shape[1] < length:
        seam = whole[:, -overlap:] * rise[::-1] + samples[:, :overlap] * rise
        whole = np.concatenate([whole[:, :-overlap], seam, samples[:, overlap:]], axis=1)
    return np.array(whole[:, :length])


def _voiced(samples: Samples, name: str) -> tuple[int, int, int]:
    """Find where a voice begins, where it is clear, and where it ends, in samples.

    A first consonant such as "f" may whisper for a tenth of a second; what exceeds LONGEST_LEAD_S is left out.
    """
    count = samples.shape[1] // _WINDOW
    levels = np.sqrt((samples[:, : count * _WINDOW].mean(axis=0) ** 2).reshape(-1, _WINDOW).mean(axis=1))
    top = np.float32(levels.max(initial=0))
    if top < 1e-3:
        raise Failure(f"{name} is silent. Make it again.", code="silent")
    soft, clear = _first(levels, top * factor(-36)), _first(levels, top * factor(-18))
    lead = int(LONGEST_LEAD_S * SAMPLE_RATE) // _WINDOW
    first = max(soft * _WINDOW - int(LEAD_S * SAMPLE_RATE), (clear - lead) * _WINDOW, 0)
    return first, clear * _WINDOW, (count - _first(levels[::-1], top * factor(-42))) * _WINDOW


def _first(levels: Samples, threshold: np.float32) -> int:
    return int(np.argmax(levels > threshold))


def _lift_lead(voice: Samples, clear: int) -> None:
    """Raise a whispered first consonant, so that a voice is heard from its cut on."""
    if clear < 4 * _WINDOW:
        return
    body = np.sqrt((voice[:, clear : clear + SAMPLE_RATE] ** 2).mean())
    lead = np.sqrt((voice[:, :clear] ** 2).mean())
    lift = min(max(0.0, decibels(float(body / max(lead, 1e-6))) - LEAD_BELOW_VOICE), MOST_LIFT)
    ramp = np.ones(clear, np.float32)
    ramp[-2 * _WINDOW :] = np.linspace(1, 0, 2 * _WINDOW, dtype=np.float32)
    voice[:, :clear] *= 10 ** (np.float32(lift / 20) * ramp)


def _under(ambience: Samples, length: int) -> Samples:
    """Bring an ambience to its place under the voice; its loudest moments may not come near the voice."""
    bed = fitted(ambience, length)
    powers = weighted_powers(bed)
    loudest = max(loudness(part) for part in np.array_split(powers, max(1, len(powers) // 400)))
    level = max(loudness(powers), loudest - 6)
    bed *= factor(min(VOICE_LUFS - AMBIENCE_BELOW_VOICE - level, MOST_BOOST))
    _fade(bed, 0.008, 0.008)
    return bed


def _fade(samples: Samples, rise_s: float, fall_s: float) -> None:
    rise, fall = int(rise_s * SAMPLE_RATE), int(fall_s * SAMPLE_RATE)
    samples[:, :rise] *= np.linspace(0, 1, rise, dtype=np.float32)
    samples[:, -fall:] *= np.linspace(1, 0, fall, dtype=np.float32)


def add_music(film: Samples, music: Samples, voices: list[tuple[float, float]]) -> None:
    """Lay a music bed under the film; it steps back while somebody speaks (`voices`: seconds from, to)."""
    bed = fitted(at_loudness(music, VOICE_LUFS - MUSIC_BELOW_VOICE), film.shape[1])
    steps = film.shape[1] // SUBBLOCK
    duck = np.zeros(steps, np.float32)
    for start, stop in voices:
        duck[_step(start) : _step(stop)] = -DUCKED_BY
    smooth = np.hanning(_step(0.6) | 1).astype(np.float32)
    edge = len(smooth) // 2
    duck = np.convolve(np.pad(duck, edge, mode="edge"), smooth / smooth.sum(), mode="valid")
    bed *= _stretched(np.asarray(10 ** (duck / 20), np.float32))
    _fade(bed, 0.5, 1.5)
    film += bed


def mastered(film: Samples, ceiling_db: float = CEILING_DB) -> Samples:
    """Bring a film to FILM_LUFS with one gain; peaks over the ceiling are held down for a few milliseconds."""
    powers = weighted_powers(film)
    peaks = np.abs(film).max(axis=0).reshape(-1, SUBBLOCK).max(axis=1)
    gain = FILM_LUFS - loudness(powers)
    for _ in range(4):
        held = _held(peaks * factor(gain), float(factor(ceiling_db)))
        reached = loudness(powers * (held.astype(np.float64) * float(factor(gain))) ** 2)
        if abs(FILM_LUFS - reached) < 0.02:
            break
        gain += FILM_LUFS - reached
    return film * (_stretched(held) * factor(gain))


def _held(peaks: Samples, ceiling: float) -> Samples:
    """Limit: for every subblock the gain that keeps its peak under the ceiling, reached smoothly and in time."""
    need = np.minimum(1, ceiling / np.maximum(peaks, 1e-9))
    reach = 7
    padded = np.pad(need, reach, mode="edge")
    lowest = np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1).min(axis=1)
    smooth = np.hanning(2 * reach + 1)[1:-1]
    edge = len(smooth) // 2
    return np.convolve(np.pad(lowest, edge, mode="edge"), smooth / smooth.sum(), mode="valid").astype(np.float32)


def _stretched(gains: Samples) -> Samples:
    """Turn a gain for each subblock into one for each sample, without steps."""
    following = np.append(gains[1:], gains[-1])
    part = np.linspace(0, 1, SUBBLOCK, endpoint=False, dtype=np.float32)
    return (gains[:, None] + (following - gains)[:, None] * part).reshape(-1)


def _step(seconds: float) -> int:
    return int(seconds * SAMPLE_RATE / SUBBLOCK + 0.5)
