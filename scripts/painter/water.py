"""Water: it mirrors what stands above it, breaks it with ripples, and glitters under the sun."""

import math

import cv2
import numpy as np

from painter.brush import Colour, blend, cloudy, fill, ink, mix, scaled, to_bytes, under, wave
from painter.land import empty, skyline
from painter.scene import Scene
from stage.pictures import Pixels


def paint_water(
    scene: Scene, top: int, bottom: int, *, local: Colour | None = None, rough: float = 0.5, mirror: float = 0.6
) -> None:
    """Paint water from row `top` to row `bottom`; it mirrors what is painted above `top`."""
    rows, half = bottom - top, scene.width // 2
    deep = under(local or ink("4f8fa8"), mix(scene.light.fall, scene.light.middle, 0.35))
    down = np.linspace(0, 1, rows // 2, dtype=np.float32)
    reflected = _mirrored(scene, top, rows // 2, rough)
    body = _body(scene, deep, down, half)
    part = (mirror * (1 - 0.55 * down**0.7))[:, None, None]
    mixed = to_bytes(reflected * part + body * (1 - part))
    scene.canvas[top : top + rows // 2 * 2] = cv2.resize(mixed, (scene.width, rows // 2 * 2))
    _paint_ripples(scene, top, bottom, deep, rough)
    if not scene.wish.weather & {"storm", "rain", "snow", "fog"}:
        _paint_glitter(scene, top, bottom)
    shore = mix(scene.light.low, scene.light.haze, 0.5)
    line = np.zeros((5, scene.width), np.uint8)
    line[1:3] = 110
    blend(scene.canvas, shore, line, top - 2)


def _mirrored(scene: Scene, top: int, rows: int, rough: float) -> Pixels:
    """Turn the picture above the water over, and shake it: more the nearer it is to us."""
    height = min(top, rows * 2)
    above = cv2.resize(scene.canvas[top - height : top], (scene.width // 2, rows), interpolation=cv2.INTER_AREA)
    down, across = np.mgrid[:rows, : scene.width // 2].astype(np.float32)
    near = down / rows
    noise = cloudy(scene.rng("shake"), (rows, 64), (7, 32), 3)
    noise = cv2.resize(noise, (scene.width // 2, rows)) - 0.5
    shift = noise * (6 + 60 * near) * rough
    return cv2.remap(
        above[::-1],
        across + shift,
        np.clip(down + shift * 0.8, 0, rows - 1),
        cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REFLECT,
    ).astype(np.float32)


def _body(scene: Scene, deep: Colour, down: Pixels, columns: int) -> Pixels:
    """Give the water's own colour: hazy far off, deep near us."""
    far = np.array(mix(scene.light.low, deep, 0.45), np.float32)
    near = np.array(scaled(deep, 0.5), np.float32)
    column = far + (near - far) * (down**0.75)[:, None]
    return column[:, None, :].repeat(columns, axis=1)


def _paint_ripples(scene: Scene, top: int, bottom: int, deep: Colour, rough: float) -> None:
    """Draw short flat strokes, small at the horizon and large near us, light ones and dark ones."""
    chance = scene.chance("ripples")
    rows = bottom - top
    light, dark = np.zeros((rows, scene.width), np.uint8), np.zeros((rows, scene.width), np.uint8)
    for number in range(round(420 * (0.6 + rough))):
        near = chance.random() ** 1.3
        y, x = near * rows, chance.random() * scene.width
        wide = (14 + 150 * near) * chance.uniform(0.4, 1.0)
        tall = max(0.7, wide * chance.uniform(0.02, 0.035) * (0.6 + rough))
        fill(light if number % 2 else dark, _stroke(x, y, wide, tall), round(60 + 70 * chance.random()))
    blend(scene.canvas, mix(scene.light.low, scene.light.middle, 0.4), light, top)
    blend(scene.canvas, scaled(deep, 0.45), dark, top)


def _stroke(x: float, y: float, wide: float, tall: float) -> list[tuple[float, float]]:
    return [(x - wide, y), (x - wide * 0.3, y - tall), (x + wide * 0.4, y - tall * 0.8), (x + wide, y),
            (x + wide * 0.2, y + tall * 0.8)]  # fmt: skip


def _paint_glitter(scene: Scene, top: int, bottom: int) -> None:
    """Lay the sun's path: bright strokes below it, wider toward us."""
    chance = scene.chance("glitter")
    rows = bottom - top
    mask = np.zeros((rows, scene.width), np.uint8)
    for _ in range(260):
        near = chance.random()
        y = near**1.2 * rows
        spread = 22 + 150 * near
        x = scene.sun[0] + chance.gauss(0, 0.5) * spread
        wide = (5 + 34 * near) * chance.uniform(0.4, 1.0)
        level = round(235 * (1 - 0.6 * near) * math.exp(-((x - scene.sun[0]) ** 2) / (2 * spread**2)))
        fill(mask, _stroke(x, y, wide, max(0.8, wide * 0.07)), max(0, level))
    blend(scene.canvas, mix(scene.light.sun, (255, 255, 255), 0.25), mask, top)


def paint_swell(scene: Scene, top: int, bottom: int, *, rows: int = 5, height: float = 30, foam: bool = True) -> None:
    """Paint rows of waves that grow toward us, with foam on their crests."""
    deep = under(ink("3f7f98"), mix(scene.light.fall, scene.light.middle, 0.3))
    chance = scene.chance("foam")
    for number in range(rows):
        near = (number + 0.6) / rows
        y = top + (bottom - top) * near**1.25
        swing = height * (0.25 + near)
        line = y - swing * np.abs(wave(scene.rng(f"swell{number}"), 421, 11 - 6 * near, 3, 0.4))
        mask = empty(scene)
        fill(mask, skyline(scene, line))
        mask[bottom:] = 0
        tone = mix(mix(scene.light.low, deep, 0.6), scaled(deep, 0.55), near)
        first = max(0, int(line.min()) - 2)
        fade = np.clip(1 - (np.arange(first, scene.height) - y) / (swing * 3.2), 0, 1).astype(np.float32)[:, None]
        soft = cv2.multiply(mask[first:], (fade * 0.85).repeat(scene.width, axis=1), dtype=cv2.CV_8U)
        blend(scene.canvas, tone, soft, first)
        if foam:
            _paint_foam(scene, line, swing, near, chance.random())


def _paint_foam(scene: Scene, line: Pixels, swing: float, near: float, phase: float) -> None:
    """Draw foam along the crests, torn where the wave is low."""
    x = np.linspace(-10, scene.width + 10, len(line))
    high = np.clip((np.median(line) - line) / max(1.0, swing) + 0.15 * np.sin(x / 90 + 6 * phase), 0, 1)
    thick = high * (3 + 10 * near)
    upper, lower = np.stack([x, line - thick * 0.5], axis=1), np.stack([x, line + thick], axis=1)
    mask = empty(scene)
    fill(mask, np.concatenate([upper, lower[::-1]]), 215)
    first = max(0, int(line.min()) - 20)
    last = min(scene.height, int(line.max()) + 30)
    blend(scene.canvas, mix(scene.light.fall, (255, 255, 255), 0.3), mask[first:last], first)
