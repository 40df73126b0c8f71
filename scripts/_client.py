"""How every script speaks: JSON lines on stdout, its last words on stderr, one finished file or none.

A script is `run(parser, work)`: `work(arguments)` makes the file and returns what the report adds to `{"ok": true}`.
It raises `Failure` for what a person or a retry can mend; everything else is a fault of ours and says so.

A script that costs money is `run(parser, work, paid=True)`. Whatever it says is then also in a journal beside the output,
on disk before the next thing happens, so that somebody who finds it later knows whether something was ordered.
"""

import argparse
import errno
import json
import os
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NoReturn

from _journal import Journal

# One script, one core: the engine decides how many run at once.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")

KINDS = ("transient", "quota", "permanent", "ambiguous")

_journal = Journal()


class Failure(Exception):
    """Say why there is no file. `kind` decides what happens next: one of KINDS; `more` joins the last words."""

    def __init__(self, message: str, *, kind: str = "permanent", code: str = "failed", **more: Any) -> None:
        assert kind in KINDS
        super().__init__(message)
        self.last_words = {"ok": False, "class": kind, "code": code, "message": message, **more}


def run(
    parser: argparse.ArgumentParser, work: Callable[[argparse.Namespace], dict[str, Any]], *, paid: bool = False
) -> NoReturn:
    """Parse the arguments, do the work, report, and exit 0 or 1 (2 for a wrong call). `paid`: keep a journal."""
    arguments = parser.parse_args()
    try:
        if paid and not _journal.open(arguments.output):
            raise Failure(
                "Another run makes this very file, or this one was called off.", kind="transient", code="busy"
            )
        report = work(arguments)
    except Failure as failure:
        _give_up(failure)
    except OSError as error:
        _give_up(_with_order(_from_os(error)))
    except Exception as error:
        traceback.print_exc()
        _give_up(_with_order(Failure(f"{parser.prog} has a fault: {error!r}. Please report it.", code="fault")))
    _say({"ok": True, **report})
    _journal.drop_answers()
    sys.exit(0)


def progress(**facts: Any) -> None:
    """Tell whoever watches how far the work is: `progress(progress=0.4)` or `progress(provider_job="…")`."""
    _say(facts)


def sending() -> None:
    """Say that the request which costs money leaves now: from here on something may have been ordered."""
    _journal.keep_room()
    _say({"order": "sent"})


def not_ordered() -> None:
    """Say that nothing was ordered after all: the provider refused it clearly, or it never left."""
    _say({"order": "none"})


def ordered(provider_job: str) -> None:
    """Say what the provider calls the order, so that it can be fetched whatever happens to this script."""
    _say({"order": "sent", "provider_job": provider_job})


def answered(**billed: Any) -> None:
    """Say that what was ordered has been answered, that the answer is kept beside the output, and what was billed by now."""
    _say({"order": "answered", **billed})


@contextmanager
def writing(output: Path) -> Iterator[Path]:
    """Give a path beside `output` to write to; it becomes `output` at the end, so a half file never has that name."""
    output.parent.mkdir(parents=True, exist_ok=True)
    unfinished = output.with_name(f".{output.stem}.{os.getpid()}{output.suffix}")
    _journal.give_room()
    try:
        yield unfinished
        unfinished.replace(output)
    finally:
        unfinished.unlink(missing_ok=True)


def read_text(file: Path, *, what: str) -> str:
    """Read a text that the engine wrote. Raises Failure when it is missing, empty or not UTF-8."""
    try:
        text = file.read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        raise Failure(f"The {what} {file.name} does not exist.", code="no_input") from None
    except UnicodeDecodeError:
        raise Failure(f"The {what} {file.name} is not UTF-8 text.", code="bad_input") from None
    if not text:
        raise Failure(f"The {what} {file.name} is empty.", code="bad_input")
    return text


def ffmpeg() -> str:
    """Find the ffmpeg to use: FFMPEG_BINARY, or the one that the Python package brings."""
    chosen = os.environ.get("FFMPEG_BINARY")
    if chosen:
        return chosen
    import imageio_ffmpeg

    return imageio_ffmpeg.get_ffmpeg_exe()


def run_ffmpeg(*arguments: str | Path, stdin: bytes | None = None) -> bytes:
    """Run ffmpeg to its end and return its stdout. Raises Failure with its last line of complaint."""
    command = [ffmpeg(), "-hide_banner", "-nostdin" if stdin is None else "-y", "-v", "error", *map(str, arguments)]
    finished = subprocess.run(command, input=stdin, capture_output=True, check=False)
    if finished.returncode:
        raise ffmpeg_failure(finished.stderr)
    return finished.stdout


def ffmpeg_failure(stderr: bytes) -> Failure:
    """Turn what ffmpeg complained about into a Failure."""
    text = stderr.decode("utf-8", "replace").strip()
    if "No space left on device" in text:
        return _disk_full()
    last = text.splitlines()[-1] if text else "it gave no reason"
    return Failure(f"FFmpeg could not make the file: {last[:300]}.", code="ffmpeg")


def _from_os(error: OSError) -> Failure:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return _disk_full()
    place = Path(error.filename).name if isinstance(error.filename, str) else "a file"
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return Failure(
            f"{place} cannot be written or read: {error.strerror}. Check who owns the workspace.", code="no_access"
        )
    return Failure(f"{place}: {error.strerror or error}.", code="file")


def _disk_full() -> Failure:
    return Failure(
        "The disk is full. Free some space; the work then goes on by itself.", kind="transient", code="disk_full"
    )


def _with_order(failure: Failure) -> Failure:
    """Add to an unexpected end what became of the order, so that nothing that was paid for is forgotten."""
    words = failure.last_words
    if _journal.provider_job:
        return Failure(**{**_spoken(words), "kind": "transient"}, provider_job=_journal.provider_job)
    if _journal.answered:
        return Failure(**{**_spoken(words), "kind": "transient"}, order="answered")  # It is kept: nothing is lost.
    if _journal.may_be_ordered:
        return Failure(**{**_spoken(words), "kind": "ambiguous"})
    return failure


def _spoken(words: dict[str, Any]) -> dict[str, Any]:
    return {"message": words["message"], "code": words["code"]}


def _give_up(failure: Failure) -> NoReturn:
    with suppress(OSError):  # Whoever listens must hear them, whatever the disk says.
        _journal.note(failure.last_words)
    try:
        print(json.dumps(failure.last_words, ensure_ascii=False), file=sys.stderr, flush=True)
    except BrokenPipeError:
        _let_go()
    sys.exit(1)


def _say(line: dict[str, Any]) -> None:
    _journal.note(line)
    try:
        print(json.dumps(line, ensure_ascii=False), flush=True)
    except BrokenPipeError:
        if not _journal.is_open:
            raise
        _let_go()  # Nobody listens any more, but what is paid for is still fetched; the journal is read later.


def _let_go() -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.dup2(nowhere, sys.stderr.fileno())
