"""Paint a prompt: an environment, a character or a prop, with stage directions for whoever stages it."""

from typing import Any

from painter.words import read
from stage.pictures import Pixels


def paint(prompt: str, kind: str, seed: int) -> tuple[Pixels, dict[str, Any]]:
    """Paint the prompt. The same prompt, kind and seed always give the same pixels."""
    wish = read(prompt, kind, seed)
    if kind == "environment":
        from painter.places import paint_place

        return paint_place(wish)
    from painter.cast import paint_being

    return paint_being(wish, kind)
