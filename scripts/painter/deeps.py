"""Under water away from the reef: open water, kelp, vents, lights in the dark, wrecks, bones, mud, a trench."""
# Outlines read better as rows of points:
# fmt: off

import math
from dataclasses import replace

import cv2
import numpy as np

from painter.brush import add_light, cloudy, disc, fill, ink, limb, mix, wave
from painter.growth import paint_rocks
from painter.land import empty, hills, paint_ground, paint_hills, paint_layer, paint_mist
from painter.reef import paint_shafts, under_water
from painter.scene import HEIGHT, WIDTH, Scene
from painter.spot import Spot
from painter.words import Wish


def open_water(wish: Wish) -> Scene:
    """Paint water without a floor: light above, dark below, specks that sink."""
    scene = under_water(wish, "3f93b4", "134a70", "03101f")
    scene.water, scene.ground = "deep", 0.8
    paint_shafts(scene, 0.55)
    for number, part in enumerate((0.3, 0.58, 0.85)):
        paint_mist(scene, HEIGHT * part, 170, 0.16, f"cloud{number}", mix(scene.light.middle, ink("8fd0dc"), 0.3))
    _paint_snow(scene, 420)
    return scene


def _paint_snow(scene: Scene, count: int) -> None:
    """Let specks of marine snow hang in the water, near ones large and soft."""
    chance, mask = scene.chance("specks"), np.zeros((HEIGHT // 2, WIDTH // 2), np.uint8)
    for _ in range(count):
        near = chance.random() ** 4
        disc(mask, chance.random() * WIDTH / 2, chance.random() * HEIGHT / 2, 0.6 + 2.6 * near,
                level=round(170 - 110 * near))
    add_light(scene.canvas, ink("b8dce4"), cv2.resize(mask, (WIDTH, HEIGHT)))


def kelp_forest(wish: Wish) -> Scene:
    """Paint a forest of kelp that reaches from the floor to the light."""
    scene = under_water(wish, "b4e0a8", "3f9a88", "0e4a4c")
    paint_shafts(scene, 0.9)
    for number, (count, depth) in enumerate(((26, 0.14), (17, 0.34), (10, 0.6))):
        _paint_stems(scene, f"stems{number}", count, depth)
        paint_mist(scene, HEIGHT * 0.62, 330, 0.22, f"veil{number}", scene.light.haze)
    line = hills(scene, "floor", HEIGHT * 0.85, 46, 1.7)
    paint_ground(scene, line, ink("8f8a5c"))
    paint_rocks(scene, "rocks", line + 18, 12, (26, 90), ink("6f7460"), 0.9, clear=0.4)
    _paint_stems(scene, "near", 5, 0.95, clear=0.74)
    return scene


def _paint_stems(scene: Scene, what: str, count: int, depth: float, clear: float = 0.0) -> None:
    chance, mask = scene.chance(what), empty(scene)
    thick = 3 + 9 * depth
    for _ in range(count):
        x = chance.uniform(0, 1)
        if clear:
            x = x * (1 - clear) / 2 if chance.random() < 0.5 else 1 - x * (1 - clear) / 2
        sway, turn = chance.uniform(14, 46), chance.uniform(0, 6)
        spine = [(x * WIDTH + math.sin(step * 0.9 + turn) * sway, HEIGHT * 0.9 - step * 135, thick)
                for step in range(10)]
        fill(mask, limb(spine, 5))
        for step in range(1, 20):
            at, way = spine[step // 2], 1 if step % 2 else -1
            y, long = at[1] - 67 * (step % 2), (34 + 62 * depth) * chance.uniform(0.7, 1.2)
            fill(mask, limb([(at[0], y, 2.5), (at[0] + way * long * 0.55, y - long * 0.3, thick * 1.1),
                             (at[0] + way * long * 1.25, y - long * 0.75 * chance.uniform(0.4, 1.2), 1.5)], 4))
    paint_layer(scene, mask, ink("6f8a34"), depth, what=what, mist=0.3, texture=0.1, rim=0.5, reach=1200)


def vents(wish: Wish) -> Scene:
    """Paint black smokers: chimneys of rock with dark plumes and fire in their mouths."""
    scene = under_water(wish, "12374e", "0b2438", "030a14")
    for number, depth in enumerate((0.2, 0.45)):
        paint_hills(scene, f"bank{number}", HEIGHT * (0.68 + 0.07 * number), 110, ink("4f5358"), depth, 3.0)
    line = hills(scene, "floor", HEIGHT * 0.84, 50, 2.0)
    for number, (part, tall) in enumerate(((0.14, 430), (0.3, 250), (0.71, 350), (0.86, 560), (0.53, 170))):
        _paint_chimney(scene, f"vent{number}", part * WIDTH, HEIGHT * (0.76 + 0.05 * (number % 2)), tall)
    paint_ground(scene, line, ink("4a4648"))
    paint_rocks(scene, "rocks", line + 16, 14, (22, 74), ink("4a4444"), 0.9, clear=0.4)
    _paint_snow(scene, 160)
    return scene


def _paint_chimney(scene: Scene, what: str, x: float, base: float, tall: float) -> None:
    chance, spot = scene.chance(what), Spot(scene, x, base, tall / 300, 0.55)
    plume = empty(scene)
    for step in range(20):
        part = step / 19
        size = (16 + 88 * part) * tall / 330
        disc(plume, x + math.sin(part * 5 + x) * 46 * part, base - tall - part * tall * 1.1, size,
                level=235 - round(150 * part))
    paint_layer(scene, cv2.GaussianBlur(plume, (0, 0), 7), ink("14161c"), 0.75, what=what, mist=0.1, texture=0.5,
            rim=0.0)
    jags = [(side * (26 + 44 * part + chance.uniform(-9, 9)), -300 + 310 * part) for side, parts in
            ((-1, (0, 0.2, 0.45, 0.7, 1)), (1, (1, 0.75, 0.5, 0.25, 0))) for part in parts]
    spot.shape(jags, spot.tone("5c5250", 0.5))
    spot.shape([(x * 0.9 + 12, y) for x, y in jags if x > 0] + [(24, 10), (20, -300)], spot.tone("3a3236", 1), 200)
    spot.shape([(-24, -296), (-8, -306), (10, -304), (24, -296), (4, -286)], ink("ffb060"))
    spot.glow(0, -300, 210, ink("ff7a2c"), 0.75)


def lights(wish: Wish) -> Scene:
    """Paint the abyss with hundreds of living lights."""
    scene = under_water(wish, "0a2036", "061428", "01050c")
    scene.water, scene.ground = "deep", 0.82
    chance, near, far = scene.chance("lights"), np.zeros((HEIGHT // 2, WIDTH // 2),
            np.uint8), np.zeros((HEIGHT // 8, WIDTH // 8), np.uint8)
    for cluster in range(9):
        cx, cy, spread = chance.random(), chance.uniform(0.08, 0.92), chance.uniform(0.04, 0.16)
        for _ in range(60):
            x, y = chance.gauss(cx, spread), chance.gauss(cy, spread * 0.8)
            size = 0.7 + 3.2 * chance.random() ** 5
            disc(near, x * WIDTH / 2, y * HEIGHT / 2, size, level=chance.randrange(90, 255))
            if size > 1.3 or cluster % 3 == 0:
                disc(far, x * WIDTH / 8, y * HEIGHT / 8, 0.8 + size, level=150)
    glow = cv2.resize(cv2.GaussianBlur(far, (0, 0), 3.2), (WIDTH, HEIGHT))
    add_light(scene.canvas, ink("1c78b8"), cv2.convertScaleAbs(glow, alpha=1.1))
    add_light(scene.canvas, ink("a8fff0"), cv2.resize(near, (WIDTH, HEIGHT)))
    for number in range(3):
        _paint_chain(scene, f"chain{number}")
    return scene


def _paint_chain(scene: Scene, what: str) -> None:
    """Hang a string of lights: an animal made of many."""
    chance, spot = scene.chance(what), Spot(scene, scene.chance(what).uniform(0.1, 0.9) * WIDTH, HEIGHT * 0.4, 1.0)
    turn, reach = chance.uniform(0, 6), chance.uniform(150, 300)
    for step in range(26):
        part = step / 25
        x, y = reach * math.sin(turn + part * 3.4), (part - 0.5) * 620
        spot.glow(x, y, 26, ink("58e0ff"), 0.7)
        spot.rod([(x - 2, y, 3), (x + 2, y, 3)], ink("d8ffff"))


def wreck(wish: Wish) -> Scene:
    """Paint a ship that leans on the sea floor, its ribs bare."""
    scene = under_water(wish, "3f8cac", "1a5478", "081e32")
    scene.light = replace(scene.light, fall=ink("a0c4cc"), shade=ink("3a6478"))
    paint_shafts(scene, 0.5)
    paint_hills(scene, "bank", HEIGHT * 0.7, 90, ink("5f6f6c"), 0.25, 2.4)
    way = scene.chance("side").choice((-1, 1))
    spot = Spot(scene, WIDTH * (0.5 - way * 0.16), HEIGHT * 0.84, 1.25, 0.5, way)
    for x, tall, lean in ((-240, 520, -90), (60, 470, 40)):
        spot.rod([(x, -190, 13), (x + lean, -190 - tall, 7)], spot.tone("4f4438", 0.6))
        spot.rod([(x + lean * 0.5 - 130, -200 - tall * 0.55, 6), (x + lean * 0.5 + 120, -230 - tall * 0.6, 5)],
                spot.tone("4f4438", 0.7))
        spot.rod([(x + lean, -190 - tall, 1.6), (x - 200, -150, 1.6)], spot.tone("4f4438", 1))
    spot.shape([(-520, -330), (-430, -250), (-100, -190), (300, -200), (620, -300), (560, -120), (420, 30),
            (-330, 40), (-470, -80)], spot.tone("5a4c3c", 0.35))
    spot.shape([(60, -190), (300, -196), (440, -230), (400, -60), (300, -20), (140, -40)], spot.tone("1c1a1c", 1))
    for x in range(90, 420, 52):
        spot.rod([(x, -30, 9), (x + 26, -120, 9), (x + 10, -236, 6)], spot.tone("6a5844", 0.3))
    for row in range(4):
        spot.rod([(-480 + 20 * row, -240 + 66 * row, 2.5), (-100, -140 + 50 * row, 2.5),
                (60, -136 + 44 * row, 2.5)], spot.tone("3a3028", 1), 190)
    for x in (-380, -290, -200):
        spot.boxes([(x, -190, x + 34, -160)], spot.tone("14161a", 1))
    line = hills(scene, "floor", HEIGHT * 0.84, 44, 1.8)
    paint_ground(scene, line, ink("9a9478"))
    paint_rocks(scene, "rocks", line + 14, 10, (20, 70), ink("6a6a60"), 0.9, clear=0.45)
    _paint_snow(scene, 160)
    return scene


def whale_fall(wish: Wish) -> Scene:
    """Paint the skeleton of a whale: an arch of pale ribs, a spine, a long skull."""
    scene = under_water(wish, "1f5c80", "10385a", "05121f")
    scene.light = replace(scene.light, fall=ink("a8ccd8"), shade=ink("3f6c88"))
    paint_shafts(scene, 0.4)
    paint_hills(scene, "bank", HEIGHT * 0.72, 80, ink("55605f"), 0.25, 2.4)
    line = hills(scene, "floor", HEIGHT * 0.83, 30, 1.5)
    paint_ground(scene, line, ink("7f8478"))
    spot = Spot(scene, WIDTH * 0.47, HEIGHT * 0.85, 1.3, 0.72, scene.chance("side").choice((-1, 1)))
    spine = [(-620, -40, 7), (-400, -150, 12), (-160, -250, 17), (90, -280, 19), (300, -230, 18)]
    for far in (True, False):
        bone, shift = spot.tone("d8d4c0", 0.85 if far else 0.2), 46 if far else 0
        for number in range(10):
            part = number / 9
            x, top, wide = -250 + 500 * part + shift, -266 + 110 * (part - 0.62) ** 2 * 3, 150 - 40 * abs(part - 0.5)
            way = 0.62 if far else -0.35
            spot.rod([(x, top, 9), (x + way * wide * 0.9 - 40, top + 120, 11),
                    (x + way * wide * 0.5 - 20, top + 262, 5)], bone)
        if far:
            spot.rod(spine, spot.tone("d8d4c0", 0.3))
            for step in range(22):
                x = -600 + 42 * step
                y = float(np.interp(x, [p[0] for p in spine], [p[1] for p in spine]))
                spot.rod([(x, y - 8, 7), (x - 6, y - 38, 4)], spot.tone("d8d4c0", 0.25))
    spot.shape([(290, -250), (380, -270), (470, -180), (720, -40), (700, -10), (440, -40), (330, -90)],
            spot.tone("e0dcc8", 0.12))
    spot.shape([(396, -196), (430, -208), (452, -176), (414, -164)], spot.tone("20242a", 1))
    spot.rod([(360, -60, 9), (520, 6, 9), (730, 0, 5)], spot.tone("d8d4c0", 0.4))
    _paint_snow(scene, 220)
    return scene


def sea_floor(wish: Wish) -> Scene:
    """Paint a flat pale floor under dark water, with a few sea lilies."""
    scene = under_water(wish, "1a4c70", "0e3350", "07182a")
    scene.light = replace(scene.light, haze=ink("1d5270"), fall=ink("8fb8c8"), shade=ink("3a6680"))
    paint_hills(scene, "far", HEIGHT * 0.66, 16, ink("8f9488"), 0.3, 1.5, mist=0.7)
    line = hills(scene, "mud", HEIGHT * 0.74, 14, 1.4)
    paint_ground(scene, line, ink("c4bfa8"), texture=0.1)
    chance = scene.chance("lilies")
    for _ in range(7):
        part = chance.uniform(0.04, 0.96)
        spot = Spot(scene, part * WIDTH, HEIGHT * chance.uniform(0.76, 0.84), chance.uniform(0.6, 1.1), 0.7)
        spot.rod([(0, 0, 4), (10, -90, 3), (4, -180, 4)], spot.tone("c8b890", 0.3))
        for turn in range(7):
            angle = -math.pi / 2 + (turn - 3) * 0.36
            spot.rod([(4, -180, 3.5), (4 + 34 * math.cos(angle), -184 + 40 * math.sin(angle), 3),
                    (4 + 66 * math.cos(angle), -176 + 56 * math.sin(angle), 1)], spot.tone("d89a7c", 0.2))
    paint_rocks(scene, "stones", HEIGHT * 0.85, 9, (8, 30), ink("a8a498"), 0.9)
    _paint_snow(scene, 300)
    return scene


def trench(wish: Wish) -> Scene:
    """Paint a trench: two walls of rock that leave a narrow light above."""
    scene = under_water(wish, "58b4d4", "1c6088", "041220")
    scene.light = replace(scene.light, fall=ink("7fa8b8"), shade=ink("2c5068"))
    scene.water, scene.ground = "deep", 0.8
    paint_shafts(scene, 0.6)
    for number, depth in enumerate((0.2, 0.5, 0.92)):
        for side in (-1, 1):
            edge = wave(scene.rng(f"wall{number}{side}"), 61, 5, 4, 0.5)
            y = np.linspace(-10.0, HEIGHT + 10, 61)
            down = np.clip(y / HEIGHT, 0, 1)
            reach = 0.06 + 0.13 * number + (0.1 + 0.02 * number) * (1 - down) ** 1.3 + 0.024 * edge
            x = WIDTH * (0.5 + side * np.maximum(0.03, reach))
            mask, out = empty(scene), WIDTH * (0.5 + side * 0.52)
            fill(mask, [*zip(x, y, strict=True), (out, HEIGHT + 10), (out, -10)])
            paint_layer(scene, mask, ink("5a6468"), depth, what=f"wall{number}{side}", mist=0.2, texture=0.5,
                    rim=0.7, reach=1100)
    dark = cloudy(scene.rng("gloom"), (HEIGHT // 8, WIDTH // 8), (60, 120), 2)
    fall = np.clip(np.linspace(-0.5, 1, HEIGHT // 8)[:, None] * 0.6 + 0.2 * dark - 0.1, 0, 0.7)
    veil = cv2.resize((fall * 255).astype(np.uint8), (WIDTH, HEIGHT))
    scene.canvas[:] = cv2.multiply(scene.canvas, cv2.merge([cv2.bitwise_not(veil)] * 3), scale=1 / 255)
    _paint_snow(scene, 260)
    return scene
