"""Places that are not open land: under water, in space, under ground, and where ships and trains arrive."""
# ruff: noqa: ARG001, PLR0917

import math
from dataclasses import replace

import cv2
import numpy as np
from _paint_brush import (
    Colour,
    add_light,
    blend,
    cloudy,
    disc,
    down_gradient,
    enlarge,
    fill,
    ink,
    limb,
    mix,
    scaled,
    smoothstep,
    to_bytes,
    wave,
)  # fmt: skip
from _paint_growth import green, paint_grass, paint_rocks, paint_trees
from _paint_land import empty, hills, paint_ground, paint_hills, paint_layer, paint_mist, paint_mountains, skyline
from _paint_rooms import laboratory, library, room, station  # noqa: F401  (found by name)
from _paint_scene import HEIGHT, WIDTH, Scene, new_scene
from _paint_sky import paint_sky, paint_stars
from _paint_town import paint_lighthouse, paint_sailboat, paint_skyline
from _paint_water import paint_water
from _paint_words import Wish
from _pictures import Pixels


def reef(wish: Wish) -> Scene:
    """Paint under water: light falls from above, the reef stands in the haze."""
    scene = new_scene(wish, 0.42)
    deep = wish.says("deep|abyss\\w*|trench|midnight|dark\\w*") or scene.light.is_night
    top, low, far = (
        (ink("1f5f86"), ink("08213c"), ink("0e3a58")) if deep else (ink("8fe0dc"), ink("1b5f86"), ink("3f9fb4"))
    )
    scene.light = replace(scene.light, haze=far, low=far, middle=far, top=low, sun=mix(top, (255, 255, 255), 0.35),
                          fall=mix(top, (235, 240, 225), 0.45 if not deep else 0.05), shade=mix(low, ink("2f6f8c"),
                              0.5))  # fmt: skip
    field = down_gradient(HEIGHT // 4, [(0, top), (0.45, far), (1, low)]).repeat(WIDTH // 4, axis=1)
    scene.canvas[:] = (
        enlarge(to_bytes(field), (WIDTH, HEIGHT // 4 * 4))[:HEIGHT]
        if HEIGHT % 4 == 0
        else cv2.resize(to_bytes(field), (WIDTH, HEIGHT))
    )
    for number, depth in enumerate((0.16, 0.36, 0.6)):
        line = paint_hills(scene, f"bank{number}", HEIGHT * (0.66 + 0.07 * number), 150, ink("6f7f78"), depth, 2.6)
        _paint_corals(scene, f"coral{number}", line, 16 - 3 * number, 60 + 60 * number, depth)
    _paint_shafts(scene, 0.5 if deep else 1.0)
    line = hills(scene, "sand", HEIGHT * 0.85, 40, 1.6)
    paint_ground(scene, line, ink("d8c89c"))
    _paint_corals(scene, "near", line, 9, 190, 0.9, clear=0.55)
    _paint_kelp(scene)
    scene.wish = replace(scene.wish, weather=frozenset())
    return scene


def _paint_shafts(scene: Scene, strength: float) -> None:
    """Let shafts of light fall from the surface."""
    chance = scene.chance("shafts")
    mask = np.zeros((HEIGHT // 8, WIDTH // 8), np.uint8)
    for _ in range(11):
        x, wide, lean = chance.uniform(0, 1) * WIDTH / 8, chance.uniform(4, 17), chance.uniform(-34, 6)
        layer = np.zeros_like(mask)
        fill(
            layer,
            [(x, -2), (x + wide, -2), (x + wide * 2.6 + lean, HEIGHT / 9), (x + lean, HEIGHT / 9)],
            round(chance.uniform(24, 70) * strength),
        )
        mask = cv2.add(mask, layer)
    ramp = np.linspace(1, 0, mask.shape[0], dtype=np.float32)[:, None] ** 1.2
    soft = cv2.GaussianBlur(mask, (0, 0), 3).astype(np.float32) * ramp
    add_light(scene.canvas, ink("d8fff4"), cv2.resize(to_bytes(soft), (WIDTH, HEIGHT)))


_CORALS = ("e0715f", "e89a4f", "c85f88", "8f62a8", "e8c060", "5fae9c", "d88a78")


def _paint_corals(
    scene: Scene, what: str, line: Pixels, count: int, size: float, depth: float, *, clear: float = 0.0
) -> None:
    chance = scene.chance(what)
    for number in range(count):
        part = chance.random()
        if clear and abs(part - 0.5) < clear / 2:
            continue
        x, base = part * WIDTH, float(np.interp(part, np.linspace(0, 1, len(line)), line)) + 10
        mask = empty(scene)
        tall = size * chance.uniform(0.6, 1.2)
        (_branching, _fan, _tubes, _dome)[chance.randrange(4)](mask, x, base, tall, chance)
        paint_layer(
            scene,
            mask,
            ink(chance.choice(_CORALS)),
            depth,
            what=f"{what}{number}",
            mist=0.35,
            texture=0.0,
            rim=0.55,
            reach=round(tall * 1.3),
        )


def _branching(mask: Pixels, x: float, base: float, size: float, chance: "object") -> None:
    import random

    assert isinstance(chance, random.Random)
    for angle in np.linspace(-2.5, -0.6, 7):
        bend = angle + chance.uniform(-0.2, 0.2)
        middle = (x + math.cos(bend) * size * 0.45, base + math.sin(bend) * size * 0.5)
        tip = (middle[0] + math.cos(bend * 0.6 - 0.63) * size * 0.3, middle[1] - size * 0.4)
        fill(mask, limb([(x, base, size * 0.07), (*middle, size * 0.06), (*tip, size * 0.04)], 6))
        fill(
            mask,
            limb(
                [
                    (*middle, size * 0.05),
                    (middle[0] + chance.uniform(-0.2, 0.2) * size, middle[1] - size * 0.3, size * 0.034),
                ],
                4,
            ),
        )


def _fan(mask: Pixels, x: float, base: float, size: float, chance: "object") -> None:
    for angle in np.linspace(-2.75, -0.4, 19):
        tip = (x + math.cos(angle) * size * 0.8, base - size * 0.12 + math.sin(angle) * size)
        fill(mask, limb([(x, base, size * 0.03), (*tip, size * 0.022)], 3))
    for reach in (0.45, 0.65, 0.85):
        arc = [
            (
                x + math.cos(a) * size * 0.8 * reach,
                base - size * 0.12 * reach + math.sin(a) * size * reach,
                size * 0.014,
            )
            for a in np.linspace(-2.75, -0.4, 12)
        ]
        fill(mask, limb(arc, 3))


def _tubes(mask: Pixels, x: float, base: float, size: float, chance: "object") -> None:
    for step, tall in enumerate((0.6, 0.95, 0.75, 0.5)):
        at = x + (step - 1.5) * size * 0.2
        fill(
            mask, limb([(at, base, size * 0.08), (at + (step - 1.5) * size * 0.06, base - size * tall, size * 0.1)], 4)
        )


def _dome(mask: Pixels, x: float, base: float, size: float, chance: "object") -> None:
    disc(mask, x, base - size * 0.1, size * 0.5, 0.8)
    disc(mask, x + size * 0.4, base, size * 0.3, 0.8)


def _paint_kelp(scene: Scene) -> None:
    chance = scene.chance("kelp")
    mask = empty(scene)
    for _ in range(9):
        side = chance.choice((0.0, 1.0))
        x = WIDTH * (side + chance.uniform(0.0, 0.13) * (1 - 2 * side))
        tall, sway = chance.uniform(400, 900), chance.uniform(16, 44)
        spine = [(x + math.sin(step * 1.1 + x) * sway, HEIGHT - tall * step / 7, 11 - step) for step in range(8)]
        fill(mask, limb(spine, 6))
        for step in range(1, 7):
            at = spine[step]
            for way in (-1, 1):
                fill(
                    mask,
                    limb([(at[0], at[1], 5), (at[0] + way * 42, at[1] - 34, 10), (at[0] + way * 78, at[1] - 84, 2)], 5),
                )
    paint_layer(scene, mask, ink("5f7d3c"), 0.96, what="kelp", mist=0.1, texture=0.1, rim=0.4, reach=1100)


def space(wish: Wish) -> Scene:
    """Paint a night between worlds, seen from a dusty one."""
    scene = new_scene(wish, 0.72)
    chance = wish.chance("nebula")
    red = wish.says("mars|martian")
    dust = ink("b0603c") if red else ink("8f8c94")
    scene.light = replace(scene.light, hour="night", top=ink("05070f"), middle=ink("0d1226"), low=ink("232a4a"),
        haze=ink("2b2f4e") if not red else ink("6a3a34"),
                          fall=ink("e8e6f0"), shade=ink("35344e"), sun=ink("fff4e0"))  # fmt: skip
    rows, columns = scene.horizon // 4 + 12, WIDTH // 4
    field = down_gradient(rows, [(0, scene.light.top), (0.7, scene.light.middle), (1, scene.light.low)]).repeat(
        columns, axis=1
    )
    for code in chance.sample(("6a4fc0", "3f7fc8", "c0508a", "38a0a0", "d07848"), 3):
        noise = cloudy(scene.rng("nebula" + code), (rows, columns), (90, 150), 5)
        field += smoothstep(0.52, 0.95, noise)[:, :, None] * np.array(ink(code), np.float32) * 0.55
    scene.canvas[: rows * 4] = enlarge(to_bytes(field), (WIDTH, rows * 4))
    paint_stars(scene, 900, 1.02)
    _paint_planet(
        scene, WIDTH * chance.choice((0.27, 0.72)), scene.horizon * chance.uniform(0.38, 0.52), chance.uniform(190, 270)
    )
    _paint_planet(scene, WIDTH * chance.uniform(0.45, 0.55), scene.horizon * 0.2, chance.uniform(30, 50), ring=False)
    paint_mountains(scene, "crater rim", scene.horizon + 30, 150, dust, 0.45, count=5, mist=0.2)
    line = hills(scene, "ground", HEIGHT * 0.8, 40, 1.5)
    paint_ground(scene, line, dust, texture=0.14)
    _paint_craters(scene, dust)
    paint_rocks(scene, "stones", line + 30, 10, (14, 48), dust, 0.95, clear=0.4)
    scene.wish = replace(scene.wish, weather=frozenset())
    return scene


def _paint_planet(scene: Scene, x: float, y: float, size: float, *, ring: bool = True) -> None:
    """Paint a banded ball lit from one side, perhaps with a ring."""
    chance = scene.chance(f"planet{size}")
    reach = int(size * 2.2)
    left, top = int(x) - reach, max(0, int(y) - reach)
    left = max(0, min(left, WIDTH - 2 * reach))
    patch = np.ascontiguousarray(scene.canvas[top : int(y) + reach, left : left + 2 * reach])
    cx, cy = x - left, y - top
    ball = np.zeros(patch.shape[:2], np.uint8)
    disc(ball, cx, cy, size)
    one, other = (
        ink(code)
        for code in chance.choice(
            (("d8a878", "9a5f4c"), ("8fb4d8", "3f5f98"), ("c8b8d8", "6a5a98"), ("9fd0b8", "3f8080"))
        )
    )
    rows = np.linspace(0, 1, patch.shape[0])
    bands = 0.5 + 0.5 * np.sin(rows * chance.uniform(30, 52) + 2 * np.sin(rows * 19))
    down, across = np.ogrid[: patch.shape[0], : patch.shape[1]]
    lit = smoothstep(-0.9, 0.75, ((cx - across) * 0.8 + (cy - down) * 0.5) / size)[:, :, None].astype(np.float32)
    colour = np.array(one, np.float32) * bands[:, None, None] + np.array(other, np.float32) * (1 - bands[:, None, None])
    ring_mask = np.zeros(patch.shape[:2], np.uint8)
    if ring and chance.random() < 0.7:
        for far, thick, level in ((1.85, 0.13, 150), (1.58, 0.08, 200), (1.42, 0.04, 120)):
            cv2.ellipse(
                ring_mask,
                (round(cx * 16), round(cy * 16)),
                (round(size * far * 16), round(size * far * 0.26 * 16)),
                -14,
                0,
                360,
                level,
                round(size * thick),
                cv2.LINE_AA,
                4,
            )
    halo = cv2.GaussianBlur(cv2.resize(ball, None, fx=0.125, fy=0.125), (0, 0), size / 36)
    add_light(patch, scaled(one, 0.3), cv2.resize(halo, (patch.shape[1], patch.shape[0])))
    blend(patch, mix(one, (255, 255, 255), 0.3), ring_mask)
    blend(patch, to_bytes((colour * (0.12 + 0.95 * lit)).astype(np.float32)), ball)
    front = ring_mask.copy()
    front[: int(cy)] = 0
    blend(patch, mix(one, (255, 255, 255), 0.3), front)
    scene.canvas[top : int(y) + reach, left : left + 2 * reach] = patch


def _paint_craters(scene: Scene, dust: Colour) -> None:
    chance = scene.chance("craters")
    for _ in range(12):
        near = chance.random()
        x, y, size = chance.random() * WIDTH, HEIGHT * (0.82 + 0.17 * near), chance.uniform(16, 46) * (0.5 + near)
        lip, pit = empty(scene), empty(scene)
        disc(lip, x, y, size * 1.12, 0.26)
        disc(pit, x + size * 0.05, y + size * 0.02, size, 0.22)
        blend(scene.canvas, scaled(scene.light.on(dust, 0.95), 1.1), cv2.convertScaleAbs(lip, alpha=0.5))
        blend(scene.canvas, scene.light.off(dust, 1), cv2.convertScaleAbs(pit, alpha=0.65))


def jungle(wish: Wish) -> Scene:
    """Paint a jungle: veils of green, palms, and great leaves around the view."""
    scene = new_scene(wish, 0.5)
    leaf = ink("4f8a4a")
    scene.light = replace(
        scene.light, haze=mix(scene.light.haze, ink("b8d8a0"), 0.45), low=mix(scene.light.low, ink("d8ecb8"), 0.4)
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
    _paint_shafts(scene, 0.0 if scene.light.is_night else 0.55)
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


def cave(wish: Wish) -> Scene:
    """Paint a cave that opens toward the light."""
    scene = new_scene(wish, 0.6)
    stone = ink(wish.chance("stone").choice(("7a6a5c", "5f6874", "6f6470")))
    paint_sky(scene, clouds=0.2)
    paint_mountains(scene, "outside", scene.horizon + 20, 200, ink("748090"), 0.2, count=4, mist=0.9)
    paint_hills(scene, "valley", scene.horizon + 60, 60, green(scene), 0.4, 2.0)
    x, y = WIDTH * wish.chance("mouth").uniform(0.42, 0.58), HEIGHT * 0.5
    scene.sun = (x, y * 0.6)
    for number, depth in enumerate((0.55, 0.72, 0.9)):
        mask = np.full((HEIGHT, WIDTH), 255, np.uint8)
        angles = np.linspace(0, 2 * math.pi, 73)[:-1]
        swell = 1 + 0.16 * wave(scene.rng(f"mouth{number}"), 72, 9, 3, 0.6) * np.sin(angles / 2) ** 0.5
        wide, tall = 520 + 210 * number, 400 + 120 * number
        fill(mask, np.stack([x + np.cos(angles) * wide * swell, y + 30 + np.sin(angles) * tall * swell], axis=1), 0)
        paint_layer(
            scene,
            mask,
            scaled(stone, 0.62 - 0.16 * number),
            depth,
            what=f"wall{number}",
            mist=0.0,
            texture=0.3,
            rim=0.0,
            reach=1400,
        )
        edge = cv2.subtract(
            mask,
            cv2.warpAffine(
                mask,
                np.array([[1.02, 0, -x * 0.02], [0, 1.02, -y * 0.02]]),
                (WIDTH, HEIGHT),
                borderMode=cv2.BORDER_REPLICATE,
            ),
        )
        blend(
            scene.canvas,
            mix(scene.light.on(stone, 0.8), scene.light.sun, 0.4),
            cv2.convertScaleAbs(edge, alpha=0.4 - 0.1 * number),
        )
    line = hills(scene, "floor", HEIGHT * 0.83, 40, 2.2)
    paint_ground(scene, line, scaled(stone, 0.8))
    _paint_stalactites(scene, stone)
    glow = np.zeros((HEIGHT // 16, WIDTH // 16), np.uint8)
    disc(glow, x / 16, y / 16, 26, 0.8, level=70)
    add_light(scene.canvas, scene.light.low, cv2.resize(cv2.GaussianBlur(glow, (0, 0), 13), (WIDTH, HEIGHT)))
    scene.wish = replace(scene.wish, weather=frozenset())
    return scene


def _paint_stalactites(scene: Scene, stone: Colour) -> None:
    chance = scene.chance("stalactites")
    mask = empty(scene)
    for _ in range(20):
        x = chance.random() * WIDTH
        tall = chance.uniform(70, 210) * (0.6 + 1.2 * abs(x / WIDTH - 0.5))
        fill(mask, limb([(x, -10, tall * 0.16), (x + 4, tall * 0.5, tall * 0.07), (x, tall, 1.5)], 5))
    paint_layer(scene, mask, scaled(stone, 0.4), 0.98, what="stalactites", mist=0.0, texture=0.2, rim=0.25, reach=500)


def volcano(wish: Wish) -> Scene:
    """Paint a fire mountain with its plume and streams of lava."""
    scene = new_scene(wish, 0.6)
    paint_sky(scene, clouds=0.6)
    x = WIDTH * wish.chance("cone").choice((0.36, 0.64))
    base, top, rock = scene.horizon + 60.0, scene.horizon - 400.0, ink("5a4f50")
    _paint_plume(scene, x, top)
    spread = np.linspace(0, 1, 30)
    rough = 7 * wave(scene.rng("cone"), 30, 8)
    left = np.stack([x - 70 - 640 * spread**1.5 + rough, top + (base - top) * spread], axis=1)
    right = np.stack([x + 70 + 640 * spread**1.5 + rough, top + (base - top) * spread], axis=1)
    cone = empty(scene)
    fill(cone, np.concatenate([left, right[::-1]]))
    paint_layer(scene, cone, rock, 0.4, what="cone", mist=0.5, texture=0.3, rim=0.3, reach=560)
    _paint_lava(scene, x, top, base, cone)
    paint_mist(scene, scene.horizon + 40, 80, 0.5, "smoke")
    paint_hills(scene, "field", scene.horizon + 130, 70, ink("4f4a48"), 0.6, 2.0)
    line = hills(scene, "ground", HEIGHT * 0.83, 54, 2.0)
    paint_ground(scene, line, ink("5f5652"))
    paint_rocks(scene, "boulders", line + 14, 12, (24, 80), ink("4f4848"), 0.92, clear=0.5)
    return scene


def _paint_plume(scene: Scene, x: float, top: float) -> None:
    chance = scene.chance("plume")
    smoke, lit = empty(scene), empty(scene)
    for step in range(34):
        part = step / 33
        size = 46 + 150 * part
        px, py = x + 210 * part**1.4 + chance.uniform(-1, 1) * 60 * (0.4 + part), top - 20 - (top + 60) * part
        disc(smoke, px, py, size)
        disc(lit, px - (24 if scene.sun_is_left else -24), py - 22, size * 0.7, level=120)
    soft = cv2.GaussianBlur(cv2.resize(smoke, (WIDTH // 4, HEIGHT // 4)), (0, 0), 3)
    blend(
        scene.canvas,
        mix(scene.light.top, ink("6a6068"), 0.6),
        cv2.convertScaleAbs(cv2.resize(soft, (WIDTH, HEIGHT)), alpha=0.92),
    )
    bright = cv2.GaussianBlur(cv2.resize(lit, (WIDTH // 4, HEIGHT // 4)), (0, 0), 5)
    blend(scene.canvas, mix(scene.light.low, ink("a8989a"), 0.5), cv2.min(cv2.resize(bright, (WIDTH, HEIGHT)), smoke))


def _paint_lava(scene: Scene, x: float, top: float, base: float, cone: Pixels) -> None:
    chance = scene.chance("lava")
    hot = empty(scene)
    fill(hot, [(x - 66, top + 1), (x - 30, top + 15), (x + 30, top + 13), (x + 66, top + 1), (x, top - 10)])
    for _ in range(3):
        px, spine = x + chance.uniform(-40, 40), []
        for step in range(7):
            spine.append((px, top + (base - top) * step / 7 * 0.86, 9 - step))
            px += chance.uniform(-34, 34) + (px - x) * 0.35
        fill(hot, limb(spine, 6))
    hot = cv2.min(hot, cv2.dilate(cone, np.ones((9, 9), np.uint8)))
    small = cv2.GaussianBlur(cv2.resize(hot, (WIDTH // 8, HEIGHT // 8), interpolation=cv2.INTER_AREA), (0, 0), 4)
    add_light(scene.canvas, ink("ff5a1c"), cv2.resize(cv2.convertScaleAbs(small, alpha=2.0), (WIDTH, HEIGHT)))
    blend(scene.canvas, ink("ffb24a"), hot)


def harbour(wish: Wish) -> Scene:
    """Paint a harbour: old houses on the far side, boats on still water, a quay under our feet."""
    scene = new_scene(wish, 0.52)
    paint_sky(scene)
    paint_hills(scene, "hill", scene.horizon, 170, green(scene), 0.2, 2.0)
    paint_skyline(scene, "houses", scene.horizon - 4, 200, ink("c0a48a"), 0.42, old=True)
    scene.canvas[scene.horizon :] = 0
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
    stone, edge = ink("a09a90"), HEIGHT * 0.82
    paint_ground(scene, np.full(41, edge), stone, texture=0.12)
    joints = empty(scene)
    for x in np.linspace(-1.2, 2.2, 26):
        start, end = (
            (round(x * WIDTH * 0.55 + WIDTH * 0.225), round(edge)),
            (round(WIDTH / 2 + (x - 0.5) * WIDTH * 1.5), HEIGHT),
        )
        cv2.line(joints, start, end, 90, 3, cv2.LINE_AA)
    for part in (0.16, 0.42, 0.78):
        y = round(edge + (HEIGHT - edge) * part)
        cv2.line(joints, (0, y), (WIDTH, y), 90, 2 + round(3 * part), cv2.LINE_AA)
    blend(scene.canvas, scene.light.off(stone, 1), joints)
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
