"""People: a storybook figure in some pose, dressed for its role, with what it carries."""
# Outlines read better as rows of points:
# fmt: off

import random
from dataclasses import dataclass, replace

from painter.brush import Colour, grey, ink, mix, scaled
from painter.faces import paint_head, paint_long_hair
from painter.garments import dress, paint_body, paint_legs, paint_scarf, paint_seat
from painter.held import HELD, hold
from painter.poses import Pose, arm, choose_pose
from painter.roles import GARMENTS, HATS, ROLES, Role
from painter.sheet import Sheet
from painter.words import Wish

_SKIN = ("f0c8a4", "e4b088", "c88f64", "a06a44", "7a4c32", "5f3a28")
_HAIR = ("2c2424", "4a3020", "7a4a28", "b88848", "8a3f24", "5a4a40")
_ACCENTS = ("c8983c", "b8483c", "d8c8a0", "5a8a8a", "8a5a7a", "8a8656")
_LONG = {"robe": 14.0, "gown": 10.0, "labcoat": 290.0, "coat": 300.0, "parka": 390.0, "apron": 330.0}
_WOMEN = r"woman|women|girl|queen|mother|grandmother|lady|she|her|female|princess|nun|wife|daughter|sister|dancer|\w+woman"
_MEN = r"man|men|boy|king|father|grandfather|he|his|male|prince|monk|husband|son|brother|(?!wo)\w*(?<!wo)man"


@dataclass(frozen=True)
class Look:
    """Hold one person's colours, build and face."""

    skin: Colour
    hair: Colour
    cloth: Colour
    accent: Colour
    old: bool
    woman: bool
    child: bool
    beard: str  # "", "full", "moustache" or "goatee"
    cut: str  # how the hair is cut
    glasses: bool
    face: float  # how wide the face is, 1 is usual

    @property
    def shoulder(self) -> float:
        return 92 if self.woman else 112


def paint_person(sheet: Sheet, name: str, wish: Wish, chance: random.Random) -> float:
    """Paint the person from the feet up; give how far the body sinks below standing, in units."""
    role = _dressed(ROLES[name], wish)
    look = _look(name, role, wish, chance)
    item = _item(role, wish)
    skirt = role.garment in ("robe", "gown")
    pose = choose_pose(wish, chance, holds=bool(item), long_skirt=skirt)
    ground = -pose.drop
    sheet.y += round(pose.drop)
    if pose.legs == "sit":
        paint_seat(sheet, ground, chance)
    if not skirt:
        paint_legs(sheet, role, look, pose, ground)
    elif role.garment == "robe" and pose.legs != "sit":
        for x in (-52, 60):
            sheet.blob([(x - 40, -20), (x, -36), (x + 46, -18), (x + 46, 0), (x - 40, 0)], ink("3a2c28"))
    _arm(sheet, role, look, -1, pose.far)
    if look.woman and role.hat not in ("helmet", "copper", "visor", "hood"):
        paint_long_hair(sheet, look, wind=pose.legs == "walk" or "wind" in wish.weather)
    paint_body(sheet, role, look, _hem(role, pose), lean=-34.0 if pose.legs == "walk" else 0.0)
    dress(sheet, role, look, _hem(role, pose))
    if role.garment in ("coat", "sweater", "parka") and role.hat not in ("hood", "scarf") and chance.random() < 0.2:
        paint_scarf(sheet, look)
    paint_head(sheet, role.hat, look, chance, up=pose.looks_up)
    hand = _arm(sheet, role, look, 1, pose.near)
    if item:
        hold(sheet, item, *hand, look.accent, ground=ground)
        sheet.oval(hand[0], hand[1], 27, 25, _glove(role, look))
    sheet.y -= round(pose.drop)
    return pose.drop


def _hem(role: Role, pose: Pose) -> float:
    """Say how far above the standing ground the garment ends."""
    usual = _LONG.get(role.garment, 440.0)
    if pose.legs == "sit":
        return pose.drop + 8 if usual < 60 else max(usual, 400.0)
    return pose.drop + usual if usual < 60 else max(usual, 380.0) if pose.legs == "kneel" else usual


def _dressed(role: Role, wish: Wish) -> Role:
    """Change what the prompt says about clothes and hats."""
    if role.garment in ("spacesuit", "armour"):
        return role
    garment = next((name for name, words in GARMENTS.items() if wish.says(words)), role.garment)
    hat = next((name for name, words in HATS.items() if wish.says(words)), role.hat)
    if garment == "apron" and role.garment == "gown":
        return replace(role, hat=hat, apron=True)
    return replace(role, garment=garment, hat=hat)


def _look(name: str, role: Role, wish: Wish, chance: random.Random) -> Look:
    old = name == "elder" or wish.says("old|elderly|aged|ancient|grand(mother|father)\\w*|veteran|retired|white beard")
    woman = wish.says(_WOMEN) and not wish.says("beard\\w*|moustache")
    woman = woman or (not wish.says(rf"{_MEN}|beard\\w*|moustache") and chance.random() < 0.4)
    child = name == "child"
    beard = "" if woman or child else chance.choice(("full", "full", "moustache", "goatee", "", "", ""))
    if not woman and (wish.says("beard\\w*") or (old and beard == "")):
        beard = "full"
    cuts = ("long", "bun", "braid", "bob") if woman else ("short", "side", "curly", "short",
            "thin" if old else "side")
    cloth = wish.colour_of("|".join((*GARMENTS.values(), "suit")))
    accent = wish.colour_of("scarf|hat|cap|headscarf|shawl|belt|sash|turban|hood|beret")
    return Look(
        skin=ink(chance.choice(_SKIN)),
        hair=ink("d8d4cc") if old else ink(chance.choice(_HAIR)),
        cloth=_harmonised(mix(ink(cloth), ink("6a6660"), 0.22) if cloth else ink(chance.choice(role.colours)), wish),
        accent=_harmonised(ink(accent or chance.choice(_ACCENTS)), wish),
        old=old,
        woman=woman,
        child=child,
        beard=beard,
        cut=chance.choice(cuts),
        glasses=wish.says("glasses|spectacles|monocle") or chance.random() < (0.35 if name in ("scientist",
                "reader") else 0.06),
        face=chance.uniform(0.93, 1.08),
    )


def _harmonised(colour: Colour, wish: Wish) -> Colour:
    """Bring a costume a little nearer to the film's palette, and keep it itself."""
    named = [ink(code) for code in wish.palette()]
    if not named:
        return colour
    nearest = min(named, key=lambda other: sum((a - b) ** 2 for a, b in zip(colour, other, strict=True)))
    return mix(colour, scaled(nearest, max(0.4, min(1.6, grey(colour) / max(1.0, grey(nearest))))), 0.16)


def _item(role: Role, wish: Wish) -> str:
    """Let a person hold what the prompt puts in its hands, else what its role brings."""
    return next((name for name, words in HELD.items() if wish.says(words)), role.item)


def _glove(role: Role, look: Look) -> Colour:
    return scaled(look.cloth, 0.9) if role.garment == "spacesuit" else look.skin


def _arm(sheet: Sheet, role: Role, look: Look, side: int, way: str) -> tuple[float, float]:
    """Paint one arm and its hand; give where the hand is."""
    bulk = 1.35 if role.garment in ("spacesuit", "parka") else 1.12 if role.garment == "robe" else 1.0
    shoulder = look.shoulder * (1.15 if bulk > 1.2 else 1.0)
    elbow, hand = arm(way, side, shoulder)
    length = max(1.0, ((hand[0] - elbow[0]) ** 2 + (hand[1] - elbow[1]) ** 2) ** 0.5)
    ux, uy = (hand[0] - elbow[0]) / length, (hand[1] - elbow[1]) / length
    sheet.oval(hand[0], hand[1], 27, 28, _glove(role, look))
    if way == "point":
        sheet.limb([(hand[0], hand[1], 15), (hand[0] + side * 52, hand[1] - 8, 8)], _glove(role, look))
    spine = [(side * shoulder * 0.86, -772, 42 * bulk), (*elbow, 36 * bulk),
            (hand[0] - ux * 20, hand[1] - uy * 20, 30 * bulk)]
    sheet.limb(spine, scaled(look.cloth, 0.92 if side > 0 else 0.74))
    return hand
