"""Places under a roof: a room with a window, a library, a laboratory, a station."""
# ruff: noqa: PLR0917

import math
import random
from dataclasses import replace

import cv2
import numpy as np
from _paint_brush import (
    Colour,
    add_light,
    blend,
    cloudy,
    down_gradient,
    fill,
    ink,
    limb,
    mix,
    scaled,
    to_bytes,
)
from _paint_land import empty, paint_hills, paint_mountains
from _paint_scene import HEIGHT, WIDTH, Scene, new_scene
from _paint_sky import paint_sky
from _paint_words import Wish
from _pictures import Pixels

FLOOR = 0.74  # where the wall meets the floor, in parts of the height


def room(wish: Wish) -> Scene:
    """Paint a room: a window with a view, its light on the floor, shelves and a table, each room its own way."""
    chance = wish.chance("room")
    stone = wish.says(r"stone|tower|stairs?|lamp room|castle|cellar|vault\w*")
    walls = ("7c8288", "868078") if stone else ("8a7058", "7a7f78", "87705f", "6f7a80", "94815f", "7d6a74")
    scene = _start(wish, ink(chance.choice(walls)))
    kinds = (
        [_paint_jars, _paint_books, None]
        if not wish.says(r"workshop|kitchen|bakery")
        else [_paint_jars, None, _paint_jars]
    )
    left, right = chance.sample(kinds, 2)
    if left:
        _paint_shelves(scene, 0.07, chance.uniform(0.27, 0.34), "left", left, rows=chance.choice((4, 5)))
    if right:
        _paint_shelves(scene, chance.uniform(0.68, 0.74), 0.93, "right", right, rows=chance.choice((4, 5)))
    _paint_table(scene, 0.2 if not left else 0.8 if not right else chance.choice((0.2, 0.8)))
    return _finish(scene)


def library(wish: Wish) -> Scene:
    """Paint a room full of books."""
    scene = _start(wish, ink("6f4f38"))
    _paint_shelves(scene, 0.0, 0.36, "left", _paint_books, rows=6)
    _paint_shelves(scene, 0.64, 1.0, "right", _paint_books, rows=6)
    return _finish(scene)


def laboratory(wish: Wish) -> Scene:
    """Paint a room of glass vessels."""
    scene = _start(wish, ink("7f9094"))
    _paint_shelves(scene, 0.04, 0.35, "left", _paint_jars)
    _paint_shelves(scene, 0.66, 0.96, "right", _paint_jars)
    _paint_table(scene, 0.78)
    return _finish(scene)


def _start(wish: Wish, wall: Colour) -> Scene:
    scene = new_scene(wish, 0.5)
    x = WIDTH * 0.5
    scene.sun = (x - WIDTH * 0.16, HEIGHT * 0.2)
    _paint_view(scene)
    light = scene.light
    warm = mix(light.fall, ink("ffd9a0"), 0.35 if not light.is_night else 0.25)
    scene.light = replace(
        light,
        fall=scaled(warm, 0.86),
        shade=mix(light.shade, ink("4a3a38"), 0.4),
        haze=mix(wall, scaled(warm, 0.9), 0.3),
    )
    mask = _wall_mask(x)
    rows, columns = HEIGHT // 4 + 1, WIDTH // 4
    lit, dark = scene.light.on(wall, 0.95), scaled(scene.light.off(wall, 1), 0.8)
    down, across = np.ogrid[:rows, :columns]
    far = np.hypot((across * 4 - x) / WIDTH * 1.5, (down * 4 - HEIGHT * 0.42) / HEIGHT * 1.1)
    part = np.clip(1.15 - far * 1.35, 0, 1).astype(np.float32)[:, :, None]
    marks = cloudy(scene.rng("plaster"), (rows, columns), (40, 60), 4)[:, :, None]
    field = (np.array(dark, np.float32) + (np.array(lit, np.float32) - np.array(dark, np.float32)) * part) * (
        0.92 + 0.16 * marks
    )
    blend(scene.canvas, cv2.resize(to_bytes(field), (WIDTH, HEIGHT)), mask)
    _paint_frame(scene, x)
    _paint_floor(scene, ink("8a6444") if not wish.says("laborator\\w+|clinic|hospital|labs?") else ink("9aa09c"), x)
    return scene


_WINDOW = (250.0, 150.0, 690.0)  # half width, top and bottom in pixels


def _paint_view(scene: Scene) -> None:
    """Paint what is seen through the window."""
    paint_sky(scene)
    paint_mountains(scene, "view", scene.horizon, 150, ink("748090"), 0.25, count=6, mist=0.8)
    paint_hills(scene, "garden", scene.horizon + 60, 60, ink("6f8a50"), 0.5, 4.0)


def _wall_mask(x: float) -> Pixels:
    mask = np.full((HEIGHT, WIDTH), 255, np.uint8)
    half, top, bottom = _WINDOW
    arch = [
        (x + math.cos(a) * half, top + half * 0.55 - math.sin(a) * half * 0.55) for a in np.linspace(0, math.pi, 24)
    ]
    fill(mask, [*arch, (x - half, bottom), (x + half, bottom)], 0)
    return mask


def _paint_frame(scene: Scene, x: float) -> None:
    """Paint the window's bars, sill and the glow that comes in."""
    half, top, bottom = _WINDOW
    wood = scene.light.off(ink("6a4f3c"), 1)
    bars = empty(scene)
    arch = [
        (x + math.cos(a) * half, top + half * 0.55 - math.sin(a) * half * 0.55) for a in np.linspace(0, math.pi, 24)
    ]
    outline = np.array([(x + half, bottom), *arch, (x - half, bottom)])
    cv2.polylines(bars, [np.round(outline * 16).astype(np.int32)], True, 255, 18, cv2.LINE_AA, 4)
    cv2.line(bars, (round(x), round(top)), (round(x), round(bottom)), 255, 12, cv2.LINE_AA)
    for y in (top + 200, top + 370):
        cv2.line(bars, (round(x - half), round(y)), (round(x + half), round(y)), 255, 9, cv2.LINE_AA)
    blend(scene.canvas, wood, bars)
    sill = empty(scene)
    fill(
        sill,
        [
            (x - half - 40, bottom - 4),
            (x + half + 40, bottom - 4),
            (x + half + 52, bottom + 24),
            (x - half - 52, bottom + 24),
        ],
    )
    blend(scene.canvas, scene.light.on(ink("a07c58"), 1), sill)
    glow = np.zeros((HEIGHT // 16, WIDTH // 16), np.uint8)
    fill(
        glow,
        [(x / 16 - 15, top / 16), (x / 16 + 15, top / 16), (x / 16 + 15, bottom / 16), (x / 16 - 15, bottom / 16)],
        60,
    )
    add_light(scene.canvas, scene.light.low, cv2.resize(cv2.GaussianBlur(glow, (0, 0), 9), (WIDTH, HEIGHT)))


def _paint_floor(scene: Scene, wood: Colour, x: float) -> None:
    """Paint boards running toward us, with the window's light lying on them."""
    top = round(HEIGHT * FLOOR)
    lit, dark = scene.light.on(wood, 0.95), scaled(scene.light.off(wood, 1), 0.75)
    column = down_gradient(
        HEIGHT - top, [(0, mix(lit, dark, 0.55)), (0.35, mix(lit, dark, 0.25)), (1, mix(lit, dark, 0.8))]
    )
    scene.canvas[top:] = to_bytes(column)
    joints, pool = empty(scene), np.zeros((HEIGHT // 4, WIDTH // 4), np.uint8)
    for step in range(-22, 23):
        cv2.line(joints, (round(x + step * 86), top), (round(x + step * 210), HEIGHT), 120, 2, cv2.LINE_AA)
    blend(scene.canvas, dark, joints)
    for side in (-1, 0):
        left = x - 215 + (side + 1) * 225
        fill(
            pool,
            [
                (p / 4, q / 4)
                for p, q in (
                    (left, top + 26),
                    (left + 190, top + 26),
                    (left + 250 + side * 90, HEIGHT - 60),
                    (left - 90 + side * 120, HEIGHT - 60),
                )
            ],
            90,
        )
    add_light(
        scene.canvas,
        mix(scene.light.low, scene.light.sun, 0.4),
        cv2.resize(cv2.GaussianBlur(pool, (0, 0), 5), (WIDTH, HEIGHT)),
    )
    board = np.zeros((26, WIDTH), np.uint8)
    board[:] = 255
    blend(scene.canvas, scaled(dark, 0.8), board, top - 26)


def _paint_shelves(scene: Scene, left: float, right: float, what: str, fill_row: object, rows: int = 4) -> None:
    """Paint a bookcase and fill its rows."""
    x0, x1, top, bottom = left * WIDTH, right * WIDTH, 120.0, HEIGHT * FLOOR + 26
    wood, chance = ink("6b4a34"), scene.chance(what)
    back, boards = empty(scene), empty(scene)
    fill(back, [(x0, top), (x1, top), (x1, bottom), (x0, bottom)])
    blend(scene.canvas, scaled(scene.light.off(wood, 1), 0.62), back)
    tall = (bottom - top) / rows
    for row in range(rows):
        assert callable(fill_row)
        fill_row(scene, x0 + 16, x1 - 16, top + tall * (row + 1) - 10, tall - 24, chance)
    for row in range(rows + 1):
        y = top + tall * row
        fill(boards, [(x0 - 6, y - 8), (x1 + 6, y - 8), (x1 + 6, y + 8), (x0 - 6, y + 8)])
    for x in (x0, x1):
        fill(boards, [(x - 10, top - 8), (x + 10, top - 8), (x + 10, bottom), (x - 10, bottom)])
    blend(scene.canvas, mix(scene.light.on(wood, 1), scene.light.off(wood, 1), 0.45), boards)
    shade = np.linspace(0.0, 1.0, 41)
    dark = np.zeros((HEIGHT, WIDTH), np.uint8)
    dark[int(top) : int(bottom), max(0, int(x0)) : int(x1)] = 90
    ramp = np.interp(np.arange(WIDTH), np.linspace(0, WIDTH, 41), np.abs(shade - 0.5) * 2).astype(np.float32)
    blend(
        scene.canvas,
        scaled(scene.light.off(wood, 1), 0.4),
        cv2.multiply(dark, ramp[None, :].repeat(HEIGHT, axis=0), dtype=cv2.CV_8U),
    )


_SPINES = ("8a3f34", "35566a", "4f6a48", "b08a4a", "6a4a68", "3f4450", "a8683c", "7a8468", "c0a880")


def _paint_books(scene: Scene, x0: float, x1: float, base: float, room_above: float, chance: random.Random) -> None:
    """Stand books side by side, some leaning, with gilt lines."""
    x = x0
    while x < x1 - 14:
        wide, tall = chance.uniform(13, 30), room_above * chance.uniform(0.62, 0.94)
        colour = ink(chance.choice(_SPINES))
        box = (round(x), round(base - tall)), (round(min(x + wide, x1)), round(base))
        cv2.rectangle(
            scene.canvas,
            *box,
            mix(scene.light.on(colour, 0.95), scene.light.off(colour, 1), chance.uniform(0.3, 0.6)),
            -1,
        )
        cv2.line(scene.canvas, (round(x), round(base)), (round(x), round(base - tall)), scene.light.off(colour, 1), 2)
        for part in (0.16, 0.22, 0.8):
            y = round(base - tall * (1 - part))
            cv2.line(
                scene.canvas, (round(x + 4), y), (round(min(x + wide, x1) - 4), y), scene.light.on(ink("c8a868"), 1), 1
            )
        x += wide + (chance.uniform(10, 40) if chance.random() < 0.07 else 1)


def _paint_jars(scene: Scene, x0: float, x1: float, base: float, room_above: float, chance: random.Random) -> None:
    """Stand jars, flasks and boxes on a shelf."""
    x = x0 + 20
    while x < x1 - 60:
        wide, tall = chance.uniform(34, 64), room_above * chance.uniform(0.4, 0.8)
        mask, light = empty(scene), empty(scene)
        colour = ink(chance.choice(("7fb0a8", "c89a58", "a8684c", "8f9fb4", "b8b890", "6f8f9c")))
        middle = x + wide / 2
        if chance.random() < 0.5:
            fill(
                mask,
                limb(
                    [
                        (middle, base - wide * 0.36, wide * 0.42),
                        (middle, base - wide * 0.7, wide * 0.3),
                        (middle, base - tall, wide * 0.13),
                    ],
                    6,
                ),
            )
        else:
            fill(
                mask,
                [
                    (x, base),
                    (x, base - tall * 0.8),
                    (x + wide * 0.14, base - tall * 0.88),
                    (x + wide * 0.86, base - tall * 0.88),
                    (x + wide, base - tall * 0.8),
                    (x + wide, base),
                ],
            )
            fill(
                mask,
                [
                    (x + wide * 0.1, base - tall * 0.86),
                    (x + wide * 0.1, base - tall),
                    (x + wide * 0.9, base - tall),
                    (x + wide * 0.9, base - tall * 0.86),
                ],
            )
        fill(
            light,
            limb([(x + wide * 0.26, base - 8, wide * 0.06), (x + wide * 0.26, base - tall * 0.55, wide * 0.06)], 3),
            150,
        )
        blend(scene.canvas, mix(scene.light.on(colour, 0.95), scene.light.off(colour, 1), 0.4), mask)
        blend(scene.canvas, mix(scene.light.sun, colour, 0.3), cv2.min(light, mask))
        x += wide + chance.uniform(14, 60)


def _paint_table(scene: Scene, at: float) -> None:
    """Stand a table against the wall."""
    wood, x, y = ink("84603f"), at * WIDTH, HEIGHT * FLOOR - 70
    legs, top = empty(scene), empty(scene)
    for dx in (-240, 240):
        fill(legs, [(x + dx - 13, y), (x + dx + 13, y), (x + dx + 9, y + 150), (x + dx - 9, y + 150)])
    fill(top, [(x - 280, y - 12), (x + 280, y - 12), (x + 290, y + 14), (x - 290, y + 14)])
    blend(scene.canvas, scene.light.off(wood, 1), legs)
    blend(scene.canvas, scene.light.on(wood, 0.95), top)


def _finish(scene: Scene) -> Scene:
    """Let motes of dust hang in the light; no weather comes in."""
    chance = scene.chance("motes")
    for _ in range(70):
        centre = (round(chance.gauss(0.5, 0.14) * WIDTH * 16), round(chance.uniform(0.15, 0.85) * HEIGHT * 16))
        cv2.circle(
            scene.canvas,
            centre,
            round(chance.uniform(0.8, 2.2) * 16),
            mix(scene.light.sun, scene.light.haze, 0.4),
            -1,
            cv2.LINE_AA,
            4,
        )
    scene.wish = replace(scene.wish, weather=frozenset())
    return scene
