"""Heads of four-legged animals: snout, ears, horns, trunk."""
# Outlines read better as rows of points:
# fmt: off
# ruff: noqa: PLR0917

from painter.brush import Colour, ink, mix, scaled
from painter.sheet import Sheet
from painter.species import Beast


def paint_head(sheet: Sheet, kind: Beast, at: tuple[float, float], coat: Colour, belly: Colour) -> None:
    """Paint the head onto the end of the neck."""
    radius, snout, nose = kind.head
    x, y = at[0] + radius * 0.35, at[1] - radius * 0.35
    tip = (x + radius * 0.4 + snout, y + radius * 0.45 + snout * 0.2)
    _ear(sheet, kind.ears, x - radius * 0.1, y - radius * 0.5, radius, scaled(coat, 0.7), far=True)
    _horns(sheet, kind.horns, x, y, radius, far=True)
    skull = sheet.limb(
        [
            (x - radius * 0.2, y, radius * 0.95), (x + radius * 0.35, y + radius * 0.12, radius * 0.86),
            (x + radius * 0.5 + snout * 0.5, (y + tip[1]) / 2 + radius * 0.05, (radius + nose) * 0.52), (*tip, nose),
        ],
        coat,
    )
    if kind.belly:
        sheet.limb(
            [(x + radius * 0.1, y + radius * 0.8, radius * 0.4), (tip[0] + nose, tip[1] + nose * 0.7, nose * 0.85)],
            belly,
            within=skull,
            soft=0.3,
        )
    if kind.marks == "badger":
        for dy in (-0.45, 0.5):
            sheet.limb(
                [(x - radius, y + dy * radius, radius * 0.2), (tip[0] - 10, tip[1] + dy * 12, 7)],
                ink("efeae0"),
                within=skull,
                soft=0.0,
            )
    if kind.horns == "trunk":
        _trunk(sheet, tip, coat)
    else:
        sheet.oval(
            tip[0] + nose * 0.62,
            tip[1] - nose * 0.42,
            max(7.0, nose * 0.46),
            max(6.0, nose * 0.38),
            ink("2c2428") if kind.ears != "none" else scaled(coat, 0.6),
        )
        sheet.line(
            [(tip[0] + nose * 0.5, tip[1] + nose * 0.42), (tip[0] - snout * 0.3, tip[1] + nose * 0.5)],
            4,
            scaled(coat, 0.45),
        )
    sheet.eye(x + radius * 0.42, y - radius * 0.12, max(6.5, radius * 0.135))
    _horns(sheet, kind.horns, x, y, radius, far=False)
    _ear(sheet, kind.ears, x - radius * 0.4, y - radius * 0.52, radius, coat, far=False)


def _ear(sheet: Sheet, ear: str, x: float, y: float, radius: float, colour: Colour, *, far: bool) -> None:
    inside = mix(scaled(colour, 0.7), ink("c88f80"), 0.4)
    shapes = {
        "point": [(-0.3, 0.2), (-0.1, -0.75), (0.4, 0.1)],
        "tall": [(-0.4, 0.2), (-0.14, -1.1), (0.45, 0.1)],
        "leaf": [(0.2, 0.2), (-0.3, -0.1), (-0.95, -0.4), (-0.5, 0.2)],
        "long": [(-0.2, 0.2), (-0.5, -1.2), (-0.25, -1.9), (0.1, -1.1), (0.24, 0.1)],
        "flop": [(0.1, -0.1), (-0.5, 0.1), (-0.55, 0.95), (-0.1, 1.0), (0.2, 0.3)],
        "fan": [(0.1, -0.2), (-0.7, -0.5), (-1.35, 0.1), (-1.2, 1.2), (-0.5, 1.5), (0.1, 0.9)],
    }
    if ear == "round":
        sheet.oval(x, y - radius * 0.18, radius * 0.36, radius * 0.36, colour)
        if not far:
            sheet.oval(x + 3, y - radius * 0.16, radius * 0.2, radius * 0.2, inside, soft=0.3)
    elif ear in shapes and not (ear == "fan" and far):
        points = [(x + dx * radius, y + dy * radius) for dx, dy in shapes[ear]]
        if ear in ("point", "tall"):
            sheet.shape(points, colour)
            if not far:
                sheet.shape(
                    [(x + dx * radius * 0.55 + 3, y + dy * radius * 0.6) for dx, dy in shapes[ear]], inside, soft=0.3
                )
        else:
            sheet.blob(points, scaled(colour, 1.04))


def _horns(sheet: Sheet, horns: str, x: float, y: float, radius: float, *, far: bool) -> None:
    bone = ink("d8c8a8") if not far else ink("9a8c74")
    back = -14.0 if far else 0.0
    if horns == "antlers":
        beam = [
            (x - 8 + back, y - radius * 0.7), (x - 70 + back, y - radius * 2.2), (x - 40 + back, y - radius * 3.8),
            (x + 40 + back, y - radius * 4.8),
        ]
        sheet.line(beam, 15, bone, soft=0.8)
        for bx, by, dx, dy in ((-40, -1.6, 70, -70), (-66, -2.5, 90, -70), (-50, -3.3, 90, -60), (-58, -3.0, -60, -90)):
            sheet.limb(
                [
                    (x + bx + back, y + by * radius, 7), (x + bx + dx * 0.6 + back, y + by * radius + dy * 0.3, 6),
                    (x + bx + dx + back, y + by * radius + dy, 2),
                ],
                bone,
            )
    elif horns == "shovels":
        sheet.blob([(x - 10 + back, y - radius * 0.7), (x - 90 + back, y - radius * 1.3), (x - 190 + back,
            y - radius * 2.6), (x - 150 + back, y - radius * 2.7), (x - 120 + back, y - radius * 3.1),
                    (x - 90 + back, y - radius * 2.7), (x - 60 + back, y - radius * 3.0), (x - 40 + back,
                    y - radius * 2.3), (x - 10 + back, y - radius * 2.3), (x - 50 + back, y - radius * 1.4)],
                        mix(bone, ink("7a5f44"), 0.4))  # fmt: skip
    elif horns == "curved":
        sheet.limb(
            [
                (x - 6 + back, y - radius * 0.7, 15), (x - 50 + back, y - radius * 1.9, 13),
                (x - 120 + back, y - radius * 2.2, 3),
            ],
            mix(bone, ink("6a5a4a"), 0.5),
        )
    elif horns == "short":
        sheet.limb(
            [
                (x - 12 + back, y - radius * 0.8, 12), (x + 6 + back, y - radius * 1.3, 9),
                (x + 36 + back, y - radius * 1.6, 2),
            ],
            bone,
        )
    elif horns == "knobs":
        sheet.limb(
            [(x - 10 + back, y - radius * 0.6, 8), (x - 14 + back, y - radius * 1.7, 8)], mix(bone, ink("8a6038"), 0.6)
        )
        sheet.oval(x - 14 + back, y - radius * 1.8, 13, 13, ink("4a3424"))
    elif horns == "nose" and not far:
        sheet.limb([(x + 170, y + 10, 30), (x + 206, y - 60, 18), (x + 214, y - 130, 2)], ink("cfc4b0"))
        sheet.limb([(x + 110, y - 12, 18), (x + 124, y - 60, 2)], ink("cfc4b0"))


def _trunk(sheet: Sheet, tip: tuple[float, float], coat: Colour) -> None:
    x, y = tip
    for dx, shade in ((-14, "c8bca4"), (6, "f0e6d0")):
        sheet.limb([(x - 20 + dx, y + 40, 24), (x + 60 + dx, y + 150, 18), (x + 170 + dx, y + 120, 3)], ink(shade))
    sheet.limb(
        [
            (x - 30, y - 10, 62), (x + 34, y + 90, 46), (x + 44, y + 220, 34), (x + 20, y + 340, 26),
            (x + 66, y + 400, 20),
        ],
        coat,
    )
    for step in range(5):
        sheet.line([(x + 6, y + 110 + 46 * step), (x + 72 - 5 * step, y + 104 + 46 * step)], 3, scaled(coat, 0.72))
