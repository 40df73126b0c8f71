"""A scene being painted: its canvas, light, horizon and dice."""

import random
from dataclasses import dataclass

import numpy as np

from painter.light import Light, light_for
from painter.words import Wish
from stage.pictures import Pixels

WIDTH, HEIGHT = 2240, 1260  # a sixth more than the film, so that the camera can move in


@dataclass
class Scene:
    """Hold what every brush needs to know. The sun is at (x, y) in pixels, the ground is where feet stand."""

    wish: Wish
    light: Light
    canvas: Pixels
    horizon: int
    sun: tuple[float, float]
    ground: float = 0.9
    water: str = ""  # "shore", "open" on the sea, "floor" on its bed, "deep" between the two
    width: int = WIDTH
    height: int = HEIGHT

    def chance(self, what: str) -> random.Random:
        return self.wish.chance(what)

    def rng(self, what: str) -> np.random.Generator:
        return np.random.default_rng(self.wish.number(what))

    @property
    def sun_is_left(self) -> bool:
        return self.sun[0] < self.width / 2


def new_scene(wish: Wish, horizon: float) -> Scene:
    """Start a scene whose horizon lies at this part of the height, give or take."""
    light, chance = light_for(wish), wish.chance("view")
    line = round(HEIGHT * (horizon + chance.uniform(-0.025, 0.025)))
    x = WIDTH * chance.choice((chance.uniform(0.16, 0.36), chance.uniform(0.62, 0.84)))
    height = max(0.04, light.sun_height + chance.uniform(-0.05, 0.05))
    sun = (x, max(90.0, line * (1 - height)))
    return Scene(wish, light, np.full((HEIGHT, WIDTH, 3), light.haze, np.uint8), line, sun)
