"""Prompts with blanks: text files that people edit like prose."""

import re
from collections.abc import Mapping
from typing import Any

_BLANK = re.compile(r"\{([a-z_]+)\}")


def filled(template: str, words: Mapping[str, Any]) -> str:
    """Fill {blanks} by their names. Braces inside a word, and blanks that nobody knows, stay as they are."""
    return _BLANK.sub(lambda blank: str(words.get(blank[1], blank[0])), template)
