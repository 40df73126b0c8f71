"""Cut a character out of a picture without transparency, or frame it where that cannot be done."""

import cv2
import numpy as np

from stage.pictures import Picture, Pixels

_NEAR = 26  # how far a background colour may wander from its median, in eight-bit steps
_SAME = 9  # how near its colour must be where it is seen between arm and body: there a grey coat is likelier
_SMALLEST_GAP = 0.0003  # of the picture
_SIDE = 900  # pixels; work on a picture no larger than this


def cut_out(picture: Picture) -> Picture:
    """Give the picture with a transparent surrounding, trimmed to what can be seen."""
    if not picture.is_opaque:
        return _trimmed(picture)
    pixels = _reduced(picture.pixels)
    alpha = _without_backdrop(pixels[:, :, :3])
    if alpha is None:
        alpha = _soft_frame(pixels)
    cut = pixels.copy()
    cut[:, :, 3] = alpha
    return _trimmed(Picture(cut, picture.notes))


def _reduced(pixels: Pixels) -> Pixels:
    scale = _SIDE / max(pixels.shape[:2])
    if scale >= 1:
        return pixels
    size = max(1, round(pixels.shape[1] * scale)), max(1, round(pixels.shape[0] * scale))
    return cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)


def _without_backdrop(colour: Pixels) -> Pixels | None:
    """Find the one-coloured backdrop that touches the border. None when the border is not of one colour."""
    rim = np.concatenate([colour[0], colour[-1], colour[:, 0], colour[:, -1]]).astype(np.int16)
    backdrop = np.median(rim, axis=0)
    if (np.abs(rim - backdrop).max(axis=1) <= _NEAR).mean() < 0.8:
        return None
    distance = np.abs(colour.astype(np.int16) - backdrop).max(axis=2)
    outside = _touching_border((distance <= _NEAR).astype(np.uint8))
    if not 0.1 < outside.mean() < 0.97:
        return None
    outside |= _gaps(((distance <= _SAME) & (outside == 0)).astype(np.uint8))
    inside = cv2.erode(1 - outside, np.ones((3, 3), np.uint8))
    return cv2.GaussianBlur(inside * 255, (0, 0), 0.8)


def _touching_border(near: Pixels) -> Pixels:
    framed = cv2.copyMakeBorder(near, 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=1)
    cv2.floodFill(framed, None, (0, 0), 2)
    outside: Pixels = (framed[1:-1, 1:-1] == 2).astype(np.uint8)
    return outside


def _gaps(same: Pixels) -> Pixels:
    """Find where the backdrop shows through: between arm and body, between the legs."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(same, connectivity=4)
    large = np.flatnonzero(stats[:, cv2.CC_STAT_AREA] >= _SMALLEST_GAP * same.size)
    gaps: Pixels = np.isin(labels, large[large > 0]).astype(np.uint8)
    return gaps


def _soft_frame(pixels: Pixels) -> Pixels:
    """Fade the picture out toward its rim like a vignette with round corners."""
    height, width = pixels.shape[:2]
    mask = np.zeros((height, width), np.uint8)
    margin = max(2, round(min(height, width) * 0.07))
    half = (max(1, width // 2 - margin), max(1, height // 2 - margin))
    y, x = np.ogrid[:height, :width]
    far = (np.abs(x - width / 2) / half[0]) ** 4 + (np.abs(y - height / 2) / half[1]) ** 4
    mask[far < 0.8] = 255
    return cv2.GaussianBlur(mask, (0, 0), max(1.0, margin * 0.45))


def _trimmed(picture: Picture) -> Picture:
    seen = picture.pixels[:, :, 3] > 8
    rows, columns = np.flatnonzero(seen.any(axis=1)), np.flatnonzero(seen.any(axis=0))
    if rows.size == 0:
        return Picture(picture.pixels[:1, :1], picture.notes)
    return Picture(picture.pixels[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1], picture.notes)
