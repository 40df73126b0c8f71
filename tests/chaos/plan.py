"""Which trouble comes when: a function of the seed alone."""

import random
from collections.abc import Collection, Iterator
from dataclasses import dataclass

# How often each kind is in one bag. What takes seconds, or hits everybody, comes less often.
KINDS = {
    "kill a worker": 4,
    "kill a worker and its scripts": 4,
    "kill a script": 6,
    "kill a sentinel": 2,
    "kill a monitor": 1,
    "kill a pusher": 1,
    "kill a cluster's leader": 1,
    "end a worker": 2,
    "end a cluster": 2,
    "stop a worker's clock": 2,
    "stop a worker's and its scripts' clock": 2,
    "kill the database": 2,
    "restart the database": 1,
    "fill the disk": 3,
    "429": 4,
    "500": 3,
    "503": 3,
    "HTML": 3,
    "slow": 3,
    "lost answer": 2,
    "half answer": 2,
    "pause a service": 2,
}
OF_THE_DATABASE = ("kill the database", "restart the database")
OF_THE_DISK = ("fill the disk",)
# After these nobody can know what was charged, so a person decides by design.
AMBIGUOUS = ("lost answer", "half answer")
LONGEST_WAIT = 1.6  # seconds between two


@dataclass(frozen=True)
class Fault:
    """One trouble: after `wait` seconds, with luck of its own, so that what one does changes nothing for the next."""

    number: int
    kind: str
    wait: float
    seed: str

    def luck(self) -> random.Random:
        return random.Random(self.seed)


def faults(seed: int, *, without: Collection[str] = ()) -> Iterator[Fault]:
    """Give troubles without end; every bag holds every kind."""
    luck = random.Random(seed)
    number = 0
    while True:
        bag = [kind for kind, times in KINDS.items() for _ in range(times)]
        luck.shuffle(bag)
        for kind in bag:
            number += 1
            fault = Fault(number, kind, luck.uniform(0, LONGEST_WAIT), f"{seed}:{number}")
            if kind not in without:
                yield fault
