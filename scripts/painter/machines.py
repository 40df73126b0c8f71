"""Machines that play a part: trains, ships, robots, rockets, balloons."""
# Outlines read better as rows of points:
# fmt: off
# ruff: noqa: ARG001

import math
import random

from painter.brush import Colour, ink, mix, scaled
from painter.sheet import Sheet

_IRON, _BRASS, _GLASS = ink("4a4e58"), ink("d0a048"), ink("a8d0dc")


def train(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    for number in range(9):
        sheet.oval(
            330 - 70 * number,
            -560 - 24 * number,
            44 + 11 * number,
            40 + 9 * number,
            mix(ink("e8e6e2"), ink("b8b8bc"), number / 9),
            level=235 - 14 * number,
        )
    sheet.box(-520, -150, 480, -100, scaled(_IRON, 0.7))
    sheet.box(-520, -440, -260, -130, coat)
    sheet.blob([(-560, -440), (-400, -476), (-230, -440), (-230, -420), (-560, -420)], scaled(coat, 0.6))
    sheet.box(-480, -390, -310, -280, _GLASS)
    sheet.limb([(-260, -270, 118), (0, -270, 118), (370, -270, 112)], scaled(coat, 0.92))
    for x in (-120, 60, 240):
        sheet.box(x - 8, -388, x + 8, -152, _BRASS)
    sheet.oval(420, -270, 62, 112, _IRON)
    sheet.shape([(300, -370), (290, -500), (262, -540), (398, -540), (370, -500), (360, -370)], _IRON)
    sheet.oval(60, -400, 52, 44, _BRASS)
    sheet.oval(490, -350, 36, 36, ink("fff0c0"))
    sheet.shape([(470, -150), (560, -20), (460, -20)], scaled(_IRON, 0.8))
    for x, size in ((-390, 96), (-150, 96), (70, 96), (260, 62), (390, 62)):
        sheet.oval(x, -size, size, size, scaled(_IRON, 0.75))
        sheet.oval(x, -size, size * 0.8, size * 0.8, ink("8a2f2a"))
        for turn in range(4):
            angle = turn * math.pi / 4
            sheet.line(
                [
                    (x - math.cos(angle) * size * 0.78, -size - math.sin(angle) * size * 0.78),
                    (x + math.cos(angle) * size * 0.78, -size + math.sin(angle) * size * 0.78),
                ],
                9,
                scaled(_IRON, 0.8),
            )
        sheet.oval(x, -size, size * 0.2, size * 0.2, _BRASS)
    sheet.line([(-390, -80), (-150, -80), (70, -80)], 16, ink("b8bcc4"))


def sailing_ship(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    sail, wood = ink("f0e6d0"), coat
    for x, tall in ((-230, 640), (0, 780), (230, 620)):
        sheet.limb([(x, -150, 14), (x, -tall - 60, 7)], ink("5a4030"))
        for row, part in enumerate((0.42, 0.68, 0.9)):
            wide, y = 150 - 32 * row, -tall * part
            sheet.blob(
                [
                    (x - wide * 0.86, y - tall * 0.2), (x + wide * 0.86, y - tall * 0.2),
                    (x + wide + 24, y - tall * 0.08), (x + wide, y + tall * 0.02), (x + 20, y - tall * 0.02),
                    (x - wide, y + tall * 0.02), (x - wide + 24, y - tall * 0.09),
                ],
                scaled(sail, 1 - 0.03 * row),
            )
        sheet.blob([(x, -tall - 60), (x + 74, -tall - 48), (x, -tall - 30)], ink("b8403a"))
    sheet.limb([(380, -200, 12), (560, -290, 5)], ink("5a4030"))
    sheet.blob([(370, -190), (540, -280), (250, -520)], sail)
    hull = sheet.blob(
        [
            (-430, -260), (-400, -110), (-330, -10), (0, 0), (280, -10), (390, -110), (470, -210), (300, -176),
            (0, -150), (-300, -180),
        ],
        wood,
    )
    sheet.line([(-420, -170), (0, -100), (430, -150)], 14, _BRASS, within=hull)
    for step in range(9):
        sheet.oval(-280 + 66 * step, -76, 13, 13, ink("2c2620"), within=hull)


def steam_ship(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    for number in range(6):
        sheet.oval(
            -90 - 70 * number,
            -600 - 30 * number,
            44 + 12 * number,
            38 + 10 * number,
            ink("d8d6d4"),
            level=220 - 20 * number,
        )
    sheet.box(-300, -350, 250, -200, ink("efe8dc"))
    sheet.box(-60, -450, 170, -340, ink("f4eee2"))
    for x in (-120, 30):
        sheet.box(x - 40, -570, x + 40, -350, ink("b8403a"))
        sheet.box(x - 40, -570, x + 40, -530, ink("2c2c34"))
    for step in range(8):
        sheet.oval(-260 + 66 * step, -280, 15, 15, ink("5f7a8c"))
    sheet.limb([(330, -220, 9), (330, -480, 5)], ink("5a4a40"))
    hull = sheet.blob(
        [(-480, -230), (-430, -60), (-360, 0), (330, 0), (430, -100), (530, -260), (300, -216), (-300, -210)], coat
    )
    sheet.box(-520, -40, 520, 10, ink("8a2f2a"), within=hull)
    sheet.line([(-470, -190), (0, -180), (500, -220)], 10, ink("efe8dc"), within=hull)


def robot(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    for side in (-1, 1):
        sheet.limb([(side * 70, -320, 34), (side * 84, -180, 30), (side * 84, -60, 34)], _IRON)
        sheet.blob(
            [(side * 84 - 70, 0), (side * 84 - 50, -60), (side * 84 + 50, -60), (side * 84 + 76, 0)], scaled(coat, 0.7)
        )
        sheet.limb([(side * 160, -570, 30), (side * 240, -470, 26), (side * 230, -340, 28)], _IRON)
        sheet.oval(side * 232, -320, 44, 44, coat)
        sheet.oval(side * 160, -580, 48, 48, coat)
    sheet.blob([(-150, -620), (150, -620), (176, -460), (130, -300), (-130, -300), (-176, -460)], coat)
    sheet.box(-90, -560, 90, -430, scaled(coat, 0.55))
    sheet.oval(0, -496, 44, 44, ink("f0c860"))
    sheet.glow(0, -496, 110, ink("f0b040"), 0.5)
    sheet.box(-36, -680, 36, -610, _IRON)
    sheet.blob(
        [(-150, -860), (0, -890), (150, -860), (164, -760), (140, -670), (-140, -670), (-164, -760)],
        mix(coat, ink("ffffff"), 0.18),
    )
    for side in (-62, 62):
        sheet.oval(side, -776, 46, 46, ink("2a3038"))
        sheet.oval(side, -776, 30, 30, ink("8fe0e8"))
        sheet.glow(side, -776, 70, ink("60c8d8"), 0.6)
    sheet.limb([(0, -880, 7), (0, -950, 6)], _IRON)
    sheet.oval(0, -966, 20, 20, ink("d8483a"))
    sheet.line([(-50, -706), (50, -706)], 10, scaled(coat, 0.45))


def rocket(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    for wide, tall, code in ((74, 200, "f08a2c"), (46, 140, "ffd060"), (22, 80, "fff6d8")):
        sheet.blob(
            [
                (-wide, -190), (wide, -190), (wide * 0.5, -190 + tall * 0.6), (0, -190 + tall),
                (-wide * 0.5, -190 + tall * 0.6),
            ],
            ink(code),
            soft=0.4,
        )
    for side in (-1, 1):
        sheet.blob([(side * 90, -460), (side * 230, -280), (side * 236, -150), (side * 90, -230)], scaled(coat, 0.8))
    sheet.blob(
        [
            (-90, -200), (-150, -440), (-130, -740), (-60, -930), (0, -1010), (60, -930), (130, -740), (150, -440),
            (90, -200),
        ],
        ink("ece8e0"),
    )
    sheet.blob([(-104, -810), (-60, -930), (0, -1010), (60, -930), (104, -810), (0, -780)], coat)
    sheet.blob([(-130, -320), (0, -296), (130, -320), (90, -200), (-90, -200)], coat)
    sheet.oval(0, -640, 66, 66, _BRASS)
    sheet.oval(0, -640, 48, 48, _GLASS)


def balloon(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    other = mix(ink("f4e8d0"), coat, 0.1)
    for x in (-70, -24, 24, 70):
        sheet.line([(x * 2.2, -360), (x, -140)], 5, ink("6a5040"))
    bag = sheet.blob(
        [
            (-80, -330), (-270, -560), (-330, -790), (-240, -1000), (0, -1090), (240, -1000), (330, -790),
            (270, -560), (80, -330),
        ],
        coat,
    )
    for part in (-0.78, -0.26, 0.26, 0.78):
        sheet.limb(
            [
                (part * 60, -320, 12), (part * 300, -640, 42), (part * 330, -800, 46), (part * 190, -1010, 30),
                (0, -1090, 6),
            ],
            other,
            within=bag,
            soft=0.0,
            level=225,
        )
    sheet.shape([(-90, -150), (90, -150), (70, 0), (-70, 0)], ink("a8743c"))
    sheet.limb([(-96, -152, 12), (96, -152, 12)], ink("7a5028"))


def submarine(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    sheet.blob([(-420, -330), (-520, -430), (-540, -230), (-430, -250)], scaled(coat, 0.7))
    sheet.box(-60, -480, 130, -360, coat)
    sheet.line([(80, -470), (80, -600), (150, -600)], 18, _IRON)
    sheet.limb([(-400, -280, 60), (-160, -270, 130), (180, -270, 136), (380, -270, 70)], coat)
    for x in (-160, 0, 160):
        sheet.oval(x, -280, 46, 46, _BRASS)
        sheet.oval(x, -280, 32, 32, _GLASS)
    sheet.oval(400, -264, 34, 50, ink("fff0b8"))


def plane(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    sheet.blob([(-420, -330), (-500, -480), (-420, -490), (-320, -350)], scaled(coat, 0.85))
    sheet.limb([(-440, -310, 26), (-160, -300, 84), (180, -290, 100), (340, -280, 70)], coat)
    sheet.box(-120, -470, 240, -436, scaled(coat, 0.9))
    for x in (-60, 170):
        sheet.line([(x, -440), (x - 14, -190)], 9, _IRON)
    sheet.blob([(-140, -230), (-160, -186), (260, -170), (270, -216)], mix(coat, ink("fff0d8"), 0.3))
    sheet.oval(40, -390, 40, 34, ink("6a4a34"))
    sheet.oval(404, -280, 26, 150, ink("c8ccd0"), level=130)
    sheet.oval(400, -280, 28, 28, _BRASS)
    sheet.oval(130, -60, 50, 50, _IRON)


def car(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    sheet.blob([(-210, -230), (-150, -390), (90, -400), (190, -240)], scaled(coat, 0.9))
    sheet.blob([(-170, -250), (-130, -360), (-40, -366), (-40, -250)], _GLASS)
    sheet.blob([(-10, -250), (-10, -366), (80, -366), (140, -250)], _GLASS)
    sheet.blob([(-380, -90), (-370, -200), (-200, -250), (200, -250), (370, -190), (390, -90)], coat)
    sheet.oval(376, -160, 24, 30, ink("fff0b8"))
    for x in (-220, 230):
        sheet.oval(x, -80, 80, 80, ink("2c2c32"))
        sheet.oval(x, -80, 40, 40, ink("c8ccd0"))


MACHINES = {
    "train": (train, "3f6a58", 0.46, False), "sailing ship": (sailing_ship, "7a4c30", 0.56, True),
    "ship": (steam_ship, "33465f", 0.46, True),
    "robot": (robot, "7f98a8", 0.54, False), "rocket": (rocket, "c8483a", 0.6, True), "balloon": (balloon, "c8503f",
    0.56, True),
    "submarine": (submarine, "d0a040", 0.36, True), "plane": (plane, "b8483a", 0.36, True), "car": (car, "b8483a",
    0.3, False),
}  # fmt: skip
