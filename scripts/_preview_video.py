"""A clip, decoded once: its 480p proxy, its filmstrip, and small grey frames in which black and stillness are looked for."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import av
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from _client import Failure, run_ffmpeg
from _preview_sound import spans

LINES = 480
GREY = (160, 90)  # pixels in which a clip is looked at
CELL = (160, 90)
BRIGHT, FEW = 28, 0.01  # black: hardly any pixel is brighter, of 255
BLACK_S, STILL_S = 0.2, 0.75  # shorter ones are not told
SAME_MEAN, SAME_MOST = 0.45, 2.0  # a held frame that is coded again changes by no more, of 255
# A key frame every half second: a jump anywhere shows its picture at once.
PROXY = ("-c:v", "libx264", "-preset", "veryfast", "-crf", "28", "-g", "12", "-pix_fmt", "yuv420p", "-threads", "1")
PROXY_SOUND = ("-c:a", "aac", "-b:a", "96k", "-ac", "2")

Frames = NDArray[np.uint8]


@dataclass(frozen=True)
class Clip:
    """What a clip says about itself."""

    width: int
    height: int
    seconds: float
    frames: int
    has_sound: bool


def read_clip(file: Path) -> Clip:
    """Read a clip's head. Raises Failure when it is damaged."""
    try:
        with av.open(str(file)) as container:
            stream = container.streams.video[0]
            seconds = float(stream.duration * stream.time_base if stream.duration and stream.time_base else 0)
            seconds = seconds or float(container.duration or 0) / av.time_base
            frames = stream.frames or round(seconds * float(stream.average_rate or 24))
            return Clip(stream.width, stream.height, seconds, frames, bool(container.streams.audio))
    except (av.FFmpegError, IndexError, OSError):
        raise _damaged(file) from None


def look(file: Path, clip: Clip, folder: Path, *, cells: int, sound: bool) -> dict[str, Any]:
    """Write proxy and filmstrip, and measure the clip, all from one decoding."""
    cells = max(1, min(cells, clip.frames))
    wanted = "+".join(f"eq(n\\,{int((cell + 0.5) * clip.frames / cells)})" for cell in range(cells))
    width, height = GREY
    fit = f"{CELL[0]}:{CELL[1]}:force_original_aspect_ratio=decrease,pad={CELL[0]}:{CELL[1]}:-1:-1"
    graph = (
        f"[0:v:0]scale=-2:'max(2,trunc(min({LINES},ih)/2)*2)':flags=fast_bilinear,format=yuv420p,split=3[proxy][a][b];"
        f"[a]scale={width}:{height}:flags=area,format=gray[grey];"
        f"[b]select={wanted},scale={fit},tile={cells}x1[strip]"
    )
    hear = ("-map", "0:a:0", *PROXY_SOUND) if sound and clip.has_sound else ("-an",)
    raw = run_ffmpeg(
        *("-threads", "1", "-filter_complex_threads", "1", "-i", file, "-filter_complex", graph),
        *("-map", "[proxy]", *hear, *PROXY, "-movflags", "+faststart", folder / "proxy.mp4"),
        *("-map", "[strip]", "-frames:v", "1", "-q:v", "4", folder / "strip.jpg"),
        *("-map", "[grey]", "-f", "rawvideo", "-fps_mode", "passthrough", "pipe:1"),
    )
    grey = np.frombuffer(raw, np.uint8).reshape(-1, height, width)
    if not len(grey):
        raise _damaged(file)
    rate = len(grey) / clip.seconds if clip.seconds else 24.0
    return {"frames": cells, **_measured(grey, rate), "poster_at": round(_telling(grey) / rate, 3)}


def picture_at(file: Path, seconds: float) -> Image.Image:
    """Give the picture of a moment."""
    try:
        with av.open(str(file)) as container:
            stream = container.streams.video[0]
            stream.codec_context.thread_count = 1
            container.seek(int(seconds * av.time_base))
            for frame in container.decode(stream):
                if (frame.time or 0.0) >= seconds - 0.001:
                    break
            return Image.fromarray(frame.to_ndarray(format="rgb24"))
    except (av.FFmpegError, UnboundLocalError):
        raise _damaged(file) from None


def _measured(grey: Frames, rate: float) -> dict[str, Any]:
    return {
        "black": spans((grey > BRIGHT).mean(axis=(1, 2)) < FEW, per_second=rate, at_least=BLACK_S),
        "still": _still(grey, rate),
        "light": round(float(np.median(grey.mean(axis=(1, 2)))), 1),
    }


def _still(grey: Frames, rate: float) -> list[list[float]]:
    """Find where nothing moves: each frame is compared with the first of its span, so that slow movement adds up."""
    flags = np.zeros(len(grey), bool)
    first = 0
    for number in range(1, len(grey)):
        change = np.abs(grey[number].astype(np.int16) - grey[first])
        if change.mean() <= SAME_MEAN and np.quantile(change, 0.999) <= SAME_MOST:
            continue
        flags[first + 1 : number] = True
        first = number
    flags[first + 1 :] = True
    return spans(flags, per_second=rate, at_least=STILL_S)


def _telling(grey: Frames) -> int:
    """Choose the first frame that is neither black nor still fading in."""
    light = grey.mean(axis=(1, 2))
    return int(np.argmax(light >= 0.8 * np.median(light)))


def _damaged(file: Path) -> Failure:
    return Failure(f"The clip {file.name} is damaged and cannot be played. Make it again.", code="bad_input")
