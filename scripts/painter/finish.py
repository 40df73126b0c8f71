"""Finish: what the film's style adds to a painted picture: its palette, and the marks of its medium."""

import hashlib

import cv2
import numpy as np

from painter.brush import grey, ink, mix
from painter.light import grade_matrix
from painter.words import Wish
from stage.pictures import Pixels

_PALETTE = 0.16  # how far a picture goes toward the colours that the style names


def finish(wish: Wish, colour: Pixels, strength: float = 1.0) -> Pixels:
    """Give the colours graded to the style, with the marks of its medium. `strength` is less for a cut-out."""
    matrix = grade_matrix(wish)
    if matrix is not None:
        colour = cv2.transform(colour, strength * matrix + (1 - strength) * np.eye(3))
    colour = _toned(wish, colour, _PALETTE * strength)
    return _MARKS[wish.medium](colour, strength) if wish.medium in _MARKS else colour


def finish_cut_out(wish: Wish, pixels: Pixels) -> Pixels:
    """Finish a cut-out half as far as a landscape, so that it stays readable."""
    colour = finish(wish, np.ascontiguousarray(pixels[:, :, :3]), 0.5)
    return cv2.merge([*cv2.split(colour), pixels[:, :, 3]])


def _toned(wish: Wish, colour: Pixels, part: float) -> Pixels:
    """Lean toward the palette: its darkest colour in the shadows, its brightest in the lights."""
    named = sorted((ink(code) for code in wish.palette()), key=grey)
    if not named:
        return colour
    dark, light = mix(named[0], (0, 0, 0), 0.72), mix(named[-1], (255, 255, 255), 0.62)
    steps = np.array([mix(dark, light, level / 255) for level in range(256)]).round().astype(np.uint8)
    duotone = cv2.LUT(cv2.cvtColor(cv2.cvtColor(colour, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR), steps[None])
    return cv2.addWeighted(colour, 1 - part, duotone, part, 0)


def _grain(shape: tuple[int, ...], across: float, down: float, turn: float = 0.0) -> Pixels:
    """Make marks of this size in pixels around 128, at half the picture's size; the same for every picture."""
    seed = int.from_bytes(hashlib.sha256(f"{across} {down} {turn}".encode()).digest()[:8])
    noise = np.random.default_rng(seed).integers(0, 256, (shape[0] // 2 + 1, shape[1] // 2 + 1), np.uint8)
    if turn:
        long = max(3, round(across) | 1)
        stroke = np.zeros((long, long), np.float32)
        cv2.line(stroke, (0, long - 1), (long - 1, 0), 1.0, 1)
        soft = cv2.filter2D(noise, -1, stroke / stroke.sum())
    else:
        soft = cv2.GaussianBlur(noise, (0, 0), sigmaX=across / 2, sigmaY=down / 2)
    even = cv2.normalize(soft, soft, 0, 255, cv2.NORM_MINMAX)
    return cv2.resize(even, (shape[1], shape[0]), interpolation=cv2.INTER_LINEAR)


def _marked(colour: Pixels, grain: Pixels, strength: float) -> Pixels:
    """Lighten and darken by the grain: 0.1 is a tenth of white at its strongest."""
    return cv2.addWeighted(colour, 1.0, cv2.merge([grain, grain, grain]), strength, -127.5 * strength)


def _edges(colour: Pixels) -> Pixels:
    """Find where tones meet, as a mask."""
    small = cv2.resize(cv2.cvtColor(colour, cv2.COLOR_BGR2GRAY), None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    change = cv2.morphologyEx(small, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8))
    steps = np.clip((np.arange(256) - 10) * 5, 0, 255).astype(np.uint8)
    mask = cv2.LUT(change, steps)
    return cv2.resize(mask, colour.shape[1::-1], interpolation=cv2.INTER_LINEAR)


def _darkened(colour: Pixels, mask: Pixels, strength: float) -> Pixels:
    shade = cv2.convertScaleAbs(mask, alpha=strength)
    return cv2.subtract(colour, cv2.merge([shade, shade, shade]))


def _in_steps(colour: Pixels, count: int, part: float) -> Pixels:
    """Bring brightness to this many steps and leave the colours alone."""
    level = np.arange(256)
    to_step = (np.round(level / 255 * count) / count * 255 - level) * part
    grey_of = cv2.cvtColor(colour, cv2.COLOR_BGR2GRAY)
    up, down = (cv2.LUT(grey_of, np.maximum(way * to_step, 0).round().astype(np.uint8)) for way in (1, -1))
    return cv2.subtract(cv2.add(colour, cv2.merge([up, up, up])), cv2.merge([down, down, down]))


def _oil(colour: Pixels, strength: float) -> Pixels:
    return _marked(colour, _grain(colour.shape, 15, 2.4), 0.12 * strength)


def _watercolour(colour: Pixels, strength: float) -> Pixels:
    light = cv2.convertScaleAbs(colour, alpha=1 - 0.12 * strength, beta=30 * strength)
    wet = _marked(light, _grain(colour.shape, 90, 70), 0.14 * strength)
    return _darkened(_marked(wet, _grain(colour.shape, 2.2, 2.2), 0.12 * strength), _edges(colour), 0.12 * strength)


def _gouache(colour: Pixels, strength: float) -> Pixels:
    return _marked(_in_steps(colour, 14, 0.7 * strength), _grain(colour.shape, 6, 4), 0.08 * strength)


def _ink(colour: Pixels, strength: float) -> Pixels:
    return _darkened(_in_steps(colour, 9, 0.6 * strength), _edges(colour), 0.75 * strength)


def _paper(colour: Pixels, strength: float) -> Pixels:
    flat = _in_steps(colour, 10, 0.9 * strength)
    shadow = cv2.warpAffine(_edges(colour), np.array([[1, 0, 5], [0, 1, 7.0]]), colour.shape[1::-1])
    return _marked(
        _darkened(flat, cv2.blur(shadow, (9, 9)), 0.3 * strength), _grain(colour.shape, 3, 3), 0.09 * strength
    )


def _pencil(colour: Pixels, strength: float) -> Pixels:
    light = cv2.convertScaleAbs(colour, alpha=1 - 0.16 * strength, beta=36 * strength)
    hatched = _marked(light, _grain(colour.shape, 13, 13, turn=45), 0.24 * strength)
    return _darkened(hatched, _edges(colour), 0.35 * strength)


_MARKS = {
    "oil": _oil,
    "watercolour": _watercolour,
    "gouache": _gouache,
    "ink": _ink,
    "paper": _paper,
    "pencil": _pencil,
}
