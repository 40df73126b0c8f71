"""Villages and cities, old and new."""

from painter.brush import ink, mix
from painter.growth import green, paint_grass, paint_meadow
from painter.land import hills, paint_ground, paint_hills, paint_mist, paint_mountains
from painter.landmarks import paint_landmarks
from painter.scene import HEIGHT, WIDTH, Scene, new_scene
from painter.sky import paint_sky
from painter.town import paint_fronts, paint_house, paint_paving, paint_skyline
from painter.trees import paint_trees
from painter.water import paint_water
from painter.words import Wish


def village(wish: Wish) -> Scene:
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
    paint_landmarks(scene, scene.horizon + 190.0)
    paint_mist(scene, scene.horizon + 130, 60, 0.3, "smoke")
    line = hills(scene, "green", HEIGHT * 0.82, 50, 1.4)
    paint_ground(scene, line, mix(ink("a89a70"), leaf, 0.4))
    paint_meadow(scene, line, leaf, flowers=True)
    paint_trees(scene, "near", "leafy", line, 3, (380, 520), 0.9, clear=0.8)
    paint_grass(scene, "tufts", line + 12, 60, (22, 54), leaf, clear=0.3)
    return scene


def city(wish: Wish) -> Scene:
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
