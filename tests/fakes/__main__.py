"""Serve the fakes until Ctrl-C, and print the environment that leads to them.

    python -m tests.fakes --media nice --slow 20 --every 7=429 > fakes.env

Then, in another terminal: `set -a; . ./fakes.env; set +a` and start what is to be tried.
"""

import argparse
import shlex
import signal
import sys
import threading

from tests.fakes import Fakes, faults
from tests.fakes.faults import Fault
from tests.fakes.provider import FakeProvider

PAID = {"gemini": ":generateContent", "kie": "createTask", "elevenlabs": faults.elevenlabs.BOTH}


def main() -> None:
    """Start them, say where, and wait."""
    parser = argparse.ArgumentParser(prog="python -m tests.fakes", description="Serve fake providers on this machine.")
    parser.add_argument("--port-base", type=int, default=8900, help="the first of seven ports; 0 takes any free ones")
    parser.add_argument("--media", choices=("nice", "tiny"), default="nice", help="files to look at, or the smallest")
    parser.add_argument(
        "--slow", type=float, default=0.0, help="seconds that a call takes; a clip takes four times that"
    )
    parser.add_argument(
        "--every", action="append", default=[], metavar="7=429", help="each 7th paid call of each provider is a 429"
    )
    arguments = parser.parse_args()
    with Fakes(arguments.media, port_base=arguments.port_base) as fakes:
        for provider in fakes.all:
            provider.delay = arguments.slow
        fakes.kie.generation = arguments.slow * 4
        for wish in arguments.every:
            plan(fakes, wish)
        for name, value in fakes.environment.items():
            print(f"{name}={shlex.quote(value)}")
        sys.stdout.flush()
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            bill(fakes)


def plan(fakes: Fakes, wish: str) -> None:
    """Plan faults as `7=429`, or `kie:7=LOST_AFTER_CREATE` for one provider by the name of a fault."""
    provider, _, rest = wish.rpartition(":")
    number, _, what = rest.partition("=")
    for name, part in PAID.items():
        if provider in ("", name):
            known: FakeProvider = getattr(fakes, name)
            known.every(int(number), fault(name, what), on=part)


def fault(provider: str, what: str) -> Fault:
    """Find a fault by its name, or make one of a bare status."""
    usual = {
        "gemini": faults.gemini.PER_MINUTE_SOON,
        "kie": faults.kie.RATE_LIMITED,
        "elevenlabs": faults.elevenlabs.RATE_LIMITED,
    }
    if what == "429":
        return usual[provider]
    if what.isdigit():
        return faults.html(int(what))
    found = getattr(getattr(faults, provider), what, None)
    if not isinstance(found, Fault):
        sys.exit(f"There is no fault {what} of {provider}. Look into tests/fakes/faults/{provider}.py.")
    return found


def bill(fakes: Fakes) -> None:
    """Say what all of it would have cost."""
    for provider in fakes.all:
        if provider.book:
            name = type(provider).__name__.removeprefix("Fake")
            print(f"{name}: {len(provider.book)} billed, {provider.spent_usd:.4f} USD", file=sys.stderr)


if __name__ == "__main__":
    main()
