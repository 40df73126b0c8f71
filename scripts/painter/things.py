"""Things: props that stand on the ground."""
# Outlines read better as rows of points:
# fmt: off
# ruff: noqa: ARG001

import math
import random
from collections.abc import Callable

from painter.brush import Colour, ink, mix, scaled
from painter.devices import (
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
from painter.held import BRASS, GLASS, PAPER, WOOD, lantern_at
from painter.keepsakes import basket, candle, coin, cup, flower, fossil, key, letter, shell, stone
from painter.sheet import Sheet
from painter.travel import samovar, suitcase, ticket, watch


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


Thing = tuple[Callable[[Sheet, Colour, random.Random], None], str, float]

# name: (painter, colour, height on stage)
THINGS: dict[str, Thing] = {
    "samovar": (samovar, "cf9f48", 0.22), "ticket": (ticket, "b8563f", 0.09), "watch": (watch, "cf9f48", 0.14),
    "suitcase": (suitcase, "8a5a3c", 0.18),
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
