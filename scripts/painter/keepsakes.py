"""Small things that are kept: keys, coins, letters, cups, flowers, shells, stones."""
# Outlines read better as rows of points:
# fmt: off
# ruff: noqa: ARG001

import math
import random

from painter.brush import Colour, ink, scaled
from painter.held import PAPER, bloom_at
from painter.sheet import Sheet


def key(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    for turn in range(3):
        angle = math.pi + (turn - 1) * 1.35
        sheet.oval(-190 + math.cos(angle) * 76, -110 + math.sin(angle) * 66, 62, 56, coat)
        sheet.oval(-190 + math.cos(angle) * 76, -110 + math.sin(angle) * 66, 30, 26, scaled(coat, 0.35), soft=0.0)
    sheet.limb([(-190, -110, 26), (280, -110, 22)], coat)
    sheet.box(170, -100, 214, -20, coat)
    sheet.box(240, -100, 284, 0, coat)


def coin(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    for number in range(5):
        sheet.oval(chance.uniform(-20, 20), -24 - 36 * number, 150, 40, scaled(coat, 0.7))
        sheet.oval(chance.uniform(-20, 20), -40 - 36 * number, 150, 40, coat)
    sheet.oval(190, -150, 150, 150, coat)
    sheet.oval(190, -150, 122, 122, scaled(coat, 0.85))
    sheet.blob([(150, -210), (220, -220), (238, -150), (210, -90), (160, -96), (170, -150)], scaled(coat, 1.15))


def letter(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    front = sheet.box(-290, -380, 290, 0, PAPER, soft=0.4)
    sheet.shape([(-290, 0), (0, -190), (290, 0)], scaled(PAPER, 0.93), within=front, soft=0.3)
    sheet.shape([(-290, -380), (290, -380), (0, -150)], scaled(PAPER, 0.97), within=front, soft=0.6)
    sheet.line([(-290, -380), (0, -150), (290, -380)], 6, scaled(PAPER, 0.72), within=front)
    sheet.blob([(-56, -160), (-40, -214), (16, -222), (58, -180), (44, -124), (-16, -108)], ink("b03a34"))
    sheet.oval(0, -166, 28, 28, ink("8a2a28"))


def candle(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    sheet.blob([(-150, 0), (-120, -40), (120, -40), (150, 0)], coat)
    sheet.limb([(0, -40, 58), (0, -330, 56)], ink("f2e8d0"))
    sheet.line([(0, -380), (4, -420)], 7, ink("3a302a"))
    sheet.blob([(-30, -420), (-34, -470), (0, -560), (34, -470), (30, -420)], ink("ffd060"), soft=0.3)
    sheet.blob([(-14, -424), (-14, -460), (0, -500), (14, -460), (14, -424)], ink("fff8dc"), soft=0.0)
    sheet.glow(0, -470, 220, ink("ffb850"), 0.6)


def cup(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    for x in (-40, 40):
        sheet.limb([(x, -360, 8), (x + 26, -430, 13), (x - 6, -500, 12), (x + 22, -580, 3)], ink("f4f2ee"), level=95)
    sheet.line([(170, -260), (280, -240), (270, -120), (150, -90)], 30, scaled(coat, 0.9), soft=0.7)
    sheet.blob([(-190, -320), (-170, -120), (-90, -20), (90, -20), (170, -120), (190, -320)], coat)
    sheet.oval(0, -320, 190, 44, scaled(coat, 1.12))
    sheet.oval(0, -316, 166, 33, ink("5a3a26"), soft=0.3)
    sheet.oval(0, -8, 230, 24, scaled(coat, 0.9))


def basket(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    sheet.line([(-200, -230), (-130, -430), (130, -430), (200, -230)], 24, scaled(coat, 0.8), soft=0.6)
    for _ in range(9):
        sheet.oval(
            chance.uniform(-150, 150),
            chance.uniform(-290, -240),
            58, 56,
            ink(chance.choice(("c8483a", "d8903c", "8fa048", "b83c4a"))),
        )
    body = sheet.blob([(-230, -230), (230, -230), (180, 0), (-180, 0)], coat)
    for row in range(5):
        for step in range(12):
            sheet.oval(
                -220 + 40 * step + 20 * (row % 2),
                -200 + 44 * row,
                21, 14,
                scaled(coat, 0.86 + 0.22 * ((row + step) % 2)),
                within=body,
                soft=0.6,
            )
    sheet.limb([(-236, -232, 20), (0, -222, 22), (236, -232, 20)], scaled(coat, 1.1))


def flower(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    for dx, y, size in ((-110, -330, 74), (100, -390, 84), (-10, -500, 104)):
        sheet.line([(0, 0), (dx * 0.4, y * 0.5), (dx, y)], 13, ink("5f8a48"), soft=0.5)
        sheet.limb(
            [
                (dx * 0.2, y * 0.25, 6), (dx * 0.2 + (70 if dx > 0 else -70), y * 0.25 - 50, 24),
                (dx * 0.2 + (120 if dx > 0 else -120), y * 0.25 - 110, 2),
            ],
            ink("6f9a52"),
        )
        bloom_at(sheet, dx, y, size, coat)


def shell(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    sheet.blob([(-60, 0), (60, 0), (90, -60), (-90, -60)], scaled(coat, 0.8))
    for turn in range(9):
        angle = math.radians(-160 + 17.5 * turn)
        sheet.limb(
            [
                (0, -20, 20), (math.cos(angle) * 160, -30 + math.sin(angle) * 190, 42),
                (math.cos(angle) * 240, -30 + math.sin(angle) * 290, 46),
            ],
            scaled(coat, 0.92 + 0.1 * (turn % 2)),
        )


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
