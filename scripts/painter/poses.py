"""Poses: what a person's legs and arms do, read from the prompt's verbs or chosen by chance."""

import random
from dataclasses import dataclass

from painter.words import Wish

Point = tuple[float, float]

_LEGS = {
    "sit": r"sitting|sits|seated|cross ?legged",
    "kneel": r"kneeling|kneels|crouch\w*|squatting",
    "walk": r"walking|walks|running|runs|striding|marching|stepping|leading|hurrying|climbing|dancing",
    "stand": r"standing|stands|waiting|upright|still",
}
_ARMS = {
    "brow": r"(hand|hands) (raised )?(to|over|above) (the|his|her) (brow|eyes|forehead)|shading|peering|lookout",
    "high": r"(raising|lifting|holding up|holds up|raised|held high|holding high|raised high)",
    "point": r"point(ing|s)|reaching|stretch\w*",
    "wave": r"waving|waves|greeting|cheering|arms up",
    "hip": r"hands? on (his |her )?hips?",
}
_DROP = {"sit": 212.0, "kneel": 225.0}


@dataclass(frozen=True)
class Pose:
    """Hold a pose: of the legs, of the two arms, and whether the person looks up."""

    legs: str
    near: str  # the arm that holds things, on the right
    far: str
    looks_up: bool

    @property
    def drop(self) -> float:
        """Say how far the body sinks below where it is when standing."""
        return _DROP.get(self.legs, 0.0)


def choose_pose(wish: Wish, chance: random.Random, *, holds: bool, long_skirt: bool) -> Pose:
    """Choose the pose by the words; where they are silent, by chance."""
    legs = next((name for name, words in _LEGS.items() if wish.says(words)), None)
    legs = legs or chance.choice(("stand", "stand", "stand", "walk"))
    if long_skirt and legs == "kneel":
        legs = "sit"
    near = next((name for name, words in _ARMS.items() if wish.says(words)), None)
    if near is None:
        near = "hold" if holds else chance.choice(("down", "out", "out", "hip", "point"))
    if holds and near in ("brow", "hip"):
        return Pose(legs, "hold", near, looks_up=False)
    far = chance.choice(("down", "back", "hip", "out", "out"))
    looks_up = wish.says("looking up|gazing up|looks up|upward|head raised|watching the (sky|stars)")
    return Pose(legs, near, "swing" if legs == "walk" else far, looks_up)


def arm(way: str, side: int, shoulder: float) -> tuple[Point, Point]:
    """Give elbow and hand of an arm: `side` is 1 right, -1 left; the shoulder's half width in units."""
    elbow, hand = {
        "down": ((46, -620), (32, -452)),
        "out": ((66, -628), (84, -468)),
        "swing": ((52, -632), (2, -486)),
        "hold": ((16, -578), (104, -596)),
        "hip": ((104, -640), (-14, -540)),
        "back": ((60, -636), (-30, -520)),
        "point": ((112, -744), (232, -776)),
        "high": ((88, -806), (104, -962)),
        "wave": ((100, -742), (150, -922)),
        "brow": ((104, -846), (-46, -952)),
    }[way]
    return (side * (shoulder + elbow[0]), elbow[1]), (side * (shoulder + hand[0]), hand[1])


def legs(way: str, side: int, ground: float) -> tuple[list[tuple[float, float, float]], float]:
    """Give the leg's spine from hip to ankle as (x, y, radius), and how far the heel is lifted."""
    low = ground - 60
    spine = {
        ("stand", -1): [(-46, -470, 56), (-54, -250, 43), (-58, low, 33)],
        ("stand", 1): [(46, -470, 56), (56, -250, 43), (60, low, 33)],
        ("walk", -1): [(-40, -470, 56), (-74, -264, 43), (-152, low - 36, 32)],
        ("walk", 1): [(44, -470, 56), (104, -270, 43), (128, low, 33)],
        ("sit", -1): [(-40, -456, 60), (54, -446, 50), (62, low, 34)],
        ("sit", 1): [(50, -456, 60), (158, -440, 50), (166, low, 34)],
        ("kneel", -1): [(-40, -470, 58), (-6, -300, 46), (-150, low + 30, 34)],
        ("kneel", 1): [(46, -470, 58), (166, -430, 46), (170, low, 34)],
    }[way, side]
    return [(float(x), float(y), float(radius)) for x, y, radius in spine], 34.0 if (way, side) == ("walk", -1) else 0.0
