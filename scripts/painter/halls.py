"""Great rooms: a theatre, a cathedral, a throne hall, a factory, a control room, a market under a roof."""
# Outlines read better as rows of points:
# fmt: off

import math
from dataclasses import replace

import numpy as np

from painter.brush import Colour, ink, mix, scaled
from painter.furniture import FLOOR
from painter.indoors import finish_room, plain_room
from painter.scene import HEIGHT, WIDTH, Scene
from painter.spot import Box, Spot
from painter.words import Wish


def _middle(scene: Scene) -> Spot:
    """Give the middle of the line where wall and floor meet: the wall reaches up to -932, the sides to 1120."""
    return Spot(scene, WIDTH / 2, HEIGHT * FLOOR, 1.0, 0.9)


def theatre(wish: Wish) -> Scene:
    """Paint a stage between red curtains under a golden arch, with balconies at both sides."""
    scene = plain_room(wish, "4a2c2c", "8a5f3c")
    spot = _middle(scene)
    spot.boxes([(-640, -760, 640, 4)], spot.tone("6a4a5c", 0.5))
    for side in (-1, 0, 1):
        spot.glow(side * 330, -300, 520, ink("ffd8a0"), 0.34)
    for side in (-1, 1):
        for number in range(9):
            x = side * (650 - 34 * number)
            sway = side * -46 * math.sin(number * 0.5)
            red = spot.tone("a83038", 0.15 + 0.5 * (number % 2))
            spot.rod([(x, -760, 26), (x + sway * 0.4, -330, 21), (x + sway + side * 40, 2, 27)], red)
        for row in range(3):
            y = -190 - 230 * row
            spot.boxes([(side * 690 - 5, y - 200, side * 690 + 5, y + 190)], spot.tone("c8a050", 0.3))
            spot.shape([(side * 700, y - 96), (side * 1130, y - 130), (side * 1130, y + 10), (side * 700, y)],
                    spot.tone("c8a050", 0.25))
            spot.shape([(side * 700, y - 84), (side * 1130, y - 112), (side * 1130, y - 8), (side * 700, y - 12)],
                    spot.tone("8a3434", 0.3))
            for dx in (800, 930, 1060):
                spot.glow(side * dx, y - 150, 70, ink("ffd080"), 0.6)
    for number in range(13):
        x = -640 + 107 * number
        spot.rod([(x - 54, -850, 9), (x, -730, 26), (x + 54, -850, 9)],
                spot.tone("a83038", 0.2 + 0.25 * (number % 2)))
    spot.boxes([(-720, -932, 720, -800)], spot.tone("c8a050", 0.3))
    spot.boxes([(-720, -812, 720, -800), (-700, -800, -672, 6), (672, -800, 700, 6)], spot.tone("d8b060", 0.1))
    for x in range(-600, 601, 150):
        spot.glow(x, 330, 150, ink("ffe0a8"), 0.45)
    return finish_room(scene)


def cathedral(wish: Wish) -> Scene:
    """Paint a nave of columns that run to a tall window of coloured glass."""
    scene = plain_room(wish, "8a8478", "9a9284")
    spot = _middle(scene)
    spot.shape([(-300, -932), (300, -932), (190, -60), (-190, -60)], spot.tone("a8a294", 0.15))
    _paint_rose_window(spot)
    for number in range(4):
        near = (number / 3) ** 1.3
        x, top, foot, half = 300 + 760 * near, -560 - 420 * near, -60 + 110 * near, 26 + 62 * near
        for side in (-1, 1):
            stone, span = spot.tone("c8bfa8", 0.5 - 0.32 * near), 300 + 560 * near
            arch = [(side * x * math.cos(a), top - 0.36 * span * math.sin(a), 12 + 26 * near)
                    for a in np.linspace(0, math.pi / 2, 12)]
            spot.rod(arch, stone)
            spot.boxes([(side * x - half, top, side * x + half, foot)], stone)
            dark = side * x + half * (0.35 if scene.sun_is_left else -1)
            spot.boxes([(dark, top, dark + half * 0.65, foot)], spot.tone("c8bfa8", 0.85), 150)
            for y, wide in ((top, 1.3), (foot - 20, 1.35)):
                spot.boxes([(side * x - half * wide, y, side * x + half * wide, y + 20 + 12 * near)],
                        spot.tone("d8cfb8", 0.2))
    for code, x in (("ff8a5c", -170), ("5c9cff", 20), ("ffd060", 190)):
        spot.glow(x, 130, 240, ink(code), 0.22)
    return finish_room(scene)


def _paint_rose_window(spot: Spot) -> None:
    chance, codes = spot.scene.chance("glass"), ("c8483a", "3f6ec8", "e0b040", "4a9a6a", "8a4aa0")
    glass = 1.0 if not spot.scene.light.is_night else 0.5
    for column in range(4):
        for row in range(7):
            x, y = -104 + 54 * column, -210 - 62 * row
            spot.boxes([(x, y - 56, x + 46, y)], scaled(ink(chance.choice(codes)),
                    glass * chance.uniform(0.75, 1.15)))
    for ring, count in ((34, 6), (78, 10), (112, 14)):
        for turn in range(count):
            angle = turn / count * 2 * math.pi
            dx, high = ring * math.cos(angle), ring * math.sin(angle) - 760
            spot.rod([(dx - 1, high, 13), (dx + 1, high, 13)], scaled(ink(chance.choice(codes)), glass))
    spot.glow(0, -430, 520, ink("ffe8c0"), 0.42 * glass)


def throne(wish: Wish) -> Scene:
    """Paint a hall of columns and banners with a throne on its steps."""
    scene = plain_room(wish, "6a5a54", "a08a70")
    spot, chance = _middle(scene), wish.chance("banners")
    accent = chance.choice(("8a2f34", "2f4a7a", "2f6a50", "6a3f7a"))
    spot.shape([(-150, -60), (150, -60), (560, 340), (-560, 340)], spot.tone(accent, 0.2))
    for step in range(3):
        spot.boxes([(-330 + 60 * step, -50 - 34 * step, 330 - 60 * step, -8 - 34 * step)],
                spot.tone("b8a890", 0.15 * step))
    for x in (-860, -520, 520, 860):
        wide = 52 + abs(x) * 0.02
        spot.boxes([(x - wide, -932, x + wide, 30)], spot.tone("c0b298", 0.2))
        spot.boxes([(x + wide * 0.3, -932, x + wide, 30)], spot.tone("c0b298", 0.9), 140)
        spot.boxes([(x - wide * 1.3, -10, x + wide * 1.3, 36), (x - wide * 1.25, -932, x + wide * 1.25, -880)],
                spot.tone("d0c4a8", 0.2))
    for x in (-690, -330, 330, 690):
        spot.shape([(x - 74, -900), (x + 74, -900), (x + 74, -420), (x, -350), (x - 74, -420)],
                spot.tone(accent, 0.1))
        spot.shape([(x, -740), (x + 38, -660), (x, -560), (x - 38, -660)], spot.tone("e0b850"))
    spot.shape([(-100, -120), (-112, -520), (-60, -470), (0, -590), (60, -470), (112, -520), (100, -120)],
            spot.tone("d0a040", 0.15))
    spot.shape([(-70, -130), (-76, -430), (0, -480), (76, -430), (70, -130)], spot.tone(accent, 0.3))
    spot.boxes([(-124, -250, -80, -112), (80, -250, 124, -112), (-100, -196, 100, -112)], spot.tone("c89838", 0.3))
    for x in (-400, 400):
        spot.rod([(x, -20, 12), (x, -300, 8)], spot.tone("3a3430", 1))
        spot.glow(x, -330, 260, ink("ffb050"), 0.8)
    return finish_room(scene)


def factory(wish: Wish) -> Scene:
    """Paint a hall of brick and iron: tall windows, wheels and belts; or a locomotive in its shed."""
    scene = plain_room(wish, "7a5a4c", "6f6a64")
    spot, pane = _middle(scene), mix(scene.light.low, scene.light.sun, 0.25)
    for x in range(-960, 961, 320):
        spot.boxes([(x - 92, -780, x + 92, -260)], pane)
        spot.boxes([*[(x - 92, y, x + 92, y + 6) for y in range(-700, -260, 84)],
                *[(x + dx, -780, x + dx + 6, -260) for dx in (-48, 0, 46)]], spot.tone("3c4046", 1))
        spot.glow(x, -420, 330, scene.light.low, 0.22)
    for x in range(-1120, 1121, 320):
        spot.boxes([(x - 20, -932, x + 20, 26)], spot.tone("4a5258", 0.3))
        spot.rod([(x, -760, 10), (x + 160, -890, 9), (x + 320, -760, 10)], spot.tone("4a5258", 0.5))
    spot.boxes([(-1120, -900, 1120, -868)], spot.tone("4a5258", 0.45))
    if wish.says(r"engine shed|locomotives?|railway"):
        _paint_front(replace(spot, x=WIDTH * 0.5 + 330 * wish.chance("side").choice((-1, 1))))
    else:
        code = "8a6a44" if wish.says("mill|wooden") else "565c62"
        for x, y, radius, teeth in ((-560, -300, 210, 20), (-250, -170, 128, 13), (640, -250, 240, 22),
                (340, -110, 110, 11)):
            _paint_gear(spot, x, y, radius, teeth, code)
        spot.rod([(-560, -300, 8), (-560, -860, 8)], spot.tone("3a3634", 1))
        spot.rod([(640, -250, 8), (640, -860, 8)], spot.tone("3a3634", 1))
    for x in (-900, 60, 960):
        spot.smoke(x, -30, 0.4, 60)
    return finish_room(scene)


def _paint_gear(spot: Spot, x: float, y: float, radius: float, teeth: int, code: str) -> None:  # noqa: PLR0917
    edge = [(x + (radius * (1.0 if step % 4 < 2 else 0.86)) * math.cos(step * math.pi / teeth / 2),
            y + (radius * (1.0 if step % 4 < 2 else 0.86)) *
             math.sin(step * math.pi / teeth / 2)) for step in range(teeth * 4)]
    spot.shape(edge, spot.tone(code, 0.25))
    turn = np.linspace(0, 2 * math.pi, 30)
    for part, shade in ((0.74, 0.9), (0.24, 0.1), (0.1, 1.0)):
        if part == 0.24:
            for spoke in range(6):
                dx, dy = radius * 0.76 * math.cos(spoke * math.pi / 3), radius * 0.76 * math.sin(spoke * math.pi / 3)
                spot.rod([(x, y, radius * 0.07), (x + dx, y + dy, radius * 0.06)], spot.tone(code, 0.35))
        spot.shape(np.stack([x + radius * part * np.cos(turn), y + radius * part * np.sin(turn)], axis=1),
                spot.tone(code, shade))


def _paint_front(spot: Spot) -> None:
    """Paint a locomotive that looks at us."""
    turn = np.linspace(0, 2 * math.pi, 40)
    ring = np.stack([np.cos(turn), np.sin(turn)], axis=1)
    spot.boxes([(-230, -130, 230, -60), (-250, -70, 250, -40)], spot.tone("8a3430", 0.3))
    spot.shape([(-70, -560), (-50, -690), (50, -690), (70, -560)], spot.tone("2c3036", 0.6))
    for radius, shade in ((218, 0.9), (200, 0.35), (150, 0.6), (140, 0.4)):
        spot.shape(ring * radius + (0, -350), spot.tone("3a4046", shade))
    spot.rod([(-110, -350, 9), (110, -350, 9)], spot.tone("c8a050", 0.1))
    spot.shape(ring * 26 + (0, -350), spot.tone("c8a050"))
    for x in (-170, 170):
        spot.shape(ring * 52 + (x, -110), spot.tone("5a5f66", 0.4))
        spot.shape(ring * 36 + (x, -110), ink("fff0c0"))
        spot.glow(x, -110, 170, ink("ffe0a0"), 0.5)
    spot.shape([(-210, -40), (210, -40), (270, 60), (-270, 60)], spot.tone("2c3036", 0.7))
    for x in range(-180, 200, 60):
        spot.rod([(x, -36, 5), (x * 1.28, 58, 6)], spot.tone("5a6068", 0.4))
    spot.smoke(0, -690, 0.5, 80)


def control_room(wish: Wish) -> Scene:
    """Paint a dark room whose screens glow: a great map, curves, and rows of desks."""
    scene = plain_room(wish, "2c3844", "2a3440")
    spot, chance = _middle(scene), wish.chance("screens")
    panel, codes = ink("0e1a24"), ("4fd0c0", "6fb8ff", "f0b850", "8fe07a")
    screens: list[Box] = [(-470, -800, 470, -330)]
    screens += [(side * 790 - 250, y - 220, side * 790 + 250, y) for side in (-1, 1) for y in (-590, -330)]
    for number, (x0, y0, x1, y1) in enumerate(screens):
        spot.boxes([(x0 - 14, y0 - 14, x1 + 14, y1 + 14)], spot.tone("4a5866", 0.4))
        spot.boxes([(x0, y0, x1, y1)], panel)
        glow = ink(codes[number % 4])
        for row in range(1, 5):
            spot.boxes([(x0, y0 + (y1 - y0) * row / 5, x1, y0 + (y1 - y0) * row / 5 + 2)], glow, 46)
        _paint_readings(spot, (x0, y0, x1, y1), glow, number, chance.uniform(0, 6))
        spot.glow((x0 + x1) / 2, (y0 + y1) / 2, (x1 - x0) * 0.6, glow, 0.2)
    for row, (y, half) in enumerate(((-70, 860), (60, 1160))):
        spot.shape([(-half, y), (half, y), (half + 40, y + 96), (-half - 40, y + 96)],
                spot.tone("3c4a58", 0.45 - 0.2 * row))
        spot.boxes([(-half, y - 8, half, y + 6)], spot.tone("6a7a88", 0.2))
        for x in range(-half + 90, half - 60, 250):
            spot.boxes([(x - 78, y - 110, x + 78, y - 12)], spot.tone("20282f", 0.5))
            spot.boxes([(x - 68, y - 102, x + 68, y - 22)], scaled(ink(chance.choice(codes)), 0.55))
            spot.glow(x, y - 60, 120, ink("6fb8d8"), 0.3)
    scene.ground = 0.91
    return finish_room(scene)


def _paint_readings(spot: Spot, box: Box, glow: Colour, number: int, turn: float) -> None:
    x0, y0, x1, y1 = box
    part = np.linspace(0.04, 0.96, 40)
    if number == 0:
        for land in ((0.12, 0.3, 0.17), (0.26, 0.66, 0.1), (0.5, 0.34, 0.13), (0.62, 0.6, 0.1), (0.78, 0.36, 0.2),
                (0.87, 0.72, 0.07)):
            angle = np.linspace(0, 6.3, 18)
            wobble = 1 + 0.3 * np.sin(3 * angle + turn + land[0] * 9)
            spot.shape(np.stack([x0 + (x1 - x0) * (land[0] + land[2] * 0.6 * wobble * np.cos(angle)),
                                 y0 + (y1 - y0) * (land[1] + land[2] * wobble * np.sin(angle))], axis=1), glow, 90)
    waves = 2 if number == 0 else 1 + number % 2
    for line in range(waves):
        y = y0 + (y1 - y0) * (0.5 + 0.3 * np.sin(part * (6 + 2 * number) + turn + line) * (0.6 + 0.4 * np.cos(part * 11 + line)))
        spot.rod([*zip(x0 + (x1 - x0) * part, y, np.full(40, 2.6), strict=True)],
                glow if line == 0 else ink("f0b850"))


def market_hall(wish: Wish) -> Scene:
    """Paint a covered market: arches, lamps, awnings, and heaps of fruit and spices."""
    scene = plain_room(wish, "b08a60", "a88a68")
    spot, chance = _middle(scene), wish.chance("stalls")
    spot.boxes([(-1120, -932, 1120, -760)], spot.tone("8a6444", 0.5))
    for number in range(4):
        x = -840 + 560 * number
        arch = [(x + 215 * math.cos(a), -420 - 250 * math.sin(a)) for a in np.linspace(0, math.pi, 20)]
        spot.shape([*arch, (x - 215, 6), (x + 215, 6)], mix(scene.light.low, spot.tone("d8b088", 0.2), 0.5))
        spot.shape([*[(x + 190 * math.cos(a), -400 - 220 * math.sin(a)) for a in np.linspace(0, math.pi, 20)],
                (x - 190, 6), (x + 190, 6)],
                   spot.tone("5a4438", 0.5))
        spot.rod([(x + 280, -932, 2), (x + 280, -640, 2)], spot.tone("4a3828", 1))
        spot.shape([(x + 246, -640), (x + 280, -676), (x + 314, -640), (x + 300, -580), (x + 260, -580)],
                ink("ffd890"))
        spot.glow(x + 280, -620, 240, ink("ffb860"), 0.55)
    for number in range(4):
        x, cloth = -840 + 560 * number, chance.choice(("b8483a", "3f7a8a", "d8a03c", "6a8a4a", "8a4a7a"))
        for stripe in range(8):
            left = x - 240 + 60 * stripe
            spot.shape([(left + 24, -340), (left + 76, -340), (left + 60, -230), (left, -230)],
                    spot.tone(cloth if stripe % 2 else "efe2c8", 0.1))
        spot.boxes([(x - 236, -330, x - 226, 20), (x + 226, -330, x + 236, 20)], spot.tone("6a4a34", 0.6))
        spot.shape([(x - 240, -100), (x + 240, -100), (x + 252, 30), (x - 252, 30)], spot.tone("8a6040", 0.35))
        for heap in range(5):
            at, colour = x - 190 + 95 * heap, chance.choice(("d8752c", "c8a030", "a83a2c", "7a8a3a", "e0c060",
                    "6a3a4a"))
            spot.shape([(at - 52, -98), (at - 20, -150), (at, -166), (at + 20, -150), (at + 52, -98)],
                    spot.tone(colour, 0.15))
    return finish_room(scene)
