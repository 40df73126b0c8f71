"""The services of a run: one real HTTP server that holds each answer for its service time and counts who is in flight."""

import asyncio
import re
import threading
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import PurePosixPath

from _makespan_model import LIMITS, SERVICES, Call, Times

# What a script makes says which call it is: …/projects/<task>/takes/<attempt>/clip_07.mp4
STEMS = {
    "storyboard": "plan",
    "asset": "images",
    "scene": "composites",
    "clip": "videos",
    "narration": "narration",
    "sfx": "sfx",
}


@dataclass(frozen=True)
class Seen:
    """One call that was answered, with the moments of its begin and end in epoch seconds."""

    task: str
    call: Call
    begin: float
    end: float


class Services:
    """All services at one address. `films` has the service times of each task, by its id; they are divided by `factor`."""

    def __init__(self) -> None:
        self.factor = 1.0
        self.films: dict[str, Times] = {}
        self.seen: list[Seen] = []
        self.in_flight: Counter[str] = Counter()
        self.most: Counter[str] = Counter()
        self.above: list[str] = []  # each moment at which a limit was passed, as a sentence
        self._loop = asyncio.new_event_loop()

    def play(self, films: Mapping[str, Times]) -> None:
        """Begin a run with these films; what was seen before is forgotten."""
        self.films = dict(films)
        self.seen, self.above = [], []
        self.most = Counter()

    @property
    def waiting(self) -> int:
        """How many calls are in flight at all services but this machine's own work."""
        return sum(self.in_flight[service] for service in LIMITS)

    @contextmanager
    def serving(self) -> Iterator[str]:
        """Listen, and give the address."""
        server = self._loop.run_until_complete(asyncio.start_server(self._answer, "127.0.0.1", 0, backlog=256))
        thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        thread.start()
        try:
            host, port = server.sockets[0].getsockname()
            yield f"{host}:{port}"
        finally:
            self._loop.call_soon_threadsafe(self._loop.stop)
            thread.join()
            server.close()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            request = (await reader.readuntil(b"\r\n\r\n")).decode()
            task, call = which(request.split(" ")[1])
            await self._serve(task, call, reader, writer)
        except (OSError, asyncio.IncompleteReadError):
            return  # It was killed while it waited.
        finally:
            writer.close()

    async def _serve(self, task: str, call: Call, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        service, seconds = SERVICES[call[0]], self.films[task][call] / self.factor
        begin = self._enter(service)
        try:
            if service == "local":  # Its script works for so long, and hangs up when it is done.
                await _reply(writer, f"{seconds:.6f}")
                await reader.read()
            else:
                await asyncio.sleep(seconds)
        finally:
            self.in_flight[service] -= 1
        self.seen.append(Seen(task, call, begin, time.time()))
        if service != "local":
            await _reply(writer, "")

    def _enter(self, service: str) -> float:
        self.in_flight[service] += 1
        now = self.in_flight[service]
        self.most[service] = max(self.most[service], now)
        if now > LIMITS.get(service, now):
            self.above.append(f"{service} had {now} calls in flight; its limit is {LIMITS[service]}.")
        return time.time()


def which(output: str) -> tuple[str, Call]:
    """Read from the path of a script's output whose task it works for, and which call it makes."""
    path = PurePosixPath(output)
    task = path.parts[path.parts.index("projects") + 1]
    name = re.fullmatch(r"([a-z]+)(?:_(\d+))?", path.stem)
    if name is None or name[1] not in STEMS:
        return task, ("film", 1)
    return task, (STEMS[name[1]], int(name[2] or 1))


async def _reply(writer: asyncio.StreamWriter, body: str) -> None:
    writer.write(f"HTTP/1.1 200 OK\r\nContent-Length: {len(body)}\r\n\r\n{body}".encode())
    await writer.drain()
