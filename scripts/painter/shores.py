"""Where water begins: coasts, the open sea, a lighthouse on its rock, a ship's deck, ice."""

from dataclasses import replace

import cv2
import numpy as np

from painter.beacons import paint_lighthouse, paint_sailboat, paint_steamer, paint_tall_ship
from painter.brush import blend, disc, fill, ink, mix, wave
from painter.growth import green, paint_grass, paint_meadow, paint_rocks
from painter.land import empty, hills, paint_ground, paint_hills, paint_layer, paint_mountains
from painter.scene import HEIGHT, WIDTH, Scene, new_scene
from painter.sky import paint_aurora, paint_sky
from painter.spot import Spot
from painter.town import paint_house, paint_paving
from painter.trees import paint_trees
from painter.water import paint_swell, paint_water
from painter.words import Wish


def coast(wish: Wish) -> Scene:
    scene = new_scene(wish, 0.56)
    scene.water = "shore"
    rock, stormy = ink("7c7468"), "storm" in wish.weather
    paint_sky(scene)
    if not stormy:
        paint_hills(scene, "far shore", scene.horizon + 6, 60, ink("7f9098"), 0.06, 2.2)
    paint_water(scene, scene.horizon, HEIGHT, rough=1.0 if stormy else 0.5)
    if stormy:
        paint_swell(scene, scene.horizon + 10, round(HEIGHT * 0.86), rows=5, height=34)
    side = -1 if wish.chance("side").random() < 0.5 else 1
    _paint_cliff(scene, side, rock)
    if (not stormy and wish.says("boat|sail\\w*|ship")) or wish.chance("boat").random() < 0.3:
        paint_sailboat(scene, WIDTH * (0.5 - side * 0.12), scene.horizon + 34, 80, 0.45)
    line = hills(scene, "shore", HEIGHT * 0.84, 60, 3.0)
    sandy = wish.says("beach|sand\\w*|shore|bay|cove")
    paint_ground(scene, line, ink("dcc49a") if sandy else mix(green(scene), ink("8a7f68"), 0.45))
    if not sandy:
        paint_meadow(scene, line, green(scene), flowers=True)
    paint_rocks(scene, "boulders", line + 12, 12, (26, 90), rock, 0.9, clear=0.5)
    paint_grass(scene, "tufts", line + 14, 34, (24, 60), green(scene), clear=0.3)
    return scene


def _paint_cliff(scene: Scene, side: int, rock: tuple[float, float, float]) -> None:
    """Let a headland run into the sea, with the lighthouse on it where there is one."""

    x = np.linspace(0, 1, 321)
    near = x if side > 0 else 1 - x
    rise = np.clip((near - 0.56) / 0.12, 0, 1)
    rise = rise * rise * (3 - 2 * rise)
    rng = scene.rng("cliff")
    line = scene.horizon + 46 - rise * (170 + 26 * wave(rng, 321, 5, 4)) - 7 * wave(rng, 321, 40, 2)
    base = np.where(near > 0.5, scene.horizon + 66 + 160 * np.clip(near - 0.62, 0, 1), line + 8) + 5 * wave(
        rng, 321, 24, 2
    )
    line = np.where(near > 0.53, np.minimum(line, base), base)
    mask = empty(scene)
    land = near > 0.53
    points = np.stack([x * (WIDTH + 20) - 10, line], axis=1)[land]
    under = np.stack([x * (WIDTH + 20) - 10, base], axis=1)[land]
    fill(mask, np.concatenate([points, under[::-1]]))
    paint_layer(scene, mask, rock, 0.5, what="cliff", mist=0.3, texture=0.3, rim=0.7, reach=240)
    at = (0.76 if side > 0 else 0.24) + scene.chance("light").uniform(-0.03, 0.03)
    top = float(np.interp(at, x, line)) + 10
    if scene.wish.says("light ?house|beacon|keeper"):
        paint_house(scene, at * WIDTH + side * 110, top + 6, 84, 0.55, "keeper's house")
        paint_lighthouse(scene, at * WIDTH, top, 330, 0.62)


def sea(wish: Wish) -> Scene:
    """Paint the open sea: there is nothing to stand on."""
    scene = _paint_open_sea(wish, 0.46)
    scene.water = "open"
    return scene


def _paint_open_sea(wish: Wish, horizon: float) -> Scene:
    scene = new_scene(wish, horizon)
    stormy = bool(wish.weather & {"storm", "wind"})
    paint_sky(scene)
    if wish.says("island\\w*|atolls?"):
        line = paint_hills(scene, "island", scene.horizon + 2, 110, ink("5d7468"), 0.34, 1.6)
        if wish.says("palms?|atolls?|tropical"):
            paint_trees(scene, "palms", "palm", line + 12, 26, (70, 150), 0.45, local=ink("4a6a48"))
    paint_water(scene, scene.horizon, HEIGHT, rough=1.1 if stormy else 0.6)
    paint_swell(scene, scene.horizon + 16, HEIGHT, rows=6, height=44 if stormy else 16, foam=stormy)
    x = WIDTH * wish.chance("boat").choice((0.28, 0.72))
    if wish.says("tall ship|galleon|caravel|full sails?|hanging sails|sailing ship"):
        paint_tall_ship(scene, x, scene.horizon + 70, 1.0)
    elif wish.says("ship|steamer|convoy|freighter"):
        paint_steamer(scene, x, scene.horizon + 34, 0.55)
    elif wish.says("boat|sail\\w*|fish\\w*"):
        paint_sailboat(scene, x, scene.horizon + 50, 130, 0.5)
    return scene


def deck(wish: Wish) -> Scene:
    """Paint the deck of a ship at sea: planks or steel under our feet, a rail, a mast or a crane at one side."""
    scene = _paint_open_sea(replace(wish, text=wish.text.replace("ship", "")), 0.5)
    steel = wish.says("research|steel|crane|steamer|trawler|icebreaker|freighter|ferry")
    line = np.full(41, HEIGHT * 0.79)
    paint_paving(scene, HEIGHT * 0.79, ink("7f8c90") if steel else ink("a87c50"), boards=True)
    scene.ground, scene.water = 0.9, "shore"
    rail, side = Spot(scene, 0, float(line[0]), 1.0, 0.85), wish.chance("mast").choice((0.13, 0.87))
    post, top = ("dfe4e2", "f4f4f0") if steel else ("6a4a34", "8a6444")
    for x in range(40, WIDTH, 190):
        rail.boxes([(x, -118, x + 13, 6)], rail.tone(post, 0.35))
    for y, thick in ((-126, 15), (-84, 6), (-46, 6)):
        rail.boxes([(0, y, WIDTH, y + thick)], rail.tone(top, 0.15 if y < -100 else 0.5))
    rail.boxes([(0, -8, WIDTH, 14)], rail.tone(post, 0.6))
    _paint_crane(replace(rail, x=side * WIDTH, way=1 if side < 0.5 else -1)) if steel else _paint_mast(
        replace(rail, x=side * WIDTH, way=1 if side < 0.5 else -1)
    )
    return scene


def _paint_mast(spot: Spot) -> None:
    """Paint a mast with its shrouds, a boom and a furled sail."""
    for step in range(5):
        spot.rod([(10, -1080, 2), (-150 + 26 * step, -90, 2.5)], spot.tone("4a3a30", 0.7))
    for step in range(12):
        y = -150 - 74 * step
        half = 150 * (1 + y / 1080)
        spot.rod([(10 - half, y, 2), (10 - half * 0.3, y, 2)], spot.tone("4a3a30", 0.7))
    spot.rod([(10, 20, 30), (10, -1100, 20)], spot.tone("7a5638", 0.3))
    spot.rod([(20, -300, 15), (560, -350, 11)], spot.tone("7a5638", 0.4))
    spot.rod([(40, -330, 26), (280, -360, 36), (540, -378, 16)], spot.tone("e8dcc0", 0.15))
    for x in range(90, 540, 80):
        spot.rod([(x, -396, 3), (x + 6, -316, 3)], spot.tone("8a7456", 0.6))
    spot.rod([(10, -1060, 2), (560, -352, 2)], spot.tone("4a3a30", 0.7))


def _paint_crane(spot: Spot) -> None:
    """Paint a ship's crane that swings out over the rail, and a coil of cable."""
    spot.boxes([(-60, -130, 70, 30)], spot.tone("e8e4da", 0.25))
    spot.rod([(0, -90, 42), (0, -300, 34)], spot.tone("d8a03c", 0.2))
    spot.rod([(0, -300, 26), (230, -640, 17)], spot.tone("d8a03c", 0.1))
    spot.rod([(230, -640, 17), (520, -600, 10)], spot.tone("d8a03c", 0.25))
    spot.rod([(510, -600, 2.5), (510, -330, 2.5)], spot.tone("33383c", 1))
    spot.shape([(496, -330), (524, -330), (530, -300), (510, -270), (490, -300)], spot.tone("4a5056", 0.5))
    spot.boxes([(-34, -112, 40, -54)], spot.tone("5a6a74", 0.8))


def lighthouse(wish: Wish) -> Scene:
    """Paint a lighthouse near by, on a bare rock in the sea."""
    scene = new_scene(wish, 0.6)
    scene.water = "shore"
    stormy, rock = bool(wish.weather & {"storm", "wind"}), ink("6f6a64")
    paint_sky(scene)
    paint_water(scene, scene.horizon, HEIGHT, rough=1.1 if stormy else 0.6)
    paint_swell(scene, scene.horizon + 20, round(HEIGHT * 0.9), rows=4, height=46 if stormy else 18, foam=stormy)
    side = wish.chance("side").choice((-1, 1))
    x, base = WIDTH * (0.5 + side * 0.19), scene.horizon + 60.0
    chance, mask = scene.chance("rock"), empty(scene)
    edge = [(-460, 110), (-400, 40), (-300, 6), (-210, -30), (-150, -84), (-60, -110), (60, -104), (150, -60),
            (230, -40), (330, 20),
            (430, 50), (500, 110)]  # fmt: skip
    fill(mask, [(x + dx + chance.uniform(-16, 16), base + dy + chance.uniform(-10, 10)) for dx, dy in edge])
    paint_layer(scene, mask, rock, 0.66, what="rock", mist=0.2, texture=0.5, rim=0.8, reach=260)
    paint_lighthouse(scene, x, base - 92, HEIGHT * 0.47, 0.72)
    _paint_surf(scene, x, base + 104, 520, stormy=stormy)
    line = hills(scene, "shore", HEIGHT * 0.85, 46, 2.6)
    paint_ground(scene, line, mix(green(scene), ink("847a68"), 0.7))
    paint_rocks(scene, "boulders", line + 14, 16, (30, 110), rock, 0.9, clear=0.45)
    paint_grass(scene, "tufts", line + 12, 30, (22, 54), green(scene), clear=0.3)
    return scene


def _paint_surf(scene: Scene, x: float, y: float, half: float, *, stormy: bool) -> None:
    """Let foam lie around a rock, and fly up it in a storm."""
    chance, mask = scene.chance("surf"), np.zeros((HEIGHT // 2, WIDTH // 2), np.uint8)
    for _ in range(90):
        part = chance.uniform(-1, 1)
        size = chance.uniform(6, 22) * (1.3 if stormy else 1.0)
        rise = chance.random() ** 2 * (150 if stormy else 14) * (1 - abs(part))
        disc(mask, (x + part * half) / 2, (y - 8 - rise + 8 * part**2) / 2, size, 0.42, level=chance.randrange(60, 190))
    soft = cv2.resize(cv2.GaussianBlur(mask, (0, 0), 2.4), (WIDTH, HEIGHT))
    blend(scene.canvas, mix(scene.light.fall, (255, 255, 255), 0.4), soft)


def ice(wish: Wish) -> Scene:
    from painter.dunes import paint_icebergs

    scene = new_scene(wish, 0.5)
    scene.water = "shore"
    paint_sky(scene)
    if scene.light.is_night or wish.says("aurora|northern lights"):
        paint_aurora(scene)
    paint_mountains(scene, "range", scene.horizon + 4, 220, ink("d4e0ea"), 0.3, count=5, mist=0.7)
    paint_water(scene, scene.horizon, HEIGHT, local=ink("5f9fb4"), rough=0.3, mirror=0.7)
    paint_icebergs(scene)
    line = hills(scene, "floe", HEIGHT * 0.82, 26, 2.2)
    paint_ground(scene, line, ink("edf2f6"), texture=0.07)
    paint_rocks(scene, "blocks", line + 8, 9, (20, 60), ink("e4edf4"), 0.9, clear=0.5)
    return scene
