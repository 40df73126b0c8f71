"""What grows: trees by kind, grass, reeds, and the rocks between them."""
# ruff: noqa: PLR0917

import random

import cv2
import numpy as np

from painter.brush import Colour, blend, disc, fill, ink, limb, mix, scaled
from painter.land import empty, paint_layer, paint_rim
from painter.scene import Scene
from stage.pictures import Pixels

Line = Pixels | float

GREENS = {"autumn": ("b8762f", "a8532c", "c99a3d"), "winter": ("6f7f86", "7d8a8c", "5f7078"),
          "spring": ("8fb05a", "7da35c", "a3bd6c"), "summer": ("5f8a48", "6f974c", "4f7d50")}  # fmt: skip


def green(scene: Scene) -> Colour:
    """Give the leaves' colour in this season."""
    codes = GREENS[scene.wish.season or "summer"]
    leaf = ink(scene.chance("green").choice(codes))
    return mix(leaf, ink("e8ecf2"), 0.7) if "snow" in scene.wish.weather or scene.wish.season == "winter" else leaf


def paint_grass(
    scene: Scene, what: str, line: Line, count: int, size: tuple[float, float], local: Colour, *, clear: float = 0.0
) -> None:
    """Paint tufts of blades along a line, dark against the ground, with lit tips."""
    chance = scene.chance(what)
    mask = empty(scene)
    for _ in range(count):
        x = chance.random()
        if clear and abs(x - 0.5) < clear / 2:
            continue
        base = float(np.interp(x, np.linspace(0, 1, len(line)), line)) if isinstance(line, np.ndarray) else line
        tall = chance.uniform(*size)
        for _blade in range(5):
            lean = chance.uniform(-0.5, 0.5) * tall
            foot = x * scene.width + chance.uniform(-0.25, 0.25) * tall
            fill(
                mask,
                limb(
                    [
                        (foot, base + 5, tall * 0.03),
                        (foot + lean * 0.3, base - tall * 0.6, tall * 0.022),
                        (foot + lean, base - tall * chance.uniform(0.7, 1), 0.5),
                    ],
                    3,
                ),
            )
    paint_layer(
        scene, mask, scaled(local, 0.85), 0.95, what=what, mist=0.0, texture=0.12, rim=0.6, reach=round(size[1])
    )


def paint_rocks(
    scene: Scene, what: str, line: Line, count: int, size: tuple[float, float], local: Colour, depth: float,
    *, clear: float = 0.0,
) -> None:  # fmt: skip
    """Paint boulders with a lit top and a shaded side."""
    chance = scene.chance(what)
    for _ in range(count):
        x = chance.random()
        if clear and abs(x - 0.5) < clear / 2:
            continue
        base = float(np.interp(x, np.linspace(0, 1, len(line)), line)) if isinstance(line, np.ndarray) else line
        paint_rock(scene, x * scene.width, base + 8, chance.uniform(*size), local, depth, chance)


def paint_rock(
    scene: Scene, x: float, base: float, size: float, local: Colour, depth: float, chance: random.Random
) -> None:
    """Paint one boulder, with facets."""
    top, left, wide = int(base - size) - 6, int(x - size * 1.5), int(size * 3)
    box = scene.canvas[max(0, top) : int(base) + 6, max(0, left) : left + wide]
    if box.shape[0] < 6 or box.shape[1] < 6:
        return
    ox, oy = x - max(0, left), base - max(0, top)
    outline = [(ox + size * dx, oy - size * dy) for dx, dy in _boulder(chance)]
    mask, dark = np.zeros(box.shape[:2], np.uint8), np.zeros(box.shape[:2], np.uint8)
    fill(mask, outline)
    way = 1 if scene.sun_is_left else -1
    fill(dark, [(ox + way * size * 1.4, oy + 6), (ox + way * size * 1.4, oy - size * 1.1), (ox + way * size * 0.3,
        oy - size),
                (ox + way * size * 0.1, oy - size * 0.55), (ox + way * size * 0.35, oy - size * 0.25),
                (ox - way * size * 0.1, oy + 6)])  # fmt: skip
    patch = np.ascontiguousarray(box)
    blend(patch, mix(scene.light.on(local, depth), scene.light.off(local, depth), 0.25), mask)
    blend(patch, scene.light.off(local, depth), cv2.convertScaleAbs(cv2.min(dark, mask), alpha=0.75))
    box[:] = patch
    strip = np.zeros((box.shape[0], scene.width), np.uint8)
    strip[:, max(0, left) : max(0, left) + box.shape[1]] = mask
    paint_rim(scene, strip, max(0, top), mix(scene.light.on(local, depth), scene.light.sun, 0.5), 0.6)


def _boulder(chance: random.Random) -> list[tuple[float, float]]:
    tall = chance.uniform(0.55, 0.95)
    return [(-1.1, -0.03), (-1.0, 0.3 * tall), (-0.62, 0.72 * tall), (-0.15, tall), (0.38,
        0.86 * tall + chance.uniform(-0.1, 0.05)),
            (0.8, 0.5 * tall), (1.05, 0.16), (1.15, -0.03)]  # fmt: skip


def paint_canopy(scene: Scene, leaf: Colour) -> None:
    """Hang leaves into the upper corners, as under great trees."""
    chance = scene.chance("canopy")
    mask, lights = empty(scene), empty(scene)
    for _ in range(150):
        side = chance.choice((0.0, 1.0))
        far = chance.random() ** 1.6
        x = scene.width * (side + far * 0.42 * (1 - 2 * side))
        y = chance.random() * (230 * (1 - far) + 40) - 20
        radius = chance.uniform(16, 44)
        disc(mask, x, y, radius, 0.8)
        disc(lights, x, y - 6, radius * 0.6, 0.6, level=chance.randrange(30, 110))
    paint_layer(scene, mask, scaled(leaf, 0.7), 0.97, what="canopy", mist=0.0, texture=0.2, rim=0.3, reach=400)
    lit = scaled(mix(scene.light.on(leaf, 0.9), scene.light.sun, 0.25), 1.0)
    blend(scene.canvas, lit, cv2.convertScaleAbs(cv2.min(lights, mask), alpha=0.6))


def paint_meadow(scene: Scene, line: Pixels, local: Colour, *, flowers: bool = False) -> None:
    """Strew short strokes of grass over the ground, denser and larger toward us, and flowers where they grow."""
    chance = scene.chance("meadow")
    top = float(np.median(line))
    lit, dark, dots = empty(scene), empty(scene), empty(scene)
    for number in range(170):
        near = chance.random() ** 0.8
        x, y = chance.random() * scene.width, top + 16 + (scene.height - top) * near
        tall = (7 + 22 * near) * chance.uniform(0.6, 1.2)
        target = lit if number % 2 else dark
        for lean in (-0.5, 0.05, 0.55):
            fill(
                target,
                [(x + lean * tall * 0.3 - 1.6, y), (x + lean * tall, y - tall), (x + lean * tall * 0.3 + 1.6, y)],
                95,
            )
        if flowers and number % 7 == 0:
            disc(dots, x, y - tall, 2.5 + 4 * near, 0.8)
    blend(scene.canvas, scene.light.off(scaled(local, 0.8), 1), dark)
    blend(scene.canvas, mix(scene.light.on(local, 0.95), scene.light.sun, 0.3), lit)
    if flowers:
        petal = ink(chance.choice(("f2ead8", "e8b84a", "d8788a", "b890d0")))
        blend(scene.canvas, scene.light.on(petal, 0.95), dots)
