"""One process that claims, as an order says, through the application's own queue. Started by claims.py."""

import os
import random
import sys
import time
from typing import Any

import django

from _claims_crew import Answer, Order, serve, sleep_until

django.setup()  # before anything that reads models

from django.db import connection, transaction  # noqa: E402

from pipeline import queue  # noqa: E402
from pipeline.models import Job  # noqa: E402

MACHINE = sys.argv[1]
WORKER = f"{MACHINE}:{os.getpid()}"
POLL_S = 0.002  # how long a claimer that found nothing waits, in the test of exactness

DONE = "UPDATE pipeline_job SET state = 'done', finished_at = now(), leased_until = NULL WHERE id = ANY(%s)"
LEFT = "UPDATE pipeline_task SET status = 'published' WHERE id = %s"  # a film in work no more
BILLED = """
    WITH run AS (
        INSERT INTO pipeline_attempt (id, job_id, clip_id, token, machine, provider, model, provider_job, input_digest,
            quoted_usd, cost_usd, "order", outcome, failure_class, code, message, take, selected, path, sha256, size,
            facts, started_at, finished_at)
        SELECT gen_random_uuid(), id, clip_id, token, '', service, '', '', '', quoted_usd, quoted_usd, 'closed', 'done',
            '', '', '', 0, false, '', '', 0, '{}', now(), now() FROM pipeline_job WHERE id = %(job)s
        RETURNING id)
    INSERT INTO pipeline_cost (task_id, attempt_id, channel_id, service, component, units, usd, certain, at)
    SELECT job.task_id, run.id, job.channel_id, job.service, 'benchmark', '{}', job.quoted_usd, true, now()
    FROM run, pipeline_job job WHERE job.id = %(job)s
"""


def act(order: Order) -> Answer:
    kinds = {"claim": claim, "ask": ask, "count": count_queries, "work": work, "profile": profile}
    return kinds[order["do"]](order)


def claim(order: Order) -> Answer:
    """Claim as fast as can be, or one every `every_s`; set claimed jobs to done in batches of `finish_each`, in the same time."""
    held: list[int] = []
    times: list[float] = []
    paid: list[bool] = []
    every, at_most, begin = order.get("every_s", 0), order.get("at_most", 10**9), order["begin"]
    due = begin + every * order["place"] / order["places"]
    sleep_until(due)
    cpu, nothing = time.process_time(), 0
    while len(times) < at_most and time.monotonic() < begin + order["seconds"]:
        if every:
            sleep_until(due)
            due += every
        asked = time.monotonic()
        job = queue.claim(WORKER)
        if job is None:
            nothing += 1
            continue
        times.append((time.monotonic() - asked) * 1000)
        paid.append(job.quoted_usd > 0)
        held.append(job.pk)
        if len(held) >= order["finish_each"]:
            _done(held)
    if held:
        _done(held)
    ended = time.monotonic()
    return {
        "ms": times,
        "paid": paid,
        "nothing": nothing,
        "wall_s": ended - begin,
        "cpu_s": time.process_time() - cpu,
    }


def ask(order: Order) -> Answer:
    """Claim where nothing can be claimed."""
    times = []
    sleep_until(order["begin"])
    cpu = time.process_time()
    for _ in range(order["times"]):
        asked = time.monotonic()
        job = queue.claim(WORKER)
        assert job is None, f"{job} was claimed, and nothing should be claimable."
        times.append((time.monotonic() - asked) * 1000)
    return {"ms": times, "wall_s": time.monotonic() - order["begin"], "cpu_s": time.process_time() - cpu}


def count_queries(order: Order) -> Answer:
    """Count what each claim sends to the database, BEGIN and COMMIT too."""
    counts: list[int] = []
    films: list[int] = []
    connection.force_debug_cursor = True
    for _ in range(order["times"]):
        connection.queries_log.clear()
        job = queue.claim(WORKER)
        assert job, "Nothing was left to claim."
        (films if job.step == "plan" else counts).append(len(connection.queries_log))
        _done([job.pk])
    connection.force_debug_cursor = False
    return {"counts": counts, "films": films}


def work(order: Order) -> Answer:
    """Claim, take a random while, and finish, until `at_most` claims; tell what was held, and when."""
    log: list[dict[str, Any]] = []
    sleep_until(order["begin"])
    while len(log) < order["at_most"] and time.monotonic() < order["begin"] + order["seconds"]:
        asked = time.monotonic()
        job = queue.claim(WORKER)
        claimed = time.monotonic()
        if job is None:
            time.sleep(POLL_S)
            continue
        time.sleep(random.uniform(0, 0.02))
        finished = time.monotonic()
        _finish(job)
        usd = float(job.quoted_usd)
        entry = {"job": job.pk, "service": job.service, "channel": job.channel_id, "machine": MACHINE, "usd": usd}
        log.append({**entry, "step": job.step, "asked": asked, "claimed": claimed, "finished": finished})
    return {"log": log}


def _finish(job: Job) -> None:
    with transaction.atomic(), connection.cursor() as cursor:  # at once, or money would count twice for a moment
        if job.quoted_usd > 0:
            cursor.execute(BILLED, {"job": job.pk})
        if job.step == "plan":
            cursor.execute(LEFT, [job.task_id])
        cursor.execute(DONE, [[job.pk]])


def _done(held: list[int]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(DONE, [held])
    held.clear()


def profile(order: Order) -> Answer:
    """Say where Python's own time goes in a claim."""
    import cProfile
    import io
    import pstats

    profiler, text = cProfile.Profile(), io.StringIO()
    jobs = []
    profiler.enable()
    for _ in range(order["times"]):
        jobs.append(queue.claim(WORKER))
    profiler.disable()
    _done([job.pk for job in jobs if job])
    pstats.Stats(profiler, stream=text).sort_stats("tottime").print_stats(25)
    return {"text": text.getvalue()}


if __name__ == "__main__":
    serve(act)
