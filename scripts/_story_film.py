"""Build a film from themes and phrases: cast it, tell it in 18 scenes, and use everything that was cast."""

import random
from dataclasses import dataclass, field

from _story_frames import Frames
from _story_light import Camera, Day, sound, spaced
from _story_theme import PARTS, Line, Picture, Theme, stem
from _story_words import Phrase

SHARES = {"open": 3, "world": 4, "work": 3, "trial": 3, "turn": 2, "close": 3}  # of 18
OF_22 = {"character": 5, "environment": 11, "prop": 6}
SECOND_THEME_PLACES = 0.3
CONCRETE = ("start", "follow", "end", "thing")  # These choose their pictures first.

# Where the words of the brief are heard: part, which scene of it, and the uses that suit, best first.
SLOTS = (
    ("open", 1, ("subject", "asking", "fact", "thing")),
    ("open", 2, ("start", "asking", "road", "fact", "thing")),
    ("world", 1, ("fact", "road", "thing", "follow", "asking")),
    ("world", 3, ("name", "thing", "fact", "subject")),
    ("work", 1, ("follow", "fact", "thing", "name")),
    ("trial", 0, ("subject", "fact", "thing")),
    ("trial", 2, ("fact", "thing", "asking")),
    ("turn", 1, ("fact", "asking", "thing", "name")),
    ("close", 0, ("fact", "asking", "thing")),
    ("close", 1, ("end", "subject", "fact")),
)


@dataclass
class Shot:
    """A scene in the making."""

    part: str
    text: str = ""
    place: str = ""
    people: list[str] = field(default_factory=list)
    things: list[str] = field(default_factory=list)
    use: str = ""  # how the brief's own words are used here; empty where the theme speaks
    split: bool = False


@dataclass(frozen=True)
class Wish:
    """What a film should be: how many assets and scenes, the longest narration in words, the words that matter."""

    assets: int
    scenes: int
    most_words: int
    weights: dict[str, int]


class Film:
    """One telling. The dice decide what the brief leaves open."""

    def __init__(self, themes: list[Theme], spare: list[Theme], wish: Wish, dice: random.Random) -> None:
        self.themes, self.spare, self.wish, self.dice = themes, spare, wish, dice
        self.cast: dict[str, list[Picture]] = {kind: self._choose(kind, many) for kind, many in self._counts().items()}
        self.pictures = {picture.name: picture for pictures in self.cast.values() for picture in pictures}
        self.shots = [Shot(part) for part in self._parts()]

    def tell(self, phrases: list[Phrase]) -> None:
        """Write every scene: the brief's own words where they fit, the theme's for the rest."""
        self._weave(phrases)
        self._fill()
        self._dress()
        self._use_everything()
        self._split()

    def assets(self, day: Day) -> tuple[list[dict[str, str]], dict[str, str]]:
        """List the assets, and the light of each place."""
        first = {shot.place: number for number, shot in reversed(list(enumerate(self.shots)))}
        lights = {}
        for place in self.cast["environment"]:
            spoken = " ".join(shot.text for shot in self.shots if shot.place == place.name)
            lights[place.name] = day.light(place, first.get(place.name, 0) / max(1, len(self.shots) - 1), spoken)
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
            place, person = self.pictures[shot.place], shot.people[0] if shot.people else ""
            edges = {"first": number == 1, "last": number == len(self.shots)}
            rows.append(
                {
                    "number": number,
                    "characters": shot.people,
                    "environment": shot.place,
                    "props": shot.things,
                    "layout": "split" if shot.split else "single",
                    "motion": camera.move(place, person, split=shot.split, **edges),
                    "narration": self._fitted(shot),
                    "sound": sound(place, lights[shot.place]),
                }
            )
        return rows

    def _counts(self) -> dict[str, int]:
        assets, scenes = self.wish.assets, self.wish.scenes
        people = min(round(assets * OF_22["character"] / 22), 2 * scenes)
        places = max(1, min(round(assets * OF_22["environment"] / 22), scenes))
        return {"character": people, "environment": places, "prop": assets - people - places}

    def _choose(self, kind: str, many: int) -> list[Picture]:
        """Cast the pictures that the brief speaks of first, then by the dice; some places of a second theme."""
        taken: dict[str, Picture] = {}
        guests = round(many * SECOND_THEME_PLACES) if kind == "environment" and len(self.themes) > 1 else 0
        for theme, room in zip([*self.themes, *self.spare], [many - guests, many], strict=False):
            self._take(theme, kind, room, taken)
        for theme in [*self.themes, *self.spare]:
            self._take(theme, kind, many, taken)
        return list(taken.values())

    def _take(self, theme: Theme, kind: str, room: int, taken: dict[str, Picture]) -> None:
        pictures = [each for each in theme.pictures if each.kind == kind and each.name not in taken]
        chance = 2 if theme is self.themes[0] else 0  # Of other themes, the most typical pictures: they stand first.
        worth = {
            each.name: self._echo(f"{spaced(each.name)} {each.prompt}") + chance * self.dice.random()
            for each in pictures
        }
        order = sorted(pictures, key=lambda each: -worth[each.name])[: max(0, room - len(taken))]
        taken.update({each.name: each for each in pictures if each in order})

    def _parts(self) -> list[str]:
        ends = {part: sum(list(SHARES.values())[: place + 1]) for place, part in enumerate(PARTS)}
        middle = [(number + 0.5) * 18 / self.wish.scenes for number in range(self.wish.scenes)]
        return [next(part for part in PARTS if at <= ends[part]) for at in middle]

    def _weave(self, phrases: list[Phrase]) -> None:
        frames, left = Frames(self.dice, self.wish.most_words), list(phrases)
        for part, place, uses in SLOTS:
            shots = [shot for shot in self.shots if shot.part == part]
            if place >= len(shots):
                continue
            for phrase in sorted((each for each in left if each.use in uses), key=lambda each: uses.index(each.use)):
                if text := frames.sentence(phrase, part):
                    shots[place].text, shots[place].use = text, phrase.use
                    if phrase.use != "subject":
                        left.remove(phrase)
                    break

    def _fill(self) -> None:
        """Give every scene that is still silent the best line of its part."""
        starts = {_start(shot.text) for shot in self.shots if shot.text}
        for number, shot in enumerate(self.shots):
            if shot.text:
                continue
            lines = self._lines(shot.part)
            lines = [line for line in lines if _start(line.text) not in starts] or lines
            near = {other.place for other in self.shots[max(0, number - 2) : number]}
            line = max(lines, key=lambda line: self._worth(line, near))
            starts.add(_start(line.text))
            shot.text = line.text
            shot.place = line.place if line.place in self.pictures else ""
            shot.people = [name for name in line.people if name in self.pictures]
            shot.things = [name for name in line.things if name in self.pictures]

    def _lines(self, part: str) -> list[Line]:
        """List the lines of a part: of the film's themes while they last, then of the spare ones."""
        used = {shot.text for shot in self.shots}
        for group in (self.themes, self.spare[:1], self.spare):
            lines = [line for theme in group for line in theme.lines if line.part == part and line.text not in used]
            lines = [line for line in lines if group is not self.themes or self._belongs(line)]
            if lines:
                return lines
        return [line for theme in [*self.themes, *self.spare] for line in theme.lines if line.text not in used]

    def _belongs(self, line: Line) -> bool:
        """Let a second theme speak in the middle of the film only, and only where its places are seen."""
        ours = line in self.themes[0].lines
        return ours or (line.part not in ("open", "close") and line.place in self.pictures)

    def _worth(self, line: Line, near: set[str]) -> float:
        times = sum(shot.place == line.place for shot in self.shots)
        missing = sum(name not in self.pictures for name in (*line.people, *line.things))
        worth = min(2.0, 0.5 * self._echo(line.text)) - 1.5 * times - 1.2 * missing + 1.5 * self.dice.random()
        worth -= 4 * (line.place not in self.pictures) + 3 * (line.place in near)
        return worth - 5 * (len(line.text.split()) > self.wish.most_words)

    def _dress(self) -> None:
        """Find a place, and often somebody or something, for the scenes told in the brief's own words."""
        silent = [(number, shot) for number, shot in enumerate(self.shots) if not shot.place]
        for number, shot in sorted(silent, key=lambda pair: pair[1].use not in CONCRETE):
            near = {other.place for other in self.shots[max(0, number - 1) : number + 2]}
            shot.place = max(self.cast["environment"], key=lambda each: self._suits(each, shot.text, near)).name
            for kind, names in (("character", shot.people), ("prop", shot.things)):
                if not names:
                    names.extend(self._fitting(kind, shot.text))

    def _fitting(self, kind: str, text: str) -> list[str]:
        """Name who or what is spoken of, else what the film has hardly shown yet."""
        worth = {each.name: 6 * _shared(each, text) - self._times(each.name) for each in self.cast[kind]}
        return [name for name in sorted(worth, key=lambda name: -worth[name])[:1] if worth[name] > -2]

    def _suits(self, place: Picture, text: str, near: set[str]) -> float:
        return (
            2.5 * min(2, _shared(place, text)) - self._times(place.name) - 3 * (place.name in near) + self.dice.random()
        )

    def _use_everything(self) -> None:
        for place in self.cast["environment"]:
            if not self._times(place.name):
                shots = [shot for shot in self.shots if self._times(shot.place) > 1]
                max(shots, key=lambda shot: (bool(shot.use), self._times(shot.place))).place = place.name
        for kind, room in (("character", 1), ("prop", 0)):
            for each in self.cast[kind]:
                if not self._times(each.name):
                    self._least(kind, room).append(each.name)

    def _least(self, kind: str, room: int) -> list[str]:
        """Find the list with most room: scenes with nobody first, then scenes of their own words."""
        lists = [(shot.people if kind == "character" else shot.things, bool(shot.use)) for shot in self.shots]
        return min(lists, key=lambda pair: (len(pair[0]) > room, len(pair[0]), not pair[1]))[0]

    def _split(self) -> None:
        """Show two people side by side in two to four scenes of a usual film."""
        pairs = [shot for shot in self.shots[1:-1] if len(shot.people) == 2]
        wanted = max(0, round(len(self.shots) / 6))
        alone = [shot for shot in self.shots[1:-1] if len(shot.people) == 1]
        while len(pairs) < min(wanted, 2) and alone and len(self.cast["character"]) > 1:
            shot = alone.pop(self.dice.randrange(len(alone)))
            others = [each.name for each in self.cast["character"] if each.name not in shot.people]
            shot.people.append(min(others, key=self._times))
            pairs.append(shot)
        for shot in pairs if len(pairs) <= wanted else self.dice.sample(pairs, wanted):
            shot.split = True

    def _times(self, name: str) -> int:
        return sum(name == shot.place or name in shot.people or name in shot.things for shot in self.shots)

    def _echo(self, text: str) -> int:
        return sum(self.wish.weights.get(word, 0) for word in {stem(word.strip(",.;:?")) for word in text.split()})

    def _fitted(self, shot: Shot) -> str:
        """Shorten a sentence for very short clips: to its first clause, or to the name of the place."""
        words, most = shot.text.split(), self.wish.most_words
        if len(words) <= most:
            return shot.text
        ends = [place + 1 for place, word in enumerate(words[:most]) if word[-1] in ",;:." and place >= 2]
        chosen = words[: ends[-1]] if ends else ["The", *spaced(shot.place).split()][: max(1, most)]
        return " ".join(chosen).rstrip(",;:.") + "."


def _shared(picture: Picture, text: str) -> int:
    """Count the words that a sentence and a picture have in common."""
    words = {stem(word) for word in f"{spaced(picture.name)} {picture.prompt}".split() if len(word) > 3}
    return sum(stem(word.strip(",.;:?")) in words for word in text.split() if len(word) > 3)


def _start(text: str) -> str:
    return " ".join(text.lower().split()[:2])
