"""How long words take to be said."""

WORDS_PER_SECOND = 2.4
BREATH_S = 0.6  # kept free at the end of a clip
LETTERS_PER_SECOND = 24  # nobody speaks faster; it bounds words of any length


def spoken_words(text: str) -> float:
    """Count words as they are spoken; where writing has no spaces, two signs count as one word."""
    dense = sum("\u3040" <= mark <= "\u9fff" or "\uac00" <= mark <= "\ud7af" for mark in text)
    return max(len(text.split()), dense / 2)


def seconds_to_say(text: str) -> float:
    """Estimate how long a narration takes, in seconds, with a breath at its end."""
    return spoken_words(text) / WORDS_PER_SECOND + BREATH_S
