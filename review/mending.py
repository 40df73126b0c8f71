"""What a person can change in a film that failed, so that it goes on: prompts that were refused, or the idea itself."""

from dataclasses import dataclass

from pipeline.models import Attempt, Clip, Task
from review.clip_views import ClipView, Views


@dataclass(frozen=True)
class Mend:
    """A clip that failed and may come out with another prompt. `refused` is the sentence of the provider that refused it."""

    view: ClipView
    refused: str


def to_mend(task: Task, views: Views) -> list[Mend]:
    """Give the clip that stopped the task, and every clip whose content was refused."""
    if not task.in_error:
        return []
    stopped = str((task.error or {}).get("clip", ""))
    failed = [view for each in views.values() for view in each if view.prompt_label and not view.clip.is_good]
    found = [Mend(view, refusal(view.clip)) for view in failed if view.state == "failed" or view.key == stopped]
    return [mend for mend in found if mend.refused or mend.view.key == stopped]


def idea_was_refused(task: Task, views: Views) -> bool:
    """No storyboard could be written, because the provider refused the idea."""
    return task.in_error and any(not view.clip.is_good and refusal(view.clip) for view in views[Clip.Kind.STORYBOARD])


def refusal(clip: Clip) -> str:
    """What the provider said when it refused the latest try; empty when it did not refuse."""
    tries = sorted(clip.attempts.all(), key=lambda attempt: attempt.started_at)
    last = tries[-1] if tries else None
    return last.message or "The provider refused it." if last and last.outcome == Attempt.Outcome.REFUSED else ""
