"""Choose a camera move from what the storyboard says about motion, and say where the camera is in every frame."""

import hashlib
import math
import random
import re
from dataclasses import dataclass


@dataclass(frozen=True)
class View:
    """Hold where the camera looks: zoom from 1, and the centre's offset in parts of the frame."""

    zoom: float
    x: float = 0.0
    y: float = 0.0


@dataclass(frozen=True)
class Move:
    """Hold a camera move by name, first and last view."""

    name: str
    first: View
    last: View


_MOVES = {
    "push in": Move("push in", View(1.0), View(1.13, 0.0, 0.012)),
    "pull back": Move("pull back", View(1.13, 0.0, 0.012), View(1.0)),
    "pan left": Move("pan left", View(1.1, 0.036), View(1.1, -0.036)),
    "pan right": Move("pan right", View(1.1, -0.036), View(1.1, 0.036)),
    "rise": Move("rise", View(1.1, 0.0, 0.036), View(1.1, 0.0, -0.03)),
    "sink": Move("sink", View(1.1, 0.0, -0.03), View(1.1, 0.0, 0.036)),
    "drift": Move("drift", View(1.05, -0.02, 0.01), View(1.09, 0.022, -0.008)),
    "still": Move("still", View(1.025, -0.004, 0.0), View(1.045, 0.004, 0.0)),
}

# The first pattern that fits decides, so the more exact ones stand first.
_WORDS = (
    (
        "pull back",
        r"pull(s|ing|ed)?[ -](back|out|away)|(zoom|dolly)(s|ing)?[ -](out|back)|widen|reveal|retreat",
    ),
    (
        "push in",
        r"push(es|ing)?[ -](in|forward|toward)|zoom|dolly|close[rs]? in|closing in|approach|toward|forward",
    ),
    ("pan right", r"left[ -]to[ -](the )?right|from (the )?left\b"),
    ("pan left", r"right[ -]to[ -](the )?left|from (the )?right\b"),
    ("pan left", r"(pan|track|slide|move|glide|sweep|truck|drift)\w*[^.]{0,24}\bleft"),
    ("pan right", r"(pan|track|slide|move|glide|sweep|truck|drift)\w*[^.]{0,24}\bright"),
    ("rise", r"\brise|\brising|crane|tilt(s|ing)?[ -]up|pedestal|ascend|lift|climb|upward|soar"),
    ("sink", r"sink|tilt(s|ing)?[ -]down|descend|lower|downward|\bdive|\bfall"),
    ("either pan", r"\bpan|\btrack|\bsweep|\bslide|panorama|parallax"),
    ("still", r"\bstatic|\bstill\b|locked|hold(s|ing)?\b|motionless|fixed|breath|calm"),
    ("drift", r"drift|float|sway|hover|handheld|wander|orbit|glide|arc\b|slow"),
)


def choose_move(motion: str, seed: int) -> Move:
    """Choose the move that the text asks for; where it says nothing clear, the text and the seed decide."""
    text = motion.lower()
    chance = random.Random(int.from_bytes(hashlib.sha256(f"{text}\0{seed}".encode()).digest()[:8]))
    found = next((name for name, pattern in _WORDS if re.search(pattern, text)), None)
    if found == "either pan":
        return _MOVES[chance.choice(("pan left", "pan right"))]
    if found:
        return _MOVES[found]
    return _MOVES[chance.choice(("push in", "push in", "pull back", "pan left", "pan right", "drift", "rise"))]


def views(move: Move, frames: int) -> list[View]:
    """Give the view of every frame: slow at both ends, but never standing, because clips are cut anywhere."""
    return [_between(move.first, move.last, _eased(frame / max(1, frames - 1))) for frame in range(frames)]


def nearer(view: View, depth: float) -> View:
    """Give the view of a layer that stands nearer to the camera: it moves and grows by that much more."""
    return View(1 + (view.zoom - 1) * depth, view.x * depth, view.y * depth)


def _eased(time: float) -> float:
    smooth = time * time * (3 - 2 * time)
    return 0.55 * smooth + 0.45 * time


def _between(first: View, last: View, part: float) -> View:
    zoom = math.exp(math.log(first.zoom) * (1 - part) + math.log(last.zoom) * part)
    return View(zoom, first.x + (last.x - first.x) * part, first.y + (last.y - first.y) * part)
