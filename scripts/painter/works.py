"""What people built to work for them: mills, bridges, a rocket on its tower, an observatory, wind turbines."""
# Outlines read better as rows of points:
# fmt: off

import math
from dataclasses import replace

import numpy as np

from painter.brush import ink, limb, mix
from painter.spot import Spot


def paint_windmill(spot: Spot) -> None:
    """Paint a windmill whose four sails are spread."""
    side = _dark_side(spot)
    spot.shape([(-74, 8), (-46, -210), (46, -210), (74, 8)], spot.tone("e0d6c0"))
    spot.shape([(side * 20, 8), (side * 14, -210), (side * 46, -210), (side * 74, 8)], spot.tone("e0d6c0", 1), 170)
    spot.shape([(-54, -206), (-30, -262), (30, -262), (54, -206)], spot.tone("6a4a3c", 0.8))
    spot.windows([(-12, -150, 12, -118)])
    spot.boxes([(-17, -56, 17, 8)], spot.tone("5a4030", 1))
    for number in range(4):
        angle = 0.5 + number * math.pi / 2
        ux, uy = 190 * math.cos(angle), 190 * math.sin(angle)
        sail = [(ux * a - uy * b, -226 + uy * a + ux * b) for a, b in ((0.2, 0), (1, 0), (1, 0.24), (0.2, 0.2))]
        spot.shape(sail, spot.tone("d8cdb4"), 220)
        spot.rod([(0, -226, 6), (ux, uy - 226, 3.5)], spot.tone("4a382c", 1))
        for a in (0.35, 0.55, 0.75, 0.95):
            spot.rod([(ux * a, uy * a - 226, 1.6), (ux * a - uy * 0.22, uy * a + ux * 0.22 - 226, 1.6)],
                    spot.tone("4a382c", 1), 170)


def _dark_side(spot: Spot) -> int:
    return 1 if spot.scene.sun_is_left == (spot.way > 0) else -1


def paint_turbines(spot: Spot) -> None:
    """Paint a row of wind turbines, smaller into the distance."""
    for number in range(5):
        near = 1 - 0.15 * number
        x, tall, white = 250 * number - 300, 330 * near, replace(spot, depth=spot.depth * near).tone("f0f2f2")
        spot.shape([(x - 7 * near, 8), (x - 3, -tall), (x + 3, -tall), (x + 7 * near, 8)], white)
        for blade in range(3):
            angle = number * 0.7 + blade * 2 * math.pi / 3
            tip = (x + math.cos(angle) * tall * 0.45, math.sin(angle) * tall * 0.45 - tall)
            spot.rod([(x, -tall, 6 * near), (*tip, 1.5)], white)


def paint_watermill(spot: Spot) -> None:
    """Paint a mill house with its great wheel."""
    from painter.town import paint_house

    wall, roof = ink("cbb89a"), ink("7a4f3c")
    paint_house(spot.scene, spot.x, spot.y + 8, 250 * spot.size, 0.7, "mill", wall=wall, roof=roof)
    wheel, wood = replace(spot, x=spot.x + spot.way * 176 * spot.size,
            y=spot.y - 54 * spot.size), spot.tone("5a4030", 1)
    turn = np.linspace(0, 2 * np.pi, 29)
    ring = np.stack([np.cos(turn), np.sin(turn)], axis=1)
    for spoke in ring[:14:2]:
        wheel.rod([(*(-92 * spoke), 5), (*(92 * spoke), 5)], wood)
    for one in range(28):
        paddle = np.concatenate([ring[one : one + 2] * 96, ring[one : one + 2][::-1] * 79])
        wheel.shape(paddle, spot.tone("7a5a3c", 0.9 - 0.4 * (one % 2)))
    wheel.shape([(-110, 96), (-74, 82), (74, 80), (120, 96)], mix(spot.scene.light.low, (255, 255, 255), 0.4), 200)


def paint_bridge(spot: Spot) -> None:
    """Paint an arched stone bridge over the middle of the picture; what lies behind is seen through its arches."""
    over, ends = replace(spot, x=spot.scene.width * 0.5, way=1), []
    road = [(640 * part, 74 * part**2 - 92) for part in np.linspace(-1, 1, 25)]
    for middle, half, high in ((-358, 128, 95), (0, 160, 121), (358, 128, 95)):
        arch = [(middle - half * math.cos(a), 56 - high * math.sin(a)) for a in np.linspace(0, math.pi, 15)]
        inner = [(middle + (x - middle) * 0.93, 56 + (y - 56) * 0.92) for x, y in arch]
        over.shape([*arch, *reversed(inner)], over.tone("b4a48e", 1))
        ends += arch
    over.shape([*road, (640, 56), *reversed(ends), (-640, 56)], over.tone("b4a48e", 0.25))
    over.shape([*road, *[(x, y + 12) for x, y in reversed(road)]], over.tone("b4a48e"))
    over.shape([*[(x, y + 12) for x, y in road], *[(x, y + 17) for x, y in reversed(road)]], over.tone("b4a48e", 1))


def paint_rocket(spot: Spot) -> None:
    """Paint a rocket beside its launch tower, steam at its foot."""
    spot = replace(spot, size=spot.size * 1.3, depth=0.8)
    iron = spot.tone("8a3f34", 1)
    spot.boxes([(-140, -480, -132, 0), (-88, -480, -80, 0), *[(-140, -46 * step - 5, -80, -46 * step)
            for step in range(11)]], iron)
    spot.shapes([limb([(-136, -46 * step, 2.4), (-84, -46 * step - 46, 2.4)], 2) for step in range(10)], iron)
    spot.boxes([(-110, -470 * part, 0, 9 - 470 * part) for part in (0.35, 0.62, 0.86)], iron)
    for x in (-51, 51):
        spot.shape([(x - 13, -14), (x - 13, -210), (x, -250), (x + 13, -210), (x + 13, -14)],
                spot.tone("ece9e2", 0.4))
    spot.shape([(-34, -10), (-34, -380), (-17, -440), (0, -470), (17, -440), (34, -380), (34, -10)],
            spot.tone("ece9e2"))
    dark = (8, -380, 34, -10) if _dark_side(spot) > 0 else (-34, -380, -8, -10)
    spot.boxes([dark], spot.tone("ece9e2", 1), 150)
    spot.boxes([(-34, -470 * part, 34, 12 - 470 * part) for part in (0.3, 0.56, 0.78)], spot.tone("b8483a"))
    spot.boxes([(-230, -8, 160, 18)], spot.tone("8a8a88", 1))
    for way in (-1, 1, 0.4):
        spot.smoke(0, 10, way, 52)
    if spot.scene.light.hour in ("night", "dusk"):
        spot.glow(-80, -240, 300, ink("ffe8c0"), 0.3)
        spot.glow(100, -240, 300, ink("ffe8c0"), 0.3)


def paint_dome(spot: Spot) -> None:
    """Paint the white dome of an observatory, its slit open to the sky, on a rock of its own."""
    side = _dark_side(spot)
    spot.shape([(-330, 60), (-190, -20), (-60, -50), (150, -44), (260, -4), (360, 60)], spot.tone("78787f", 0.5))
    spot.boxes([(-118, -140, 118, -34)], spot.tone("e8eaea", 0.25))
    spot.shape([(-125 * math.cos(a), -140 - 118 * math.sin(a)) for a in np.linspace(0, math.pi, 25)],
            spot.tone("eef0f0"))
    shade = [(side * 125 * math.cos(a), -140 - 118 * math.sin(a)) for a in np.linspace(0, math.pi / 2, 13)]
    spot.shape([*shade, (side * 30, -194), (side * 46, -140)], spot.tone("d0d4d8", 1), 140)
    spot.shape([(-26, -144), (-22, -214), (-8, -258), (22, -256), (16, -212), (14, -144)], spot.tone("2c3440", 1))
    spot.rod([(-4, -164, 9), (18, -268, 8)], spot.tone("b8c0c8"))
    spot.boxes([(-130, -144, 130, -134)], spot.tone("d0d4d8", 1))
    spot.windows([(x, -104, x + 16, -74) for x in (-80, -30, 60)])
    spot.boxes([(-8, -94, 20, -34)], spot.tone("5a4a40", 1))
