"""A picture, made small and measured: what it looks like in 64 bits, how bright and how flat it is."""

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, UnidentifiedImageError

from _client import Failure

BOX = (640, 640)
WALL = "#8a8a90"  # JPEG knows no transparency: what is cut out is put on the grey of a studio wall


def read_small(picture: Path) -> tuple[Image.Image, tuple[int, int]]:
    """Read a picture so that it fits into the box, and its real size. Raises Failure when it is damaged."""
    try:
        with Image.open(picture) as image:
            size = image.size
            image.draft("RGB", BOX)
            image.thumbnail(BOX, reducing_gap=2.0)
            return _on_wall(image), size
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError):
        text = f"The picture {picture.name} is damaged and cannot be opened. Make it again."
        raise Failure(text, code="bad_input") from None


def write_poster(image: Image.Image, poster: Path) -> None:
    """Write a picture as the JPEG that stands for its take."""
    image = image.copy()
    image.thumbnail(BOX, reducing_gap=2.0)
    image.save(poster, "JPEG", quality=82, optimize=True)


def measure(image: Image.Image) -> dict[str, Any]:
    """Describe a picture in figures; levels are of 255."""
    grey = np.asarray(image.convert("L"), np.float32)
    return {
        "hash": perceptual_hash(image),
        "colours": image.resize((4, 4), Image.Resampling.BOX).tobytes().hex(),
        "brightness": round(float(grey.mean()), 1),
        "contrast": round(float(grey.std()), 1),
        "sharpness": round(_sharpness(grey), 1),
    }


def perceptual_hash(image: Image.Image) -> str:
    """Give 64 bits that stay nearly the same when a picture is scaled, coded again or a little brighter."""
    grey = np.asarray(image.convert("L").resize((32, 32), Image.Resampling.BOX), np.float64)
    waves = np.cos(np.pi / 32 * (np.arange(32) + 0.5) * np.arange(1, 9)[:, None])  # no constant: light does not count
    strengths = waves @ grey @ waves.T
    bits = (strengths > np.median(strengths)).ravel()
    return f"{int(''.join('01'[bit] for bit in bits.astype(int)), 2):016x}"


def _sharpness(grey: NDArray[np.float32]) -> float:
    """Give the spread of the second differences: fine detail makes them large, blur and flat colour small."""
    if min(grey.shape) < 3:
        return 0.0
    middle = 4 * grey[1:-1, 1:-1]
    return float((middle - grey[:-2, 1:-1] - grey[2:, 1:-1] - grey[1:-1, :-2] - grey[1:-1, 2:]).std())


def _on_wall(image: Image.Image) -> Image.Image:
    if not image.has_transparency_data:
        return image.convert("RGB")
    wall = Image.new("RGBA", image.size, WALL)
    return Image.alpha_composite(wall, image.convert("RGBA")).convert("RGB")
