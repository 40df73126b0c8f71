"""The picture that stands for the film: the most colourful and best lit one of its scenes, without any text."""

from concurrent.futures import Executor
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from _client import writing

SIZE = (1280, 720)
LARGEST = 2_000_000  # bytes; YouTube takes no more


def write_thumbnail(videos: list[Path], output: Path, pool: Executor) -> None:
    """Choose among the first pictures of the scenes and write the best as JPEG."""
    scores = list(pool.map(lambda video: _appeal(_picture(video, (160, 90))), videos))
    best = _picture(videos[int(np.argmax(scores))], SIZE)
    from PIL import Image

    with writing(output) as unfinished:
        for quality in (90, 80, 65, 45):
            Image.fromarray(best).save(unfinished, "JPEG", quality=quality, optimize=True)
            if unfinished.stat().st_size < LARGEST:
                break


def _picture(video: Path, size: tuple[int, int]) -> NDArray[np.uint8]:
    with av.open(str(video)) as container:
        frame = next(container.decode(video=0))
    return np.asarray(frame.reformat(*size, format="rgb24").to_ndarray(), np.uint8)


def _appeal(picture: NDArray[np.uint8]) -> float:
    """Rate colourfulness (Hasler and Süsstrunk, 2003), contrast, and light that is neither dim nor glaring."""
    red, green, blue = (picture[..., channel].astype(np.float32) for channel in range(3))
    warm, cool = red - green, (red + green) / 2 - blue
    colour = np.hypot(warm.std(), cool.std()) + 0.3 * np.hypot(warm.mean(), cool.mean())
    light = picture.mean(axis=2)
    return float(colour + 0.5 * light.std() - 0.5 * abs(light.mean() - 120))
