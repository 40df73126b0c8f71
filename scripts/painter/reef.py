"""Under water: light falls from above, the reef stands in the haze."""
# ruff: noqa: ARG001, PLR0917

import math
import random
from dataclasses import replace

import cv2
import numpy as np

from painter.brush import (
    add_light,
    disc,
    down_gradient,
    fill,
    grey,
    ink,
    limb,
    mix,
    scaled,
    to_bytes,
)
from painter.land import empty, hills, paint_ground, paint_hills, paint_layer
from painter.scene import HEIGHT, WIDTH, Scene, new_scene
from painter.words import Wish
from stage.pictures import Pixels


def under_water(wish: Wish, top: str, far: str, low: str) -> Scene:
    """Start a scene under water: its colour above, far off, and below. No weather comes down here."""
    scene = new_scene(wish, 0.42)
    above, away, below = ink(top), ink(far), ink(low)
    if scene.light.is_night:
        above, away, below = scaled(above, 0.55), scaled(away, 0.62), scaled(below, 0.7)
    bright = min(1.0, grey(above) / 190)
    scene.light = replace(
        scene.light,
        top=below,
        middle=away,
        low=away,
        haze=away,
        sun=mix(above, (255, 255, 255), 0.35),
        fall=mix(above, (235, 240, 225), 0.05 + 0.42 * bright),
        shade=mix(below, ink("2f6f8c"), 0.5 * bright),
    )
    field = down_gradient(HEIGHT // 4 + 1, [(0, above), (0.45, away), (1, below)]).repeat(WIDTH // 4, axis=1)
    scene.canvas[:] = cv2.resize(to_bytes(field), (WIDTH, HEIGHT))
    scene.wish = replace(scene.wish, weather=frozenset())
    scene.water = "floor"
    return scene


def reef(wish: Wish) -> Scene:
    """Paint a reef: corals on its banks in the haze, kelp at both sides."""
    deep = wish.says("deep|abyss\\w*|midnight|dark\\w*")
    scene = under_water(wish, *(("1f5f86", "0e3a58", "08213c") if deep else ("8fe0dc", "3f9fb4", "1b5f86")))
    for number, depth in enumerate((0.16, 0.36, 0.6)):
        line = paint_hills(scene, f"bank{number}", HEIGHT * (0.66 + 0.07 * number), 150, ink("6f7f78"), depth, 2.6)
        _paint_corals(scene, f"coral{number}", line, 16 - 3 * number, 60 + 60 * number, depth)
    paint_shafts(scene, 0.5 if deep else 1.0)
    line = hills(scene, "sand", HEIGHT * 0.85, 40, 1.6)
    paint_ground(scene, line, ink("d8c89c"))
    _paint_corals(scene, "near", line, 9, 190, 0.9, clear=0.55)
    _paint_kelp(scene)
    return scene


def paint_shafts(scene: Scene, strength: float) -> None:
    """Let shafts of light fall from the surface."""
    chance = scene.chance("shafts")
    mask: Pixels = np.zeros((HEIGHT // 8, WIDTH // 8), np.uint8)
    for _ in range(11):
        x, wide, lean = chance.uniform(0, 1) * WIDTH / 8, chance.uniform(4, 17), chance.uniform(-34, 6)
        layer = np.zeros_like(mask)
        fill(
            layer,
            [(x, -2), (x + wide, -2), (x + wide * 2.6 + lean, HEIGHT / 9), (x + lean, HEIGHT / 9)],
            round(chance.uniform(24, 70) * strength),
        )
        mask = cv2.add(mask, layer)
    ramp = np.linspace(1, 0, mask.shape[0], dtype=np.float32)[:, None] ** 1.2
    soft = cv2.GaussianBlur(mask, (0, 0), 3).astype(np.float32) * ramp
    add_light(scene.canvas, mix(ink("d8fff4"), scene.light.sun, 0.5), cv2.resize(to_bytes(soft), (WIDTH, HEIGHT)))


_CORALS = ("e0715f", "e89a4f", "c85f88", "8f62a8", "e8c060", "5fae9c", "d88a78")


def _paint_corals(
    scene: Scene, what: str, line: Pixels, count: int, size: float, depth: float, *, clear: float = 0.0
) -> None:
    chance = scene.chance(what)
    for number in range(count):
        part = chance.random()
        if clear and abs(part - 0.5) < clear / 2:
            continue
        x, base = part * WIDTH, float(np.interp(part, np.linspace(0, 1, len(line)), line)) + 10
        mask = empty(scene)
        tall = size * chance.uniform(0.6, 1.2)
        (_branching, _fan, _tubes, _dome)[chance.randrange(4)](mask, x, base, tall, chance)
        paint_layer(
            scene,
            mask,
            ink(chance.choice(_CORALS)),
            depth,
            what=f"{what}{number}",
            mist=0.35,
            texture=0.0,
            rim=0.55,
            reach=round(tall * 1.3),
        )


def _branching(mask: Pixels, x: float, base: float, size: float, chance: random.Random) -> None:
    for angle in np.linspace(-2.5, -0.6, 7):
        bend = angle + chance.uniform(-0.2, 0.2)
        middle = (x + math.cos(bend) * size * 0.45, base + math.sin(bend) * size * 0.5)
        tip = (middle[0] + math.cos(bend * 0.6 - 0.63) * size * 0.3, middle[1] - size * 0.4)
        fill(mask, limb([(x, base, size * 0.07), (*middle, size * 0.06), (*tip, size * 0.04)], 6))
        fill(
            mask,
            limb(
                [
                    (*middle, size * 0.05),
                    (middle[0] + chance.uniform(-0.2, 0.2) * size, middle[1] - size * 0.3, size * 0.034),
                ],
                4,
            ),
        )


def _fan(mask: Pixels, x: float, base: float, size: float, chance: random.Random) -> None:
    for angle in np.linspace(-2.75, -0.4, 19):
        tip = (x + math.cos(angle) * size * 0.8, base - size * 0.12 + math.sin(angle) * size)
        fill(mask, limb([(x, base, size * 0.03), (*tip, size * 0.022)], 3))
    for reach in (0.45, 0.65, 0.85):
        arc = [
            (
                x + math.cos(a) * size * 0.8 * reach,
                base - size * 0.12 * reach + math.sin(a) * size * reach,
                size * 0.014,
            )
            for a in np.linspace(-2.75, -0.4, 12)
        ]
        fill(mask, limb(arc, 3))


def _tubes(mask: Pixels, x: float, base: float, size: float, chance: random.Random) -> None:
    for step, tall in enumerate((0.6, 0.95, 0.75, 0.5)):
        at = x + (step - 1.5) * size * 0.2
        fill(
            mask, limb([(at, base, size * 0.08), (at + (step - 1.5) * size * 0.06, base - size * tall, size * 0.1)], 4)
        )


def _dome(mask: Pixels, x: float, base: float, size: float, chance: random.Random) -> None:
    disc(mask, x, base - size * 0.1, size * 0.5, 0.8)
    disc(mask, x + size * 0.4, base, size * 0.3, 0.8)


def _paint_kelp(scene: Scene) -> None:
    chance = scene.chance("kelp")
    mask = empty(scene)
    for _ in range(9):
        side = chance.choice((0.0, 1.0))
        x = WIDTH * (side + chance.uniform(0.0, 0.13) * (1 - 2 * side))
        tall, sway = chance.uniform(400, 900), chance.uniform(16, 44)
        spine = [(x + math.sin(step * 1.1 + x) * sway, HEIGHT - tall * step / 7, 11 - step) for step in range(8)]
        fill(mask, limb(spine, 6))
        for step in range(1, 7):
            at = spine[step]
            for way in (-1, 1):
                fill(
                    mask,
                    limb([(at[0], at[1], 5), (at[0] + way * 42, at[1] - 34, 10), (at[0] + way * 78, at[1] - 84, 2)], 5),
                )
    paint_layer(scene, mask, ink("5f7d3c"), 0.96, what="kelp", mist=0.1, texture=0.1, rim=0.4, reach=1100)
