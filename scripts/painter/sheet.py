"""A sheet to paint a cut-out on: shapes that look round, because light falls on them from the upper left.

The origin is on the ground between the feet; x goes right and y down, so that a figure stands on y = 0 and reaches up
into negative y. One unit is one pixel.
"""
# ruff: noqa: PLR0917

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from painter.brush import Colour, Points, ink, limb, mix, scaled, smooth_line
from stage.pictures import Pixels

_WARM, _COOL = ink("fff2d8"), ink("3a3458")


@dataclass(frozen=True)
class Stamp:
    """Hold what a shape covered, so that later marks can stay within it."""

    mask: Pixels
    left: int
    top: int


class Sheet:
    """Collect shapes, later ones over earlier ones, as premultiplied colour and alpha."""

    def __init__(self, width: int = 1700, height: int = 1500) -> None:
        self.colour = np.zeros((height, width, 3), np.uint8)
        self.alpha = np.zeros((height, width), np.uint8)
        self.x, self.y = width // 2, height - 160

    def shape(
        self,
        points: Points | Pixels,
        colour: Colour,
        *,
        soft: float = 1.0,
        within: Stamp | None = None,
        level: int = 255,
    ) -> Stamp:
        """Fill a polygon. `soft` says how far the rounding reaches inward; 0 leaves it flat."""
        outline = np.asarray(points, dtype=np.float64) + np.array([self.x, self.y])
        left, top = np.maximum(np.floor(outline.min(axis=0)).astype(int) - 2, 0)
        right, bottom = np.ceil(outline.max(axis=0)).astype(int) + 3
        right, bottom = min(right, self.alpha.shape[1]), min(bottom, self.alpha.shape[0])
        mask = np.zeros((max(1, bottom - top), max(1, right - left)), np.uint8)
        fixed = np.round((outline - (left, top)) * 16).astype(np.int32)
        cv2.fillPoly(mask, [fixed], level, cv2.LINE_AA, 4)
        stamp = Stamp(_clipped(mask, int(left), int(top), within), int(left), int(top))
        self._lay(stamp, _rounded(mask, colour, soft))
        return stamp

    def blob(self, points: Sequence[Sequence[float]], colour: Colour, **how: object) -> Stamp:
        """Fill a closed smooth curve through the points."""
        return self.shape(smooth_line(points, 8, closed=True), colour, **how)  # type: ignore[arg-type]

    def limb(self, spine: Sequence[tuple[float, float, float]], colour: Colour, **how: object) -> Stamp:
        """Fill a limb along (x, y, radius) points."""
        return self.shape(limb(spine, 8), colour, **how)  # type: ignore[arg-type]

    def oval(
        self, x: float, y: float, wide: float, tall: float, colour: Colour, turn: float = 0, **how: object
    ) -> Stamp:
        """Fill an ellipse; `turn` in degrees, clockwise."""
        angles, spin = np.linspace(0, 2 * np.pi, 40, endpoint=False), np.radians(turn)
        dx, dy = np.cos(angles) * wide, np.sin(angles) * tall
        ring = np.stack([x + dx * np.cos(spin) - dy * np.sin(spin), y + dx * np.sin(spin) + dy * np.cos(spin)], axis=1)
        return self.shape(ring, colour, **how)  # type: ignore[arg-type]

    def line(self, points: Points, thick: float, colour: Colour, **how: object) -> Stamp:
        """Draw a smooth line of even thickness."""
        how.setdefault("soft", 0.0)
        return self.limb([(x, y, thick / 2) for x, y in points], colour, **how)

    def box(self, x0: float, y0: float, x1: float, y1: float, colour: Colour, **how: object) -> Stamp:
        """Fill a rectangle."""
        return self.shape([(x0, y0), (x1, y0), (x1, y1), (x0, y1)], colour, **how)  # type: ignore[arg-type]

    def glow(self, x: float, y: float, radius: float, colour: Colour, strength: float = 0.6) -> None:
        """Add light around a point, over whatever is there and a little beyond."""
        half = int(radius)
        left, top = max(0, int(x + self.x) - half), max(0, int(y + self.y) - half)
        part = (slice(top, top + 2 * half), slice(left, left + 2 * half))
        rows, columns = self.alpha[part].shape
        down, across = np.ogrid[:rows, :columns]
        far = np.hypot(across - (x + self.x - left), down - (y + self.y - top)) / radius
        power = np.clip(1 - far, 0, 1).astype(np.float32) ** 2.2 * strength
        light = cv2.convertScaleAbs(power[:, :, None] * np.array(colour, np.float32))
        self.colour[part] = cv2.add(self.colour[part], light)
        self.alpha[part] = np.maximum(self.alpha[part], cv2.convertScaleAbs(power * 150))

    def eye(self, x: float, y: float, size: float, colour: Colour | None = None) -> None:
        """Paint a bright dark eye."""
        if colour is not None:
            self.oval(x, y, size * 1.45, size * 1.35, colour, soft=0.3)
        self.oval(x, y, size, size, ink("1c1a22"), soft=0.0)
        self.oval(x - size * 0.32, y - size * 0.36, size * 0.34, size * 0.34, ink("ffffff"), soft=0.0)

    def finished(self, *, mirrored: bool = False) -> Pixels:
        """Give the picture with straight alpha, trimmed to what was painted with a small margin."""
        rows, columns = np.flatnonzero(self.alpha.any(axis=1)), np.flatnonzero(self.alpha.any(axis=0))
        part = slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)
        alpha = self.alpha[part]
        colour = cv2.divide(self.colour[part], cv2.merge([alpha, alpha, alpha]), scale=255)
        pixels = cv2.copyMakeBorder(
            cv2.merge([*cv2.split(colour), alpha]), 4, 2, 4, 4, cv2.BORDER_CONSTANT, value=(0, 0, 0, 0)
        )
        return np.ascontiguousarray(pixels[:, ::-1]) if mirrored else pixels

    def _lay(self, stamp: Stamp, shaded: Pixels) -> None:
        rows, columns = stamp.mask.shape
        part = slice(stamp.top, stamp.top + rows), slice(stamp.left, stamp.left + columns)
        through = cv2.merge([stamp.mask, stamp.mask, stamp.mask])
        below = cv2.multiply(self.colour[part], cv2.bitwise_not(through), scale=1 / 255)
        self.colour[part] = cv2.add(below, cv2.multiply(shaded, through, scale=1 / 255))
        kept = cv2.multiply(self.alpha[part], cv2.bitwise_not(stamp.mask), scale=1 / 255)
        self.alpha[part] = cv2.add(kept, stamp.mask)


def _clipped(mask: Pixels, left: int, top: int, within: Stamp | None) -> Pixels:
    if within is None:
        return mask
    clip = np.zeros_like(mask)
    x0, y0 = max(left, within.left), max(top, within.top)
    x1 = min(left + mask.shape[1], within.left + within.mask.shape[1])
    y1 = min(top + mask.shape[0], within.top + within.mask.shape[0])
    if x0 < x1 and y0 < y1:
        source = within.mask[y0 - within.top : y1 - within.top, x0 - within.left : x1 - within.left]
        clip[y0 - top : y1 - top, x0 - left : x1 - left] = source
    return cv2.min(mask, clip)


def _rounded(mask: Pixels, colour: Colour, soft: float) -> Pixels:
    """Shade a shape as if it bulged: bright where its edge faces the light, dark and cool on the other side."""
    rows, columns = mask.shape
    if soft <= 0 or min(rows, columns) < 12:
        return np.full((rows, columns, 3), colour, np.uint8)
    step = 2 if min(rows, columns) < 80 else 4
    small = cv2.resize(mask, (max(2, columns // step), max(2, rows // step)), interpolation=cv2.INTER_AREA)
    pad = max(2, int(0.3 * min(small.shape)))
    small = cv2.copyMakeBorder(small, pad, pad, pad, pad, cv2.BORDER_CONSTANT, value=0)
    sigma = max(0.8, 0.17 * soft * min(small.shape))
    bulge = cv2.GaussianBlur(small.astype(np.float32) / 255, (0, 0), sigma)
    across, down = cv2.Sobel(bulge, cv2.CV_32F, 1, 0, scale=0.125), cv2.Sobel(bulge, cv2.CV_32F, 0, 1, scale=0.125)
    lit = (0.62 * across + 0.78 * down) * sigma * 2.5
    lit = lit[pad:-pad, pad:-pad]
    lit += np.linspace(0.1, -0.16, lit.shape[0], dtype=np.float32)[:, None]
    bright, dark = np.clip(lit, 0, 1)[:, :, None] * 0.62, np.clip(-lit, 0, 1)[:, :, None] * 0.78
    base = np.array(colour, np.float32)
    high, low = (
        np.array(mix(scaled(colour, 1.25), _WARM, 0.42), np.float32),
        np.array(mix(scaled(colour, 0.42), _COOL, 0.32), np.float32),
    )
    field = base + (high - base) * bright + (low - base) * dark
    shaded: Pixels = cv2.resize(cv2.convertScaleAbs(field), (columns, rows), interpolation=cv2.INTER_LINEAR)
    return shaded
