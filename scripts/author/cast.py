"""Choose the pictures of a film: places that look different, and beings and props that fit into them."""

import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from author.theme import Picture, Theme
from painter.names import PLACES
from painter.words import best, read

OF_22 = {"character": 5, "environment": 11, "prop": 6}
GUESTS = 0.3  # of the places, from a second theme
MOST_OF_ONE_SITE = 0.55  # of the places, so that a film leaves the sea floor now and then
UNPEOPLED = ("water", "sky")
MOST_UNPEOPLED = 0.2
SPOKEN_OF = 2  # words in common that make a sentence be about somebody or something
FEW_PEOPLE = 3  # places that one of the first two people counts for: a film needs somebody to meet
TOLD = 4.0  # worth of a picture that a sentence of the brief speaks of

Worth = Callable[[Picture], float]


@dataclass(frozen=True)
class Brief:
    """What the film is asked to tell: sentences that will be spoken, and all its words with their weights."""

    sentences: list[str]
    weights: dict[str, int]


def counts(assets: int, scenes: int) -> dict[str, int]:
    """Share the assets among the kinds, as a film of 22 does."""
    people = min(round(assets * OF_22["character"] / 22), 2 * scenes)
    places = max(1, min(round(assets * OF_22["environment"] / 22), scenes))
    return {"character": people, "environment": places, "prop": assets - people - places}


def choose_cast(
    themes: list[Theme], spare: list[Theme], many: dict[str, int], brief: Brief, dice: random.Random
) -> dict[str, list[Picture]]:
    """Choose places first, then who can be there, then what can lie beside them."""
    told = _told_of(themes, brief.sentences)

    def echo(picture: Picture) -> float:
        heard = 0.7 * min(9, sum(brief.weights.get(word, 0) for word in picture.words))
        return heard + TOLD * (picture.name in told) + 1.5 * dice.random()

    places = _places(themes, spare, many["environment"], echo)
    groups: list[Sequence[Picture]] = [
        [each for theme in themes for each in theme.pictures],
        *(theme.pictures for theme in spare),
    ]
    beings = _beings(groups, many["character"], places, echo)
    props = _props(themes + spare, many["prop"], places, beings, echo)
    return {"character": beings, "environment": places, "prop": props}


def _told_of(themes: list[Theme], sentences: list[str]) -> set[str]:
    """Name the pictures that show best what the sentences of the brief tell, one of each kind for a sentence."""
    told = set()
    for kind in ("environment", "character", "prop"):
        pictures = [each for theme in themes for each in theme.pictures if each.kind == kind]
        for sentence in sentences:
            shared, name = max((each.shared(sentence), each.name) for each in pictures)
            if shared >= SPOKEN_OF:
                told.add(name)
    return told


def at_home(being: Picture) -> bool:
    """Say whether somebody can be in a room: a person, who may hold a prop, and not an animal or a ship."""
    return "in" in being.sites


def goes_with(prop: Picture, being: Picture) -> bool:
    """Say whether a prop may lie beside a being: things of a household need a person."""
    return at_home(being) or "in" not in prop.sites


def _places(themes: list[Theme], spare: list[Theme], many: int, echo: Worth) -> list[Picture]:
    guests = round(many * GUESTS) if len(themes) > 1 else 0
    taken: list[Picture] = []
    for theme, room in zip([*themes, themes[0], *spare], [many - guests, *[many] * 99], strict=False):
        spoken = Counter(line.place for line in theme.lines)
        worth = {each.name: echo(each) + 0.5 * spoken[each.name] for each in _of(theme, "environment", taken)}
        while len(taken) < room and (left := _of(theme, "environment", taken)):
            taken.append(max(left, key=lambda place: worth[place.name] - _sameness(place, taken, many)))
    return taken


def _sameness(place: Picture, taken: list[Picture], many: int) -> float:
    """Say how much a place would repeat those already taken: as the painter sees it, and as a kind of place."""
    alike = Counter(map(look, taken))[look(place)]
    same_site = sum(each.sites[0] == place.sites[0] for each in taken)
    unpeopled = sum(each.sites[0] in UNPEOPLED for each in taken)
    repeats = 1.2 * alike + 5 * (same_site + 1 > MOST_OF_ONE_SITE * many)
    return repeats + 5 * (place.sites[0] in UNPEOPLED and unpeopled + 1 > MOST_UNPEOPLED * many)


def look(place: Picture) -> str:
    """Name the picture that the offline painter makes of a place."""
    if place.prompt not in _LOOKS:
        _LOOKS[place.prompt] = best(read(place.prompt, "environment", 0), PLACES) or ""
    return _LOOKS[place.prompt]


def _beings(groups: list[Sequence[Picture]], many: int, places: list[Picture], echo: Worth) -> list[Picture]:
    """Take beings by the brief's words, and so that most places have somebody who can be there."""
    taken: dict[str, Picture] = {}
    for group in groups:
        known = {each.name: each for each in reversed(group) if each.kind == "character" and each.name not in taken}
        fitting = [each for each in known.values() if any(map(each.fits, places))]
        worth = {each.name: echo(each) for each in fitting}
        while fitting and len(taken) < many:
            lonely = [place for place in places if not any(each.fits(place) for each in taken.values())]
            helped = {each.name: sum(map(each.fits, lonely)) for each in fitting}
            people = sum(map(at_home, taken.values()))
            for each in fitting:
                helped[each.name] += FEW_PEOPLE * (at_home(each) and people < 2)
            chosen = max(fitting, key=lambda being: worth[being.name] + min(5, 0.9 * helped[being.name]))
            fitting.remove(chosen)
            taken[chosen.name] = chosen
    return list(taken.values())


def _props(themes: list[Theme], many: int, places: list[Picture], beings: list[Picture], echo: Worth) -> list[Picture]:
    taken: list[Picture] = []
    for theme in themes:
        fitting = [each for each in _of(theme, "prop", taken) if _usable(each, places, beings)]
        worth = {each.name: echo(each) + 0.3 * sum(map(each.fits, places)) for each in fitting}
        while fitting and len(taken) < many:
            sites = Counter(each.sites for each in taken)
            chosen = max(fitting, key=lambda prop: worth[prop.name] - 0.8 * sites[prop.sites])
            fitting.remove(chosen)
            taken.append(chosen)
    return taken


def _usable(prop: Picture, places: list[Picture], beings: list[Picture]) -> bool:
    owners = [being for being in beings if goes_with(prop, being)]
    return any(prop.fits(place) and any(being.fits(place) for being in owners) for place in places)


def _of(theme: Theme, kind: str, taken: Iterable[Picture]) -> list[Picture]:
    names = {each.name for each in taken}
    return [each for each in theme.pictures if each.kind == kind and each.name not in names]


_LOOKS: dict[str, str] = {}
