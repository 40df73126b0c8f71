"""A paid request: announced before it leaves, and its answer on disk before anything else, so that it is paid for once.

An answer is kept beside the output until the output is there. A later run takes it from there with `--answers`, in place of
asking, and paying, again.
"""

import argparse
import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from _client import answered, sending
from _http import Answer, AnswerLost, call


def add_answers(parser: argparse.ArgumentParser) -> None:
    """Add the argument that names the output of the run whose answers are used."""
    parser.add_argument("--answers", type=Path, help="an earlier --output: what was answered for it is not asked again")


class Paid:
    """The paid requests of one run, in order. The same run over the same inputs asks the same things."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self._output: Path = arguments.output
        self._earlier: Path | None = arguments.answers
        self._count = 0

    def post(
        self,
        url: str,
        *,
        headers: Mapping[str, str],
        send: Any,
        timeout: float,
        bill: Callable[[Answer], dict[str, Any]],
    ) -> Answer:
        """Send JSON and give the whole answer, an earlier run's where there is one. Raises NotSent or AnswerLost.

        `bill` says the model and the units of all answers so far, the given one included; nothing where they are not known.
        """
        self._count += 1
        kept = _read(_place(self._earlier, self._count)) if self._earlier else None
        if self._earlier and kept is None:
            if self._count == 1:
                raise AnswerLost("the answer that was kept is gone")
            self._earlier = None  # It was cut off here.
        sending()
        answer = kept or call("POST", url, headers=headers, send=send, timeout=timeout)
        if answer.ok:
            _write(_place(self._output, self._count), answer)
            answered(**bill(answer))
        else:
            self._count -= 1
        return answer


def _place(output: Path, number: int) -> Path:
    return output.with_name(f"{output.name}.answer{number}")


def _write(file: Path, answer: Answer) -> None:
    head = {"status": answer.status, "headers": dict(answer.headers), "bytes": len(answer.body)}
    with file.open("wb") as out:
        out.write(json.dumps(head).encode() + b"\n" + answer.body)
        out.flush()
        os.fsync(out.fileno())


def _read(file: Path) -> Answer | None:
    """Read a kept answer; None when there is none, or half of one."""
    try:
        head, _, body = file.read_bytes().partition(b"\n")
        facts = json.loads(head)
        return Answer(facts["status"], facts["headers"], body) if facts["bytes"] == len(body) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None
