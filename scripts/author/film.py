"""Build a film from themes and phrases: cast it, tell it in 18 scenes, and use everything that was cast."""

import random
from dataclasses import dataclass

from author.cast import SPOKEN_OF, Brief, choose_cast, counts
from author.frames import Frames
from author.light import Camera, Day, sound, spaced
from author.route import Route, Stop
from author.stage import SOMEBODY, Shot, Stage
from author.theme import PARTS, Line, Picture, Theme, stem
from author.words import Phrase

SHARES = {"open": 3, "world": 4, "work": 3, "trial": 3, "turn": 2, "close": 3}  # of 18
SPARE_LINES = 1.4  # for each silent scene, so that there is a choice
TITLE_WEIGHT = 4

# Where the words of the brief are heard: part, which scene of it, and the uses that suit, best first.
SLOTS = (
    ("open", 0, ("start",)),
    ("open", 1, ("subject", "asking", "fact", "thing")),
    ("open", 2, ("asking", "road", "fact", "thing")),
    ("world", 1, ("fact", "road", "thing", "follow", "asking")),
    ("world", 3, ("name", "thing", "fact", "subject")),
    ("work", 1, ("follow", "fact", "thing", "name")),
    ("trial", 0, ("subject", "fact", "thing")),
    ("trial", 2, ("fact", "thing", "asking")),
    ("turn", 1, ("fact", "asking", "thing", "name")),
    ("close", 0, ("fact", "asking", "thing")),
    ("close", 1, ("end", "subject", "fact")),
)


@dataclass(frozen=True)
class Wish:
    """What a film should be: how many assets and scenes, the longest narration in words, the words that matter."""

    assets: int
    scenes: int
    most_words: int
    weights: dict[str, int]


class Film:
    """One telling. The dice decide what the brief leaves open."""

    def __init__(
        self, themes: list[Theme], spare: list[Theme], wish: Wish, phrases: list[Phrase], dice: random.Random
    ) -> None:
        self.themes, self.spare, self.wish, self.dice = themes, spare, wish, dice
        self.homes = {each.name: each for theme in reversed([*themes, *spare]) for each in theme.pictures}
        self.stops = self._weave(phrases)
        brief = Brief([stop.text for stop in self.stops if stop.text], wish.weights)
        self.cast = choose_cast(themes, spare, counts(wish.assets, wish.scenes), brief, dice)
        self.pictures = {picture.name: picture for pictures in self.cast.values() for picture in pictures}
        self.shots: list[Shot] = []

    def tell(self) -> None:
        """Write every scene: the brief's own words where they fit, the theme's for the rest; then cast it."""
        stops = self.stops
        lines = self._lines(stops)
        places = self.cast["environment"]
        route = Route(stops, places, [self._shows_subject(place) for place in places], lines)
        wanted = {id(line): self._wanted(line) for line in lines}
        route.judge(self._tells, lambda line, place: wanted[id(line)] + self._suits(line, place))
        way = route.find()
        for stop, at, number in zip(stops, way.places, way.lines, strict=True):
            line = lines[number] if number >= 0 else None
            shown = [self.pictures[name] for name in (line.shown if line else ()) if name in self.pictures]
            self.shots.append(Shot(line.text if line else stop.text, places[at], shown))
        Stage(self.shots, self.cast["character"], self.cast["prop"], self.dice).fill()

    def assets(self, day: Day) -> tuple[list[dict[str, str]], dict[str, str]]:
        """List the assets, and the light of each place."""
        lights: dict[str, str] = {}
        order = list(dict.fromkeys(shot.place.name for shot in self.shots))
        order += [place.name for place in self.cast["environment"] if place.name not in order]
        for number, name in enumerate(order):
            spoken = [shot.text for shot in self.shots if shot.place.name == name]
            lights[name] = day.light(self.pictures[name], number / max(1, len(order) - 1), spoken)
        rows = [
            {
                "name": each.name,
                "kind": kind,
                "prompt": ", ".join(filter(None, (each.prompt, lights.get(each.name, "")))),
            }
            for kind, pictures in self.cast.items()
            for each in pictures
        ]
        return rows, lights

    def scenes(self, lights: dict[str, str]) -> list[dict[str, object]]:
        """List the scenes as the storyboard wants them."""
        camera, rows = Camera(self.dice), []
        for number, shot in enumerate(self.shots, start=1):
            person = shot.people[0].name if shot.people else ""
            edges = {"first": number == 1, "last": number == len(self.shots)}
            rows.append(
                {
                    "number": number,
                    "characters": [each.name for each in shot.people],
                    "environment": shot.place.name,
                    "props": [each.name for each in shot.things],
                    "layout": "split" if shot.split else "single",
                    "motion": camera.move(shot.place, person, split=shot.split, **edges),
                    "narration": self._fitted(shot),
                    "sound": sound(shot.place, lights[shot.place.name]),
                }
            )
        return rows

    def _weave(self, phrases: list[Phrase]) -> list[Stop]:
        """Put the phrases of the brief into the slots that suit them; the other scenes stay silent as yet."""
        frames, left = Frames(self.dice, self.wish.most_words), list(phrases)
        parts = self._parts()
        texts = [""] * len(parts)
        for part, place, uses in SLOTS:
            numbers = [number for number, each in enumerate(parts) if each == part]
            if place >= len(numbers):
                continue
            for phrase in sorted((each for each in left if each.use in uses), key=lambda each: uses.index(each.use)):
                if text := frames.sentence(phrase, part):
                    texts[numbers[place]] = text
                    if phrase.use != "subject":
                        left.remove(phrase)
                    break
        return [Stop(part, text) for part, text in zip(parts, texts, strict=True)]

    def _parts(self) -> list[str]:
        ends = {part: sum(list(SHARES.values())[: place + 1]) for place, part in enumerate(PARTS)}
        middle = [(number + 0.5) * 18 / self.wish.scenes for number in range(self.wish.scenes)]
        return [next(part for part in PARTS if at <= ends[part]) for at in middle]

    def _lines(self, stops: list[Stop]) -> list[Line]:
        """Collect the lines of the film's themes, and of spare ones until every part has enough."""
        lines = list(self.themes[0].lines)
        for theme in self.themes[1:]:
            lines += [line for line in theme.lines if line.part not in ("open", "close")]
        for theme in self.spare:
            for part in PARTS:
                silent = sum(stop.part == part and not stop.text for stop in stops)
                if sum(line.part == part for line in lines) < SPARE_LINES * silent:
                    lines += [line for line in theme.lines if line.part == part]
        return lines

    def _shows_subject(self, place: Picture) -> bool:
        return any(self.wish.weights.get(word, 0) >= TITLE_WEIGHT for word in place.words)

    def _wanted(self, line: Line) -> float:
        """Value a line for itself: by the brief's words, by its theme, and by the dice."""
        rank = next((at for at, theme in enumerate(self.themes) if line in theme.lines), 3)
        words = line.text.split()
        echo = sum(self.wish.weights.get(stem(word.strip(",.;:?")), 0) for word in set(words))
        return (
            min(2.0, 0.5 * echo)
            + 1.5 * self.dice.random()
            - rank
            - 5 * (len(words) > self.wish.most_words)
            - 0.5 * len(words)
        )

    def _tells(self, text: str, place: Picture) -> float:
        """Value a sentence of the brief at a place: by the words in common, and by whether its people can be there."""
        spoken = [each for each in (*self.cast["character"], *self.cast["prop"]) if each.shared(text) >= SPOKEN_OF]
        absent = int(bool(spoken) and not any(each.fits(place) for each in spoken))
        absent += any(each.kind == "prop" and not each.fits(place) for each in spoken)
        return 2.0 * min(6, place.shared(text)) - 5 * absent

    def _suits(self, line: Line, place: Picture) -> float:
        """Value a line at a place: best at its own; elsewhere where no word of it contradicts what is seen."""
        home = self.homes[line.place]
        cast = [self.pictures[name] for name in line.shown if name in self.pictures]
        people = [each for each in cast if each.kind == "character"]
        worth = 0.6 * sum(each.fits(place) for each in people) - 0.8 * sum(not each.fits(place) for each in people)
        worth -= 3 * bool(SOMEBODY.search(line.text) and not any(each.fits(place) for each in people))
        worth += 0.8 * min(2, sum(each.shared(line.text) > 1 for each in people if each.fits(place)))
        if place.name == home.name:
            return worth + 3
        here, there = place.shared(line.text), home.shared(line.text)
        if here > there:
            return worth + min(2.0, 0.8 * here)
        if there or place.sites[0] != home.sites[0]:
            return worth - 6
        return worth

    def _fitted(self, shot: Shot) -> str:
        """Shorten a sentence for very short clips: to its first clause, or to the name of the place."""
        words, most = shot.text.split(), self.wish.most_words
        if len(words) <= most:
            return shot.text
        ends = [place + 1 for place, word in enumerate(words[:most]) if word[-1] in ",;:." and place >= 2]
        chosen = words[: ends[-1]] if ends else ["The", *spaced(shot.place.name).split()][: max(1, most)]
        return " ".join(chosen).rstrip(",;:.") + "."
