"""What must be true at the end, whatever happened on the way; each broken promise is a sentence."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.db.models import Count, Q, Sum

from pipeline.models import Attempt, AuditEntry, Clip, Cost, Job, Task
from pipeline.rules.statuses import ERRORS, TRANSITIONS, Status
from pipeline.trail import broken_link
from tests.chaos.person import Person
from tests.chaos.run import Shape
from tests.fakes import Fakes
from videogen.lib import paths

ROUNDING_USD = Decimal("0.005")


def films(tasks: list[Task]) -> Iterator[str]:
    """Check that every film is finished, and how it came there."""
    for task in Task.objects.filter(pk__in=[task.pk for task in tasks]):
        if task.state is not Status.FINAL_REVIEW:
            yield f"“{task}” is at {task.label}: {task.error}."
        yield from _path(task)


def _path(task: Task) -> Iterator[str]:
    """Check that a film's transitions are one path through the table, and that nothing came twice that nobody decided."""
    moves = AuditEntry.objects.filter(task=task, action="transition").order_by("id")
    here, seen, allowed = Status.DRAFT, Counter[Status](), 1
    for entry in moves:
        if entry.from_status != here:
            yield f"“{task}” left {entry.from_status}, though it was at {here}."
        here, before = Status(entry.to_status), Status(entry.from_status)
        if here not in TRANSITIONS[before]:
            yield f"“{task}” went from {before} to {here}, which the table does not allow."
        allowed += before in ERRORS  # A person pressed Retry, so a stretch may be walked once more.
        seen[here] += 1
        if seen[here] > allowed:
            yield f"“{task}” came to {here} {seen[here]} times."
    if here != task.state:
        yield f"“{task}” is at {task.state}, but its last transition led to {here}."


def clips(tasks: list[Task]) -> Iterator[str]:
    """Check that every clip has one take, with its file, and none twice."""
    mine = Clip.objects.filter(task__in=[task.pk for task in tasks]).select_related("task")
    counted = mine.annotate(
        chosen_takes=Count("attempts", filter=Q(attempts__selected=True)),
        all_takes=Count("attempts", filter=Q(attempts__outcome=Attempt.Outcome.DONE)),
    )
    for clip in counted:
        if clip.chosen_takes != 1:
            yield f"{clip} of “{clip.task}” has {clip.chosen_takes} selected takes."
        if clip.all_takes > 1:
            yield f"{clip} of “{clip.task}” has {clip.all_takes} takes, though nobody wanted another."
    yield from _files(tasks)
    orders = Attempt.objects.filter(outcome=Attempt.Outcome.DONE).exclude(provider_job="").exclude(provider="local")
    for order, count in orders.values_list("provider_job").annotate(n=Count("id")).filter(n__gt=1).order_by():
        yield f"The order {order} became {count} takes."


def _files(tasks: list[Task]) -> Iterator[str]:
    chosen = Attempt.objects.filter(clip__task__in=[task.pk for task in tasks], selected=True)
    for take in chosen.select_related("clip__task"):
        project = take.clip.task.project
        for file in (project.resolve(take.path), project.folder / take.clip.path):
            if not file.is_file() or paths.digest(file) != take.sha256:
                yield f"{file.name} of “{take.clip.task}” is not the file that was made."


def rest() -> Iterator[str]:
    """Check that nothing is left half done."""
    for job in Job.objects.exclude(state__in=(Job.State.DONE, Job.State.CANCELLED, Job.State.FAILED)):
        yield f"The job {job} of “{job.task}” is still {job.state}."
    for attempt in Attempt.objects.filter(outcome=Attempt.Outcome.STARTED):
        yield f"The attempt {attempt.pk} at {attempt.clip} is still open."
    for attempt in Attempt.objects.filter(order=Attempt.Order.OPEN):
        yield f"The order of {attempt.clip} in “{attempt.clip.task}” is still open."
    broken = broken_link()
    if broken:
        yield f"The audit chain is broken. {broken.sentence}"


def ordered(fakes: Fakes) -> Counter[str]:
    """Count what was ordered at the providers and not given back."""
    return Counter(entry.what for provider in fakes.all for entry in provider.book if not entry.refunded)


def orders(fakes: Fakes, person: Person, shape: Shape) -> Iterator[str]:
    """Check that nothing was ordered twice but what a person ordered again knowingly."""
    made, wanted = ordered(fakes), Counter(shape.undisturbed)
    for what in sorted({*made, *wanted}):
        extra = made[what] - person.paid_twice[what] - wanted[what]
        if extra:
            yield f"{made[what]} of {what} were ordered, {extra:+} beside {wanted[what]} and what a person ordered again."


def money(fakes: Fakes, person: Person) -> Iterator[str]:
    """Check that the ledger says to the cent what the providers' books say, and nothing twice."""
    gap = certain_gap(fakes, person)
    if abs(gap) >= ROUNDING_USD:
        yield f"The ledger and the books differ by {gap:.4f} USD beside what a person wrote down as charged."
    doubled = Cost.objects.filter(certain=True).values_list("attempt__clip").annotate(n=Count("id")).filter(n__gt=1)
    for clip, count in doubled.order_by():
        yield f"Clip {Clip.objects.get(pk=clip)} was paid {count} times."


def certain_gap(fakes: Fakes, person: Person) -> Decimal:
    """Give the ledger's certain entries minus the books without what a person knows to be lost."""
    return _sum(certain=True) - (books(fakes) - person.lost_usd)


def books(fakes: Fakes) -> Decimal:
    return sum((provider.spent_usd for provider in fakes.all), Decimal(0))


def ledger() -> Decimal:
    return _sum()


def _sum(**which: Any) -> Decimal:
    total: Decimal | None = Cost.objects.filter(**which).aggregate(total=Sum("usd"))["total"]
    return total or Decimal(0)
