"""Runs of the Kling scripts against a fake KIE, for the tests of these scripts."""

import json
from pathlib import Path

import av
import pytest

from tests.fakes import Fakes
from tests.fakes.r2 import FakeR2
from videogen.lib import scripts
from videogen.lib.scripts import Report, ScriptFailed

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"
QUICK = ("--first-poll", "0", "--poll-every", "0.02", "--backoff", "0.02")


def picture(folder: Path) -> Path:
    """Save what looks like a PNG to those who only look at its beginning."""
    file = folder / "composite.png"
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + b"picture" * 20)
    return file


def arguments(folder: Path, *more: str) -> list[str]:
    """The arguments of an order; `more` comes last, and what comes last counts."""
    (folder / "motion.txt").write_text("The camera slowly pushes in.")
    usual = ["--image", str(picture(folder)), "--motion-file", str(folder / "motion.txt"), "--seconds", "5"]
    return [*usual, "--output", str(folder / "clip.mp4"), *QUICK, *map(str, more)]


def film(folder: Path, fakes: Fakes, *more: str, **how) -> Report:
    return _run("generate_video.py", folder, arguments(folder, *more), fakes, **how)


def film_hosted(folder: Path, fakes: Fakes, url: str, *more: str, **how) -> Report:
    """Order a clip of a picture that is hosted already."""
    return _run("generate_video.py", folder, ["--image-url", url, *arguments(folder, *more)[2:]], fakes, **how)


def fetch(folder: Path, fakes: Fakes, job: str, *more: str, **how) -> Report:
    """Fetch an order that was made before, into a folder of its own."""
    output = str(folder / "again" / "clip.mp4")
    return _run("generate_video.py", folder, ["--provider-job", job, "--output", output, *QUICK, *more], fakes, **how)


def host(folder: Path, fakes: Fakes, *more: str, **how) -> Report:
    usual = ["--image", str(picture(folder)), "--backoff", "0.02", "--output", str(folder / "url.txt")]
    return _run("host_image.py", folder, [*usual, *map(str, more)], fakes, **how)


def bucket_of(r2: FakeR2, **instead: str) -> list[str]:
    """The arguments that name a bucket."""
    how = {"--r2-endpoint": r2.url, "--r2-bucket": r2.bucket, **instead}
    return ["--host", "r2", *(each for pair in how.items() for each in pair)]


def failure(work, *given, **how) -> ScriptFailed:
    with pytest.raises(ScriptFailed) as caught:
        work(*given, **how)
    return caught.value


def journal(folder: Path) -> list[dict]:
    return [json.loads(line) for line in (folder / "clip.mp4.order.jsonl").read_text().splitlines()]


def seconds_of(clip: Path) -> float:
    """Decode a clip to its end and count its pictures."""
    with av.open(str(clip)) as film:
        return sum(1 for _ in film.decode(video=0)) / 24


def _run(script: str, folder: Path, given: list[str], fakes: Fakes, **how) -> Report:
    environment = {**fakes.environment, **how.pop("environment", {})}
    return scripts.run(SCRIPTS / script, given, folder=folder, timeout=60, environment=environment, **how)
