"""Skies: gradient, sun or moon with its glow, clouds that take the light, stars, northern lights."""

import math

import cv2
import numpy as np

from painter.brush import (
    SOFT,
    Colour,
    add_light,
    blend,
    cloudy,
    disc,
    down_gradient,
    enlarge,
    grey,
    ink,
    mix,
    scaled,
    smoothstep,
    to_bytes,
)
from painter.scene import Scene
from stage.pictures import Pixels


def paint_sky(scene: Scene, *, clouds: float | None = None, sun: bool = True) -> None:
    """Cover the canvas with the sky down to a little below the horizon."""
    rows = scene.horizon + 40
    small = (math.ceil(rows / SOFT), scene.width // SOFT)
    light = scene.light
    field = down_gradient(small[0], [(0, light.top), (0.55, light.middle), (0.96, light.low)]).repeat(small[1], axis=1)
    cover = _cover(scene) if clouds is None else clouds
    hidden = bool(scene.wish.weather & {"storm", "rain", "snow"})
    if sun:
        _add_glow(scene, field, 0.45 if hidden else 1.0)
    _add_clouds(scene, field, cover)
    scene.canvas[:rows] = enlarge(to_bytes(field), (scene.width, small[0] * SOFT))[:rows]
    if light.is_night and cover < 0.75:
        paint_stars(scene, round(420 * (1 - cover)))
    if sun and not hidden:
        _paint_sun(scene)


def _cover(scene: Scene) -> float:
    weather = scene.wish.weather
    if weather & {"storm", "rain", "snow"}:
        return 0.95
    if "clouds" in weather:
        return 0.75
    if "clear" in weather:
        return 0.12
    return scene.chance("cover").choice((0.2, 0.35, 0.45, 0.55))


def _add_glow(scene: Scene, field: Pixels, strength: float) -> None:
    """Brighten the air around the sun: a wide glow and a tight one, flatter than round near the horizon."""
    rows, columns = field.shape[:2]
    x, y = scene.sun[0] / SOFT, scene.sun[1] / SOFT
    down, across = np.ogrid[:rows, :columns]
    far = np.hypot((across - x) / 1.25, down - y).astype(np.float32) / scene.height * SOFT
    night = 0.4 if scene.light.is_night else 1.0
    wide = np.exp(-far / 0.26) * 0.5 * strength * night
    tight = np.exp(-((far / 0.085) ** 1.2)) * 0.5 * strength * night
    glow = (wide + tight)[:, :, None]
    field += (np.array(scene.light.sun, np.float32) - field) * np.clip(glow, 0, 1)


def _add_clouds(scene: Scene, field: Pixels, cover: float) -> None:
    """Lay clouds in two banks, smaller and flatter toward the horizon, lit on the side of the sun."""
    if cover < 0.05:
        return
    rng = scene.rng("clouds")
    light, weather = scene.light, scene.wish.weather
    bright = mix(mix(light.low, light.sun, 0.6), (255, 255, 255), 0.3)
    shade = mix(light.middle, light.top, 0.4)
    if light.is_night:
        bright, shade = mix(light.middle, light.low, 0.7), mix(light.top, light.middle, 0.45)
    if weather & {"storm", "rain", "snow"}:
        bright, shade = mix(light.middle, light.low, 0.5), scaled(light.top, 0.78)
    for size, part, share in ((0.16, 0.62, 0.8), (0.42, 0.0, 1.0)):
        _add_bank(scene, field, rng, (size, part, min(0.96, cover * share)), (bright, shade))


def _add_bank(
    scene: Scene,
    field: Pixels,
    rng: np.random.Generator,
    how: tuple[float, float, float],
    colours: tuple[Colour, Colour],
) -> None:
    """Lay one bank of clouds: billows from noise with an almost crisp upper edge and a soft flat foot."""
    size, start, cover = how
    rows, columns = field.shape[:2]
    top, bottom = int(rows * start * 0.9), int(rows * (0.98 if start else 0.86))
    high = bottom - top
    noise = cloudy(rng, (high, columns), (high * size * 1.6, high * size * 4.2), 3)
    billow = 1 - np.abs(cloudy(rng, (high, columns), (high * size * 0.5, high * size * 0.9), 4) * 2 - 1)
    down = np.linspace(0, 1, high, dtype=np.float32)[:, None]
    shape = noise + 0.26 * billow - 0.45 * np.abs(down - 0.5) ** 1.5
    edge = float(np.quantile(shape, 1 - cover))
    body = smoothstep(edge, edge + 0.13, shape) * smoothstep(1.0, 0.72, down)
    if start:
        body = body * smoothstep(0.0, 0.25, down)
    soft = cv2.GaussianBlur(shape.astype(np.float32), (0, 0), 3)
    way = 6.0 if scene.sun_is_left else -6.0
    moved = cv2.warpAffine(soft, np.array([[1, 0, way], [0, 1, 7.0]]), (columns, high), borderMode=cv2.BORDER_REPLICATE)
    relief = np.clip(0.46 + (soft - moved) * 4.2, 0, 1)[:, :, None]
    bright, shade = (np.array(colour, np.float32) for colour in colours)
    part = field[top:bottom]
    far = 0.5 if start else 0.9
    part += (shade + (bright - shade) * relief - part) * (body * far)[:, :, None]


def _paint_sun(scene: Scene) -> None:
    """Draw the disc: a crisp moon, or a sun that is only the brightest place in its glow."""
    x, y = scene.sun
    size = {"dusk": 46, "golden": 44, "dawn": 46, "night": 40}.get(scene.light.hour, 30)
    reach = size * 4
    x0, y0 = int(x - reach), max(0, int(y - reach))
    area = scene.canvas[y0 : int(y + reach), max(0, x0) : x0 + 2 * reach]
    mask: Pixels = np.zeros(area.shape[:2], np.uint8)
    disc(mask, x - max(0, x0), y - y0, size)
    halo = cv2.GaussianBlur(cv2.resize(mask, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA), (0, 0), size / 7)
    halo = cv2.resize(halo, mask.shape[::-1], interpolation=cv2.INTER_LINEAR)
    core = mix(scene.light.sun, (255, 255, 255), 0.45)
    patch = np.ascontiguousarray(area)
    blend(patch, core, cv2.convertScaleAbs(halo, alpha=0.7))
    blend(patch, core, mask)
    if scene.light.is_night:
        _paint_seas_of_the_moon(patch, mask, x - max(0, x0), y - y0, size)
    area[:] = patch


def _paint_seas_of_the_moon(patch: Pixels, mask: Pixels, x: float, y: float, size: float) -> None:
    spots = np.zeros_like(mask)
    for dx, dy, radius in (
        (-0.3, -0.25, 0.3),
        (0.2, -0.4, 0.2),
        (0.1, 0.15, 0.34),
        (-0.4, 0.35, 0.18),
        (0.5, 0.1, 0.14),
    ):
        disc(spots, x + dx * size, y + dy * size, radius * size, level=60)
    blend(patch, ink("b4c4dc"), cv2.min(cv2.GaussianBlur(spots, (0, 0), 3), mask))


def paint_stars(scene: Scene, count: int, bottom: float = 0.9) -> None:
    """Scatter stars, most of them faint, fewer near the horizon."""
    chance = scene.chance("stars")
    for _ in range(count):
        y = chance.random() ** 1.25 * scene.horizon * bottom
        x = chance.random() * scene.width
        level = chance.random() ** 3
        colour = mix(ink("9db4dc"), ink(chance.choice(("ffffff", "ffe9cc", "cfe0ff"))), level)
        radius = 1.0 + 1.5 * level
        centre = (round(x * 16), round(y * 16))
        cv2.circle(scene.canvas, centre, round(radius * 16), colour, -1, cv2.LINE_AA, 4)


def paint_aurora(scene: Scene) -> None:
    """Hang curtains of northern light across a night sky."""
    rows, columns = scene.horizon // SOFT, scene.width // SOFT
    rng = scene.rng("aurora")
    across = np.arange(columns)
    down = np.arange(rows, dtype=np.float32)[:, None]
    for band in range(3):
        line = rows * (0.52 - 0.1 * band) + wave_line(rng, columns) * rows * 0.16
        strength = np.clip(0.5 + wave_line(rng, columns) * 0.6, 0.05, 1)
        rays = 0.75 + 0.25 * np.interp(across, np.arange(0, columns, 4), rng.random(columns // 4))
        height = rows * (0.3 + 0.12 * wave_line(rng, columns))
        above = (line[None, :] - down) / height[None, :]
        curtain = np.where(above > 0, np.exp(-above * 2.2), np.exp(above * 14)) * (strength * rays)[None, :]
        soft = cv2.GaussianBlur((curtain * (150 - 30 * band)).astype(np.float32), (0, 0), 2)
        colour = ink(("5cf0b0", "52d0c8", "9c7cf0")[band])
        add_light(scene.canvas, colour, enlarge(to_bytes(soft), (scene.width, rows * SOFT)))


def wave_line(rng: np.random.Generator, count: int) -> Pixels:
    """Make a gentle line between about -1 and 1 across the sky."""
    phase, x = rng.random(3) * 6.3, np.linspace(0, 6.3, count)
    line: Pixels = (
        0.5 * np.sin(x * 1.1 + phase[0]) + 0.3 * np.sin(x * 2.3 + phase[1]) + 0.2 * np.sin(x * 4.1 + phase[2])
    )
    return line


def is_bright(scene: Scene) -> bool:
    return grey(scene.light.middle) > 110
