"""Small files that open and play, made once: enough for the engine, quick enough for tests."""

import functools
import hashlib
from pathlib import Path

from tests.fakes.media import Speech, marks, mp3, store

WORDS_PER_SECOND = 2.4
LONGEST_S = 30
SHADES = ("#24506e", "#6e4324", "#3d6b35", "#5b3a6b")


class Tiny:
    """Makes the smallest files that are what they claim to be."""

    def image(self, prompt: str, size: tuple[int, int], mime: str, mark: str) -> bytes:
        shade = SHADES[hashlib.sha256(prompt.encode()).digest()[0] % len(SHADES)]
        ending = "jpg" if mime == "image/jpeg" else "png"
        plain = store.kept(f"{size[0]}x{size[1]}-{shade[1:]}.{ending}", functools.partial(_picture, size, shade))
        return (marks.marked_jpeg if ending == "jpg" else marks.marked_png)(plain, mark)

    def clip(self, prompt: str, picture: bytes, seconds: float, mark: str) -> bytes:
        return marks.marked_mp4(store.kept(f"{seconds:g}s.mp4", functools.partial(_clip, seconds)), mark)

    def speech(self, text: str, language: str, voice: str, form: str) -> Speech:
        seconds = max(0.4, len(text.split()) / WORDS_PER_SECOND)
        each = seconds / max(1, len(text))
        times = [round(place * each, 3) for place in range(len(text) + 1)]
        return Speech(self._tone("speech", "sine=frequency=180", seconds, form), tuple(times[:-1]), tuple(times[1:]))

    def sound(self, text: str, seconds: float, form: str) -> bytes:
        return self._tone("sound", "anoisesrc=color=pink:amplitude=0.2", seconds, form)

    def _tone(self, name: str, source: str, seconds: float, form: str) -> bytes:
        rate, kilobits = mp3.numbers(form) or (44_100, 128)
        long = store.kept(f"{name}-{rate}-{kilobits}.mp3", functools.partial(_long, source, rate, kilobits))
        return mp3.cut(long, seconds, rate)


def _picture(size: tuple[int, int], shade: str, file: Path) -> None:
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", size, shade)
    draw, (wide, high) = ImageDraw.Draw(picture), size
    draw.rectangle((0, high * 2 // 3, wide, high), fill="#c9b48a")
    draw.ellipse((wide * 2 // 5, high // 4, wide * 3 // 5, high * 3 // 4), fill="#e8dcc4")
    picture.save(file)


def _clip(seconds: float, file: Path) -> None:
    source = f"testsrc2=size=320x180:rate=24:duration={seconds:g}"
    store.ffmpeg("-f", "lavfi", "-i", source, "-c:v", "libx264", "-preset", "ultrafast", "-crf", "35",
                 "-pix_fmt", "yuv420p", "-movflags", "+faststart", file)  # fmt: skip


def _long(source: str, rate: int, kilobits: int, file: Path) -> None:
    # Each frame stands for itself (no reservoir), so that the file can be cut anywhere.
    store.ffmpeg("-f", "lavfi", "-i", source, "-t", str(LONGEST_S), "-ar", str(rate), "-ac", "1", "-c:a", "libmp3lame",
                 "-b:a", f"{kilobits}k", "-reservoir", "0", "-write_xing", "0", "-id3v2_version", "0", file)  # fmt: skip
