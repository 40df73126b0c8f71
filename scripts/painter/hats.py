"""What people wear on their heads."""
# Outlines read better as rows of points:
# fmt: off
# ruff: noqa: ARG001, PLR0917

import math
from typing import TYPE_CHECKING

from painter.brush import ink, mix, scaled
from painter.sheet import Sheet

if TYPE_CHECKING:
    from painter.people import Look


def wear_behind(sheet: Sheet, hat: str, look: "Look", x: float, y: float, grow: float) -> None:
    """Paint the part of a hat that lies behind the head."""
    if hat in ("hood", "scarf"):
        cloth = look.cloth if hat == "hood" else look.accent
        sheet.oval(x, y - 4, 88 * grow, 100 * grow, scaled(cloth, 0.8))
    elif hat in ("brim", "straw", "sou'wester"):
        sheet.oval(x, y - 40 * grow, 116 * grow, 22 * grow, scaled(_felt(hat, look)[0], 0.6))
    elif hat in ("helmet", "copper"):
        sheet.oval(x, y - 2, 112 * grow, 116 * grow, look.cloth if hat == "helmet" else ink("b8753c"))


def _felt(hat: str, look: "Look") -> tuple[tuple[float, float, float], tuple[float, float, float]]:
    if hat == "straw":
        return ink("d8b868"), ink("8a4a38")
    if hat == "sou'wester":
        return mix(look.cloth, ink("e0b040"), 0.5), scaled(look.cloth, 0.7)
    return mix(scaled(look.cloth, 0.75), ink("6a5038"), 0.4), ink("3a2c28")


def wear_hat(sheet: Sheet, hat: str, look: "Look", x: float, y: float, grow: float) -> None:
    """Paint the hat over the head, its lower edge on the forehead."""
    if hat in _HATS:
        _HATS[hat](sheet, hat, look, x, y, grow)


def _cap(sheet: Sheet, hat: str, look: "Look", x: float, y: float, g: float) -> None:
    """Paint a cap with a badge."""
    brow = y - 42 * g
    sheet.blob(
        [
            (x - 74 * g, brow), (x - 84 * g, brow - 50 * g), (x - 20 * g, brow - 76 * g), (x + 60 * g, brow - 66 * g),
            (x + 80 * g, brow - 24 * g), (x + 66 * g, brow),
        ],
        scaled(look.cloth, 0.8),
    )
    sheet.limb([(x - 68 * g, brow - 4, 13 * g), (x, brow + 4, 14 * g), (x + 66 * g, brow - 4, 13 * g)], ink("23262f"))
    sheet.blob(
        [(x - 2, brow + 12 * g), (x + 84 * g, brow + 4), (x + 98 * g, brow + 18 * g), (x + 40 * g, brow + 26 * g)],
        ink("1c1f27"),
    )
    sheet.oval(x + 12, brow - 16 * g, 13 * g, 12 * g, ink("d8b048"))


def _brim(sheet: Sheet, hat: str, look: "Look", x: float, y: float, g: float) -> None:
    """Paint a hat with a brim."""
    brow = y - 42 * g
    felt, band = _felt(hat, look)
    tall = 74 if hat != "sou'wester" else 60
    sheet.blob(
        [
            (x - 62 * g, brow), (x - 56 * g, brow - tall * 0.8 * g), (x, brow - tall * g),
            (x + 56 * g, brow - tall * 0.8 * g), (x + 62 * g, brow), (x, brow + 10 * g),
        ],
        felt,
    )
    sheet.limb([(x - 58 * g, brow - 6, 9 * g), (x, brow + 3, 10 * g), (x + 58 * g, brow - 6, 9 * g)], band)
    sheet.blob(
        [
            (x - 122 * g, brow + 6), (x - 60 * g, brow - 4), (x, brow + 8 * g), (x + 60 * g, brow - 4),
            (x + 122 * g, brow + 6), (x + 60 * g, brow + 25 * g), (x, brow + 31 * g), (x - 60 * g, brow + 25 * g),
        ],
        felt,
    )


def _crown(sheet: Sheet, hat: str, look: "Look", x: float, y: float, g: float) -> None:
    """Paint a crown."""
    brow = y - 42 * g
    gold = ink("e0b040")
    points = [
        (x - 62 * g, brow + 6), (x - 74 * g, brow - 68 * g), (x - 38 * g, brow - 34 * g), (x - 18 * g, brow - 84 * g),
        (x, brow - 36 * g), (x + 20 * g, brow - 84 * g), (x + 38 * g, brow - 34 * g), (x + 74 * g, brow - 68 * g),
        (x + 62 * g, brow + 6),
    ]
    sheet.shape(points, gold)
    for dx in (-34, 0, 34):
        sheet.oval(x + dx * g, brow - 8, 8 * g, 9 * g, look.accent)


def _helmet(sheet: Sheet, hat: str, look: "Look", x: float, y: float, g: float) -> None:
    """Paint the glass of a helmet."""
    sheet.oval(x + 12 * g, y - 4, 82 * g, 84 * g, mix(ink("2c3c58"), look.skin, 0.1), level=120, soft=0.8)
    sheet.blob(
        [(x - 40 * g, y - 46 * g), (x + 6 * g, y - 74 * g), (x + 22 * g, y - 64 * g), (x - 22 * g, y - 28 * g)],
        ink("dceaf8"),
        soft=0.0,
        level=130,
    )


def _copper(sheet: Sheet, hat: str, look: "Look", x: float, y: float, g: float) -> None:
    """Paint the round window of a diver's helmet, its rim, and a small window at the side."""
    copper = ink("b8753c")
    sheet.oval(x + 14 * g, y, 76 * g, 78 * g, mix(ink("2c4c5c"), look.skin, 0.1), level=105, soft=0.8)
    ring = [(x + 14 * g + 80 * g * math.cos(a), y + 82 * g * math.sin(a)) for a in [n * math.pi / 12 for n in range(25)]]
    sheet.line(ring, 20 * g, scaled(copper, 1.12), soft=0.7)
    for turn in range(8):
        at = turn * math.pi / 4 + 0.3
        sheet.oval(x + 14 * g + 80 * g * math.cos(at), y + 82 * g * math.sin(at), 7 * g, 7 * g, scaled(copper, 0.6))
    sheet.oval(x - 88 * g, y - 6, 17 * g, 30 * g, scaled(copper, 0.62))
    sheet.oval(x + 4, y - 114 * g, 26 * g, 20 * g, scaled(copper, 0.9))
    shine = [(x - 30 * g, y - 40 * g), (x + 10 * g, y - 66 * g), (x + 24 * g, y - 56 * g), (x - 14 * g, y - 24 * g)]
    sheet.blob(shine, ink("dceaf8"), soft=0.0, level=120)


def _bowler(sheet: Sheet, hat: str, look: "Look", x: float, y: float, g: float) -> None:
    """Paint a bowler."""
    brow, felt = y - 40 * g, ink("2f2c30")
    sheet.blob(
        [
            (x - 66 * g, brow), (x - 64 * g, brow - 50 * g), (x - 30 * g, brow - 84 * g), (x + 34 * g, brow - 84 * g),
            (x + 66 * g, brow - 48 * g), (x + 66 * g, brow),
        ],
        felt,
    )
    sheet.limb([(x - 64 * g, brow - 8, 8 * g), (x, brow + 2, 9 * g), (x + 64 * g, brow - 8, 8 * g)], scaled(look.accent, 0.7))
    sheet.limb([(x - 92 * g, brow - 4 * g, 6 * g), (x, brow + 13 * g, 11 * g), (x + 92 * g, brow - 4 * g, 6 * g)], felt)


def _fur(sheet: Sheet, hat: str, look: "Look", x: float, y: float, g: float) -> None:
    """Paint a hat of fur with flaps over the ears."""
    brow, fur = y - 42 * g, mix(ink("5a4434"), look.hair, 0.2)
    for side in (-1, 1):
        sheet.limb([(x + side * 70 * g, brow, 22 * g), (x + side * 76 * g, y + 44 * g, 17 * g)], scaled(fur, 0.85))
    for step in range(7):
        part = step / 3 - 1
        sheet.oval(x + 66 * g * part, brow - (26 + 30 * (1 - part**2)) * g, 36 * g, 40 * g, scaled(fur, 0.92 + 0.12 * (step % 2)))
    sheet.limb([(x - 70 * g, brow, 20 * g), (x, brow + 8 * g, 22 * g), (x + 70 * g, brow, 20 * g)], scaled(fur, 1.12))


def _steel(sheet: Sheet, hat: str, look: "Look", x: float, y: float, g: float) -> None:
    """Paint a hard shell."""
    brow = y - 42 * g
    shell = ink("5f6a4c") if hat == "steel" else ink("e8b83c")
    sheet.blob(
        [
            (x - 78 * g, brow + 6), (x - 72 * g, brow - 50 * g), (x, brow - 84 * g), (x + 72 * g, brow - 50 * g),
            (x + 78 * g, brow + 6), (x, brow + 14 * g),
        ],
        shell,
    )
    sheet.limb(
        [(x - 86 * g, brow + 8, 6 * g), (x, brow + 16 * g, 8 * g), (x + 94 * g, brow + 8, 6 * g)],
        scaled(shell, 0.85),
    )


def _visor(sheet: Sheet, hat: str, look: "Look", x: float, y: float, g: float) -> None:
    """Paint a knight's helmet."""
    sheet.blob(
        [
            (x - 82 * g, y + 60 * g), (x - 84 * g, y - 50 * g), (x, y - 108 * g), (x + 84 * g, y - 50 * g),
            (x + 84 * g, y + 60 * g), (x, y + 104 * g),
        ],
        look.cloth,
    )
    sheet.limb([(x - 40 * g, y - 12, 8 * g), (x + 66 * g, y - 12, 8 * g)], ink("1c1c24"), soft=0.0)
    sheet.limb([(x - 6, y - 104 * g, 10), (x - 60 * g, y - 160 * g, 26), (x - 130 * g, y - 120 * g, 5)], look.accent)


def _turban(sheet: Sheet, hat: str, look: "Look", x: float, y: float, g: float) -> None:
    """Paint a turban."""
    brow = y - 42 * g
    for dy, wide in ((0, 74), (-26, 78), (-50, 62)):
        sheet.limb(
            [
                (x - wide * g, brow + dy * g, 18 * g), (x, brow + (dy - 14) * g, 24 * g),
                (x + wide * g, brow + dy * g, 18 * g),
            ],
            look.accent,
        )
    sheet.oval(x + 8, brow - 18 * g, 11 * g, 13 * g, ink("e8c85a"))


def _tall(sheet: Sheet, hat: str, look: "Look", x: float, y: float, g: float) -> None:
    """Paint a cook's hat."""
    brow = y - 42 * g
    sheet.blob(
        [
            (x - 62 * g, brow + 6), (x - 66 * g, brow - 70 * g), (x - 84 * g, brow - 110 * g), (x, brow - 142 * g),
            (x + 84 * g, brow - 110 * g), (x + 66 * g, brow - 70 * g), (x + 62 * g, brow + 6),
        ],
        ink("f2eee4"),
    )


def _beret(sheet: Sheet, hat: str, look: "Look", x: float, y: float, g: float) -> None:
    """Paint a beret."""
    brow = y - 42 * g
    sheet.blob(
        [
            (x - 70 * g, brow + 4), (x - 98 * g, brow - 40 * g), (x - 20 * g, brow - 74 * g),
            (x + 74 * g, brow - 50 * g), (x + 66 * g, brow + 2),
        ],
        look.accent,
    )


def _point(sheet: Sheet, hat: str, look: "Look", x: float, y: float, g: float) -> None:
    """Paint a pointed hat."""
    brow = y - 42 * g
    sheet.shape(
        [
            (x - 70 * g, brow + 4), (x - 34 * g, brow - 140 * g), (x - 60 * g, brow - 230 * g),
            (x + 22 * g, brow - 140 * g), (x + 72 * g, brow + 4),
        ],
        look.cloth,
    )
    sheet.limb(
        [(x - 104 * g, brow + 8, 8 * g), (x, brow + 18 * g, 13 * g), (x + 104 * g, brow + 8, 8 * g)],
        scaled(look.cloth, 0.8),
    )


def _goggles(sheet: Sheet, hat: str, look: "Look", x: float, y: float, g: float) -> None:
    """Paint a leather cap with goggles."""
    brow = y - 42 * g
    sheet.blob(
        [
            (x - 76 * g, y + 40 * g), (x - 78 * g, y - 50 * g), (x, y - 92 * g), (x + 74 * g, y - 50 * g),
            (x + 70 * g, brow + 10), (x - 40 * g, brow + 16 * g), (x - 54 * g, y + 40 * g),
        ],
        ink("5a3c2a"),
    )
    for dx in (-22, 36):
        sheet.oval(x + dx * g, brow - 10 * g, 27 * g, 22 * g, ink("a8864c"))
        sheet.oval(x + dx * g, brow - 10 * g, 20 * g, 15 * g, ink("9fd0d8"))


def _hood(sheet: Sheet, hat: str, look: "Look", x: float, y: float, g: float) -> None:
    """Paint the trim of a hood."""
    cloth = look.cloth if hat == "hood" else look.accent
    trim = ink("efe4d0") if hat == "hood" else scaled(cloth, 1.1)
    sheet.limb(
        [
            (x - 62 * g, y + 78 * g, 20 * g), (x - 80 * g, y - 20 * g, 22 * g), (x - 40 * g, y - 84 * g, 24 * g),
            (x + 30 * g, y - 88 * g, 24 * g), (x + 78 * g, y - 26 * g, 22 * g), (x + 62 * g, y + 78 * g, 20 * g),
        ],
        trim,
    )


def _bald(sheet: Sheet, hat: str, look: "Look", x: float, y: float, g: float) -> None:
    """Paint what hair is left."""
    sheet.limb([(x - 66 * g, y + 2, 10 * g), (x - 58 * g, y + 30 * g, 12 * g)], look.hair)


_HATS = {
    "cap": _cap,
    "brim": _brim,
    "straw": _brim,
    "sou'wester": _brim,
    "crown": _crown,
    "helmet": _helmet,
    "copper": _copper,
    "bowler": _bowler,
    "fur": _fur,
    "steel": _steel,
    "hard": _steel,
    "visor": _visor,
    "turban": _turban,
    "tall": _tall,
    "beret": _beret,
    "point": _point,
    "goggles": _goggles,
    "hood": _hood,
    "scarf": _hood,
    "bald": _bald,
}
