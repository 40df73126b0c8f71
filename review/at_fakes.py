"""The demo with the paid providers played on this machine: the real scripts and the real bill, and no money.

It runs in a process of its own, with a workspace of its own and an environment that is made here from scratch, so that no real
key and no real address is in reach.
"""

import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import CommandError

from pipeline.providers import PROVIDERS
from videogen.lib import redact

FAKES = settings.BASE_DIR / "tests" / "fakes"
IDEAS = settings.BASE_DIR / "demo" / "fake_ideas.yaml"
LAST = "NO_PROXY"  # the last line that the fakes say about themselves
HERE = "127.0.0.1"

# What the demo's process inherits: where things are, and how the terminal looks. No settings, no keys, no proxies.
INHERITED = (
    *("PATH", "HOME", "USER", "LANG", "LC_ALL", "LC_CTYPE", "TMPDIR", "LD_LIBRARY_PATH", "VIRTUAL_ENV"),
    *("TERM", "COLORTERM", "COLUMNS", "NO_COLOR", "FFMPEG_BINARY"),
)
QUICK = {
    "PROVIDER_BACKOFF_SECONDS": "0.2",
    "KIE_BACKOFF_SECONDS": "0.5",
    "KLING_FIRST_POLL_SECONDS": "2",
    "KLING_POLL_SECONDS": "1",
    "WORKERS": "8",  # Most of them wait for the fakes; the service's limits hold the rest back.
}


def demo(*arguments: str) -> None:
    """Run the demo in a process that knows only the fakes. Raises CommandError when it did not end well."""
    if not (FAKES / "__main__.py").is_file():
        raise CommandError(
            "The fake providers are part of the source code, and this installation comes without them. "
            "Run `make demo PROVIDERS=fake` in a checkout, or `manage.py demo`, which is free, too."
        )
    with _playing() as told:
        command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "demo", "--at-fakes", *arguments]
        ended = _run(command, {**_environment(), **told})
    if ended:
        raise CommandError("The demo did not end well. The lines above say why.")


def check() -> None:
    """Raise CommandError unless every paid provider leads to a fake on this machine."""
    wrong = [name for name in _addresses() if urlsplit(str(getattr(settings, name))).hostname != HERE]
    if wrong:
        raise CommandError(f"{' and '.join(wrong)} must lead to the fakes. Start this with: make demo PROVIDERS=fake")


def _settings_of_providers() -> set[str]:
    return {name for each in PROVIDERS.values() for name in (*each.secrets.values(), *each.addresses.values())}


def _addresses() -> list[str]:
    return sorted(name for name in _settings_of_providers() if name.endswith("_URL"))


def _environment() -> dict[str, str]:
    """Give the environment of the demo's process, all but what the fakes say."""
    kept = {name: os.environ[name] for name in INHERITED if name in os.environ}
    # What is set, even to nothing, is not read from .env any more.
    unset = dict.fromkeys([*_settings_of_providers(), *_private_in(settings.BASE_DIR / ".env")], "")
    return {
        **unset,
        **kept,
        **QUICK,
        "DEBUG": "true",
        "SECRET_KEY": "only-for-the-demo-with-fake-providers",
        "ALLOWED_HOSTS": "localhost,127.0.0.1",
        "DATABASE_URL": "",
        "WORKSPACE_ROOT": str(settings.WORKSPACE_ROOT / "fake"),
        "CHANNEL_CONFIG_DIR": str(FAKES / "channel_configs"),
        "SCRIPTS_DIR": str(settings.BASE_DIR / "scripts"),
        "LEASE_SECONDS": "15",
    }


def _private_in(file: Path) -> list[str]:
    """Name what a .env file says about keys, addresses and people."""
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    names = [line.removeprefix("export ").partition("=")[0].strip() for line in lines if "=" in line]
    return [name for name in names if redact.is_secret_name(name) or name.endswith(("_URL", "_URI", "_EMAILS", "_ID"))]


@contextmanager
def _playing() -> Iterator[Mapping[str, str]]:
    """Let the fakes play. Gives the environment that leads to them; at the end they say what they would have charged."""
    command = [sys.executable, "-m", "tests.fakes", "--media", "nice", "--port-base", "0"]
    # A group of its own: Ctrl-C is for the demo, which lets its scripts finish while the fakes still answer.
    fakes = subprocess.Popen(
        command, cwd=settings.BASE_DIR, env=_environment(), stdout=subprocess.PIPE, text=True, process_group=0
    )
    try:
        yield _told(fakes)
        print("What the fake providers have in their books:", flush=True)
    finally:
        fakes.terminate()
        fakes.wait()


def _told(fakes: "subprocess.Popen[str]") -> dict[str, str]:
    told: dict[str, str] = {}
    assert fakes.stdout is not None
    for line in fakes.stdout:
        name, _, value = line.strip().partition("=")
        told[name] = "".join(shlex.split(value))
        if name == LAST:
            return told
    raise CommandError("The fake providers did not start. The lines above say why.")


def _run(command: list[str], environment: Mapping[str, str]) -> int:
    """Run a command to its end. Being told to stop is passed on; Ctrl-C it hears by itself."""
    child: subprocess.Popen[bytes] | None = None

    def stop(number: int, _frame: FrameType | None) -> None:
        if child and number == signal.SIGTERM:
            child.terminate()

    before = {number: signal.signal(number, stop) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        child = subprocess.Popen(command, env=environment)
        return child.wait()
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
