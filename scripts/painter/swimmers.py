"""Animals of the water, and those that creep near it. They look to the right; most of them float on the stage."""
# Outlines read better as rows of points:
# fmt: off
# ruff: noqa: ARG001

import math
import random

from painter.brush import Colour, ink, mix, scaled
from painter.sheet import Sheet
from painter.strange import anglerfish, squid


def whale(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    belly = mix(coat, ink("f2efe6"), 0.72)
    sheet.blob([(-560, -330), (-640, -440), (-740, -470), (-690, -380), (-740, -300), (-620, -300)], scaled(coat, 0.85))
    body = sheet.limb(
        [(-600, -340, 16), (-380, -330, 78), (-60, -310, 168), (240, -310, 188), (460, -300, 130), (560, -280, 60)],
        coat,
    )
    sheet.limb([(-300, -220, 40), (60, -160, 100), (360, -170, 110), (560, -230, 50)], belly, within=body, soft=0.5)
    for step in range(8):
        sheet.line(
            [(120 + 30 * step, -120 + step), (330 + 24 * step, -184 + 6 * step)], 4, scaled(belly, 0.78), within=body
        )
    sheet.line([(590, -270), (480, -262), (370, -236)], 7, scaled(coat, 0.5), within=body)
    sheet.limb([(180, -190, 52), (90, -90, 42), (-30, -20, 8)], scaled(coat, 0.9))
    sheet.blob([(-190, -430), (-150, -500), (-130, -490), (-90, -440)], coat)
    sheet.eye(372, -290, 13)


def dolphin(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    sheet.blob([(-420, -250), (-520, -330), (-560, -320), (-500, -240), (-560, -160), (-500, -170)], scaled(coat, 0.85))
    body = sheet.limb(
        [(-440, -245, 14), (-240, -290, 62), (20, -320, 104), (220, -290, 84), (320, -250, 44), (420, -226, 17)], coat
    )
    sheet.limb(
        [(-200, -230, 26), (60, -220, 62), (300, -214, 36), (430, -212, 10)],
        mix(coat, ink("f4f1ea"), 0.75),
        within=body,
        soft=0.5,
    )
    sheet.blob([(-60, -410), (-40, -490), (0, -500), (10, -450), (60, -412)], coat)
    sheet.limb([(120, -240, 34), (60, -160, 26), (20, -110, 4)], scaled(coat, 0.85))
    sheet.eye(272, -278, 10)


def fish(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    fin = mix(scaled(coat, 0.85), ink("f0c070"), 0.3)
    sheet.blob([(-220, -260), (-380, -390), (-350, -260), (-380, -130)], fin)
    sheet.blob([(-100, -360), (-60, -460), (60, -470), (130, -380)], fin)
    sheet.blob([(-80, -160), (-90, -80), (20, -130)], fin)
    body = sheet.blob(
        [(-250, -260), (-100, -370), (100, -400), (250, -330), (310, -250), (240, -180), (90, -120), (-100, -150)], coat
    )
    sheet.blob(
        [(-200, -200), (60, -170), (280, -220), (200, -100), (-100, -110)],
        mix(coat, ink("fff2dc"), 0.6),
        within=body,
        soft=0.4,
    )
    pattern = chance.randrange(3)
    for step in range(4):
        x = -130 + 100 * step
        if pattern == 0:
            sheet.limb(
                [(x, -420, 20), (x + 16, -260, 24), (x, -100, 14)], mix(coat, ink("fff4e4"), 0.7), within=body, soft=0.2
            )
        elif pattern == 1:
            for row in range(3):
                sheet.oval(x + 24 * (row % 2), -330 + 70 * row, 20, 17, scaled(coat, 0.62), within=body, soft=0.2)
    sheet.limb([(60, -250, 34), (-10, -220, 26), (-60, -190, 5)], fin)
    sheet.line([(310, -232), (262, -222)], 6, scaled(coat, 0.5))
    sheet.eye(206, -286, 17, ink("f6efdc"))


def shark(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    sheet.blob([(-520, -270), (-640, -470), (-580, -440), (-520, -290), (-600, -170), (-520, -230)], scaled(coat, 0.85))
    sheet.blob([(-40, -390), (10, -540), (50, -540), (90, -380)], coat)
    body = sheet.limb(
        [(-560, -270, 16), (-300, -290, 62), (20, -300, 112), (300, -300, 92), (470, -300, 30), (520, -302, 12)], coat
    )
    sheet.limb(
        [(-300, -220, 26), (40, -200, 60), (330, -230, 48), (500, -270, 12)],
        mix(coat, ink("f4f2ec"), 0.82),
        within=body,
        soft=0.4,
    )
    for step in range(4):
        sheet.line([(206 - 24 * step, -330), (196 - 24 * step, -270)], 5, scaled(coat, 0.6), within=body)
    sheet.limb([(130, -230, 46), (40, -130, 30), (-30, -90, 4)], scaled(coat, 0.88))
    sheet.line([(480, -276), (400, -250), (350, -256)], 6, scaled(coat, 0.42), within=body)
    sheet.eye(388, -318, 11)


def octopus(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    pale = mix(coat, ink("fff0e0"), 0.5)
    for number in range(8):
        part = number / 7 * 2 - 1
        back = number % 2 == 0
        shade = scaled(coat, 0.72 if back else 1.0)
        curl = chance.uniform(0.6, 1.0) * (1 if part >= 0 else -1)
        x, y = part * 130, -330.0
        reach, drop = part * (330 + 60 * (1 - abs(part))), 250 + 50 * (1 - abs(part))
        spine = [(x * 0.6, y, 66), (x + reach * 0.45, y + drop * 0.55, 50), (x + reach * 0.9, y + drop * 0.92, 36),
            (x + reach * 1.15, y + drop * 0.78, 24),
                 (x + reach * 1.15 - curl * 40, y + drop * 0.58, 15), (x + reach - curl * 50, y + drop * 0.66,
                 6)]  # fmt: skip
        arm = sheet.limb(spine, shade)
        for step in range(5):
            at = spine[1 + step // 2]
            sheet.oval(
                at[0] + 26 * (step % 2) - 6, at[1] + at[2] * 0.5, 11 - step, 9 - step * 0.8, pale, within=arm, soft=0.3
            )
    sheet.blob(
        [(-150, -360), (-190, -520), (-150, -720), (0, -800), (150, -720), (190, -520), (150, -360), (0, -300)], coat
    )
    for _ in range(14):
        sheet.oval(
            chance.uniform(-110, 100),
            chance.uniform(-740, -560),
            chance.uniform(6, 18),
            chance.uniform(6, 15),
            scaled(coat, 0.8),
            soft=0.2,
            level=120,
        )
    for side in (-66, 78):
        sheet.oval(side, -432, 46, 42, pale)
        sheet.oval(side + 4, -430, 30, 27, ink("f0d070"), soft=0.3)
        sheet.oval(side + 6, -430, 23, 10, ink("221c24"), soft=0.0)


def turtle(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    skin = mix(coat, ink("c8c088"), 0.45)
    sheet.limb([(-170, -150, 40), (-260, -90, 44), (-340, -70, 10)], scaled(skin, 0.85))
    sheet.limb([(200, -200, 50), (290, -230, 52), (350, -250, 48)], skin)
    sheet.oval(366, -256, 66, 52, skin)
    shell = sheet.blob(
        [(-270, -150), (-220, -270), (-60, -360), (110, -350), (230, -250), (260, -160), (0, -110)], coat
    )
    for x, y in ((-130, -230), (0, -270), (120, -240), (-60, -165), (70, -165), (-210, -180), (190, -180)):
        sheet.blob(
            [(x - 52, y), (x - 28, y - 42), (x + 28, y - 42), (x + 52, y), (x + 28, y + 38), (x - 28, y + 38)],
            scaled(coat, 0.75),
            within=shell,
            soft=0.7,
        )
    sheet.limb([(-262, -142, 14), (0, -104, 18), (256, -152, 14)], mix(coat, ink("e8d8a0"), 0.5))
    sheet.limb([(150, -140, 46), (120, -50, 48), (40, 0, 12)], skin)
    sheet.limb([(-150, -120, 34), (-190, -50, 34), (-240, -14, 10)], skin)
    sheet.eye(388, -272, 10)


def crab(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    for side in (-1, 1):
        for step in range(3):
            x = side * (120 + 34 * step)
            sheet.limb(
                [
                    (x * 0.8, -150 + 10 * step, 20), (side * (250 + 50 * step), -190 + 50 * step, 16),
                    (side * (300 + 46 * step), -10, 6),
                ],
                scaled(coat, 0.8),
            )
        sheet.limb([(side * 150, -200, 26), (side * 280, -260, 28), (side * 270, -360, 28)], coat)
        sheet.blob(
            [
                (side * 230, -350), (side * 200, -450), (side * 250, -530), (side * 262, -440), (side * 290, -530),
                (side * 350, -450), (side * 310, -350),
            ],
            coat,
        )
        sheet.limb([(side * 60, -250, 10), (side * 66, -310, 9)], coat)
        sheet.eye(side * 66, -322, 18)
    shell = sheet.blob(
        [(-220, -180), (-170, -270), (0, -300), (170, -270), (220, -180), (130, -100), (-130, -100)], coat
    )
    sheet.blob([(-150, -120), (150, -120), (110, -90), (-110, -90)], mix(coat, ink("ffe8cc"), 0.55), within=shell)
    sheet.line([(-44, -168), (0, -154), (44, -168)], 6, scaled(coat, 0.5))


def frog(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    belly = mix(coat, ink("f4eec8"), 0.65)
    for side in (-1, 1):
        sheet.blob(
            [
                (side * 100, -60), (side * 250, -170), (side * 280, -80), (side * 210, -10), (side * 320, 0),
                (side * 110, 0),
            ],
            scaled(coat, 0.82),
        )
    body = sheet.blob(
        [(-170, -60), (-190, -220), (-120, -340), (0, -370), (120, -340), (190, -220), (170, -60), (0, -10)], coat
    )
    sheet.oval(0, -110, 120, 110, belly, within=body, soft=0.5)
    for side in (-1, 1):
        sheet.limb([(side * 120, -170, 40), (side * 150, -80, 30), (side * 130, -10, 26)], coat)
        sheet.oval(side * 92, -372, 56, 54, coat)
        sheet.eye(side * 92, -378, 27, ink("f2d878"))
    sheet.line([(-120, -260), (0, -230), (120, -260)], 8, scaled(coat, 0.5))


def snake(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    spine = [
        (-420, -20, 6), (-300, -40, 24), (-160, -70, 38), (-20, -44, 46), (120, -60, 48), (210, -170, 46),
        (150, -290, 44), (190, -400, 42), (270, -430, 44),
    ]
    body = sheet.limb(spine, coat)
    for step in range(22):
        x, y, radius = spine[min(7, step * 8 // 22)]
        nx, ny, _ = spine[min(8, step * 8 // 22 + 1)]
        part = (step * 8 / 22) % 1
        sheet.oval(
            x + (nx - x) * part,
            y + (ny - y) * part,
            radius * 0.42,
            radius * 0.42,
            scaled(coat, 0.55),
            within=body,
            soft=0.2,
            turn=45,
        )
    head = sheet.blob([(220, -480), (300, -490), (390, -430), (380, -400), (290, -380), (220, -400)], coat)
    sheet.line([(386, -412), (310, -404)], 5, scaled(coat, 0.5), within=head)
    sheet.line([(386, -410), (430, -396), (450, -410)], 5, ink("c8384a"))
    sheet.eye(310, -446, 12, ink("e8c850"))


def seahorse(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    sheet.blob([(-110, -520), (-190, -560), (-180, -440), (-100, -420)], mix(coat, ink("ffe8b0"), 0.5))
    sheet.limb(
        [
            (30, -690, 62), (-50, -560, 92), (10, -400, 80), (40, -250, 46), (-20, -120, 30), (30, -40, 22),
            (90, -70, 15), (70, -120, 8),
        ],
        coat,
    )
    sheet.limb([(40, -720, 66), (110, -700, 40), (210, -670, 24)], coat)
    for step in range(9):
        sheet.line(
            [(-120 + 8 * step, -600 + 44 * step), (70 - 2 * step, -590 + 44 * step)], 5, scaled(coat, 0.75), level=150
        )
    sheet.limb([(20, -770, 14), (0, -840, 10), (30, -870, 3)], coat)
    sheet.eye(66, -736, 14)


def jellyfish(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    for number in range(9):
        x = -150 + 37 * number
        sway = chance.uniform(-40, 40)
        sheet.limb(
            [(x, -480, 9), (x + sway, -300, 7), (x - sway, -140, 5), (x + sway * 0.6, 0, 2)],
            mix(coat, ink("ffffff"), 0.25),
            level=190,
        )
    for x in (-70, 0, 70):
        sheet.limb(
            [(x, -500, 34), (x - 26, -380, 26), (x + 22, -260, 16), (x, -160, 4)], mix(coat, ink("ffe0e8"), 0.45)
        )
    bell = sheet.blob(
        [
            (-230, -480), (-220, -640), (-110, -760), (0, -785), (110, -760), (220, -640), (230, -480), (120, -510),
            (0, -480), (-120, -510),
        ],
        coat,
        level=235,
    )
    sheet.oval(-10, -600, 120, 96, mix(coat, ink("fff4f8"), 0.5), within=bell, soft=0.8, level=150)


def starfish(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    for turn in range(5):
        angle = -math.pi / 2 + turn * 2 * math.pi / 5
        tip = (math.cos(angle) * 240, -230 + math.sin(angle) * 240)
        sheet.limb([(0, -230, 82), (tip[0] * 0.6, -230 + (tip[1] + 230) * 0.6, 50), (*tip, 16)], coat)
        for step in range(4):
            sheet.oval(
                math.cos(angle) * (60 + 44 * step),
                -230 + math.sin(angle) * (60 + 44 * step),
                9, 9,
                mix(coat, ink("fff0d8"), 0.6),
                soft=0.3,
            )


SWIMMERS = {
    "whale": (whale, "4f6a84", 0.42, True), "dolphin": (dolphin, "6f8ba4", 0.32, True), "fish": (fish, "e08a3c", 0.26,
    True),
    "shark": (shark, "6a7884", 0.34, True), "octopus": (octopus, "b8503f", 0.5, True), "turtle": (turtle, "5f7a4c",
    0.3, True),
    "squid": (squid, "b8605a", 0.4, True), "anglerfish": (anglerfish, "5a4a44", 0.34, True),
    "crab": (crab, "c8502f", 0.24, False), "frog": (frog, "6f9a42", 0.24, False), "snake": (snake, "8a8a48", 0.3,
    False),
    "seahorse": (seahorse, "d8a04a", 0.42, True), "jellyfish": (jellyfish, "b888c0", 0.46, True),
    "starfish": (starfish, "d8703f", 0.22, False),
}  # fmt: skip
