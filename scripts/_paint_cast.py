"""Characters and props: which being or thing a prompt names, and its cut-out with stage directions."""
# ruff: noqa: ARG001

from typing import Any

from _paint_brush import ink
from _paint_names import ANIMALS, MACHINES, PEOPLE, THINGS
from _paint_sheet import Sheet
from _paint_weather import grade_pixels
from _paint_words import Wish
from _pictures import Pixels


def paint_being(wish: Wish, kind: str) -> tuple[Pixels, dict[str, Any]]:
    """Paint the character or prop that the prompt names, and say how it stands on a stage."""
    group, name = choose_being(wish, kind)
    sheet, chance = Sheet(), wish.chance("being")
    tint = ink(wish.colours()[0]) if wish.colours() else None
    notes = _PAINTERS[group](sheet, name, tint, wish)
    mirrored = chance.random() < 0.4 and group != "thing"
    return grade_pixels(wish, sheet.finished(mirrored=mirrored)), notes


def choose_being(wish: Wish, kind: str) -> tuple[str, str]:
    """Choose by the word that comes first in the text; a prop is a thing before it is a being."""
    tables = {"person": PEOPLE, "animal": ANIMALS, "machine": MACHINES}
    if kind == "prop":
        tables = {"thing": THINGS}
    found = [
        (place, order, group, name)
        for order, (group, table) in enumerate(tables.items())
        for name, pattern in table.items()
        if (place := wish.where(pattern)) is not None
    ]
    if found:
        return _most_exact(found)
    if kind == "prop":
        later = [("machine", name) for name, pattern in MACHINES.items() if wish.says(pattern)]
        return later[0] if later else ("thing", wish.chance("thing").choice(("crate", "book", "lantern")))
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
    from _paint_people import paint_person
    from _paint_roles import ROLES

    paint_person(sheet, name, wish, wish.chance("person"))
    return {"size": ROLES[name].size}


def _animal(sheet: Sheet, name: str, tint: Any, wish: Wish) -> dict[str, Any]:
    from _paint_beasts import paint_beast
    from _paint_species import BEASTS

    if name in BEASTS:
        paint_beast(sheet, name, tint, wish.chance("beast"))
        return {"size": BEASTS[name].size}
    from _paint_flyers import FLYERS
    from _paint_swimmers import SWIMMERS

    painter, coat, size, floats = (SWIMMERS | FLYERS)[name]
    painter(sheet, tint or ink(coat), wish.chance("creature"))
    return {"size": size, "floats": floats}


def _machine(sheet: Sheet, name: str, tint: Any, wish: Wish) -> dict[str, Any]:
    from _paint_machines import MACHINES as PAINTERS

    painter, coat, size, floats = PAINTERS[name]
    painter(sheet, tint or ink(coat), wish.chance("machine"))
    return {"size": size, "floats": floats}


def _thing(sheet: Sheet, name: str, tint: Any, wish: Wish) -> dict[str, Any]:
    from _paint_things import THINGS as PAINTERS

    painter, colour, size = PAINTERS[name]
    painter(sheet, tint or ink(colour), wish.chance("thing"))
    return {"size": size}


_PAINTERS = {"person": _person, "animal": _animal, "machine": _machine, "thing": _thing}
