"""Hearing a script out: its progress, its report, its reason to fail."""

import signal
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from videogen.lib import _last_words as last_words
from videogen.lib import redact
from videogen.lib._last_words import Report, ScriptFailed
from videogen.lib._process import Lines, Piece, Tail


class Listener:
    """Hears what a script says and keeps what is needed at the end."""

    def __init__(
        self, script: str, *, on_line: Callable[[Mapping[str, Any]], None] | None, secrets: Collection[str]
    ) -> None:
        self._script, self._on_line, self._secrets = script, on_line, secrets
        self._stdout, self._stderr = Lines(), Tail()
        self._report: Mapping[str, Any] = {}
        self._provider_job: str | None = None

    def hear(self, pieces: Iterable[Piece]) -> bool:
        """Take in what came. True when at least one line of stdout is complete."""
        heard = False
        for stream, piece in pieces:
            if stream == "stderr":
                self._stderr.feed(piece)
                continue
            for line in self._stdout.feed(piece):
                heard = True
                self._hear_line(line)
        return heard

    def hear_out(self, pieces: Iterable[Piece]) -> None:
        """Take in the rest. The last line may lack its end."""
        self.hear(pieces)
        self._hear_line(self._stdout.end())

    def _hear_line(self, text: str) -> None:
        line = last_words.json_line(text)
        if line is None:
            return
        if "ok" in line:
            self._report = line
            return
        self._provider_job = last_words.name(line.get("provider_job")) or self._provider_job
        if self._on_line:
            self._on_line(line)

    def verdict(self, exit_code: int) -> Report:
        """Give the report of a script that ended. Raises ScriptFailed when it ended badly."""
        found = self.report(exit_code)
        if found is None:
            raise self.explain(self._last_words() or self._without_a_word(exit_code))
        return found

    def report(self, exit_code: int) -> Report | None:
        """Give the report of a script that ended well. None for any other end."""
        return None if exit_code else last_words.report(self._report, provider_job=self._provider_job)

    def explain(self, reason: ScriptFailed) -> ScriptFailed:
        """Add to a failure what the script said before."""
        reason.provider_job = reason.provider_job or self._provider_job
        reason.stderr = redact.clean("\n".join(self._stderr.lines()[-40:]), self._secrets)
        return reason

    def _last_words(self) -> ScriptFailed | None:
        for text in reversed(self._stderr.lines()):
            line = last_words.json_line(text)
            if line is not None and line.get("ok") is False:
                return last_words.failure(line, secrets=self._secrets)
        return None

    def _without_a_word(self, exit_code: int) -> ScriptFailed:
        if exit_code < 0:
            return _died(self._script, -exit_code)
        if exit_code == 0:
            text = f"{self._script} ended well but did not say what it made. Please report this fault."
            return ScriptFailed(text, code="no_report")
        said = next((text for text in reversed(self._stderr.lines()) if text.strip()), "(nothing that can be shown)")
        reason = f"{self._script} ended with exit code {exit_code} and gave no reason; please report this fault."
        text = f"{reason} Its last line: {said}"
        return ScriptFailed(last_words.sentence(text, self._secrets), code="no_report")


def _died(script: str, number: int) -> ScriptFailed:
    try:
        name = signal.Signals(number).name
    except ValueError:
        name = f"signal {number}"
    why = ", often for lack of memory" if number == signal.SIGKILL else ""
    return ScriptFailed(f"{script} was killed ({name}){why}. It will be tried again.", kind="transient", code="died")
