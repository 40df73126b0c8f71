"""Read a prompt: its style, and which place or being it names, at what hour, in what weather.

A film puts its atmosphere before every prompt: "Muted oil painting, quiet blues. A keeper with a lantern". What stands
before the first full stop is the style: it shifts palette, contrast and finish, and is never painted as a thing.
"""

import hashlib
import random
import re
from dataclasses import dataclass, replace

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

MEDIA = (
    ("oil", r"oils?|impasto|brush\w*|canvas"),
    ("watercolour", r"water ?colou?r\w*|aquarelle|wash(es)?"),
    ("gouache", r"gouache|tempera|poster paint|acrylic"),
    ("ink", r"ink\w*|etching|woodcut|linocut|engraving|line art"),
    ("paper", r"paper ?cut\w*|cut ?paper|collage|layered paper|papercraft"),
    ("pencil", r"pencil\w*|crayon\w*|charcoal|chalk|pastels|graphite|sketch\w*"),
)

# Words that say how a picture is made, not what it shows.
_CRAFT = r"paint\w*|draw\w*|picture|illustrat\w+|storybook|document\w+|film|style|look|paper|pen|photograph\w*|notebook"

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
    """Hold what was read out of a prompt, and the chance that fills the rest in. `text` is the subject alone."""

    text: str
    key: bytes
    hour: str | None
    weather: frozenset[str]
    moods: frozenset[str]
    season: str | None
    style: str = ""
    medium: str | None = None

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

    def colour_of(self, words: str) -> str | None:
        """Give the colour that stands right before one of these words, with at most two words between."""
        named = "|".join(COLOURS)
        found = re.search(rf"\b({named})\b(?: \w+){{0,2}} (?:{words})\b", self.text)
        return COLOURS[found[1]] if found else None

    def colour_before(self, pattern: str) -> str | None:
        """Give the first colour that stands before these words: "a red fox", not "a crane with a red crown"."""
        words = re.findall(r"[a-z]+", self.text[: self.where(pattern)])
        return next((COLOURS[word] for word in words if word in COLOURS), None)

    def palette(self) -> list[str]:
        """Give the colours that the style names, in its order."""
        words = re.findall(r"[a-z]+", self.style)
        return [COLOURS[word] for each in words if (word := each if each in COLOURS else each[:-1]) in COLOURS]

    def told_by_style(self) -> "Wish":
        """Give the wish of somebody who wrote the subject where the style stands."""
        crafts = "|".join([_CRAFT, *(pattern for _, pattern in MEDIA)])
        return replace(self, text=re.sub(rf"\b(?:{crafts})\b", " ", self.style))


def read(prompt: str, kind: str, seed: int) -> Wish:
    """Read the prompt. The same prompt, kind and seed always give the same wish."""
    style, text = _parts(re.sub(r"\s+", " ", prompt.lower()).strip())
    key = hashlib.sha256(f"{text}\0{kind}\0{seed}".encode()).digest()
    moods = _all(f"{style} {text}" if kind == "environment" else style, MOODS)
    return Wish(
        text,
        key,
        hour=_last(text, HOURS) or _last(style, HOURS[:2]),
        weather=_all(text, WEATHERS),
        moods=moods,
        season=_last(text, SEASONS),
        style=style,
        medium=_first(style, MEDIA),
    )


def _parts(text: str) -> tuple[str, str]:
    """Part the style from the subject: at the first full stop. One sentence alone is all subject."""
    style, _, subject = text.partition(". ")
    return (style, subject) if subject.strip(" .") else ("", text)


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


def _first(text: str, table: tuple[tuple[str, str], ...]) -> str | None:
    places = [(found.start(), name) for name, pattern in table if (found := re.search(rf"\b(?:{pattern})\b", text))]
    return min(places)[1] if places else None


def _all(text: str, table: tuple[tuple[str, str], ...]) -> frozenset[str]:
    return frozenset(name for name, pattern in table if re.search(rf"\b(?:{pattern})\b", text))
