"""From queueing to Final Review: one film alone, then many over several channels, by the real engine in compressed time.

python benchmarks/makespan.py --films 20 --channels 5

The services answer after the published times (image 5–15 s, clip 120–300 s, speech 2–10 s, sound 3–10 s, storyboard
10–20 s) divided by --factor, composites and films keep a core busy for 1 s and 10 s divided by it, and everything
between is real: clusters, PostgreSQL, orchestrator, checks. All figures are in service time: what a clock showed, times the
factor, so that whatever the engine itself needs counts as many times too much. One JSON line; exit 1 names the figure that fails.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

import _makespan_engine as engine
import _makespan_model as model
from _makespan_model import LIMITS, Span, Times
from _makespan_services import Services

sys.path.insert(0, str(engine.ROOT))

PROVIDERS = {"plan": "gemini", "images": "gemini", "videos": "kling", "narration": "elevenlabs", "sfx": "elevenlabs"}
SERVER = "postgres://postgres@127.0.0.1:5432/postgres"
MOST = {"of_bound": 1.08, "mean_completion": 0.6, "one_film_min": 11.5}
LEAST_SHARE = 0.8
PATIENCE = 2.5  # a run that takes so many times its lower bound will not end any more


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure how long films take from queueing to Final Review.")
    parser.add_argument("--films", type=int, default=20)
    parser.add_argument("--channels", type=int, default=5)
    parser.add_argument("--alone", type=int, default=3, help="films made alone, one after another; their median counts")
    parser.add_argument("--factor", type=float, default=25, help="how many seconds of the services pass in one")
    parser.add_argument("--alone-factor", type=float, default=10, help="the same for the films made alone")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, help="WORKERS of each cluster; left out: as the settings say")
    parser.add_argument("--clusters", type=int, default=1)
    parser.add_argument("--server", default=os.environ.get("DATABASE_URL") or SERVER, help="where a database is made")
    parser.add_argument("--keep", action="store_true", help="leave the scratch folder")
    result = measure(parser.parse_args())
    print(json.dumps(result))
    sys.exit(0 if result["ok"] else 1)


def measure(options: argparse.Namespace) -> dict[str, Any]:
    """Run the films and give all figures; `problems` holds a sentence for each that fails."""
    place = Path(tempfile.mkdtemp(prefix="makespan-"))
    services = Services()
    try:
        with engine.scratch_database(options.server) as database, services.serving() as address:
            settings = engine.environment(place, database)
            os.environ.update(settings)
            board = json.dumps(engine.storyboard(model.IMAGES, model.SCENES))
            engine.lay_scripts(place, address, board)
            bench = Bench(options, services, place)
            more = {"WORKERS": str(options.workers)} if options.workers else {}
            with engine.clusters(options.clusters, {**settings, **more}, place / "log") as running:
                bench.compress(options.alone_factor)
                alone = [bench.run(running, 1, 1, options.seed + n) for n in range(options.alone)]
                # Only now: workers that have made a film have loaded what they need.
                bench.idle_mb = engine.memory_mb(running.processes(), place / "scripts")
                bench.compress(options.factor)
                many = bench.run(running, options.films, options.channels, options.seed) if options.films else None
            bench.close()
            return report(options, bench, alone, many, running.cpu_s)
    finally:
        if not options.keep:
            engine.clear(place)


class Run:
    """What one run came to, in service time: its calls, and when each film was done, in seconds after queueing."""

    def __init__(self, films: Sequence[Times], channels: Sequence[int], spans: list[Span], done: list[float]) -> None:
        self.films, self.channels, self.spans, self.done = films, channels, spans, done
        self.most: dict[str, int] = {}
        self.above: list[str] = []
        self.busy_mb: dict[str, float] = {}

    @property
    def makespan(self) -> float:
        return max(self.done)

    @property
    def bound(self) -> float:
        return max(model.bounds(self.films).values())

    def of(self, service: str) -> list[Span]:
        return [span for span in self.spans if span.service == service]


class Bench:
    """The rows' side of a run: queues films, waits for them, and reads what became of them."""

    def __init__(self, options: argparse.Namespace, services: Services, place: Path) -> None:
        import django

        django.setup()
        from django.core.management import call_command

        self.services, self.place, self.factor = services, place, 1.0
        self.idle_mb: dict[str, float] = {}
        call_command("migrate", verbosity=0, interactive=False)
        self._lay_channels(max(1, options.channels))

    def _lay_channels(self, count: int) -> None:
        from channels.loading import load_channels

        folder = self.place / "channels"
        folder.mkdir()
        for n in range(count):
            values = {
                "channel_id": f"channel_{n}",
                "channel_name": f"Channel {n}",
                "notion_database_id": None,
                "default_privacy": "private",
                "voice_id": "a-voice",
                "providers": PROVIDERS,
                "gates": {"assets": "auto", "videos": "auto", "audio": "auto"},
                "format": {"assets": model.IMAGES, "scenes": model.SCENES, "clip_seconds": 2},
            }
            (folder / f"channel_{n}.yaml").write_text(yaml.safe_dump(values), encoding="utf-8")
        problems = load_channels().problems
        if problems:
            raise SystemExit("\n".join(problems))

    def compress(self, factor: float) -> None:
        """Let time pass so many times faster from the next run on, also in the windows that limit how many calls begin."""
        from pipeline import defaults
        from pipeline.models import Service

        self.factor = self.services.factor = factor
        for name, (calls, seconds) in defaults.WINDOWS.items():
            in_a_second = max(1, round(calls / seconds * factor))
            Service.objects.filter(pk=name).update(calls_per_window=in_a_second, window_seconds=1)

    def run(self, running: engine.Clusters, films: int, channels: int, seed: int) -> Run:
        """Queue films all at once and wait until each is at its final gate."""
        from channels.models import Channel
        from pipeline import actions
        from pipeline.models import Task

        times = [model.draw(seed, n) for n in range(films)]
        whose = [n % channels for n in range(films)]
        rows = {c.pk: c for c in Channel.objects.all()}
        ideas = f"The night, part {seed}." + "{}"
        tasks = [
            Task.objects.create(channel=rows[f"channel_{whose[n]}"], title=ideas.format(n), topic="What moves at night")
            for n in range(films)
        ]
        self.services.play({str(task.pk): times[n] for n, task in enumerate(tasks)})
        queued_at = time.time()
        for task in tasks:
            actions.queue(task.pk, by="benchmark")
        ids = [str(task.pk) for task in tasks]
        longest = PATIENCE * (model.ends(times[0]) + max(model.bounds(times).values())) / self.factor + 300
        busy_mb = self._wait(running, ids, queued_at + longest)
        moments = dict(Task.objects.filter(pk__in=ids).values_list("pk", "status_since"))
        done = [(moments[task.pk].timestamp() - queued_at) * self.factor for task in tasks]
        run = Run(times, whose, self._spans(ids, queued_at), done)
        run.most, run.above, run.busy_mb = dict(self.services.most), self.services.above, busy_mb
        return run

    def _wait(self, running: engine.Clusters, ids: list[str], until: float) -> dict[str, float]:
        """Wait for the films. Gives the memory that was in use when most calls were in flight."""
        from pipeline.models import Task

        busy_mb: dict[str, float] = {}
        most = 15  # calls; below that it tells nothing
        while time.time() < until:
            states = list(Task.objects.filter(pk__in=ids).values_list("status", "error"))
            if all(status == "final_review" for status, _ in states):
                return busy_mb
            wrong = [error for _, error in states if error]
            if wrong or running.ended():
                raise SystemExit(f"A film failed: {wrong[0]}" if wrong else "A cluster ended by itself.")
            if self.services.waiting > most:
                most = self.services.waiting
                busy_mb = {**engine.memory_mb(running.processes(), self.place / "scripts"), "calls": most}
            time.sleep(0.25)
        raise SystemExit("The films were not done in time; look into the clusters' log above.")

    def _spans(self, ids: list[str], queued_at: float) -> list[Span]:
        """Join what the services saw with what the rows know: since when each call could have been made."""
        from pipeline.models import Job

        def since(moment: float) -> float:
            return (moment - queued_at) * self.factor

        ready: dict[tuple[str, str, int], float] = {}
        done: dict[tuple[str, str, int], float] = {}
        for job in Job.objects.filter(task_id__in=ids).select_related("clip"):
            key = (str(job.task_id), job.step, job.clip.number)
            ready[key], done[key] = job.created_at.timestamp(), job.finished_at.timestamp() if job.finished_at else 0.0
        spans = []
        for seen in self.services.seen:
            step, number = seen.call
            waited_for = (seen.task, "composites", number)
            could = done[waited_for] if step == "videos" else ready[seen.task, step, number]
            span = Span(ids.index(seen.task), seen.call, since(could), since(seen.begin), since(seen.end))
            spans.append(span)
        return spans

    def close(self) -> None:
        """Let the database go, so that it can be dropped."""
        from django.db import connections

        connections.close_all()


def report(
    options: argparse.Namespace, bench: Bench, alone: list[Run], many: Run | None, cpu_s: float
) -> dict[str, Any]:
    """Put all figures together and compare them with what they must be."""
    figures: dict[str, Any] = {"seed": options.seed}
    problems: list[str] = []
    if alone:
        figures["alone_factor"] = options.alone_factor
        minutes = sorted(run.makespan / 60 for run in alone)
        figures["one_film_min"] = round(minutes[len(minutes) // 2], 2)
        figures["alone_min"] = [round(run.makespan / 60, 2) for run in alone]
        figures["alone_bound_min"] = [round((run.bound + model.ends(run.films[0])) / 60, 2) for run in alone]
    if many:
        figures["factor"] = options.factor
        figures |= many_figures(many)
    jobs = sum(len(run.spans) for run in [*alone, *([many] if many else [])])
    figures["cpu_ms_per_job"] = round(cpu_s * 1000 / jobs)
    figures["memory"] = memory(bench.idle_mb, many.busy_mb if many else {})
    for name, most in MOST.items():
        if name in figures and figures[name] > most:
            problems.append(f"{name} is {figures[name]}; {most} is the most.")
    if figures.get("share", 1) < LEAST_SHARE:
        problems.append(f"share is {figures['share']}; {LEAST_SHARE} is the least.")
    problems += [sentence for run in [*alone, *([many] if many else [])] for sentence in run.above]
    return {"ok": not problems, "problems": problems, **figures}


def many_figures(run: Run) -> dict[str, Any]:
    """Give the figures of many films, times in minutes of service time."""
    bound, one_by_one = run.bound, model.serial(run.films)
    before_and_after = min(model.ends(times) for times in run.films)
    ready = {service: run.of(service) for service in LIMITS}
    waits = {s: model.gaps(spans, LIMITS[s]) for s, spans in ready.items()}
    return {
        "films": len(run.films),
        "channels": len(set(run.channels)),
        "makespan_min": round(run.makespan / 60, 1),
        "bound_min": round(bound / 60, 1),
        "of_bound": round(run.makespan / bound, 3),
        "of_bound_with_ends": round(run.makespan / (bound + before_and_after), 3),
        "mean_completion": round(sum(run.done) / len(run.done) / run.makespan, 3),
        "first_film_min": round(min(run.done) / 60, 1),
        "share": round(model.share(run.spans, run.channels), 2),
        "most_in_flight": run.most,
        "most_in_all": model.most_at_once(span for service in LIMITS for span in run.of(service)),
        "serial_min": round(one_by_one / 60),
        "times_faster_than_serial": round(one_by_one / run.makespan, 1),
        "kling_places_idle": round(model.idle(ready["kling"], LIMITS["kling"]) / (LIMITS["kling"] * run.makespan), 4),
        "gap_s": {
            s: {"p50": round(model.percentile(w, 50), 1), "p99": round(model.percentile(w, 99), 1)}
            for s, w in waits.items()
        },
    }


def memory(idle: dict[str, float], busy: dict[str, float]) -> dict[str, float]:
    """Say what a call in flight costs in memory: the engine's part, and that of these stand-ins."""
    if not busy:
        return {"engine_idle_mb": round(idle["engine"])}
    calls = busy["calls"]
    return {
        "engine_idle_mb": round(idle["engine"]),
        "engine_mb": round(busy["engine"]),
        "calls": calls,
        "engine_mb_per_call": round((busy["engine"] - idle["engine"]) / calls, 2),
        "stand_in_mb_per_call": round(busy["scripts"] / max(1, busy["count"]), 2),
    }


if __name__ == "__main__":
    main()
