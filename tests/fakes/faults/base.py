"""A fault as a value, and those that can happen to any provider."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from tests.fakes.wire import Answer, Cut


@dataclass(frozen=True)
class Fault:
    """One way to answer other than normally.

    With a `status` it replaces the answer, or it cuts it; `after` means that the work is done and billed before that.
    `twist` names an oddity that the provider itself adds to a normal answer. `on` is the usual part of the path.
    """

    name: str
    status: int | None = None
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    on: str = ""
    pause: float = 0
    cut: Cut = ""
    after: bool = False
    twist: str = ""

    @property
    def __name__(self) -> str:
        """The name that a parametrised test shows."""
        return self.name

    def __str__(self) -> str:
        return self.name

    @property
    def strikes(self) -> bool:
        """Tell whether this fault takes the place of an answer."""
        return self.status is not None or self.cut == "close"

    @property
    def json(self) -> Any:
        """The body as JSON; None when it is something else."""
        try:
            return json.loads(self.body)
        except ValueError:
            return None

    def answer(self) -> Answer:
        return Answer(self.status or 500, self.body, self.headers, self.cut)

    def spoil(self, answer: Answer) -> Answer:
        """Give what the client sees of an answer that the work gave."""
        return self.answer() if self.strikes else replace(answer, cut=self.cut)

    def at(self, on: str) -> "Fault":
        """The same fault on another part of the path."""
        return replace(self, on=on)


def said(name: str, status: int, value: Any, *, on: str = "", headers: Mapping[str, str] | None = None) -> Fault:
    """Make a fault that answers with JSON."""
    return Fault(name, status, json.dumps(value).encode(), {"Content-Type": "application/json", **(headers or {})}, on)


def status(code: int, body: bytes | str | Any = b"", headers: Mapping[str, str] | None = None) -> Fault:
    """Answer with any status; a body that is neither bytes nor text goes as JSON."""
    if not isinstance(body, bytes | str):
        return said(f"status_{code}", code, body, headers=headers)
    return Fault(f"status_{code}", code, body.encode() if isinstance(body, str) else body, headers or {})


def html(code: int) -> Fault:
    """Answer as the machines in front of a provider do."""
    page = f"<html>\r\n<head><title>{code} Bad Gateway</title></head>\r\n<body>\r\n<center><h1>{code} Bad Gateway</h1>"
    page += "</center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n"
    return Fault(f"html_{code}", code, page.encode(), {"Content-Type": "text/html"})


def not_json(code: int = 200) -> Fault:
    """Answer with text where JSON is expected."""
    return Fault(f"not_json_{code}", code, b"upstream connect error or disconnect/reset before headers")


def close() -> Fault:
    """Close the connection without an answer; nothing was done."""
    return Fault("close", cut="close")


def lost() -> Fault:
    """Do the work and bill it, then close the connection without an answer."""
    return Fault("lost", cut="close", after=True)


def half() -> Fault:
    """Do the work and bill it, then break off in the middle of the answer."""
    return Fault("half", cut="half", after=True)


def slow(seconds: float, *, billed: bool = False) -> Fault:
    """Answer later than usual; `billed` bills at once, also where the client does not wait for it."""
    return Fault(f"slow_{seconds:g}", pause=seconds, after=billed)
