"""Sound as arrays: read from any file, kept as WAV, and measured as EBU R 128 does it."""

import wave
from functools import cache
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from _client import Failure
from _media import SAMPLE_RATE

Samples = NDArray[np.float32]

_CHUNK = 1 << 17
SUBBLOCK = 50  # samples: about 1 ms, and a whole number of them in a frame, in 100 ms and in a second
SILENT_LUFS = -70.0


def read_sound(file: Path, name: str, enough: float = np.inf) -> Samples:
    """Decode a file's first sound to (2, samples) at 48 kHz, `enough` samples or all; without sound it gives none."""
    pieces: list[Samples] = []
    resampler = av.AudioResampler(format="fltp", layout="stereo", rate=SAMPLE_RATE)
    try:
        with av.open(str(file)) as container:
            for frame in container.decode(audio=0) if container.streams.audio else ():
                pieces += [_array(piece) for piece in resampler.resample(frame)]
                if sum(piece.shape[1] for piece in pieces) >= enough:
                    break
            pieces += [_array(piece) for piece in resampler.resample(None)] if pieces else []
    except av.FFmpegError as error:
        raise Failure(
            f"{name} {file.name} cannot be read: {error.strerror}. Make it again.", code="bad_input"
        ) from None
    return np.concatenate(pieces, axis=1) if pieces else np.zeros((2, 0), np.float32)


def _array(frame: av.AudioFrame) -> Samples:
    return np.asarray(frame.to_ndarray(), np.float32)


def write_wav(file: Path, samples: Samples) -> None:
    with wave.open(str(file), "wb") as out:
        out.setnchannels(2)
        out.setsampwidth(2)
        out.setframerate(SAMPLE_RATE)
        out.writeframes((np.clip(samples, -1, 1).T * 32_767).round().astype("<i2").tobytes())


def read_wav(file: Path) -> Samples:
    """Read what `write_wav` wrote."""
    with wave.open(str(file), "rb") as source:
        frames = np.frombuffer(source.readframes(source.getnframes()), "<i2")
    return np.ascontiguousarray(frames.reshape(-1, 2).T, np.float32) / np.float32(32_767)


def decibels(factor: float) -> float:
    return float(20 * np.log10(max(factor, 1e-9)))


def factor(level: float) -> np.float32:
    return np.float32(10 ** (level / 20))


def weighted_powers(samples: Samples) -> NDArray[np.float64]:
    """Give the K-weighted power (ITU-R BS.1770, both channels added) of every SUBBLOCK."""
    length = samples.shape[1] // SUBBLOCK * SUBBLOCK
    size = min(_CHUNK, 1 << max(10, (length - 1).bit_length()))
    chunks = np.zeros((2, -(-length // size), size), np.float32)
    chunks.reshape(2, -1)[:, :length] = samples[:, :length]
    weighted = np.fft.irfft(np.fft.rfft(chunks) * _k_curve(size), size).reshape(2, -1)[:, :length]
    return np.asarray((weighted**2).sum(axis=0).reshape(-1, SUBBLOCK).mean(axis=1), np.float64)


def loudness(powers: NDArray[np.float64]) -> float:
    """Integrate powers of subblocks to LUFS: blocks of 400 ms each 100 ms, gated at -70 and -10 LU under the rest."""
    tenth = SAMPLE_RATE // 10 // SUBBLOCK
    if len(powers) < 4 * tenth:
        return _lufs(powers) if len(powers) else SILENT_LUFS
    tenths = powers[: len(powers) // tenth * tenth].reshape(-1, tenth).mean(axis=1)
    blocks = (tenths[:-3] + tenths[1:-2] + tenths[2:-1] + tenths[3:]) / 4
    loud = blocks[blocks > 10 ** ((SILENT_LUFS + 0.691) / 10)]
    return _lufs(loud[loud > loud.mean() / 10]) if len(loud) else SILENT_LUFS


def _lufs(powers: NDArray[np.float64]) -> float:
    return max(SILENT_LUFS, -0.691 + 10 * float(np.log10(powers.mean() + 1e-12)))


@cache
def _k_curve(size: int) -> Samples:
    """The two filters of BS.1770 at 48 kHz, as gains at the frequencies of a transform."""
    z = np.exp(-2j * np.pi * np.fft.rfftfreq(size))
    shelf = (1.53512485958697 - 2.69169618940638 * z + 1.19839281085285 * z**2) / (
        1 - 1.69065929318241 * z + 0.73248077421585 * z**2
    )
    low_cut = (1 - 2 * z + z**2) / (1 - 1.99004745483398 * z + 0.99007225036621 * z**2)
    return np.asarray(np.abs(shelf * low_cut), np.float32)
