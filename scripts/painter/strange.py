"""Animals of the dark water: those that carry lights, and those with too many arms."""
# Outlines read better as rows of points:
# fmt: off

import math
import random

from painter.brush import Colour, ink, mix, scaled
from painter.sheet import Sheet


def anglerfish(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    """Paint a round fish that is mostly mouth, with a lamp before it."""
    fin = mix(scaled(coat, 0.8), ink("8a6a70"), 0.3)
    sheet.blob([(-250, -290), (-400, -420), (-360, -290), (-410, -170), (-250, -240)], fin)
    for step in range(4):
        sheet.limb([(-110 + 56 * step, -430, 12), (-150 + 60 * step, -520 + 12 * step, 3)], fin)
    body = sheet.blob([(-270, -270), (-160, -410), (40, -480), (210, -420), (270, -330), (150, -250), (250, -150),
            (180, -70), (0, -50), (-170, -120)], coat)
    sheet.blob([(-120, -120), (60, -70), (200, -100), (60, -30), (-100, -60)], mix(coat, ink("c8b0a0"), 0.45),
            within=body, soft=0.5)
    sheet.blob([(268, -330), (120, -262), (248, -150), (180, -200), (150, -260)], ink("1c1216"), soft=0.2)
    for step in range(7):
        x, y = 132 + 20 * step, -270 - 9 * step
        sheet.shape([(x - 6, y), (x + 7, y - 3), (x + 4, y + 46)], ink("f0ece0"), soft=0.2)
        sheet.shape([(x - 8, y + 30 + 16 * step), (x + 6, y + 36 + 16 * step), (x + 4, y - 4 + 14 * step)],
                ink("e8e2d0"), soft=0.2)
    sheet.limb([(-10, -250, 44), (-90, -200, 34), (-140, -190, 6)], fin)
    for _ in range(16):
        sheet.oval(chance.uniform(-180, 90), chance.uniform(-400, -120), 9, 8, scaled(coat, 0.72), within=body,
                soft=0.3)
    sheet.eye(150, -376, 22, ink("d8e0b0"))
    sheet.limb([(60, -470, 11), (120, -600, 8), (250, -640, 7), (330, -560, 5)], coat)
    sheet.oval(336, -536, 30, 30, ink("d8fff0"), soft=0.3)
    sheet.glow(336, -536, 230, ink("70f0d8"), 0.85)


def squid(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    """Paint a giant squid that glides: its fins ahead, its arms trailing, one great eye."""
    for number in range(8):
        part = number / 7 - 0.5
        sway = chance.uniform(-50, 50)
        spine = [(-60, -300 + 90 * part, 34), (-260, -300 + 200 * part, 27), (-450, -310 + 260 * part + sway, 17),
                (-640, -300 + 300 * part - sway, 4)]
        arm = sheet.limb(spine, scaled(coat, 0.72 if number % 2 else 0.94))
        for step in range(6):
            sheet.oval(-150 - 60 * step, -286 + (150 + 14 * step) * part, 9 - step, 8 - step,
                    mix(coat, ink("fff0e0"), 0.6), within=arm, soft=0.2)
    for side in (-1, 1):
        sheet.limb([(-60, -300, 18), (-360, -300 + side * 190, 12), (-620, -300 + side * 130, 9),
                (-760, -300 + side * 190, 26), (-800, -300 + side * 200, 6)], coat)
    sheet.blob([(330, -310), (480, -470), (640, -440), (760, -300), (640, -160), (480, -130)], scaled(coat, 0.85))
    body = sheet.limb([(-90, -300, 96), (40, -300, 112), (260, -300, 126), (520, -300, 84), (740, -300, 14)], coat)
    sheet.limb([(60, -240, 40), (300, -226, 56), (560, -262, 26)], mix(coat, ink("ffe8dc"), 0.55), within=body,
            soft=0.6)
    for _ in range(22):
        sheet.oval(chance.uniform(40, 600), chance.uniform(-390, -230), chance.uniform(5, 14),
                chance.uniform(5, 12), scaled(coat, 0.74), within=body, soft=0.2)
    sheet.oval(-52, -318, 62, 62, mix(coat, ink("f4e8d0"), 0.55))
    sheet.oval(-50, -318, 47, 47, ink("f0d878"), soft=0.3)
    sheet.eye(-46, -318, 28)
    for turn in range(12):
        angle = turn * math.pi / 6
        sheet.oval(-50 + 56 * math.cos(angle), -318 + 56 * math.sin(angle), 4, 4, scaled(coat, 0.6), soft=0.0)
