"""Measure how fast, how evenly and how exactly jobs are claimed on PostgreSQL, through the application's own queue.

    .venv/bin/python benchmarks/claims.py

Prints one line of JSON. Exits 1 where a figure misses what SPEC asks, and names it in `failed`. It takes seven minutes on
two idle cores, and needs a PostgreSQL server (--url) where it may create scratch databases; it drops them at the end.

What is measured, always with 10 channels, films of 96 jobs, three priorities, four services, each process with one
connection that stays open. Our claim does not wait for the disk, since what follows it does; the other queues do, unless told
otherwise (--peers-without-disk):
  saturated   processes claim as fast as they can from 48,000 waiting jobs, no limit binding. A claimed job is set to done by
              its claimer, by one UPDATE for twenty; the time for that counts in claims_per_s and not in p50_ms. One claim in 96
              takes a film from Queued to Claimed, with its audit entry. `…_under_way`: the same where 40 films were started,
              whose jobs go first. `finish_each_1`: one UPDATE for each job.
  paced       50 claims a second over eight processes: how long claim() takes
  ratios      of p50: 48,000 waiting to 1,000, and 1,000,000 finished beside 1,000 waiting to none finished; in turns, A B A B
  idle, blocked, starved   claims that find nothing: no job waits; 48,000 do and every service is full; the one service with room
              is asked for only by 500 films that may not be started yet
  with_caps   paced claims of paid jobs under all four caps, with 10,000 costs in this month
  exactness   50,000 claims by eight processes under tight limits (_claims_exact.py); `violations` must be 0
  peers       two other queues at the same server, 48,000 jobs that do nothing, one job a fetch, by the calls that their own
              workers use (_claims_peers.py): `fetch` alone, and `fetch_and_finish`. Neither knows fairness over channels;
              procrastinate knows no limits; pgqueuer is measured with limits and without. They live in a
              virtual environment of their own if you like:
                  .venv/bin/python -m pip install -r requirements-bench.txt      (or: uv pip install -r …)
                  benchmarks/claims.py --peers-python /elsewhere/bin/python
"""

import argparse
import json
import os
import sys
from contextlib import ExitStack
from decimal import Decimal
from statistics import median
from typing import Any

import _claims_exact as exact
from _claims_beside import measure_peers
from _claims_crew import Answer, Crew, percentile, summary
from _claims_database import (
    FREELY,
    Database,
    add_costs,
    add_finished,
    make_channels,
    make_films,
    refill,
    set_limits,
)
from channels.config_values import Budget

FEW, ROUNDS, BATCH = 1_000, 2, 20
PROCESSES = (1, 4, 8)
UNDER_WAY = 40  # films, in the mixture where some are
PACE_S, PACED = 1 / 50, 400  # a claim each fiftieth of a second, over all processes
LOTS = Decimal(100_000)
LEAST_RATE, MOST_P50_MS, MOST_RATIO = 800, 5.0, 1.3
THIS_MONTH = "greatest(date_trunc('month', now()), now() - random() * interval '20 days')"

Figures = dict[str, Any]


class Claims:
    """One run: three scratch databases, and a crew of claimers on each."""

    def __init__(self, options: argparse.Namespace, stack: ExitStack) -> None:
        self.options = options
        self.empty = self._database(stack, "tight")
        self.empty.migrate()
        self.few = self._database(stack, "few", self.empty)
        self.much = self._database(stack, "much", self.empty)
        films = -(-options.waiting // 96) + UNDER_WAY
        for database, many in ((self.few, films), (self.much, 20)):
            with database.open() as db:
                make_channels(db)
                make_films(db, many)
                set_limits(db, FREELY)
        self.crews = {each: self._crew(stack, each) for each in (self.empty, self.few, self.much)}

    def _database(self, stack: ExitStack, name: str, copy_of: Database | None = None) -> Database:
        database = Database(self.options.url, f"claims_{os.getpid()}_{name}", copy_of)
        stack.callback(database.drop)
        return database

    def _crew(self, stack: ExitStack, database: Database) -> Crew:
        members = [exact.MACHINES[n % 2] for n in range(max(PROCESSES))]
        return stack.enter_context(Crew(sys.executable, "_claims_claimer.py", members, env=database.environment))

    def refill(self, waiting: int, database: Database | None = None, under_way: int = 0) -> None:
        with (database or self.few).open() as db:
            refill(db, waiting, under_way)

    def claim(self, processes: int, database: Database | None = None, **order: Any) -> list[Answer]:
        order = {"do": "claim", "seconds": self.options.seconds, "finish_each": BATCH, **order}
        return self.crews[database or self.few].run(processes, **order)

    def saturated(self, finish_each: int = BATCH, under_way: int = 0) -> Figures:
        figures: Figures = {}
        for processes in PROCESSES:
            self.refill(self.options.waiting, under_way=under_way)
            figures[str(processes)] = summary(self.claim(processes, finish_each=finish_each))
        return figures

    def paced(self, database: Database | None = None) -> Figures:
        processes = max(PROCESSES)
        found = self.claim(
            processes, database, every_s=PACE_S * processes, at_most=PACED // processes, seconds=60, finish_each=1
        )
        return summary(found)

    def one_process(self, database: Database | None = None) -> Figures:
        return summary(self.claim(1, database, at_most=PACED, seconds=60))

    def ratios(self) -> Figures:
        """Give p50 at many over p50 at few, each the median of its rounds. Every round claims half of the few, around 1,000."""
        few = FEW + PACED
        p50: dict[str, list[float]] = {}
        for _ in range(ROUNDS):
            for what, database, waiting in (
                ("many waiting", self.few, self.options.waiting),
                ("few waiting", self.few, few),
                ("many finished", self.much, few),
            ):
                self.refill(waiting, database)
                p50.setdefault(f"{what}, paced", []).append(self.paced(database)["p50_ms"])
                p50.setdefault(f"{what}, one process", []).append(self.one_process(database)["p50_ms"])
        figures: Figures = {"p50_ms": {what: round(median(each), 3) for what, each in p50.items()}}
        for what in ("waiting", "finished"):
            for how in ("paced", "one process"):
                many, base = median(p50[f"many {what}, {how}"]), median(p50[f"few waiting, {how}"])
                figures[f"{what}_{how.replace(' ', '_')}"] = round(many / base, 2)
        return figures

    def nothing_to_claim(self) -> Figures:
        """Measure claims that find nothing: no job waits; all services are full; no film may start where there is room."""
        waiting, figures = self.options.waiting, {}
        figures["idle"] = self.ask(0, dict.fromkeys(FREELY, 0))
        figures["blocked"] = self.ask(waiting, dict.fromkeys(FREELY, 0))
        with self.few.open() as db:
            make_channels(db, max_concurrent=UNDER_WAY // 10)
        only_gemini = {**dict.fromkeys(FREELY, 0), "gemini": 1_000}
        figures["starved"] = self.ask(waiting, only_gemini, keep="film_turn IS NOT NULL OR starts_film")
        with self.few.open() as db:
            make_channels(db)
            set_limits(db, FREELY)
        return figures

    def ask(self, waiting: int, limits: dict[str, int], keep: str = "true") -> Figures:
        self.refill(waiting, under_way=UNDER_WAY)
        with self.few.open() as db:
            set_limits(db, limits)
            db.execute(f"DELETE FROM pipeline_job WHERE NOT ({keep})")  # noqa: S608 - our own values
            db.execute("VACUUM ANALYZE")
        return summary(self.crews[self.few].run(1, do="ask", times=300))

    def queries(self) -> Figures:
        self.refill(self.options.waiting)
        (answer,) = self.crews[self.few].run(1, do="count", times=300)
        return {
            "a_claim": median(answer["counts"]),
            "at_most": max(answer["counts"]),
            "that_starts_a_film": answer["films"],
        }

    def with_caps(self) -> Figures:
        self.refill(self.options.waiting)
        with self.few.open() as db:
            make_channels(db, Budget(per_video_usd=LOTS, per_day_usd=LOTS, per_month_usd=LOTS))
            set_limits(db, FREELY, cap=LOTS)
            add_costs(db, 10_000, "state = 'waiting'", THIS_MONTH)
            db.execute("VACUUM ANALYZE")
        processes = max(PROCESSES)
        answers = self.claim(
            processes, every_s=PACE_S * processes, at_most=PACED // processes, seconds=60, finish_each=1
        )
        paid = [ms for each in answers for ms, is_paid in zip(each["ms"], each["paid"], strict=True) if is_paid]
        one = self.claim(1)
        return {
            "paid": len(paid),
            "p50_ms": percentile(paid, 0.5),
            "p99_ms": percentile(paid, 0.99),
            "one_process": summary(one),
        }

    def exactness(self) -> Figures:
        wanted = self.options.exact
        return exact.measure(self.empty, self.crews[self.empty], max(PROCESSES), wanted, limit_s=wanted / 100 + 10)


def judge(figures: Figures) -> list[str]:
    """Say in a sentence each what misses its mark."""
    most = str(max(PROCESSES))
    fast = min(figures[how][most]["claims_per_s"] for how in ("saturated", "saturated_under_way"))
    paced = max(figures[how]["p50_ms"] for how in ("paced", "paced_under_way"))
    failed = []
    if fast < LEAST_RATE:
        failed.append(f"{fast:,.0f} claims a second with {most} processes; at least {LEAST_RATE} are asked.")
    if paced > MOST_P50_MS:
        failed.append(f"A paced claim takes {paced} ms (p50); at most {MOST_P50_MS} are asked.")
    for name, ratio in figures["ratios"].items():
        if name != "p50_ms" and ratio > MOST_RATIO:
            failed.append(f"The ratio {name} is {ratio}; at most {MOST_RATIO} is asked.")
    if figures.get("exactness", {}).get("violations"):
        failed.append(
            f"Limits were passed {figures['exactness']['violations']} times: {figures['exactness']['found']}."
        )
    for peer, theirs in figures.get("peers", {}).items():
        for how, ours in (("fetch", "saturated"), ("fetch_and_finish", "finish_each_1")):
            their = max(
                each[most]["claims_per_s"] for mode, each in theirs.items() if mode.removesuffix("_with_limits") == how
            )
            our = figures[ours][most]["claims_per_s"]
            if our < their:
                failed.append(f"{peer} gives {their:,.0f} jobs a second ({how}), ours {our:,.0f}.")
    return failed


def measure(options: argparse.Namespace) -> Figures:
    with ExitStack() as stack:
        run = Claims(options, stack)
        with run.few.open() as db:
            row = db.execute(
                "SELECT current_setting('server_version'), current_setting('synchronous_commit')"
            ).fetchone()
        figures: Figures = {"server": row, "waiting": options.waiting, "finished": options.finished}
        figures["saturated"] = run.saturated()
        figures["saturated_under_way"] = run.saturated(under_way=UNDER_WAY)
        figures["finish_each_1"] = run.saturated(finish_each=1)
        if not options.skip_peers:
            figures["peers"] = measure_peers(options, PROCESSES)
        for name, under_way in (("paced", 0), ("paced_under_way", UNDER_WAY)):
            run.refill(options.waiting, under_way=under_way)
            figures[name] = run.paced()
        with run.much.open() as db:
            add_finished(db, options.finished, costs=options.finished // 5)
        figures["ratios"] = run.ratios()
        figures.update(run.nothing_to_claim())
        figures["queries"] = run.queries()
        if options.exact:
            figures["exactness"] = run.exactness()
        figures["with_caps"] = run.with_caps()
        return figures


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--url", default="postgres://postgres@127.0.0.1:5432/postgres", help="any database of the server"
    )
    parser.add_argument("--waiting", type=int, default=48_000)
    parser.add_argument("--finished", type=int, default=1_000_000)
    parser.add_argument("--exact", type=int, default=50_000, help="claims under tight limits; 0 leaves this out")
    parser.add_argument("--seconds", type=float, default=6, help="how long each saturated measurement lasts")
    parser.add_argument("--peer-seconds", type=float, default=5)
    parser.add_argument("--skip-peers", action="store_true")
    parser.add_argument(
        "--peers-without-disk",
        action="store_true",
        help="their commits do not wait for the disk, as our claim's does not",
    )
    parser.add_argument("--peers-python", default=sys.executable)
    options = parser.parse_args()
    figures = measure(options)
    failed = judge(figures)
    print(json.dumps({"benchmark": "claims", "ok": not failed, "failed": failed, **figures}))
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
