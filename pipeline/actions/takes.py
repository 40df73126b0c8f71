"""A take comes to count: what was made from another one is outdated."""

from pipeline.models import Clip, Task
from pipeline.plans import clips_of, read_plan
from pipeline.steps import BY_KIND


def outdate(task: Task, clip: Clip) -> None:
    """Mark what was made from an earlier take of this clip: it must be made again when its step comes."""
    clips = clips_of(task)
    plan = read_plan(task, clips)
    stale = [
        other.pk
        for other in clips
        if other.selected and (clip.kind, clip.number) in BY_KIND[other.kind].needs(plan, other.number)
    ]
    Clip.objects.filter(pk__in=stale).update(verdict=Clip.Verdict.OUTDATED)
