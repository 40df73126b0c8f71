"""Read a prompt: which place or being it names, at what hour, in what weather, in which mood."""

import hashlib
import random
import re
from dataclasses import dataclass

HOURS = (
    ("night", r"night\w*|midnight|moon\w*|star(s|ry|lit|light)|nocturnal|after dark"),
    ("dusk", r"dusk|twilight|sundown|nightfall|blue hour|gloaming"),
    ("golden", r"golden|sunset|evening|late (sun|light|afternoon)|low sun|amber light|autumn light"),
    ("dawn", r"dawn|sunrise|daybreak|first light|early light"),
    ("morning", r"morning|fresh light"),
    ("noon", r"noon|midday|daylight|bright sun|high sun|sunny|afternoon|blue sky"),
)

WEATHERS = (
    ("rain", r"rain\w*|drizzle|downpour|wet"),
    ("snow", r"snow(s|y|ing|fall|flakes)?|blizzard|flurr\w+"),
    ("fog", r"fog\w*|mist\w*|haze|hazy|vapou?r|steam\w*"),
    ("storm", r"storm\w*|thunder\w*|lightning|gale|tempest|hurricane|rough"),
    ("clouds", r"cloud\w*|overcast|grey sky|gray sky"),
    ("clear", r"clear|cloudless|crisp"),
    ("wind", r"wind\w*|breez\w+"),
)

MOODS = (
    ("warm", r"warm\w*|cosy|cozy|amber|sepia|nostalgic|rust\w*|ochre"),
    ("cold", r"cold|cool|icy|chill\w*|frozen|bleak|wintry|steel"),
    ("muted", r"muted|faded|soft|quiet|calm|gentle|pastel|watercolou?r|desaturated|subdued|melanchol\w+"),
    ("vivid", r"vivid|vibrant|colou?rful|bold|saturated|bright|lush|pop"),
    ("dark", r"dark\w*|noir|moody|gloom\w*|sombre|somber|shadow\w*|ominous"),
    ("ink", r"ink|charcoal|etching|woodcut|monochrome|black[ -]and[ -]white|graphite"),
)

SEASONS = (
    ("autumn", r"autumn\w*|fall colou?rs|october|november"),
    ("winter", r"winter\w*|january|december|frost\w*"),
    ("spring", r"spring(time)?|april|blossom\w*|may"),
    ("summer", r"summer\w*|july|august"),
)

COLOURS = {
    "red": "b8392f", "crimson": "a3222f", "scarlet": "c8372d", "orange": "dd7a2e", "amber": "e0a030",
    "golden": "d9a441",
    "gold": "d9a441", "yellow": "e6c04a", "green": "5a8f4e", "emerald": "2f8f63", "olive": "7a7d3c", "teal": "2d7f80",
    "turquoise": "3aa7a3", "blue": "3f6ea8", "navy": "2b3d66", "indigo": "3d3f86", "purple": "6f4a8e",
    "violet": "7b5aa6",
    "pink": "d9879b", "white": "eceae2", "black": "33343c", "grey": "8a8f96", "gray": "8a8f96", "silver": "b9c0c6",
    "brown": "7f5637", "brass": "c79a4b", "copper": "b8693c", "bronze": "96693a", "ivory": "efe6cf", "cream": "efe2c4",
}  # fmt: skip


@dataclass(frozen=True)
class Wish:
    """Hold what was read out of a prompt, and the chance that fills the rest in."""

    text: str
    key: bytes
    hour: str | None
    weather: frozenset[str]
    moods: frozenset[str]
    season: str | None

    def chance(self, what: str) -> random.Random:
        """Give the dice for one part of the picture, so that parts do not disturb each other."""
        return random.Random(self.number(what))

    def number(self, what: str) -> int:
        return int.from_bytes(hashlib.sha256(self.key + what.encode()).digest()[:8])

    def says(self, pattern: str) -> bool:
        return re.search(rf"\b(?:{pattern})\b", self.text) is not None

    def where(self, pattern: str) -> int | None:
        """Say where a word first stands in the text. None when it does not."""
        found = re.search(rf"\b(?:{pattern})\b", self.text)
        return found.start() if found else None

    def colours(self) -> list[str]:
        """Give the colours that the text names, in its order."""
        return [COLOURS[word] for word in re.findall(r"[a-z]+", self.text) if word in COLOURS]


def read(prompt: str, kind: str, seed: int) -> Wish:
    """Read the prompt. The same prompt, kind and seed always give the same wish."""
    text = re.sub(r"\s+", " ", prompt.lower())
    key = hashlib.sha256(f"{text}\0{kind}\0{seed}".encode()).digest()
    return Wish(text, key, _last(text, HOURS), _all(text, WEATHERS), _all(text, MOODS), _last(text, SEASONS))


def best(wish: Wish, words: dict[str, str]) -> str | None:
    """Give the subject that the text names most: more and longer words win, then the earlier one."""
    scores = []
    for name, pattern in words.items():
        found = list(re.finditer(rf"\b(?:{pattern})\b", wish.text))
        if found:
            scores.append((len({hit.group() for hit in found}), -found[0].start(), name))
    return max(scores)[2] if scores else None


def _last(text: str, table: tuple[tuple[str, str], ...]) -> str | None:
    """Give what is named last: a prompt starts with the film's mood and ends with its own words."""
    places = [(found.start(), name) for name, pattern in table for found in re.finditer(rf"\b(?:{pattern})\b", text)]
    return max(places)[1] if places else None


def _all(text: str, table: tuple[tuple[str, str], ...]) -> frozenset[str]:
    return frozenset(name for name, pattern in table if re.search(rf"\b(?:{pattern})\b", text))
