"""Arrange a cast: who stands where, how large, on the ground, in the water or in the air.

Places are in parts of the panel; nothing that should be seen whole comes nearer to an edge than the camera's moves
allow (see `SIDE` and `LOWEST`).
"""

import random
from dataclasses import dataclass

from stage.pictures import Picture

SIDE = 0.115  # at the end of a pan, this part of a near layer is out of sight
LOWEST = 0.897  # at the end of a rise, what lies below this is out of sight
_HALF_FIGURE = 1.6  # how much larger people are who stand right before us, behind the rail of a boat


@dataclass(frozen=True)
class Stage:
    """Hold what a panel offers: its aspect, where feet stand, and its water ("shore", "open", "floor", "deep")."""

    aspect: float
    ground: float
    water: str


@dataclass(frozen=True)
class Place:
    """Say where a sprite's foot goes and how large it is: x and foot in parts of the panel, height in frame heights."""

    x: float
    foot: float
    height: float
    floats: bool = False
    in_water: bool = False  # only its upper part is seen
    behind_rail: bool = False

    @property
    def casts_shadow(self) -> bool:
        return not (self.floats or self.in_water or self.behind_rail)


def arrange(
    characters: list[Picture], props: list[Picture], chance: random.Random, stage: Stage
) -> list[tuple[Picture, Place]]:
    """Spread the cast over the stage: thirds for one or two, even steps for more; props a step nearer to us."""
    crowd = 1.0 if len(characters) < 3 else 0.86 if len(characters) < 5 else 0.72
    spots = _spots(len(characters), chance, narrow=stage.aspect < 1)
    placed = []
    for picture, x in zip(characters, spots, strict=True):
        height = _height(picture, stage.aspect) * crowd * chance.uniform(0.96, 1.04)
        placed.append((picture, _stand(picture, x, height, stage, chance)))
    free = _gaps(spots, len(props), chance, narrow=stage.aspect < 1)
    for picture, x in zip(props, free, strict=True):
        placed.append((picture, _put(picture, x, stage, chance, alone=not characters)))
    return sorted(placed, key=lambda each: each[1].foot)


def _stand(picture: Picture, x: float, height: float, stage: Stage, chance: random.Random) -> Place:
    """Place somebody: on the ground, or where its home is in this scene."""
    home, jitter = picture.notes.get("home"), chance.uniform(-0.012, 0.012)
    person, water = bool(picture.notes.get("person")), stage.water
    if water == "deep" or (water == "floor" and home and not person):
        return _hover(picture, x, height, stage, chance, middle=0.5)
    if home == "air":
        return _hover(picture, x, height, stage, chance, middle=0.42)
    if home and not person and water in ("open", "shore"):
        size = height * (0.85 if water == "open" else 0.55)
        return Place(_inside(x, picture, size * 1.25, stage), 0.72 + jitter, size, in_water=True)
    if water == "open":
        tall = height * (_HALF_FIGURE if person else 1.15)
        foot = 0.4 + tall if person and height > 0.45 else 1.0
        return Place(_inside(x, picture, tall, stage), foot + jitter, tall, behind_rail=True)
    if picture.notes.get("floats") and not person:
        return _hover(picture, x, height, stage, chance, middle=0.5)
    return Place(_inside(x, picture, height, stage), min(LOWEST, stage.ground - 0.022) + jitter, height)


def _hover(picture: Picture, x: float, height: float, stage: Stage, chance: random.Random, *, middle: float) -> Place:
    foot = min(LOWEST - 0.03, middle + height / 2 + chance.uniform(-0.08, 0.05))
    return Place(_inside(x, picture, height, stage), foot, height, floats=True)


def _put(picture: Picture, x: float, stage: Stage, chance: random.Random, *, alone: bool) -> Place:
    """Place a prop in front: as large as it is beside people, or larger as a still life where nobody is."""
    size = float(picture.notes.get("size", 0.2))
    shape = picture.pixels.shape[1] / picture.pixels.shape[0]
    size *= (1.75 if size < 0.2 else 1.4) if alone else (0.7 if size < 0.16 else 0.88)
    height = min(size, 0.42, (0.4 if alone else 0.3) * stage.aspect / shape)
    if alone:
        x = 0.5 + (x - 0.5) * 0.5
    if picture.notes.get("home") or stage.water == "deep":
        return _stand(picture, x, height, stage, chance)
    foot = min(LOWEST, max(stage.ground, 0.885) + chance.uniform(0, 0.01))
    return Place(_inside(x, picture, height, stage), foot, height, behind_rail=stage.water == "open")


def _inside(x: float, picture: Picture, height: float, stage: Stage) -> float:
    """Move a place inward until the whole sprite is seen, wherever the camera goes."""
    shape = float(picture.pixels.shape[1] / picture.pixels.shape[0])
    edge = min(0.5, 0.5 * height * shape / stage.aspect + SIDE)
    return min(max(x, edge), 1 - edge)


def _spots(count: int, chance: random.Random, *, narrow: bool) -> list[float]:
    wobble = chance.uniform(-0.02, 0.02)
    if count == 1:
        return [0.5 + wobble] if narrow else [chance.choice((0.35, 0.65)) + wobble]
    if count == 2:
        return [0.31 + wobble, 0.69 + wobble]
    edge = 0.17 if count < 5 else 0.12
    return [edge + (1 - 2 * edge) * step / max(1, count - 1) + chance.uniform(-0.015, 0.015) for step in range(count)]


def _gaps(taken: list[float], count: int, chance: random.Random, *, narrow: bool) -> list[float]:
    """Find the freest places for props, one after another, away from the edges."""
    edge = 0.2 if narrow else 0.15
    candidates = [edge + (1 - 2 * edge) * step / 16 for step in range(17)]
    chosen: list[float] = []
    for _ in range(count):
        others = taken + chosen
        scored = [
            (min((abs(x - other) for other in others), default=0.3) - 0.25 * abs(x - 0.5) + chance.uniform(0, 0.03), x)
            for x in candidates
        ]
        chosen.append(max(scored)[1])
    return chosen


def _height(picture: Picture, aspect: float) -> float:
    """Say how high a character stands, in frame heights: figures tall, wide creatures lower, nothing too wide."""
    shape = picture.pixels.shape[1] / picture.pixels.shape[0]
    wished = picture.notes.get("size")
    height: float = float(wished) if wished else 0.58 if shape < 0.7 else 0.5 if shape < 1.1 else 0.42
    widest = 0.72 if aspect < 1 else 0.46
    return min(height, widest * aspect / float(shape))
