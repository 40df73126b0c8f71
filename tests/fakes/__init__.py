"""Local servers that answer like the providers: same addresses, same errors, same bill, no money.

with Fakes() as fakes:
    run_something(environment=fakes.environment)
    assert fakes.gemini.calls("generateContent") == 1
"""

import threading
from typing import Self

from tests.fakes import faults
from tests.fakes.bill import Entry
from tests.fakes.catbox import FakeCatbox
from tests.fakes.elevenlabs import FakeElevenLabs
from tests.fakes.gemini import FakeGemini
from tests.fakes.kie import FakeKie
from tests.fakes.media import Kind
from tests.fakes.media import media as media_of
from tests.fakes.provider import FakeProvider
from tests.fakes.wire import Request

__all__ = ["Entry", "Fakes", "Request", "faults"]


class Fakes:
    """All fake providers, running from `start` to `stop`. With `port_base` they listen from that port on."""

    def __init__(self, media: Kind = "tiny", *, port_base: int = 0) -> None:
        made = media_of(media)
        self.gemini = FakeGemini(made, port_base)
        self.kie = FakeKie(made, port_base + 1 if port_base else 0)
        self.elevenlabs = FakeElevenLabs(made, port_base + 4 if port_base else 0)
        self.catbox = FakeCatbox(made, port_base + 5 if port_base else 0)
        self.kie.may_fetch.append(lambda: self.catbox.file_url)

    @property
    def all(self) -> tuple[FakeProvider, ...]:
        return self.gemini, self.kie, self.elevenlabs, self.catbox

    @property
    def environment(self) -> dict[str, str]:
        """What a script must be told to use the fakes."""
        return {
            "GOOGLE_GEMINI_BASE_URL": self.gemini.url,
            "KIE_API_BASE_URL": self.kie.url,
            "KIE_UPLOAD_BASE_URL": self.kie.upload_url,
            "ELEVENLABS_BASE_URL": self.elevenlabs.url,
            "CATBOX_URL": self.catbox.api_url,
            "GEMINI_API_KEY": self.gemini.key,
            "KIE_API_KEY": self.kie.key,
            "ELEVENLABS_API_KEY": self.elevenlabs.key,
            "NO_PROXY": "127.0.0.1,localhost",
        }

    def start(self) -> Self:
        for provider in self.all:
            provider.start()
        return self

    def stop(self) -> None:
        ends = [threading.Thread(target=provider.stop) for provider in self.all]
        for end in ends:
            end.start()
        for end in ends:
            end.join()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, kind: type[BaseException] | None, *_error: object) -> None:
        self.stop()
        broken = [text for provider in self.all for text in provider.broken]
        assert kind or not broken, "A fake itself is broken:\n" + "\n".join(broken)
