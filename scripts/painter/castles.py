"""Old walls in the landscape: castles, ruins, churches, pyramids, and tents that came for a night."""
# Outlines read better as rows of points:
# fmt: off

from dataclasses import replace

import numpy as np

from painter.brush import ink
from painter.spot import Spot

_TOWERS = ((-170, 30, 150, True), (-96, 42, 210, False), (92, 40, 190, False), (168, 30, 160, True),
        (0, 62, 290, True))


def paint_castle(spot: Spot) -> None:
    """Paint a castle on its own hill: walls, towers with battlements or cones, a flag."""
    hill = [(420 * part, 40 - 120 * np.exp(-4 * part**2)) for part in np.linspace(-1.3, 1.3, 25)]
    spot.shape([*hill, (560, 70), (-560, 70)], spot.tone("7a8554", 0.5))
    yard, panes = replace(spot, y=spot.y - 60 * spot.size), []
    yard.boxes([(-170, -92, 170, 44)], spot.tone("a89c8c", 0.38))
    _teeth(yard, -170, 170, -92)
    for x, half, tall, coned in _TOWERS:
        yard.boxes([(x - half, -tall, x + half, 50)], spot.tone("a89c8c", 0.12))
        _shade_right(yard, (x - half, -tall, x + half, 50), "a89c8c")
        if coned:
            yard.shape([(x - half - 8, 4 - tall), (x, -tall - half * 2.1), (x + half + 8, 4 - tall)],
                    spot.tone("7a4a44", 0.4))
        else:
            _teeth(yard, x - half - 6, x + half + 6, -tall)
        panes += [(x - 6, row - tall, x + 6, row + 24 - tall) for row in (34, 94)]
    yard.windows(panes)
    gate = [(24 * np.cos(a), 8 - 24 * np.sin(a)) for a in np.linspace(0, np.pi, 9)]
    yard.shape([*gate, (-24, 50), (24, 50)], spot.tone("4a3c34", 1))
    yard.boxes([(-2, -480, 2, -410)], spot.tone("5a5048", 1))
    yard.shape([(0, -480), (60, -467), (0, -452)], spot.tone("b8483a"))


def _teeth(spot: Spot, left: float, right: float, top: float) -> None:
    step = (right - left) / (2 * max(2, round((right - left) / 26)) - 1)
    spot.boxes([(x, top - 13, x + step, top + 2) for x in np.arange(left, right - step / 2, 2 * step)],
            spot.tone("a89c8c"))


def _shade_right(spot: Spot, box: tuple[float, float, float, float], code: str) -> None:
    """Darken the side of an upright thing that the sun does not see."""
    x0, y0, x1, y1 = box
    dark_right = spot.scene.sun_is_left == (spot.way > 0)
    part = (x0 + (x1 - x0) * 0.62, y0, x1, y1) if dark_right else (x0, y0, x0 + (x1 - x0) * 0.38, y1)
    spot.boxes([part], spot.tone(code, 1), 180)


def paint_ruins(spot: Spot) -> None:
    """Paint broken columns under what is left of a roof."""
    chance, whole = spot.scene.chance("ruins"), []
    for step in range(3):
        spot.boxes([(18 * step - 330, -4 - 12 * step, 330 - 18 * step, 14)], spot.tone("d0c0a0", 0.2 * step))
    for number in range(8):
        x, tall = 77 * number - 270, 264 if 1 <= number <= 4 else chance.uniform(90, 230)
        spot.boxes([(x - 17, -tall, x + 17, -34)], spot.tone("d0c0a0"))
        _shade_right(spot, (x - 17, -tall, x + 17, -34), "d0c0a0")
        spot.boxes([(x - 24, -44, x + 24, -34)], spot.tone("d0c0a0", 0.3))
        if tall == 264:
            whole.append(x)
            spot.boxes([(x - 25, -264, x + 25, -250)], spot.tone("d0c0a0"))
    left, right = whole[0], whole[-1]
    spot.boxes([(left - 30, -294, right + 30, -264)], spot.tone("d0c0a0", 0.15))
    spot.shape([(left - 36, -294), ((left + right) / 2, -356), (right - 20, -316), (right + 20, -294)],
            spot.tone("d0c0a0", 0.35))
    for _ in range(5):
        at, wide = chance.uniform(-380, 380), chance.uniform(14, 34)
        spot.shape([(at - wide, 16), (at - wide * 0.8, -wide * 0.4), (at + wide * 0.7, -wide * 0.5),
                (at + wide, 16)], spot.tone("d0c0a0", 0.5))


def paint_church(spot: Spot) -> None:
    """Paint a village church with a pointed tower."""
    spot.boxes([(0, -96, 190, 6)], spot.tone("e4dccb", 0.2))
    spot.shape([(-8, -92), (24, -160), (170, -160), (200, -92)], spot.tone("6a5450", 0.35))
    spot.boxes([(-64, -220, 10, 6)], spot.tone("e4dccb"))
    _shade_right(spot, (-64, -220, 10, 6), "e4dccb")
    spot.shape([(-74, -216), (-27, -390), (20, -216)], spot.tone("6a5450", 0.35))
    spot.windows([*[(40 + 50 * n, -74, 58 + 50 * n, -30) for n in range(3)], (-38, -196, -18, -160)])


def paint_pyramids(spot: Spot) -> None:
    """Paint three pyramids, the far ones small."""
    for x, half, depth in ((480, 150, 0.3), (-300, 210, 0.42), (60, 330, 0.55)):
        far, side = replace(spot, depth=depth), 1 if spot.scene.sun_is_left == (spot.way > 0) else -1
        far.shape([(x - half, 14), (x, -1.15 * half), (x + half, 14)], far.tone("cfae78"))
        far.shape([(x, -1.15 * half), (x + side * half, 14), (x + side * half * 0.3, 14)], far.tone("cfae78", 0.85))


def paint_tents(spot: Spot) -> None:
    """Paint tents around a fire."""
    chance, dark = spot.scene.chance("tents"), spot.scene.wish.says(r"black tents?|bedouin|nomad\w*")
    for x, big in ((-210, 96), (190, 90), (-60, 126), (330, 72)):
        cloth = chance.choice(("4a3f3c", "5a4638") if dark else ("d8c8a4", "c8a878", "b8bca8"))
        spot.shape([(x - big, 14), (x - big * 0.2, -big), (x + big * 0.4, -big), (x + big, 14)], spot.tone(cloth))
        spot.shape([(x + big * 0.4, -big), (x + big, 14), (x + big * 0.15, 14)], spot.tone(cloth, 1), 200)
        spot.shape([(x - big * 0.3, 14), (x - big * 0.12, -big * 0.62), (x + big * 0.06, 14)], spot.tone("3a2c28", 1))
    spot.shape([(54, 20), (62, -14), (70, -40), (79, -12), (86, 20)], ink("ffb44a"))
    spot.glow(70, -6, 170, ink("ff9a3c"), 0.55 if spot.scene.light.is_night else 0.3)
    spot.smoke(70, -40, 0.25, 20)
