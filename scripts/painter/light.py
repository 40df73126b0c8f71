"""Light: the colours of each hour, bent by weather and mood."""

from dataclasses import dataclass, replace

import numpy as np

from painter.brush import Colour, grey, ink, mix, scaled, under
from painter.words import Wish
from stage.pictures import Pixels


@dataclass(frozen=True)
class Light:
    """Hold the colours of one hour: three of the sky, the sun's, far haze, what falls on things, and their shade."""

    hour: str
    top: Colour
    middle: Colour
    low: Colour
    sun: Colour
    haze: Colour
    fall: Colour
    shade: Colour
    sun_height: float  # of the sky, from 0 at the horizon to 1 at the top

    @property
    def is_night(self) -> bool:
        return self.hour == "night"

    def on(self, local: Colour, depth: float) -> Colour:
        """Give a thing's colour at a depth: 0 is at the horizon and lost in haze, 1 is right here."""
        return mix(self.haze, under(local, self.fall), min(1.0, 0.1 + 0.9 * depth**0.62))

    def off(self, local: Colour, depth: float) -> Colour:
        """Give its colour where the light does not fall."""
        dark = mix(under(local, self.shade), scaled(under(local, self.fall), 0.4), 0.5)
        return mix(self.haze, dark, min(1.0, 0.1 + 0.9 * depth**0.62))


_HOURS = {
    "dawn": ("6277ad", "c9a0b8", "ffdcba", "ffedca", "efc3b6", "ffd9c6", "6a6396"),
    "morning": ("5f9fd0", "a4cde2", "fdf0d4", "fff6dc", "dbe5e2", "fff3dc", "6a86a6"),
    "noon": ("2f82c6", "76b8e2", "d6eef2", "fffce9", "c3dfea", "fffdf4", "6488ac"),
    "golden": ("6a8fb4", "eec08a", "ffe2a4", "fff3c4", "f2c78c", "ffd49a", "7a5f7c"),
    "dusk": ("2a2f63", "8a5089", "ff9c66", "ffc486", "a8607f", "dc9590", "453a72"),
    "night": ("0a1531", "163159", "3f6f92", "eef5ff", "2d5378", "7898c4", "1c2c54"),
}

_SUN_HEIGHTS = {"dawn": 0.12, "morning": 0.42, "noon": 0.8, "golden": 0.2, "dusk": 0.06, "night": 0.66}

_ANY_HOUR = ("morning", "golden", "golden", "noon", "dusk", "dawn")


def light_for(wish: Wish) -> Light:
    """Choose the light of the picture: the hour the prompt names, else one that fits its mood."""
    hour = wish.hour or _likely_hour(wish)
    top, middle, low, sun, haze, fall, shade = (ink(code) for code in _HOURS[hour])
    light = Light(hour, top, middle, low, sun, haze, fall, shade, _SUN_HEIGHTS[hour])
    light = _weathered(light, wish)
    return _turned(light, wish)


def graded(wish: Wish) -> tuple[float, float]:
    """Say how the finished picture is graded: (saturation, warmth), 1 and 0 leave it as it is."""
    saturation = 1.0 - 0.22 * ("muted" in wish.moods) + 0.18 * ("vivid" in wish.moods) - 0.75 * ("ink" in wish.moods)
    warmth = 0.06 * ("warm" in wish.moods) - 0.06 * ("cold" in wish.moods)
    return saturation - 0.12 * ("dark" in wish.moods), warmth


def grade_matrix(wish: Wish) -> Pixels | None:
    """Give the grade as one colour matrix. None when there is nothing to change."""
    saturation, warmth = graded(wish)
    gain = 0.88 if "dark" in wish.moods else 1.0
    if (saturation, warmth, gain) == (1.0, 0.0, 1.0):
        return None
    luma = np.array([[0.0722, 0.7152, 0.2126]]).repeat(3, axis=0)
    tint = np.diag([1 - warmth, 1.0, 1 + warmth])
    return gain * tint @ (saturation * np.eye(3) + (1 - saturation) * luma)


def _likely_hour(wish: Wish) -> str:
    chance = wish.chance("hour")
    if "dark" in wish.moods:
        return chance.choice(("dusk", "night"))
    if "warm" in wish.moods:
        return chance.choice(("golden", "golden", "dawn", "dusk"))
    if "cold" in wish.moods:
        return chance.choice(("morning", "dawn", "dusk", "noon"))
    return chance.choice(_ANY_HOUR)


def _weathered(light: Light, wish: Wish) -> Light:
    """Draw a grey veil over the sky in bad weather."""
    veil = max(0.62 * ("storm" in wish.weather), 0.5 * ("rain" in wish.weather), 0.4 * ("snow" in wish.weather))
    veil = max(veil, 0.34 * ("fog" in wish.weather), 0.3 * ("clouds" in wish.weather))
    if not veil:
        return light
    level = grey(light.middle) / 255
    dull = scaled(ink("aab6bd"), 0.25 + 0.8 * level)
    dim = 1 - 0.22 * veil
    return replace(
        light,
        top=scaled(mix(light.top, scaled(dull, 0.72), veil), dim),
        middle=scaled(mix(light.middle, scaled(dull, 0.92), veil), dim),
        low=mix(light.low, dull, veil * 0.6),
        haze=mix(light.haze, dull, veil * 0.8),
        fall=mix(light.fall, scaled(ink("dfe6ea"), 0.5 + 0.45 * level), veil * 0.7),
    )


def _turned(light: Light, wish: Wish) -> Light:
    """Shift the sky a little by chance, so that two evenings differ."""
    chance = wish.chance("light")
    other = ink(chance.choice(("e8a0b0", "f0c080", "80a8d8", "90c8c0", "c0a0d8")))
    other = scaled(other, 0.35 + 0.65 * grey(light.middle) / 255)
    return replace(
        light, middle=mix(light.middle, other, chance.uniform(0.03, 0.16)), haze=mix(light.haze, other, 0.06)
    )
