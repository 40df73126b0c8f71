"""Things: props on the ground, and small ones that a hand can hold."""
# ruff: noqa: ARG001

import math
import random
from collections.abc import Callable

from _paint_brush import Colour, ink, mix, scaled
from _paint_sheet import Sheet

_IRON, _BRASS, _WOOD, _PAPER, _GLASS = ink("4a4e58"), ink("cf9f48"), ink("8a5c38"), ink("ecdfc0"), ink("a8d0d8")


def hold(sheet: Sheet, item: str, x: float, y: float, accent: Colour) -> None:
    """Paint what a hand at (x, y) holds."""
    if item == "lantern":
        sheet.line([(x, y), (x + 4, y + 50)], 6, _IRON)
        _lantern(sheet, x + 4, y + 230, 0.42, _BRASS)
    elif item in ("staff", "scepter", "fork", "rifle", "brush", "hammer", "sword", "net"):
        _pole(sheet, item, x, y, accent)
    elif item == "book":
        sheet.shape([(x - 40, y - 90), (x + 66, y - 104), (x + 74, y + 16), (x - 32, y + 30)], accent)
        sheet.line([(x - 34, y + 24), (x + 72, y + 10)], 9, _PAPER)
    elif item == "map":
        sheet.shape(
            [
                (x - 60, y - 80),
                (x + 30, y - 100),
                (x + 96, y - 76),
                (x + 100, y + 30),
                (x + 32, y + 8),
                (x - 54, y + 30),
            ],
            _PAPER,
            soft=0.4,
        )
        sheet.line([(x - 30, y - 40), (x + 10, y - 20), (x + 70, y - 44)], 5, ink("b8503a"))
    elif item == "flask":
        sheet.limb(
            [(x + 10, y - 30, 50), (x + 10, y - 80, 26), (x + 10, y - 150, 16)],
            mix(_GLASS, ink("ffffff"), 0.3),
            level=210,
        )
        sheet.oval(x + 10, y - 22, 40, 32, mix(accent, ink("60d0a0"), 0.4))
    elif item in ("bag", "basket"):
        sheet.line([(x - 30, y + 60), (x, y - 4), (x + 30, y + 60)], 9, ink("5a3c28"))
        sheet.blob(
            [(x - 76, y + 56), (x + 76, y + 56), (x + 84, y + 150), (x - 84, y + 150)],
            ink("7a5030") if item == "bag" else ink("b8894c"),
        )
    elif item == "rope":
        for turn in range(4):
            sheet.line(
                [
                    (x + math.cos(a / 5) * (46 + 5 * turn), y + 60 + math.sin(a / 5) * (62 + 4 * turn))
                    for a in range(0, 33, 2)
                ],
                11,
                ink("c8a870"),
            )
    elif item == "glass":
        sheet.limb([(x, y, 10), (x + 26, y - 60, 8)], _WOOD)
        sheet.oval(x + 46, y - 104, 56, 56, _BRASS)
        sheet.oval(x + 46, y - 104, 44, 44, mix(_GLASS, ink("ffffff"), 0.4))
    elif item == "bread":
        sheet.limb([(x - 40, y - 30, 28), (x + 60, y - 60, 34), (x + 150, y - 110, 20)], ink("d09a50"))
    elif item == "flower":
        sheet.line([(x, y + 20), (x + 10, y - 120)], 7, ink("5f8a48"))
        _bloom(sheet, x + 10, y - 130, 44, accent)
    elif item == "telescope":
        sheet.limb([(x - 40, y + 20, 15), (x + 60, y - 40, 20)], _BRASS)
        sheet.limb([(x + 50, y - 34, 24), (x + 150, y - 94, 30)], scaled(_WOOD, 0.8))


def _pole(sheet: Sheet, item: str, x: float, y: float, accent: Colour) -> None:
    top, foot = {
        "staff": (-420, -y),
        "scepter": (-240, 120),
        "fork": (-330, -y),
        "rifle": (-330, 170),
        "brush": (-150, 50),
        "hammer": (-150, 60),
        "sword": (-360, 50),
        "net": (-300, 260),
    }[item]
    shaft = ink("b8bcc4") if item == "sword" else ink("d8b048") if item == "scepter" else ink("7a5230")
    sheet.limb([(x + 4, y + foot, 11), (x, y + top, 9 if item != "sword" else 13)], shaft)
    if item == "sword":
        sheet.limb([(x - 60, y - 24, 10), (x + 60, y - 24, 10)], _BRASS)
    elif item == "scepter":
        sheet.oval(x, y + top - 26, 36, 36, accent)
    elif item == "fork":
        for dx in (-46, 0, 46):
            sheet.line([(x, y + top + 30), (x + dx, y + top), (x + dx, y + top - 110)], 9, _IRON)
    elif item == "hammer":
        sheet.box(x - 66, y + top - 40, x + 62, y + top + 30, _IRON)
    elif item == "brush":
        sheet.limb([(x, y + top, 14), (x - 2, y + top - 50, 5)], accent)
    elif item == "net":
        sheet.oval(x + 4, y + top - 70, 92, 78, ink("7a5230"))
        sheet.oval(x + 4, y + top - 70, 78, 64, ink("d8d0b8"), level=200)
        for step in range(-2, 3):
            sheet.line([(x + step * 28 - 30, y + top - 120), (x + step * 28 + 36, y + top - 20)], 4, ink("8a8068"))
            sheet.line([(x + step * 28 + 36, y + top - 120), (x + step * 28 - 30, y + top - 20)], 4, ink("8a8068"))
    elif item == "rifle":
        sheet.limb([(x + 4, y + 170, 26), (x + 2, y + 20, 15)], ink("6a4428"))


def _lantern(sheet: Sheet, x: float, base: float, scale: float, metal: Colour) -> None:
    def at(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
        return [(x + dx * scale, base + dy * scale) for dx, dy in points]

    sheet.line(at([(-90, -400), (0, -520), (90, -400)]), 14 * scale, _IRON)
    sheet.shape(at([(-110, -330), (-60, -410), (60, -410), (110, -330)]), metal)
    sheet.blob(at([(-86, -330), (86, -330), (112, -200), (86, -70), (-86, -70), (-112, -200)]), ink("f6d890"), soft=0.5)
    sheet.blob(at([(-26, -110), (-34, -180), (0, -270), (34, -180), (26, -110)]), ink("fff6d0"), soft=0.2)
    for dx in (-100, 100):
        sheet.line(at([(dx * 0.85, -330), (dx * 1.12, -200), (dx * 0.85, -70)]), 13 * scale, metal)
    sheet.shape(at([(-120, -74), (120, -74), (134, 0), (-134, 0)]), metal)
    sheet.glow(x, base - 200 * scale, 330 * scale, ink("ffc860"), 0.55)


def lantern(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    _lantern(sheet, 0, 0, 1.0, coat)


def lamp(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    sheet.blob([(-130, 0), (-110, -40), (-40, -70), (40, -70), (110, -40), (130, 0)], coat)
    sheet.blob([(-50, -70), (-110, -150), (-60, -230), (60, -230), (110, -150), (50, -70)], coat)
    sheet.blob(
        [(-60, -240), (-76, -330), (-40, -440), (-34, -540), (34, -540), (40, -440), (76, -330), (60, -240)],
        mix(_GLASS, ink("fff6dc"), 0.6),
        level=190,
        soft=0.6,
    )
    sheet.blob([(-22, -260), (-26, -320), (0, -400), (26, -320), (22, -260)], ink("fff0b0"), soft=0.2)
    sheet.box(-64, -252, 64, -226, scaled(coat, 0.8))
    sheet.line([(110, -150), (150, -150), (160, -176)], 10, scaled(coat, 0.7))
    sheet.glow(0, -330, 240, ink("ffc860"), 0.5)


def book(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    sheet.blob([(-300, -30), (-10, -6), (300, -30), (310, -8), (0, 14), (-310, -8)], scaled(coat, 0.8), soft=0.3)
    for side in (-1, 1):
        sheet.shape(
            [(0, -20), (side * 140, -66), (side * 290, -40), (side * 300, -24), (side * 140, -40), (0, 2)],
            scaled(_PAPER, 0.82),
            soft=0.3,
        )
        sheet.shape(
            [(0, -26), (side * 120, -84), (side * 286, -50), (side * 262, -210), (side * 110, -240), (0, -186)],
            _PAPER if side < 0 else scaled(_PAPER, 0.94),
            soft=0.5,
        )
        for row in range(5):
            y = -86 - 26 * row
            sheet.line(
                [(side * 36, y + 22), (side * 130, y - 16), (side * 240, y)], 5, mix(_PAPER, ink("5a4a3a"), 0.55)
            )
    sheet.line([(10, -190), (26, -90), (20, 20)], 12, ink("b8403a"))


def map_sheet(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    paper = sheet.shape(
        [(-300, -20), (-310, -330), (-110, -360), (110, -320), (310, -356), (300, -40), (110, -8), (-110, -40)],
        _PAPER,
        soft=0.5,
    )
    sheet.blob(
        [(-250, -150), (-190, -280), (-40, -300), (20, -210), (-70, -110), (-190, -90)],
        mix(coat, _PAPER, 0.4),
        within=paper,
        soft=0.2,
    )
    sheet.blob(
        [(90, -110), (110, -240), (230, -300), (280, -180), (200, -90)],
        mix(ink("b89858"), _PAPER, 0.3),
        within=paper,
        soft=0.2,
    )
    for step in range(7):
        x = -170 + 50 * step
        sheet.line([(x, -180 + 26 * math.sin(step)), (x + 26, -180 + 26 * math.sin(step + 0.5))], 7, ink("b8403a"))
    for dx, dy in ((-16.0, -16.0), (16.0, -16.0)):
        sheet.line([(214 - dx, -160 - dy), (214 + dx, -160 + dy)], 8, ink("b8403a"))
    for x in (-110, 110):
        sheet.line([(x, -350), (x, -14)], 4, scaled(_PAPER, 0.75), within=paper)


def compass(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    sheet.oval(0, -470, 40, 40, coat)
    sheet.oval(0, -470, 20, 20, scaled(coat, 0.4), soft=0.0)
    sheet.oval(0, -225, 225, 225, coat)
    sheet.oval(0, -225, 184, 184, ink("f4ecd6"))
    for turn in range(16):
        angle = turn / 16 * 2 * math.pi
        far = 150 if turn % 4 else 138
        sheet.line(
            [
                (math.cos(angle) * far, -225 + math.sin(angle) * far),
                (math.cos(angle) * 168, -225 + math.sin(angle) * 168),
            ],
            5 if turn % 4 else 9,
            ink("4a4038"),
        )
    turn = chance.uniform(-1.2, 0.4)
    ux, uy = math.cos(turn), math.sin(turn)
    sheet.shape(
        [(ux * 140, -225 + uy * 140), (-uy * 24, -225 + ux * 24), (uy * 24, -225 - ux * 24)], ink("c8403a"), soft=0.3
    )
    sheet.shape(
        [(-ux * 140, -225 - uy * 140), (-uy * 24, -225 + ux * 24), (uy * 24, -225 - ux * 24)], ink("3f4a58"), soft=0.3
    )
    sheet.oval(0, -225, 17, 17, coat)


def telescope(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    for x in (-150, 20, 160):
        sheet.limb([(0, -330, 14), (x, 0, 11)], _WOOD)
    sheet.oval(0, -350, 34, 40, _IRON)
    sheet.limb([(-230, -300, 24), (-70, -350, 30)], coat)
    sheet.limb([(-90, -344, 40), (120, -412, 44)], scaled(_WOOD, 0.9))
    sheet.limb([(100, -406, 54), (260, -458, 58)], coat)
    sheet.oval(276, -463, 22, 58, _GLASS, turn=-18)


def clock(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    for side in (-1, 1):
        sheet.limb([(side * 110, -60, 18), (side * 150, 0, 12)], scaled(coat, 0.7))
        sheet.oval(side * 110, -470, 76, 60, scaled(coat, 0.9), turn=side * 30)
    sheet.line([(-40, -500), (0, -560), (40, -500)], 16, scaled(coat, 0.7))
    sheet.oval(0, -250, 222, 222, coat)
    sheet.oval(0, -250, 182, 182, ink("f6efdc"))
    for turn in range(12):
        angle = turn / 12 * 2 * math.pi
        sheet.line(
            [
                (math.cos(angle) * 148, -250 + math.sin(angle) * 148),
                (math.cos(angle) * 168, -250 + math.sin(angle) * 168),
            ],
            8,
            ink("3a342e"),
        )
    for length, thick in ((92, 15), (136, 9)):
        angle = chance.uniform(0, 6.28)
        sheet.line([(0, -250), (math.cos(angle) * length, -250 + math.sin(angle) * length)], thick, ink("2c2824"))
    sheet.oval(0, -250, 15, 15, ink("b8403a"))


def bell(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    sheet.oval(0, -30, 40, 40, scaled(coat, 0.6))
    sheet.line([(-46, -450), (0, -530), (46, -450)], 26, scaled(coat, 0.75))
    sheet.blob(
        [
            (-230, -60),
            (-170, -150),
            (-140, -300),
            (-90, -420),
            (0, -460),
            (90, -420),
            (140, -300),
            (170, -150),
            (230, -60),
            (0, -36),
        ],
        coat,
    )
    for y, wide in ((-110, 178), (-140, 168), (-350, 116)):
        sheet.line([(-wide, y), (0, y + 26), (wide, y)], 9, scaled(coat, 0.72))


def boat(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    sheet.blob([(-430, -230), (0, -180), (430, -240), (300, -170), (-300, -160)], scaled(coat, 0.45))
    for x in (-150, 120):
        sheet.box(x - 40, -196, x + 60, -170, scaled(_WOOD, 1.1))
    sheet.limb([(-260, -300, 10), (150, -120, 10), (360, -20, 26)], _WOOD)
    hull = sheet.blob(
        [(-440, -236), (-330, -60), (-220, 0), (230, 0), (350, -80), (440, -246), (300, -186), (0, -160), (-300, -180)],
        coat,
    )
    for row in range(3):
        sheet.line(
            [(-420, -170 + 50 * row), (0, -110 + 44 * row), (420, -180 + 50 * row)], 6, scaled(coat, 0.7), within=hull
        )
    sheet.line([(-436, -228), (0, -164), (436, -238)], 18, mix(coat, ink("f4e8d0"), 0.6), soft=0.6)


def key(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    for turn in range(3):
        angle = math.pi + (turn - 1) * 1.35
        sheet.oval(-190 + math.cos(angle) * 76, -110 + math.sin(angle) * 66, 62, 56, coat)
        sheet.oval(-190 + math.cos(angle) * 76, -110 + math.sin(angle) * 66, 30, 26, scaled(coat, 0.35), soft=0.0)
    sheet.limb([(-190, -110, 26), (280, -110, 22)], coat)
    sheet.box(170, -100, 214, -20, coat)
    sheet.box(240, -100, 284, 0, coat)


def crate(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    sheet.shape([(-230, -360), (-120, -430), (300, -430), (220, -360)], scaled(coat, 1.12), soft=0.3)
    sheet.shape([(220, -360), (300, -430), (300, -70), (220, 0)], scaled(coat, 0.6), soft=0.3)
    front = sheet.box(-230, -360, 220, 0, coat, soft=0.3)
    for row in range(1, 4):
        sheet.line([(-230, -90 * row), (220, -90 * row)], 6, scaled(coat, 0.6), within=front)
    for box in ((-230, -360, -180, 0), (170, -360, 220, 0), (-230, -360, 220, -316), (-230, -46, 220, 0)):
        sheet.box(*box, scaled(coat, 1.14), soft=0.3)
    sheet.shape([(-180, -70), (-150, -46), (170, -290), (140, -316)], scaled(coat, 1.05), soft=0.3)
    for x in (-205, 195):
        for y in (-338, -24):
            sheet.oval(x, y, 8, 8, scaled(coat, 0.45), soft=0.0)


def chest(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    sheet.box(-260, -200, 260, 0, coat, soft=0.5)
    sheet.blob([(-270, -196), (-250, -320), (-120, -370), (120, -370), (250, -320), (270, -196)], scaled(coat, 1.08))
    for x in (-190, 0, 190):
        sheet.box(x - 26, -372 + abs(x) * 0.16, x + 26, 0, _BRASS, soft=0.4)
    sheet.box(-272, -214, 272, -186, scaled(_BRASS, 0.85))
    sheet.box(-44, -240, 44, -140, _BRASS)
    sheet.oval(0, -190, 13, 13, ink("2c2620"), soft=0.0)


def bottle(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    sheet.box(-34, -610, 34, -540, ink("b88a58"))
    glass = sheet.blob(
        [
            (-44, -550),
            (-44, -430),
            (-130, -330),
            (-140, -40),
            (-110, 0),
            (110, 0),
            (140, -40),
            (130, -330),
            (44, -430),
            (44, -550),
        ],
        coat,
        level=235,
    )
    sheet.blob(
        [(-120, -220), (120, -220), (126, -40), (100, -14), (-100, -14), (-126, -40)],
        scaled(coat, 0.62),
        within=glass,
        soft=0.4,
    )
    sheet.box(-90, -270, 90, -110, _PAPER, soft=0.3)
    sheet.limb([(-96, -310, 11), (-104, -80, 11)], ink("ffffff"), soft=0.0, level=120)
    for row in range(3):
        sheet.line([(-60, -234 + 40 * row), (60 - 20 * row, -234 + 40 * row)], 7, ink("8a6a4a"))


def cup(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    for x in (-40, 40):
        sheet.limb([(x, -360, 8), (x + 26, -430, 13), (x - 6, -500, 12), (x + 22, -580, 3)], ink("f4f2ee"), level=95)
    sheet.line([(170, -260), (280, -240), (270, -120), (150, -90)], 30, scaled(coat, 0.9), soft=0.7)
    sheet.blob([(-190, -320), (-170, -120), (-90, -20), (90, -20), (170, -120), (190, -320)], coat)
    sheet.oval(0, -320, 190, 44, scaled(coat, 1.12))
    sheet.oval(0, -316, 166, 33, ink("5a3a26"), soft=0.3)
    sheet.oval(0, -8, 230, 24, scaled(coat, 0.9))


def letter(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    front = sheet.box(-290, -380, 290, 0, _PAPER, soft=0.4)
    sheet.shape([(-290, 0), (0, -190), (290, 0)], scaled(_PAPER, 0.93), within=front, soft=0.3)
    sheet.shape([(-290, -380), (290, -380), (0, -150)], scaled(_PAPER, 0.97), within=front, soft=0.6)
    sheet.line([(-290, -380), (0, -150), (290, -380)], 6, scaled(_PAPER, 0.72), within=front)
    sheet.blob([(-56, -160), (-40, -214), (16, -222), (58, -180), (44, -124), (-16, -108)], ink("b03a34"))
    sheet.oval(0, -166, 28, 28, ink("8a2a28"))


def radio(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    sheet.line([(170, -330), (240, -560)], 8, ink("b8bcc4"))
    sheet.blob([(-300, 0), (-310, -290), (-250, -345), (250, -345), (310, -290), (300, 0)], coat)
    sheet.box(-250, -290, 30, -50, mix(coat, ink("f0dcb0"), 0.6), soft=0.3)
    for row in range(8):
        sheet.line([(-240, -270 + 28 * row), (20, -270 + 28 * row)], 7, scaled(coat, 0.55))
    sheet.box(70, -290, 260, -200, ink("f6e8b8"))
    sheet.line([(150, -286), (150, -204)], 5, ink("c8403a"))
    for x in (110, 216):
        sheet.oval(x, -110, 46, 46, _BRASS)


def camera(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    sheet.box(-90, -390, 90, -320, scaled(coat, 0.8))
    sheet.oval(-190, -330, 40, 26, ink("b8bcc4"))
    sheet.blob([(-290, 0), (-296, -300), (-260, -330), (260, -330), (296, -300), (290, 0)], coat)
    sheet.box(-292, -240, 292, -60, scaled(coat, 0.5), soft=0.3)
    sheet.oval(0, -160, 142, 142, ink("b8bcc4"))
    sheet.oval(0, -160, 112, 112, ink("2a2c34"))
    sheet.oval(0, -160, 74, 74, ink("3f5a78"))
    sheet.oval(-26, -188, 24, 19, ink("dcecf8"), soft=0.0)
    sheet.box(150, -312, 240, -262, _GLASS)


def _bloom(sheet: Sheet, x: float, y: float, size: float, colour: Colour) -> None:
    for turn in range(8):
        angle = turn / 8 * 2 * math.pi
        sheet.oval(
            x + math.cos(angle) * size * 0.72,
            y + math.sin(angle) * size * 0.72,
            size * 0.52,
            size * 0.34,
            scaled(colour, 0.9 + 0.12 * (turn % 2)),
            turn=math.degrees(angle),
        )
    sheet.oval(x, y, size * 0.4, size * 0.4, ink("e8b840"))


def flower(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    for dx, y, size in ((-110, -330, 74), (100, -390, 84), (-10, -500, 104)):
        sheet.line([(0, 0), (dx * 0.4, y * 0.5), (dx, y)], 13, ink("5f8a48"), soft=0.5)
        sheet.limb(
            [
                (dx * 0.2, y * 0.25, 6),
                (dx * 0.2 + (70 if dx > 0 else -70), y * 0.25 - 50, 24),
                (dx * 0.2 + (120 if dx > 0 else -120), y * 0.25 - 110, 2),
            ],
            ink("6f9a52"),
        )
        _bloom(sheet, dx, y, size, coat)


def coin(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    for number in range(5):
        sheet.oval(chance.uniform(-20, 20), -24 - 36 * number, 150, 40, scaled(coat, 0.7))
        sheet.oval(chance.uniform(-20, 20), -40 - 36 * number, 150, 40, coat)
    sheet.oval(190, -150, 150, 150, coat)
    sheet.oval(190, -150, 122, 122, scaled(coat, 0.85))
    sheet.blob([(150, -210), (220, -220), (238, -150), (210, -90), (160, -96), (170, -150)], scaled(coat, 1.15))


def stone(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    body = sheet.blob([(-290, 0), (-300, -120), (-200, -260), (-40, -330), (140, -290), (270, -150), (290, 0)], coat)
    sheet.shape(
        [(-40, -330), (60, -180), (20, 10), (320, 10), (320, -330)],
        scaled(coat, 0.72),
        within=body,
        soft=0.4,
        level=190,
    )
    for _ in range(7):
        x, y = chance.uniform(-200, 150), chance.uniform(-230, -40)
        sheet.line([(x, y), (x + 40, y - 20), (x + 90, y - 10)], 5, scaled(coat, 0.7), within=body)


def fossil(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    for turn in range(30):
        angle, far = turn * 0.42, 190 - 5.6 * turn
        sheet.oval(
            math.cos(angle) * far,
            -220 + math.sin(angle) * far,
            66 - 1.9 * turn,
            52 - 1.5 * turn,
            scaled(coat, 0.84 + 0.2 * (turn % 2)),
            turn=math.degrees(angle),
        )


def shell(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    sheet.blob([(-60, 0), (60, 0), (90, -60), (-90, -60)], scaled(coat, 0.8))
    for turn in range(9):
        angle = math.radians(-160 + 17.5 * turn)
        sheet.limb(
            [
                (0, -20, 20),
                (math.cos(angle) * 160, -30 + math.sin(angle) * 190, 42),
                (math.cos(angle) * 240, -30 + math.sin(angle) * 290, 46),
            ],
            scaled(coat, 0.92 + 0.1 * (turn % 2)),
        )


def microscope(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    sheet.blob([(-190, 0), (-180, -50), (170, -50), (200, 0)], _IRON)
    sheet.limb([(-110, -50, 34), (-190, -260, 30), (-100, -440, 30), (20, -430, 28)], coat)
    sheet.box(-40, -190, 180, -160, _IRON)
    sheet.limb([(110, -240, 26), (40, -400, 38), (-20, -540, 32)], coat)
    sheet.limb([(-20, -540, 40), (-44, -600, 36)], _IRON)
    sheet.limb([(116, -226, 18), (126, -200, 14)], _BRASS)
    sheet.oval(-150, -250, 40, 40, _BRASS)


def globe(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    sheet.blob([(-150, 0), (-110, -50), (110, -50), (150, 0)], _WOOD)
    sheet.limb([(0, -40, 18), (0, -110, 16)], _BRASS)
    sheet.line(
        [(math.cos(a) * 240, -330 + math.sin(a) * 240) for a in (-1.2, -0.6, 0, 0.6, 1.2, 1.8)], 20, _BRASS, soft=0.6
    )
    ball = sheet.oval(0, -330, 210, 210, coat)
    for _ in range(6):
        x, y, size = chance.uniform(-150, 150), -330 + chance.uniform(-140, 140), chance.uniform(50, 100)
        sheet.blob(
            [
                (x - size, y),
                (x - size * 0.2, y - size * 0.7),
                (x + size, y - size * 0.2),
                (x + size * 0.4, y + size * 0.7),
                (x - size * 0.5, y + size * 0.5),
            ],
            ink("8fa85f"),
            within=ball,
            soft=0.3,
            level=225,
        )
    sheet.oval(-70, -400, 70, 60, ink("ffffff"), within=ball, soft=0.0, level=50)


def flask(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    glass = sheet.blob(
        [(-40, -540), (-44, -360), (-190, -90), (-170, 0), (170, 0), (190, -90), (44, -360), (40, -540)],
        mix(_GLASS, ink("ffffff"), 0.45),
        level=200,
    )
    sheet.blob(
        [(-150, -160), (0, -172), (150, -160), (178, -70), (160, -8), (-160, -8), (-178, -70)],
        coat,
        within=glass,
        soft=0.6,
    )
    for x, y in ((-40, -90), (30, -120), (60, -60), (-80, -50)):
        sheet.oval(x, y, 13, 13, mix(coat, ink("ffffff"), 0.6), soft=0.3)
    sheet.limb([(-52, -540, 14), (52, -540, 14)], _GLASS)
    sheet.limb([(-74, -230, 10), (-130, -90, 10)], ink("ffffff"), soft=0.0, level=140)


def wheel(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    for turn in range(8):
        angle = turn / 8 * 2 * math.pi
        sheet.limb(
            [
                (0, -250, 18),
                (math.cos(angle) * 180, -250 + math.sin(angle) * 180, 14),
                (math.cos(angle) * 250, -250 + math.sin(angle) * 250, 11),
            ],
            coat,
        )
    for step in range(48):
        angle, after = step / 48 * 2 * math.pi, (step + 1.3) / 48 * 2 * math.pi
        sheet.limb(
            [
                (math.cos(angle) * 188, -250 + math.sin(angle) * 188, 22),
                (math.cos(after) * 188, -250 + math.sin(after) * 188, 22),
            ],
            scaled(coat, 1.05 - 0.25 * math.sin(angle - 0.8)),
            soft=0.0,
        )
    sheet.oval(0, -250, 48, 48, _BRASS)


def anchor(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    sheet.line(
        [(math.cos(a) * 46, -560 + math.sin(a) * 46) for a in (0, 0.9, 1.8, 2.7, 3.6, 4.5, 5.4, 6.3)],
        20,
        coat,
        soft=0.7,
    )
    sheet.limb([(0, -510, 24), (0, -40, 28)], coat)
    sheet.limb([(-140, -430, 20), (140, -430, 20)], coat)
    sheet.limb([(-220, -190, 12), (-170, -70, 26), (0, -20, 34), (170, -70, 26), (220, -190, 12)], coat)
    for side in (-1, 1):
        sheet.shape([(side * 216, -270), (side * 280, -150), (side * 160, -150)], coat)


def tool(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    sheet.limb([(-220, -30, 24), (160, -260, 20)], _WOOD)
    sheet.shape([(90, -340), (150, -390), (270, -220), (210, -170)], _IRON)
    sheet.shape([(118, -364), (60, -420), (84, -440), (160, -392)], _IRON)
    sheet.limb([(-200, -290, 26), (100, -80, 22), (230, -10, 20)], ink("8f959e"))
    sheet.oval(-226, -306, 64, 58, ink("8f959e"))
    sheet.oval(-240, -316, 30, 28, scaled(ink("8f959e"), 0.4), soft=0.0)


def basket(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    sheet.line([(-200, -230), (-130, -430), (130, -430), (200, -230)], 24, scaled(coat, 0.8), soft=0.6)
    for _ in range(9):
        sheet.oval(
            chance.uniform(-150, 150),
            chance.uniform(-290, -240),
            58,
            56,
            ink(chance.choice(("c8483a", "d8903c", "8fa048", "b83c4a"))),
        )
    body = sheet.blob([(-230, -230), (230, -230), (180, 0), (-180, 0)], coat)
    for row in range(5):
        for step in range(12):
            sheet.oval(
                -220 + 40 * step + 20 * (row % 2),
                -200 + 44 * row,
                21,
                14,
                scaled(coat, 0.86 + 0.22 * ((row + step) % 2)),
                within=body,
                soft=0.6,
            )
    sheet.limb([(-236, -232, 20), (0, -222, 22), (236, -232, 20)], scaled(coat, 1.1))


def instrument(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    sheet.limb([(0, -420, 20), (0, -720, 17)], ink("4a3024"))
    sheet.limb([(0, -710, 24), (16, -780, 18)], ink("4a3024"))
    sheet.blob(
        [
            (0, 0),
            (-150, -40),
            (-180, -150),
            (-110, -230),
            (-130, -330),
            (-70, -410),
            (0, -420),
            (70, -410),
            (130, -330),
            (110, -230),
            (180, -150),
            (150, -40),
        ],
        coat,
    )
    sheet.oval(0, -250, 52, 52, scaled(coat, 0.3), soft=0.2)
    sheet.box(-60, -110, 60, -92, ink("4a3024"))
    for dx in (-14, -5, 5, 14):
        sheet.line([(dx, -100), (dx * 0.7, -740)], 3, ink("ece6d8"))


def candle(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    sheet.blob([(-150, 0), (-120, -40), (120, -40), (150, 0)], coat)
    sheet.limb([(0, -40, 58), (0, -330, 56)], ink("f2e8d0"))
    sheet.line([(0, -380), (4, -420)], 7, ink("3a302a"))
    sheet.blob([(-30, -420), (-34, -470), (0, -560), (34, -470), (30, -420)], ink("ffd060"), soft=0.3)
    sheet.blob([(-14, -424), (-14, -460), (0, -500), (14, -460), (14, -424)], ink("fff8dc"), soft=0.0)
    sheet.glow(0, -470, 220, ink("ffb850"), 0.6)


Thing = tuple[Callable[[Sheet, Colour, random.Random], None], str, float]

# name: (painter, colour, height on stage)
THINGS: dict[str, Thing] = {
    "lantern": (lantern, "cf9f48", 0.2), "lamp": (lamp, "cf9f48", 0.2), "book": (book, "8a3f34", 0.11),
    "map": (map_sheet, "8fae88", 0.15),
    "compass": (compass, "cf9f48", 0.15), "telescope": (telescope, "cf9f48", 0.28), "clock": (clock, "b8563f", 0.18),
    "bell": (bell, "cf9f48", 0.2),
    "boat": (boat, "8a5c38", 0.17), "key": (key, "cf9f48", 0.08), "crate": (crate, "b08450", 0.2), "chest": (chest,
    "8a5a34", 0.19),
    "bottle": (bottle, "6f9a84", 0.18), "cup": (cup, "e0d4bc", 0.14), "letter": (letter, "ecdfc0", 0.12),
    "radio": (radio, "9a5a38", 0.17),
    "camera": (camera, "4a4440", 0.15), "flower": (flower, "d8687a", 0.2), "coin": (coin, "e0b048", 0.1),
    "stone": (stone, "8f8c88", 0.14),
    "fossil": (fossil, "b8a078", 0.15), "shell": (shell, "e8b8a0", 0.12), "microscope": (microscope, "5f7280", 0.21),
    "globe": (globe, "4f8ab0", 0.24),
    "flask": (flask, "58b090", 0.18), "wheel": (wheel, "8a5c38", 0.22), "anchor": (anchor, "5a6472", 0.24),
    "tool": (tool, "8a5c38", 0.14),
    "basket": (basket, "b8894c", 0.17), "instrument": (instrument, "b8703a", 0.28), "candle": (candle, "cf9f48", 0.16),
}  # fmt: skip

HELD = {
    "lantern": r"(with|holding|carrying|raising) (a|an|his|her|their|the) (\w+ )?(lantern|lamp|light)",
    "book": r"(with|holding|reading) (a|an|his|her) (\w+ )?book",
    "map": r"(with|holding|reading) (a|his|her) (\w+ )?map",
    "telescope": r"(with|holding) (a|his|her) (\w+ )?(telescope|spyglass)",
    "staff": r"(with|leaning on|holding) (a|an|his|her) (\w+ )?(staff|stick|cane|spear|pole)",
    "basket": r"(with|carrying) (a|his|her) (\w+ )?(basket|bucket|pail)",
    "net": r"(with|holding|mending) (a|his|her) (\w+ )?nets?",
    "hammer": r"(with|holding) (a|his|her) (\w+ )?(hammer|axe|pickaxe|shovel|tool)",
    "flower": r"(with|holding) (a|an|some|his|her)? ?(\w+ )?(flowers?|rose|bouquet)",
    "sword": r"(with|drawing) (a|his|her) (\w+ )?sword",
    "rope": r"(with|coiling|holding) (a|his|her)? ?(\w+ )?rope",
    "brush": r"(with|holding) (a|his|her) (\w+ )?(brush|pen|quill)",
}  # fmt: skip
