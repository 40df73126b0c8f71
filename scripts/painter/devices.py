"""Props that measure, show, steer or sound."""
# Outlines read better as rows of points:
# fmt: off
# ruff: noqa: ARG001

import math
import random

from painter.brush import Colour, ink, mix, scaled
from painter.held import BRASS, GLASS, IRON, WOOD
from painter.sheet import Sheet


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
    needle = chance.uniform(-1.2, 0.4)
    ux, uy = math.cos(needle), math.sin(needle)
    sheet.shape(
        [(ux * 140, -225 + uy * 140), (-uy * 24, -225 + ux * 24), (uy * 24, -225 - ux * 24)], ink("c8403a"), soft=0.3
    )
    sheet.shape(
        [(-ux * 140, -225 - uy * 140), (-uy * 24, -225 + ux * 24), (uy * 24, -225 - ux * 24)], ink("3f4a58"), soft=0.3
    )
    sheet.oval(0, -225, 17, 17, coat)


def telescope(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    for x in (-150, 20, 160):
        sheet.limb([(0, -330, 14), (x, 0, 11)], WOOD)
    sheet.oval(0, -350, 34, 40, IRON)
    sheet.limb([(-230, -300, 24), (-70, -350, 30)], coat)
    sheet.limb([(-90, -344, 40), (120, -412, 44)], scaled(WOOD, 0.9))
    sheet.limb([(100, -406, 54), (260, -458, 58)], coat)
    sheet.oval(276, -463, 22, 58, GLASS, turn=-18)


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


def radio(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    sheet.line([(170, -330), (240, -560)], 8, ink("b8bcc4"))
    sheet.blob([(-300, 0), (-310, -290), (-250, -345), (250, -345), (310, -290), (300, 0)], coat)
    sheet.box(-250, -290, 30, -50, mix(coat, ink("f0dcb0"), 0.6), soft=0.3)
    for row in range(8):
        sheet.line([(-240, -270 + 28 * row), (20, -270 + 28 * row)], 7, scaled(coat, 0.55))
    sheet.box(70, -290, 260, -200, ink("f6e8b8"))
    sheet.line([(150, -286), (150, -204)], 5, ink("c8403a"))
    for x in (110, 216):
        sheet.oval(x, -110, 46, 46, BRASS)


def camera(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    sheet.box(-90, -390, 90, -320, scaled(coat, 0.8))
    sheet.oval(-190, -330, 40, 26, ink("b8bcc4"))
    sheet.blob([(-290, 0), (-296, -300), (-260, -330), (260, -330), (296, -300), (290, 0)], coat)
    sheet.box(-292, -240, 292, -60, scaled(coat, 0.5), soft=0.3)
    sheet.oval(0, -160, 142, 142, ink("b8bcc4"))
    sheet.oval(0, -160, 112, 112, ink("2a2c34"))
    sheet.oval(0, -160, 74, 74, ink("3f5a78"))
    sheet.oval(-26, -188, 24, 19, ink("dcecf8"), soft=0.0)
    sheet.box(150, -312, 240, -262, GLASS)


def microscope(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    sheet.blob([(-190, 0), (-180, -50), (170, -50), (200, 0)], IRON)
    sheet.limb([(-110, -50, 34), (-190, -260, 30), (-100, -440, 30), (20, -430, 28)], coat)
    sheet.box(-40, -190, 180, -160, IRON)
    sheet.limb([(110, -240, 26), (40, -400, 38), (-20, -540, 32)], coat)
    sheet.limb([(-20, -540, 40), (-44, -600, 36)], IRON)
    sheet.limb([(116, -226, 18), (126, -200, 14)], BRASS)
    sheet.oval(-150, -250, 40, 40, BRASS)


def globe(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    sheet.blob([(-150, 0), (-110, -50), (110, -50), (150, 0)], WOOD)
    sheet.limb([(0, -40, 18), (0, -110, 16)], BRASS)
    sheet.line(
        [(math.cos(a) * 240, -330 + math.sin(a) * 240) for a in (-1.2, -0.6, 0, 0.6, 1.2, 1.8)], 20, BRASS, soft=0.6
    )
    ball = sheet.oval(0, -330, 210, 210, coat)
    for _ in range(6):
        x, y, size = chance.uniform(-150, 150), -330 + chance.uniform(-140, 140), chance.uniform(50, 100)
        sheet.blob(
            [
                (x - size, y), (x - size * 0.2, y - size * 0.7), (x + size, y - size * 0.2),
                (x + size * 0.4, y + size * 0.7), (x - size * 0.5, y + size * 0.5),
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
        mix(GLASS, ink("ffffff"), 0.45),
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
    sheet.limb([(-52, -540, 14), (52, -540, 14)], GLASS)
    sheet.limb([(-74, -230, 10), (-130, -90, 10)], ink("ffffff"), soft=0.0, level=140)


def wheel(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    for turn in range(8):
        angle = turn / 8 * 2 * math.pi
        sheet.limb(
            [
                (0, -250, 18), (math.cos(angle) * 180, -250 + math.sin(angle) * 180, 14),
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
    sheet.oval(0, -250, 48, 48, BRASS)


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
    sheet.limb([(-220, -30, 24), (160, -260, 20)], WOOD)
    sheet.shape([(90, -340), (150, -390), (270, -220), (210, -170)], IRON)
    sheet.shape([(118, -364), (60, -420), (84, -440), (160, -392)], IRON)
    sheet.limb([(-200, -290, 26), (100, -80, 22), (230, -10, 20)], ink("8f959e"))
    sheet.oval(-226, -306, 64, 58, ink("8f959e"))
    sheet.oval(-240, -316, 30, 28, scaled(ink("8f959e"), 0.4), soft=0.0)


def instrument(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    sheet.limb([(0, -420, 20), (0, -720, 17)], ink("4a3024"))
    sheet.limb([(0, -710, 24), (16, -780, 18)], ink("4a3024"))
    sheet.blob(
        [
            (0, 0), (-150, -40), (-180, -150), (-110, -230), (-130, -330), (-70, -410), (0, -420), (70, -410),
            (130, -330), (110, -230), (180, -150), (150, -40),
        ],
        coat,
    )
    sheet.oval(0, -250, 52, 52, scaled(coat, 0.3), soft=0.2)
    sheet.box(-60, -110, 60, -92, ink("4a3024"))
    for dx in (-14, -5, 5, 14):
        sheet.line([(dx, -100), (dx * 0.7, -740)], 3, ink("ece6d8"))
