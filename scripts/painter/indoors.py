"""Under a roof: a wall lit from its windows, what is seen through them, and a floor that takes the light.

Windows are outlines measured from the middle of the line where wall and floor meet: x goes right, y down.
"""

import math
from collections.abc import Callable
from dataclasses import replace

import cv2
import numpy as np

from painter.brush import add_light, blend, cloudy, down_gradient, fill, ink, mix, scaled, to_bytes
from painter.furniture import FLOOR
from painter.land import empty, paint_hills, paint_mountains
from painter.scene import HEIGHT, WIDTH, Scene, new_scene
from painter.sky import paint_sky
from painter.spot import Spot
from painter.words import Wish
from stage.pictures import Pixels

Outline = list[tuple[float, float]]
_ORIGIN = (WIDTH / 2, HEIGHT * FLOOR)


def arched(x: float, bottom: float, half: float, high: float) -> Outline:
    """Outline a window with a round top."""
    top = bottom - high + half * 0.55
    curve = [(x + math.cos(a) * half, top - math.sin(a) * half * 0.55) for a in np.linspace(0, math.pi, 24)]
    return [*curve, (x - half, bottom), (x + half, bottom)]


def rectangle(x: float, bottom: float, half: float, high: float) -> Outline:
    return [(x - half, bottom - high), (x + half, bottom - high), (x + half, bottom), (x - half, bottom)]


def circle(x: float, y: float, radius: float) -> Outline:
    return [(x + radius * math.cos(a), y + radius * math.sin(a)) for a in np.linspace(0, 2 * math.pi, 48)]


def start_room(
    wish: Wish, wall: str, floor: str, windows: list[Outline], view: Callable[[Scene], None] | None = None
) -> Scene:
    """Start a room: what is outside, then the wall with its windows cut out, then the floor."""
    scene = new_scene(wish, 0.5)
    scene.sun = (WIDTH * 0.34, HEIGHT * 0.2)
    (view or _paint_garden)(scene)
    _turn_warm(scene, wall)
    middle = np.mean([np.mean(each, axis=0) for each in windows], axis=0) if windows else np.array([0.0, -480.0])
    mask = np.full((HEIGHT, WIDTH), 255, np.uint8)
    for each in windows:
        fill(mask, np.array(each) + _ORIGIN, 0)
    blend(scene.canvas, _plaster(scene, wall, float(middle[0]) + _ORIGIN[0], float(middle[1]) + _ORIGIN[1]), mask)
    _paint_floor(scene, floor, windows)
    for each in windows:
        corners = np.array(each)
        spot = Spot(scene, *_ORIGIN, 1.0, 0.95)
        x, y = corners.mean(axis=0)
        spot.glow(x, y, float(np.ptp(corners[:, 1])) * 0.75, scene.light.low, 0.3)
    return scene


def plain_room(wish: Wish, wall: str, floor: str) -> Scene:
    """Start a room without windows."""
    return start_room(wish, wall, floor, [], view=_paint_nothing)


def _paint_nothing(scene: Scene) -> None:
    """Leave what is outside to the wall."""


def frame(scene: Scene, outline: Outline, *, bars: int = 2, wood: str = "6a4f3c") -> None:
    """Frame a window: its rim, a post in the middle, bars across, a sill."""
    corners, mask = np.array(outline) + _ORIGIN, empty(scene)
    (left, top), (right, bottom) = corners.min(axis=0), corners.max(axis=0)
    cv2.polylines(mask, [np.round(corners * 16).astype(np.int32)], True, 255, 18, cv2.LINE_AA, 4)
    x = round((left + right) / 2)
    cv2.line(mask, (x, round(top)), (x, round(bottom)), 255, 12, cv2.LINE_AA)
    for bar in range(bars):
        y = round(bottom - (bottom - top) * (bar + 1) / (bars + 1))
        cv2.line(mask, (round(left), y), (round(right), y), 255, 9, cv2.LINE_AA)
    blend(scene.canvas, scene.light.off(ink(wood), 1), mask)
    sill = [(left - 40, bottom - 4), (right + 40, bottom - 4), (right + 52, bottom + 24), (left - 52, bottom + 24)]
    Spot(scene, 0, 0, 1.0, 1.0).shape(sill, scene.light.on(ink("a07c58"), 1))


def finish_room(scene: Scene) -> Scene:
    """Let motes of dust hang in the light; no weather comes in."""
    chance = scene.chance("motes")
    colour = mix(scene.light.sun, scene.light.haze, 0.4)
    for _ in range(70):
        centre = (round(chance.gauss(0.5, 0.14) * WIDTH * 16), round(chance.uniform(0.15, 0.85) * HEIGHT * 16))
        cv2.circle(scene.canvas, centre, round(chance.uniform(0.8, 2.2) * 16), colour, -1, cv2.LINE_AA, 4)
    scene.wish = replace(scene.wish, weather=frozenset())
    return scene


def _turn_warm(scene: Scene, wall: str) -> None:
    light = scene.light
    warm = mix(light.fall, ink("ffd9a0"), 0.35 if not light.is_night else 0.25)
    shade = mix(light.shade, ink("4a3a38"), 0.4)
    scene.light = replace(light, fall=scaled(warm, 0.86), shade=shade, haze=mix(ink(wall), scaled(warm, 0.9), 0.3))


def _paint_garden(scene: Scene) -> None:
    paint_sky(scene)
    paint_mountains(scene, "view", scene.horizon, 150, ink("748090"), 0.25, count=6, mist=0.8)
    paint_hills(scene, "garden", scene.horizon + 60, 60, ink("6f8a50"), 0.5, 4.0)


def _plaster(scene: Scene, wall: str, x: float, y: float) -> Pixels:
    """Give the wall, brightest around the point where the light comes in."""
    rows, columns = HEIGHT // 4 + 1, WIDTH // 4
    lit = np.array(scene.light.on(ink(wall), 0.95), np.float32)
    dark = np.array(scaled(scene.light.off(ink(wall), 1), 0.8), np.float32)
    down, across = np.ogrid[:rows, :columns]
    far = np.hypot((across * 4 - x) / WIDTH * 1.5, (down * 4 - y) / HEIGHT * 1.1)
    part = np.clip(1.15 - far * 1.35, 0, 1).astype(np.float32)[:, :, None]
    marks = cloudy(scene.rng("plaster"), (rows, columns), (40, 60), 4)[:, :, None]
    return cv2.resize(to_bytes((dark + (lit - dark) * part) * (0.92 + 0.16 * marks)), (WIDTH, HEIGHT))


def _paint_floor(scene: Scene, wood: str, windows: list[Outline]) -> None:
    """Paint boards running toward us, with the windows' light lying on them."""
    top, x = round(HEIGHT * FLOOR), WIDTH / 2
    lit, dark = scene.light.on(ink(wood), 0.95), scaled(scene.light.off(ink(wood), 1), 0.75)
    stops = [(0, mix(lit, dark, 0.55)), (0.35, mix(lit, dark, 0.25)), (1, mix(lit, dark, 0.8))]
    scene.canvas[top:] = to_bytes(down_gradient(HEIGHT - top, stops))
    joints, pool = empty(scene), np.zeros((HEIGHT // 4, WIDTH // 4), np.uint8)
    for step in range(-22, 23):
        cv2.line(joints, (round(x + step * 86), top), (round(x + step * 210), HEIGHT), 120, 2, cv2.LINE_AA)
    blend(scene.canvas, dark, joints)
    for each in windows:
        left, right = min(point[0] for point in each) + x, max(point[0] for point in each) + x
        middle = (left + right) / 2
        for near, far in ((left + 12, middle - 12), (middle + 12, right - 12)):
            spread = [
                (near, top + 26),
                (far, top + 26),
                (x + (far - x) * 1.3, HEIGHT - 60),
                (x + (near - x) * 1.3, HEIGHT - 60),
            ]
            fill(pool, [(px / 4, py / 4) for px, py in spread], 90)
    soft = cv2.resize(cv2.GaussianBlur(pool, (0, 0), 5), (WIDTH, HEIGHT))
    add_light(scene.canvas, mix(scene.light.low, scene.light.sun, 0.4), soft)
    blend(scene.canvas, scaled(dark, 0.8), np.full((26, WIDTH), 255, np.uint8), top - 26)
