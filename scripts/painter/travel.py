"""Things of a journey: a samovar, a ticket, a pocket watch, a suitcase."""
# Outlines read better as rows of points:
# fmt: off
# ruff: noqa: ARG001

import math
import random

from painter.brush import Colour, ink, mix, scaled
from painter.held import PAPER
from painter.sheet import Sheet


def samovar(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    """Paint a samovar with its tap and a pot on top."""
    dark = scaled(coat, 0.7)
    sheet.blob([(-120, 0), (-100, -40), (100, -40), (120, 0)], dark)
    sheet.blob([(-70, -40), (-54, -110), (54, -110), (70, -40)], coat)
    for side in (-1, 1):
        sheet.line([(side * 130, -330), (side * 210, -340), (side * 216, -280), (side * 140, -260)], 20, dark,
                soft=0.6)
    sheet.blob([(-70, -100), (-150, -220), (-168, -360), (-130, -450), (130, -450), (168, -360), (150, -220),
            (70, -100)], coat)
    for y, wide in ((-150, 104), (-440, 134)):
        sheet.line([(-wide, y), (0, y + 16), (wide, y)], 12, dark)
    for x in (-80, -28, 28, 80):
        sheet.limb([(x * 0.7, -170, 3), (x * 1.3, -330, 7), (x, -430, 3)], scaled(coat, 0.86), soft=0.0, level=120)
    sheet.limb([(0, -180, 20), (0, -150, 14), (6, -110, 12)], dark)
    sheet.line([(-34, -196), (34, -196)], 13, ink("3a2c24"))
    sheet.blob([(-60, -450), (-70, -500), (70, -500), (60, -450)], dark)
    sheet.blob([(-80, -500), (-96, -560), (-50, -610), (50, -610), (96, -560), (80, -500)], ink("ece2cc"))
    sheet.line([(90, -570), (140, -600), (156, -580)], 15, ink("ece2cc"), soft=0.6)
    sheet.oval(0, -626, 22, 18, dark)
    for x in (-20, 24):
        sheet.limb([(x, -650, 7), (x + 24, -710, 12), (x - 6, -770, 10), (x + 20, -840, 2)], ink("f4f2ee"), level=90)


def ticket(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    """Paint a punched ticket that leans on its fold."""
    card = sheet.shape([(-260, 0), (-270, -250), (270, -290), (280, -30)], PAPER, soft=0.4)
    sheet.shape([(-262, -60), (-268, -250), (270, -290), (272, -230)], coat, within=card, soft=0.2)
    for row in range(3):
        sheet.line([(-220, -150 + 46 * row), (120, -168 + 46 * row)], 8, mix(PAPER, ink("5a4a3a"), 0.6), within=card)
    for x, y in ((200, -190), (222, -90)):
        sheet.oval(x, y, 21, 21, ink("4a3c34"), soft=0.0)
    for step in range(12):
        sheet.oval(150, -276 + 24 * step, 4, 4, ink("8a7a64"), within=card, soft=0.0)


def watch(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    """Paint a pocket watch on its chain."""
    for step in range(12):
        sheet.oval(60 + 26 * step, -40 - 26 * math.sin(step * 0.6), 17, 12, scaled(coat, 0.8 + 0.2 * (step % 2)),
                turn=30 * step)
    sheet.oval(0, -490, 34, 36, coat)
    sheet.oval(0, -490, 18, 20, scaled(coat, 0.4), soft=0.0)
    sheet.box(-22, -470, 22, -430, scaled(coat, 0.8))
    sheet.oval(0, -220, 220, 220, coat)
    sheet.oval(0, -220, 180, 180, ink("f4eedc"))
    for turn in range(12):
        angle = turn * math.pi / 6
        sheet.line([(146 * math.cos(angle), 146 * math.sin(angle) - 220),
                (164 * math.cos(angle), 164 * math.sin(angle) - 220)], 9, ink("4a4038"))
    sheet.line([(0, -220), (-56, -300)], 12, ink("2c2a2c"))
    sheet.line([(0, -220), (110, -250)], 8, ink("2c2a2c"))
    sheet.oval(0, -220, 14, 14, coat)


def suitcase(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    """Paint a suitcase with straps and a label."""
    sheet.line([(-70, -370), (-56, -430), (56, -430), (70, -370)], 24, scaled(coat, 0.6), soft=0.6)
    sheet.blob([(-300, -20), (-306, -350), (-280, -376), (280, -376), (306, -350), (300, -20), (270, 0),
            (-270, 0)], coat, soft=0.5)
    for x in (-170, 170):
        sheet.box(x - 24, -376, x + 24, 0, scaled(coat, 0.68), soft=0.3)
        sheet.box(x - 34, -250, x + 34, -196, ink("d0a850"))
    for x in (-300, 300):
        for y in (-360, -16):
            sheet.oval(x * 0.95, y, 30, 26, scaled(coat, 0.6))
    sheet.shape([(-60, -110), (70, -130), (80, -50), (-50, -32)], PAPER, soft=0.3)
    sheet.line([(-30, -84), (50, -96)], 6, ink("8a4a3c"))
