"""Put the words of a brief into whole sentences: a beginning for each use, an end that makes the length right."""

import random

from author.words import Phrase

FEWEST_WORDS, MOST_WORDS = 10, 13
USUAL_WORDS = 11  # at most, where there is a choice

# What comes before the words of the brief, by use; each is taken once in a film.
HEADS = {
    "subject:open": (
        "This is the story of {}",
        "To understand {}, begin",
        "Much has been said about {}",
        "We set out to look for {}",
    ),
    "subject:world": (
        "Ask anyone here about {}",
        "There is no map of {}",
        "Nobody sees the whole of {}",
    ),
    "subject:trial": (
        "No account of {} leaves out",
        "The hardest chapter of {}",
        "There are days in the history of {}",
    ),
    "subject:close": (
        "And so the story of {}",
        "Perhaps that is the secret of {}",
        "What we owe to {}",
    ),
    "asking": (
        "The question is {}",
        "Hardly anybody can still explain {}",
        "Watch closely, and you may see {}",
        "It took a long time to learn {}",
    ),
    "thing": (
        "Nothing here makes sense without {}",
        "Look closely at {}",
        "Again and again, the story comes back to {}",
        "Take away {}",
        "People here still speak of {}",
    ),
    "road": ("It is a long way {}",),
    "name": (
        "One name returns in every account",
        "Ask around for long enough",
        "Sooner or later, every road in this story",
    ),
    "start": ("It begins {}",),
    "end": ("It ends {}",),
    "follow": ("Follow {}",),
}
TAILS = {
    "This is the story of {}": (
        "",
        ", as it happened",
        ", told without any hurry",
        ", from the very first day",
        ", and of everything around it",
        ", and of those who were there",
        ", told by the places that still remain",
        ", and of the people who could not forget",
    ),
    "To understand {}, begin": (
        " right here",
        " with the ground",
        " with the place itself",
        " by standing here a while",
        " where the first ones had begun",
        " with what anyone can see from here",
        " with a place, a season, and some patience",
    ),
    "Much has been said about {}": (
        "",
        "; little was seen",
        ", and some of it twice",
        ", some of it even true",
        ", and rather less has been seen",
        ", but seldom by those who were there",
        ", and most of it from a safe distance",
    ),
    "We set out to look for {}": (
        "",
        ", and found it",
        ", and found far more",
        ", and for what remains of it",
        ", and began with the oldest witnesses",
        ", and soon discovered that we were not first",
    ),
    "Ask anyone here about {}": (
        ", and they will smile",
        ", and chairs are pulled closer",
        ", and somebody puts the kettle on",
        ", and the answer starts with a shrug",
        ", and you will be answered with a story",
        ", and you get three answers and a long silence",
    ),
    "There is no map of {}": (
        ", only stories",
        ", only stories, and some scars",
        ", only a few paths worn by use",
        ", only what people here carry in their heads",
        ", only the notes of those who came back from there",
    ),
    "Nobody sees the whole of {}": (
        "; everyone holds one piece",
        "; each of us holds a piece",
        "; everybody here is holding a different piece",
        "; each witness carries one piece, and guards it",
        "; every witness carries one piece of it, and guards it well",
    ),
    "No account of {} leaves out": (
        " what came next",
        " the price of it",
        " the night that came next",
        " the part that still hurts most",
        " the year when almost everything came undone",
    ),
    "The hardest chapter of {}": (
        " is the quietest",
        " is seldom told aloud",
        " is the one told least",
        " was written by those who stayed",
        " is the one that nobody wrote down then",
    ),
    "There are days in the history of {}": (
        " that nobody describes",
        " that even experts pass over",
        " that witnesses describe with their eyes closed",
    ),
    "And so the story of {}": (
        " goes on without us",
        " goes on, past the credits",
        " goes on, a little further each day",
        " goes on, in other hands and other weather",
        " goes on, a little further with every single telling",
    ),
    "Perhaps that is the secret of {}": (
        ": it stays",
        ": somebody always cared",
        ": somebody always came back",
        ": someone always went out to look",
        ": there was always someone who went and looked",
    ),
    "What we owe to {}": (
        " cannot be paid back",
        " is hard to put in words",
        " is easy to see, once it is gone",
        " is easily forgotten, and easy to see from here",
        " is easily forgotten, yet from here it is easy to see",
    ),
    "Follow {}": (
        "",
        ", and keep close",
        ", and watch what happens",
        ", and the rest explains itself",
        ", and see what the others have missed",
        ", and you will see what the others have missed",
    ),
    "It begins {}": (
        "",
        ", almost unnoticed",
        ", before anybody looks",
        ", as such things often do",
        ", before anyone has thought to look",
        ", as quietly as such things usually begin",
    ),
    "It ends {}": (
        "",
        ", for now",
        ", as it must",
        ", or so it seems",
        ", and not with any applause",
        ", and with a door left open",
        ", at least until someone tells it again",
    ),
    "It is a long way {}": (
        "",
        ", and nobody hurried",
        ", and few walked all of it",
        ", and most of it lay in the dark",
    ),
    "The question is {}": (
        "",
        ", and what it cost",
        ", and why it still matters",
        ", and the first answer is wrong",
        ", and each answer opens the next door",
        ", and those who know it rarely want to say",
        ", and the people who could tell us seldom wish to",
    ),
    "Hardly anybody can still explain {}": (
        "",
        ", or when",
        ", although many try",
        ", though it was common knowledge",
    ),
    "Watch closely, and you may see {}": (
        "",
        ", at last",
        ", step by step",
        ", one step after another",
    ),
    "It took a long time to learn {}": (
        "",
        ", and longer to believe it",
        ", and longer still to say so",
    ),
    "Nothing here makes sense without {}": (
        "",
        "; everything leans on that",
        ", as everybody here soon learned",
        ", and that was true from the beginning",
    ),
    "Look closely at {}": (
        "",
        ", and look again",
        ", and the picture changes",
        ", and the whole picture slowly changes",
        ", since most people only ever glance that way",
        ", because it explains far more than anybody admits",
    ),
    "Again and again, the story comes back to {}": (
        "",
        ", as if pulled",
        ", whatever anyone intended",
    ),
    "Take away {}": (
        ", and nothing holds",
        ", and the rest falls apart",
        ", and the whole story falls silent",
        ", and very little of this could have happened",
        ", and hardly anything else in this story would remain",
    ),
    "People here still speak of {}": (
        "",
        ", more softly now",
        ", though more softly every year",
        ", usually late, and in a low voice",
    ),
}
NAMED = {
    "One name returns in every account": (": {}", ", whoever tells it: {}", ", whoever happens to be telling it: {}"),
    "Ask around for long enough": (
        ", and somebody will mention {}",
        ", and somebody is sure to mention {}",
        ", and you will hear about {}",
    ),
    "Sooner or later, every road in this story": (" leads to {}", " leads back to {}", " passes through {}"),
}
ECHOES = (
    "It was enough.",
    "Few noticed at first.",
    "Everything else follows from that.",
    "It sounds simple, and was not.",
    "The rest took more than a lifetime.",
    "Remember that; it is going to matter later.",
)
ANSWERS = ("Ask again.", "Listen to them.", "The answers differ widely.", "Opinions on that differ even now.")


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
