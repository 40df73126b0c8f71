"""What a hand can hold, and the materials that things are made of."""
# Outlines read better as rows of points:
# fmt: off

import math

from painter.brush import Colour, ink, mix, scaled
from painter.sheet import Sheet

IRON, BRASS, WOOD, PAPER, GLASS = ink("4a4e58"), ink("cf9f48"), ink("8a5c38"), ink("ecdfc0"), ink("a8d0d8")


def hold(sheet: Sheet, item: str, x: float, y: float, accent: Colour, *, ground: float = 0.0) -> None:
    """Paint what a hand at (x, y) holds; poles reach down to the ground."""
    if item == "lantern":
        sheet.line([(x, y), (x + 4, y + 50)], 6, IRON)
        lantern_at(sheet, x + 4, y + 230, 0.42, BRASS)
    elif item in ("staff", "scepter", "fork", "shovel", "rifle", "brush", "hammer", "sword", "net"):
        _pole(sheet, item, x, y, accent, ground)
    elif item == "book":
        sheet.shape([(x - 40, y - 90), (x + 66, y - 104), (x + 74, y + 16), (x - 32, y + 30)], accent)
        sheet.line([(x - 34, y + 24), (x + 72, y + 10)], 9, PAPER)
    elif item == "map":
        sheet.shape(
            [
                (x - 60, y - 80), (x + 30, y - 100), (x + 96, y - 76), (x + 100, y + 30), (x + 32, y + 8),
                (x - 54, y + 30),
            ],
            PAPER,
            soft=0.4,
        )
        sheet.line([(x - 30, y - 40), (x + 10, y - 20), (x + 70, y - 44)], 5, ink("b8503a"))
    elif item == "flask":
        sheet.limb(
            [(x + 10, y - 30, 50), (x + 10, y - 80, 26), (x + 10, y - 150, 16)],
            mix(GLASS, ink("ffffff"), 0.3),
            level=210,
        )
        sheet.oval(x + 10, y - 22, 40, 32, mix(accent, ink("60d0a0"), 0.4))
    elif item in ("bag", "basket"):
        sheet.line([(x - 30, y + 60), (x, y - 4), (x + 30, y + 60)], 9, ink("5a3c28"))
        sheet.blob(
            [(x - 76, y + 56), (x + 76, y + 56), (x + 84, y + 150), (x - 84, y + 150)],
            ink("7a5030") if item == "bag" else ink("b8894c"),
        )
    elif item == "rope":
        for turn in range(4):
            sheet.line(
                [
                    (x + math.cos(a / 5) * (46 + 5 * turn), y + 60 + math.sin(a / 5) * (62 + 4 * turn))
                    for a in range(0, 33, 2)
                ],
                11,
                ink("c8a870"),
            )
    elif item == "glass":
        sheet.limb([(x, y, 10), (x + 26, y - 60, 8)], WOOD)
        sheet.oval(x + 46, y - 104, 56, 56, BRASS)
        sheet.oval(x + 46, y - 104, 44, 44, mix(GLASS, ink("ffffff"), 0.4))
    elif item == "bread":
        sheet.limb([(x - 40, y - 30, 28), (x + 60, y - 60, 34), (x + 150, y - 110, 20)], ink("d09a50"))
    elif item == "flower":
        sheet.line([(x, y + 20), (x + 10, y - 120)], 7, ink("5f8a48"))
        bloom_at(sheet, x + 10, y - 130, 44, accent)
    elif item == "telescope":
        sheet.limb([(x - 40, y + 20, 15), (x + 60, y - 40, 20)], BRASS)
        sheet.limb([(x + 50, y - 34, 24), (x + 150, y - 94, 30)], scaled(WOOD, 0.8))


def _pole(sheet: Sheet, item: str, x: float, y: float, accent: Colour, ground: float) -> None:  # noqa: PLR0917
    top, foot = {
        "staff": (-420, ground - y),
        "scepter": (-240, 120),
        "fork": (-330, ground - y),
        "shovel": (-330, ground - y - 110),
        "rifle": (-330, 170),
        "brush": (-150, 50),
        "hammer": (-150, 60),
        "sword": (-360, 50),
        "net": (-300, 260),
    }[item]
    shaft = ink("b8bcc4") if item == "sword" else ink("d8b048") if item == "scepter" else ink("7a5230")
    sheet.limb([(x + 4, y + foot, 11), (x, y + top, 9 if item != "sword" else 13)], shaft)
    if item == "sword":
        sheet.limb([(x - 60, y - 24, 10), (x + 60, y - 24, 10)], BRASS)
    elif item == "scepter":
        sheet.oval(x, y + top - 26, 36, 36, accent)
    elif item == "fork":
        for dx in (-46, 0, 46):
            sheet.line([(x, y + top + 30), (x + dx, y + top), (x + dx, y + top - 110)], 9, IRON)
    elif item == "shovel":
        low = y + foot
        sheet.box(x - 34, y + top - 10, x + 34, y + top + 12, ink("7a5230"))
        sheet.blob([(x - 56, low), (x + 60, low), (x + 62, low + 70), (x + 4, low + 112), (x - 54, low + 70)], IRON)
    elif item == "hammer":
        sheet.box(x - 66, y + top - 40, x + 62, y + top + 30, IRON)
    elif item == "brush":
        sheet.limb([(x, y + top, 14), (x - 2, y + top - 50, 5)], accent)
    elif item == "net":
        sheet.oval(x + 4, y + top - 70, 92, 78, ink("7a5230"))
        sheet.oval(x + 4, y + top - 70, 78, 64, ink("d8d0b8"), level=200)
        for step in range(-2, 3):
            sheet.line([(x + step * 28 - 30, y + top - 120), (x + step * 28 + 36, y + top - 20)], 4, ink("8a8068"))
            sheet.line([(x + step * 28 + 36, y + top - 120), (x + step * 28 - 30, y + top - 20)], 4, ink("8a8068"))
    elif item == "rifle":
        sheet.limb([(x + 4, y + 170, 26), (x + 2, y + 20, 15)], ink("6a4428"))


def lantern_at(sheet: Sheet, x: float, base: float, scale: float, metal: Colour) -> None:
    def at(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
        return [(x + dx * scale, base + dy * scale) for dx, dy in points]

    sheet.line(at([(-90, -400), (0, -520), (90, -400)]), 14 * scale, IRON)
    sheet.shape(at([(-110, -330), (-60, -410), (60, -410), (110, -330)]), metal)
    sheet.blob(at([(-86, -330), (86, -330), (112, -200), (86, -70), (-86, -70), (-112, -200)]), ink("f6d890"), soft=0.5)
    sheet.blob(at([(-26, -110), (-34, -180), (0, -270), (34, -180), (26, -110)]), ink("fff6d0"), soft=0.2)
    for dx in (-100, 100):
        sheet.line(at([(dx * 0.85, -330), (dx * 1.12, -200), (dx * 0.85, -70)]), 13 * scale, metal)
    sheet.shape(at([(-120, -74), (120, -74), (134, 0), (-134, 0)]), metal)
    sheet.glow(x, base - 200 * scale, 330 * scale, ink("ffc860"), 0.55)


def bloom_at(sheet: Sheet, x: float, y: float, size: float, colour: Colour) -> None:
    for turn in range(8):
        angle = turn / 8 * 2 * math.pi
        sheet.oval(
            x + math.cos(angle) * size * 0.72,
            y + math.sin(angle) * size * 0.72,
            size * 0.52,
            size * 0.34,
            scaled(colour, 0.9 + 0.12 * (turn % 2)),
            turn=math.degrees(angle),
        )
    sheet.oval(x, y, size * 0.4, size * 0.4, ink("e8b840"))


_GRIP = r"(with|holding|carrying|raising|lifting|reading|leaning on|mending|drawing|playing|coiling|in his hand,?|in her hand,?)"
_ANY = r"( (a|an|some|his|her|their|the|small|long))*( \w+)?"

HELD = {
    name: rf"{_GRIP}{_ANY} ({words})|({words}) (in (his |her |one )?hand|over (his|her) shoulder|on (his|her) shoulder)"
    for name, words in {
        "lantern": "lanterns?|lamp|light|torch",
        "book": "books?|notebook|journal|diary|logbook|ledger",
        "map": "maps?|charts?|plan|rolled plan|paper",
        "telescope": "telescope|spyglass|binoculars",
        "staff": "staff|stick|cane|spear|pole|crook|walking stick|oar|hoe|fishing rod|rod",
        "basket": "baskets?|bucket|pail|jar|tray",
        "bag": "bag|suitcase|satchel|sack|doctor's bag|case",
        "net": "nets?",
        "shovel": "shovel|spade",
        "hammer": "hammer|axe|pickaxe|tool",
        "flower": "flowers?|rose|bouquet|plant",
        "sword": "sword|sabre",
        "rope": "rope|coil of rope|line",
        "brush": "brush|pen|quill|paintbrush",
        "glass": "magnifying glass|glass|lens",
        "flask": "flask|test tube|bottle",
        "rifle": "rifle|gun|musket",
        "bread": "bread|loaf|tea|samovar",
    }.items()
}
