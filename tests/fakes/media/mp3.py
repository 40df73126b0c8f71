"""Cut MP3 to a length without an encoder: one long file is made once, its frames are counted off."""

import re

BITRATES = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)  # MPEG-1 layer III, kbit/s
LOW_BITRATES = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)  # MPEG-2 layer III


def cut(mp3: bytes, seconds: float, rate: int) -> bytes:
    """Give the first seconds of a file; at least one frame. The file is repeated where it is too short."""
    samples = 1152 if rate >= 32_000 else 576
    wanted = max(1, round(seconds * rate / samples))
    places = [0]
    while len(places) <= wanted and places[-1] + 4 <= len(mp3):
        places.append(places[-1] + _frame_length(mp3[places[-1] : places[-1] + 4], samples))
    have = len(places) - 1
    if have >= wanted:
        return mp3[: places[wanted]]
    times, rest = divmod(wanted, have)
    return mp3[: places[have]] * times + mp3[: places[rest]]


def _frame_length(head: bytes, samples: int) -> int:
    rates = (44_100, 48_000, 32_000) if samples == 1152 else (22_050, 24_000, 16_000)
    table = BITRATES if samples == 1152 else LOW_BITRATES
    if head[0] != 0xFF:
        raise ValueError("This is not the beginning of an MP3 frame.")
    rate, kilobits = rates[head[2] >> 2 & 3], table[head[2] >> 4]
    return samples // 8 * kilobits * 1000 // rate + (head[2] >> 1 & 1)


def numbers(form: str) -> tuple[int, int] | None:
    """Read mp3_44100_128 as 44100 samples a second and 128 kbit/s; None for what is not MP3."""
    found = re.fullmatch(r"mp3_(22050|24000|44100|48000)_(\d+)", form)
    return (int(found[1]), int(found[2])) if found else None
