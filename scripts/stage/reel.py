"""Film a stage: warp its layers for every frame and pipe them to ffmpeg as YUV.

Everything is turned to YUV (BT.709, limited range) once, before the first frame. A frame then costs one subpixel
resize of three planes, and for each sprite a resize and a blend of its own rectangle.
"""

import fcntl
import math
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from _client import ffmpeg, ffmpeg_failure, progress, writing
from _media import COLOUR, FPS, HEIGHT, VIDEO, WIDTH
from stage.camera import Move, View, nearer, views
from stage.pictures import Pixels
from stage.staging import Panel, Sprite, lay, show

_DEPTH = 1.3  # sprites move this much more than the background
_PIPE_BYTES = 1 << 20
MARGIN = 40  # pixels around every plane
_FINER = 1.213  # planes are this much finer than the frame: a little more than the closest view, and no round number

# Rows are Y, U, V for blue, green, red in 0..255 (ITU-R BT.709, limited range); the last column is the offset.
_TO_YUV = np.array(
    [
        [0.0722 * 219 / 255, 0.7152 * 219 / 255, 0.2126 * 219 / 255, 16],
        [0.5 * 224 / 255, -0.7152 / 1.8556 * 224 / 255, -0.2126 / 1.8556 * 224 / 255, 128],
        [-0.0722 / 1.5748 * 224 / 255, -0.7152 / 1.5748 * 224 / 255, 0.5 * 224 / 255, 128],
    ]
)


@dataclass(frozen=True)
class Layer:
    """Hold a sprite or a background as luma and half-size chroma, with their alphas for a sprite.

    Left and top are where it stands in the frame before the camera moves, without the margin.
    """

    planes: tuple[Pixels, ...]
    alphas: tuple[Pixels, ...] | None
    left: int
    top: int
    floats: bool


@dataclass(frozen=True)
class Shot:
    """Hold one panel, ready to be filmed."""

    left: int
    width: int
    background: Layer
    cast: tuple[Layer, ...]


def film(panels: list[Panel], move: Move, frames: int, output: Path) -> None:
    """Write the clip. Raises Failure with ffmpeg's own words when it stops early."""
    shots = [Shot(each.left, each.width, _background(each), tuple(map(_layer, each.sprites))) for each in panels]
    with writing(output) as unfinished, tempfile.TemporaryFile() as complaints:
        encoder = subprocess.Popen(_command(unfinished), stdin=subprocess.PIPE, stderr=complaints)
        try:
            _feed(encoder, shots, views(move, frames))
        except BrokenPipeError:
            pass  # ffmpeg is gone; its words say why.
        finally:
            code = encoder.wait()
        if code:
            complaints.seek(0)
            raise ffmpeg_failure(complaints.read())


def _command(output: Path) -> list[str]:
    # The colours are named for the input too: ffmpeg would otherwise convert them from what it guesses.
    raw = ["-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", f"{WIDTH}x{HEIGHT}", "-r", str(FPS), *COLOUR]
    begin = [ffmpeg(), "-hide_banner", "-y", "-v", "error", *raw, "-i", "pipe:0"]
    return [*begin, "-an", *VIDEO, "-movflags", "+faststart", str(output)]


def _feed(encoder: "subprocess.Popen[bytes]", shots: list[Shot], path: list[View]) -> None:
    assert encoder.stdin is not None
    fcntl.fcntl(encoder.stdin, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)
    frame = np.empty(WIDTH * HEIGHT * 3 // 2, np.uint8)
    planes = _planes_of(frame)
    for plane, colour in zip(planes, _yuv_planes(show([])[:2, :2], None), strict=True):
        plane[:] = colour[0, 0]  # the divider, where there is one
    said = 0.0
    with encoder.stdin as pipe:
        for number, view in enumerate(path):
            for shot in shots:
                _draw(planes, shot, view, number / FPS)
            pipe.write(frame.data)
            if time.monotonic() - said > 1:
                said = time.monotonic()
                progress(progress=round((number + 1) / len(path), 2))


def _planes_of(frame: Pixels) -> tuple[Pixels, Pixels, Pixels]:
    luma, chroma = WIDTH * HEIGHT, WIDTH * HEIGHT // 4
    half = (HEIGHT // 2, WIDTH // 2)
    return (
        frame[:luma].reshape(HEIGHT, WIDTH),
        frame[luma : luma + chroma].reshape(half),
        frame[luma + chroma :].reshape(half),
    )


def _draw(planes: tuple[Pixels, Pixels, Pixels], shot: Shot, view: View, seconds: float) -> None:
    areas = []
    for plane, halved in zip(planes, (1, 2, 2), strict=True):
        areas.append(plane[:, shot.left // halved : (shot.left + shot.width) // halved])
    for area, source in zip(areas, shot.background.planes, strict=True):
        _fill_background(area, source, view)
    for number, layer in enumerate(shot.cast):
        _draw_sprite(areas, layer, nearer(view, _DEPTH), shot.width, _breath(layer, number, seconds))


def _fill_background(area: Pixels, source: Pixels, view: View) -> None:
    """Fill the area with what the view shows of a source that has a margin on every side."""
    size = [edge - 2 * MARGIN for edge in source.shape]
    ways = []
    for part, length, offset in zip(area.shape, size, (view.y, view.x), strict=True):
        scale = part * view.zoom / length
        start = part / 2 - (0.5 + offset) * length * scale - MARGIN * scale
        ways.append(_aligned(start, scale, math.floor(-start / scale), part))
    (top, down, tall, row), (left, across, wide, column) = ways
    piece = cv2.resize(source[top : top + tall, left : left + wide], None, fx=across, fy=down)
    area[:] = piece[-row : area.shape[0] - row, -column : area.shape[1] - column]


def _aligned(start: float, scale: float, first: int, length: int) -> tuple[int, float, int, int]:
    """Find a source column, a little before `first`, whose edge falls on a whole pixel of the frame.

    Cutting there lets a plain resize, three times as fast as a warp, put every pixel where a warp would. Column c
    starts at pixel `start + scale * c`; of the columns in the margin the best one is off by about 0.01 pixels. Gives
    column, scale, how many columns cover `length` pixels, and the whole pixel.
    """
    columns = np.arange(max(0, first - MARGIN), first + 1)
    places = start + scale * columns
    whole = np.round(places)
    best = int(np.argmin(np.abs(places - whole)))
    pixel = int(whole[best])
    return int(columns[best]), scale, math.ceil((length - pixel) / scale) + 1, pixel


def _breath(layer: Layer, number: int, seconds: float) -> tuple[float, float, float]:
    """Give the sprite's own life: how it is stretched upward, and how far it has wandered, in pixels."""
    phase = seconds * 2 * math.pi
    if layer.floats:
        return 1.0, 14 * math.sin(phase / 9.0 + number), 7 * math.sin(phase / 5.3 + 2 * number)
    return 1 + 0.0035 * math.sin(phase / 4.2 + number), 0.0, 0.0


def _draw_sprite(areas: list[Pixels], layer: Layer, view: View, width: int, breath: tuple[float, float, float]) -> None:
    """Scale the sprite into its rectangle of each plane and lay it over what is there."""
    assert layer.alphas is not None
    stretch, wander_x, wander_y = breath
    rows = layer.planes[0].shape[0] / _FINER - 2 * MARGIN / _FINER
    left = width / 2 + (layer.left - width / 2 - view.x * width) * view.zoom + wander_x
    top = HEIGHT / 2 + (layer.top + rows * (1 - stretch) - HEIGHT / 2 - view.y * HEIGHT) * view.zoom + wander_y
    across, down = view.zoom / _FINER, view.zoom * stretch / _FINER
    for index, area in enumerate(areas):
        half = 1 if index == 0 else 2
        plane, alpha = layer.planes[index], layer.alphas[0 if index == 0 else 1]
        first, _, _, column = _aligned(left / half - MARGIN * across, across, MARGIN, 0)
        upper, _, _, row = _aligned(top / half - MARGIN * down, down, MARGIN, 0)
        colour, cover = (cv2.resize(each[upper:, first:], None, fx=across, fy=down) for each in (plane, alpha))
        lay(area, colour, cover, column, row)


def _background(panel: Panel) -> Layer:
    """Turn the background to planes a little larger than the closest view, so that no frame magnifies it."""
    size = (round(panel.width * _FINER / 4) * 4, round(HEIGHT * _FINER / 4) * 4)
    way = cv2.INTER_AREA if size[0] < panel.background.shape[1] else cv2.INTER_CUBIC
    planes = _yuv_planes(cv2.resize(panel.background, size, interpolation=way), None)
    return Layer(_with_margin(planes, cv2.BORDER_REPLICATE), None, 0, 0, False)


def _layer(sprite: Sprite) -> Layer:
    """Turn a sprite to planes with clear margins, at the size of the closest view."""
    size = [math.ceil(edge * _FINER / 2) * 2 for edge in reversed(sprite.alpha.shape)]
    colour = cv2.resize(sprite.colour, size, interpolation=cv2.INTER_CUBIC)
    alpha = cv2.resize(sprite.alpha, size, interpolation=cv2.INTER_LINEAR)
    colour = cv2.min(colour, cv2.merge([alpha, alpha, alpha]))
    half = cv2.resize(alpha, (size[0] // 2, size[1] // 2), interpolation=cv2.INTER_AREA)
    planes = _with_margin((*_yuv_planes(colour, alpha), alpha, half), cv2.BORDER_CONSTANT)
    return Layer(planes[:3], planes[3:], sprite.left, sprite.top, sprite.floats)


def _with_margin(planes: tuple[Pixels, ...], kind: int) -> tuple[Pixels, ...]:
    margin = (MARGIN, MARGIN, MARGIN, MARGIN)
    return tuple(cv2.copyMakeBorder(plane, *margin, kind, value=(0,)) for plane in planes)


def _yuv_planes(colour: Pixels, alpha: Pixels | None) -> tuple[Pixels, Pixels, Pixels]:
    """Convert BGR to planes. Premultiplied colour needs its alpha, because the offsets are premultiplied too."""
    matrix = _TO_YUV if alpha is None else np.hstack([_TO_YUV[:, :3], _TO_YUV[:, 3:] / 255])
    pixels = colour if alpha is None else cv2.merge([*cv2.split(colour), alpha])
    luma, blue, red = cv2.split(cv2.transform(pixels, matrix))
    half = (luma.shape[1] // 2, luma.shape[0] // 2)
    return (
        luma,
        cv2.resize(blue, half, interpolation=cv2.INTER_AREA),
        cv2.resize(red, half, interpolation=cv2.INTER_AREA),
    )
