"""A crew: processes that wait for orders as lines of JSON, begin at the same moment, and answer in one line each."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(ROOT))  # so that the application's own modules are found, too
HEAD_START_S = 0.2  # for the orders to arrive everywhere

Order = dict[str, Any]
Answer = dict[str, Any]


class Crew:
    """So many processes of one script. `members` is what each gets as its last argument."""

    def __init__(self, python: str, script: str, members: Sequence[str], *args: str, env: dict[str, str]) -> None:
        self._all = [
            subprocess.Popen(
                [python, str(HERE / script), *args, member],
                env=env,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                bufsize=1,
            )
            for member in members
        ]
        for process in self._all:
            _answer(process)  # it stands ready

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in self._all:
            assert process.stdin
            process.stdin.close()
        for process in self._all:
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()

    def run(self, processes: int = 1, **order: Any) -> list[Answer]:
        """Give the first so many members the same order, and wait for their answers. Each learns its `place`."""
        begin = time.monotonic() + HEAD_START_S
        chosen = self._all[:processes]
        for place, process in enumerate(chosen):
            assert process.stdin
            process.stdin.write(json.dumps({**order, "begin": begin, "place": place, "places": processes}) + "\n")
            process.stdin.flush()
        return [_answer(process) for process in chosen]


def _answer(process: "subprocess.Popen[str]") -> Answer:
    assert process.stdout
    line = process.stdout.readline()
    if not line:
        sys.exit(f"A process of the benchmark died. What it said is above. It was: {process.args!r}")
    answer: Answer = json.loads(line)
    return answer


def serve(act: Callable[[Order], Answer]) -> None:
    """Be a member: act on each order at its moment, until there are no more."""
    print("{}", flush=True)
    for line in sys.stdin:
        order = json.loads(line)
        print(json.dumps(act(order)), flush=True)


def sleep_until(moment: float) -> None:
    time.sleep(max(0.0, moment - time.monotonic()))


def rate(answers: Sequence[Answer]) -> float:
    """Give jobs a second of wall time, from the common beginning to the last one's end."""
    return round(sum(len(each["ms"]) for each in answers) / max(each["wall_s"] for each in answers), 1)


def percentile(values: Sequence[float], share: float) -> float:
    """Give the smallest value that at least `share` of the values do not pass; nan where there are none."""
    ordered = sorted(values)
    return round(ordered[min(len(ordered) - 1, int(share * len(ordered)))], 3) if ordered else float("nan")


def summary(answers: Sequence[Answer]) -> dict[str, float]:
    """Say how fast and how evenly jobs came."""
    times = [ms for each in answers for ms in each["ms"]]
    return {
        "claims": len(times),
        "claims_per_s": rate(answers),
        "p50_ms": percentile(times, 0.50),
        "p99_ms": percentile(times, 0.99),
        "cpu_ms_here": round(1000 * sum(each["cpu_s"] for each in answers) / max(1, len(times)), 3),
    }
