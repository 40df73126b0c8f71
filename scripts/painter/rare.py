"""Places that are not open land: under water, in space, under ground, and where ships and trains arrive."""

from dataclasses import replace

import numpy as np

from painter.beacons import paint_lighthouse, paint_sailboat
from painter.brush import (
    disc,
    fill,
    ink,
    limb,
    mix,
    scaled,
)  # fmt: skip
from painter.growth import green, paint_grass
from painter.land import empty, hills, paint_ground, paint_hills, paint_layer, paint_mist, skyline
from painter.reef import paint_shafts
from painter.scene import HEIGHT, WIDTH, Scene, new_scene
from painter.sky import paint_sky
from painter.town import paint_fronts, paint_paving
from painter.trees import paint_trees
from painter.water import paint_water
from painter.words import Wish


def jungle(wish: Wish) -> Scene:
    """Paint a jungle: veils of green, palms, and great leaves around the view."""
    scene = new_scene(wish, 0.5)
    leaf = ink("3f7a40")
    scene.light = replace(
        scene.light,
        haze=mix(scene.light.haze, ink("8fb870"), 0.6),
        low=mix(scene.light.low, ink("d8ecb8"), 0.5),
        middle=mix(scene.light.middle, ink("a8cc88"), 0.6),
        top=mix(scene.light.top, ink("6f9a60"), 0.6),
    )
    paint_sky(scene, clouds=0.2)
    for number, depth in enumerate((0.12, 0.28, 0.48, 0.66)):
        base = scene.horizon + 60 + 70 * number
        line = paint_hills(scene, f"floor{number}", base, 60, leaf, depth, 2.5)
        paint_trees(
            scene,
            f"crowns{number}",
            "leafy" if number % 2 else "palm",
            line,
            34 - 5 * number,
            (240 + 60 * number, 420 + 90 * number),
            depth,
            local=scaled(leaf, 0.85 + 0.1 * number),
            clear=0.1 * number,
        )
        paint_mist(scene, base - 40, 130, 0.42, f"veil{number}")
    paint_shafts(scene, 0.0 if scene.light.is_night else 0.4)
    line = hills(scene, "floor", HEIGHT * 0.84, 46, 1.8)
    paint_ground(scene, line, ink("5f6f38"))
    paint_grass(scene, "ferns", line + 14, 90, (40, 110), leaf, clear=0.4)
    _paint_great_leaves(scene)
    return scene


def _paint_great_leaves(scene: Scene) -> None:
    chance = scene.chance("leaves")
    mask = empty(scene)
    for side in (0, 1):
        for _ in range(7):
            x, y = WIDTH * side, HEIGHT * chance.uniform(0.35, 1.05)
            way, long = 1 - 2 * side, chance.uniform(170, 360)
            rise = chance.uniform(-0.7, 0.35) * long
            fill(
                mask,
                limb(
                    [
                        (x - way * 30, y, 6),
                        (x + way * long * 0.45, y + rise * 0.7, long * 0.15),
                        (x + way * long * 0.8, y + rise, long * 0.11),
                        (x + way * long * 1.1, y + rise * 0.9, 1),
                    ],
                    8,
                ),
            )
    paint_layer(scene, mask, ink("35633c"), 0.98, what="leaves", mist=0.0, texture=0.12, rim=0.7, reach=1000)


def harbour(wish: Wish) -> Scene:
    """Paint a harbour: old houses on the far side, boats on still water, a quay under our feet."""
    scene = new_scene(wish, 0.52)
    scene.water = "shore"
    paint_sky(scene)
    paint_hills(scene, "hill", scene.horizon, 170, green(scene), 0.2, 2.0)
    paint_fronts(scene, "houses", scene.horizon, 190, 0.5)
    if wish.says("light ?house|keeper"):
        paint_lighthouse(scene, WIDTH * 0.82, scene.horizon, 300, 0.5)
    paint_water(scene, scene.horizon, HEIGHT, rough=0.35, mirror=0.75)
    chance = wish.chance("boats")
    for part in (chance.uniform(0.1, 0.3), chance.uniform(0.42, 0.58), chance.uniform(0.7, 0.9)):
        paint_sailboat(scene, part * WIDTH, scene.horizon + chance.uniform(60, 150), chance.uniform(110, 190), 0.65)
    _paint_quay(scene)
    return scene


def _paint_quay(scene: Scene) -> None:
    """Paint a quay of stone slabs with bollards at its edge."""
    edge = HEIGHT * 0.82
    paint_paving(scene, edge, ink("a09a90"))
    posts = empty(scene)
    for part in (0.07, 0.31, 0.7, 0.93):
        x = part * WIDTH
        fill(posts, limb([(x, edge + 26, 15), (x, edge - 22, 12)], 3))
        disc(posts, x, edge - 28, 20, 0.5)
    paint_layer(scene, posts, ink("4a4a50"), 0.95, what="posts", mist=0.0, texture=0.0, rim=0.8, reach=80)


def high_sky(wish: Wish) -> Scene:
    """Paint above the clouds: banks of them below us, like land."""
    scene = new_scene(wish, 0.62)
    paint_sky(scene, clouds=0.3)
    white = ink("f6f2ee")
    for number, depth in enumerate((0.1, 0.28, 0.5, 0.74, 0.95)):
        base = scene.horizon + 30 + 110 * number
        mask = empty(scene)
        fill(mask, skyline(scene, np.full(9, base + 40.0)))
        chance = scene.chance(f"bank{number}")
        for _ in range(44):
            size = (34 + 40 * number) * chance.uniform(0.5, 1.3)
            disc(mask, chance.uniform(-0.02, 1.02) * WIDTH, base + chance.uniform(0, 50), size, 0.62)
        paint_layer(
            scene,
            mask,
            mix(white, scene.light.haze, 0.15),
            depth,
            what=f"bank{number}",
            mist=0.7,
            texture=0.05,
            rim=0.35,
            reach=170 + 30 * number,
        )
    scene.ground = 0.82
    return scene
