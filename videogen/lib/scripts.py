"""Run one script: its arguments, its one secret, its time-out, its heartbeat, its last words."""

import errno
import os
import sys
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from videogen.lib import redact as redaction
from videogen.lib._clock import Clock, Interrupted
from videogen.lib._last_words import Bill, Report, ScriptFailed
from videogen.lib._listener import Listener
from videogen.lib._process import Child

__all__ = ["Bill", "Interrupted", "Report", "ScriptFailed", "run"]

GRACE = 2.0  # seconds between asking a script to end and ending it

# All that a script inherits. Secrets come only by `environment`.
INHERITED = (
    *("PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "TMPDIR", "LD_LIBRARY_PATH", "FFMPEG_BINARY"),
    *("SSL_CERT_FILE", "SSL_CERT_DIR", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"),
    *("HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "no_proxy"),
)
# One script, one core: the engine decides how many run at once.
ALWAYS = {"PYTHONUTF8": "1", "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


def run(
    script: Path,
    arguments: Sequence[str],
    *,
    folder: Path,
    timeout: float,
    quiet_timeout: float | None = None,
    environment: Mapping[str, str] = {},
    on_line: Callable[[Mapping[str, Any]], None] | None = None,
    pulse: Callable[[], bool] | None = None,
    pulse_every: float = 15.0,
    redact: Collection[str] = (),
) -> Report:
    """Run a script in `folder` to its end and return its report. Times are in seconds; `timeout` may be math.inf.

    `on_line` gets each JSON object that it prints on the way, `pulse` is called now and then and stops it by answering
    False; both are called from this thread, and what they raise ends the script and is raised here.
    Raises ScriptFailed, or Interrupted when `pulse` said so.
    """
    secrets = [*redact, *(value for key, value in environment.items() if redaction.is_secret_name(key))]
    listener = Listener(script.name, on_line=on_line, secrets=secrets)
    clock = Clock(script.name, timeout=timeout, quiet_timeout=quiet_timeout, pulse=pulse, pulse_every=pulse_every)
    with _start(script, arguments, folder=folder, environment=environment) as child:
        try:
            _follow(child, listener, clock)
        except (ScriptFailed, Interrupted) as reason:
            # What it still says counts: it may be the id of something that was paid, or even a report.
            listener.hear_out(child.stop(GRACE))
            if isinstance(reason, Interrupted):
                raise
            report = listener.report(child.exit_code) if child.ended else None
            if report is None:
                raise listener.explain(reason) from None
            return report
        return listener.verdict(child.exit_code)


def _start(script: Path, arguments: Sequence[str], *, folder: Path, environment: Mapping[str, str]) -> Child:
    if not script.is_file():
        raise ScriptFailed(f"The script {script.name} does not exist. Is the installation complete?", code="no_script")
    inherited = {key: os.environ[key] for key in INHERITED if key in os.environ}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return Child(
            [sys.executable, str(script.absolute()), *arguments],
            folder=folder.absolute(),
            environment={**inherited, **ALWAYS, **environment},
        )
    except OSError as error:
        raise from_os(error) from error
    except ValueError as error:  # A NUL or half a surrogate pair in an argument: the system takes neither.
        raise ScriptFailed(f"{script.name} cannot be given these arguments: {error}.", code="bad_arguments") from error


def from_os(error: OSError) -> ScriptFailed:
    """Say in one sentence what the system refused when a folder, a file or a script was needed."""
    place = Path(error.filename).name if isinstance(error.filename, str) else "A file"
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        text = "The disk is full. Free some space; the work then goes on by itself."
        return ScriptFailed(text, kind="transient", code="disk_full")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        text = f"{place} cannot be written: {error.strerror}. Check who owns the workspace."
        return ScriptFailed(text, code="no_access")
    if error.errno in (errno.EMFILE, errno.ENFILE, errno.EAGAIN, errno.ENOMEM):
        text = f"The machine has no room for another script just now: {error.strerror}. It will be tried again."
        return ScriptFailed(text, kind="transient", code="machine_busy")
    text = f"{place} cannot be used: {error.strerror or error}. Look into the workspace, then try again."
    return ScriptFailed(text, code="file")


def _follow(child: Child, listener: Listener, clock: Clock) -> None:
    while not child.ended:
        if listener.hear(child.read(clock.wait)):
            clock.last_line = time.monotonic()
        if not child.ended:
            clock.check()
    listener.hear_out(child.rest())
