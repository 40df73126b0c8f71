"""Film a stage: warp its layers for every frame and pipe them to ffmpeg as YUV.

Everything is turned to YUV (BT.709, limited range) once, before the first frame. A frame then costs one subpixel warp
of three planes, and for each sprite a warp and a blend of its own rectangle.
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
from _camera import MOST_ZOOM, Move, View, nearer, views
from _client import ffmpeg, ffmpeg_failure, progress, writing
from _media import FPS, HEIGHT, VIDEO, WIDTH
from _pictures import Pixels
from _stage import Panel, Sprite, lay, show

_DEPTH = 1.3  # sprites move this much more than the background
_PIPE_BYTES = 1 << 20

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
    """Hold a sprite or a background as planes: luma and half-size chroma, with their alphas for a sprite."""

    planes: tuple[Pixels, Pixels, Pixels]
    alphas: tuple[Pixels, Pixels] | None
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
    raw = ["-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", f"{WIDTH}x{HEIGHT}", "-r", str(FPS), "-i", "pipe:0"]
    return [ffmpeg(), "-hide_banner", "-y", "-v", "error", *raw, "-an", *VIDEO, "-movflags", "+faststart", str(output)]


def _feed(encoder: "subprocess.Popen[bytes]", shots: list[Shot], path: list[View]) -> None:
    assert encoder.stdin is not None
    fcntl.fcntl(encoder.stdin, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)
    frame = np.empty(WIDTH * HEIGHT * 3 // 2, np.uint8)
    planes = _planes_of(frame)
    for plane, colour in zip(planes, _yuv_planes(show([])[:2, :2], None), strict=True):
        plane[:] = colour[0, 0]  # the divider, where there is one
    said = time.monotonic()
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
        _warp_background(area, source, view)
    for number, layer in enumerate(shot.cast):
        _draw_sprite(areas, layer, nearer(view, _DEPTH), shot.width, _breath(layer, number, seconds))


def _warp_background(area: Pixels, source: Pixels, view: View) -> None:
    """Fill the area with what the view shows. A view never leaves the picture; rounding at its rim repeats the edge."""
    height, width = area.shape
    rows, columns = source.shape
    across, down = columns / (width * view.zoom), rows / (height * view.zoom)
    x = (0.5 + view.x) * columns - 0.5 - across * (width - 1) / 2
    y = (0.5 + view.y) * rows - 0.5 - down * (height - 1) / 2
    matrix = np.array([[across, 0, x], [0, down, y]])
    cv2.warpAffine(source, matrix, (width, height), area, cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP, cv2.BORDER_REPLICATE)


def _breath(layer: Layer, number: int, seconds: float) -> tuple[float, float, float]:
    """Give the sprite's own life: how it is stretched upward, and how far it has wandered, in pixels."""
    phase = seconds * 2 * math.pi
    if layer.floats:
        return 1.0, 14 * math.sin(phase / 9.0 + number), 7 * math.sin(phase / 5.3 + 2 * number)
    return 1 + 0.0035 * math.sin(phase / 4.2 + number), 0.0, 0.0


def _draw_sprite(areas: list[Pixels], layer: Layer, view: View, width: int, breath: tuple[float, float, float]) -> None:
    """Warp the sprite into its rectangle of each plane and lay it over what is there."""
    assert layer.alphas is not None
    stretch, wander_x, wander_y = breath
    rows, columns = layer.planes[0].shape
    left = width / 2 + (layer.left - width / 2 - view.x * width) * view.zoom + wander_x
    top = HEIGHT / 2 + (layer.top + rows * (1 - stretch) - HEIGHT / 2 - view.y * HEIGHT) * view.zoom + wander_y
    across, down = view.zoom, view.zoom * stretch
    x0, y0 = (int(left) // 2) * 2, (int(top) // 2) * 2
    size = ((int(columns * across) // 2 + 2) * 2, (int(rows * down) // 2 + 2) * 2)
    for index, area in enumerate(areas):
        half = 1 if index == 0 else 2
        alpha = layer.alphas[0 if index == 0 else 1]
        inverse = np.array(
            [
                [1 / across, 0, ((x0 + half / 2 - left) / across) / half - 0.5],
                [0, 1 / down, ((y0 + half / 2 - top) / down) / half - 0.5],
            ]
        )
        span = (size[0] // half, size[1] // half)
        way = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        lay(
            area,
            cv2.warpAffine(layer.planes[index], inverse, span, flags=way),
            cv2.warpAffine(alpha, inverse, span, flags=way),
            x0 // half,
            y0 // half,
        )


def _background(panel: Panel) -> Layer:
    """Turn the background to planes at the size of the closest view, so that no frame magnifies it."""
    size = (round(panel.width * MOST_ZOOM / 4) * 4, round(HEIGHT * MOST_ZOOM / 4) * 4)
    way = cv2.INTER_AREA if size[0] < panel.background.shape[1] else cv2.INTER_CUBIC
    return Layer(_yuv_planes(cv2.resize(panel.background, size, interpolation=way), None), None, 0, 0, False)


def _layer(sprite: Sprite) -> Layer:
    """Turn a sprite to planes, on an even place and size so that luma and chroma stay together."""
    left, top = sprite.left & ~1, sprite.top & ~1
    rows, columns = sprite.alpha.shape
    bottom, right = (rows + sprite.top - top) & 1, (columns + sprite.left - left) & 1
    edges = (sprite.top - top, bottom, sprite.left - left, right)
    colour = cv2.copyMakeBorder(sprite.colour, *edges, cv2.BORDER_CONSTANT, value=(0, 0, 0))
    alpha = cv2.copyMakeBorder(sprite.alpha, *edges, cv2.BORDER_CONSTANT, value=0)
    half = cv2.resize(alpha, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    return Layer(_yuv_planes(colour, alpha), (alpha, half), left, top, sprite.floats)


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
