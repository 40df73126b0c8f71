"""Brushes: colours, soft noise, crisp masks, and laying colour through a mask.

Soft things (gradients, clouds, glow) are painted at a quarter of the size and enlarged; only edges are drawn at full
size. That is what makes a picture cost a quarter of a second.
"""

import math
from collections.abc import Sequence

import cv2
import numpy as np

from stage.pictures import Pixels

Colour = tuple[float, float, float]  # blue, green, red
Points = Sequence[tuple[float, float]]
SOFT = 4  # soft fields have this part of the full size


def ink(code: str) -> Colour:
    """Read a colour written as in style sheets: `#rrggbb` without the sign."""
    red, green, blue = bytes.fromhex(code)
    return float(blue), float(green), float(red)


def mix(one: Colour, other: Colour, part: float) -> Colour:
    """Give a colour between two: 0 is the first, 1 the second."""
    return tuple(a + (b - a) * part for a, b in zip(one, other, strict=True))  # type: ignore[return-value]


def under(local: Colour, light: Colour) -> Colour:
    """Give a thing's colour as it looks in this light."""
    return tuple(a * b / 255 for a, b in zip(local, light, strict=True))  # type: ignore[return-value]


def scaled(colour: Colour, gain: float) -> Colour:
    """Give the colour brighter or darker."""
    return tuple(min(255.0, value * gain) for value in colour)  # type: ignore[return-value]


def grey(colour: Colour) -> float:
    """Give how bright the colour looks, 0 to 255."""
    return 0.114 * colour[0] + 0.587 * colour[1] + 0.299 * colour[2]


def cloudy(rng: np.random.Generator, shape: tuple[int, int], cell: tuple[float, float], octaves: int = 4) -> Pixels:
    """Make soft noise from 0 to 1; `cell` is the size (down, across) of its largest features in pixels."""
    height, width = shape
    total = np.zeros(shape, np.float32)
    weight = 1.0
    for octave in range(octaves):
        rows = max(2, math.ceil(height / cell[0] * 2**octave) + 2)
        columns = max(2, math.ceil(width / cell[1] * 2**octave) + 2)
        grid = rng.random((min(rows, height), min(columns, width)), np.float32)
        total += weight * cv2.resize(grid, (width, height), interpolation=cv2.INTER_CUBIC)
        weight *= 0.5
    normal: Pixels = cv2.normalize(total, total, 0.0, 1.0, cv2.NORM_MINMAX)
    return normal


def wave(rng: np.random.Generator, count: int, cells: float, octaves: int = 5, rough: float = 0.5) -> Pixels:
    """Make a line of noise around 0, about -1 to 1, with `cells` large swings over its length."""
    total = np.zeros(count)
    weight = 1.0
    for octave in range(octaves):
        knots = max(3, round(cells * 2**octave) + 3)
        start = rng.random()
        places = np.linspace(start, start + cells * 2**octave, count)
        place = places.astype(int) % (knots - 1)
        part = places - places.astype(int)
        part = part * part * (3 - 2 * part)
        values = rng.random(knots) * 2 - 1
        total += weight * (values[place] * (1 - part) + values[place + 1] * part)
        weight *= rough
    line: Pixels = total
    return line


def smoothstep(low: float, high: float, values: Pixels) -> Pixels:
    part = np.clip((values - low) / (high - low), 0, 1)
    smooth: Pixels = part * part * (3 - 2 * part)
    return smooth


def fill(mask: Pixels, points: Points | Pixels, level: int = 255) -> None:
    """Fill a polygon in a mask, with smooth edges."""
    fixed = np.round(np.asarray(points, dtype=np.float64) * 16).astype(np.int32)
    cv2.fillPoly(mask, [fixed], level, cv2.LINE_AA, 4)


def disc(  # noqa: PLR0917
    mask: Pixels, x: float, y: float, radius: float, flat: float = 1.0, level: int = 255, turn: float = 0
) -> None:
    """Fill an ellipse in a mask; `flat` is its height over its width."""
    centre, axes = (round(x * 16), round(y * 16)), (max(8, round(radius * 16)), max(8, round(radius * flat * 16)))
    cv2.ellipse(mask, centre, axes, turn, 0, 360, level, -1, cv2.LINE_AA, 4)


def limb(spine: Sequence[tuple[float, float, float]], steps: int = 10) -> Pixels:
    """Outline a limb along a smooth curve through (x, y, radius) points, with round ends."""
    curve = smooth_line(spine, steps)
    x, y, radius = curve[:, 0], curve[:, 1], curve[:, 2]
    along = np.stack([np.gradient(x), np.gradient(y)], axis=1)
    along /= np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-6)[:, None]
    side = np.stack([-along[:, 1], along[:, 0]], axis=1)
    one, other = curve[:, :2] + side * radius[:, None], curve[:, :2] - side * radius[:, None]
    return np.concatenate([one, _cap(curve[-1], along[-1]), other[::-1], _cap(curve[0], -along[0])])


def _cap(end: Pixels, along: Pixels) -> Pixels:
    heading = math.atan2(along[1], along[0])
    angles = heading + np.linspace(math.pi / 2, -math.pi / 2, 8)
    cap: Pixels = end[:2] + end[2] * np.stack([np.cos(angles), np.sin(angles)], axis=1)
    return cap


def smooth_line(points: Sequence[Sequence[float]] | Pixels, steps: int = 10, *, closed: bool = False) -> Pixels:
    """Run a Catmull-Rom curve through the points."""
    knots = np.asarray(points, dtype=np.float64)
    if closed:
        padded = np.concatenate([knots[-1:], knots, knots[:2]])
    else:
        padded = np.concatenate([2 * knots[:1] - knots[1:2], knots, 2 * knots[-1:] - knots[-2:-1]])
    t = np.linspace(0, 1, steps, endpoint=False)[None, :, None]
    a, b, c, d = padded[:-3, None], padded[1:-2, None], padded[2:-1, None], padded[3:, None]
    curve = 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)
    flat = curve.reshape(-1, knots.shape[1])
    if not closed:
        flat = np.concatenate([flat, knots[-1:]])
    smooth: Pixels = flat
    return smooth


def blend(canvas: Pixels, colour: Pixels | Colour, mask: Pixels, top: int = 0) -> None:
    """Lay a colour, or a picture of the canvas's width, through a mask whose first row lies at `top`."""
    rows = np.flatnonzero(mask.any(axis=1))
    if rows.size == 0:
        return
    first, last = rows[0], rows[-1] + 1
    mask = mask[first:last]
    area = canvas[top + first : top + last]
    through = cv2.merge([mask, mask, mask])
    if isinstance(colour, tuple):  # noqa: SIM108
        laid = _tinted(through, colour)
    else:
        laid = cv2.multiply(colour[first:last], through, scale=1 / 255)
    area[:] = cv2.add(cv2.multiply(area, cv2.bitwise_not(through), scale=1 / 255), laid)


def add_light(canvas: Pixels, colour: Colour, mask: Pixels, top: int = 0) -> None:
    """Add light of a colour through a mask, as glow does."""
    area = canvas[top : top + mask.shape[0]]
    cv2.add(area, _tinted(cv2.merge([mask, mask, mask]), colour), dst=area)


def _tinted(through: Pixels, colour: Colour) -> Pixels:
    tinted: Pixels = cv2.multiply(through, (*colour, 0.0), scale=1 / 255)
    return tinted


def enlarge(field: Pixels, size: tuple[int, int]) -> Pixels:
    """Bring a soft field to full size (width, height)."""
    return cv2.resize(field, size, interpolation=cv2.INTER_LINEAR)


def down_gradient(height: int, stops: Sequence[tuple[float, Colour]]) -> Pixels:
    """Make a column of colour: stops are (place from 0 top to 1 bottom, colour)."""
    places = np.linspace(0, 1, height)
    at = [place for place, _ in stops]
    column = np.stack([np.interp(places, at, [colour[band] for _, colour in stops]) for band in range(3)], axis=1)
    as_column: Pixels = column.astype(np.float32)[:, None, :]
    return as_column


def to_bytes(field: Pixels) -> Pixels:
    """Round a float field to eight bits."""
    return cv2.convertScaleAbs(np.maximum(field, 0))
