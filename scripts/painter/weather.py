"""Weather in front of everything: rain, snow, fog, and the dark corners that lead the eye inward."""

import math

import cv2
import numpy as np

from painter.brush import add_light, blend, enlarge, ink, mix, scaled, to_bytes
from painter.land import paint_mist
from painter.scene import Scene


def paint_weather(scene: Scene) -> None:
    """Add what the prompt says falls or hangs in the air."""
    weather = scene.wish.weather
    if "fog" in weather:
        paint_mist(scene, scene.horizon + 30, 260, 0.72, "far")
        paint_mist(scene, scene.height * 0.78, 170, 0.4, "near")
    if "storm" in weather and scene.wish.says("lightning|thunder\\w*"):
        paint_lightning(scene)
    if weather & {"rain", "storm"} and not scene.wish.says("dust storm|sand ?storm"):
        paint_rain(scene)
    if "snow" in weather:
        paint_snowfall(scene)


def paint_rain(scene: Scene) -> None:
    """Draw thin slanted strokes, the near ones longer."""
    chance = scene.chance("rain")
    slant = chance.choice((-1, 1)) * chance.uniform(0.12, 0.3)
    mask = np.zeros((scene.height // 2, scene.width // 2), np.uint8)
    for _ in range(520):
        near = chance.random()
        length = 18 + 46 * near
        x, y = chance.random() * scene.width / 2, chance.random() * scene.height / 2
        start, end = (round(x * 16), round(y * 16)), (round((x + slant * length) * 16), round((y + length) * 16))
        cv2.line(mask, start, end, round(30 + 60 * near), 1, cv2.LINE_AA, 4)
    drops = cv2.resize(mask, (scene.width, scene.height), interpolation=cv2.INTER_LINEAR)
    blend(scene.canvas, mix(scene.light.haze, (255, 255, 255), 0.45), drops)


def paint_snowfall(scene: Scene) -> None:
    """Draw soft flakes, a few of them near and large."""
    chance = scene.chance("flakes")
    mask = np.zeros((scene.height // 2, scene.width // 2), np.uint8)
    for _ in range(620):
        near = chance.random() ** 3
        centre = (round(chance.random() * scene.width * 8), round(chance.random() * scene.height * 8))
        cv2.circle(mask, centre, round((0.7 + 3.2 * near) * 16), round(215 - 90 * near), -1, cv2.LINE_AA, 4)
    flakes = cv2.resize(mask, (scene.width, scene.height), interpolation=cv2.INTER_LINEAR)
    blend(scene.canvas, mix(scene.light.fall, (255, 255, 255), 0.6), flakes)


def paint_lightning(scene: Scene) -> None:
    """Let one bolt fall from the clouds to the horizon."""
    chance = scene.chance("bolt")
    x, y = scene.width * chance.uniform(0.2, 0.8), scene.horizon * 0.12
    points = [(x, y)]
    while y < scene.horizon:
        x, y = x + chance.uniform(-46, 46), y + chance.uniform(22, 60)
        points.append((x, min(y, scene.horizon)))
    mask = np.zeros((scene.height, scene.width), np.uint8)
    cv2.polylines(mask, [np.round(np.array(points) * 16).astype(np.int32)], False, 255, 4, cv2.LINE_AA, 4)
    glow = cv2.resize(mask, None, fx=0.125, fy=0.125, interpolation=cv2.INTER_AREA)
    wide = cv2.GaussianBlur(glow, (0, 0), 9)
    add_light(scene.canvas, ink("b8c8ff"), enlarge(cv2.convertScaleAbs(wide, alpha=6.0), (scene.width, scene.height)))
    blend(scene.canvas, ink("f4f6ff"), mask)


def paint_corners(scene: Scene, strength: float = 0.32) -> None:
    """Darken the corners a little with the shade's own colour."""
    rows, columns = math.ceil(scene.height / 16), scene.width // 16
    down = np.linspace(-1, 1, rows, dtype=np.float32)[:, None]
    across = np.linspace(-1, 1, columns, dtype=np.float32)[None, :]
    dark = np.clip((0.55 * down**2 + 0.6 * across**2 - 0.35), 0, 1) * 255 * strength
    mask = enlarge(to_bytes(dark), (scene.width, rows * 16))[: scene.height]
    blend(scene.canvas, scaled(scene.light.shade, 0.25), mask)
