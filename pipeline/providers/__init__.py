"""Who can do what. To add a provider: a file beside local.py, a script, and a line here."""

from pipeline.providers import elevenlabs, gemini, kling, local
from pipeline.providers.base import CannotOrder, Provider

_ALL = (*local.PROVIDERS, *gemini.PROVIDERS, *kling.PROVIDERS, *elevenlabs.PROVIDERS)
PROVIDERS: dict[tuple[str, str], Provider] = {(p.step, p.name): p for p in _ALL}
ALWAYS_LOCAL = ("composites", "film")


class UnknownProvider(Exception):
    """The channel's file names a provider that cannot do this step."""


def provider_for(step: str, wanted: str) -> Provider:
    """Find who does a step. Raises UnknownProvider with the names that can."""
    name = "local" if step in ALWAYS_LOCAL else wanted
    try:
        return PROVIDERS[step, name]
    except KeyError:
        able = ", ".join(sorted(p.name for p in PROVIDERS.values() if p.step == step))
        raise UnknownProvider(f"“{name}” cannot do the step “{step}”. Choose one of: {able}.") from None


__all__ = ["PROVIDERS", "CannotOrder", "Provider", "UnknownProvider", "provider_for"]
