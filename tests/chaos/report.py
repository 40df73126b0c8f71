"""The one line that a chaos run ends with."""

from collections import Counter
from typing import Any

from pipeline.models import Task
from pipeline.rules.statuses import Status
from tests.chaos import checks
from tests.chaos.run import Run
from tests.fakes import Fakes

PROMISED_RECOVERY = 0.8


def report(run: Run, fakes: Fakes, *, faults: int, seed: int, seconds: float) -> dict[str, Any]:
    """Say what was done, what became of it, and which promises are broken."""
    unexplained = run.hits.blame(run.person.decisions)
    transient = [hit for hit in run.hits.all if hit.is_transient]
    needed = sum(bool(hit.needed) for hit in transient) + len(unexplained)
    recovery = 1 - needed / max(1, len(transient))
    films = [task.pk for task in run.tasks]
    broken = [
        *checks.films(run.tasks),
        *checks.clips(run.tasks),
        *checks.rest(),
        *checks.orders(fakes, run.person, run.shape),
        *checks.money(fakes, run.person),
    ]
    if len(run.hits.all) < faults:
        broken.append(f"Only {len(run.hits.all)} of {faults} faults met a film in flight.")
    if recovery < PROMISED_RECOVERY:
        broken.append(f"Only {recovery:.0%} of {len(transient)} transient faults needed nobody.")
    return {
        "ok": not broken,
        "seed": seed,
        "films": len(run.tasks),
        "finished": Task.objects.filter(pk__in=films, status=Status.FINAL_REVIEW).count(),
        "faults": len(run.hits.all),
        "by_kind": dict(sorted(Counter(hit.kind for hit in run.hits.all).items())),
        "left_out": list(run.without),
        "skipped": run.skipped,
        "fenced": run.machine.fenced,
        "ordered": dict(checks.ordered(fakes)),
        "undisturbed": run.shape.undisturbed,
        "ordered_again_though_charged": dict(run.person.paid_twice),
        "decided": dict(run.person.decided),
        "ledger_usd": f"{checks.ledger():.4f}",
        "books_usd": f"{checks.books(fakes):.4f}",
        "difference_usd": f"{checks.ledger() - checks.books(fakes):.4f}",
        "transient": len(transient),
        "recovery": round(recovery, 3),
        "needed_a_person": dict(Counter(hit.kind for hit in run.hits.all if hit.needed)),
        "unexplained_decisions": len(unexplained),
        "left_behind": len(run.keeper.left_behind()),
        "restarts": sum(kept.starts - 1 for kept in run.keeper.kept),
        "seconds": round(seconds, 1),
        "broken": broken,
    }
