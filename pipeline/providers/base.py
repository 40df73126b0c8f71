"""What a provider is: which script does a step, with which arguments, secret, service and price."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from pipeline.steps import Brief

# Turns a brief into the arguments of the script. Long texts are written into the attempt's folder.
Arguments = Callable[[Brief, Path, Path], list[str]]


@dataclass(frozen=True)
class Provider:
    """One way to do one step. `arguments(brief, folder, out)` may write text files into `folder`."""

    name: str
    step: str
    service: str
    script: Callable[[Brief], str]
    arguments: Arguments
    price_usd: Decimal = Decimal(0)
    secrets: Mapping[str, str] = field(default_factory=dict)  # variable of the script → name of the setting


def text_file(folder: Path, name: str, text: str) -> str:
    """Write a text for a script and give its path as an argument."""
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return str(file)
