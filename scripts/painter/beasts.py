"""Four-legged animals: one body plan, many species. They look to the right."""
# Outlines read better as rows of points:
# fmt: off
# ruff: noqa: PLR0917

import math
import random

from painter.brush import Colour, ink, mix, scaled
from painter.heads import paint_head
from painter.sheet import Sheet, Stamp
from painter.species import BEASTS, Beast

Point = tuple[float, float]


def paint_beast(sheet: Sheet, name: str, tint: Colour | None, chance: random.Random) -> None:
    """Paint the species, in its own coat or in the colour that the prompt gives it."""
    kind = BEASTS[name]
    coat = mix(tint, ink(kind.coat), 0.35) if tint else ink(kind.coat)
    coat = mix(coat, ink(chance.choice(("ffffff", "3a2a20", "d8a060"))), chance.uniform(0, 0.1))
    belly = ink(kind.belly) if kind.belly else mix(coat, ink("fff4e0"), 0.25)
    top = -kind.leg - kind.deep * 0.85
    rump, chest = (-kind.long / 2, top), (kind.long / 2, top - kind.deep * 0.06)
    _legs(sheet, kind, scaled(coat, 0.62), rump, chest, far=True, chance=chance)
    _tail(sheet, kind.tail, rump, kind, coat)
    neck = (chest[0] + kind.neck[0], chest[1] + kind.neck[1])
    sheet.limb(
        [
            (chest[0] - kind.deep * 0.4, chest[1], kind.deep * 0.86),
            (chest[0] + kind.neck[0] * 0.5, chest[1] + kind.neck[1] * 0.5, kind.neck[2] * 1.1),
            (*neck, kind.neck[2] * 0.82),
        ],
        coat,
    )
    spine = _spine(kind, rump, chest, top)
    body = sheet.limb(spine, coat)
    under = [(x, y + radius * 0.92, radius * (0.22 + 0.1 * step)) for step, (x, y, radius) in enumerate(spine[:-1])]
    for shrink, level in ((1.25, 70), (0.95, 90), (0.65, 130)):
        sheet.limb([(x, y, radius * shrink) for x, y, radius in under], belly, within=body, soft=0.0, level=level)
    _marks(sheet, kind, body, rump, chest, coat, chance)
    _legs(sheet, kind, coat, rump, chest, far=False, chance=chance)
    if kind.mane and kind.ears == "leaf":
        _crest(sheet, chest, neck, kind)
    if kind.mane and kind.ears == "round":
        _ruff(sheet, neck, kind, ink(kind.mane))
    paint_head(sheet, kind, neck, coat, belly)


def _spine(kind: Beast, rump: Point, chest: Point, top: float) -> list[tuple[float, float, float]]:
    """Give the back: round haunches, a waist drawn up behind the ribs, a deep chest, withers above the shoulder."""
    deep, slim = kind.deep, 1.0 if kind.deep < 110 else 0.45
    arch = kind.arch * deep
    return [
        (rump[0] - deep * 0.1, rump[1] + deep * 0.12, deep * 0.66),
        (rump[0] * 0.72, top + deep * 0.02 - arch * 0.4, deep * 0.88),
        (rump[0] * 0.2, top - arch - deep * 0.06 * slim, deep * (0.9 - 0.14 * slim)),
        (chest[0] * 0.35, top - arch * 0.5 + deep * 0.04, deep * 0.96),
        (chest[0] * 0.78, top - deep * 0.02, deep * 1.05),
        (chest[0] + deep * 0.06, chest[1] + deep * 0.1, deep * 0.8),
    ]


def _legs(
    sheet: Sheet,
    kind: Beast,
    colour: Colour,
    rump: Point,
    chest: Point,
    *,
    far: bool,
    chance: random.Random,
) -> None:
    shift = kind.thick * 0.9 * (1 if far else -0.4)
    stride = chance.uniform(0.1, 0.2) * kind.leg * (1 if far else -1)
    foot = ink(kind.socks) if kind.socks else scaled(colour, 0.62)
    hip, leg, thick = rump[0] + kind.deep * 0.1 + shift, kind.leg, kind.thick
    bend = (0.05 if kind.deep > 130 else 0.13 if leg < 260 else 0.09) * leg
    hind = [
        (hip, rump[1] + kind.deep * 0.2, max(thick * 1.9, kind.deep * 0.68)),
        (hip + bend * 0.9 + stride * 0.3, -leg * 0.66, thick * 1.36),
        (hip - bend * 0.75 + stride * 0.8, -leg * 0.34, thick * 0.74),
        (hip + bend * 0.1 + stride, -thick * 0.5, thick * 0.64),
    ]
    shoulder = chest[0] - kind.deep * 0.12 + shift
    fore = [
        (shoulder, chest[1] + kind.deep * 0.22, max(thick * 1.5, kind.deep * 0.55)),
        (shoulder - bend * 0.45 - stride * 0.1, -leg * 0.72, thick * 1.12),
        (shoulder + bend * 0.22 - stride * 0.6, -leg * 0.38, thick * 0.8),
        (shoulder - bend * 0.1 - stride, -thick * 0.5, thick * 0.62),
    ]
    for limb in (hind, fore):
        stamp = sheet.limb(limb, colour)
        x = limb[-1][0]
        if kind.socks:
            sheet.box(x - 60, -kind.leg * 0.42, x + 60, 4, foot, within=stamp, soft=0.0, level=215)
        sheet.blob(
            [
                (x - kind.thick * 0.8, -kind.thick * 0.9), (x + kind.thick * 0.6, -kind.thick * 0.95),
                (x + kind.thick * 1.35, -kind.thick * 0.3), (x + kind.thick * 1.2, 0), (x - kind.thick * 0.85, 0),
            ],
            foot,
        )


def _tail(sheet: Sheet, tail: str, at: Point, kind: Beast, coat: Colour) -> None:
    x, y, deep = at[0] - kind.deep * 0.72, at[1] - kind.deep * 0.3, kind.deep
    if tail == "brush":
        stamp = sheet.limb([(x + 20, y, 18), (x - 110, y + 50, 44), (x - 220, y + 30, 54), (x - 310, y - 30, 8)], coat)
        sheet.limb([(x - 240, y + 20, 60), (x - 320, y - 36, 30)], ink("f4ece0"), within=stamp, soft=0.3)
    elif tail == "thick":
        sheet.limb(
            [
                (x + deep * 0.9, y + deep * 0.5, deep * 0.84), (x - deep * 1.2, y + deep * 0.6, deep * 0.5),
                (x - deep * 3.0, y + deep * 0.9 + kind.leg * 0.3, deep * 0.2),
                (x - deep * 4.2, y + deep + kind.leg * 0.25, 4),
            ],
            coat,
        )
    elif tail == "flow":
        sheet.limb([(x + 20, y, 18), (x - 40, y + 60, 30), (x - 60, y + 190, 40), (x - 50, y + 300, 6)], ink(kind.mane))
    elif tail == "plume":
        sheet.limb(
            [(x + 30, y + 40, 20), (x - 70, y - 40, 56), (x - 70, y - 170, 68), (x + 10, y - 250, 30)],
            scaled(coat, 1.08),
        )
    elif tail in ("long", "up", "hook", "worm", "tuft", "thin", "curl"):
        ends = {
            "long": (-190, -90),
            "up": (-90, -170),
            "hook": (-210, -190),
            "worm": (-210, 50),
            "tuft": (-70, 190),
            "curl": (-60, -40),
            "thin": (-60, 150),
        }[tail]
        thick = {"worm": 5, "curl": 8, "tuft": 9}.get(tail, 17)
        sheet.limb(
            [
                (x + 30, y + 10, thick * 1.3), (x + ends[0] * 0.35, y + ends[1] * 0.05 + 20, thick * 1.1),
                (x + ends[0] * 0.8, y + ends[1] * 0.45 + 16, thick * 0.9),
                (x + ends[0] - (16 if ends[1] < 0 else 0), y + ends[1], thick * 0.55),
            ],
            coat,
        )
        if tail == "tuft":
            sheet.limb([(x - 68, y + 170, 10), (x - 72, y + 210, 18), (x - 74, y + 244, 3)], scaled(coat, 0.5))
    elif tail in ("stub", "ball"):
        sheet.oval(
            x + 6,
            y + 10,
            *((38, 36) if tail == "ball" else (24, 30)),
            mix(coat, ink("ffffff"), 0.5 if tail == "ball" else 0.0),
        )


def _ruff(sheet: Sheet, neck: Point, kind: Beast, mane: Colour) -> None:
    x, y, reach = neck[0] - 6, neck[1] + 30, kind.head[0] * 2.1
    for turn in range(18):
        angle = turn / 18 * 2 * math.pi
        far = reach * (0.86 + 0.14 * (turn % 2))
        sheet.limb(
            [(x, y, reach * 0.5), (x + math.cos(angle) * far, y + math.sin(angle) * far * 1.1, 8)],
            scaled(mane, 0.85 + 0.16 * (turn % 2)),
            soft=0.5,
        )


def _crest(sheet: Sheet, chest: Point, neck: Point, kind: Beast) -> None:
    for step in range(9):
        part = step / 8
        x, y = (
            chest[0] + (neck[0] - chest[0]) * part - kind.neck[2] * 0.9,
            chest[1] + (neck[1] - chest[1]) * part - kind.neck[2] * 0.5,
        )
        sheet.limb(
            [(x + 24, y - 10, 20), (x - 16, y + 40, 15), (x - 24, y + 84, 3)],
            scaled(ink(kind.mane), 0.9 + 0.2 * (step % 2)),
        )


def _marks(
    sheet: Sheet,
    kind: Beast,
    body: Stamp,
    rump: Point,
    chest: Point,
    coat: Colour,
    chance: random.Random,
) -> None:
    x0, x1, y, deep = rump[0] - kind.deep, chest[0] + kind.deep, rump[1], kind.deep
    dark = scaled(coat, 0.32) if kind.coat != "efeae0" else ink("2a2830")
    if kind.marks == "stripes":
        for step in range(13):
            x = x0 + (x1 - x0) * (step + 0.5) / 13
            sheet.limb(
                [(x, y - deep * 1.1, 13), (x - 12, y - deep * 0.2, 9), (x + 6, y + deep * chance.uniform(0.3, 0.7), 2)],
                dark,
                within=body,
                soft=0.0,
                level=225,
            )
    elif kind.marks in ("spots", "patches"):
        count, size = (46, deep * 0.14) if kind.marks == "spots" else (7, deep * 0.48)
        for _ in range(count):
            sheet.oval(
                chance.uniform(x0, x1),
                y + chance.uniform(-0.9, 0.75) * deep,
                size * chance.uniform(0.7, 1.3),
                size * chance.uniform(0.6, 1),
                dark if kind.marks == "spots" else ink("4a3a34"),
                turn=chance.uniform(-30, 30),
                within=body,
                soft=0.2,
                level=205,
            )
    elif kind.marks == "humps":
        for dx in (-90, 110):
            sheet.blob(
                [
                    (dx - 110, y - deep * 0.7), (dx - 50, y - deep * 1.7), (dx + 20, y - deep * 2.0),
                    (dx + 70, y - deep * 1.5), (dx + 110, y - deep * 0.7), (dx, y - deep * 0.2),
                ],
                coat,
            )
    elif kind.marks == "wool":
        for _ in range(40):
            sheet.oval(
                chance.uniform(x0 + 50, x1 - 50),
                y + chance.uniform(-0.75, 0.72) * deep,
                44, 40,
                scaled(coat, chance.uniform(0.94, 1.04)),
                soft=0.7,
            )
    elif kind.marks == "shaggy":
        for step in range(26):
            x = x0 + (x1 - x0) * (step + 0.5) / 26
            sheet.limb(
                [
                    (x, y + deep * 0.3, 26), (x - 6, y + deep * 1.0, 20),
                    (x - 12, y + deep * chance.uniform(1.25, 1.5), 3),
                ],
                scaled(coat, chance.uniform(0.72, 1.0)),
                soft=0.5,
            )
    elif kind.marks == "plates":
        for step in range(15):
            x = x0 + (x1 - x0) * step / 14
            sheet.shape(
                [(x - 16, y - deep * 0.86), (x, y - deep * 1.22), (x + 16, y - deep * 0.86)],
                scaled(coat, 0.8),
                soft=0.4,
            )
