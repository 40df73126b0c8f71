"""Trees: spruces, leafy crowns, palms, acacias, great stems, bare branches, cacti; each row is one mask."""
# ruff: noqa: PLR0917

import math
import random

import cv2
import numpy as np

from painter.brush import Colour, blend, disc, fill, ink, limb, mix, scaled
from painter.growth import Line, green
from painter.land import empty, paint_layer
from painter.scene import Scene
from stage.pictures import Pixels


def paint_trees(
    scene: Scene,
    what: str,
    kind: str,
    line: Line,
    count: int,
    size: tuple[float, float],
    depth: float,
    *,
    local: Colour | None = None,
    clear: float = 0.0,
) -> None:
    """Paint a row of trees standing on a line; `clear` keeps this part of the picture's middle open."""
    chance = scene.chance(what)
    crowns, lights = empty(scene), empty(scene)
    for _ in range(count):
        x = chance.uniform(-0.02, 1.02)
        if clear:
            x = x * (1 - clear) / 2 if chance.random() < 0.5 else 1 - x * (1 - clear) / 2
        base = float(np.interp(x, np.linspace(0, 1, len(line)), line)) if isinstance(line, np.ndarray) else line
        add_tree(crowns, lights, kind, x * scene.width, base + 6, chance.uniform(*size), chance, scene.sun_is_left)
    leaf = local or (mix(ink("3f5f4c"), green(scene), 0.25) if kind == "pine" else green(scene))
    paint_layer(scene, crowns, leaf, depth, what=what, mist=0.5, texture=0.2, rim=0.3, reach=round(size[1] * 1.4))
    if depth > 0.3:
        warm = mix(scene.light.on(leaf, depth), scene.light.sun, 0.22 if not scene.light.is_night else 0.08)
        rows = np.flatnonzero(lights.any(axis=1))
        if rows.size:
            lit = cv2.convertScaleAbs(cv2.min(lights, crowns)[rows[0] : rows[-1] + 1], alpha=0.6)
            blend(scene.canvas, scaled(warm, 1.12), lit, int(rows[0]))


def add_tree(
    mask: Pixels, lights: Pixels, kind: str, x: float, base: float, size: float, chance: random.Random, left: bool
) -> None:
    """Add one tree to the masks of crowns and of lit leaves."""
    if kind == "pine":
        _pine(mask, x, base, size, chance)
    elif kind == "stem":
        _stem(mask, x, base, size, chance)
    elif kind == "palm":
        _palm(mask, x, base, size, chance)
    elif kind == "acacia":
        _acacia(mask, lights, x, base, size, chance)
    elif kind == "bare":
        _bare(mask, x, base, size, chance, -math.pi / 2, size * 0.035, 5 if size > 330 else 3)
    elif kind == "cactus":
        _cactus(mask, x, base, size, chance)
    else:
        _leafy(mask, lights, x, base, size, chance, left)


def _pine(mask: Pixels, x: float, base: float, size: float, chance: random.Random) -> None:
    """Add a spruce: a slim cone of drooping tiers, ragged at both sides."""
    trunk = size * 0.014
    fill(mask, [(x - trunk, base), (x - trunk * 0.6, base - size), (x + trunk * 0.6, base - size), (x + trunk, base)])
    tiers, wide = round(7 + min(13.0, size / 40)), size * chance.uniform(0.13, 0.18)
    left: list[tuple[float, float]] = []
    right: list[tuple[float, float]] = []
    for tier in range(tiers):
        part = (tier + 1) / tiers
        y = base - size * (1 - 0.93 * part)
        for side, points in ((-1, left), (1, right)):
            spread = wide * (0.1 + 0.9 * part**1.1) * chance.uniform(0.72, 1.12)
            drop = size / tiers * chance.uniform(0.2, 0.42)
            points += [(x + side * spread * 0.42, y - drop * 0.6), (x + side * spread, y + drop)]
    fill(mask, [(x, base - size * 1.02), *right, *reversed(left)])


def _trunk(mask: Pixels, foot: tuple[float, float], top: tuple[float, float], thick: float) -> None:
    """Add a trunk that widens into its roots and ends flat on the ground."""
    sides: list[list[tuple[float, float]]] = [[], []]
    for part, wide in ((0.0, 2.3), (0.015, 1.7), (0.05, 1.25), (0.14, 1.05), (0.5, 0.95), (1.0, 0.6)):
        middle, y = foot[0] + (top[0] - foot[0]) * part, foot[1] + (top[1] - foot[1]) * part
        sides[0].append((middle - thick * wide, y))
        sides[1].append((middle + thick * wide, y))
    fill(mask, [*sides[0], *reversed(sides[1])])


def _stem(mask: Pixels, x: float, base: float, size: float, chance: random.Random) -> None:
    """Add a great trunk that leaves the picture at its top, with a few branches."""
    thick, lean = size * chance.uniform(0.026, 0.04), chance.uniform(-40, 40)
    _trunk(mask, (x, base + 14), (x + lean * 1.6, base - size * 1.3), thick)
    for _ in range(4):
        way, y = chance.choice((-1, 1)), base - size * chance.uniform(0.45, 0.95)
        tip = (x + way * size * chance.uniform(0.14, 0.3), y - size * chance.uniform(0.03, 0.14))
        fill(mask, limb([(x + lean, y + 30, thick * 0.5), ((x + tip[0]) / 2, y + 4, thick * 0.3), (*tip, 2)], 5))


def _leafy(mask: Pixels, lights: Pixels, x: float, base: float, size: float, chance: random.Random, left: bool) -> None:
    _trunk(mask, (x, base), (x + size * 0.02, base - size * 0.66), size * 0.034)
    wide = chance.uniform(0.26, 0.36)
    for number in range(26):
        angle, far = number * 2.4, math.sqrt((number + 0.5) / 26)  # a sunflower's spiral fills the crown evenly
        dx, dy = math.cos(angle) * far * wide, math.sin(angle) * far * 0.3
        radius = size * chance.uniform(0.075, 0.115) * (1.2 - 0.45 * far)
        cx, cy = x + dx * size, base - size * (0.68 - dy)
        disc(mask, cx, cy, radius, 0.82)
        toward = -1 if left else 1
        if dy - dx * toward * 0.4 < 0.05:
            disc(
                lights,
                cx + toward * radius * 0.3,
                cy - radius * 0.35,
                radius * 0.66,
                0.7,
                level=chance.randrange(60, 150),
            )


def _acacia(mask: Pixels, lights: Pixels, x: float, base: float, size: float, chance: random.Random) -> None:
    lean = chance.uniform(-0.12, 0.12) * size
    fork = (x + lean * 0.4, base - size * 0.42)
    fill(mask, limb([(x, base, size * 0.035), (*fork, size * 0.024)], 5))
    for side in (-1, -0.3, 0.5, 1):
        tip = (x + lean + side * size * 0.38, base - size * 0.78)
        fill(
            mask,
            limb(
                [
                    (*fork, size * 0.02),
                    ((fork[0] + tip[0]) / 2 + side * 12, (fork[1] + tip[1]) / 2, size * 0.014),
                    (*tip, size * 0.008),
                ],
                5,
            ),
        )
    for step in range(9):
        dx = (step / 4 - 1) * 0.52 * size
        y = base - size * (0.84 + 0.06 * (1 - (step / 4 - 1) ** 2)) + chance.uniform(-0.02, 0.02) * size
        disc(mask, x + lean + dx, y, size * 0.17, 0.38)
        disc(lights, x + lean + dx, y - size * 0.025, size * 0.13, 0.22, level=150)


def _palm(mask: Pixels, x: float, base: float, size: float, chance: random.Random) -> None:
    lean = chance.uniform(-0.25, 0.25) * size
    top = (x + lean, base - size * 0.8)
    fill(
        mask,
        limb([(x, base, size * 0.026), (x + lean * 0.3, base - size * 0.4, size * 0.018), (*top, size * 0.014)], 8),
    )
    for angle in np.linspace(-2.9, -0.2, 9):
        _frond(mask, top, angle + chance.uniform(-0.1, 0.1), size * chance.uniform(0.34, 0.44))


def _frond(mask: Pixels, at: tuple[float, float], angle: float, length: float) -> None:
    """Add one hanging leaf, drawn as a bow with a saw edge."""
    upper, lower = [], []
    for part in np.linspace(0, 1, 9):
        x = at[0] + math.cos(angle) * length * part
        y = at[1] + math.sin(angle) * length * part + length * 0.62 * part**2
        wide = length * 0.075 * math.sin(math.pi * min(1.0, part * 0.9 + 0.1))
        upper.append((x, y - wide * 0.5))
        lower += [(x + wide * 0.4, y + wide * 0.4), (x + wide * 0.1, y + wide * 2.1)]
    fill(mask, upper + lower[::-1])


def _bare(
    mask: Pixels, x: float, base: float, size: float, chance: random.Random, angle: float, thick: float, left: int
) -> None:
    """Add a leafless tree, branch by branch."""
    length = size * 0.32
    end = (x + math.cos(angle) * length, base + math.sin(angle) * length)
    bend = ((x + end[0]) / 2 + chance.uniform(-1, 1) * thick, (base + end[1]) / 2)
    fill(mask, limb([(x, base, thick), (*bend, thick * 0.8), (*end, thick * 0.6)], 4))
    if left and thick > 0.6:
        for turn in (chance.uniform(-0.75, -0.3), chance.uniform(0.3, 0.75)):
            _bare(mask, end[0], end[1], size * chance.uniform(0.66, 0.82), chance, angle + turn, thick * 0.6, left - 1)


def _cactus(mask: Pixels, x: float, base: float, size: float, chance: random.Random) -> None:
    wide = size * 0.08
    fill(mask, limb([(x, base, wide), (x, base - size * 0.5, wide * 1.05), (x, base - size, wide * 0.8)], 6))
    for side in (-1, 1):
        y, out = base - size * chance.uniform(0.3, 0.55), side * size * 0.22
        fill(mask, limb([(x, y, wide * 0.6), (x + out, y, wide * 0.65), (x + out, y - size * 0.3, wide * 0.55)], 8))
