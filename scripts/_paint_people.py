"""People: a storybook figure dressed for its role, with what it carries."""
# Outlines read better as rows of points:
# fmt: off
# ruff: noqa: PLR0917

import random
from dataclasses import dataclass

from _paint_brush import Colour, ink, mix, scaled
from _paint_held import HELD, hold
from _paint_roles import ROLES, Role
from _paint_sheet import Sheet
from _paint_words import Wish

_SKIN = ("f0c8a4", "e4b088", "c88f64", "a06a44", "7a4c32", "5f3a28")
_HAIR = ("2c2424", "4a3020", "7a4a28", "b88848", "8a3f24")


@dataclass(frozen=True)
class Look:
    """Hold one person's colours and build."""

    skin: Colour
    hair: Colour
    cloth: Colour
    accent: Colour
    old: bool
    woman: bool
    beard: bool


def paint_person(sheet: Sheet, name: str, wish: Wish, chance: random.Random) -> None:
    """Paint the person from the feet up."""
    role = ROLES[name]
    look = _look(name, role, wish, chance)
    long = {"robe": 14.0, "gown": 10.0, "labcoat": 290.0, "coat": 300.0, "parka": 390.0, "apron": 330.0}.get(
        role.garment, 440.0
    )
    if role.garment not in ("robe", "gown"):
        _legs(sheet, role, look)
    elif role.garment == "robe":
        for x in (-52, 60):
            sheet.blob([(x - 40, -20), (x, -36), (x + 46, -18), (x + 46, 0), (x - 40, 0)], ink("3a2c28"))
    raised = bool(role.item) or chance.random() < 0.4
    _arm(sheet, role, look, -1, raised=False)
    if look.woman and role.hat not in ("helmet", "visor", "hood"):
        _long_hair(sheet, look, 1.42 if name == "child" else 1.08)
    _body(sheet, role, look, long)
    _dress(sheet, role, look, long)
    _head(sheet, role, look, chance, child=name == "child")
    item = _item(role, wish)
    hand = _arm(sheet, role, look, 1, raised=raised and bool(item))
    if item:
        hold(sheet, item, *hand, look.accent)
        sheet.oval(hand[0], hand[1], 27, 25, look.skin if role.garment != "spacesuit" else look.cloth)


def _look(name: str, role: Role, wish: Wish, chance: random.Random) -> Look:
    named = [ink(code) for code in wish.colours()]
    old = name == "elder" or wish.says("old|elderly|aged|ancient|grand(mother|father)\\w*|veteran|retired")
    woman = wish.says(
        "woman|women|girl|queen|mother|grandmother|lady|she|her|female|princess|nun|wife|daughter|sister|dancer|fisherwoman"
    )
    man = wish.says("man|men|boy|king|father|grandfather|he|his|male|prince|monk|husband|son|brother|fisherman")
    woman = woman or (not man and chance.random() < 0.35)
    hair = ink("d8d4cc") if old else ink(chance.choice(_HAIR))
    beard = (
        not woman and name not in ("child", "astronaut") and (old or chance.random() < 0.45 or wish.says("beard\\w*"))
    )
    cloth = named[0] if named else ink(chance.choice(role.colours))
    accent = named[1] if len(named) > 1 else ink(chance.choice(("c8983c", "b8483c", "d8c8a0", "5a8a8a", "8a5a7a")))
    return Look(ink(chance.choice(_SKIN)), hair, cloth, accent, old, woman, beard)


def _item(role: Role, wish: Wish) -> str:
    """Let a person hold what the prompt puts in its hands, else what its role brings."""
    for name, pattern in HELD.items():
        if wish.says(pattern):
            return name
    return role.item


def _legs(sheet: Sheet, role: Role, look: Look) -> None:
    suit = role.garment in ("spacesuit", "armour", "parka")
    trousers = look.cloth if suit else mix(scaled(look.cloth, 0.55), ink("4a4440"), 0.5)
    thick = 1.35 if suit else 1.0
    for side in (-1, 1):
        sheet.limb(
            [(side * 46, -470, 56 * thick), (side * 54, -250, 43 * thick), (side * 56, -60, 33 * thick)],
            scaled(trousers, 0.9 if side < 0 else 1.0),
        )
        x = side * 58
        boot = scaled(look.cloth, 0.8) if role.garment == "spacesuit" else ink("4a3428") if not suit else ink("4f5258")
        sheet.limb([(x, -130, 40 * thick), (x, -40, 36 * thick)], boot)
        sheet.blob(
            [(x - 40 * thick, -50), (x + 6, -62), (x + 58 * thick, -32), (x + 70 * thick, -2), (x - 40 * thick, 0)],
            boot,
        )


def _body(sheet: Sheet, role: Role, look: Look, long: float) -> None:
    """Paint the torso and what hangs from it, down to `long` above the ground."""
    hem = -long
    wide = {"robe": 176, "gown": 230, "parka": 168, "spacesuit": 140, "armour": 122, "coat": 148, "labcoat": 142}.get(
        role.garment, 116
    )
    bulk = 1.2 if role.garment in ("spacesuit", "parka") else 1.0
    waist = (74 if look.woman else 96) * bulk
    shoulder = (98 if look.woman else 118) * bulk
    outline = [(-38, -836), (-shoulder * 0.8, -812), (-shoulder - 6, -760), (-waist - 8, -620), (-wide * 0.72,
        (hem - 560) / 2), (-wide, hem - 8), (-wide * 0.5, hem + 6),
               (wide * 0.5, hem + 6), (wide, hem - 8), (wide * 0.72, (hem - 560) / 2), (waist + 8, -620),
               (shoulder + 6, -760), (shoulder * 0.8, -812), (38, -836)]  # fmt: skip
    sheet.limb([(0, -800, 36), (0, -862, 33)], scaled(look.skin, 0.86))
    body = sheet.blob(outline, look.cloth, soft=1.2)
    if long < 60:
        for x in (-90, -30, 40, 100):
            sheet.limb(
                [(x * 0.5, -560, 3), (x, -280, 10), (x * 1.5, hem + 10, 20)],
                scaled(look.cloth, 0.72),
                within=body,
                soft=0.0,
                level=105,
            )


def _dress(sheet: Sheet, role: Role, look: Look, long: float) -> None:
    """Paint collars, buttons, belts: what tells a coat from a robe."""
    if role.garment in ("coat", "labcoat", "parka"):
        _buttons_and_collar(sheet, role, look, long)
    elif role.garment in ("robe", "gown"):
        _belt(sheet, role, look)
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
        sheet.blob([(-100, -800), (0, -780), (100, -800), (92, -640), (0, -590), (-92, -640)], scaled(look.cloth, 1.12))
        sheet.shape([(-30, -560), (30, -560), (70, -400), (-70, -400)], look.accent)


def _buttons_and_collar(sheet: Sheet, role: Role, look: Look, long: float) -> None:
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


def _belt(sheet: Sheet, role: Role, look: Look) -> None:
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


def _arm(sheet: Sheet, role: Role, look: Look, side: int, *, raised: bool) -> tuple[float, float]:
    """Paint one arm and its hand; give where the hand is."""
    bulk = 1.35 if role.garment in ("spacesuit", "parka") else 1.12 if role.garment == "robe" else 1.0
    shoulder = (92 if look.woman else 112) * (1.15 if bulk > 1.2 else 1.0)
    sleeve = scaled(look.cloth, 0.92 if side > 0 else 0.74)
    elbow = (side * (shoulder + 46), -620.0)
    hand = (side * (shoulder + 82), -640.0 + 60) if raised else (side * (shoulder + 32), -452.0)
    elbow = (side * (shoulder + 20), -600.0) if raised else elbow
    if raised:
        hand = (side * (shoulder + 104), -596.0)
        elbow = (side * (shoulder + 16), -578.0)
    sheet.oval(hand[0], hand[1], 27, 28, look.skin if role.garment != "spacesuit" else scaled(look.cloth, 0.9))
    sheet.limb(
        [
            (side * shoulder * 0.86, -772, 42 * bulk), (*elbow, 36 * bulk),
            (hand[0] - side * 12, hand[1] - (0 if raised else 20), 31 * bulk),
        ],
        sleeve,
    )
    return hand


def _head(sheet: Sheet, role: Role, look: Look, chance: random.Random, *, child: bool) -> None:
    """Paint head, hair, face and hat. It looks a little to the right."""
    from _paint_hats import wear_behind, wear_hat

    grow = 1.42 if child else 1.08
    x, y = 4.0, -862 - 66 * grow
    wide, tall = 64 * grow, 78 * grow
    wear_behind(sheet, role.hat, look, x, y, grow)
    sheet.oval(x - wide * 0.92, y + 8, 14 * grow, 19 * grow, scaled(look.skin, 0.86))
    face = sheet.blob(
        [
            (x - wide, y - 10), (x - wide * 0.7, y - tall * 0.82), (x, y - tall), (x + wide * 0.76, y - tall * 0.8),
            (x + wide, y), (x + wide * 0.74, y + tall * 0.62), (x + wide * 0.2, y + tall),
            (x - wide * 0.5, y + tall * 0.76),
        ],
        look.skin,
    )
    for side in (-0.38, 0.62):
        sheet.oval(
            x + wide * side,
            y + tall * 0.3,
            15 * grow,
            11 * grow,
            mix(look.skin, ink("d8685a"), 0.45),
            within=face,
            soft=0.0,
            level=90,
        )
        sheet.oval(x + wide * (side + 0.04), y - 4, 7.2 * grow, 8.2 * grow, ink("2a2226"), soft=0.0)
        sheet.oval(x + wide * (side + 0.01), y - 7, 2.4 * grow, 2.4 * grow, ink("ffffff"), soft=0.0)
        sheet.line(
            [
                (x + wide * (side - 0.14), y - 23 * grow), (x + wide * (side + 0.06), y - 28 * grow),
                (x + wide * (side + 0.22), y - 23 * grow),
            ],
            6 * grow,
            scaled(look.hair, 0.8),
        )
    sheet.blob(
        [
            (x + wide * 0.14, y - 6), (x + wide * 0.36, y + 18 * grow), (x + wide * 0.24, y + 27 * grow),
            (x + wide * 0.04, y + 22 * grow),
        ],
        mix(look.skin, ink("c8705a"), 0.22),
        soft=0.6,
    )
    _mouth_and_beard(sheet, look, x, y, wide, tall)
    if role.hat not in ("helmet", "visor", "hood", "scarf", "bald"):
        _hair(sheet, look, x, y, wide, tall, chance)
    wear_hat(sheet, role.hat, look, x, y, grow)


def _mouth_and_beard(sheet: Sheet, look: Look, x: float, y: float, wide: float, tall: float) -> None:
    if look.beard:
        low = 1.75 if look.old else 1.25
        sheet.blob([(x - wide * 0.98, y + tall * 0.05), (x - wide * 0.72, y + tall * 0.42), (x - wide * 0.1,
            y + tall * 0.4), (x + wide * 0.2, y + tall * 0.36), (x + wide * 0.6, y + tall * 0.42), (x + wide * 0.98,
                y + tall * 0.05),
                    (x + wide * 0.86, y + tall * 0.85), (x + wide * 0.2, y + tall * low), (x - wide * 0.6,
                    y + tall * 0.98)], look.hair)  # fmt: skip
        sheet.limb(
            [
                (x - wide * 0.16, y + tall * 0.5, 7), (x + wide * 0.16, y + tall * 0.42, 10),
                (x + wide * 0.5, y + tall * 0.5, 7),
            ],
            scaled(look.hair, 1.08),
        )
    sheet.line(
        [(x - wide * 0.02, y + tall * 0.56), (x + wide * 0.2, y + tall * 0.6), (x + wide * 0.42, y + tall * 0.55)],
        5,
        mix(scaled(look.skin, 0.5), ink("a04a44"), 0.5),
    )


def _long_hair(sheet: Sheet, look: Look, grow: float) -> None:
    """Paint hair that falls behind the neck onto the shoulders."""
    x, y, wide, tall = 4.0, -862 - 66 * grow, 64 * grow, 78 * grow
    sheet.blob(
        [
            (x - wide * 1.1, y - tall * 0.5), (x, y - tall * 1.15), (x + wide * 1.05, y - tall * 0.5),
            (x + wide * 1.16, y + tall * 0.9), (x + wide * 0.6, y + tall * 1.6), (x - wide * 0.6, y + tall * 1.7),
            (x - wide * 1.26, y + tall * 0.9),
        ],
        scaled(look.hair, 0.85),
    )


def _hair(sheet: Sheet, look: Look, x: float, y: float, wide: float, tall: float, chance: random.Random) -> None:
    part = chance.uniform(-0.3, 0.4)
    sheet.blob([(x - wide * 1.06, y + tall * 0.1), (x - wide * 1.06, y - tall * 0.6), (x - wide * 0.4,
        y - tall * 1.12), (x + wide * 0.5, y - tall * 1.1), (x + wide * 1.04, y - tall * 0.5), (x + wide * 1.02,
            y - tall * 0.1),
                (x + wide * 0.8, y - tall * 0.5), (x + wide * part, y - tall * 0.62), (x - wide * 0.7,
                y - tall * 0.38), (x - wide * 0.84, y + tall * 0.1)], look.hair)  # fmt: skip
