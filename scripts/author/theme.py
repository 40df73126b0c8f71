"""Themes: what the offline author can show and say about a subject, read from the lexicon modules beside this one."""

import re
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib import import_module

from author.wordlists import STOP_WORDS

SUBJECTS = ("waters", "lands", "heights", "works", "makers", "people", "ages", "skies", "living")
LEXICONS = tuple(f"author.{name}" for name in SUBJECTS)
ENDINGS = (("ies", "y"), ("ing", ""), ("sses", "ss"), ("uses", "us"), ("s", ""), ("ed", "e"))
IRREGULAR = {
    "wolves": "wolf", "leaves": "leaf", "lives": "life", "knives": "knif", "loaves": "loaf", "men": "man",
    "women": "woman", "children": "child", "mice": "mous", "geese": "goos", "feet": "foot",
}  # fmt: skip
PARTS = ("open", "world", "work", "trial", "turn", "close")
KINDS = {"people": "character", "places": "environment", "things": "prop"}
DRY = (
    "land",
    "shore",
    "town",
    "deck",
    "in",
    "cave",
)  # where people and their things can be, unless the lexicon says otherwise
USUAL_SITES = {"character": DRY, "environment": ("land",), "prop": DRY}
SETTINGS = {
    "in": "in",
    "capsule": "in",
    "depth": "under",
    "cave": "under",
    "space": "space",
}  # of light and sound; elsewhere "out"
VAGUE = frozenset(
    re.findall(
        r"\w+",
        """
    long wide high great dark white small open empty with from over under between into across around other their
    there where above below beneath after before still quiet slow slowly each every year years time only hand hands
    holding standing walking sitting looking through along that this what them they
    """,
    )
)
TITLE_WEIGHT = 4  # of a word in the title; topic and direction weigh less
SECOND_THEME_SHARE = 0.5  # A second subject joins when it is mentioned at least this often beside the first.


@dataclass(frozen=True)
class Picture:
    """An asset as the lexicon knows it.

    `sites` are the kinds of place that a place is, or where a being or a prop can be: land, shore, town, in (a room),
    cave, water (open water without ground), depth (under water), sky, space, and special ones such as rails.
    `hints` are words that a sentence about it may use.
    """

    name: str
    kind: str
    prompt: str
    sites: tuple[str, ...] = ("land",)
    sound: str = ""
    hints: str = ""

    @property
    def setting(self) -> str:
        """Say which light holds here: out, in, under (water or ground) or space."""
        return SETTINGS.get(self.sites[0], "out")

    @cached_property
    def own_words(self) -> frozenset[str]:
        return _stems(f"{self.name.replace('_', ' ')} {self.hints}")

    @cached_property
    def words(self) -> frozenset[str]:
        return self.own_words | _stems(self.prompt)

    def fits(self, place: "Picture") -> bool:
        """Say whether this being or prop can be at the place."""
        return not set(self.sites).isdisjoint(place.sites)

    def shared(self, text: str) -> int:
        """Weigh the words that a sentence has in common with this picture: two for a name or hint, one for the rest."""
        spoken = _stems(text)
        return len(spoken & self.words) + len(spoken & self.own_words)


@dataclass(frozen=True)
class Line:
    """One sentence, the part of a film it suits, and what is seen while it is spoken."""

    part: str
    place: str
    shown: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class Theme:
    """A subject: `words` tell it apart, `about` names it in a sentence."""

    name: str
    words: frozenset[str]
    about: str
    pictures: tuple[Picture, ...] = field(repr=False)
    lines: tuple[Line, ...] = field(repr=False)


def themes() -> dict[str, Theme]:
    """Read every theme, the general one last."""
    found: dict[str, Theme] = {}
    for lexicon in LEXICONS:
        for name, text in import_module(lexicon).THEMES.items():
            found[name] = _read(name, text)
    return found


def choose(known: dict[str, Theme], weights: dict[str, int]) -> list[Theme]:
    """Pick one or two themes for the weighted words of a brief, best first; the general theme when none fits."""
    scores = {name: _score(theme.words, weights) for name, theme in known.items() if name != "general"}
    first = max(scores, key=lambda name: scores[name])
    if not scores[first]:
        return [known["general"]]
    rest = {name: _score(known[name].words - known[first].words, weights) for name in scores if name != first}
    second = max(rest, key=lambda name: rest[name])
    titled = any(weights.get(stem(word), 0) >= TITLE_WEIGHT for word in known[second].words)
    joins = titled and rest[second] >= SECOND_THEME_SHARE * scores[first]
    return [known[first], known[second]] if joins else [known[first]]


def vocabulary(known: dict[str, Theme]) -> frozenset[str]:
    """Collect the stems of all words that the themes use: ordinary words, not names."""
    texts = [" ".join((*theme.words, theme.about, *(line.text for line in theme.lines))) for theme in known.values()]
    texts += [f"{each.name} {each.prompt}" for theme in known.values() for each in theme.pictures]
    return frozenset(stem(word) for word in re.findall(r"[a-z']+", " ".join(texts)))


@cache
def _stems(text: str) -> frozenset[str]:
    words = {word.strip(",.;:?!") for word in text.lower().split()}
    return frozenset(stem(word) for word in words if len(word) > 2 and word not in VAGUE and word not in STOP_WORDS)


def _score(words: frozenset[str], weights: dict[str, int]) -> int:
    return sum(weights.get(each, 0) for each in {stem(word) for word in words})


def stem(word: str) -> str:
    """Cut an English word down, so that keeper, keepers and keeping meet."""
    word = re.sub(r"'s?$", "", word.lower())
    if word in IRREGULAR:
        return IRREGULAR[word]
    for ending, rest in ENDINGS:
        if word.endswith(ending) and not word.endswith(("ss", "us", "is")) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)] + rest
            break
    return word.removesuffix("e") if len(word) > 4 else word


def _read(name: str, text: str) -> Theme:
    words: list[str] = []
    about, part, kind = "", "", ""
    pictures: list[Picture] = []
    lines: list[Line] = []
    for row in text.strip().replace("\n    ", " ").splitlines():  # A row that begins with blanks goes on.
        if row.startswith("words: "):
            words += row.removeprefix("words: ").split()
        elif row.startswith("about: "):
            about = row.removeprefix("about: ")
        elif row in KINDS:
            kind = KINDS[row]
        elif row in PARTS:
            part = row
        elif " : " in row:
            lines.append(_line(part, row))
        elif " = " in row:
            pictures.append(_picture(kind, row))
    return Theme(name, frozenset(words), about, tuple(pictures), tuple(lines))


def _picture(kind: str, row: str) -> Picture:
    left, _, rest = row.partition(" = ")
    name, _, sites = left.partition(" ")
    prompt, *more = rest.split(" ; ")
    sound = more.pop(0) if kind == "environment" else ""
    return Picture(name, kind, prompt, tuple(sites.strip("()").split()) or USUAL_SITES[kind], sound, " ".join(more))


def _line(part: str, row: str) -> Line:
    shown, _, text = row.partition(" : ")
    place, people, things = shown.split()
    return Line(part, place, tuple(name for name in f"{people}+{things}".split("+") if name != "-"), text)
