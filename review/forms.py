"""What people send: bounded before it goes any further."""

from contextlib import suppress
from typing import Any

from django import forms
from django.http import QueryDict

from pipeline.actions import Seen
from pipeline.rules.statuses import GATES, Status
from review.gates import LONGEST_NOTE, LONGEST_PROMPT, Way

MOST_CLIPS = 200
LONGEST_ID = 200
LONGEST_KEY = 20
LONGEST_FILM = 24 * 3_600  # seconds


class Text(forms.CharField):
    """A text of bounded length. Browsers send line ends as two characters but count them as one."""

    def __init__(self, what: str, limit: int, **options: Any) -> None:
        too_long = f"The {what} has more than {limit:,} characters; please shorten it."
        super().__init__(
            max_length=limit, error_messages={"max_length": too_long, **options.pop("errors", {})}, **options
        )

    def to_python(self, value: Any) -> str | None:
        text = super().to_python(value)
        return text.replace("\r\n", "\n") if text else text


class SeenForm(forms.Form):
    """What the person saw: `at` is the gate, `takes` says which takes were there to decide about."""

    at = forms.TypedChoiceField(
        choices=[(gate.value, gate.label) for gate in GATES],
        coerce=Status,
        error_messages=dict.fromkeys(
            ("required", "invalid_choice"), "Reload the page, and decide about what it shows then."
        ),
    )
    takes = forms.CharField(max_length=16, required=False)

    @property
    def seen(self) -> Seen | None:
        """What was seen; None where the form does not say (and need not)."""
        at = self.cleaned_data.get("at")
        return Seen(at, self.cleaned_data.get("takes", "")) if at else None


class VerdictForm(SeenForm):
    """A decision at a gate. `clips` are those marked to be made again."""

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data)
        self.clips = [key[:LONGEST_KEY] for key in dict.fromkeys(data.getlist("clips")[:MOST_CLIPS])]


class ApproveForm(VerdictForm):
    """An approval is of everything; whoever has marked a clip has not made up their mind."""

    note = Text("note", LONGEST_NOTE, required=False)
    played = forms.CharField(required=False)

    def clean(self) -> dict[str, Any] | None:
        if self.clips:
            self.add_error(
                None, "You have marked clips to be made again. Send them back, or take the marks off and approve."
            )
        return super().clean()

    def clean_played(self) -> float | None:
        """Seconds of the film that were played, as the browser counted them: information, so nonsense is left out."""
        with suppress(ValueError):
            played = float(self.cleaned_data["played"])
            return played if 0 <= played < LONGEST_FILM else None
        return None


class RejectForm(VerdictForm):
    """A rejection says which clips, and why: for all of them, or for each: fields note-video:7 and prompt-video:7."""

    note = Text("note", LONGEST_NOTE, required=False)
    rest = forms.BooleanField(required=False)

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data)
        for key in self.clips:
            self.fields[f"note-{key}"] = Text("note", LONGEST_NOTE, required=False)
            self.fields[f"prompt-{key}"] = Text("prompt", LONGEST_PROMPT, required=False)

    def clean(self) -> dict[str, Any] | None:
        if not self.clips:
            self.add_error(None, "Choose at least one clip to make again.")
        return super().clean()

    def written(self, what: str) -> dict[str, str]:
        """What was written for each clip; `what` is note or prompt."""
        return {key: text for key in self.clips if (text := self.cleaned_data.get(f"{what}-{key}", ""))}


class AgainForm(SeenForm):
    """Make one clip again, with another prompt and a reason where they are given."""

    prompt = Text("prompt", LONGEST_PROMPT, required=False)
    note = Text("note", LONGEST_NOTE, required=False)

    def __init__(self, data: QueryDict, clip: str) -> None:
        # A gate's page has one form for all of its clips, in which each field carries the clip's name.
        own = {name: data.get(f"{name}-{clip}", data.get(name, "")) for name in ("prompt", "note")}
        super().__init__({**own, "at": data.get("at", ""), "takes": data.get("takes", "")})


class RemarkForm(forms.Form):
    """Something noticed about a take, at a moment of it where that is given."""

    take = forms.IntegerField(min_value=1, max_value=10_000)
    text = Text("note", LONGEST_NOTE, errors={"required": "Write what you noticed."})
    seconds = forms.FloatField(required=False, min_value=0, max_value=LONGEST_FILM)


class TakeForm(SeenForm):
    """Which take of a clip counts."""

    take = forms.IntegerField(
        min_value=1,
        max_value=10_000,
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), "Choose a take by its number."),
    )


class SettleForm(forms.Form):
    """What becomes of orders that may have been charged. `orders` are those that the person saw."""

    way = forms.TypedChoiceField(
        choices=[(way.value, way.label) for way in Way],
        coerce=Way,
        error_messages=dict.fromkeys(
            ("required", "invalid_choice"), "Choose: fetch it, order it again, or give it up."
        ),
    )
    provider_job = Text("id", LONGEST_ID, required=False)
    not_charged = forms.BooleanField(required=False)

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data)
        self.orders = [key[:36] for key in dict.fromkeys(data.getlist("orders")[:MOST_CLIPS])]

    def clean(self) -> dict[str, Any] | None:
        if not self.orders:
            self.add_error(None, "Choose at least one order.")
        elif self.cleaned_data.get("way") is Way.FETCH and len(self.orders) > 1:
            self.add_error(None, "Fetch one order at a time: each has its own id.")
        return super().clean()


class MendForm(forms.Form):
    """Other prompts for clips that failed: field prompt-video:7 for each."""

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data)
        self.clips = [key[:LONGEST_KEY] for key in dict.fromkeys(data.getlist("clips")[:MOST_CLIPS])]
        for key in self.clips:
            self.fields[f"prompt-{key}"] = Text("prompt", LONGEST_PROMPT, required=False)

    @property
    def prompts(self) -> dict[str, str]:
        return {key: self.cleaned_data[f"prompt-{key}"] for key in self.clips}


class IdeaForm(forms.Form):
    """Another wording of an idea."""

    title = Text("title", 200, errors={"required": "A film needs a title."})
    topic = Text("topic", 2_000, errors={"required": "A film needs a topic."})
    story_direction = Text("story direction", 10_000, required=False)


class NoteForm(forms.Form):
    """A decision that may have a reason."""

    note = Text("note", LONGEST_NOTE, required=False)


def first_error(form: forms.Form) -> str:
    """The first thing that is wrong, as a sentence."""
    return str(next(iter(form.errors.values()))[0])
