"""What water does to a stage: creatures show only their backs, and people stand behind the rail of a boat."""

import cv2
import numpy as np

from stage.pictures import Picture, Pixels
from stage.places import Place

RAIL = Place(0.5, 1.05, 0.17, behind_rail=True)
_BEAM = 1.3  # the rail is this much wider than the panel, so that no move of the camera finds its end


def surfacing(picture: Picture) -> Picture:
    """Cut a picture at the waterline, with foam along the cut: a leaping animal, or a ship that lies deep enough."""
    pixels = _reduced(picture.pixels)
    if picture.notes.get("home") == "water":
        pixels = _turned(pixels, 24.0 * float(picture.notes.get("faces", 1)))
        line = round(pixels.shape[0] * 0.6)
    else:
        line = round(pixels.shape[0] * 0.94)
    wet = pixels[:line].copy()
    at = np.flatnonzero(wet[-max(4, line // 30) :, :, 3].max(axis=0) > 60)
    if at.size:
        _add_foam(wet, int(at[0]), int(at[-1]))
    return Picture(wet, picture.notes)


def _reduced(pixels: Pixels) -> Pixels:
    scale = min(1.0, 900 / pixels.shape[1])
    return cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else pixels


def _turned(pixels: Pixels, degrees: float) -> Pixels:
    """Turn a picture counterclockwise, without losing its corners, and trim it to what can be seen."""
    rows, columns = pixels.shape[:2]
    turn = cv2.getRotationMatrix2D((columns / 2, rows / 2), degrees, 1.0)
    wide = round(rows * abs(turn[0, 1]) + columns * abs(turn[0, 0]))
    tall = round(rows * abs(turn[0, 0]) + columns * abs(turn[0, 1]))
    turn[:, 2] += ((wide - columns) / 2, (tall - rows) / 2)
    turned = cv2.warpAffine(pixels, turn, (wide, tall))
    seen = np.flatnonzero((turned[:, :, 3] > 8).any(axis=1))
    return turned[seen[0] : seen[-1] + 1]


def _add_foam(pixels: Pixels, left: int, right: int) -> None:
    """Lay white puffs along the lower edge, between two columns."""
    rows, columns = pixels.shape[:2]
    mask, chance = np.zeros((rows, columns), np.uint8), np.random.default_rng(columns)
    size = max(4.0, (right - left) * 0.045)
    for x in np.linspace(left - size, right + size, 26):
        radius = size * chance.uniform(0.5, 1.2)
        centre = (round(x), round(rows - radius * 0.35))
        cv2.ellipse(mask, centre, (round(radius * 1.3), round(radius * 0.6)), 0, 0, 360, 235, -1, cv2.LINE_AA)
    soft = cv2.GaussianBlur(mask, (0, 0), max(1.0, size * 0.12))
    part = (soft / 255.0)[:, :, None]
    pixels[:, :, :3] = (pixels[:, :, :3] * (1 - part) + np.array((246, 244, 238)) * part).astype(np.uint8)
    pixels[:, :, 3] = cv2.max(pixels[:, :, 3], soft)


def rail(aspect: float) -> Picture:
    """Paint the rail of a wooden boat: a light cap over dark planks."""
    rows = 190
    columns = round(rows / RAIL.height * aspect * _BEAM)
    colour = np.empty((rows, columns, 3), np.uint8)
    colour[:] = (46, 70, 104)
    down = np.arange(rows)
    shade = np.interp(down, (0, 6, 34, 36, 44, 46, 120, rows), (1.75, 1.5, 1.25, 0.5, 0.6, 1.0, 0.72, 0.5))
    grain = np.interp(
        np.arange(columns), np.arange(0, columns, 9), np.random.default_rng(5).uniform(0.94, 1.06, -(-columns // 9))
    )
    lit = np.clip(colour * (shade[:, None] * grain[None, :])[:, :, None], 0, 255).astype(np.uint8)
    for y in (84, 128):
        lit[y : y + 4] = lit[y : y + 4] // 2
    alpha = np.full((rows, columns), 255, np.uint8)
    alpha[0] = 120
    return Picture(cv2.merge([*cv2.split(lit), alpha]))
