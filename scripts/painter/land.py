"""Land: layers of silhouettes that fade toward the horizon, each lit from the sun's side along its upper edge."""
# ruff: noqa: PLR0917

import math

import cv2
import numpy as np

from painter.brush import (
    SOFT,
    Colour,
    blend,
    cloudy,
    down_gradient,
    enlarge,
    fill,
    mix,
    scaled,
    to_bytes,
    wave,
)
from painter.scene import Scene
from stage.pictures import Pixels


def empty(scene: Scene) -> Pixels:
    """Give an empty mask of the picture's size."""
    return np.zeros((scene.height, scene.width), np.uint8)


def paint_layer(
    scene: Scene,
    mask: Pixels,
    local: Colour,
    depth: float,
    *,
    what: str,
    mist: float = 0.35,
    texture: float = 0.16,
    rim: float = 0.5,
    reach: int = 420,
) -> None:
    """Paint what the mask holds: lit above, mist at its foot, brush marks, and a rim of light.

    `depth` is 0 at the horizon and 1 right here; `reach` is how many pixels the light needs to fade downward.
    """
    rows = np.flatnonzero(mask.any(axis=1))
    if rows.size == 0:
        return
    top, bottom = int(rows[0]), int(rows[-1]) + 1
    height, columns = math.ceil((bottom - top) / SOFT), scene.width // SOFT
    light = scene.light
    lit, dark = light.on(local, depth), light.off(local, depth)
    foot = mix(mix(lit, dark, 0.55), light.haze, mist * (1 - depth * 0.7))
    fade = min(1.0, reach / max(1, bottom - top))
    stops = [(0.0, lit), (fade * 0.6, mix(lit, foot, 0.8)), (fade, foot), (1.01, mix(foot, dark, 0.35 * depth))]
    field = down_gradient(max(2, height), stops).repeat(columns, axis=1)
    if texture:
        rng = scene.rng("texture" + what)
        grain = 10 + 46 * depth
        marks = cloudy(rng, field.shape[:2], (grain * 0.5, grain * 1.6), 4)
        steps = np.floor(marks * 5) / 5 * 0.5 + marks * 0.5  # half smooth, half in steps: it looks brushed
        field *= (1 + texture * (0.6 + 1.2 * depth) * (steps - 0.5))[:, :, None].astype(np.float32)
    colour = enlarge(to_bytes(field), (scene.width, field.shape[0] * SOFT))[: bottom - top]
    blend(scene.canvas, colour, mask[top:bottom], top)
    if rim and depth > 0.2:  # farther off, haze hides it
        paint_rim(scene, mask[top:bottom], top, mix(lit, light.sun, 0.55), rim * (0.35 + 0.65 * depth))


def paint_rim(scene: Scene, mask: Pixels, top: int, colour: Colour, strength: float) -> None:
    """Light the edges that face the sun."""
    side = 3 if scene.sun_is_left else -3
    shift, size = np.array([[1, 0, side], [0, 1, 4.0]]), (mask.shape[1], mask.shape[0])
    away = cv2.warpAffine(mask, shift, size, borderMode=cv2.BORDER_REPLICATE)  # the picture's own edge is not lit
    edge = cv2.subtract(mask, away)
    blend(scene.canvas, colour, cv2.convertScaleAbs(edge, alpha=min(1.0, strength)), top)


def skyline(scene: Scene, line: Pixels) -> Pixels:
    """Give the polygon under a line that was sampled evenly across the picture."""
    x = np.linspace(-10, scene.width + 10, len(line))
    points = np.stack([x, line], axis=1)
    return np.concatenate([points, [[scene.width + 10, scene.height + 10], [-10, scene.height + 10]]])


def hills(scene: Scene, what: str, base: float, height: float, cells: float = 3.0, rough: float = 0.42) -> Pixels:
    """Make the line of rolling hills: `base` and `height` in pixels."""
    line: Pixels = base - height * (0.5 + 0.5 * wave(scene.rng(what), 281, cells, 5, rough))
    return line


def paint_hills(
    scene: Scene, what: str, base: float, height: float, local: Colour, depth: float, cells: float = 3.0, **how: float
) -> Pixels:
    """Paint one layer of hills and give its line."""
    line = hills(scene, what, base, height, cells)
    mask = empty(scene)
    fill(mask, skyline(scene, line))
    paint_layer(scene, mask, local, depth, what=what, **how)  # type: ignore[arg-type]
    return line


def peaks(scene: Scene, what: str, base: float, height: float, count: int) -> tuple[Pixels, list[int]]:
    """Make a mountain line with `count` main peaks; give it and the places of the peaks in its samples."""
    chance, rng, samples = scene.chance(what), scene.rng(what), 401
    x = np.linspace(0, 1, samples)
    line = np.full(samples, -1.0)
    tops = []
    for number in range(count):
        at = (number + 0.5 + chance.uniform(-0.35, 0.35)) / count
        tall, wide = chance.uniform(0.5, 1.0), chance.uniform(0.75, 1.25) / count
        slope = tall * (1 - np.abs(x - at) / wide)
        line = np.maximum(line, slope)
        tops.append((at, tall))
    line = line + 0.10 * wave(rng, samples, 9, 5, 0.55) + 0.03 * wave(rng, samples, 60, 2)
    found = [round(at * (samples - 1)) for at, _ in tops]
    near = [max(0, i - 6) + int(np.argmax(line[max(0, i - 6) : i + 7])) for i in found if 0 <= i < samples]
    high: Pixels = base - height * line
    return high, near


def paint_mountains(
    scene: Scene,
    what: str,
    base: float,
    height: float,
    local: Colour,
    depth: float,
    *,
    count: int = 4,
    snow: float = 0.0,
    mist: float = 0.6,
) -> None:
    """Paint a range with lit and shaded faces; `snow` is how far down from the tops it lies, 0 to 1."""
    line, tops = peaks(scene, what, base, height, count)
    mask = empty(scene)
    fill(mask, skyline(scene, line))
    paint_layer(scene, mask, local, depth, what=what, mist=mist, texture=0.2, rim=0.25, reach=round(height * 1.1))
    top = max(0, int(line.min()) - 4)
    bottom = min(scene.height, int(base) + 4)
    if snow:
        _paint_snow(scene, what, line, mask, (top, bottom), height * snow, depth)
    shaded = np.zeros((bottom - top, scene.width), np.uint8)
    for peak in tops:
        _shade_face(scene, what, line, peak, base, shaded, top)
    shaded = _fading(cv2.min(shaded, mask[top:bottom]), 0.75)
    blend(scene.canvas, scene.light.off(local, depth), shaded, top)


def _shade_face(scene: Scene, what: str, line: Pixels, peak: int, base: float, shaded: Pixels, top: int) -> None:
    """Shade the side of one peak that the sun does not see, with a jagged ridge falling toward us."""
    chance = scene.chance(f"{what}{peak}")
    way = 1 if scene.sun_is_left else -1
    step = (scene.width + 20) / (len(line) - 1)
    end = peak
    while 0 < end + way < len(line) - 1 and line[end + way] > line[peak] - 6 and abs(end - peak) < 110:
        end += way
    outline = [(i * step - 10, line[i] - top) for i in range(peak, end, way)]
    if len(outline) < 3:
        return
    drop = base - line[peak]
    spine, x = [], outline[0][0]
    for part in np.linspace(0.06, 1.0, 12):
        x += way * chance.uniform(-0.035, 0.075) * drop
        spine.append((x, line[peak] - top + part * drop))
    fill(shaded, [*outline, (outline[-1][0], base - top), *reversed(spine)])


def _paint_snow(
    scene: Scene, what: str, line: Pixels, mask: Pixels, band: tuple[int, int], depth_down: float, depth: float
) -> None:
    """Cover the tops with snow that ends in tongues."""
    rng = scene.rng("snow" + what)
    tongues = 0.5 + 0.5 * wave(rng, len(line), 26, 3, 0.7)
    high = float(line.min())
    reach = np.clip(depth_down * 1.5 - (line - high) * 0.75, -20, None) * (0.35 + 0.65 * tongues)
    x = np.linspace(-10, scene.width + 10, len(line))
    under = np.stack([x, line + np.maximum(reach, -6) - band[0]], axis=1)
    over = np.stack([x, line - 8 - band[0]], axis=1)
    white = np.zeros((band[1] - band[0], scene.width), np.uint8)
    fill(white, np.concatenate([over, under[::-1]]))
    snow = scene.light.on((250, 246, 242), min(1.0, depth + 0.3))
    blend(scene.canvas, snow, cv2.min(white, mask[band[0] : band[1]]), band[0])


def _fading(mask: Pixels, strength: float) -> Pixels:
    """Let a mask fade out toward its bottom."""
    ramp = np.linspace(strength, 0, mask.shape[0], dtype=np.float32)[:, None]
    return cv2.multiply(mask, ramp.repeat(mask.shape[1], axis=1), dtype=cv2.CV_8U)


def paint_mist(scene: Scene, y: float, thick: float, strength: float, what: str, colour: Colour | None = None) -> None:
    """Lay a soft bank of mist across the picture, centred at y."""
    top, bottom = max(0, int(y - thick)), min(scene.height, int(y + thick))
    if bottom - top < 8:
        return
    rows, columns = math.ceil((bottom - top) / 8), scene.width // 8
    noise = cloudy(scene.rng("mist" + what), (rows, columns), (rows * 0.5, columns * 0.25), 3)
    across = (np.arange(rows, dtype=np.float32)[:, None] * 8 + top - y) / thick
    veil = np.clip(1 - across**2, 0, 1) ** 1.5 * (0.45 + 0.55 * noise) * 255 * strength
    mask = enlarge(to_bytes(veil), (scene.width, rows * 8))[: bottom - top]
    blend(scene.canvas, colour or scene.light.haze, mask, top)


def paint_ground(scene: Scene, line: Pixels, local: Colour, what: str = "ground", *, texture: float = 0.2) -> None:
    """Paint the ground that figures stand on: quiet, lighter in the middle, darker toward us and the sides."""
    mask = empty(scene)
    fill(mask, skyline(scene, line))
    paint_layer(scene, mask, local, 0.92, what=what, mist=0.1, texture=texture, rim=0.55, reach=700)
    top = max(0, int(line.min()))
    rows, columns = math.ceil((scene.height - top) / 8), scene.width // 8
    down = np.linspace(0, 1, rows, dtype=np.float32)[:, None]
    across = np.linspace(-1, 1, columns, dtype=np.float32)[None, :]
    dark = np.clip(0.75 * down**2 + 0.38 * across**2 - 0.12, 0, 0.8) * 150
    blend(scene.canvas, scaled(scene.light.off(local, 1), 0.6), _full(scene, dark, top, mask), top)
    pool = np.exp(-((down - 0.42) ** 2) / 0.05 - across**2 / 0.35) * 70
    blend(scene.canvas, mix(scene.light.on(local, 0.9), scene.light.sun, 0.4), _full(scene, pool, top, mask), top)


def _full(scene: Scene, field: Pixels, top: int, mask: Pixels) -> Pixels:
    size = (scene.width, field.shape[0] * 8)
    return cv2.min(enlarge(to_bytes(field), size)[: scene.height - top], mask[top:])
