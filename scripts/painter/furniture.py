"""What stands in rooms: shelves with books or jars, and tables."""
# ruff: noqa: PLR0917

import random

import cv2
import numpy as np

from painter.brush import blend, fill, ink, limb, mix, scaled
from painter.land import empty
from painter.scene import HEIGHT, WIDTH, Scene

FLOOR = 0.74  # where the wall meets the floor, in parts of the height


def paint_shelves(scene: Scene, left: float, right: float, what: str, fill_row: object, rows: int = 4) -> None:
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


def paint_books(scene: Scene, x0: float, x1: float, base: float, room_above: float, chance: random.Random) -> None:
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


def paint_jars(scene: Scene, x0: float, x1: float, base: float, room_above: float, chance: random.Random) -> None:
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


def paint_table(scene: Scene, at: float) -> None:
    """Stand a table against the wall."""
    wood, x, y = ink("84603f"), at * WIDTH, HEIGHT * FLOOR - 70
    legs, top = empty(scene), empty(scene)
    for dx in (-240, 240):
        fill(legs, [(x + dx - 13, y), (x + dx + 13, y), (x + dx + 9, y + 150), (x + dx - 9, y + 150)])
    fill(top, [(x - 280, y - 12), (x + 280, y - 12), (x + 290, y + 14), (x - 290, y + 14)])
    blend(scene.canvas, scene.light.off(wood, 1), legs)
    blend(scene.canvas, scene.light.on(wood, 0.95), top)
