"""The steps of a film, in order. A new step is one new file and one line here."""

from collections.abc import Mapping

from pipeline.steps.base import Brief, ClipKey, Step, TaskPlan, UnusableFile
from pipeline.steps.composites import Composites
from pipeline.steps.film import Film
from pipeline.steps.images import Images
from pipeline.steps.narration import Narration
from pipeline.steps.plan import Plan
from pipeline.steps.sfx import SoundEffects
from pipeline.steps.videos import Videos

STEPS: Mapping[str, Step] = {
    step.name: step for step in (Plan(), Images(), Composites(), Videos(), Narration(), SoundEffects(), Film())
}
BY_KIND: Mapping[str, Step] = {step.kind: step for step in STEPS.values()}

__all__ = ["BY_KIND", "STEPS", "Brief", "ClipKey", "Step", "TaskPlan", "UnusableFile"]
