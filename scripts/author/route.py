"""Find a film's way through its places: which sentence is spoken where, so that words and pictures belong together.

A beam search: scene by scene, the most promising beginnings of the film are kept and continued.
"""

import heapq
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from author.cast import UNPEOPLED
from author.theme import Line, Picture

BEAM = 20
LINES_TRIED = 3
USUAL_WORDS = 11.1  # of a scene: 18 of them make 200 words, 80 to 100 seconds
STAYS = (0.0, 3.0, 0.5)  # worth of a second and a third scene in one place; of a fourth: TOO_LONG
TOO_LONG = -6.0
DESERTED = -3.0  # of staying where nobody can be
MOST_VISITS = 4  # scenes in one place, in all
RETURNS = (1.5, -3.5, -5.0, -6.5)  # worth of going where the film has been so often
LAGGING = 2.0  # for each place that should have been seen by now


@dataclass(frozen=True)
class Stop:
    """One scene of the way: its part of the film, and the brief's own sentence where it has one."""

    part: str
    text: str = ""


@dataclass(frozen=True)
class Way:
    """The beginning of a film: place and line of each scene so far, by number; line -1 is the brief's own sentence."""

    worth: float = 0.0
    places: tuple[int, ...] = ()
    lines: tuple[int, ...] = ()
    starts: frozenset[str] = frozenset()
    words: int = 0


class Route:
    """Search the way through `places`; `showing` says which of them show what the film is about."""

    def __init__(self, stops: list[Stop], places: list[Picture], showing: list[bool], lines: list[Line]) -> None:
        self.stops, self.places, self.showing, self.lines = stops, places, showing, lines
        self.texts: list[list[float]] = []
        self.choices: dict[tuple[str, int], list[tuple[float, int]]] = {}

    def judge(self, tells: Callable[[str, Picture], float], suits: Callable[[Line, Picture], float]) -> None:
        """Rank the places for each sentence of the brief, and the lines of each part for each place."""
        self.texts = [[tells(stop.text, place) if stop.text else 0.0 for place in self.places] for stop in self.stops]
        for part in {stop.part for stop in self.stops if not stop.text}:
            own = [(number, line) for number, line in enumerate(self.lines) if line.part == part]
            own = own or list(enumerate(self.lines))
            for at, place in enumerate(self.places):
                self.choices[part, at] = sorted(((suits(line, place), number) for number, line in own), reverse=True)

    def find(self) -> Way:
        """Give the best way found that sees every place, as far as there are scenes enough."""
        ways = [Way(starts=frozenset(start(stop.text) for stop in self.stops if stop.text))]
        for number in range(len(self.stops)):
            best: dict[tuple[int, frozenset[int], bool], Way] = {}
            for way in ways:
                for longer in self._continued(way, number):
                    kind = longer.places[-1], frozenset(longer.places), longer.places[-2:-1] == longer.places[-1:]
                    if kind not in best or longer.worth > best[kind].worth:
                        best[kind] = longer
            ways = heapq.nlargest(BEAM, best.values(), key=lambda way: way.worth)
        return max(ways, key=lambda way: way.worth - 5 * self._strays(way.words, len(self.stops), 0.4))

    def _continued(self, way: Way, number: int) -> Iterator[Way]:
        left, seen = len(self.stops) - number, set(way.places)
        unseen = len(self.places) - len(seen)
        for place in range(len(self.places)):
            if unseen >= left and place in seen and unseen:
                continue
            step = self._step(way, number, place) + self.texts[number][place]
            if self.stops[number].text:
                yield self._longer(way, place, -1, step, self.stops[number].text)
                continue
            for worth, line in self._free(way, self.choices[self.stops[number].part, place]):
                yield self._longer(way, place, line, step + worth, self.lines[line].text)

    def _free(self, way: Way, choices: list[tuple[float, int]]) -> list[tuple[float, int]]:
        free: list[tuple[float, int]] = []
        for choice in choices:
            if choice[1] not in way.lines and start(self.lines[choice[1]].text) not in way.starts:
                free.append(choice)
                if len(free) == LINES_TRIED:
                    return free
        return free or [choice for choice in choices if choice[1] not in way.lines][:1] or choices[:1]

    def _longer(self, way: Way, place: int, line: int, step: float, text: str) -> Way:
        words = way.words + len(text.split())
        due = min(1.0, (len(way.places) + 1) / max(1, len(self.stops) - 2)) * len(self.places)
        step -= LAGGING * max(0.0, due - len({*way.places, place}))
        strays = 2.5 * self._strays(words, len(way.places) + 1, 0.25)
        starts = way.starts if line < 0 else way.starts | {start(text)}
        return Way(way.worth + step - strays, (*way.places, place), (*way.lines, line), starts, words)

    def _strays(self, words: int, scenes: int, room: float) -> float:
        return max(0.0, abs(words - USUAL_WORDS * scenes) - max(2.0, room * scenes))

    def _step(self, way: Way, number: int, place: int) -> float:
        """Value a step by continuity: stay a while, go on to somewhere new and near, do not run to and fro."""
        here, before = self.places[place], way.places
        worth = 1.2 * (self.showing[place] and not any(self.showing[at] for at in before[-2:]))
        if number in (0, len(self.stops) - 1):
            worth += 1.5 * (self.showing[place] - (here.setting == "in"))
        if not before:
            return worth
        worth += TOO_LONG * (before.count(place) >= MOST_VISITS)
        same_part = self.stops[number].part == self.stops[number - 1].part
        if place == before[-1]:
            stay = next((count for count, at in enumerate(reversed(before)) if at != place), len(before))
            worth += DESERTED * (here.sites[0] in UNPEOPLED)
            return worth + (STAYS[stay] if stay < len(STAYS) else TOO_LONG) - 0.8 * (not same_part)
        near = here.sites[0] == self.places[before[-1]].sites[0]
        seen = before.count(place)
        return worth + RETURNS[min(seen, 3)] + 0.8 * (near and same_part)


def start(text: str) -> str:
    """Give the first two words of a sentence; no two sentences of a film begin alike."""
    return " ".join(text.lower().split()[:2])
