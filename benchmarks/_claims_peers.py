"""One process that fetches jobs from procrastinate or pgqueuer by their own calls. Needs requirements-bench.txt."""

import asyncio
import importlib.metadata
import logging
import sys
import time
import uuid
from abc import ABC, abstractmethod
from datetime import timedelta
from importlib import import_module
from typing import Any

from _claims_crew import Answer, Order, serve, sleep_until

BATCH = 1_000
SERVICES = ["gemini", "kling", "elevenlabs", "local"]


class Peer(ABC):
    """Another queue, asked as its own worker asks it."""

    package: str

    def __init__(self, url: str) -> None:
        self.url = url.replace("postgres://", "postgresql://", 1)

    @abstractmethod
    async def open(self) -> None: ...

    @abstractmethod
    async def close(self) -> None: ...

    @abstractmethod
    async def install(self) -> None: ...

    @abstractmethod
    async def add(self, jobs: int) -> None:
        """Put jobs that do nothing into the queue."""

    @abstractmethod
    async def fetch(self, limits: bool) -> Any:
        """Take one job as its worker does; None when there is none."""

    @abstractmethod
    async def finish(self, job: Any) -> None:
        """Say that it succeeded, as its worker does."""


class Procrastinate(Peer):
    """`JobManager.fetch_job` and `finish_job` over its own pool of one connection. It knows no limits."""

    package = "procrastinate"

    async def open(self) -> None:
        procrastinate = import_module("procrastinate")
        connector = procrastinate.PsycopgConnector(conninfo=self.url, min_size=1, max_size=1)
        self.app = procrastinate.App(connector=connector)
        self.app.task(name="nothing")(lambda: None)
        await self.app.open_async()
        self.worker: int | None = None

    async def close(self) -> None:
        await self.app.close_async()

    async def install(self) -> None:
        await self.app.schema_manager.apply_schema_async()

    async def add(self, jobs: int) -> None:
        for done in range(0, jobs, BATCH):
            await self.app.tasks["nothing"].batch_defer_async(*[{} for _ in range(min(BATCH, jobs - done))])

    async def fetch(self, limits: bool) -> Any:
        if self.worker is None:
            self.worker = await self.app.job_manager.register_worker()
        return await self.app.job_manager.fetch_job(queues=None, worker_id=self.worker)

    async def finish(self, job: Any) -> None:
        succeeded = import_module("procrastinate.jobs").Status.SUCCEEDED
        await self.app.job_manager.finish_job(job=job, status=succeeded, delete_job=False)


class PgQueuer(Peer):
    """`Queries.dequeue` at batch 1 and `log_jobs` over its asyncpg driver, four entrypoints. With limits: 1,000 for each."""

    package = "pgqueuer"

    async def open(self) -> None:
        asyncpg, queries = import_module("asyncpg"), import_module("pgqueuer.queries")
        self.connection = await asyncpg.connect(self.url)
        self.queries = queries.Queries.from_asyncpg_connection(self.connection)
        self.me = uuid.uuid4()
        none, many = queries.EntrypointExecutionParameter(0), queries.EntrypointExecutionParameter(1_000)
        self.entrypoints = {False: dict.fromkeys(SERVICES, none), True: dict.fromkeys(SERVICES, many)}

    async def close(self) -> None:
        await self.connection.close()

    async def install(self) -> None:
        await self.queries.install()

    async def add(self, jobs: int) -> None:
        for done in range(0, jobs, BATCH):
            many = min(BATCH, jobs - done)
            await self.queries.enqueue([SERVICES[n % 4] for n in range(many)], [None] * many, [0] * many)

    async def fetch(self, limits: bool) -> Any:
        jobs = await self.queries.dequeue(1, self.entrypoints[limits], self.me, None, timedelta(seconds=30))
        return jobs[0] if jobs else None

    async def finish(self, job: Any) -> None:
        await self.queries.log_jobs([(job, "successful", None)])


PEERS: dict[str, type[Peer]] = {each.package: each for each in (Procrastinate, PgQueuer)}


async def take(peer: Peer, order: Order) -> Answer:
    times: list[float] = []
    sleep_until(order["begin"])
    cpu, nothing, ended = time.process_time(), 0, order["begin"] + order["seconds"]
    while (asked := time.monotonic()) < ended:
        job = await peer.fetch(order["limits"])
        if job is None:
            nothing += 1
            continue
        times.append((time.monotonic() - asked) * 1000)
        if order["finish"]:
            await peer.finish(job)
    wall = time.monotonic() - order["begin"]
    return {"ms": times, "nothing": nothing, "wall_s": wall, "cpu_s": time.process_time() - cpu}


async def fill(peer: Peer, order: Order) -> Answer:
    if order["install"]:
        await peer.install()
    await peer.add(order["jobs"])
    return {"version": importlib.metadata.version(peer.package)}


def main() -> None:
    _, name, url, _ = sys.argv
    logging.disable(logging.WARNING)
    # As pgqueuer's own command does; it is the faster loop for both.
    peer, loop = PEERS[name](url), import_module("uvloop").new_event_loop()
    asyncio.set_event_loop(loop)
    loop.run_until_complete(peer.open())
    serve(lambda order: loop.run_until_complete({"fill": fill, "take": take}[order["do"]](peer, order)))
    loop.run_until_complete(peer.close())


if __name__ == "__main__":
    main()
