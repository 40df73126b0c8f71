"""Put the words of a brief into whole sentences: a beginning for each use, an end that makes the length right."""

import random

from author.sentences import ANSWERS, ECHOES, HEADS, NAMED, TAILS
from author.words import Phrase

FEWEST_WORDS, MOST_WORDS = 10, 13
USUAL_WORDS = 11  # at most, where there is a choice


class Frames:
    """Hand out sentences for phrases, never twice from the same pattern."""

    def __init__(self, dice: random.Random, most_words: int = MOST_WORDS) -> None:
        self.dice, self.most = dice, min(MOST_WORDS, most_words)
        self.used: set[str] = set()

    def sentence(self, phrase: Phrase, part: str) -> str:
        """Put a phrase into a sentence of 10 to 13 words; empty when none fits."""
        if phrase.use == "fact":
            return self._fact(phrase)
        group = f"subject:{part}" if phrase.use == "subject" else phrase.use
        for head in self._shuffled(HEADS.get(group, ())):
            if head in self.used:
                continue
            tails = NAMED.get(head) or TAILS[head]
            fitting = [head + tail for tail in self._shuffled(tails) if self._fits(head + tail, phrase, tail)]
            fitting.sort(key=lambda pattern: _length(pattern, phrase) > USUAL_WORDS)
            if fitting:
                self.used |= {head, fitting[0][len(head) :]}
                return _spoken(fitting[0].format(phrase.text))
        return ""

    def _fact(self, phrase: Phrase) -> str:
        if FEWEST_WORDS <= phrase.length <= self.most:
            return phrase.text
        for echo in self._shuffled(ANSWERS if phrase.text.endswith("?") else ECHOES):
            if echo not in self.used and FEWEST_WORDS <= phrase.length + len(echo.split()) <= self.most:
                self.used.add(echo)
                return f"{phrase.text} {echo}"
        return ""

    def _fits(self, pattern: str, phrase: Phrase, tail: str) -> bool:
        words = _length(pattern, phrase)
        return (not tail or tail not in self.used) and FEWEST_WORDS <= words <= self.most

    def _shuffled(self, options: tuple[str, ...]) -> list[str]:
        return self.dice.sample(options, len(options))


def _length(pattern: str, phrase: Phrase) -> int:
    return len(pattern.format(phrase.text).split())


def _spoken(text: str) -> str:
    return text[:1].upper() + text[1:] + "."
