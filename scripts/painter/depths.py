"""Under the ground, and where it breaks open."""

import math
from dataclasses import replace

import cv2
import numpy as np

from painter.brush import (
    Colour,
    add_light,
    blend,
    disc,
    fill,
    ink,
    limb,
    mix,
    scaled,
    wave,
)
from painter.growth import green, paint_rocks
from painter.land import empty, hills, paint_ground, paint_hills, paint_layer, paint_mist, paint_mountains
from painter.scene import HEIGHT, WIDTH, Scene, new_scene
from painter.sky import paint_sky
from painter.words import Wish
from stage.pictures import Pixels


def cave(wish: Wish) -> Scene:
    """Paint a cave that opens toward the light."""
    scene = new_scene(wish, 0.6)
    stone = ink(wish.chance("stone").choice(("7a6a5c", "5f6874", "6f6470")))
    paint_sky(scene, clouds=0.2)
    paint_mountains(scene, "outside", scene.horizon + 20, 200, ink("748090"), 0.2, count=4, mist=0.9)
    paint_hills(scene, "valley", scene.horizon + 60, 60, green(scene), 0.4, 2.0)
    x, y = WIDTH * wish.chance("mouth").uniform(0.42, 0.58), HEIGHT * 0.5
    scene.sun = (x, y * 0.6)
    for number, depth in enumerate((0.55, 0.72, 0.9)):
        mask = np.full((HEIGHT, WIDTH), 255, np.uint8)
        angles = np.linspace(0, 2 * math.pi, 73)[:-1]
        swell = 1 + 0.16 * wave(scene.rng(f"mouth{number}"), 72, 9, 3, 0.6) * np.sin(angles / 2) ** 0.5
        wide, tall = 520 + 210 * number, 400 + 120 * number
        fill(mask, np.stack([x + np.cos(angles) * wide * swell, y + 30 + np.sin(angles) * tall * swell], axis=1), 0)
        paint_layer(
            scene,
            mask,
            scaled(stone, 0.62 - 0.16 * number),
            depth,
            what=f"wall{number}",
            mist=0.0,
            texture=0.3,
            rim=0.0,
            reach=1400,
        )
        edge = cv2.subtract(
            mask,
            cv2.warpAffine(
                mask,
                np.array([[1.02, 0, -x * 0.02], [0, 1.02, -y * 0.02]]),
                (WIDTH, HEIGHT),
                borderMode=cv2.BORDER_REPLICATE,
            ),
        )
        blend(
            scene.canvas,
            mix(scene.light.on(stone, 0.8), scene.light.sun, 0.4),
            cv2.convertScaleAbs(edge, alpha=0.4 - 0.1 * number),
        )
    line = hills(scene, "floor", HEIGHT * 0.83, 40, 2.2)
    paint_ground(scene, line, scaled(stone, 0.8))
    _paint_stalactites(scene, stone)
    glow = np.zeros((HEIGHT // 16, WIDTH // 16), np.uint8)
    disc(glow, x / 16, y / 16, 26, 0.8, level=70)
    add_light(scene.canvas, scene.light.low, cv2.resize(cv2.GaussianBlur(glow, (0, 0), 13), (WIDTH, HEIGHT)))
    scene.wish = replace(scene.wish, weather=frozenset())
    return scene


def _paint_stalactites(scene: Scene, stone: Colour) -> None:
    chance = scene.chance("stalactites")
    mask = empty(scene)
    for _ in range(20):
        x = chance.random() * WIDTH
        tall = chance.uniform(70, 210) * (0.6 + 1.2 * abs(x / WIDTH - 0.5))
        fill(mask, limb([(x, -10, tall * 0.16), (x + 4, tall * 0.5, tall * 0.07), (x, tall, 1.5)], 5))
    paint_layer(scene, mask, scaled(stone, 0.4), 0.98, what="stalactites", mist=0.0, texture=0.2, rim=0.25, reach=500)


def volcano(wish: Wish) -> Scene:
    """Paint a fire mountain with its plume and streams of lava."""
    scene = new_scene(wish, 0.6)
    paint_sky(scene, clouds=0.6)
    x = WIDTH * wish.chance("cone").choice((0.36, 0.64))
    base, top, rock = scene.horizon + 60.0, scene.horizon - 400.0, ink("5a4f50")
    _paint_plume(scene, x, top)
    spread = np.linspace(0, 1, 30)
    rough = 7 * wave(scene.rng("cone"), 30, 8)
    left = np.stack([x - 70 - 640 * spread**1.5 + rough, top + (base - top) * spread], axis=1)
    right = np.stack([x + 70 + 640 * spread**1.5 + rough, top + (base - top) * spread], axis=1)
    cone = empty(scene)
    fill(cone, np.concatenate([left, right[::-1]]))
    paint_layer(scene, cone, rock, 0.4, what="cone", mist=0.5, texture=0.3, rim=0.3, reach=560)
    _paint_lava(scene, x, top, base, cone)
    paint_hills(scene, "plain", scene.horizon + 66, 30, ink("584e4c"), 0.42, 3.0)
    paint_mist(scene, scene.horizon + 40, 80, 0.5, "smoke")
    paint_hills(scene, "field", scene.horizon + 130, 70, ink("4f4a48"), 0.6, 2.0)
    line = hills(scene, "ground", HEIGHT * 0.83, 54, 2.0)
    paint_ground(scene, line, ink("5f5652"))
    paint_rocks(scene, "boulders", line + 14, 12, (24, 80), ink("4f4848"), 0.92, clear=0.5)
    return scene


def _paint_plume(scene: Scene, x: float, top: float) -> None:
    chance = scene.chance("plume")
    smoke, lit = empty(scene), empty(scene)
    for step in range(34):
        part = step / 33
        size = 46 + 150 * part
        px, py = x + 210 * part**1.4 + chance.uniform(-1, 1) * 60 * (0.4 + part), top - 20 - (top + 60) * part
        disc(smoke, px, py, size)
        disc(lit, px - (24 if scene.sun_is_left else -24), py - 22, size * 0.7, level=120)
    soft = cv2.GaussianBlur(cv2.resize(smoke, (WIDTH // 4, HEIGHT // 4)), (0, 0), 3)
    blend(
        scene.canvas,
        mix(scene.light.top, ink("6a6068"), 0.6),
        cv2.convertScaleAbs(cv2.resize(soft, (WIDTH, HEIGHT)), alpha=0.92),
    )
    bright = cv2.GaussianBlur(cv2.resize(lit, (WIDTH // 4, HEIGHT // 4)), (0, 0), 5)
    blend(scene.canvas, mix(scene.light.low, ink("a8989a"), 0.5), cv2.min(cv2.resize(bright, (WIDTH, HEIGHT)), smoke))


def _paint_lava(scene: Scene, x: float, top: float, base: float, cone: Pixels) -> None:
    chance = scene.chance("lava")
    hot = empty(scene)
    fill(hot, [(x - 66, top + 1), (x - 30, top + 15), (x + 30, top + 13), (x + 66, top + 1), (x, top - 10)])
    for _ in range(3):
        px, spine = x + chance.uniform(-40, 40), []
        for step in range(7):
            spine.append((px, top + (base - top) * step / 7 * 0.86, 9 - step))
            px += chance.uniform(-34, 34) + (px - x) * 0.35
        fill(hot, limb(spine, 6))
    hot = cv2.min(hot, cv2.dilate(cone, np.ones((9, 9), np.uint8)))
    small = cv2.GaussianBlur(cv2.resize(hot, (WIDTH // 8, HEIGHT // 8), interpolation=cv2.INTER_AREA), (0, 0), 4)
    add_light(scene.canvas, ink("ff5a1c"), cv2.resize(cv2.convertScaleAbs(small, alpha=2.0), (WIDTH, HEIGHT)))
    blend(scene.canvas, ink("ffb24a"), hot)
