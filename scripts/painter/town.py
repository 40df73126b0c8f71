"""What people built: houses, towers, a skyline, a lighthouse, ships at rest; windows are lit when it is dark."""
# ruff: noqa: PLR0917

import random
from itertools import pairwise

import cv2
import numpy as np

from painter.brush import Colour, add_light, blend, down_gradient, enlarge, fill, ink, mix, scaled, to_bytes
from painter.land import empty, paint_ground, paint_layer
from painter.scene import Scene
from stage.pictures import Pixels

LAMP = ink("ffd48a")


def is_dim(scene: Scene) -> bool:
    """Say whether people would have their lamps on."""
    return scene.light.hour in ("night", "dusk") or bool(scene.wish.weather & {"storm", "fog"})


def paint_skyline(
    scene: Scene, what: str, base: float, height: float, local: Colour, depth: float, *, old: bool
) -> None:
    """Paint a row of town: towers and blocks, or gabled old houses; with windows."""
    chance = scene.chance(what)
    mask, windows = empty(scene), empty(scene)
    x = -40.0
    while x < scene.width:
        wide = chance.uniform(0.28, 0.55) * height if old else chance.uniform(0.16, 0.4) * height
        tall = height * (chance.uniform(0.5, 0.72) if old else chance.uniform(0.35, 1.0) ** 1.3)
        add_building(mask, windows, x, base, wide, tall, chance, old=old, lit=0.55 if is_dim(scene) else 0.9)
        x += wide * (1.0 if old else chance.uniform(0.9, 1.25))
    paint_layer(scene, mask, local, depth, what=what, mist=0.55, texture=0.07, rim=0.4, reach=round(height * 1.1))
    paint_windows(scene, windows, depth, local)


def paint_windows(scene: Scene, windows: Pixels, depth: float, local: Colour) -> None:
    """Light the windows when it is dim, else let them be darker panes; a glow lies around lit ones."""
    rows = np.flatnonzero(windows.any(axis=1))
    if rows.size == 0:
        return
    top, part = int(rows[0]), windows[rows[0] : rows[-1] + 1]
    if not is_dim(scene):
        blend(
            scene.canvas,
            mix(scene.light.off(local, depth), scene.light.middle, 0.2),
            cv2.convertScaleAbs(part, alpha=0.55),
            top,
        )
        return
    blend(scene.canvas, mix(LAMP, scene.light.haze, 0.35 * (1 - depth)), part, top)
    small = cv2.resize(part, (scene.width // 8, max(1, part.shape[0] // 8)), interpolation=cv2.INTER_AREA)
    add_light(
        scene.canvas, scaled(LAMP, 0.5), enlarge(cv2.GaussianBlur(small, (0, 0), 3), (scene.width, part.shape[0])), top
    )


def add_building(
    mask: Pixels, windows: Pixels, x: float, base: float, wide: float, tall: float, chance: random.Random,
    *, old: bool, lit: float = 0.6,
) -> None:  # fmt: skip
    """Add one building to the masks of walls and of windows."""
    top = base - tall
    fill(mask, [(x, base + 400), (x, top), (x + wide + 1, top), (x + wide + 1, base + 400)])
    if old:
        fill(
            mask,
            [
                (x - wide * 0.06, top + 2),
                (x + wide / 2, top - wide * chance.uniform(0.4, 0.75)),
                (x + wide * 1.06, top + 2),
            ],
        )
        if chance.random() < 0.6:
            at = x + wide * chance.choice((0.22, 0.7))
            fill(
                mask, [(at, top), (at, top - wide * 0.5), (at + wide * 0.12, top - wide * 0.5), (at + wide * 0.12, top)]
            )
    elif chance.random() < 0.5:
        step = wide * chance.uniform(0.2, 0.35)
        rise = tall * chance.uniform(0.06, 0.16)
        fill(mask, [(x + step, top), (x + step, top - rise), (x + wide - step, top - rise), (x + wide - step, top)])
        if chance.random() < 0.4:
            fill(
                mask,
                [
                    (x + wide / 2 - 2, top - rise),
                    (x + wide / 2 - 1, top - rise * 2.4),
                    (x + wide / 2 + 1, top - rise * 2.4),
                    (x + wide / 2 + 2, top - rise),
                ],
            )
    _add_windows(windows, x, base, wide, tall, chance, old=old, lit=lit)


def _add_windows(
    windows: Pixels, x: float, base: float, wide: float, tall: float, chance: random.Random, *, old: bool, lit: float
) -> None:
    across = max(2, round(wide / (34 if old else 15)))
    down = max(2, round(tall / (52 if old else 24)))
    cell_x, cell_y = wide / (across + 0.6), tall / (down + 0.5)
    pane_x, pane_y = cell_x * (0.34 if old else 0.42), cell_y * (0.42 if old else 0.4)
    for row in range(down):
        for column in range(across):
            if chance.random() < lit:
                left, top = x + cell_x * (column + 0.6), base - tall + cell_y * (row + 0.5)
                level = chance.randrange(120, 255)
                cv2.rectangle(
                    windows, (round(left), round(top)), (round(left + pane_x), round(top + pane_y)), level, -1
                )


def paint_house(
    scene: Scene,
    x: float,
    base: float,
    size: float,
    depth: float,
    what: str,
    *,
    wall: Colour | None = None,
    roof: Colour | None = None,
) -> None:
    """Paint a cottage seen from the side: lit wall, gable in shade, roof, door, windows, chimney."""
    chance = scene.chance(what)
    wall = wall or ink(chance.choice(("e6dcc4", "d9c7a3", "c9b8a8", "b8a088", "d8d2c8")))
    roof = roof or ink(chance.choice(("9a4f3a", "7a5444", "5f6670", "84603f")))
    wide, tall = size * chance.uniform(0.95, 1.25), size * 0.5
    gable = size * 0.42 * (-1 if scene.sun_is_left else 1)
    near, far = x - wide / 2 * (1 if gable < 0 else -1), x + wide / 2 * (1 if gable < 0 else -1)
    peak = base - tall - size * 0.42

    def lay(points: list[tuple[float, float]], colour: Colour, level: int = 255) -> None:
        mask = empty(scene)
        fill(mask, points, level)
        blend(scene.canvas, colour, mask)

    shade, lit = scene.light.off(wall, depth), scene.light.on(wall, depth)
    lay(
        [(far, base), (far, base - tall), (far - gable / 2, peak), (far - gable, base - tall), (far - gable, base)],
        shade,
    )
    lay([(near, base), (near, base - tall), (far, base - tall), (far, base)], lit)
    eave = size * 0.05
    lay([(near, base - tall + eave), (near - gable / 2 * 0.9, peak), (far - gable / 2, peak),
        (far + eave * (1 if gable < 0 else -1), base - tall + eave)],
        mix(scene.light.on(roof, depth), scene.light.off(roof, depth), 0.2))  # fmt: skip
    at = near + (far - near) * 0.3
    lay(
        [(at, peak + 6), (at, peak - size * 0.2), (at + size * 0.1, peak - size * 0.2), (at + size * 0.1, peak + 6)],
        scene.light.on(roof, depth),
    )
    windows = empty(scene)
    for part in (0.2, 0.72):
        left = near + (far - near) * part - size * 0.07
        fill(
            windows,
            [
                (left, base - tall * 0.78),
                (left + size * 0.14, base - tall * 0.78),
                (left + size * 0.14, base - tall * 0.4),
                (left, base - tall * 0.4),
            ],
        )
    paint_windows(scene, windows, depth, wall)
    door = near + (far - near) * 0.46
    lay([(door - size * 0.06, base), (door - size * 0.06, base - tall * 0.68), (door + size * 0.06,
        base - tall * 0.68), (door + size * 0.06, base)],
        scene.light.off(ink("6b4a38"), depth))  # fmt: skip


def paint_fronts(
    scene: Scene, what: str, base: float, height: float, depth: float, *, left: float = 0.0, right: float = 1.0
) -> None:
    """Paint a row of old houses, each in its own plaster, with its own roof."""
    chance = scene.chance(what)
    windows, x = empty(scene), left * scene.width - 30
    shade = np.zeros_like(windows)
    while x < right * scene.width:
        wide, tall = chance.uniform(0.3, 0.52) * height, height * chance.uniform(0.62, 1.0)
        wall = ink(chance.choice(("d8b48a", "c88a68", "e0d0b0", "a8b4a8", "b86a58", "d8a860", "93a3b0", "c8b8a8")))
        _paint_front(scene, (x, base, wide, tall), wall, depth, chance)
        _add_windows(windows, x, base, wide, tall, chance, old=True, lit=0.6 if is_dim(scene) else 0.95)
        fill(
            shade,
            [(x + wide * 0.9, base), (x + wide * 0.9, base - tall), (x + wide, base - tall), (x + wide, base)],
            90,
        )
        x += wide
    blend(scene.canvas, scene.light.off(ink("8a7060"), depth), shade)
    paint_windows(scene, windows, depth, ink("8a7060"))


def _paint_front(
    scene: Scene, box: tuple[float, float, float, float], wall: Colour, depth: float, chance: random.Random
) -> None:
    x, base, wide, tall = box
    top, peak = base - tall, wide * chance.uniform(0.35, 0.7)
    first, left = max(0, int(top - peak * 1.5)), max(0, int(x) - 12)
    area = scene.canvas[first : int(base) + 2, left : max(left + 1, int(x + wide) + 12)]
    if area.shape[1] < 2:
        return
    x -= left
    body, roof = np.zeros(area.shape[:2], np.uint8), np.zeros(area.shape[:2], np.uint8)
    fill(body, [(x, base - first), (x, top - first), (x + wide + 1, top - first), (x + wide + 1, base - first)])
    gabled = chance.random() < 0.5
    if gabled:
        fill(body, [(x, top - first + 1), (x + wide / 2, top - peak - first), (x + wide, top - first + 1)])
        for side in (0, 1):
            eave, ridge = (x - 5 + side * (wide + 10), top - first + 6), (x + wide / 2, top - peak - first - 4)
            fill(roof, [eave, (eave[0], eave[1] - 13), (ridge[0], ridge[1] - 9), (ridge[0], ridge[1] + 6)])
    else:
        fill(
            roof,
            [
                (x - 6, top - first + 4),
                (x + wide * 0.1, top - peak * 0.7 - first),
                (x + wide * 0.9, top - peak * 0.7 - first),
                (x + wide + 6, top - first + 4),
            ],
        )
    at = x + wide * chance.choice((0.2, 0.7))
    fill(
        roof,
        [
            (at, top - first),
            (at, top - peak - 16 - first),
            (at + wide * 0.11, top - peak - 16 - first),
            (at + wide * 0.11, top - first),
        ],
    )
    light = scene.light
    foot = mix(light.on(wall, depth), light.off(wall, depth), 0.35)
    column = down_gradient(area.shape[0], [(0.0, light.on(wall, depth)), (0.4, light.on(wall, depth)), (1.0, foot)])
    blend(area, to_bytes(column.repeat(area.shape[1], axis=1)), body)
    tile = ink(chance.choice(("9a4f3a", "7a4a3c", "5f6470", "a8603c")))
    blend(area, mix(light.on(tile, depth), light.off(tile, depth), 0.3), roof)


def paint_paving(scene: Scene, edge: float, stone: Colour, *, boards: bool = False) -> None:
    """Paint paved ground, or boards, whose joints run to a point at the horizon."""
    paint_ground(scene, np.full(41, edge), stone, texture=0.12)
    joints, chance = empty(scene), scene.chance("slabs")
    rows = [edge, float(scene.height)] if boards else [edge + (scene.height - edge) * (n / 7) ** 1.6 for n in range(8)]
    for above, below in pairwise(rows):
        cv2.line(joints, (0, round(above)), (scene.width, round(above)), 80, 2, cv2.LINE_AA)
        shift = chance.random()
        for step in range(-16, 17):
            across = (step + shift) * 86
            ends = [
                (round(scene.width / 2 + across * (1 + 1.5 * (y - edge) / (scene.height - edge))), round(y))
                for y in (above, below)
            ]
            cv2.line(joints, ends[0], ends[1], 80, 2, cv2.LINE_AA)
    blend(scene.canvas, scene.light.off(stone, 1), joints)
