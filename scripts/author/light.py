"""Time of day, weather, camera and sound: how a film's day passes while its scenes are told."""

import random
import re

from author.theme import Picture

# One film is one day; each arc is a different one. Interiors and deep places have days of their own.
ARCS = {
    "out": (
        (
            "first light of dawn, thin mist, pale cold light",
            "sunrise, clear sky, low golden light",
            "morning, high thin clouds, soft light",
            "midday, clear sky, hard bright light",
            "afternoon, white clouds, warm light",
            "late afternoon, heavy clouds gathering, grey light",
            "steady rain, dark clouds, dim silver light",
            "sunset, clearing sky, red and amber light",
            "dusk, calm air, deep blue light",
            "night, clear sky with stars, moonlight",
        ),
        (
            "before dawn, still air, deep blue light",
            "dawn, thin clouds, rose light",
            "sunrise, low fog, pink light",
            "morning, clear sky, fresh bright light",
            "noon, passing clouds, strong light",
            "afternoon, storm clouds, yellow light",
            "heavy rain and wind, dark sky",
            "evening, torn clouds, golden light",
            "sunset, clear sky, orange light",
            "night, many stars, faint light",
        ),
        (
            "grey morning, overcast sky, flat light",
            "morning, drizzle, soft grey light",
            "midday, fog, white light",
            "afternoon, clouds opening, shafts of sun",
            "late afternoon, clear sky, warm low light",
            "sunset, long red clouds",
            "dusk, rising wind, violet light",
            "night, storm clouds, sudden lightning",
            "dawn, washed clear sky, pale gold light",
            "sunrise, clear sky, bright golden light",
        ),
    ),
    "in": (
        (
            "early light through the window",
            "cool morning light, long shadows",
            "bright daylight, dust in the air",
            "a shaft of afternoon sun",
            "dim rainy light",
            "golden evening light",
            "lamplight, dark outside",
        ),
    ),
    "under": (
        (
            "pale blue light from above",
            "dim blue green light",
            "a single beam of light in the dark",
            "near darkness, a faint glow",
        ),
    ),
    "space": (
        (
            "low sun, long sharp shadows",
            "hard white sunlight, deep shadows",
            "thin pale light",
            "last sunlight at the edge of the dark",
        ),
    ),
}
CLIMATES = {
    "ice": (("rain", "snow"), ("drizzle", "fine snow"), ("mist", "ice haze"), ("fog", "ice fog")),
    "desert": (
        ("heavy rain and wind", "blowing dust and wind"),
        ("steady rain", "blowing dust"),
        ("drizzle", "dusty haze"),
    ),
}
CLIMATES["desert"] += (("mist", "haze"), ("low fog", "low dust haze"), ("fog", "dust haze"))
SPOKEN_LIGHT = (
    (r"\bnight\b.*\bstorm\b|\bstorm\b.*\bnight\b", "night, storm, dark clouds, driving rain"),
    (r"\b(?:storm|gale|hurricane|thunder)\b", "storm, dark clouds, driving rain, dim light"),
    (r"\b(?:night|nights|midnight|stars?|tonight|starlight)\b", "night, clear sky, moonlight"),
    (r"\b(?:fog)\b", "thick fog, grey light"),
    (r"\b(?:evening|dusk|sunset)\b", "evening, long shadows, golden light"),
    (r"\b(?:dawn|sunrise)\b", "dawn, thin mist, pale gold light"),
    (r"\b(?:noon|midday)\b", "noon, clear sky, hard bright light"),
)
HAS_OWN_LIGHT = re.compile(
    r"\b(?:night|stars|starry|fog|rain|rainy|candlelight|torch|lit|electric|northern lights|searchlights|white sun|"
    r"evening|fire)\b"
)
DRY = re.compile(r"\b(?:dry|cracked|golden|dusty|dust|sunlit|burnt)\b")
WIDE_MOVES = (
    "slow push in toward the {place}",
    "pan left along the {place}",
    "pan right across the {place}",
    "drift right past the {place}",
    "drift left across the {place}",
    "rise slowly over the {place}",
    "pull back slowly from the {place}",
)
NEAR_MOVES = (
    "slow push in on the {person}",
    "drift right past the {person}",
    "pan left from the {place} to the {person}",
    "pull back gently from the {person}",
    "drift left around the {person}",
)
FIRST_MOVES = ("slow push in toward the {place}", "rise slowly over the {place}")
LAST_MOVES = ("pull back slowly from the {place}", "rise slowly and pull back from the {place}")


class Day:
    """Give each place its light, in the order in which the film comes to it."""

    def __init__(self, climate: str, dice: random.Random) -> None:
        self.swaps = CLIMATES.get(climate, ())
        self.arcs = {setting: dice.choice(arcs) for setting, arcs in ARCS.items()}

    def light(self, place: Picture, progress: float, spoken: list[str]) -> str:
        """Name time, weather and light at `progress` (0 to 1) of the film; the first hour spoken of there decides."""
        if HAS_OWN_LIGHT.search(place.prompt) and place.setting in ("in", "out"):
            return ""
        if place.setting == "out":
            for text in spoken:
                for pattern, light in SPOKEN_LIGHT:
                    if re.search(pattern, text, re.IGNORECASE):
                        return self._local(light)
        arc = self.arcs[place.setting]
        if DRY.search(place.prompt):
            arc = tuple(light for light in arc if not re.search("rain|drizzle|storm|fog", light))
        return self._local(arc[min(int(progress * len(arc)), len(arc) - 1)])

    def _local(self, light: str) -> str:
        for common, here in self.swaps:
            if common in light:
                return light.replace(common, here)
        return light


def sound(place: Picture, light: str) -> str:
    """Say what is heard at a place in its weather."""
    heard = place.sound
    if place.setting == "out" and "rain" in light and "rain" not in heard:
        heard += ", steady rain"
    elif place.setting == "out" and "storm" in light and "thunder" not in heard:
        heard += ", distant thunder"
    return heard


class Camera:
    """Choose moves without repeating the last ones."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self.recent: list[str] = []

    def move(self, place: Picture, person: str, *, split: bool, first: bool, last: bool) -> str:
        """Say how the picture moves, in words such as 'pan left along the harbour'."""
        if split:
            return self.dice.choice(("slow push in on both of them", "drift right from one to the other"))
        moves: tuple[str, ...] = (
            FIRST_MOVES if first else LAST_MOVES if last else (*WIDE_MOVES, *(NEAR_MOVES if person else ()))
        )
        if place.setting == "in":
            moves = tuple(move for move in moves if "rise" not in move)
        fresh = [move for move in moves if move not in self.recent] or list(moves)
        chosen = self.dice.choice(fresh)
        self.recent = [*self.recent[-4:], chosen]
        return chosen.format(place=spaced(place.name), person=spaced(person))


def spaced(name: str) -> str:
    """Write an asset's name as words."""
    return name.replace("_", " ")
