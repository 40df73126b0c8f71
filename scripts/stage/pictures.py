"""Pictures in and out: any image that a provider or a person brought, and PNG files that carry stage directions.

Pixels are BGR or BGRA, eight bits, as OpenCV keeps them. The local painter knows what it painted and leaves notes
for whoever stages the picture ("floats", "size", "ground"); pictures from elsewhere have none, and defaults hold.
"""

import json
import struct
import warnings
import zlib
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from _client import Failure, writing

cv2.setNumThreads(1)

Pixels = npt.NDArray[Any]

MOST_PIXELS = 50_000_000  # A 7,000 x 7,000 picture; more is a mistake or an attack on our memory.
_NOTES = "videogen"


@dataclass(frozen=True)
class Picture:
    """Hold a picture with straight alpha and the notes that its painter left."""

    pixels: Pixels
    notes: dict[str, Any] = field(default_factory=dict)

    @property
    def is_opaque(self) -> bool:
        return bool(self.pixels[:, :, 3].min() > 250)


def read_picture(file: Path) -> Picture:
    """Read any common image as BGRA. Raises Failure "bad_image" with the file's name when it cannot be used."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with warnings.catch_warnings(), Image.open(BytesIO(file.read_bytes())) as opened:
            warnings.simplefilter("ignore")
            _check_size(file, *opened.size)
            notes = _parsed(opened.info.get(_NOTES))
            upright = ImageOps.exif_transpose(opened)
            if upright.mode.startswith("I"):  # Sixteen-bit grey: Pillow would clip it to white.
                upright = Image.fromarray((np.asarray(upright, dtype=np.uint32) >> 8).astype(np.uint8))
            rgba = np.asarray(upright.convert("RGBA"))
    except FileNotFoundError:
        raise Failure(f"The picture {file.name} does not exist; make it first.", code="no_input") from None
    except Image.DecompressionBombError:
        raise _too_large(file) from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, struct.error, zlib.error) as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise
        raise Failure(
            f"The picture {file.name} is damaged or not an image; make it again.", code="bad_image"
        ) from error
    return Picture(cv2.cvtColor(rgba, cv2.COLOR_RGBA2BGRA), notes)


def read_notes(file: Path) -> dict[str, Any]:
    """Read only the notes of a picture, which is quick. A picture from elsewhere has none."""
    from PIL import Image

    try:
        with Image.open(file) as opened:
            return _parsed(opened.info.get(_NOTES))
    except FileNotFoundError:
        raise Failure(f"The picture {file.name} does not exist; make it first.", code="no_input") from None
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return {}


def write_png(output: Path, pixels: Pixels, notes: dict[str, Any] | None = None) -> None:
    """Write a PNG beside `output` and rename it."""
    settings = [cv2.IMWRITE_PNG_COMPRESSION, 1, cv2.IMWRITE_PNG_STRATEGY, cv2.IMWRITE_PNG_STRATEGY_RLE]
    data = cv2.imencode(".png", pixels, settings)[1].tobytes()
    if notes:
        data = _with_notes(data, notes)
    with writing(output) as unfinished:
        unfinished.write_bytes(data)


def _check_size(file: Path, width: int, height: int) -> None:
    if width < 1 or height < 1:
        raise Failure(f"The picture {file.name} is empty; make it again.", code="bad_image")
    if width * height > MOST_PIXELS:
        raise _too_large(file)


def _too_large(file: Path) -> Failure:
    return Failure(
        f"The picture {file.name} is larger than {MOST_PIXELS // 1_000_000} megapixels; use a smaller one.",
        code="bad_image",
    )


def _parsed(text: Any) -> dict[str, Any]:
    """Read what the local painter noted. Notes that anybody else wrote there are not worth a failure."""
    try:
        notes = json.loads(text) if isinstance(text, str) else {}
    except ValueError:
        return {}
    return notes if isinstance(notes, dict) else {}


def _with_notes(png: bytes, notes: dict[str, Any]) -> bytes:
    """Put the notes into a tEXt chunk right after the header, which is always 33 bytes long."""
    body = b"tEXt" + _NOTES.encode() + b"\0" + json.dumps(notes, sort_keys=True).encode("ascii")
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    return png[:33] + chunk + png[33:]
