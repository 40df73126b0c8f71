"""Space: a night between worlds, seen from a dusty one."""

from dataclasses import replace

import cv2
import numpy as np

from painter.brush import (
    Colour,
    add_light,
    blend,
    cloudy,
    disc,
    down_gradient,
    enlarge,
    ink,
    mix,
    scaled,
    smoothstep,
    to_bytes,
)
from painter.growth import paint_rocks
from painter.land import empty, hills, paint_ground, paint_mountains
from painter.scene import HEIGHT, WIDTH, Scene, new_scene
from painter.sky import paint_stars
from painter.words import Wish


def space(wish: Wish) -> Scene:
    """Paint a night between worlds, seen from a dusty one."""
    scene = new_scene(wish, 0.72)
    chance = wish.chance("nebula")
    red = wish.says("mars|martian")
    dust = ink("b0603c") if red else ink("8f8c94")
    scene.light = replace(scene.light, hour="night", top=ink("05070f"), middle=ink("0d1226"), low=ink("232a4a"),
        haze=ink("2b2f4e") if not red else ink("6a3a34"),
                          fall=ink("e8e6f0"), shade=ink("35344e"), sun=ink("fff4e0"))  # fmt: skip
    rows, columns = scene.horizon // 4 + 12, WIDTH // 4
    field = down_gradient(rows, [(0, scene.light.top), (0.7, scene.light.middle), (1, scene.light.low)]).repeat(
        columns, axis=1
    )
    for code in chance.sample(("6a4fc0", "3f7fc8", "c0508a", "38a0a0", "d07848"), 3):
        noise = cloudy(scene.rng("nebula" + code), (rows, columns), (90, 150), 5)
        field += smoothstep(0.52, 0.95, noise)[:, :, None] * np.array(ink(code), np.float32) * 0.55
    scene.canvas[: rows * 4] = enlarge(to_bytes(field), (WIDTH, rows * 4))
    paint_stars(scene, 900, 1.02)
    _paint_planet(
        scene, WIDTH * chance.choice((0.27, 0.72)), scene.horizon * chance.uniform(0.38, 0.52), chance.uniform(190, 270)
    )
    _paint_planet(scene, WIDTH * chance.uniform(0.45, 0.55), scene.horizon * 0.2, chance.uniform(30, 50), ring=False)
    paint_mountains(scene, "crater rim", scene.horizon + 30, 150, dust, 0.45, count=5, mist=0.2)
    line = hills(scene, "ground", HEIGHT * 0.8, 40, 1.5)
    paint_ground(scene, line, dust, texture=0.14)
    _paint_craters(scene, dust)
    paint_rocks(scene, "stones", line + 30, 10, (14, 48), dust, 0.95, clear=0.4)
    scene.wish = replace(scene.wish, weather=frozenset())
    return scene


def _paint_planet(scene: Scene, x: float, y: float, size: float, *, ring: bool = True) -> None:
    """Paint a banded ball lit from one side, perhaps with a ring."""
    chance = scene.chance(f"planet{size}")
    reach = int(size * 2.2)
    left, top = int(x) - reach, max(0, int(y) - reach)
    left = max(0, min(left, WIDTH - 2 * reach))
    patch = np.ascontiguousarray(scene.canvas[top : int(y) + reach, left : left + 2 * reach])
    cx, cy = x - left, y - top
    ball = np.zeros(patch.shape[:2], np.uint8)
    disc(ball, cx, cy, size)
    one, other = (
        ink(code)
        for code in chance.choice(
            (("d8a878", "9a5f4c"), ("8fb4d8", "3f5f98"), ("c8b8d8", "6a5a98"), ("9fd0b8", "3f8080"))
        )
    )
    rows = np.linspace(0, 1, patch.shape[0])
    bands = 0.5 + 0.5 * np.sin(rows * chance.uniform(30, 52) + 2 * np.sin(rows * 19))
    down, across = np.ogrid[: patch.shape[0], : patch.shape[1]]
    lit = smoothstep(-0.9, 0.75, ((cx - across) * 0.8 + (cy - down) * 0.5) / size)[:, :, None].astype(np.float32)
    colour = np.array(one, np.float32) * bands[:, None, None] + np.array(other, np.float32) * (1 - bands[:, None, None])
    ring_mask = np.zeros(patch.shape[:2], np.uint8)
    if ring and chance.random() < 0.7:
        for far, thick, level in ((1.85, 0.13, 150), (1.58, 0.08, 200), (1.42, 0.04, 120)):
            cv2.ellipse(
                ring_mask,
                (round(cx * 16), round(cy * 16)),
                (round(size * far * 16), round(size * far * 0.26 * 16)),
                -14,
                0,
                360,
                level,
                round(size * thick),
                cv2.LINE_AA,
                4,
            )
    halo = cv2.GaussianBlur(cv2.resize(ball, None, fx=0.125, fy=0.125), (0, 0), size / 36)
    add_light(patch, scaled(one, 0.3), cv2.resize(halo, (patch.shape[1], patch.shape[0])))
    blend(patch, mix(one, (255, 255, 255), 0.3), ring_mask)
    blend(patch, to_bytes((colour * (0.12 + 0.95 * lit)).astype(np.float32)), ball)
    front = ring_mask.copy()
    front[: int(cy)] = 0
    blend(patch, mix(one, (255, 255, 255), 0.3), front)
    scene.canvas[top : int(y) + reach, left : left + 2 * reach] = patch


def _paint_craters(scene: Scene, dust: Colour) -> None:
    chance = scene.chance("craters")
    for _ in range(12):
        near = chance.random()
        x, y, size = chance.random() * WIDTH, HEIGHT * (0.82 + 0.17 * near), chance.uniform(16, 46) * (0.5 + near)
        lip, pit = empty(scene), empty(scene)
        disc(lip, x, y, size * 1.12, 0.26)
        disc(pit, x + size * 0.05, y + size * 0.02, size, 0.22)
        blend(scene.canvas, scaled(scene.light.on(dust, 0.95), 1.1), cv2.convertScaleAbs(lip, alpha=0.5))
        blend(scene.canvas, scene.light.off(dust, 1), cv2.convertScaleAbs(pit, alpha=0.65))
