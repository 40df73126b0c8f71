"""What a provider is: which script does a step, with which arguments, secret and service, and what an order uses."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.rules.money import Usage
from pipeline.steps import Brief, TaskPlan

# Turns a brief into the arguments of the script. Long texts are written into the attempt's folder.
Arguments = Callable[[Brief, Path, Path], list[str]]


class CannotOrder(Exception):
    """The provider does not offer what the plan asks for. The text is a sentence for a person."""


@dataclass(frozen=True)
class Provider:
    """One way to do one step. `arguments(brief, folder, out)` may write text files into `folder`.

    `expects(plan, number)` says what an order will probably use, so that it can be priced before; None: it is free.
    """

    name: str
    step: str
    service: str
    script: Callable[[Brief], str]
    arguments: Arguments
    component: str = ""  # under which name its costs stand in the ledger
    expects: Callable[[TaskPlan, int], Usage] | None = None
    can_resume: bool = False  # an order has an id and can be fetched later
    secrets: Mapping[str, str] = field(default_factory=dict)  # variable of the script → name of the setting
    more_secrets: Callable[[Brief], Mapping[str, str]] = lambda _brief: {}  # that only some briefs need
    addresses: Mapping[str, str] = field(default_factory=dict)  # variable of the script → name of the setting
    patience: str = ""  # argument of the script that says how many seconds it may wait
    options: Mapping[str, str] = field(default_factory=dict)  # argument of the script → name of the setting

    @property
    def is_paid(self) -> bool:
        return self.expects is not None


def text_file(folder: Path, name: str, text: str) -> str:
    """Write a text for a script and give its path as an argument."""
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return str(file)
