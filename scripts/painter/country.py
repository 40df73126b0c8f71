"""Open country: mountains, woods, plains, fields, lakes, rivers, deserts; landmarks stand in the middle distance."""

from painter.brush import ink, scaled
from painter.growth import green, paint_canopy, paint_grass, paint_meadow, paint_rocks
from painter.land import hills, paint_ground, paint_hills, paint_mist, paint_mountains
from painter.landmarks import paint_landmarks
from painter.scene import HEIGHT, WIDTH, Scene, new_scene
from painter.sky import paint_aurora, paint_sky
from painter.town import paint_house
from painter.trees import paint_trees
from painter.water import paint_water
from painter.words import Wish


def mountains(wish: Wish) -> Scene:
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
    paint_landmarks(scene, scene.horizon + 150.0, 0.85)
    paint_mist(scene, scene.horizon + 150, 70, 0.45, "foot")
    line = hills(scene, "meadow", HEIGHT * 0.83, 90, 1.6)
    paint_ground(scene, line, ink("e8eaf0") if snow > 0.5 else leaf)
    paint_trees(scene, "near pines", "pine", line, 16, (190, 380), 0.85, clear=0.72)
    if snow <= 0.5:
        paint_meadow(scene, line, leaf, flowers=True)
    paint_grass(scene, "tufts", line + 16, 46, (20, 54), leaf, clear=0.2)
    return scene


def forest(wish: Wish) -> Scene:
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
        if number == 2:
            paint_landmarks(scene, base + 36.0, 1.05)
        paint_mist(scene, base - 20, 120, 0.5, f"veil{number}")
    line = hills(scene, "floor", HEIGHT * 0.83, 50, 1.8)
    paint_ground(scene, line, ink("7d7448") if wish.season == "autumn" else ink("6b7a48"))
    paint_trees(scene, "near", "stem", line, 7, (900, 1300), 0.95, local=ink("5a4636"), clear=0.72)
    if kind != "bare":
        paint_canopy(scene, leaf)
    paint_grass(scene, "ferns", line + 12, 70, (30, 80), leaf, clear=0.25)
    paint_meadow(scene, line, leaf)
    return scene


def plain(wish: Wish) -> Scene:
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
    paint_landmarks(scene, line + 46)
    paint_trees(scene, "tree", kind, line, 3, (330, 480), 0.78, local=ink("596438"), clear=0.55)
    line = hills(scene, "ground", HEIGHT * 0.84, 40, 1.2)
    paint_ground(scene, line, dry)
    paint_meadow(scene, line, dry)
    paint_grass(scene, "grass", line + 14, 150, (30, 74), dry, clear=0.0)
    return scene


def lake(wish: Wish) -> Scene:
    scene = new_scene(wish, 0.5)
    scene.water = "shore"
    leaf = green(scene)
    paint_sky(scene)
    paint_mountains(scene, "range", scene.horizon, 330, ink("6d7888"), 0.2, count=4, snow=0.3, mist=0.7)
    line = paint_hills(scene, "shore", scene.horizon + 4, 70, leaf, 0.42, 2.4)
    paint_trees(scene, "shore trees", "pine", line, 80, (40, 84), 0.46)
    paint_landmarks(scene, scene.horizon - 12.0, 0.7)
    paint_mist(scene, scene.horizon - 8, 46, 0.5, "on the water")
    paint_water(scene, scene.horizon, HEIGHT, rough=0.28, mirror=0.8)
    paint_mist(scene, scene.horizon + 14, 40, 0.35, "rising")
    line = hills(scene, "bank", HEIGHT * 0.85, 46, 1.8)
    paint_ground(scene, line, leaf)
    paint_meadow(scene, line, leaf, flowers=True)
    paint_grass(scene, "reeds", line + 10, 90, (50, 130), leaf, clear=0.5)
    paint_trees(scene, "near", "pine", line, 6, (420, 700), 0.92, clear=0.84)
    return scene


def farmland(wish: Wish) -> Scene:
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
    paint_landmarks(scene, line + 50)
    line = hills(scene, "ground", HEIGHT * 0.84, 40, 1.3)
    paint_ground(scene, line, ink("a8a050"))
    paint_meadow(scene, line, ink("d2b25a"), flowers=True)
    paint_grass(scene, "wheat", line + 14, 170, (36, 84), ink("d2b25a"), clear=0.0)
    return scene


def tundra(wish: Wish) -> Scene:
    scene = new_scene(wish, 0.58)
    moss = ink("a08a58") if wish.season != "winter" else ink("e6e9ee")
    paint_sky(scene)
    if wish.says("aurora|northern lights"):
        paint_aurora(scene)
    paint_mountains(scene, "range", scene.horizon + 10, 250, ink("7f8794"), 0.16, count=5, snow=0.5, mist=0.8)
    for number, depth in enumerate((0.35, 0.55)):
        paint_hills(scene, f"moor{number}", scene.horizon + 60 + 90 * number, 60, moss, depth, 1.6)
    paint_landmarks(scene, scene.horizon + 160.0, 0.95)
    paint_mist(scene, scene.horizon + 70, 60, 0.45, "low")
    line = hills(scene, "ground", HEIGHT * 0.83, 44, 1.5)
    paint_ground(scene, line, moss)
    paint_meadow(scene, line, moss)
    paint_rocks(scene, "stones", line + 20, 14, (16, 60), ink("8a8a88"), 0.9, clear=0.3)
    paint_grass(scene, "sedge", line + 14, 90, (22, 52), moss)
    return scene


def swamp(wish: Wish) -> Scene:
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


def river(wish: Wish) -> Scene:
    from painter.dunes import paint_river

    scene = new_scene(wish, 0.5)
    leaf = green(scene)
    paint_sky(scene)
    paint_mountains(scene, "range", scene.horizon + 10, 280, ink("728090"), 0.18, count=4, mist=0.8)
    line = paint_hills(scene, "far", scene.horizon + 50, 90, leaf, 0.35, 2.0)
    paint_trees(scene, "far trees", "leafy", line, 40, (36, 70), 0.38)
    paint_hills(scene, "valley", scene.horizon + 100, 30, leaf, 0.6, 1.4, mist=0.2, reach=900)
    paint_river(scene)
    paint_landmarks(scene, scene.horizon + 150.0, 0.95)
    paint_trees(scene, "bank", "leafy", scene.horizon + 160.0, 12, (110, 190), 0.66, clear=0.5)
    line = hills(scene, "ground", HEIGHT * 0.85, 44, 1.6)
    paint_ground(scene, line, leaf)
    paint_meadow(scene, line, leaf, flowers=True)
    paint_grass(scene, "reeds", line + 12, 110, (34, 100), leaf, clear=0.2)
    return scene


def desert(wish: Wish) -> Scene:
    from painter.dunes import paint_dunes, paint_mesas

    scene = new_scene(wish, 0.54)
    sand = ink(wish.chance("sand").choice(("d9a866", "d89a5c", "e0b87c")))
    paint_sky(scene, clouds=0.15)
    if wish.says("canyon\\w*|mesa\\w*|rock\\w*|butte\\w*|cactus|cacti"):
        paint_mesas(scene, sand)
    paint_landmarks(scene, scene.horizon + 40.0, 0.8) if wish.says("pyramids?") else None
    paint_dunes(scene, sand)
    paint_landmarks(scene, HEIGHT * 0.78, 0.95, skip="pyramids")
    if wish.says("oasis|palm\\w*"):
        paint_trees(scene, "palms", "palm", scene.horizon + 150.0, 9, (180, 300), 0.6, local=ink("4f6a40"))
    if wish.says("cactus|cacti|saguaro"):
        paint_trees(scene, "cacti", "cactus", HEIGHT * 0.84, 6, (120, 300), 0.88, local=ink("5f7a4c"), clear=0.5)
    return scene
