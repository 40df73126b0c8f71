"""Put beings and props into the scenes: only where they fit, everybody at least once, some scenes without anybody."""

import random
import re
from dataclasses import dataclass, field

from author.cast import SPOKEN_OF, at_home, goes_with
from author.theme import Picture

QUIET = 4 / 18  # of the scenes show a place and nobody in it
FEWEST_QUIET = 3 / 18
PAIRS = 3 / 18  # of the scenes are split screens of two
MOST_IN_A_SCENE = 10
SOMEBODY = re.compile(r"\b(?:he|she|him|his|her)\b", re.IGNORECASE)


@dataclass
class Shot:
    """A scene in the making; `asked` are the pictures that its line would like to show."""

    text: str
    place: Picture
    asked: list[Picture]
    people: list[Picture] = field(default_factory=list)
    things: list[Picture] = field(default_factory=list)
    split: bool = False

    def speaks_of(self, picture: Picture) -> bool:
        return picture.shared(self.text) >= SPOKEN_OF

    def is_about_people(self) -> bool:
        return bool(SOMEBODY.search(self.text)) or any(map(self.speaks_of, self.people))

    def welcomes(self, prop: Picture) -> bool:
        """Say whether a prop fits here: beside somebody, or because the sentence is about it."""
        return prop.fits(self.place) and (self.speaks_of(prop) or any(goes_with(prop, who) for who in self.people))


class Stage:
    """Cast the scenes of a film."""

    def __init__(self, shots: list[Shot], beings: list[Picture], props: list[Picture], dice: random.Random) -> None:
        self.shots, self.beings, self.props, self.dice = shots, beings, props, dice

    def fill(self) -> None:
        self._cast_named()
        self._cast_others()
        self._pair()
        for being in self.beings:
            if not self._times(being):
                self._give_a_scene(being)
        for shot in self.shots:
            shot.things = [each for each in shot.asked if each.kind == "prop" and shot.welcomes(each)][:1]
        for prop in self.props:
            if not self._times(prop):
                self._lay_down(prop)
        self._send_home()
        self._split()

    def _cast_named(self) -> None:
        """Show those whom the line asks for or the sentence speaks of."""
        for shot in self.shots:
            fitting = [being for being in self.beings if being.fits(shot.place)]
            spoken = sorted((each for each in fitting if shot.speaks_of(each)), key=lambda who: -who.shared(shot.text))
            asked = [each for each in shot.asked if each in fitting]
            shot.people = list(dict.fromkeys([*asked[:2], *spoken[:1]]))[: max(1, len(asked))]
            if spoken and spoken[0] not in shot.people:
                shot.people[0] = spoken[0]

    def _cast_others(self) -> None:
        """Leave a few places to themselves, above all the first and the last; send somebody to the others."""
        wanted = round(QUIET * len(self.shots))
        self._empty_edges(wanted)
        empty = [number for number, shot in enumerate(self.shots) if not shot.people]
        stay = sorted(empty, key=self._peace)[:wanted]
        for number in empty:
            fitting = [being for being in self.beings if being.fits(self.shots[number].place)]
            if number not in stay and fitting:
                self.shots[number].people = [min(fitting, key=lambda who: self._reluctance(who, number))]

    def _empty_edges(self, wanted: int) -> None:
        """Take nobody's scene but that of the first and last place, where the sentence is not about the people."""
        nobody = sum(not shot.people for shot in self.shots)
        for number in (0, len(self.shots) - 1, *self._arrivals(), *range(len(self.shots))):
            shot = self.shots[number]
            if nobody < wanted - 1 and len(shot.people) == 1 and not shot.is_about_people():
                shot.people = []
                nobody += 1

    def _arrivals(self) -> list[int]:
        return [
            number for number in range(1, len(self.shots)) if self.shots[number].place != self.shots[number - 1].place
        ]

    def _peace(self, number: int) -> tuple[int, bool, bool, int]:
        """Order the empty scenes: nobody can be there, the film's first and last, arrivals; the middle of a stay last."""
        shot = self.shots[number]
        possible = any(being.fits(shot.place) for being in self.beings) + shot.is_about_people()
        neighbour = number > 0 and not self.shots[number - 1].people
        return (possible, number not in (0, len(self.shots) - 1), neighbour, -number)

    def _reluctance(self, being: Picture, number: int) -> float:
        near = [who for shot in self.shots[max(0, number - 1) : number + 2] for who in shot.people]
        return self._times(being) + 0.7 * (being in near) - 0.8 * being.shared(self.shots[number].text)

    def _give_a_scene(self, being: Picture) -> None:
        """Let somebody appear who has no scene yet: instead of another who has several, else beside them."""
        fitting = [shot for shot in self.shots if being.fits(shot.place)] or self.shots
        shot = min(fitting, key=lambda shot: self._crowding(shot, being))
        spare = [who for who in shot.people if self._times(who) > 1 and not shot.speaks_of(who)]
        if len(shot.people) > 1 and spare:
            shot.people.remove(spare[0])
        elif len(shot.people) == 1 and spare and len(self.shots) > len(self.beings):
            shot.people = []
        shot.people.append(being)

    def _crowding(self, shot: Shot, being: Picture) -> float:
        """Say how little a scene wants one more: a scene whose people are seen elsewhere is best, then an empty one."""
        replaceable = sum(self._times(who) > 1 and not shot.speaks_of(who) for who in shot.people)
        edge = 2 * (shot in (self.shots[0], self.shots[-1]))
        worth = 2 * bool(replaceable) + 0.5 * being.shared(shot.text) - 2 * (not shot.people) - edge
        return 3 * len(shot.people) * (len(shot.people) > 1) - worth

    def _lay_down(self, prop: Picture) -> None:
        """Put a prop that no line asked for where it fits best; bring its owner along where nobody is."""
        open_shots = [shot for shot in self.shots if shot.welcomes(prop) and len(shot.things) < MOST_IN_A_SCENE]
        if not open_shots:
            open_shots = [shot for shot in self.shots if prop.fits(shot.place) and self._owner(prop, shot)]
        if not open_shots:
            open_shots = [shot for shot in self.shots if prop.fits(shot.place)] or self.shots
        shot = max(open_shots, key=lambda shot: prop.shared(shot.text) - 4 * len(shot.things) + self.dice.random())
        owner = self._owner(prop, shot)
        if not shot.welcomes(prop) and owner:
            shot.people.append(owner)
        shot.things.append(prop)

    def _owner(self, prop: Picture, shot: Shot) -> Picture | None:
        owners = [being for being in self.beings if being.fits(shot.place) and goes_with(prop, being)]
        return min(owners, key=self._times) if owners else None

    def _pair(self) -> None:
        """Bring two together in a few scenes where both can be: two people, or two animals."""
        pairs = sum(len(shot.people) == 2 for shot in self.shots[1:-1])
        alone = [shot for shot in self.shots[1:-1] if len(shot.people) == 1]
        for shot in self.dice.sample(alone, len(alone)):
            if pairs >= max(0, round(PAIRS * len(self.shots))):
                return
            mates = [being for being in self.beings if _get_along(being, shot.people[0], shot.place)]
            if mates:
                shot.people.append(min(mates, key=self._times))
                pairs += 1

    def _send_home(self) -> None:
        """Empty a few scenes where everybody was named, if their people are seen elsewhere too."""
        lone = [shot for shot in self.shots if len(shot.people) == 1 and not shot.things]
        lone.sort(key=lambda shot: (sum(map(shot.speaks_of, shot.people)), bool(SOMEBODY.search(shot.text))))
        nobody = sum(not shot.people for shot in self.shots)
        for shot in lone[: max(0, round(FEWEST_QUIET * len(self.shots)) - nobody)]:
            if self._times(shot.people[0]) > 1:
                shot.people = []

    def _split(self) -> None:
        """Show some pairs side by side on a split screen."""
        pairs = [shot for shot in self.shots[1:-1] if len(shot.people) == 2]
        wanted = max(0, round(PAIRS * len(self.shots)))
        for shot in pairs if len(pairs) <= wanted else self.dice.sample(pairs, wanted):
            shot.split = True

    def _times(self, picture: Picture) -> int:
        return sum(picture in shot.people or picture in shot.things for shot in self.shots)


def _get_along(being: Picture, other: Picture, place: Picture) -> bool:
    return being is not other and being.fits(place) and at_home(being) == at_home(other)
