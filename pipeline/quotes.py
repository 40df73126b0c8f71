"""What comes next will cost: a film before it is queued, the stage behind a gate, clips that are made again.

Everything is priced by the providers' own estimates and the price table, clip by clip. Before there is a storyboard a typical
one stands in for it.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from math import floor

from django.db.models import Q, Sum
from django.utils.timezone import now

from channels.models import Channel
from pipeline.budget import reserved_usd
from pipeline.models import Clip, Cost, Task
from pipeline.plans import clips_of, read_plan
from pipeline.prices import PriceList, price_list, quote
from pipeline.providers import UnknownProvider, provider_for
from pipeline.refused import Refused
from pipeline.rules import flow, money
from pipeline.rules.speech import BREATH_S, WORDS_PER_SECOND
from pipeline.rules.statuses import GATES, Status
from pipeline.rules.storyboard import Asset, Scene, Storyboard
from pipeline.steps import BY_KIND, STEPS, ClipKey, TaskPlan
from videogen.lib.paths import UnsafePath

K = Clip.Kind

# What people call a step's clips, in the order of a film; what it costs to listen is one thing for them.
WORDS: Mapping[str, str] = {
    K.STORYBOARD: "storyboard",
    K.IMAGE: "image",
    K.VIDEO: "clip",
    K.NARRATION: "audio",
    K.SFX: "audio",
}
UNCOUNTED = ("storyboard", "audio")


@dataclass(frozen=True)
class Line:
    """What some clips of one sort cost together."""

    what: str
    count: int
    usd: Decimal

    def __str__(self) -> str:
        if self.what in UNCOUNTED:
            return self.what
        return f"{self.count} {self.what}{'s' if self.count != 1 else ''}"


@dataclass(frozen=True)
class Quote:
    """About what something costs, in lines. `left` is what the channel may still spend this month; None: no such cap."""

    lines: tuple[Line, ...] = ()
    left: Decimal | None = None

    @property
    def usd(self) -> Decimal:
        return sum((line.usd for line in self.lines), Decimal(0))

    @property
    def parts(self) -> str:
        """What is paid for: 22 images + 18 clips + audio. A storyboard is named where it is all there is."""
        named = [line for line in self.lines if line.what != "storyboard"] or self.lines
        return " + ".join(map(str, named))

    @property
    def short(self) -> str:
        """The amount and what it is for; empty where all of it is free."""
        return f"about {money.dollars(self.usd)}: {self.parts}" if self.lines else ""

    @property
    def is_over(self) -> bool:
        """The channel's budget of this month will not last for it."""
        return self.left is not None and self.usd > self.left

    def __str__(self) -> str:
        if not self.lines or self.left is None:
            return self.short
        return f"{self.short}; channel budget left this month {money.dollars(self.left)}"


Prices = Mapping[ClipKey, Decimal]


class Estimate:
    """The prices of a task's clips, worked out once. A broken storyboard file gives no prices: the page says what is wrong."""

    def __init__(self, task: Task, clips: list[Clip] | None = None) -> None:
        self.task = task
        self.clips = clips_of(task) if clips is None else clips
        self.plan = _plan(task, self.clips)
        self.prices: Prices = _prices(task, self.plan, price_list()) if self.plan else {}

    def film(self) -> Quote:
        """What the film costs from here to its end."""
        return self._quote(self._missing(self.prices), with_budget=True)

    def stage(self) -> Quote:
        """What is made next when the gate is passed, until a person is asked again."""
        kinds = {STEPS[step].kind for step in steps_behind(self.task.state, self.task.channel.settings.gates.auto)}
        return self._quote(self._missing(key for key in self.prices if key[0] in kinds), with_budget=True)

    def again(self, keys: Collection[ClipKey]) -> Quote:
        """What making these clips again costs, with what was made from them."""
        return self._quote(self.remade(keys), with_budget=False)

    def remade(self, keys: Collection[ClipKey]) -> set[ClipKey]:
        """Give these clips and every made clip that shows them, which must then be made again, too."""
        wanted, new = set(keys), list(keys)
        while new:
            new = [key for source in new for key in self._shown_in.get(source, ()) if key not in wanted]
            wanted.update(new)
        return wanted

    @cached_property
    def _shown_in(self) -> Mapping[ClipKey, list[ClipKey]]:
        """The made clips that are made from a clip. The film is left out: it is cut from everything and costs nothing."""
        found: dict[ClipKey, list[ClipKey]] = {}
        for clip in self.clips:
            if self.plan and clip.selected and clip.kind != K.FILM:
                for source in BY_KIND[clip.kind].needs(self.plan, clip.number):
                    found.setdefault(source, []).append((clip.kind, clip.number))
        return found

    def _missing(self, keys: Iterable[ClipKey]) -> list[ClipKey]:
        good = {(clip.kind, clip.number) for clip in self.clips if clip.is_good}
        return [key for key in keys if key not in good]

    def _quote(self, keys: Iterable[ClipKey], *, with_budget: bool) -> Quote:
        lines: dict[str, Line] = {}
        for key in sorted(keys, key=_order):
            if usd := self.prices.get(key):
                line = lines.get(WORDS[key[0]], Line(WORDS[key[0]], 0, Decimal(0)))
                lines[line.what] = replace(line, count=line.count + 1, usd=line.usd + usd)
        left = left_this_month(self.task.channel) if with_budget and lines else None
        return Quote(tuple(lines.values()), left)


def film(task: Task) -> Quote:
    """What a film costs from here to its end."""
    return Estimate(task).film()


def stage(task: Task) -> Quote:
    """What passing the gate that a task waits at will cost."""
    return Estimate(task).stage()


def again(task: Task, keys: Collection[ClipKey]) -> Quote:
    """What making clips again costs."""
    return Estimate(task).again(keys)


def left_this_month(channel: Channel) -> Decimal | None:
    """What a channel may still spend this month, in dollars; None where it has no such cap."""
    limit = channel.settings.budget.per_month_usd
    if limit is None:
        return None
    reserved = reserved_usd(Q(channel=channel))  # First, as for the caps: rather counted twice than left out.
    spent = Cost.objects.filter(channel=channel, at__gte=money.month_start(now())).aggregate(usd=Sum("usd"))["usd"]
    return max(limit - (spent or Decimal(0)) - reserved, Decimal(0))


def steps_behind(gate: Status, auto: Collection[str]) -> list[str]:
    """Give the steps that passing a gate starts, up to the next gate at which a person is asked."""
    waits = [g for g in GATES if g is Status.FINAL_REVIEW or flow.GATE_NAMES[g] not in auto]
    ahead = flow.STEPS[flow.STEPS.index(flow.GATE_STEPS[gate][-1]) + 1 :] if gate in GATES else ()
    found: list[str] = []
    for step in ahead:
        if step in STEPS:
            found.append(step)
        if any(flow.GATE_STEPS[g][-1] == step for g in waits):
            break
    return found


def _plan(task: Task, clips: list[Clip]) -> TaskPlan | None:
    try:
        return imagined(read_plan(task, clips)) if task.channel.config else None
    except (Refused, UnsafePath):
        return None


def imagined(plan: TaskPlan) -> TaskPlan:
    """Give the plan as it is, or with a typical storyboard where there is none; a text is the clip's own where it has one."""
    board = plan.storyboard or typical(plan)
    texts: dict[ClipKey, str] = {("image", n): asset.prompt for n, asset in enumerate(board.assets, 1)}
    for scene in board.scenes:
        texts["video", scene.number] = scene.motion
        texts["narration", scene.number] = scene.narration
        texts["sfx", scene.number] = scene.sound
    return replace(plan, storyboard=board, prompts={**texts, **plan.prompts})


def typical(plan: TaskPlan) -> Storyboard:
    """Make up a storyboard of average length: half the images are places; where clips may be short, every other one is."""
    kinds = ("environment", "character", "environment", "prop")
    assets = tuple(Asset(f"asset_{n}", kinds[n % 4], "word " * 45) for n in range(plan.asset_count))  # type: ignore[arg-type]
    scenes = tuple(
        Scene(n, (), "asset_0", (), "single", "word " * 20, _said(plan, n), "word " * 12)
        for n in range(1, plan.scene_count + 1)
    )
    return Storyboard(plan.atmosphere, assets, scenes)


def _said(plan: TaskPlan, number: int) -> str:
    """Give as many words as fit the clip; with its space a word has six letters."""
    short = plan.short_seconds if number % 2 else None
    seconds = short or plan.clip_seconds
    return "water " * max(1, floor((seconds - BREATH_S) * WORDS_PER_SECOND))


def _prices(task: Task, plan: TaskPlan, prices: PriceList) -> Prices:
    """Price every clip of a film; what is free has no price."""
    found: dict[ClipKey, Decimal] = {}
    for kind, numbers in _numbers(plan).items():
        step = BY_KIND[kind].name
        try:
            provider = provider_for(step, task.channel.settings.provider(step))
        except UnknownProvider:
            continue  # The run itself says what is wrong.
        if provider.is_paid:
            found |= {(kind, n): quote(provider, plan, n, prices) for n in numbers}
    return found


def _numbers(plan: TaskPlan) -> Mapping[str, range]:
    scenes = range(1, len(plan.board.scenes) + 1)
    images = range(1, len(plan.board.assets) + 1)
    return {K.STORYBOARD: range(1, 2), K.IMAGE: images, K.VIDEO: scenes, K.NARRATION: scenes, K.SFX: scenes}


def _order(key: ClipKey) -> tuple[int, int]:
    return list(WORDS).index(key[0]) if key[0] in WORDS else len(WORDS), key[1]
