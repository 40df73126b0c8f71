"""What shows the way at sea, and what sails there: lighthouses with their beams, boats and ships."""
# ruff: noqa: PLR0917

import cv2
import numpy as np

from painter.brush import add_light, blend, disc, enlarge, fill, ink, mix
from painter.land import empty
from painter.scene import Scene
from painter.spot import Spot
from painter.town import LAMP, is_dim


def paint_lighthouse(scene: Scene, x: float, base: float, size: float, depth: float = 0.7) -> None:
    """Paint a lighthouse: a tapered tower in bands, a gallery, a lamp, and its beams when it is dim."""
    if is_dim(scene):
        _paint_beams(scene, x, base - size * 0.93)
    tower, bands = empty(scene), empty(scene)
    foot, neck = size * 0.105, size * 0.062
    fill(
        tower,
        [(x - foot, base + 20), (x - neck, base - size * 0.84), (x + neck, base - size * 0.84), (x + foot, base + 20)],
    )
    stone = scene.wish.says("granite|stone|grey|gray")
    wall = ink("b9b3aa") if stone else ink("f1ebe0")
    band = ink("8f8a84") if stone else ink(scene.chance("band").choice(("b5443a", "33537a", "3a3a44")))
    for low, high in ((0.12, 0.3), (0.48, 0.66)):
        fill(
            bands,
            [
                (x - foot * 1.2, base - size * low),
                (x - foot * 1.2, base - size * high),
                (x + foot * 1.2, base - size * high),
                (x + foot * 1.2, base - size * low),
            ],
        )
    blend(scene.canvas, scene.light.on(wall, depth), tower)
    blend(scene.canvas, scene.light.on(band, depth), cv2.min(bands, tower))
    dark = cv2.warpAffine(
        tower,
        np.array([[1, 0, neck * 0.75 * (1 if scene.sun_is_left else -1)], [0, 1, 0.0]]),
        (scene.width, scene.height),
    )
    blend(
        scene.canvas,
        scene.light.off(mix(wall, band, 0.3), depth),
        cv2.convertScaleAbs(cv2.min(dark, tower), alpha=0.62),
    )
    _paint_lantern_room(scene, x, base, size, depth, neck)


def _paint_lantern_room(scene: Scene, x: float, base: float, size: float, depth: float, neck: float) -> None:
    iron = scene.light.off(ink("3a3f48"), depth)
    gallery, glass, roof = empty(scene), empty(scene), empty(scene)
    y = base - size * 0.84
    fill(
        gallery,
        [
            (x - neck * 1.55, y),
            (x - neck * 1.55, y - size * 0.018),
            (x + neck * 1.55, y - size * 0.018),
            (x + neck * 1.55, y),
        ],
    )
    fill(
        glass,
        [
            (x - neck * 0.72, y - size * 0.018),
            (x - neck * 0.72, y - size * 0.12),
            (x + neck * 0.72, y - size * 0.12),
            (x + neck * 0.72, y - size * 0.018),
        ],
    )
    fill(roof, [(x - neck * 0.95, y - size * 0.118), (x, y - size * 0.185), (x + neck * 0.95, y - size * 0.118)])
    for post in np.linspace(-1.5, 1.5, 7):
        cv2.line(
            gallery,
            (round(x + post * neck), round(y)),
            (round(x + post * neck), round(y - size * 0.05)),
            255,
            2,
            cv2.LINE_AA,
        )
    blend(scene.canvas, LAMP if is_dim(scene) else mix(scene.light.low, (255, 255, 255), 0.2), glass)
    blend(scene.canvas, iron, cv2.max(gallery, roof))


def _paint_beams(scene: Scene, x: float, y: float) -> None:
    mask = np.zeros((scene.height // 4, scene.width // 4), np.uint8)
    for way, level in ((-1, 120), (1, 80)):
        far = x + way * scene.width
        fill(mask, [(x / 4, y / 4 - 2), (far / 4, y / 4 - 80), (far / 4, y / 4 + 30), (x / 4, y / 4 + 2)], level)
    away = np.abs(np.arange(scene.width // 4, dtype=np.float32)[None, :] * 4 - x) / scene.width
    soft = cv2.GaussianBlur(mask, (0, 0), 5).astype(np.float32) * np.exp(-away * 2.6)
    glow = np.zeros_like(mask)
    disc(glow, x / 4, y / 4, 22, level=220)
    total = np.clip(soft + cv2.GaussianBlur(glow, (0, 0), 12), 0, 255).astype(np.uint8)
    add_light(scene.canvas, LAMP, enlarge(total, (scene.width, scene.height)))


def paint_sailboat(scene: Scene, x: float, base: float, size: float, depth: float) -> None:
    """Paint a small boat under sail."""
    hull, sails = empty(scene), empty(scene)
    fill(
        hull,
        [
            (x - size * 0.5, base - size * 0.1),
            (x + size * 0.55, base - size * 0.13),
            (x + size * 0.36, base + 3),
            (x - size * 0.36, base + 3),
        ],
    )
    fill(
        sails,
        [
            (x + size * 0.03, base - size * 0.16),
            (x + size * 0.03, base - size * 1.1),
            (x + size * 0.45, base - size * 0.2),
        ],
    )
    fill(
        sails,
        [
            (x - size * 0.03, base - size * 0.16),
            (x - size * 0.03, base - size * 0.95),
            (x - size * 0.42, base - size * 0.22),
        ],
    )
    cv2.line(hull, (round(x), round(base)), (round(x), round(base - size * 1.14)), 255, 2, cv2.LINE_AA)
    blend(scene.canvas, scene.light.on(ink("efe6d4"), depth), sails)
    blend(scene.canvas, scene.light.off(ink("5a4034"), depth), hull)


def paint_tall_ship(scene: Scene, x: float, base: float, size: float) -> None:
    """Paint a ship with three masts under full sail."""
    spot = Spot(scene, x, base, size, 0.6, 1 if x < scene.width / 2 else -1)
    wood, sail = spot.tone("5a4030", 0.6), spot.tone("f0e8d4", 0.1)
    for at, tall in ((-110, 300), (0, 370), (110, 290)):
        spot.rod([(at, -40, 5), (at, -tall - 20, 2.5)], wood)
        for row, part in enumerate((0.3, 0.56, 0.8)):
            half, y = 62 - 13 * row, -tall * part
            high = tall * 0.2
            spot.shape(
                [(at - half, y - high), (at + half, y - high), (at + half + 12, y), (at, y - 9), (at - half + 8, y)],
                sail,
            )
            spot.shape([(at - half, y - high), (at - half * 0.5, y - high), (at - half * 0.4, y - 6), (at - half + 8, y)],
                       spot.tone("f0e8d4", 0.7))  # fmt: skip
    spot.shape([(150, -60), (270, -110), (120, -240)], sail)
    spot.rod([(160, -60, 4), (290, -116, 2)], wood)
    spot.shape(
        [(-210, -90), (-190, -30), (-150, 6), (140, 6), (190, -40), (220, -74), (0, -50)], spot.tone("6a4630", 0.3)
    )
    spot.rod([(-204, -70, 3), (0, -34, 3), (212, -60, 3)], spot.tone("d8b060"))
    spot.boxes([(-200, 2, 190, 9)], mix(scene.light.fall, (255, 255, 255), 0.4), 130)


def paint_steamer(scene: Scene, x: float, base: float, size: float) -> None:
    """Paint a steamer with smoke from its funnel."""
    spot = Spot(scene, x, base, size, 0.55, 1 if x < scene.width / 2 else -1)
    spot.smoke(-20, -190, -1, 34)
    spot.boxes([(-150, -110, 120, -60), (-60, -150, 60, -104)], spot.tone("ece6da", 0.2))
    spot.boxes([(-40, -200, 0, -140)], spot.tone("b8483a", 0.2))
    spot.boxes([(-40, -200, 0, -186)], spot.tone("2c2c34", 0.5))
    spot.rod([(150, -60, 4), (150, -220, 2)], spot.tone("5a4a40", 0.6))
    spot.shape(
        [(-250, -76), (-222, 6), (200, 6), (236, -40), (270, -90), (140, -62), (-140, -62)], spot.tone("33465f", 0.3)
    )
    spot.windows([(at, -92, at + 16, -78) for at in range(-136, 110, 34)])
