"""What some tests need from the machine: skipped with a reason where it is absent, failed where everything is required."""

import os
import shutil
from typing import NoReturn

import pytest

REQUIRE_ALL = os.environ.get("REQUIRE_ALL", "") not in ("", "0")


def chromium() -> str:
    """Give the path of a Chromium: the one that CHROMIUM names, else the one that is installed."""
    named = os.environ.get("CHROMIUM", "")
    found = shutil.which(named) if named else shutil.which("chromium") or shutil.which("chromium-browser")
    return found or missing("There is no Chromium. Install the package chromium, or set CHROMIUM to its path.")


def missing(sentence: str) -> NoReturn:
    """Skip this test, or fail it where REQUIRE_ALL is set."""
    if REQUIRE_ALL:
        pytest.fail(sentence)
    pytest.skip(sentence)
