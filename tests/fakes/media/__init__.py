"""The files that the fakes hand out: `tiny` ones for tests, `nice` ones to look at."""

from dataclasses import dataclass
from typing import Literal, Protocol

Kind = Literal["tiny", "nice"]


@dataclass(frozen=True)
class Speech:
    """Spoken words as MP3, and when each letter begins and ends, in seconds."""

    mp3: bytes
    starts: tuple[float, ...]
    ends: tuple[float, ...]


class Media(Protocol):
    """Makes what a provider would make."""

    def image(self, prompt: str, size: tuple[int, int], mime: str, mark: str) -> bytes:
        """Give a PNG or JPEG; `mark` makes its bytes different from all others."""

    def clip(self, prompt: str, picture: bytes, seconds: float, mark: str) -> bytes:
        """Give a silent MP4."""

    def speech(self, text: str, language: str, voice: str, form: str) -> Speech:
        """Give speech; `form` is a name such as mp3_44100_128."""

    def sound(self, text: str, seconds: float, form: str) -> bytes:
        """Give a sound as MP3."""


def media(kind: Kind) -> Media:
    """Choose who makes the files."""
    from tests.fakes.media.nice import Nice
    from tests.fakes.media.tiny import Tiny

    return Nice() if kind == "nice" else Tiny()
