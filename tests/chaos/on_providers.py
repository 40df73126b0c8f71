"""Trouble at the providers: answers that come late, wrong, half, or not at all; a service that has to be left alone."""

import random
from datetime import timedelta

from django.utils.timezone import now

from pipeline import actions
from pipeline.models import Job
from tests.fakes import Fakes, faults
from tests.fakes.faults import Fault
from tests.fakes.provider import FakeProvider

PAUSE = (1.5, 4.0)  # seconds
# What each provider answers. KIE's errors come where they leave no doubt about the order: at looking, uploading, fetching.
ANSWERS: dict[str, dict[str, tuple[Fault, ...]]] = {
    "429": {
        "gemini": (faults.gemini.PER_MINUTE_SOON,),
        "kling": (faults.kie.RATE_LIMITED, faults.kie.RATE_LIMITED_IN_BODY, faults.kie.POLL_RATE_LIMITED),
        "elevenlabs": (faults.elevenlabs.CONCURRENT, faults.elevenlabs.RATE_LIMITED_RETRY_AFTER),
    },
    "500": {
        "gemini": (faults.gemini.INTERNAL,),
        "kling": (faults.kie.POLL_SERVER_ERROR, faults.kie.UPLOAD_ERROR, faults.kie.UPLOAD_ERROR_IN_BODY),
        "elevenlabs": (faults.elevenlabs.SERVER_ERROR,),
    },
    "503": {
        "gemini": (faults.gemini.OVERLOADED,),
        "kling": (faults.status(503, b"busy").at(faults.kie.POLL), faults.status(503, b"busy").at(faults.kie.RESULT)),
        "elevenlabs": (faults.elevenlabs.UNAVAILABLE,),
    },
    "HTML": {
        "gemini": (faults.html(502).at(faults.gemini.ON),),
        "kling": (faults.html(502).at(faults.kie.POLL), faults.html(502).at(faults.kie.RESULT)),
        "elevenlabs": (faults.html(502).at(faults.elevenlabs.BOTH),),
    },
    "slow": {
        "gemini": (faults.slow(3).at(faults.gemini.ON),),
        "kling": (faults.slow(3).at(faults.kie.CREATE), faults.slow(3).at(faults.kie.RESULT)),
        "elevenlabs": (faults.slow(3).at(faults.elevenlabs.BOTH),),
    },
    "lost answer": {
        "gemini": (faults.lost().at(faults.gemini.ON),),
        "kling": (faults.kie.LOST_AFTER_CREATE, faults.kie.BAD_GATEWAY_AFTER_CREATE),
        "elevenlabs": (faults.lost().at(faults.elevenlabs.BOTH),),
    },
    "half answer": {
        "gemini": (faults.half().at(faults.gemini.ON),),
        "kling": (faults.kie.HALF_AFTER_CREATE,),
        "elevenlabs": (faults.half().at(faults.elevenlabs.BOTH),),
    },
}


class OnProviders:
    """What can be done to the providers. A planned answer counts once a request has met it."""

    def __init__(self, fakes: Fakes) -> None:
        self.fakes = {"gemini": fakes.gemini, "kling": fakes.kie, "elevenlabs": fakes.elevenlabs}

    def plan(self, luck: random.Random, kind: str) -> tuple[str, FakeProvider, Fault] | None:
        """Let one of the next requests to a provider that has work meet this answer. None where nobody has work."""
        name = self._with_work(luck)
        if name is None:
            return None
        fault = luck.choice(ANSWERS[kind][name])
        self.fakes[name].then(fault)
        return name, self.fakes[name], fault

    def pause(self, luck: random.Random) -> bool:
        """Let nobody begin calls to a service for some seconds."""
        name = self._with_work(luck)
        if name:
            actions.pause_service(name, now() + timedelta(seconds=luck.uniform(*PAUSE)), "It asked for a break.")
        return name is not None

    def _with_work(self, luck: random.Random) -> str | None:
        """Choose a service that still has jobs waiting."""
        waiting = Job.objects.filter(state=Job.State.WAITING, service__in=self.fakes).values_list("service", flat=True)
        busy = sorted(set(waiting))
        return luck.choice(busy) if busy else None
