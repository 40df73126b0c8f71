"""Characters and props: which being or thing a prompt names, and its cut-out with stage directions."""
# ruff: noqa: ARG001

from typing import Any

from painter.brush import ink
from painter.finish import finish_cut_out
from painter.names import ANIMALS, MACHINES, PEOPLE, THINGS
from painter.sheet import Sheet
from painter.words import Wish
from stage.pictures import Pixels

_TABLES = {"person": PEOPLE, "animal": ANIMALS, "machine": MACHINES, "thing": THINGS}


def paint_being(wish: Wish, kind: str) -> tuple[Pixels, dict[str, Any]]:
    """Paint the character or prop that the prompt names, and say how it stands on a stage."""
    group, name = choose_being(wish, kind)
    sheet, chance = Sheet(), wish.chance("being")
    colour = wish.colour_before(_TABLES[group][name]) if group != "person" and name in _TABLES[group] else None
    tint = ink(colour) if colour else None
    notes = _PAINTERS[group](sheet, name, tint, wish)
    mirrored = chance.random() < 0.4 and group != "thing"
    notes |= {"faces": -1 if mirrored else 1} if group != "thing" else {}
    return finish_cut_out(wish, sheet.finished(mirrored=mirrored)), notes


def choose_being(wish: Wish, kind: str) -> tuple[str, str]:
    """Choose by the word that comes first in the text; a prop is a thing before it is a being."""
    groups = ("thing",) if kind == "prop" else ("person", "animal", "machine")
    for each in (wish, wish.told_by_style()):
        found = [
            (place, order, group, name)
            for order, group in enumerate(groups)
            for name, pattern in _TABLES[group].items()
            if (place := each.where(pattern)) is not None
        ]
        if found:
            return _most_exact(found)
        if kind == "prop":
            later = [("machine", name) for name, pattern in MACHINES.items() if each.says(pattern)]
            if later:
                return later[0]
    if kind == "prop":
        return "thing", wish.chance("thing").choice(("crate", "book", "lantern"))
    return "person", wish.chance("person").choice(("man", "woman", "explorer", "reader"))


def _most_exact(found: list[tuple[int, int, str, str]]) -> tuple[str, str]:
    """Take the earliest word; among people, a trade says more than "man" or "old"."""
    place, _, group, name = min(found)
    if name in ("man", "woman", "elder"):
        trades = [
            each
            for each in found
            if each[2] == "person" and each[3] not in ("man", "woman", "elder") and each[0] - place < 60
        ]
        if trades:
            return min(trades)[2:]
    return group, name


def _person(sheet: Sheet, name: str, tint: object, wish: Wish) -> dict[str, Any]:
    from painter.people import paint_person
    from painter.roles import ROLES

    drop = paint_person(sheet, name, wish, wish.chance("person"))
    notes: dict[str, Any] = {"size": round(ROLES[name].size * (1 - drop / 1010), 3), "person": True}
    return notes | ({"floats": True, "home": "water"} if name == "diver" else {})


def _animal(sheet: Sheet, name: str, tint: Any, wish: Wish) -> dict[str, Any]:
    from painter.beasts import paint_beast
    from painter.species import BEASTS

    if name in BEASTS:
        paint_beast(sheet, name, tint, wish.chance("beast"))
        return {"size": BEASTS[name].size}
    from painter.flyers import FLYERS
    from painter.swimmers import SWIMMERS

    painter, coat, size, floats = (SWIMMERS | FLYERS)[name]
    painter(sheet, tint or ink(coat), wish.chance("creature"))
    home = "water" if name in SWIMMERS else "air"
    return {"size": size, "floats": floats} | ({"home": home} if floats else {})


def _machine(sheet: Sheet, name: str, tint: Any, wish: Wish) -> dict[str, Any]:
    from painter.machines import MACHINES as PAINTERS

    painter, coat, size, floats = PAINTERS[name]
    painter(sheet, tint or ink(coat), wish.chance("machine"))
    home = {"ship": "surface", "sailing ship": "surface", "submarine": "water"}.get(name, "air")
    return {"size": size, "floats": floats} | ({"home": home} if floats else {})


def _thing(sheet: Sheet, name: str, tint: Any, wish: Wish) -> dict[str, Any]:
    from painter.things import THINGS as PAINTERS

    painter, colour, size = PAINTERS[name]
    painter(sheet, tint or ink(colour), wish.chance("thing"))
    return {"size": size}


_PAINTERS = {"person": _person, "animal": _animal, "machine": _machine, "thing": _thing}
