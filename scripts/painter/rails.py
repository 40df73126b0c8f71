"""Rails across the land: a line, a train on it, a viaduct under it. They run from side to side of the picture."""
# Outlines read better as rows of points:
# fmt: off

from dataclasses import replace

import numpy as np

from painter.brush import ink, mix
from painter.spot import Spot


def paint_railway(spot: Spot) -> None:
    """Paint a line of rails on a low bank, with poles and wires beside it."""
    line, width = replace(spot, x=0, way=1), spot.scene.width / spot.size
    iron = line.tone("4a4440", 1)
    line.boxes([(-9, -2, width + 9, 26)], line.tone("9a9080", 0.5))
    line.boxes([(-9, -6, width + 9, -1)], iron)
    line.boxes([(-9, -7, width + 9, -5)], mix(spot.scene.light.low, ink("c8ccd0"), 0.4))
    for at in range(60, round(width) + 250, 250):
        line.boxes([(at - 3, -150, at + 3, 0), (at - 22, -138, at + 22, -132)], iron)
        wire = [(at + 250 * part, -136 + 40 * (1 - (2 * part - 1) ** 2)) for part in np.linspace(0, 1, 9)]
        line.shape([*wire, *[(x, y + 2) for x, y in reversed(wire)]], iron, 150)


def paint_train(spot: Spot) -> None:
    """Paint a train on its line: an engine under steam, and wagons that reach out of the picture."""
    paint_railway(spot)
    _paint_cars(replace(spot, y=spot.y - 7 * spot.size, size=spot.size * 1.25))


def paint_viaduct(spot: Spot) -> None:
    """Paint a bridge of stone arches from side to side, with a train when the prompt has one."""
    line, width = replace(spot, x=0, way=1), spot.scene.width / spot.size
    stone, dark = line.tone("b0a08c", 0.28), line.tone("b0a08c", 1)
    for left in range(-168, round(width) + 168, 168):
        arch = [(left + 84 - 69 * np.cos(a), -118 - 66 * np.sin(a)) for a in np.linspace(0, np.pi, 15)]
        line.shape([(left, -210), (left, -118), *arch, (left + 168, -118), (left + 168, -210)], stone)
        line.shape([(left - 15, -119), (left + 15, -119), (left + 20, 30), (left - 20, 30)], stone)
        shade = 3 if spot.scene.sun_is_left else -15
        line.shape([(left + shade, -150), (left + shade + 12, -150), (left + shade + 15, 30), (left + shade - 1, 30)], dark, 200)
    line.boxes([(-9, -218, width + 9, -198)], line.tone("b0a08c"))
    line.boxes([(-9, -198, width + 9, -193)], dark)
    if spot.scene.wish.says(r"trains?|locomotives?|express"):
        _paint_cars(replace(spot, y=spot.y - 218 * spot.size, size=spot.size * 0.95))


def _paint_cars(spot: Spot) -> None:
    """Paint the engine beyond the middle, heading for the nearer side, and its wagons behind it."""
    coat = spot.scene.chance("train").choice(("7a3430", "2f5a4a", "34506f", "8a6a34"))
    train = replace(spot, x=spot.scene.width * (0.5 - 0.17 * spot.way), depth=0.76, way=-spot.way)
    iron, panes = train.tone("2c3036", 1), []
    for left in range(-344, -1900, -187):
        train.boxes([(left, -66, left + 178, -12)], train.tone(coat, 0.15))
        train.boxes([(left + 3, -74, left + 175, -64), (left, -24, left + 178, -20), (left - 9, -18, left + 178, -10)], iron)
        panes += [(left + 14 + 27 * pane, -56, left + 32 + 27 * pane, -36) for pane in range(6)]
        _paint_wheels(train, [left + 22, left + 48, left + 130, left + 156], 11)
    train.windows(panes)
    _paint_engine(train, coat)


def _paint_engine(train: Spot, coat: str) -> None:
    """Paint the engine with its tender; its middle lies at the spot, its front to the right."""
    iron, body = train.tone("2c3036", 1), train.tone(coat)
    train.boxes([(-160, -62, -100, -30), (-104, -100, -32, -90)], iron)
    train.boxes([(-96, -92, -40, -20)], body)
    train.shape([(-42, -70), (104, -68), (112, -46), (104, -26), (-42, -26)], body)
    train.shape([(100, -70), (116, -64), (116, -30), (100, -26)], iron)
    train.shape([(72, -66), (70, -104), (62, -114), (98, -114), (90, -104), (88, -66)], iron)
    train.shape([(6, -66), (10, -82), (30, -82), (34, -66)], iron)
    train.shape([(-160, -22), (118, -22), (136, -2), (112, -8), (-160, -10)], iron)
    train.windows([(-84, -82, -54, -58)])
    _paint_wheels(train, [-140, -116], 12)
    _paint_wheels(train, [-70, -26, 18], 20)
    _paint_wheels(train, [62, 94], 13)
    train.smoke(80, -112, -1, 46)
    if train.scene.light.is_night:
        train.glow(120, -50, 110, ink("fff0c0"), 0.8)


def _paint_wheels(train: Spot, places: list[float], radius: float) -> None:
    turn = np.linspace(0, 2 * np.pi, 18, endpoint=False)
    iron = train.tone("2c3036", 1)
    for part, colour in ((1.0, iron), (0.45, mix(iron, train.scene.light.low, 0.35))):
        ring = np.stack([np.cos(turn) * radius * part, np.sin(turn) * radius * part - radius], axis=1)
        train.shapes([ring + np.array((x, 0)) for x in places], colour)
