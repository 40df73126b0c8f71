"""Runs the scripts that do everything wrong, for the tests of the runner."""

import json
import os
import time
from pathlib import Path

import pytest

from videogen.lib import scripts
from videogen.lib.scripts import Report, ScriptFailed

MISBEHAVING = Path(__file__).parent / "scripts_that_misbehave"
ORDER = '{"provider_job": "order-9"}'


def run(folder: Path, name: str, *arguments: str, timeout: float = 20, **more) -> Report:
    return scripts.run(MISBEHAVING / name, arguments, folder=folder, timeout=timeout, **more)


def failure(folder: Path, name: str, *arguments: str, **more) -> ScriptFailed:
    with pytest.raises(ScriptFailed) as caught:
        run(folder, name, *arguments, **more)
    return caught.value


def last_words(folder: Path, **words) -> ScriptFailed:
    return failure(folder, "says.py", "--err", json.dumps({"ok": False, **words}), "--exit", "1")


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    return not (state.exists() and ") Z " in state.read_text())


def ends_soon(process: int) -> bool:
    deadline = time.monotonic() + 5
    while is_running(process) and time.monotonic() < deadline:
        time.sleep(0.01)
    return not is_running(process)
