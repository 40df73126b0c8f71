"""Faces: head, hair, beard and glasses. They look a little to the right."""
# Outlines read better as rows of points:
# fmt: off

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

from painter.brush import Colour, ink, mix, scaled
from painter.sheet import Sheet, Stamp

if TYPE_CHECKING:
    from painter.people import Look


@dataclass(frozen=True)
class Head:
    """Hold where a head is, and its half width and half height."""

    x: float
    y: float
    grow: float
    wide: float
    tall: float

    def at(self, across: float, down: float) -> tuple[float, float]:
        """Give a point in parts of the half width and half height."""
        return self.x + self.wide * across, self.y + self.tall * down


def _measure(look: "Look") -> Head:
    grow = 1.42 if look.child else 1.08
    return Head(4.0, -862 - 66 * grow, grow, 64 * grow * look.face, 78 * grow * (2 - look.face))


def paint_head(sheet: Sheet, hat: str, look: "Look", chance: random.Random, *, up: bool) -> None:
    """Paint head, hair, face and hat; looking up, the face sits higher in the head."""
    from painter.hats import wear_behind, wear_hat

    head = _measure(look)
    x, y, grow = head.x, head.y, head.grow
    wear_behind(sheet, hat, look, x, y, grow)
    sheet.oval(x - head.wide * 0.92, y + 8, 14 * grow, 19 * grow, scaled(look.skin, 0.86))
    jaw = chance.uniform(0.66, 0.84)
    outline = [(-1, -0.13), (-0.7, -0.82), (0, -1), (0.76, -0.8), (1, 0), (jaw, 0.62), (0.2, 1), (-0.5, 0.76)]
    face = sheet.blob([head.at(*point) for point in outline], look.skin)
    lifted = Head(x, y - (13 * grow if up else 0), grow, head.wide, head.tall)
    _paint_eyes(sheet, lifted, look, face, chance, up=up)
    _paint_nose(sheet, lifted, look, chance)
    _paint_mouth_and_beard(sheet, lifted, look)
    if look.glasses and hat not in ("helmet", "copper", "visor"):
        _paint_glasses(sheet, lifted)
    if hat not in ("helmet", "copper", "visor", "hood", "scarf", "bald"):
        _paint_hair(sheet, head, look, chance)
    wear_hat(sheet, hat, look, x, y, grow)


def _paint_eyes(sheet: Sheet, head: Head, look: "Look", face: Stamp, chance: random.Random, *, up: bool) -> None:
    grow, big, rise = head.grow, chance.uniform(0.88, 1.14), chance.uniform(-4, 5)
    for side in (-0.38, 0.62):
        blush = mix(look.skin, ink("d8685a"), 0.45)
        sheet.oval(*head.at(side, 0.3), 15 * grow, 11 * grow, blush, within=face, soft=0.0, level=90)
        ex, ey = head.at(side + 0.04, -0.05)
        sheet.oval(ex, ey, 7.2 * grow * big, 8.2 * grow * big, ink("2a2226"), soft=0.0)
        sheet.oval(ex - 2, ey - (5 if up else 3), 2.4 * grow, 2.4 * grow, ink("ffffff"), soft=0.0)
        if look.woman:
            sheet.line([(ex - 9 * grow, ey - 5 * grow), (ex, ey - 10 * grow), (ex + 11 * grow, ey - 6 * grow)],
                    3.4 * grow, ink("2a2226"))
        if look.old:
            sheet.line([(ex - 10 * grow, ey + 15 * grow), (ex, ey + 18 * grow), (ex + 10 * grow, ey + 15 * grow)],
                    2.6, scaled(look.skin, 0.74))
        brow = [(ex - 11 * grow, ey - 19 * grow), (ex + 1, ey - (24 + rise) * grow),
                (ex + 12 * grow, ey - (19 + rise) * grow)]
        sheet.line(brow, (4.4 if look.woman else 6.4) * grow, scaled(look.hair, 0.8))


def _paint_nose(sheet: Sheet, head: Head, look: "Look", chance: random.Random) -> None:
    long = chance.uniform(0.8, 1.3)
    points = [(0.14, -0.07), (0.36, 0.23 * long), (0.24, 0.35 * long), (0.04, 0.28 * long)]
    sheet.blob([head.at(*point) for point in points], mix(look.skin, ink("c8705a"), 0.22), soft=0.6)


def _paint_mouth_and_beard(sheet: Sheet, head: Head, look: "Look") -> None:
    at = head.at
    if look.beard == "full":
        low = 1.75 if look.old else 1.25
        sheet.blob(
            [
                at(-0.98, 0.05), at(-0.72, 0.42), at(-0.1, 0.4), at(0.2, 0.36), at(0.6, 0.42), at(0.98, 0.05),
                        at(0.86, 0.85),
                at(0.2, low), at(-0.6, 0.98),
            ],
            look.hair,
        )
    elif look.beard == "goatee":
        sheet.blob([at(-0.16, 0.68), at(0.2, 0.76), at(0.54, 0.66), at(0.46, 1.08), at(0.2, 1.28),
                at(-0.04, 1.06)], look.hair)
    if look.beard:
        wide = 0.62 if look.beard == "moustache" else 0.5
        spine = [(*at(0.2 - wide * 0.85, 0.54), 5), (*at(0.18, 0.42), 10), (*at(0.2 + wide * 0.75, 0.54), 5)]
        sheet.limb(spine, scaled(look.hair, 1.08))
    lips: Colour = mix(scaled(look.skin, 0.5), ink("a04a44"), 0.7 if look.woman else 0.5)
    sheet.line([at(-0.02, 0.56), at(0.2, 0.62), at(0.42, 0.55)], 6 if look.woman else 5, lips)


def _paint_glasses(sheet: Sheet, head: Head) -> None:
    for side in (-0.34, 0.66):
        x, y = head.at(side, -0.04)
        ring = [(x + 19 * head.grow * dx, y + 17 * head.grow * dy) for dx, dy in
                ((1, 0), (0.7, 0.7), (0, 1), (-0.7, 0.7), (-1, 0), (-0.7, -0.7), (0, -1), (0.7, -0.7), (1, 0))]
        sheet.line(ring, 4, ink("4a3c30"))
    sheet.line([head.at(-0.04, -0.06), head.at(0.36, -0.06)], 4, ink("4a3c30"))


def paint_long_hair(sheet: Sheet, look: "Look", *, wind: bool) -> None:
    """Paint hair behind the neck: falling onto the shoulders, in a bun or a braid, blown back by the wind."""
    head = _measure(look)
    at, hair = head.at, scaled(look.hair, 0.85)
    if look.cut == "bun":
        sheet.oval(*at(-0.62, -0.86), 40 * head.grow, 38 * head.grow, hair)
    elif look.cut == "braid":
        side, drift = -0.95, -0.5 if wind else 0.0
        for step in range(6):
            sheet.oval(*at(side + drift * step / 5, 0.35 + 0.36 * step), (25 - 2 * step) * head.grow,
                    22 * head.grow, scaled(hair, 0.92 + 0.16 * (step % 2)))
    elif wind:
        for step in range(5):
            rise = 0.28 * step
            sheet.limb([(*at(-0.5, -0.5 + rise), 40), (*at(-1.3, -0.1 + rise), 34),
                    (*at(-1.9, 0.1 + rise * 1.3), 22), (*at(-2.5, 0.0 + rise), 4)],
                       scaled(hair, 0.9 + 0.08 * (step % 2)))  # fmt: skip
    if look.cut in ("long", "bob"):
        low = 1.66 if look.cut == "long" else 0.95
        sheet.blob([at(-1.1, -0.5), at(0, -1.15), at(1.05, -0.5), at(1.16, low * 0.54), at(0.6, low * 0.96),
                at(-0.6, low), at(-1.26, low * 0.54)], hair)


def _paint_hair(sheet: Sheet, head: Head, look: "Look", chance: random.Random) -> None:
    at, part = head.at, chance.uniform(-0.3, 0.4)
    if look.cut == "thin":
        sheet.limb([(*at(-1.0, 0.05), 12), (*at(-0.98, -0.4), 13), (*at(-0.8, -0.66), 7)], look.hair)
        return
    fringe = [(0.8, -0.5), (part, -0.62), (-0.7, -0.38), (-0.84, 0.1)] if look.cut != "bob" else [(0.86, -0.3),
            (0.3, -0.42), (-0.6, -0.4), (-0.8, 0.2)]
    crown = [(-1.06, 0.1), (-1.06, -0.6), (-0.4, -1.12), (0.5, -1.1), (1.04, -0.5), (1.02, -0.1)]
    if look.cut == "side":
        crown[2:4] = [(-0.5, -1.16), (0.6, -1.24)]
    sheet.blob([at(*point) for point in (*crown, *fringe)], look.hair)
    if look.cut == "curly":
        for step in range(9):
            turn = -1.0 + 2.0 * step / 8
            sheet.oval(*at(turn * 0.94, -0.62 - 0.5 * (1 - turn**2)), 25 * head.grow, 23 * head.grow,
                    scaled(look.hair, 0.94 + 0.12 * (step % 2)))
