"""What a run of films should take, and what it did: drawn service times, the lower bound, shares, gaps. Pure values."""

import random
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

IMAGES, SCENES = 22, 18
# Seconds that a call takes, by step: evenly spread between two values.
SECONDS = {
    "plan": (10.0, 20.0),
    "images": (5.0, 15.0),
    "composites": (1.0, 1.0),  # work on this machine, as is the film: seconds of one core
    "videos": (120.0, 300.0),
    "narration": (2.0, 10.0),
    "sfx": (3.0, 10.0),
    "film": (10.0, 10.0),
}
COUNTS = {"plan": 1, "images": IMAGES, "film": 1}  # else one for each scene
SERVICES = {
    "plan": "gemini",
    "images": "gemini",
    "composites": "local",
    "videos": "kling",
    "narration": "elevenlabs",
    "sfx": "elevenlabs",
    "film": "local",
}
LIMITS = {"gemini": 12, "kling": 8, "elevenlabs": 6}

Call = tuple[str, int]  # step and number
Times = Mapping[Call, float]


@dataclass(frozen=True)
class Span:
    """One call as its service saw it. `ready` is when it could have begun, had its service had room."""

    film: int
    call: Call
    ready: float
    begin: float
    end: float

    @property
    def service(self) -> str:
        return SERVICES[self.call[0]]


def draw(seed: int, film: int) -> dict[Call, float]:
    """Draw the service times of one film, in seconds; the same seed and film always give the same."""
    luck = random.Random(f"{seed}:{film}")
    counts = {step: COUNTS.get(step, SCENES) for step in SECONDS}
    return {(step, n): luck.uniform(*SECONDS[step]) for step, count in counts.items() for n in range(1, count + 1)}


def serial(films: Sequence[Times]) -> float:
    """Give the seconds that one call after another would take."""
    return sum(sum(times.values()) for times in films)


def bounds(films: Sequence[Times]) -> dict[str, float]:
    """Give for each service the seconds that its limit alone asks for: all its calls, always as many as may run at once."""
    total: dict[str, float] = defaultdict(float)
    for times in films:
        for (step, _), seconds in times.items():
            total[SERVICES[step]] += seconds
    return {service: total[service] / limit for service, limit in LIMITS.items()}


def ends(times: Times) -> float:
    """Give the seconds that a film needs before its first clip can begin and after its last one is there, at the least.

    Its sound is made beside the clips.
    """
    images = [seconds for (step, _), seconds in times.items() if step == "images"]
    painted = max(*images, sum(images) / LIMITS["gemini"])
    return times["plan", 1] + painted + times["composites", 1] + times["film", 1]


def share(spans: Sequence[Span], channels: Sequence[int]) -> float:
    """Give the smallest share of kling's time that a channel got until it had no more work, of an even share.

    `channels` has the channel of each film.
    """
    clips = [span for span in spans if span.service == "kling"]
    shares = []
    for channel in set(channels):
        mine = [span for span in clips if channels[span.film] == channel]
        until = max(span.end for span in mine)
        everybody = sum(min(span.end, until) - span.begin for span in clips if span.begin < until)
        shares.append(sum(span.end - span.begin for span in mine) / everybody * len(set(channels)))
    return min(shares)


def most_at_once(spans: Iterable[Span]) -> int:
    """Give how many of these calls were in flight together at most; one that ends as another begins is not."""
    steps = sorted(step for span in spans for step in ((span.end, -1), (span.begin, 1)))
    now = most = 0
    for _, change in steps:
        now += change
        most = max(most, now)
    return most


def idle(spans: Sequence[Span], limit: int) -> float:
    """Give the seconds for which a place at the service was free though a call was ready for it, all places together."""
    changes = sorted(
        change
        for span in spans
        for change in ((span.ready, 1, 0), (span.begin, -1, 1), (span.end, 0, -1))  # moment, waiting, running
    )
    lost, waiting, running = 0.0, 0, 0
    for (moment, more, busy), (following, _, _) in pairwise([*changes, (changes[-1][0], 0, 0)]):
        waiting, running = waiting + more, running + busy
        lost += (following - moment) * max(0, min(waiting, limit - running))
    return lost


def gaps(spans: Sequence[Span], limit: int) -> list[float]:
    """Give, for each call, the seconds between the moment it or another could have begun in its place, and its begin."""
    order = sorted(spans, key=lambda span: span.begin)
    first_ready = min(span.ready for span in order)
    free = [first_ready] * limit
    found = []
    for place, span in enumerate(order):
        could = max(free[0], min(later.ready for later in order[place:]))
        found.append(max(0.0, span.begin - could))
        free = sorted([*free[1:], span.end])
    return found


def percentile(values: Sequence[float], percent: float) -> float:
    """Give the value below which so many percent of the others are."""
    order = sorted(values)
    return order[min(len(order) - 1, int(len(order) * percent / 100))] if order else 0.0
