"""Places: which one a prompt names, and how each is built from sky, land, water, growth and houses."""

import importlib
from collections.abc import Callable
from typing import Any

from _paint_brush import ink, mix, scaled
from _paint_growth import green, paint_canopy, paint_grass, paint_meadow, paint_rocks, paint_trees
from _paint_land import hills, paint_ground, paint_hills, paint_mist, paint_mountains
from _paint_names import PLACES as NAMES
from _paint_scene import HEIGHT, WIDTH, Scene, new_scene
from _paint_sky import paint_aurora, paint_sky
from _paint_town import paint_fronts, paint_house, paint_lighthouse, paint_paving, paint_sailboat, paint_skyline
from _paint_water import paint_swell, paint_water
from _paint_weather import grade, paint_corners, paint_weather
from _paint_words import Wish, best
from _pictures import Pixels

Painter = Callable[[Wish], Scene]


def paint_place(wish: Wish) -> tuple[Pixels, dict[str, Any]]:
    """Paint the place that the prompt names."""
    scene = PLACES[choose_place(wish)](wish)
    paint_weather(scene)
    paint_corners(scene)
    grade(scene)
    return scene.canvas, {"ground": scene.ground}


def choose_place(wish: Wish) -> str:
    """Choose the place by the prompt's words; where it names none, by chance among the open landscapes."""
    return best(wish, NAMES) or wish.chance("place").choice(
        ("mountains", "plain", "lake", "forest", "coast", "farmland")
    )


def _coast(wish: Wish) -> Scene:
    scene = new_scene(wish, 0.56)
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
    import numpy as np
    from _paint_brush import fill, wave
    from _paint_land import empty, paint_layer

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


def _sea(wish: Wish) -> Scene:
    scene = new_scene(wish, 0.46)
    stormy = bool(wish.weather & {"storm", "wind"})
    paint_sky(scene)
    if wish.says("island\\w*"):
        paint_hills(scene, "island", scene.horizon + 30, 90, ink("5d7468"), 0.2, 1.2)
    paint_water(scene, scene.horizon, HEIGHT, rough=1.1 if stormy else 0.6)
    paint_swell(scene, scene.horizon + 16, HEIGHT, rows=6, height=44 if stormy else 16, foam=stormy)
    if wish.says("boat|sail\\w*|ship|fish\\w*"):
        paint_sailboat(scene, WIDTH * wish.chance("boat").choice((0.3, 0.7)), scene.horizon + 50, 130, 0.5)
    paint_paving(scene, HEIGHT * 0.84, ink("9a7450"))  # planks of a deck, so that nobody stands on the water
    return scene


def _mountains(wish: Wish) -> Scene:
    scene = new_scene(wish, 0.62)
    chance = wish.chance("range")
    rock = ink(chance.choice(("6f7684", "7a7268", "66707c")))
    snow = 0.55 if wish.season == "winter" or "snow" in wish.weather else chance.choice((0.0, 0.28, 0.4))
    paint_sky(scene)
    paint_mountains(scene, "far range", scene.horizon, 360, rock, 0.12, count=5, snow=snow, mist=0.8)
    paint_mountains(scene, "range", scene.horizon + 50, 470, rock, 0.36, count=3, snow=snow, mist=0.7)
    paint_mist(scene, scene.horizon + 10, 110, 0.6, "valley")
    leaf = green(scene)
    line = paint_hills(scene, "foothills", scene.horizon + 140, 130, leaf, 0.55)
    paint_trees(scene, "far pines", "pine", line, 90, (46, 88), 0.58)
    paint_mist(scene, scene.horizon + 150, 70, 0.45, "foot")
    line = hills(scene, "meadow", HEIGHT * 0.83, 90, 1.6)
    paint_ground(scene, line, ink("e8eaf0") if snow > 0.5 else leaf)
    paint_trees(scene, "near pines", "pine", line, 16, (190, 380), 0.85, clear=0.72)
    if snow <= 0.5:
        paint_meadow(scene, line, leaf, flowers=True)
    paint_grass(scene, "tufts", line + 16, 46, (20, 54), leaf, clear=0.2)
    return scene


def _forest(wish: Wish) -> Scene:
    scene = new_scene(wish, 0.58)
    kind = "pine" if wish.says("pine\\w*|fir|spruce|taiga|conifer\\w*|boreal") or "cold" in wish.moods else "leafy"
    if wish.says("dead|bare|burnt"):
        kind = "bare"
    leaf = green(scene) if kind != "pine" else ink("3d5f4e")
    paint_sky(scene, clouds=0.2)
    for number, depth in enumerate((0.12, 0.26, 0.42, 0.6)):
        base = scene.horizon + 40 + 64 * number
        line = paint_hills(scene, f"floor{number}", base, 40, leaf, depth, 2.0)
        codes = ("b8762f", "a8532c", "c99a3d", "8f6a30")
        other = ink(codes[number]) if wish.season == "autumn" else scaled(leaf, 1.1 - 0.08 * number)
        paint_trees(
            scene,
            f"stand{number}",
            kind,
            line,
            34 - 5 * number,
            (250 + 90 * number, 400 + 150 * number),
            depth,
            local=other,
            clear=0.12 * number,
        )
        paint_mist(scene, base - 20, 120, 0.5, f"veil{number}")
    line = hills(scene, "floor", HEIGHT * 0.83, 50, 1.8)
    paint_ground(scene, line, ink("7d7448") if wish.season == "autumn" else ink("6b7a48"))
    paint_trees(scene, "near", "stem", line, 7, (900, 1300), 0.95, local=ink("5a4636"), clear=0.72)
    if kind != "bare":
        paint_canopy(scene, leaf)
    paint_grass(scene, "ferns", line + 12, 70, (30, 80), leaf, clear=0.25)
    paint_meadow(scene, line, leaf)
    return scene


def _plain(wish: Wish) -> Scene:
    scene = new_scene(wish, 0.64)
    dry = (
        ink("c9a45a")
        if wish.says("savann\\w+|africa\\w*|dry|lion\\w*|steppe") or wish.season == "autumn"
        else green(scene)
    )
    paint_sky(scene)
    paint_hills(scene, "far", scene.horizon + 10, 90, ink("8090a0"), 0.1, 2.0)
    line = paint_hills(scene, "middle", scene.horizon + 60, 46, dry, 0.35, 1.5)
    kind = "acacia" if wish.says("savann\\w+|africa\\w*|acacia|lion\\w*|elephant\\w*") else "leafy"
    paint_trees(scene, "far trees", kind, line, 16, (60, 120), 0.42, local=ink("5f6a3c"))
    paint_mist(scene, scene.horizon + 40, 60, 0.4, "low")
    line = paint_hills(scene, "near", scene.horizon + 190, 60, dry, 0.65, 1.4)
    paint_trees(scene, "tree", kind, line, 3, (330, 480), 0.78, local=ink("596438"), clear=0.55)
    line = hills(scene, "ground", HEIGHT * 0.84, 40, 1.2)
    paint_ground(scene, line, dry)
    paint_meadow(scene, line, dry)
    paint_grass(scene, "grass", line + 14, 150, (30, 74), dry, clear=0.0)
    return scene


def _lake(wish: Wish) -> Scene:
    scene = new_scene(wish, 0.5)
    leaf = green(scene)
    paint_sky(scene)
    paint_mountains(scene, "range", scene.horizon, 330, ink("6d7888"), 0.2, count=4, snow=0.3, mist=0.7)
    line = paint_hills(scene, "shore", scene.horizon + 4, 70, leaf, 0.42, 2.4)
    paint_trees(scene, "shore trees", "pine", line, 80, (40, 84), 0.46)
    paint_mist(scene, scene.horizon - 8, 46, 0.5, "on the water")
    paint_water(scene, scene.horizon, HEIGHT, rough=0.28, mirror=0.8)
    paint_mist(scene, scene.horizon + 14, 40, 0.35, "rising")
    line = hills(scene, "bank", HEIGHT * 0.85, 46, 1.8)
    paint_ground(scene, line, leaf)
    paint_meadow(scene, line, leaf, flowers=True)
    paint_grass(scene, "reeds", line + 10, 90, (50, 130), leaf, clear=0.5)
    paint_trees(scene, "near", "pine", line, 6, (420, 700), 0.92, clear=0.84)
    return scene


def _farmland(wish: Wish) -> Scene:
    scene = new_scene(wish, 0.52)
    chance = wish.chance("fields")
    leaf = green(scene)
    paint_sky(scene)
    paint_hills(scene, "far", scene.horizon + 10, 100, ink("7f94a0"), 0.1, 2.2)
    for number, depth in enumerate((0.28, 0.44, 0.62)):
        crop = ink(chance.choice(("c8b060", "8fa352", "b8a858", "7d9850", "d2bd72")))
        line = paint_hills(
            scene, f"field{number}", scene.horizon + 70 + 84 * number, 70, crop, depth, 1.6, texture=0.28
        )
        paint_trees(
            scene, f"hedge{number}", "leafy", line, 14, (36 + 26 * number, 70 + 40 * number), depth + 0.06, local=leaf
        )
        if number == 1:
            paint_house(
                scene,
                WIDTH * chance.choice((0.24, 0.74)),
                float(line[140]) + 30,
                150,
                0.55,
                "farm",
                wall=ink("b05a44"),
                roof=ink("6a5a54"),
            )
    line = hills(scene, "ground", HEIGHT * 0.84, 40, 1.3)
    paint_ground(scene, line, ink("a8a050"))
    paint_meadow(scene, line, ink("d2b25a"), flowers=True)
    paint_grass(scene, "wheat", line + 14, 170, (36, 84), ink("d2b25a"), clear=0.0)
    return scene


def _village(wish: Wish) -> Scene:
    scene = new_scene(wish, 0.56)
    chance = wish.chance("village")
    leaf = green(scene)
    paint_sky(scene)
    paint_mountains(scene, "range", scene.horizon + 20, 260, ink("748090"), 0.16, count=4, mist=0.8)
    line = paint_hills(scene, "slope", scene.horizon + 90, 130, leaf, 0.4, 1.8)
    paint_trees(scene, "slope trees", "leafy", line, 26, (40, 80), 0.42)
    for number in range(11):
        part = (number + 0.5) / 11 + chance.uniform(-0.03, 0.03)
        depth = 0.45 + 0.2 * (number % 3) / 2
        base = scene.horizon + 100 + 150 * (depth - 0.45) / 0.2 * 0.5 + chance.uniform(-10, 10)
        paint_house(scene, part * WIDTH, base, 90 + 90 * (depth - 0.45) / 0.2, depth, f"house{number}")
    paint_mist(scene, scene.horizon + 130, 60, 0.3, "smoke")
    line = hills(scene, "green", HEIGHT * 0.82, 50, 1.4)
    paint_ground(scene, line, mix(ink("a89a70"), leaf, 0.4))
    paint_meadow(scene, line, leaf, flowers=True)
    paint_trees(scene, "near", "leafy", line, 3, (380, 520), 0.9, clear=0.8)
    paint_grass(scene, "tufts", line + 12, 60, (22, 54), leaf, clear=0.3)
    return scene


def _city(wish: Wish) -> Scene:
    scene = new_scene(wish, 0.66)
    old = wish.says("old|medieval|ancient|historic|victorian|cobble\\w*|town|paris|rome|london|venice")
    stone = ink("b09a84") if old else ink("74808e")
    paint_sky(scene)
    if old:
        paint_hills(scene, "hill", scene.horizon - 40, 150, green(scene), 0.14, 2.0)
        paint_skyline(scene, "far", scene.horizon - 60, 260, stone, 0.2, old=True)
        paint_mist(scene, scene.horizon - 60, 120, 0.45, "smoke")
        paint_fronts(scene, "middle", scene.horizon + 40, 300, 0.42)
        paint_mist(scene, scene.horizon + 30, 80, 0.3, "haze")
        paint_fronts(scene, "left", HEIGHT * 0.79, 520, 0.72, right=0.26)
        paint_fronts(scene, "right", HEIGHT * 0.79, 520, 0.72, left=0.75)
    else:
        paint_skyline(scene, "far", scene.horizon + 20, 470, stone, 0.16, old=False)
        paint_mist(scene, scene.horizon - 20, 130, 0.5, "smoke")
        paint_skyline(scene, "middle", scene.horizon + 60, 420, stone, 0.4, old=False)
        paint_mist(scene, scene.horizon + 50, 90, 0.35, "haze")
        paint_skyline(scene, "near", scene.horizon + 110, 220, stone, 0.66, old=False)
    if wish.weather & {"rain", "storm"} or wish.says("wet|puddle\\w*"):
        paint_water(scene, round(HEIGHT * 0.77), HEIGHT, local=ink("7a8088"), rough=0.25, mirror=0.62)
    else:
        paint_paving(scene, HEIGHT * 0.79, ink("9a9088"))
    return scene


def _desert(wish: Wish) -> Scene:
    from _paint_dunes import paint_dunes, paint_mesas

    scene = new_scene(wish, 0.54)
    sand = ink(wish.chance("sand").choice(("d9a866", "d89a5c", "e0b87c")))
    paint_sky(scene, clouds=0.15)
    if wish.says("canyon\\w*|mesa\\w*|rock\\w*|butte\\w*|cactus|cacti"):
        paint_mesas(scene, sand)
    paint_dunes(scene, sand)
    if wish.says("oasis|palm\\w*"):
        paint_trees(scene, "palms", "palm", scene.horizon + 150.0, 9, (180, 300), 0.6, local=ink("4f6a40"))
    if wish.says("cactus|cacti|saguaro"):
        paint_trees(scene, "cacti", "cactus", HEIGHT * 0.84, 6, (120, 300), 0.88, local=ink("5f7a4c"), clear=0.5)
    return scene


def _ice(wish: Wish) -> Scene:
    from _paint_dunes import paint_icebergs

    scene = new_scene(wish, 0.5)
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


def _tundra(wish: Wish) -> Scene:
    scene = new_scene(wish, 0.58)
    moss = ink("a08a58") if wish.season != "winter" else ink("e6e9ee")
    paint_sky(scene)
    if wish.says("aurora|northern lights"):
        paint_aurora(scene)
    paint_mountains(scene, "range", scene.horizon + 10, 250, ink("7f8794"), 0.16, count=5, snow=0.5, mist=0.8)
    for number, depth in enumerate((0.35, 0.55)):
        paint_hills(scene, f"moor{number}", scene.horizon + 60 + 90 * number, 60, moss, depth, 1.6)
    paint_mist(scene, scene.horizon + 70, 60, 0.45, "low")
    line = hills(scene, "ground", HEIGHT * 0.83, 44, 1.5)
    paint_ground(scene, line, moss)
    paint_meadow(scene, line, moss)
    paint_rocks(scene, "stones", line + 20, 14, (16, 60), ink("8a8a88"), 0.9, clear=0.3)
    paint_grass(scene, "sedge", line + 14, 90, (22, 52), moss)
    return scene


def _swamp(wish: Wish) -> Scene:
    scene = new_scene(wish, 0.5)
    paint_sky(scene, clouds=0.6)
    for number, depth in enumerate((0.14, 0.32)):
        line = paint_hills(scene, f"far{number}", scene.horizon + 6 + 8 * number, 40, ink("6b7a58"), depth, 2.5)
        paint_trees(
            scene, f"trees{number}", "leafy" if number == 0 else "bare", line, 40, (110, 240 + 80 * number), depth
        )
        paint_mist(scene, scene.horizon - 10, 110, 0.6, f"veil{number}")
    paint_water(scene, scene.horizon + 10, HEIGHT, local=ink("5f7058"), rough=0.2, mirror=0.75)
    paint_trees(scene, "dead", "bare", scene.horizon + 130.0, 5, (420, 640), 0.7, local=ink("4f4a40"), clear=0.4)
    paint_mist(scene, scene.horizon + 110, 90, 0.5, "low")
    line = hills(scene, "bank", HEIGHT * 0.86, 40, 1.7)
    paint_ground(scene, line, ink("6a6f48"))
    paint_meadow(scene, line, ink("7d8050"))
    paint_grass(scene, "reeds", line + 10, 130, (60, 190), ink("7d8050"), clear=0.45)
    return scene


def _river(wish: Wish) -> Scene:
    from _paint_dunes import paint_river

    scene = new_scene(wish, 0.5)
    leaf = green(scene)
    paint_sky(scene)
    paint_mountains(scene, "range", scene.horizon + 10, 280, ink("728090"), 0.18, count=4, mist=0.8)
    line = paint_hills(scene, "far", scene.horizon + 50, 90, leaf, 0.35, 2.0)
    paint_trees(scene, "far trees", "leafy", line, 40, (36, 70), 0.38)
    paint_hills(scene, "valley", scene.horizon + 100, 30, leaf, 0.6, 1.4, mist=0.2, reach=900)
    paint_river(scene)
    paint_trees(scene, "bank", "leafy", scene.horizon + 160.0, 12, (110, 190), 0.66, clear=0.5)
    line = hills(scene, "ground", HEIGHT * 0.85, 44, 1.6)
    paint_ground(scene, line, leaf)
    paint_meadow(scene, line, leaf, flowers=True)
    paint_grass(scene, "reeds", line + 12, 110, (34, 100), leaf, clear=0.2)
    return scene


def _in(room: str, name: str) -> Painter:
    """Find a painter in another room, opened only when its place is painted."""

    def painter(wish: Wish) -> Scene:
        scene: Scene = getattr(importlib.import_module(room), name)(wish)
        return scene

    return painter


PLACES: dict[str, Painter] = {
    "coast": _coast,
    "sea": _sea,
    "mountains": _mountains,
    "forest": _forest,
    "plain": _plain,
    "lake": _lake,
    "farmland": _farmland,
    "village": _village,
    "city": _city,
    "desert": _desert,
    "ice": _ice,
    "tundra": _tundra,
    "swamp": _swamp,
    "river": _river,
    "reef": _in("_paint_reef", "reef"),
    "space": _in("_paint_space", "space"),
    "jungle": _in("_paint_rare", "jungle"),
    "cave": _in("_paint_depths", "cave"),
    "volcano": _in("_paint_depths", "volcano"),
    "harbour": _in("_paint_rare", "harbour"),
    "station": _in("_paint_station", "station"),
    "library": _in("_paint_rooms", "library"),
    "laboratory": _in("_paint_rooms", "laboratory"),
    "room": _in("_paint_rooms", "room"),
    "sky": _in("_paint_rare", "high_sky"),
}
