"""Put characters and props into an environment: the composite shows the stage, the clip moves a camera over it.

A stage is one panel, or two for a split screen. A panel is a background and sprites standing in front of it. Sprites
hold premultiplied colour, so that laying one over anything is `below * (1 - alpha) + colour`.
"""

import argparse
import hashlib
import random
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from _media import HEIGHT, WIDTH
from stage.cutout import cut_out
from stage.pictures import Picture, Pixels, read_picture
from stage.places import Place, Stage, arrange
from stage.water import RAIL, rail, surfacing

DIVIDER = 8  # pixels between the panels of a split screen; even, because chroma has half the resolution
_DIVIDER_COLOUR = (232, 238, 240)
_SHADOW = 0.42


@dataclass(frozen=True)
class Sprite:
    """Hold one thing on stage: premultiplied colour and alpha at the frame's scale, and where it is."""

    colour: Pixels
    alpha: Pixels
    left: int
    top: int
    floats: bool


@dataclass(frozen=True)
class Panel:
    """Hold one picture area of the frame. `background` has the panel's aspect at whatever size it came in."""

    left: int
    width: int
    background: Pixels
    sprites: tuple[Sprite, ...]


def add_cast(parser: argparse.ArgumentParser, *, environment_required: bool = True) -> None:
    """Add the arguments that name what stands on the stage."""
    parser.add_argument("--environment", type=Path, required=environment_required, help="the background picture")
    parser.add_argument("--character", type=Path, action="append", default=[], help="repeat for several, at most six")
    parser.add_argument("--prop", type=Path, action="append", default=[], help="repeat for several, at most six")
    parser.add_argument("--seed", type=int, default=0, help="another arrangement of the same things")


def set_stage(arguments: argparse.Namespace, *, split: bool, places: int | None = None) -> list[Panel]:
    """Read the pictures and place them. The same arguments, or the same `places`, always give the same stage."""
    environment = read_picture(arguments.environment)
    characters = [cut_out(read_picture(file)) for file in arguments.character[:6]]
    props = [cut_out(read_picture(file)) for file in arguments.prop[:6]]
    chance = random.Random(arrangement(arguments) if places is None else places)
    if split:
        return _two_panels(environment, characters, props, chance)
    return [_panel(environment, characters, props, chance, left=0, width=WIDTH)]


def show(panels: list[Panel]) -> Pixels:
    """Give the frame as the camera sees it before it moves."""
    frame = np.empty((HEIGHT, WIDTH, 3), np.uint8)
    frame[:] = _DIVIDER_COLOUR
    for panel in panels:
        area = frame[:, panel.left : panel.left + panel.width]
        area[:] = cv2.resize(panel.background, (panel.width, HEIGHT), interpolation=cv2.INTER_AREA)
        for sprite in panel.sprites:
            lay(area, sprite.colour, sprite.alpha, sprite.left, sprite.top)
    return frame


def lay(below: Pixels, colour: Pixels, alpha: Pixels, left: int, top: int) -> None:
    """Lay premultiplied colour over a picture in place, cut at the picture's edges."""
    height, width = below.shape[:2]
    x0, y0, x1, y1 = max(left, 0), max(top, 0), min(left + alpha.shape[1], width), min(top + alpha.shape[0], height)
    if x0 >= x1 or y0 >= y1:
        return
    part = slice(y0 - top, y1 - top), slice(x0 - left, x1 - left)
    clear = cv2.bitwise_not(alpha[part])
    if below.ndim == 3:
        clear = cv2.merge([clear, clear, clear])
    area = below[y0:y1, x0:x1]
    area[:] = cv2.add(cv2.multiply(area, clear, scale=1 / 255), colour[part])


def arrangement(arguments: argparse.Namespace) -> int:
    """Give the number that decides who stands where; a composite keeps it, so that its clip stands the same."""
    names = [file.name for file in (arguments.environment, *arguments.character, *arguments.prop)]
    return int.from_bytes(hashlib.sha256("\0".join([*names, str(arguments.seed)]).encode()).digest()[:6])


def _two_panels(environment: Picture, characters: list[Any], props: list[Any], chance: random.Random) -> list[Panel]:
    """Stand the first character left and the second right, the second over a mirrored view in another light."""
    width = (WIDTH - DIVIDER) // 2
    middle = (len(props) + 1) // 2
    other = Picture(_regrade(environment.pixels[:, ::-1]), environment.notes)
    return [
        _panel(environment, characters[::2], props[:middle], chance, left=0, width=width, look=0.36),
        _panel(other, characters[1::2], props[middle:], chance, left=width + DIVIDER, width=width, look=0.36),
    ]


def _regrade(pixels: Pixels) -> Pixels:
    """Cool the picture a little, so that two panels of one place read as two moments."""
    gains = np.array([1.08, 0.98, 0.88], np.float32)
    steps = np.clip(np.arange(256, dtype=np.float32)[:, None] * gains * 0.97, 0, 255).astype(np.uint8)
    graded = pixels.copy()
    graded[:, :, :3] = cv2.LUT(np.ascontiguousarray(pixels[:, :, :3]), steps[:, None, :].reshape(1, 256, 3))
    return graded


def _panel(
    environment: Picture,
    characters: list[Picture],
    props: list[Picture],
    chance: random.Random,
    *,
    left: int,
    width: int,
    look: float = 0.5,
) -> Panel:
    background, aspect = _cover(environment.pixels, width / HEIGHT, look), width / HEIGHT
    ground, water = float(environment.notes.get("ground", 0.9)), str(environment.notes.get("water", ""))
    placed = arrange(characters, props, chance, Stage(aspect, ground, water))
    if water == "open" and any(place.behind_rail for _, place in placed):
        placed.append((rail(aspect), RAIL))
    return Panel(left, width, background, tuple(_sprite(*each, background, width) for each in placed))


def _cover(pixels: Pixels, aspect: float, look: float) -> Pixels:
    """Cut the largest piece of this aspect; `look` says which part of a wider picture, 0 left to 1 right."""
    height, width = pixels.shape[:2]
    cut_width, cut_height = min(width, max(1, round(height * aspect))), min(height, max(1, round(width / aspect)))
    x, y = round((width - cut_width) * look), (height - cut_height) // 2
    piece = pixels[y : y + cut_height, x : x + cut_width]
    colour = np.ascontiguousarray(piece[:, :, :3])
    if piece[:, :, 3].min() < 255:
        colour = cv2.multiply(colour, cv2.cvtColor(piece[:, :, 3], cv2.COLOR_GRAY2BGR), scale=1 / 255)
    return colour


def _sprite(picture: Picture, place: Place, background: Pixels, width: int) -> Sprite:
    """Scale the picture to its place, tint it with the light there, and give it a shadow to stand on."""
    if place.in_water:
        picture = surfacing(picture)
    height = max(2, round(place.height * HEIGHT))
    across = max(2, round(height * picture.pixels.shape[1] / picture.pixels.shape[0]))
    small = _scale(picture.pixels, across, height)
    colour, alpha = _lit(small[:, :, :3], background, place), small[:, :, 3]
    if place.casts_shadow:
        pad, below = round(across * 0.22), max(12, round(height * 0.05), round(across * 0.06))
        colour = cv2.copyMakeBorder(colour, 0, below, pad, pad, cv2.BORDER_CONSTANT, value=(0, 0, 0))
        alpha = _with_shadow(cv2.copyMakeBorder(alpha, 0, below, pad, pad, cv2.BORDER_CONSTANT, value=0), height)
    left, top = round(place.x * width - alpha.shape[1] / 2), round(place.foot * HEIGHT) - height
    seen = max(2, min(alpha.shape[0], HEIGHT + 12 - top))  # what lies below the frame costs time and is never seen
    return Sprite(colour[:seen], np.ascontiguousarray(alpha[:seen]), left, top, place.floats)


def _scale(pixels: Pixels, width: int, height: int) -> Pixels:
    """Resize with the colour premultiplied, so that no hidden colour bleeds into the edge."""
    alpha = pixels[:, :, 3]
    colour = cv2.multiply(pixels[:, :, :3], cv2.cvtColor(alpha, cv2.COLOR_GRAY2BGR), scale=1 / 255)
    way = cv2.INTER_AREA if height < pixels.shape[0] else cv2.INTER_CUBIC
    return cv2.merge(
        [
            *cv2.split(cv2.resize(colour, (width, height), interpolation=way)),
            cv2.resize(alpha, (width, height), interpolation=way),
        ]
    )


def _lit(colour: Pixels, background: Pixels, place: Place) -> Pixels:
    """Tint toward the light of the place, a third of the way and never into the dark."""
    rows, columns = background.shape[:2]
    x, y = round(place.x * columns), round(place.foot * rows)
    reach = rows // 4
    around = background[max(0, y - 2 * reach) : y, max(0, x - reach) : x + reach]
    blue, green, red = (max(8.0, value) for value in cv2.mean(around)[:3])
    grey = 0.114 * blue + 0.587 * green + 0.299 * red
    level = min(1.04, max(0.72, 0.62 + grey / 300))
    gains = [level * (0.68 + 0.32 * min(1.5, value / grey)) for value in (blue, green, red)]
    steps = np.clip(np.arange(256)[:, None] * np.array(gains), 0, 255).astype(np.uint8)
    return cv2.LUT(np.ascontiguousarray(colour), steps.reshape(1, 256, 3))


def _with_shadow(alpha: Pixels, height: int) -> Pixels:
    """Add a soft pool of shadow under the feet: black is alpha without colour."""
    rows, columns = alpha.shape
    feet = np.flatnonzero(alpha[:height][-max(4, height // 12) :].max(axis=0) > 60)
    if feet.size == 0:
        return alpha
    small = np.zeros((rows // 4 + 1, columns // 4 + 1), np.uint8)
    middle, half = (feet[0] + feet[-1]) / 8, (feet[-1] - feet[0]) / 8
    depth = max(2.0, min(height * 0.02, half * 0.16) / 2)
    cv2.ellipse(
        small,
        (round(middle * 16), round((height - height * 0.008) * 4)),
        (round((half * 1.18 + 1) * 16), round(depth * 16)),
        0,
        0,
        360,
        round(255 * _SHADOW),
        -1,
        cv2.LINE_AA,
        4,
    )
    soft = cv2.resize(
        cv2.GaussianBlur(small, (0, 0), max(0.8, depth * 0.55)), (columns, rows), interpolation=cv2.INTER_LINEAR
    )
    return cv2.add(alpha, cv2.multiply(soft, cv2.bitwise_not(alpha), scale=1 / 255))


def flat_stage(image: Path) -> list[Panel]:
    """Make a stage of one finished picture."""
    return [Panel(0, WIDTH, _cover(read_picture(image).pixels, WIDTH / HEIGHT, 0.5), ())]
