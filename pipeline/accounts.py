"""Who of the paid providers is used, and what their accounts say: is the key good, what is left. One free call each."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.conf import settings

from channels.models import Channel
from pipeline.providers import PROVIDERS, Provider, UnknownProvider, offers, provider_for
from pipeline.steps import STEPS
from videogen.lib import redact, scripts

SCRIPT = "check_account.py"
LONGEST = 60.0  # seconds
ASKED = {"gemini": "gemini", "kling": "kie", "elevenlabs": "elevenlabs"}  # our service → whose account it is

# What a step orders of a provider, and in which units its script counts that.
KINDS = {"plan": "text", "images": "image", "videos": "video", "narration": "speech", "sfx": "sound"}
UNITS = {
    "text": ("prompt_tokens", "text_tokens"),
    "image": ("prompt_tokens", "text_tokens", "image_tokens"),
    "video": ("seconds", "credits"),
    "speech": ("characters",),
    "sound": ("generations",),
}


@dataclass(frozen=True)
class Use:
    """A step of an active channel that a paid provider does, and the model that is ordered there."""

    channel: Channel
    provider: Provider
    model: str

    @property
    def units(self) -> tuple[str, ...]:
        """In which units this is billed."""
        return UNITS[KINDS[self.provider.step]]

    @property
    def successor(self) -> str:
        """What to use instead of a model that is retired; empty for the others."""
        return str(offers.data()[self.provider.name]["retired"].get(self.model, ""))


@dataclass(frozen=True)
class Account:
    """What a provider said about an account. `balance` is what is left in `unit`; None where it tells none."""

    service: str
    balance: Decimal | None = None
    unit: str = ""
    limit: Decimal | None = None
    reset_at: datetime | None = None
    warning: str = ""


def uses() -> Iterator[Use]:
    """Find what active channels order of paid providers."""
    for channel in Channel.objects.filter(is_active=True).exclude(config={}):
        for step in STEPS:
            try:
                provider = provider_for(step, channel.settings.provider(step))
            except UnknownProvider:
                continue  # Said elsewhere, by the name of the channel's file.
            if provider.is_paid:
                wanted = channel.settings.models.get(step, "")
                yield Use(channel, provider, offers.model(provider.name, KINDS[step], wanted))


def ask(service: str) -> Account:
    """Ask a provider about our account, by its service's name. Raises ScriptFailed with a sentence."""
    provider = next(each for each in PROVIDERS.values() if each.is_paid and each.service == service)
    wanted = {**provider.secrets, **provider.addresses}
    values = {name: str(getattr(settings, setting)) for name, setting in wanted.items()}
    with tempfile.TemporaryDirectory() as folder:
        report = scripts.run(
            settings.SCRIPTS_DIR / SCRIPT,
            ["--provider", ASKED[service], "--output", str(Path(folder) / "account.json")],
            folder=Path(folder),
            timeout=LONGEST,
            environment={name: value for name, value in values.items() if value},
        )
    return _read(service, report.facts)


def _read(service: str, facts: Any) -> Account:
    reset_at = facts.get("reset_at")
    return Account(
        service,
        balance=_amount(facts.get("balance")),
        unit=str(facts.get("unit") or "")[:20],
        limit=_amount(facts.get("limit")),
        reset_at=datetime.fromisoformat(reset_at) if isinstance(reset_at, str) else None,
        warning=redact.clean(str(facts.get("warning") or "")),
    )


def _amount(value: object) -> Decimal | None:
    return Decimal(str(value)) if isinstance(value, int | float) and not isinstance(value, bool) else None
