"""Places: which one a prompt names, and the module that paints it."""

import importlib
from typing import Any

from painter.finish import finish
from painter.landmarks import stands_for
from painter.names import EXACT_PLACES, PLACES
from painter.scene import Scene
from painter.weather import paint_corners, paint_weather
from painter.words import Wish, best
from stage.pictures import Pixels

# Modules are opened only when one of their places is painted.
_MODULES = {
    "country": "mountains forest plain lake farmland tundra swamp river desert",
    "shores": "coast sea ice deck lighthouse",
    "towns": "village city",
    "rare": "jungle harbour high_sky",
    "depths": "cave volcano",
    "reef": "reef",
    "deeps": "open_water kelp_forest vents lights wreck whale_fall sea_floor trench",
    "space": "space",
    "station": "station",
    "rooms": "library laboratory room",
    "cabins": "compartment submarine log_cabin kitchen lamp_room stair",
    "halls": "theatre cathedral throne factory control_room market_hall",
}
_PAINTERS = {name: f"painter.{module}" for module, names in _MODULES.items() for name in names.split()}


def paint_place(wish: Wish) -> tuple[Pixels, dict[str, Any]]:
    """Paint the place that the prompt names, and say where feet stand: on the ground, in the water or above it."""
    name = choose_place(wish)
    scene: Scene = getattr(importlib.import_module(_PAINTERS[name]), name)(wish)
    paint_weather(scene)
    paint_corners(scene)
    notes: dict[str, Any] = {"ground": scene.ground}
    if scene.water:
        notes["water"] = scene.water
    return finish(wish, scene.canvas), notes


def choose_place(wish: Wish) -> str:
    """Choose the place by the prompt's words; where it names none, by chance among the open landscapes."""
    for each in (wish, wish.told_by_style()):
        found = next((name for name, pattern in EXACT_PLACES.items() if each.says(pattern)), None)
        if found := found or best(each, _open_to_trains(each)) or stands_for(each.text):
            return found
    return wish.chance("place").choice(("mountains", "plain", "lake", "forest", "coast", "farmland"))


def _open_to_trains(wish: Wish) -> dict[str, str]:
    """Give the words of places; rails alone make no station: a line may run through any land."""
    if wish.says("stations?|platform|train shed|terminus|station hall"):
        return PLACES
    return {name: words for name, words in PLACES.items() if name != "station"}
