"""What is said around a prompt: texts in pipeline/prompts, edited like prose."""

import functools
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "prompts"
PLACE = "{prompt}"


@functools.cache
def text(name: str) -> str:
    """Read one of the texts, once. It must be UTF-8, such as prompts/motion.txt."""
    return (FOLDER / f"{name}.txt").read_text(encoding="utf-8").strip()


def around(name: str, prompt: str) -> str:
    """Put a prompt into its text, as it is: braces that somebody wrote into it stay what they are."""
    before, _, after = text(name).partition(PLACE)
    return f"{before}{prompt.strip()}{after}"
