"""Garments: trousers and boots, coats, robes, and what tells one from another."""
# Outlines read better as rows of points:
# fmt: off

import random
from typing import TYPE_CHECKING

from painter.brush import ink, mix, scaled
from painter.poses import Pose, legs
from painter.roles import Role
from painter.sheet import Sheet

if TYPE_CHECKING:
    from painter.people import Look

_WIDE = {"robe": 176, "gown": 230, "parka": 168, "spacesuit": 140, "armour": 122, "coat": 148, "labcoat": 142}


def paint_seat(sheet: Sheet, ground: float, chance: random.Random) -> None:
    """Paint what a person sits on."""
    if chance.random() < 0.5:
        sheet.box(-130, -420, 110, ground, ink("8a6440"), soft=0.4)
        for y in (-340.0, -270.0):
            sheet.line([(-130, y), (110, y)], 5, ink("5f4229"))
    else:
        sheet.blob([(-180, ground), (-170, -350), (-90, -430), (60, -436), (150, -340), (170, ground)], ink("8a8880"))


def paint_legs(sheet: Sheet, role: Role, look: "Look", pose: Pose, ground: float) -> None:
    """Paint legs and boots down to the ground."""
    suit = role.garment in ("spacesuit", "armour", "parka")
    trousers = look.cloth if suit else mix(scaled(look.cloth, 0.55), ink("4a4440"), 0.5)
    thick = 1.35 if suit else 1.0
    boot = scaled(look.cloth, 0.8) if role.garment == "spacesuit" else ink("4f5258") if suit else ink("4a3428")
    for side in (-1, 1):
        spine, lift = legs(pose.legs, side, ground)
        sheet.limb([(x, y, radius * thick) for x, y, radius in spine], scaled(trousers, 0.88 if side < 0 else 1.0))
        (kx, ky, _), (x, y, _) = spine[1:]
        sheet.limb([(x + (kx - x) * 0.4, y + (ky - y) * 0.4, 40 * thick), (x, y + 20, 36 * thick)], boot)
        sheet.blob(
            [
                (x - 40 * thick, y + 10 - lift * 0.3), (x + 6, y - 2), (x + 58 * thick, ground - 32),
                        (x + 70 * thick, ground - 2),
                (x - 40 * thick, ground - lift),
            ],
            boot,
        )


def paint_body(sheet: Sheet, role: Role, look: "Look", long: float, lean: float) -> None:
    """Paint the torso and what hangs from it, down to `long` above the ground; `lean` is how far the hem trails."""
    hem, wide = -long, _WIDE.get(role.garment, 116)
    bulk = 1.2 if role.garment in ("spacesuit", "parka") else 1.0
    waist, shoulder = (74 if look.woman else 96) * bulk, (98 if look.woman else 118) * bulk
    trail = lean if long < 400 else 0.0
    middle = (hem - 560) / 2
    outline = [
        (-38, -836), (-shoulder * 0.8, -812), (-shoulder - 6, -760), (-waist - 8, -620),
                (-wide * 0.72 + trail * 0.4, middle),
        (-wide + trail, hem - 8), (-wide * 0.5 + trail, hem + 6), (wide * 0.5 + trail * 0.4, hem + 6),
        (wide + trail * 0.3, hem - 8), (wide * 0.72, middle), (waist + 8, -620), (shoulder + 6, -760),
                (shoulder * 0.8, -812),
        (38, -836),
    ]
    sheet.limb([(0, -800, 36), (0, -862, 33)], scaled(look.skin, 0.86))
    body = sheet.blob(outline, look.cloth, soft=1.2)
    if role.garment in ("robe", "gown"):
        for x in (-90, -30, 40, 100):
            fold = [(x * 0.5, -560, 3), (x + trail * 0.4, middle, 10), (x * 1.5 + trail, hem + 10, 20)]
            sheet.limb(fold, scaled(look.cloth, 0.72), within=body, soft=0.0, level=105)


def dress(sheet: Sheet, role: Role, look: "Look", long: float) -> None:
    """Paint collars, buttons, belts: what tells a coat from a robe."""
    if role.hat == "copper":
        _breastplate(sheet)
    elif role.garment in ("coat", "labcoat", "parka"):
        _buttons_and_collar(sheet, role, look, long)
    elif role.garment in ("robe", "gown"):
        _belt(sheet, role, look)
        if role.apron:
            bib = [(-44, -600), (44, -600), (104, -380), (120, -130), (-120, -130), (-104, -380)]
            sheet.blob(bib, mix(look.cloth, ink("efe6d2"), 0.8))
    elif role.garment == "sweater":
        sheet.limb([(-44, -826, 17), (0, -812, 19), (44, -826, 17)], mix(look.cloth, ink("fff4e0"), 0.3))
        strap = mix(scaled(look.cloth, 0.6), ink("5a4030"), 0.5)
        for side in (-1, 1):
            sheet.line([(side * 60, -800), (side * 64, -620), (side * 62, -450)], 16, strap)
    elif role.garment == "apron":
        bib = [(-60, -770), (60, -770), (96, -560), (104, -340), (-104, -340), (-96, -560)]
        sheet.blob(bib, mix(look.cloth, ink("e8dcc4"), 0.65))
    elif role.garment == "spacesuit":
        _panel_and_hoses(sheet)
    elif role.garment == "armour":
        sheet.blob([(-100, -800), (0, -780), (100, -800), (92, -640), (0, -590), (-92, -640)],
                scaled(look.cloth, 1.12))
        sheet.shape([(-30, -560), (30, -560), (70, -400), (-70, -400)], look.accent)


def paint_scarf(sheet: Sheet, look: "Look") -> None:
    """Paint a scarf whose end flies behind."""
    tail = [(-40, -806, 22), (-130, -836, 24), (-220, -800, 22), (-290, -836, 12)]
    sheet.limb(tail, scaled(look.accent, 0.85))
    sheet.limb([(-62, -822, 24), (0, -802, 28), (62, -822, 24)], look.accent)
    for x in (-60, 0, 50):
        sheet.line([(x, -836), (x + 8, -790)], 4, scaled(look.accent, 0.7))


def _buttons_and_collar(sheet: Sheet, role: Role, look: "Look", long: float) -> None:
    dark, light = scaled(look.cloth, 0.6), mix(look.cloth, ink("fff4e0"), 0.3)
    sheet.line([(6, -800), (10, -600), (14, -long - 4)], 5, dark)
    for y in (-740, -660, -580, -500):
        sheet.oval(28, y, 8, 8, look.accent if role.garment == "coat" else dark)
    collar = ink("e8dcc8") if role.garment == "parka" else light
    for side in (-1, 1):
        sheet.shape([(side * 8, -834), (side * 66, -822), (side * 54, -720), (side * 8, -690)], collar)
        sheet.box(side * 78 - 32, -470, side * 78 + 32, -456, dark, soft=0.0, level=150)
    if role.garment == "labcoat":
        sheet.shape([(-8, -828), (10, -828), (20, -700), (4, -670), (-10, -700)], look.accent)


def _belt(sheet: Sheet, role: Role, look: "Look") -> None:
    belt = look.accent if role.garment == "gown" else mix(look.accent, ink("8a7048"), 0.5)
    sheet.limb([(-90, -606, 13), (0, -596, 14), (90, -606, 13)], belt)
    if role.garment == "robe":
        sheet.limb([(30, -590, 8), (38, -470, 7), (34, -380, 10)], belt)
    neck = mix(look.cloth, ink("fff4e0"), 0.3) if role.garment == "robe" else look.skin
    sheet.shape([(-46, -834), (46, -834), (8, -716), (-2, -716)], neck, soft=0.5)


def _panel_and_hoses(sheet: Sheet) -> None:
    sheet.box(-58, -740, 58, -640, ink("5f6a78"))
    for x, code in ((-34, "d8584a"), (-4, "e8b84a"), (26, "5aa88a")):
        sheet.oval(x, -690, 11, 11, ink(code))
    for side in (-1, 1):
        sheet.limb([(side * 60, -700, 9), (side * 110, -640, 9), (side * 70, -560, 9)], ink("8a929c"))


def _breastplate(sheet: Sheet) -> None:
    """Paint a diver's copper collar, belt of lead, and air hose."""
    copper, lead = ink("b8753c"), ink("5a5c60")
    sheet.limb([(-20, -840, 15), (-170, -900, 15), (-260, -1060, 15), (-220, -1240, 14)], ink("4a4a48"))
    sheet.blob([(-120, -838), (120, -838), (138, -760), (70, -690), (-70, -690), (-138, -760)], copper)
    for x in (-88, -44, 0, 44, 88):
        sheet.oval(x, -722 - abs(x) * 0.3, 9, 9, scaled(copper, 0.6))
    sheet.limb([(-128, -548, 22), (0, -536, 24), (128, -548, 22)], lead)
    for x in (-84, 0, 84):
        sheet.box(x - 30, -572, x + 30, -508, scaled(lead, 1.15))
