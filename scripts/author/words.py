"""Read a brief as a writer would: its subject, its facts, its questions and its names, in words fit to be spoken."""

import html
import re
import unicodedata
from dataclasses import dataclass

from author.theme import stem
from author.wordlists import (
    ARTICLES,
    ASKING,
    AUXILIARIES,
    FILM_TALK,
    LINKS,
    MOMENTS,
    ORDERS,
    PREPOSITIONS,
    STOP_WORDS,
    VERBS,
    WELL_KNOWN,
)

MOST_LETTERS = 4_000  # Enough for any brief; what follows is not read.
LONGEST_WORD = 22
LONGEST_PHRASE = 9
LONGEST_FACT = 13
EARLY_CUTS = frozenset(("and", "but", "so", "because", "while", "until"))
CUTS = LINKS | {"to", "until", "so", "but", "or", "with", "without", "into", "over", "under", "for"}
PLAIN_WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿĀ-ž0-9][A-Za-zÀ-ÖØ-öø-ÿĀ-ž0-9'’-]*[,;]?$")

OPENERS = re.compile(
    r"^(?:(?:the|a|an)\s+)?(?:(?:short|brief|true|untold|secret|hidden|complete|strange|real|long|little)\s+)*"
    r"(?:story|stories|history|tale|truth|life and times|making|mystery)\s+(?:of|about|behind)\s+|"
    r"^(?:inside|meet|exploring|introducing|discovering|understanding|journey to|a day with|welcome to)\s+",
    re.IGNORECASE,
)
STARTING = re.compile(r"^(?:start|open|begin)(?:s|ing)?\s+", re.IGNORECASE)
ENDING = re.compile(r"^(?:end|close|finish|conclude)(?:s|ing)?\s+", re.IGNORECASE)
FOLLOWING = re.compile(r"^(?:follow|accompany)(?:s|ing)?\s+", re.IGNORECASE)
SHOWING = re.compile(
    r"^(?:show|explain|describe|explore|reveal|tell|include|mention|introduce|cover|visit|present)(?:s|ing)?\s+"
    r"(?:us\s+|about\s+)?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Phrase:
    """Words of the brief and how they may be used: subject, fact, asking, thing, road, name, start, end or follow."""

    use: str
    text: str

    @property
    def length(self) -> int:
        return len(self.text.split())


def phrases(title: str, topic: str, direction: str, *, common: frozenset[str]) -> list[Phrase]:
    """Take from a brief what can be spoken: its subject first, then the rest in the order it was written.

    `common` holds the stems of ordinary words; others with a capital are taken for names.
    """
    known = _capitals(clean(title), f". {clean(topic)} . {clean(direction)}", common)
    found = _subject(clean(title), known)
    for sentence in re.split(r"[.!\n;:…()]+|(?<=\?)", f"{clean(topic)}\n{clean(direction)}"):
        found += _from_sentence(sentence.strip(" -–—,"), known)
    said = " ".join(phrase.text for phrase in found)
    found += [Phrase("name", name) for name in _names(clean(topic), clean(direction)) if name not in said]
    seen: set[str] = set()
    return [each for each in found if not (each.text.lower() in seen or seen.add(each.text.lower()))]  # type: ignore[func-returns-value]


def weights(title: str, topic: str, direction: str) -> dict[str, int]:
    """Weigh the words of a brief by where they stand, for choosing themes and lines."""
    found: dict[str, int] = {}
    for text, weight in ((title, 4), (topic, 2), (direction, 1)):
        for word in {
            stem(word) for word in re.findall(r"[A-Za-zÀ-ž'’]{3,22}", clean(text)) if word.lower() not in STOP_WORDS
        }:
            found[word] = found.get(word, 0) + weight
    return found


def clean(text: str) -> str:
    """Leave only what can be said: no markup, links, emoji, signs from right to left, or quotation marks."""
    text = unicodedata.normalize("NFKC", html.unescape(text[:MOST_LETTERS]))
    text = re.sub(r"<[^>]{0,300}>|https?://\S+|\S+@\S+|\{[^}]{0,80}\}|\]\([^)]{0,300}\)", " ", text)
    text = text.replace("’", "'").replace("‘", "'").replace("—", ", ").replace(" – ", ", ").replace(" - ", ": ")
    kept = (mark if _sayable(mark) else " " for mark in text)
    return re.sub(r"[^\S\n]+", " ", "".join(kept)).strip()


def _sayable(mark: str) -> bool:
    if mark in " \n.,;:!?'-()…":
        return True
    return (mark.isascii() and mark.isalnum()) or ("À" <= mark <= "ž" and mark.isalpha())


def _subject(title: str, known: frozenset[str]) -> list[Phrase]:
    """Say what the title names: a subject, a question, or a sentence of its own; nothing when it cannot be spoken."""
    parts = [part.strip(" -,.") for part in re.split(r"[:|()\n.!]", title) if part.strip(" -,.")]
    for part in sorted(parts, key=lambda part: bool(OPENERS.match(part))):
        about = re.search(r"\b(?:about|on)\s+(.+)$", part, re.IGNORECASE) if re.match(r"\d", part) else None
        text = OPENERS.sub("", about.group(1) if about else part)
        words = text.rstrip("?").split()
        if not _plain(words):
            continue
        if words[0].lower() in ASKING:
            return [_question(words, known, titled=True)] if len(words) > 2 else []
        if phrase := _thing(_lowered(words, known, titled=True)):
            return [Phrase("subject", phrase)]
        if 3 <= len(words) <= 10:
            return [Phrase("fact", _sentence(" ".join(_lowered(words, known, titled=True))))]
    return []


def _from_sentence(sentence: str, known: frozenset[str]) -> list[Phrase]:
    """Take what one sentence offers; what tells the film maker how to work is left out."""
    for pattern, use in ((STARTING, "start"), (ENDING, "end"), (FOLLOWING, "follow")):
        if match := pattern.match(sentence):
            return _direction(use, sentence[match.end() :], known)
    shown = SHOWING.match(sentence)
    sentence = sentence[shown.end() :] if shown else sentence
    words = sentence.rstrip("?").split()
    if len(words) > 1 and words[0].lower() in ASKING:
        return _questions(sentence, known)
    if len(words) < 2 or words[0].lower() in ORDERS or {word.lower().strip(",") for word in words} & FILM_TALK:
        return []
    lowered = _lowered(words, known)
    if _looks_like_a_thing(lowered):
        return _things(lowered)
    return [] if shown else _facts(lowered)


def _facts(words: list[str]) -> list[Phrase]:
    """Keep a sentence of the brief; a long one ends early, where it can."""
    if len(words) > LONGEST_FACT:
        ends = [place for place in range(6, LONGEST_FACT + 1) if words[place] in (CUTS if place > 9 else EARLY_CUTS)]
        words = words[: ends[-1]] if ends else []
    return [Phrase("fact", _sentence(" ".join(words)))] if len(words) >= 5 and _plain(words) else []


def _things(words: list[str]) -> list[Phrase]:
    if words[0].lower() == "from" and "to" in words and _plain(words) and 5 <= len(words) <= LONGEST_FACT:
        short = len(words) <= LONGEST_PHRASE - 1
        return [Phrase("road", " ".join(words)) if short else Phrase("fact", _sentence(" ".join(words)))]
    listed = [part.split() for part in re.split(r", (?:and )?", " ".join(words))]
    candidates = listed if len(listed) > 1 and any(len(part) > 2 for part in listed) else [words]
    things = [_thing(part) for part in candidates if len(part) > 2]
    return [Phrase("thing", thing) for thing in things if thing]


def _direction(use: str, rest: str, known: frozenset[str]) -> list[Phrase]:
    """Turn 'start on a rock at dawn, then follow …' into its pieces."""
    first, *later = re.split(r",?\s+(?:then|and then|before)\s+|,\s+(?=(?:follow|end|close|show)\b)", rest, maxsplit=1)
    words = _lowered(first.split(), known)
    found: list[Phrase] = []
    if words and not ({word.lower().strip(",") for word in words} & FILM_TALK):
        preposition = words[0] if words[0] in PREPOSITIONS - {"and", "or", "but"} else ""
        thing = _thing(words[1:] if preposition else words)
        if thing and (len(thing.split()) > 1 or thing.istitle()):
            lead = preposition or ("" if use == "follow" else "with")
            found.append(Phrase(use, f"{lead} {thing}".strip()))
    return found + (_from_sentence(later[0], known) if later else [])


def _questions(sentence: str, known: frozenset[str]) -> list[Phrase]:
    parts = re.split(r",? and (?=(?:how|why|what|when|where|who)\b)|, ", sentence.rstrip("?"))
    if (
        re.match("(?:what|who) ", sentence, re.IGNORECASE)
        and not sentence.endswith("?")
        and _verbs(parts[0].split()) > 1
    ):
        return _facts(_lowered(sentence.split(), known))  # What lives there makes its own light.
    asked = [part.split() for part in parts if part.split() and part.split()[0].lower() in ASKING]
    return [_question(words, known) for words in asked if _plain(words) and 3 <= len(words) <= 10]


def _verbs(words: list[str]) -> int:
    """Count the verbs of a clause; 'was lost' is one."""
    lows = [word.lower().strip(",;") for word in words]
    return sum(
        low in VERBS and before not in AUXILIARIES | {"to"} for before, low in zip(["", *lows], lows, strict=False)
    )


def _question(words: list[str], known: frozenset[str], *, titled: bool = False) -> Phrase:
    lowered = _lowered(words, known, titled=titled)
    if len(words) > 1 and words[1].lower() in AUXILIARIES:
        return Phrase("fact", _sentence(" ".join(lowered)).rstrip(".") + "?")
    return Phrase("asking", " ".join(lowered))


def _thing(words: list[str]) -> str:
    """Shorten words to a phrase that can follow 'of'; empty when they are not one."""
    if not words or words[0].lower() in PREPOSITIONS or not _looks_like_a_thing(words):
        return ""
    if len(words) > LONGEST_PHRASE:
        cuts = [
            place for place in range(2, LONGEST_PHRASE + 1) if words[place] in LINKS or words[place - 1][-1] in ",;"
        ]
        words = words[: max(cuts)] if cuts else []
    words = [*words[:-1], words[-1].strip(",;")] if words else []
    while words and words[-1].lower() in PREPOSITIONS | ARTICLES | LINKS:
        words = words[:-1]
    return " ".join(words) if _plain(words) and not {word.lower() for word in words} & FILM_TALK else ""


def _looks_like_a_thing(words: list[str]) -> bool:
    """Tell a phrase ('the keepers of the light') from a sentence ('the keeper climbs'), by small signs."""
    lows = [word.lower().strip(",;") for word in words]
    if not lows or lows[0] in NO_BEGINNING or (lows[0] in PREPOSITIONS and lows[0] != "from"):
        return False
    if len(lows) > 2 and lows[0] in ARTICLES and lows[1] in MOMENTS and lows[2] not in VERBS:
        return True
    befores = ["of", *(word.lower() for word in words)]
    return not any(_begins_to_tell(before, low) for before, low in zip(befores, lows, strict=False))


def _begins_to_tell(before: str, low: str) -> bool:
    """Say whether a word after another is a sign of a sentence: a verb, or a second noun group without a link."""
    if before in ("that", "who", "which", "where"):
        return False
    if low in VERBS:
        return True
    if low in ARTICLES:
        return before not in PREPOSITIONS | LINKS and not before.endswith((",", "ed", "ing"))
    if low.endswith("ed") and len(low) > 4:
        return before not in PREPOSITIONS | ARTICLES
    someone = before.endswith(("er", "or", "man", "ist")) and len(before) > 4 and before not in NOBODY
    return someone and low.endswith("s") and not low.endswith("ss")


def _plain(words: list[str]) -> bool:
    return bool(words) and all(PLAIN_WORD.match(word) and len(word) <= LONGEST_WORD for word in words)


def _lowered(words: list[str], known: frozenset[str], *, titled: bool = False) -> list[str]:
    """Take away capitals that only a title or a first word has; names of the brief keep theirs."""
    titled = titled and sum(word[:1].isupper() for word in words) > len(words) / 2
    return [
        word.lower() if (place == 0 or titled) and word.istitle() and _base(word) not in known else word
        for place, word in enumerate(words)
    ]


def _base(word: str) -> str:
    return re.sub(r"'s$", "", word.strip(",;"))


def _capitals(title: str, text: str, common: frozenset[str]) -> frozenset[str]:
    """Find the words that keep their capital inside a sentence: those that have it there, and uncommon ones of a title."""
    inside = re.findall(r"(?<=[a-z,] )([A-ZÀ-Ž][a-zà-ž]+)", text)
    small = set(re.findall(r"\b[a-zà-ž]+", f"{title} {text}"))
    titled = re.findall(r"\b[A-ZÀ-Ž][a-zà-ž]+", title)
    return WELL_KNOWN.union(inside, (word for word in titled if word.lower() not in small and stem(word) not in common))


def _names(*texts: str) -> list[str]:
    found: list[str] = []
    for text in texts:
        found += re.findall(r"(?<=[a-z,] )((?:[A-Z][a-zÀ-ž]{2,} ){0,2}[A-Z][a-zÀ-ž]{2,})(?![\w'-]| [A-Z])", text)
    names = (name for name in dict.fromkeys(found) if name not in HEAVENS and not NO_NAME.search(name))
    return [name for name in names if name.split()[0].lower() not in STOP_WORDS]


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:].rstrip(" ,;") + "."


# Adjectives and seas are no names to call a place by.
HEAVENS = ("Earth", "Moon", "Sun", "God", "Latin", "Christmas")
NO_BEGINNING = ("it", "they", "he", "she", "there", "to", "not")
NOBODY = ("other", "under", "after", "water", "river", "winter", "summer", "silver", "power", "paper", "outdoor")
NO_NAME = re.compile(r"(?:ese|ish|ian|ean|ic|can|man|ern|ch)$")
