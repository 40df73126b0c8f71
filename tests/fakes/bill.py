"""The bill that a fake writes, to the cent, and the prices it goes by."""

import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Literal

What = Literal["image", "text", "video", "speech", "sound", "music"]
MILLION = Decimal(1_000_000)
CREDIT_USD = Decimal("0.005")


@dataclass(frozen=True)
class Entry:
    """One thing that was billed. `id` is the provider's own name for it, `words` the prompt that was sent."""

    what: What
    model: str
    units: Mapping[str, Decimal]
    usd: Decimal
    id: str
    refunded: bool = False
    words: str = ""
    at: float = field(default_factory=time.time)


class Book:
    """What was billed, in order; safe to use from many threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._entries: list[Entry] = []

    def add(self, entry: Entry) -> None:
        with self._lock:
            self._entries.append(entry)

    def refund(self, id: str) -> None:
        with self._lock:
            self._entries = [replace(entry, refunded=True) if entry.id == id else entry for entry in self._entries]

    def entries(self) -> list[Entry]:
        with self._lock:
            return list(self._entries)

    def sum(self) -> Decimal:
        return sum((entry.usd for entry in self.entries() if not entry.refunded), Decimal(0))


# US dollars for a million tokens: prompt, text with thoughts, image.
GEMINI_USD: dict[str, tuple[str, str, str]] = {
    "gemini-nano-banana-2.1": ("1.50", "7.50", "30"),
    "gemini-3.1-flash-lite-image": ("0.25", "1.50", "30"),
    "gemini-3-pro-image": ("2", "12", "120"),
    "gemini-3.8-flash": ("0.75", "3.75", "0"),
    "gemini-4-hydrogen": ("1.50", "7.50", "0"),
    "gemini-3.5-flash-lite": ("0.30", "2.50", "0"),
    "gemini-3.5-flash": ("1.50", "9.00", "0"),
    "gemini-4-argon": ("2", "10", "0"),
    "gemini-4-carbon": ("2", "10", "0"),
}
# From a day on (UTC) some models cost more.
GEMINI_LATER: dict[str, tuple[str, tuple[str, str, str]]] = {
    "gemini-3.8-flash": ("2027-01-01", ("1.50", "7.50", "0")),
    "gemini-4-argon": ("2026-12-01", ("4", "20", "0")),
    "gemini-4-carbon": ("2026-12-01", ("4", "20", "0")),
}
SPEECH_USD_PER_1000 = {
    "eleven_v4": "0.08",
    "eleven_v4_turbo": "0.04",
    "eleven_v3": "0.08",
    "eleven_multilingual_v2": "0.10",
    "eleven_flash_v2_5": "0.05",
}
SOUND_USD = Decimal("0.12")
MUSIC_USD_PER_MINUTE = Decimal("0.30")


def gemini_usd(model: str, prompt: int, text: int, image: int) -> Decimal:
    """Price the tokens of one call on today's date."""
    prices = GEMINI_USD[model]
    since, later = GEMINI_LATER.get(model, ("9", prices))
    if time.strftime("%Y-%m-%d", time.gmtime()) >= since:
        prices = later
    return sum(
        (Decimal(usd) * count / MILLION for usd, count in zip(prices, (prompt, text, image), strict=True)), Decimal(0)
    )


def speech_usd(model: str, characters: int) -> Decimal:
    return Decimal(SPEECH_USD_PER_1000[model]) * characters / 1000


def kling_credits(model: str, given: Mapping[str, object]) -> Decimal:
    """Say how many credits a task costs; a credit is half a cent."""
    seconds = Decimal(str(given.get("duration", "5")))
    sound, fine = bool(given.get("sound") or given.get("audio")), str(given.get("resolution", "720p")).lower()
    mode = str(given.get("mode", "std"))
    per_second = {
        "kling/v2-5-turbo-image-to-video-pro": "8.4",
        "kling-2.6/image-to-video": "22" if sound else "11",
        "kling/v3-turbo-image-to-video": "22.5" if fine == "1080p" else "18",
        "kling-3.0/video": {"std": ("14", "20"), "pro": ("18", "27")}.get(mode, ("67", "67"))[sound],
        "kling-3.0-omni/image-to-video": "67"
        if fine == "4k"
        else ("23" if fine == "1080p" else "18")
        if sound
        else ("18" if fine == "1080p" else "14"),
        "kling/v2-1-standard": "5",
        "kling/v2-1-pro": "10",
        "kling/v2-1-master-image-to-video": "32",
    }
    return (Decimal(per_second[model]) * seconds).normalize() + 0
