"""A film's progress in the terminal: a bar for each step, and what each took."""

import time
from types import TracebackType
from typing import Self

from django.db.models import Count, Max, Min
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.table import Table

from pipeline.models import Attempt, Task
from pipeline.models.clip import HAS_GOOD_TAKE
from pipeline.reports import total_clips
from pipeline.steps import STEPS


class Watch:
    """Shows one task until it is left; then prints how long each step took."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self.console = Console()
        self.bars = Progress(
            TextColumn("{task.description:12}"),
            BarColumn(bar_width=40),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TimeRemainingColumn(),
            TextColumn("{task.fields[news]}"),
            console=self.console,
            disable=not self.console.is_terminal,
        )
        self.rows: dict[str, TaskID] = {}
        self.said = ""

    def __enter__(self) -> Self:
        shape = self.task.channel.settings.format
        many = {"plan": 1, "film": 1, "images": shape.assets}
        for name in STEPS:
            total = many.get(name, shape.scenes)
            self.rows[name] = self.bars.add_task(name, total=total, news="", start=False)
        self.rows["the film"] = self.bars.add_task("all", total=total_clips(self.task), news="")
        self.bars.start()
        return self

    def show(self, task: Task) -> None:
        """Bring the bars up to date."""
        done = dict(task.clips.filter(HAS_GOOD_TAKE).values_list("kind").annotate(n=Count("id")).order_by())
        for name, step in STEPS.items():
            self._step(name, done.get(step.kind, 0))
        retry = task.retry
        news = f"attempt {retry['attempt']}/{retry['of']}, retrying at {retry['at']:%H:%M} UTC" if retry else task.label
        self.bars.update(self.rows["the film"], completed=sum(done.values()), news=news)
        if not self.console.is_terminal and news != self.said:
            self.console.print(f"{time.strftime('%H:%M:%S')} {news} ({sum(done.values())}/{total_clips(task)})")
            self.said = news

    def _step(self, name: str, done: int) -> None:
        row = self.bars.tasks[self.rows[name]]
        if done and not row.started:
            self.bars.start_task(row.id)
        if done != row.completed:
            self.bars.update(row.id, completed=done)
        if done == row.total and not row.finished_time:
            self.bars.stop_task(row.id)

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.bars.stop()
        self.console.print(self._times())

    def _times(self) -> Table:
        table = Table("step", "files", "from start to end", "busy", title="What each step took", title_justify="left")
        for name, step in STEPS.items():
            takes = Attempt.objects.filter(clip__task=self.task, clip__kind=step.kind, outcome=Attempt.Outcome.DONE)
            span = takes.aggregate(begin=Min("started_at"), end=Max("finished_at"))
            busy = sum((t.finished_at - t.started_at).total_seconds() for t in takes if t.finished_at)
            wall = (span["end"] - span["begin"]).total_seconds() if span["end"] else 0.0
            table.add_row(name, str(len(takes)), f"{wall:.1f} s", f"{busy:.1f} s")
        return table
