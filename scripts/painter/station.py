"""A railway station: a roof of iron arches, rails running away, a platform for those who wait."""

import math

import cv2
import numpy as np

from painter.brush import (
    blend,
    down_gradient,
    fill,
    ink,
    limb,
    mix,
    to_bytes,
)
from painter.land import empty, paint_hills, paint_mist
from painter.scene import HEIGHT, WIDTH, Scene, new_scene
from painter.sky import paint_sky
from painter.words import Wish


def station(wish: Wish) -> Scene:
    """Paint a railway station: a roof of iron arches, rails running away, a platform for those who wait."""
    scene = new_scene(wish, 0.55)
    paint_sky(scene)
    paint_hills(scene, "far", scene.horizon + 6, 70, ink("8090a0"), 0.12, 2.0)
    paint_mist(scene, scene.horizon, 60, 0.5, "steam")
    x, y = WIDTH * 0.5, float(scene.horizon)
    _paint_hall(scene, x, y)
    _paint_rails(scene, x, y)
    iron = ink("4f5a62")
    for step in range(6, 0, -1):
        near = step / 6
        reach = 0.18 + 0.95 * near**1.7
        mask = empty(scene)
        arch = [
            (x + math.cos(a) * WIDTH * 0.56 * reach, y + 40 * near - math.sin(a) * HEIGHT * 0.66 * reach, 5 + 17 * near)
            for a in np.linspace(0, math.pi, 15)
        ]
        fill(
            mask,
            limb(
                [(arch[0][0], y + 300 * reach, 5 + 18 * near), *arch, (arch[-1][0], y + 300 * reach, 5 + 18 * near)], 5
            ),
        )
        depth = 0.25 + 0.7 * near
        blend(scene.canvas, mix(scene.light.off(iron, depth), scene.light.haze, 0.25 * (1 - near)), mask)
    _paint_platform(scene, x, y)
    paint_mist(scene, scene.horizon + 50, 90, 0.35, "more steam")
    return scene


def _paint_rails(scene: Scene, x: float, y: float) -> None:
    bed, sleepers, rails = empty(scene), empty(scene), empty(scene)
    fill(bed, [(x - 10, y), (x + 10, y), (x + 760, HEIGHT), (x - 760, HEIGHT)])
    for step in range(26):
        part = (step / 25) ** 2.2
        wide, at = 8 + 560 * part, y + 4 + (HEIGHT - y) * part
        fill(
            sleepers,
            [
                (x - wide, at),
                (x + wide, at),
                (x + wide * 1.03, at + 2 + 20 * part),
                (x - wide * 1.03, at + 2 + 20 * part),
            ],
        )
    for side in (-1, 1):
        fill(
            rails,
            [
                (x + side * 4 - 1, y),
                (x + side * 4 + 1, y),
                (x + side * 400 + 15, HEIGHT),
                (x + side * 400 - 15, HEIGHT),
            ],
        )
    scene.canvas[round(y) + 6 :] = scene.light.on(ink("8a8680"), 0.7)
    blend(scene.canvas, scene.light.off(ink("7f776c"), 0.8), bed)
    blend(scene.canvas, scene.light.off(ink("5a4838"), 0.9), sleepers)
    blend(scene.canvas, mix(scene.light.low, ink("b8c0c8"), 0.5), rails)


def _paint_platform(scene: Scene, x: float, y: float) -> None:
    stone, top, edge = ink("a39a8e"), empty(scene), empty(scene)
    for side in (-1, 1):
        fill(
            top, [(x + side * 26, y + 8), (x + side * 900, y + 8), (x + side * 2400, HEIGHT), (x + side * 660, HEIGHT)]
        )
        fill(edge, [(x + side * 26, y + 8), (x + side * 30, y + 8), (x + side * 730, HEIGHT), (x + side * 660, HEIGHT)])
    front = HEIGHT * 0.83
    blend(scene.canvas, mix(scene.light.on(stone, 0.9), scene.light.off(stone, 0.9), 0.4), top)
    blend(scene.canvas, scene.light.on(ink("e0c868"), 0.9), edge)
    near = empty(scene)
    fill(near, [(0, front), (WIDTH, front), (WIDTH, HEIGHT), (0, HEIGHT)])
    column = down_gradient(
        HEIGHT,
        [(0, (0, 0, 0)), (0.829, (0, 0, 0)), (0.83, scene.light.on(stone, 0.95)), (1, scene.light.off(stone, 1))],
    )
    blend(scene.canvas, to_bytes(column.repeat(WIDTH, axis=1)), near)
    line = np.full((12, WIDTH), 230, np.uint8)
    blend(scene.canvas, scene.light.on(ink("e0c868"), 0.95), line, round(front) + 16)


def _paint_hall(scene: Scene, x: float, y: float) -> None:
    """Close the hall around the view: brick walls below, panes of glass above, all running to one point."""
    brick = ink("9a6a54")
    for side in (-1, 1):
        wall, glass, bars = empty(scene), empty(scene), empty(scene)
        near = x + side * WIDTH * 0.62
        far = x + side * WIDTH * 0.1
        fill(wall, [(far, y + 10), (far, y - 30), (near, y - 330), (near, HEIGHT)])
        fill(
            glass,
            [(far, y - 30), (far + side * -40, y - 95), (x + side * WIDTH * 0.36, -20), (near, -20), (near, y - 330)],
        )
        for step in range(9):
            part = (step / 8) ** 1.6
            cv2.line(
                bars,
                (round(far + (near - far) * part), round(y - 30 - 300 * part)),
                (round(far + side * (-40 + (WIDTH * 0.26 + 40) * part)), round(y - 95 - (y - 75) * part)),
                150,
                3,
                cv2.LINE_AA,
            )
        blend(scene.canvas, mix(scene.light.low, scene.light.middle, 0.4), cv2.convertScaleAbs(glass, alpha=0.55))
        blend(scene.canvas, scene.light.off(ink("4f5a62"), 0.6), cv2.min(bars, glass))
        blend(scene.canvas, mix(scene.light.on(brick, 0.6), scene.light.off(brick, 0.6), 0.45), wall)
        windows = empty(scene)
        for step in range(5):
            a, b = ((step + 0.25) / 5) ** 1.6, ((step + 0.72) / 5) ** 1.6
            xs = [far + (near - far) * part for part in (a, b)]
            fill(
                windows,
                [
                    (xs[0], y - 30 - 300 * a + 50 * a),
                    (xs[1], y - 30 - 300 * b + 50 * b),
                    (xs[1], y - 20 + 40 * b),
                    (xs[0], y - 20 + 40 * a),
                ],
            )
        blend(scene.canvas, mix(scene.light.low, scene.light.sun, 0.35), cv2.min(windows, wall))
