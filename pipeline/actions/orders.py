"""Orders that cost money, from the moment they may exist until they are fetched, refused, or given up by a person."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import wraps
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar, cast

from django.conf import settings
from django.db import models, transaction
from django.utils.timezone import now

from pipeline import machines, storage
from pipeline.actions.advance import advance
from pipeline.actions.bills import bill, write_off
from pipeline.models import Attempt, Clip, Job, Task
from pipeline.moves import changed, lock, record
from pipeline.providers import PROVIDERS
from pipeline.refused import Refused
from pipeline.rules.money import dollars
from pipeline.rules.statuses import MAKING
from pipeline.sharing import bring_storyboard, refusing
from pipeline.steps import BY_KIND
from pipeline.tickets import wake
from videogen.lib import journals

Act = TypeVar("Act", bound=Callable[..., Any])

LONGEST_ID = 200
GONE = "machine_gone"
GIVEN_UP = "The lost order was given up. Change the prompt if you like, then press Retry."


def what_is_left_first(act: Act) -> Act:
    """Have here what an open order left on another machine's disk, before a person's decision about it is written down."""

    @wraps(act)
    def acting(task_id: Any, key: tuple[str, int], *args: Any, **kwargs: Any) -> Any:
        if storage.is_shared():
            with refusing():
                bring_storyboard(task_id)
                orders = Attempt.objects.filter(clip__task=task_id, clip__kind=key[0], clip__number=key[1])
                for attempt in orders.filter(order=Attempt.Order.OPEN).select_related("clip__task"):
                    machines.bring_left(attempt.clip.task.project, attempt, _output(attempt.clip.task, attempt).name)
        return act(task_id, key, *args, **kwargs)

    return cast(Act, acting)


def close(attempt: Attempt) -> None:
    """Note that nothing of this attempt's order is left to fetch."""
    Attempt.objects.filter(pk=attempt.pk).update(order=Attempt.Order.CLOSED)
    attempt.order = Attempt.Order.CLOSED


@transaction.atomic
def hold_lost(job: Job, attempt: Attempt, why: str = "", *, is_gone: bool = False) -> None:
    """Let a claimed job wait for a person, because an order of its clip may have been charged and has no id.

    `is_gone`: the machine that knows more is away. When it comes back, it goes on with it.
    """
    task = lock(job.task_id)
    mine = Job.objects.filter(pk=job.pk, state=Job.State.RUNNING, token=job.token)
    if mine.update(state=Job.State.HELD, hold=Job.Hold.LOST, token="", worker="", leased_until=None):
        Attempt.objects.filter(pk=attempt.pk).update(
            message=sentence(attempt, why),
            failure_class="ambiguous",
            code=GONE if is_gone else "lost",
            finished_at=now(),
        )
        advance(task)
        changed(task)


def sentence(attempt: Attempt, why: str = "") -> str:
    """Say that an order may have been charged, and what a person can do."""
    usd = f" ({dollars(attempt.quoted_usd)})" if attempt.quoted_usd else ""
    why = why or "The answer to this order was lost."
    fetch = "fetch it by its id, " if can_resume(attempt) else ""
    return f"{why} It may have been charged{usd}. Look at the provider's log page, then {fetch}order it again, or give it up."


def can_resume(attempt: Attempt) -> bool:
    """The provider gives its orders ids, so that one can be fetched later."""
    provider = PROVIDERS.get((BY_KIND[attempt.clip.kind].name, attempt.provider))
    return provider is not None and provider.can_resume


def lost_orders() -> models.QuerySet[Attempt]:
    """The orders that a person must decide about: they may have been charged, and nobody is fetching them."""
    busy = Job.objects.filter(clip=models.OuterRef("clip"), state__in=(Job.State.WAITING, Job.State.RUNNING))
    ended = Attempt.objects.filter(order=Attempt.Order.OPEN).exclude(outcome=Attempt.Outcome.STARTED)
    return ended.filter(~models.Exists(busy))


@transaction.atomic
def abandon(attempt: Attempt, report: Mapping[str, Any]) -> None:
    """Let an order go that is paid but not wanted any more: it was made from a prompt or a picture that has changed since.

    `report` has its units where it was answered; otherwise its quote is written down.
    """
    lock(attempt.clip.task_id)
    attempt.refresh_from_db()
    if report.get("units"):
        bill(attempt, report)
    else:
        write_off(attempt)
    close(attempt)


def take_back_lost(machine: str) -> int:
    """Let orders go on at once whose journals this machine has: they waited for it, or were held as lost while it was away.

    Gives how many were held.
    """
    mine = Attempt.objects.filter(order=Attempt.Order.OPEN, machine=machine)
    Job.objects.filter(state=Job.State.WAITING, failures=0, clip__in=mine.values("clip")).update(
        run_after=now(), later=False
    )
    return sum(found_again(attempt) for attempt in mine.filter(code=GONE).select_related("clip"))


@transaction.atomic
def found_again(attempt: Attempt) -> bool:
    """Let a clip go on that is held because this order was taken for lost: its own machine knows better by now."""
    task = lock(attempt.clip.task_id)
    held = _held(task, (attempt.clip.kind, attempt.clip.number))
    if not held.update(state=Job.State.WAITING, hold=Job.Hold.NOTHING, run_after=now()):
        return False
    changed(task)
    wake()
    return True


def forget_provider_job(attempt: Attempt) -> None:
    """Drop an id that the provider does not know, so that a person can give another one."""
    attempt.provider_job = ""
    attempt.facts = {key: value for key, value in attempt.facts.items() if key != "id_from"}
    attempt.save(update_fields=["provider_job", "facts"])


@what_is_left_first
@transaction.atomic
def order_again(task_id: object, key: tuple[str, int], *, by: str, charged: bool = True) -> Task:
    """Give a lost order up and order the clip once more. `charged`: the lost one is written down at its quote."""
    task, _, lost = _lost(task_id, key)
    _written_off(task, lost, by, "order_again", charged=charged)
    _wait_again(task, key)
    return task


@what_is_left_first
@transaction.atomic
def resume_order(task_id: object, key: tuple[str, int], provider_job: str, *, by: str) -> Task:
    """Fetch a lost order by the id that a person found at the provider."""
    task, clip, lost = _lost(task_id, key)
    wanted = provider_job.strip()
    if not can_resume(lost):
        raise Refused("This provider gives its orders no ids. Order it again, or give it up.")
    if not 3 <= len(wanted) <= LONGEST_ID or not wanted.isprintable() or " " in wanted:
        raise Refused(
            "That is no id of an order. Copy it from the provider's log page, such as task_kling_1765187759663."
        )
    if Attempt.objects.filter(provider=lost.provider, provider_job=wanted).exclude(clip=clip).exists():
        raise Refused(f"The order {wanted} belongs to another clip. Copy the id of the order that has no clip yet.")
    Attempt.objects.filter(pk=lost.pk).update(provider_job=wanted, facts={**lost.facts, "id_from": by})
    record(task, "resume_order", by=by, clip=clip, note=wanted, from_status=task.state)
    _wait_again(task, key)
    return task


@what_is_left_first
@transaction.atomic
def give_up_order(task_id: object, key: tuple[str, int], *, by: str, charged: bool = True) -> Task:
    """Give a lost order up; the clip is then one that failed."""
    task, _, lost = _lost(task_id, key)
    _written_off(task, lost, by, "give_up_order", charged=charged)
    Attempt.objects.filter(pk=lost.pk).update(message=GIVEN_UP)
    _held(task, key).update(state=Job.State.FAILED, hold=Job.Hold.NOTHING, finished_at=now())
    advance(task)
    changed(task)
    return task


def _lost(task_id: object, key: tuple[str, int]) -> tuple[Task, Clip, Attempt]:
    task = lock(task_id)
    kind, number = key
    clip = task.clips.filter(kind=kind, number=number).first()
    if clip is None:
        raise Refused(f"“{task}” has no clip {kind}:{number}.")
    lost = lost_orders().filter(clip=clip).select_related("job", "clip").first()
    if lost is None:
        raise Refused(
            f"Nothing of {clip} in “{task}” may have been charged without a result. There is nothing to decide."
        )
    journal = journals.read(_output(task, lost))
    if (journal and journal.running) or (journal is None and _may_still_run(task, lost)):
        raise Refused(f"The script of {clip} is still at work on this order. Look again in a minute.")
    return task, clip, lost


def _may_still_run(task: Task, lost: Attempt) -> bool:
    """Another machine's script may not have heard yet that it should end."""
    if _output(task, lost).parent.is_dir() or lost.machine in ("", machines.this()):
        return False
    since = now() - timedelta(seconds=2 * settings.LEASE_SECONDS)
    return (lost.finished_at or lost.started_at) > since and machines.is_alive(lost.machine, since)


def _output(task: Task, attempt: Attempt) -> Path:
    return task.project.take(str(attempt.pk)) / PurePosixPath(attempt.clip.path).name


def _written_off(task: Task, lost: Attempt, by: str, action: str, *, charged: bool) -> None:
    close(lost)
    note = "counted as charged" if charged else "not charged, says the provider's page"
    journal = journals.read(_output(task, lost))
    if charged:
        write_off(lost)
    elif journal and journal.bill.units:  # Some of it was answered, and billed, before the rest was lost.
        bill(lost, {"model": journal.bill.model, "units": dict(journal.bill.units)})
    record(task, action, by=by, clip=lost.clip, note=note, from_status=task.state)


def _wait_again(task: Task, key: tuple[str, int]) -> None:
    waits = _held(task, key).update(state=Job.State.WAITING, hold=Job.Hold.NOTHING, run_after=now())
    if not waits and task.state in MAKING:  # Its job has failed meanwhile; only this clip gets another one.
        mine = task.jobs.filter(clip__kind=key[0], clip__number=key[1], state=Job.State.FAILED)
        mine.update(state=Job.State.CANCELLED)
        advance(task)
    changed(task)
    wake()


def _held(task: Task, key: tuple[str, int]) -> models.QuerySet[Job]:
    return task.jobs.filter(clip__kind=key[0], clip__number=key[1], state=Job.State.HELD, hold=Job.Hold.LOST)
