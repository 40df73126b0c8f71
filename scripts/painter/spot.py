"""A spot in a landscape where something is built: outlines in its own units, from its foot, with the scene's light.

x goes right and y down, so that a thing stands on y = 0; `way` -1 mirrors it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from painter.brush import Colour, Points, add_light, blend, fill, ink, limb, mix
from painter.scene import Scene
from painter.town import LAMP, is_dim
from stage.pictures import Pixels

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Spot:
    """Hold where a landmark stands, how large its units are, and how far away it is (depth 1 is right here)."""

    scene: Scene
    x: float
    y: float
    size: float
    depth: float = 0.66
    way: int = 1

    def tone(self, code: str, shade: float = 0.0) -> Colour:
        """Give a colour in the light here: 0 is where it falls, 1 where it does not."""
        light = self.scene.light
        return mix(light.on(ink(code), self.depth), light.off(ink(code), self.depth), shade)

    def shape(self, points: Points | Pixels, colour: Colour, level: int = 255) -> None:
        """Lay a polygon in a flat colour."""
        self.shapes([points], colour, level)

    def shapes(self, outlines: Sequence[Points | Pixels], colour: Colour, level: int = 255) -> None:
        """Lay several polygons in one flat colour; only their common rectangle is touched."""
        placed = [self._placed(each) for each in outlines]
        corners = np.concatenate(placed)
        left, top = np.maximum(np.floor(corners.min(axis=0)).astype(int) - 2, 0)
        right, bottom = np.ceil(corners.max(axis=0)).astype(int) + 3
        area = self.scene.canvas[top : max(0, bottom), left : max(0, right)]
        if 0 in area.shape[:2]:
            return
        mask = np.zeros(area.shape[:2], np.uint8)
        for each in placed:
            fill(mask, each - (left, top), level)
        blend(area, colour, mask)

    def boxes(self, boxes: Sequence[Box], colour: Colour, level: int = 255) -> None:
        """Lay upright rectangles (x0, y0, x1, y1)."""
        self.shapes([_corners(each) for each in boxes], colour, level)

    def rod(self, spine: Sequence[tuple[float, float, float]], colour: Colour, level: int = 255) -> None:
        """Lay a limb along (x, y, radius) points."""
        self.shape(limb(spine, 4), colour, level)

    def windows(self, boxes: Sequence[Box]) -> None:
        """Paint panes: lamplight with a glow when it is dim, else dark glass."""
        if not is_dim(self.scene):
            self.boxes(boxes, mix(self.tone("4a5560", 1.0), self.scene.light.middle, 0.2))
            return
        self.boxes(boxes, mix(LAMP, self.scene.light.haze, 0.25 * (1 - self.depth)))
        for x0, y0, x1, y1 in boxes[:40]:
            self.glow((x0 + x1) / 2, (y0 + y1) / 2, (y1 - y0) * 1.6 + 14, LAMP, 0.22)

    def glow(self, x: float, y: float, radius: float, colour: Colour, strength: float) -> None:
        """Add a soft round light."""
        (at_x, at_y), reach = self._placed([(x, y)])[0], max(2, round(radius * self.size))
        top, left = max(0, int(at_y) - reach), max(0, int(at_x) - reach)
        area = self.scene.canvas[top : max(0, int(at_y) + reach), left : max(0, int(at_x) + reach)]
        if 0 in area.shape[:2]:
            return
        down, across = np.ogrid[: area.shape[0], : area.shape[1]]
        far = np.hypot(across + left - at_x, down + top - at_y).astype(np.float32) / reach
        add_light(area, colour, cv2.convertScaleAbs(np.clip(1 - far, 0, 1) ** 2 * 255 * strength))

    def smoke(self, x: float, y: float, way: float, size: float) -> None:
        """Let a plume drift away from a funnel."""
        chance, size = self.scene.chance(f"smoke{x:.0f}{way}"), size * self.size
        at_x, at_y = self._placed([(x, y)])[0]
        reach = way * self.way * size * 8
        top, left = max(0, int(at_y - size * 5)), max(0, int(min(at_x, at_x + reach) - size * 2))
        area = self.scene.canvas[top : int(at_y + size), left : int(max(at_x, at_x + reach) + size * 2)]
        if min(area.shape[:2]) < 4:
            return
        mask = np.zeros(area.shape[:2], np.uint8)
        for step in range(22):
            part = step / 21
            puff = size * (0.28 + 0.85 * part) * chance.uniform(0.85, 1.15)
            middle = (at_x + reach * part - left, at_y - size * (0.4 + 2.6 * part**0.7) - top)
            fixed = (round(middle[0] * 16), round(middle[1] * 16))
            cv2.circle(mask, fixed, round(puff * 16), round(225 - 150 * part), -1, cv2.LINE_AA, 4)
        soft = cv2.GaussianBlur(mask, (0, 0), max(1.0, size * 0.12))
        blend(area, mix(self.scene.light.low, ink("e4e2e0"), 0.35), soft)

    def _placed(self, points: Points | Pixels) -> Pixels:
        scale = np.array([self.size * self.way, self.size])
        placed: Pixels = np.asarray(points, np.float64) * scale + (self.x, self.y)
        return placed


def _corners(box: Box) -> list[tuple[float, float]]:
    x0, y0, x1, y1 = box
    return [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]
