"""Shapes of dry and frozen land: dunes with crisp crests, mesas, icebergs, and a river winding away."""
# ruff: noqa: PLR0917

import cv2
import numpy as np

from painter.brush import (
    Colour,
    blend,
    cloudy,
    down_gradient,
    enlarge,
    fill,
    ink,
    mix,
    scaled,
    smooth_line,
    to_bytes,
    wave,
)
from painter.land import empty, paint_layer, paint_mist, skyline
from painter.scene import Scene
from stage.pictures import Pixels


def paint_dunes(scene: Scene, sand: Colour) -> None:
    """Paint rows of dunes; the side that the sun does not see falls away below each crest."""
    for number, depth in enumerate((0.14, 0.3, 0.5, 0.72, 0.95)):
        base = scene.horizon + 24 + (scene.height * 0.86 - scene.horizon) * (number / 4) ** 1.3
        swing = 30 + 42 * number if number < 4 else 46
        swell = wave(scene.rng(f"dune{number}"), 281, 3.6 - 0.5 * number, 1)
        line = base - swing * (1.25 - 1.5 * np.abs(swell))  # the fold at zero makes the crisp crest
        mask = empty(scene)
        fill(mask, skyline(scene, line))
        paint_layer(
            scene, mask, sand, depth, what=f"dune{number}", mist=0.5, texture=0.05, rim=0.55, reach=200 + 90 * number
        )
        _shade_lee(scene, line, f"lee{number}", sand, depth, swing)
        if number < 3:
            paint_mist(scene, base + 16, 36 + 12 * number, 0.28, f"sand{number}")


def _shade_lee(scene: Scene, line: Pixels, what: str, sand: Colour, depth: float, swing: float) -> None:
    """Shade below every crest, on the side away from the sun, along a winding edge."""
    way = 1 if scene.sun_is_left else -1
    x = np.linspace(-10, scene.width + 10, len(line))
    rng = scene.rng(what)
    dark = empty(scene)
    tops = [i for i in range(4, len(line) - 4) if line[i] == line[i - 4 : i + 5].min()]
    for top in tops:
        end = top
        while 0 < end + way < len(line) - 1 and line[end + way] >= line[end]:
            end += way
        if abs(end - top) < 6:
            continue
        down = np.linspace(0, 1, 14)
        drop = swing * (2.0 + rng.random()) + 60 * depth
        bend = x[top] + way * (
            np.abs(x[end] - x[top]) * 0.35 * down + 26 * np.sin(down * 4.2 + rng.random() * 3) * down
        )
        side = np.arange(top, end + way, way)
        crest = list(zip(x[side], line[side], strict=True))
        spine = list(zip(bend[::-1], (line[top] + drop * down)[::-1], strict=True))
        fill(dark, [*crest, (x[end] + way * drop * 1.4, line[end] + drop * 0.8), *spine])
    rows = np.flatnonzero(dark.any(axis=1))
    if rows.size == 0:
        return
    first, last = int(rows[0]), int(rows[-1]) + 1
    under = empty(scene)
    fill(under, skyline(scene, line))
    ramp = np.linspace(0.8, 0.0, last - first, dtype=np.float32)[:, None].repeat(scene.width, axis=1)
    part = cv2.multiply(cv2.min(dark, under)[first:last], ramp, dtype=cv2.CV_8U)
    blend(scene.canvas, mix(scene.light.off(sand, depth), scene.light.on(sand, depth), 0.15), part, first)


def paint_mesas(scene: Scene, sand: Colour) -> None:
    """Stand table mountains on the horizon, with layers of rock."""
    red = mix(sand, ink("a8553a"), 0.6)
    for row, depth in enumerate((0.18, 0.38)):
        chance = scene.chance(f"mesa{row}")
        mask, bands = empty(scene), empty(scene)
        base = scene.horizon + 30 + 26 * row
        for _ in range(4):
            x, wide = chance.uniform(0, 1) * scene.width, chance.uniform(90, 240)
            tall = chance.uniform(120, 230) * (0.8 + 0.4 * row)
            fill(mask, [(x - wide * 1.45, base), (x - wide * 1.1, base - tall * 0.34), (x - wide, base - tall * 0.42),
                (x - wide * 0.93, base - tall),
                        (x + wide * 0.9, base - tall * 1.02), (x + wide, base - tall * 0.42), (x + wide * 1.15,
                        base - tall * 0.3), (x + wide * 1.5, base)])  # fmt: skip
            for level in (0.24, 0.52, 0.7, 0.86):
                fill(bands, [(x - wide * 1.6, base - tall * level), (x + wide * 1.6, base - tall * (level + 0.02)),
                             (x + wide * 1.6, base - tall * (level + 0.06)), (x - wide * 1.6,
                             base - tall * (level + 0.05))], 90)  # fmt: skip
        paint_layer(scene, mask, red, depth, what=f"mesa{row}", mist=0.5, texture=0.24, rim=0.6, reach=300)
        blend(scene.canvas, scene.light.off(red, depth), cv2.min(bands, mask))


def paint_icebergs(scene: Scene) -> None:
    """Float icebergs: bright facets, blue shade, and their mirror image in the water."""
    chance = scene.chance("bergs")
    for number in range(6):
        near = number / 5
        x, size = chance.uniform(0.03, 0.97) * scene.width, (60 + 120 * near) * chance.uniform(0.7, 1.2)
        _iceberg(scene, x, scene.horizon + 10 + 210 * near**1.5, size, 0.35 + 0.4 * near, f"berg{number}")


def _iceberg(scene: Scene, x: float, base: float, size: float, depth: float, what: str) -> None:
    chance = scene.chance(what)
    outline = [(-1.2, 0.0), (-1.0, 0.25), (-0.75, 0.42 + 0.3 * chance.random()), (-0.3, 0.6 + 0.5 * chance.random()),
               (0.05, 0.7 + 0.5 * chance.random()), (0.4, 0.5), (0.7, 0.55 * chance.random() + 0.25), (1.05, 0.16),
               (1.2, 0.0)]  # fmt: skip
    peak = outline[4]
    body, shade, mirror = empty(scene), empty(scene), empty(scene)
    fill(body, [(x + dx * size, base - dy * size) for dx, dy in outline])
    fill(mirror, [(x + dx * size, base + dy * size * 0.6) for dx, dy in outline], 120)
    half = [p for p in outline if (p[0] >= peak[0]) == scene.sun_is_left or p is peak]
    inner = [(peak[0] + 0.1, peak[1] * 0.55), (peak[0] - 0.12, peak[1] * 0.3), (peak[0] + 0.05, 0.0)]
    points = [*half, *reversed(inner)] if scene.sun_is_left else [*reversed(half), *reversed(inner)]
    fill(shade, [(x + dx * size, base - dy * size) for dx, dy in points])
    lit, dark = scene.light.on(ink("f4f8fa"), depth), scene.light.off(ink("9fd0e4"), depth)
    blend(scene.canvas, mix(lit, ink("6fb0c4"), 0.4), mirror)
    blend(scene.canvas, lit, body)
    blend(scene.canvas, mix(dark, lit, 0.25), cv2.min(shade, body))


def paint_river(scene: Scene) -> None:
    """Let a river wind from the far valley toward us; it shows the sky."""
    chance = scene.chance("river")
    top, bottom = scene.horizon + 74, scene.height
    places, x = [], scene.width * chance.uniform(0.4, 0.6)
    swing = chance.choice((-1, 1))
    for step in range(7):
        part = step / 6
        y = top + (bottom - top) * part**1.9
        wide = 5 + 430 * part**2.2
        places.append((x + swing * (30 + 260 * part) * (1 if step % 2 else -1) * (0.9 if step else 0.0), y, wide))
    curve = smooth_line(places, 14)
    left = np.stack([curve[:, 0] - curve[:, 2], curve[:, 1]], axis=1)
    right = np.stack([curve[:, 0] + curve[:, 2], curve[:, 1]], axis=1)
    bank, water = empty(scene), empty(scene)
    fill(bank, np.concatenate([left - [[9, 5]], right[::-1] - [[-9, 5]]]))
    fill(water, np.concatenate([left, right[::-1]]))
    blend(scene.canvas, mix(scene.light.off(ink("8a7a58"), 0.6), scene.light.haze, 0.2), bank)
    rows, columns = (bottom - top) // 4, scene.width // 4
    light = scene.light
    field = down_gradient(
        rows, [(0, light.low), (0.5, mix(light.middle, light.low, 0.3)), (1, scaled(light.top, 0.85))]
    )
    shimmer = cloudy(scene.rng("shimmer"), (rows, columns), (4, 60), 3)[:, :, None]
    field = field * (0.86 + 0.26 * shimmer)
    colour = enlarge(to_bytes(field), (scene.width, rows * 4))
    blend(scene.canvas, colour, water[top : top + rows * 4], top)
