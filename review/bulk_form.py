"""What the bar below the board sends: one deed, and the films it is about, each with what the person saw of it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict

from pipeline.rules.statuses import Status
from review.forms import Text
from review.gates import LONGEST_NOTE

MOST = 200
LONGEST_CHOICE = 80
RELOAD = "Reload the page, and decide about what it shows then."


class Deed(StrEnum):
    """What can be decided about many films at once."""

    QUEUE = "queue"
    APPROVE = "approve"
    REJECT = "reject"
    RETRY = "retry"
    CANCEL = "cancel"
    HIGH = "high"
    NORMAL = "normal"
    LOW = "low"

    @property
    def is_priority(self) -> bool:
        return self in (Deed.HIGH, Deed.NORMAL, Deed.LOW)

    @property
    def asks_first(self) -> bool:
        """It undoes something, so it asks even where it costs nothing."""
        return self in (Deed.REJECT, Deed.CANCEL)


@dataclass(frozen=True)
class Choice:
    """One film, as its checkbox names it. `task` is None where that is no id of a film, `revision` away from gates."""

    task: UUID | None
    at: Status | None
    revision: int | None = None

    @classmethod
    def read(cls, text: str) -> "Choice":
        key, status, revision, *_ = *text[:LONGEST_CHOICE].split(":", 2), "", ""
        try:
            return cls(UUID(key), Status(status), int(revision) if revision else None)
        except ValueError:
            return cls(None, None)


class BulkForm(forms.Form):
    """One deed for many films. `sure` is set once the person has read what it will do."""

    do = forms.TypedChoiceField(
        choices=[(deed.value, deed.value) for deed in Deed],
        coerce=Deed,
        error_messages=dict.fromkeys(("required", "invalid_choice"), RELOAD),
    )
    note = Text("note", LONGEST_NOTE, required=False)
    sure = forms.BooleanField(required=False)

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data)
        self.sent = list(dict.fromkeys(data.getlist("tasks")))

    @property
    def is_too_wrong(self) -> bool:
        """There is nothing that the person could mend in a second look at the same films."""
        return "do" in self.errors or "__all__" in self.errors

    def clean(self) -> dict[str, Any] | None:
        if not self.sent:
            self.add_error(None, "Choose at least one film.")
        if len(self.sent) > MOST:
            self.add_error(None, f"Choose at most {MOST} films at once; these are {len(self.sent)}.")
        values = self.cleaned_data
        if values.get("do") is Deed.REJECT and values.get("sure") and not values.get("note"):
            self.add_error("note", "Say in the note what is wrong, so that the next takes can be better.")
        return super().clean()

    @property
    def choices(self) -> list[Choice]:
        """Each film once, though it be named with two statuses."""
        read = [Choice.read(text) for text in self.sent]
        first = {choice.task: choice for choice in reversed(read) if choice.task}
        kept = [choice for choice in read if choice.task is None or first[choice.task] is choice]
        return list(dict.fromkeys(kept))
