"""Plays any of the offline scripts, quickly: copies a sample to --output, or does what the test put into plays.json.

plays.json: {"clip_02.mp4": ["transient", "fine"]} gives what the first, second, … run for that file does; later runs are fine.
calls.log gets the file's name for each run, so that a test can count what was made.
"""

import argparse
import json
import os
import shutil
import signal
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--output", type=Path, required=True)
    out = parser.parse_known_args()[0].output
    act = getattr(sys.modules[__name__], _play(out.name))
    act(out)


def _play(name: str) -> str:
    log = HERE / "calls.log"
    earlier = log.read_text().splitlines().count(name) if log.exists() else 0
    with log.open("a") as file:
        file.write(name + "\n")
    plays = json.loads((HERE / "plays.json").read_text()) if (HERE / "plays.json").exists() else {}
    mine = plays.get(name, plays.get(Path(name).suffix, []))
    return mine[earlier] if earlier < len(mine) else "fine"


def fine(out: Path) -> None:
    sample = HERE / "samples" / ("film.mp4" if "_final" in out.name else f"sample{out.suffix}")
    unfinished = out.with_suffix(".part")
    shutil.copyfile(sample, unfinished)
    if out.suffix == ".mp3":
        out.with_suffix(".json").write_text('{"duration": 1, "words": []}')
    unfinished.replace(out)
    print(json.dumps({"ok": True, "model": "actor", "units": {}, "cost_usd": 0}))


def slow(out: Path) -> None:
    time.sleep(0.3)
    fine(out)


def slower(out: Path) -> None:
    time.sleep(2)
    fine(out)


def paid(out: Path) -> None:
    print(json.dumps({"provider_job": "order-1"}), flush=True)
    fine(out)


def _fail(**words: object) -> None:
    print(json.dumps({"ok": False, **words}), file=sys.stderr)
    sys.exit(1)


def transient(_out: Path) -> None:
    _fail(**{"class": "transient", "code": "busy", "message": "The painter is busy. It will be tried again."})


def quota(_out: Path) -> None:
    _fail(
        **{
            "class": "quota",
            "code": "quota",
            "message": "Today's quota is used up.",
            "reset_at": "2999-01-01T00:00:00Z",
        }
    )


def permanent(_out: Path) -> None:
    _fail(**{"class": "permanent", "code": "refused", "message": "The prompt was refused. Change it and try again."})


def ambiguous(_out: Path) -> None:
    _fail(**{"class": "ambiguous", "code": "lost", "message": "The answer was lost. It may have been charged."})


def empty(out: Path) -> None:
    out.touch()
    print(json.dumps({"ok": True}))


def corrupt(out: Path) -> None:
    out.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\x00garbage" * 1000)
    print(json.dumps({"ok": True}))


def hang(_out: Path) -> None:
    time.sleep(600)


def die(_out: Path) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def full_disk(_out: Path) -> None:
    _fail(**{"class": "transient", "code": "disk_full", "message": "The disk is full. Free some space."})


def chatter(out: Path) -> None:
    sys.stdout.buffer.write(b"\xff\xfe not text \xff\n" * 200_000)
    fine(out)


main()
