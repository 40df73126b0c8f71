"""Things: props that stand on the ground."""
# Outlines read better as rows of points:
# fmt: off
# ruff: noqa: ARG001

import math
import random
from collections.abc import Callable

from _paint_brush import Colour, ink, mix, scaled
from _paint_devices import (
    anchor,
    camera,
    clock,
    compass,
    flask,
    globe,
    instrument,
    microscope,
    radio,
    telescope,
    tool,
    wheel,
)
from _paint_held import BRASS, GLASS, PAPER, WOOD, bloom_at, lantern_at
from _paint_sheet import Sheet


def lantern(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    lantern_at(sheet, 0, 0, 1.0, coat)


def lamp(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    sheet.blob([(-130, 0), (-110, -40), (-40, -70), (40, -70), (110, -40), (130, 0)], coat)
    sheet.blob([(-50, -70), (-110, -150), (-60, -230), (60, -230), (110, -150), (50, -70)], coat)
    sheet.blob(
        [(-60, -240), (-76, -330), (-40, -440), (-34, -540), (34, -540), (40, -440), (76, -330), (60, -240)],
        mix(GLASS, ink("fff6dc"), 0.6),
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
            scaled(PAPER, 0.82),
            soft=0.3,
        )
        sheet.shape(
            [(0, -26), (side * 120, -84), (side * 286, -50), (side * 262, -210), (side * 110, -240), (0, -186)],
            PAPER if side < 0 else scaled(PAPER, 0.94),
            soft=0.5,
        )
        for row in range(5):
            y = -86 - 26 * row
            sheet.line([(side * 36, y + 22), (side * 130, y - 16), (side * 240, y)], 5, mix(PAPER, ink("5a4a3a"), 0.55))
    sheet.line([(10, -190), (26, -90), (20, 20)], 12, ink("b8403a"))


def map_sheet(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    paper = sheet.shape(
        [(-300, -20), (-310, -330), (-110, -360), (110, -320), (310, -356), (300, -40), (110, -8), (-110, -40)],
        PAPER,
        soft=0.5,
    )
    sheet.blob(
        [(-250, -150), (-190, -280), (-40, -300), (20, -210), (-70, -110), (-190, -90)],
        mix(coat, PAPER, 0.4),
        within=paper,
        soft=0.2,
    )
    sheet.blob(
        [(90, -110), (110, -240), (230, -300), (280, -180), (200, -90)],
        mix(ink("b89858"), PAPER, 0.3),
        within=paper,
        soft=0.2,
    )
    for step in range(7):
        x = -170 + 50 * step
        sheet.line([(x, -180 + 26 * math.sin(step)), (x + 26, -180 + 26 * math.sin(step + 0.5))], 7, ink("b8403a"))
    for dx, dy in ((-16.0, -16.0), (16.0, -16.0)):
        sheet.line([(214 - dx, -160 - dy), (214 + dx, -160 + dy)], 8, ink("b8403a"))
    for x in (-110, 110):
        sheet.line([(x, -350), (x, -14)], 4, scaled(PAPER, 0.75), within=paper)


def bell(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    sheet.oval(0, -30, 40, 40, scaled(coat, 0.6))
    sheet.line([(-46, -450), (0, -530), (46, -450)], 26, scaled(coat, 0.75))
    sheet.blob(
        [
            (-230, -60), (-170, -150), (-140, -300), (-90, -420), (0, -460), (90, -420), (140, -300), (170, -150),
            (230, -60), (0, -36),
        ],
        coat,
    )
    for y, wide in ((-110, 178), (-140, 168), (-350, 116)):
        sheet.line([(-wide, y), (0, y + 26), (wide, y)], 9, scaled(coat, 0.72))


def boat(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    sheet.blob([(-430, -230), (0, -180), (430, -240), (300, -170), (-300, -160)], scaled(coat, 0.45))
    for x in (-150, 120):
        sheet.box(x - 40, -196, x + 60, -170, scaled(WOOD, 1.1))
    sheet.limb([(-260, -300, 10), (150, -120, 10), (360, -20, 26)], WOOD)
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
        sheet.box(x - 26, -372 + abs(x) * 0.16, x + 26, 0, BRASS, soft=0.4)
    sheet.box(-272, -214, 272, -186, scaled(BRASS, 0.85))
    sheet.box(-44, -240, 44, -140, BRASS)
    sheet.oval(0, -190, 13, 13, ink("2c2620"), soft=0.0)


def bottle(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    sheet.box(-34, -610, 34, -540, ink("b88a58"))
    glass = sheet.blob(
        [
            (-44, -550), (-44, -430), (-130, -330), (-140, -40), (-110, 0), (110, 0), (140, -40), (130, -330),
            (44, -430), (44, -550),
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
    sheet.box(-90, -270, 90, -110, PAPER, soft=0.3)
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
    front = sheet.box(-290, -380, 290, 0, PAPER, soft=0.4)
    sheet.shape([(-290, 0), (0, -190), (290, 0)], scaled(PAPER, 0.93), within=front, soft=0.3)
    sheet.shape([(-290, -380), (290, -380), (0, -150)], scaled(PAPER, 0.97), within=front, soft=0.6)
    sheet.line([(-290, -380), (0, -150), (290, -380)], 6, scaled(PAPER, 0.72), within=front)
    sheet.blob([(-56, -160), (-40, -214), (16, -222), (58, -180), (44, -124), (-16, -108)], ink("b03a34"))
    sheet.oval(0, -166, 28, 28, ink("8a2a28"))


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
                (0, -20, 20), (math.cos(angle) * 160, -30 + math.sin(angle) * 190, 42),
                (math.cos(angle) * 240, -30 + math.sin(angle) * 290, 46),
            ],
            scaled(coat, 0.92 + 0.1 * (turn % 2)),
        )


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
