"""Landmarks: what stands in the middle distance of a landscape because the prompt names it."""

import importlib
import re

import numpy as np

from painter.scene import Scene
from painter.spot import Spot
from stage.pictures import Pixels

# Words, the place where it stands if the prompt names none, and the module of its painter.
LANDMARKS = {
    "viaduct": (r"viaducts?|aqueducts?", "river", "rails"),
    "train": (r"trains?|locomotives?|express", "plain", "rails"),
    "railway": (r"railways?|rails|railroad|tracks", "plain", "rails"),
    "castle": (r"castles?|fortress|citadel|stronghold", "plain", "castles"),
    "ruins": (r"ruins?|ruined (?:temple|city|walls)|broken columns?|columns|temples?|acropolis", "plain", "castles"),
    "windmill": (r"windmills?", "farmland", "works"),
    "watermill": (r"water ?mills?|mill ?wheel", "river", "works"),
    "bridge": (r"bridges?", "river", "works"),
    "rocket": (r"rockets?|launch (?:pad|tower|site)|spaceport", "plain", "works"),
    "dome": (r"observator(?:y|ies)|white domes?", "mountains", "works"),
    "tents": (r"tents?|encampment|yurts?", "plain", "castles"),
    "pyramids": (r"pyramids?", "desert", "castles"),
    "church": (r"church|steeple|bell tower", "village", "castles"),
    "turbines": (r"wind turbines?|wind ?farm", "plain", "works"),
}
_RAILS = ("viaduct", "train", "railway")


def paint_landmarks(scene: Scene, line: float | Pixels, size: float = 1.0, *, skip: str = "") -> None:
    """Paint up to two named landmarks, and one line of rails, on land: at a height, or along its course."""
    named = [(place, name) for name, (words, *_) in LANDMARKS.items() if (place := scene.wish.where(words)) is not None]
    names = [name for _, name in sorted(named) if name != skip]
    if "bridge" in names and {"train", "railway"} & set(names):  # the line goes over the bridge
        names = ["viaduct" if name == "bridge" else name for name in names]
    rails = [name for name in _RAILS if name in names][:1]
    first = scene.chance("landmarks").choice((0.24, 0.76))
    for number, name in enumerate([*rails, *[name for name in names if name not in _RAILS][:2]]):
        part = first if (number - len(rails)) % 2 == 0 else 1 - first
        y = float(np.interp(part, np.linspace(0, 1, len(line)), line)) if isinstance(line, np.ndarray) else line
        way = 1 if part < 0.5 else -1
        painter = getattr(importlib.import_module(f"painter.{LANDMARKS[name][2]}"), f"paint_{name}")
        painter(Spot(scene, part * scene.width, y + 10, size, way=way))


def stands_for(text: str) -> str | None:
    """Name the place of a landmark that a text names without any place."""
    return next((place for words, place, _ in LANDMARKS.values() if re.search(rf"\b(?:{words})\b", text)), None)
