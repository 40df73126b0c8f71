"""Let Kling animate a picture for some seconds: a clip, ordered through KIE.

KIE_API_KEY=… python scripts/generate_video.py --image scene_01.png --motion-file motion.txt --seconds 10 --output clip_01.mp4
"""

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import _kling
import _prices
from _client import Failure, ordered, progress, read_text, run
from _kie import Kie, add_addresses
from host_image import add_hosting, host

UNWANTED = (
    "blur, flicker, jitter, warping, morphing, deformed faces, deformed hands, extra limbs, extra fingers, "
    "text, captions, watermark, logo, low quality"
)


def main() -> None:
    parser = argparse.ArgumentParser(prog="generate_video.py", description=__doc__)
    picture = parser.add_mutually_exclusive_group()
    picture.add_argument("--image", type=Path, help="the composite, PNG or JPEG; it is hosted first")
    picture.add_argument("--image-url", help="or where it is hosted already")
    parser.add_argument("--motion-file", type=Path, help="what moves, in words")
    parser.add_argument("--negative-file", type=Path, help="what must not be seen; a sensible text without it")
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--model", help="KIE's name of it; else the default of models.json")
    add_hosting(parser)
    add_addresses(parser)
    parser.add_argument("--first-poll", type=float, default=25.0, help="seconds before the first question")
    parser.add_argument("--poll-every", type=float, default=10.0)
    parser.add_argument("--deadline", type=float, default=3600.0, help="seconds after which it is asked again later")
    parser.add_argument("--grace", type=float, default=60.0, help="seconds for which KIE may not know the order")
    parser.add_argument("--backoff", type=float, default=10.0, help="seconds before a call is tried again, at first")
    parser.add_argument("--provider-job", help="fetch this order instead of making one")
    parser.add_argument("--output", type=Path, required=True)
    run(parser, work, paid=True)


def work(arguments: argparse.Namespace) -> dict[str, Any]:
    job, first = arguments.provider_job or "", 0.0
    if job:
        ordered(job)
    with _kling.owed(job):
        kie = Kie.of(arguments)
    if not job:
        job, first = _order(kie, arguments), arguments.first_poll
    pace = _kling.Pace(first, arguments.poll_every, arguments.deadline, arguments.grace)
    with _kling.owed(job):
        record = _kling.wait(kie, job, pace)
        _kling.fetch(kie, _kling.addresses(record)[0], arguments.output, backoff=arguments.backoff)
    model, units = _model(arguments), _units(record, arguments.seconds)
    return {"model": model, "units": units, "cost_usd": _prices.cost("kling", model, units), "provider_job": job}


def _order(kie: Kie, arguments: argparse.Namespace) -> str:
    model, facts = _prices.model("kling", "video", arguments.model)
    given = _input(arguments, facts)
    for tries_left in (1, 0):
        url = arguments.image_url or host(arguments)
        progress(state="ordering")
        try:
            picture = {facts["image"]: url} if facts.get("image") == "image_url" else {"image_urls": [url]}
            return _kling.order(kie, model, {**given, **picture}, backoff=arguments.backoff)
        except Failure as failure:
            gone = failure.last_words["code"] == "image_unreachable"
            if arguments.image_url or not tries_left or not gone:
                raise
    raise AssertionError("unreachable")


def _input(arguments: argparse.Namespace, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Say what is ordered, all but the picture. Raises Failure for what the model does not make."""
    if arguments.motion_file is None or not (arguments.image or arguments.image_url):
        raise Failure("An order needs --motion-file, and --image or --image-url.", code="no_input")
    offered = facts.get("seconds", [arguments.seconds])
    if arguments.seconds not in offered:
        lengths = ", ".join(map(str, offered))
        raise Failure(f"This model makes clips of {lengths} seconds. Choose one of these lengths.", code="bad_input")
    given = {"prompt": cut(read_text(arguments.motion_file, what="motion"), facts.get("prompt", 1000))}
    given |= {"duration": str(arguments.seconds), **facts.get("input", {})}
    if "negative_prompt" in facts:
        file = arguments.negative_file
        unwanted = read_text(file, what="negative prompt") if file else UNWANTED
        given["negative_prompt"] = cut(unwanted, facts["negative_prompt"])
    return given


def cut(text: str, most: int) -> str:
    """Make a prompt fit: no control characters, single blanks, at most so many characters, ending with a whole word."""
    plain = " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
    if len(plain) <= most:
        return plain
    whole = plain[: most + 1].rpartition(" ")[0] or plain[:most]
    return whole.rstrip(" ,;:-")


def _model(arguments: argparse.Namespace) -> str:
    return arguments.model or str(_prices.data()["kling"]["video"]["default"])


def _units(record: Mapping[str, Any], seconds: int) -> dict[str, float]:
    """Say what was used: KIE's own count where it gives one."""
    credits = record.get("creditsConsumed")
    if isinstance(credits, int | float) and not isinstance(credits, bool) and credits > 0:
        return {"credits": credits}
    return {"seconds": seconds}


if __name__ == "__main__":
    main()
