"""Small rooms with a character of their own: a train compartment, a submarine, a log cabin, a kitchen, a lighthouse."""
# Outlines read better as rows of points:
# fmt: off

import math
from dataclasses import replace
from itertools import pairwise

import cv2
import numpy as np

from painter.brush import add_light, blend, fill, ink, mix, scaled
from painter.furniture import FLOOR, paint_table
from painter.growth import green
from painter.indoors import circle, finish_room, frame, plain_room, rectangle, start_room
from painter.land import empty, paint_hills
from painter.scene import HEIGHT, WIDTH, Scene, new_scene
from painter.sky import paint_sky
from painter.spot import Spot
from painter.town import LAMP, is_dim
from painter.trees import paint_trees
from painter.water import paint_water
from painter.words import Wish

_SMALL, _BROAD = rectangle(-120, -330, 210, 290), rectangle(60, -300, 300, 330)


def _middle(scene: Scene) -> Spot:
    return Spot(scene, WIDTH / 2, HEIGHT * FLOOR, 1.0, 0.9)


def compartment(wish: Wish) -> Scene:
    """Paint a train compartment: a wide window, two benches, a lamp, the land outside."""
    scene = start_room(wish, "7a4f36", "5a4438", [rectangle(0, -40, 660, 500)], _paint_passing_land)
    spot = _middle(scene)
    spot.boxes([(-680, -556, 680, -532), (-12, -540, 12, -40)], spot.tone("6a4630", 0.6))
    for side in (-1, 1):
        cloth = "6a7a4a" if wish.chance("cloth").random() < 0.5 else "8a3c3c"
        spot.shape([(side * 740, -420), (side * 1130, -480), (side * 1130, 60), (side * 740, 40)],
                spot.tone(cloth, 0.45))
        for step in range(3):
            x = side * (790 + 130 * step)
            spot.rod([(x, -400 - 16 * step, 5), (x, -90, 5)], spot.tone(cloth, 0.9))
        spot.shape([(side * 560, -90), (side * 1130, -120), (side * 1130, 150), (side * 600, 60)],
                spot.tone(cloth, 0.15))
        spot.shape([(side * 600, 40), (side * 1130, 110), (side * 1130, 220), (side * 620, 110)],
                spot.tone("4a3428", 0.6))
        spot.boxes([(min(side * 700, side * 1130), -760, max(side * 700, side * 1130), -742)],
                spot.tone("c8a050", 0.3))
        spot.shape([(side * 860, -760), (side * 1020, -760), (side * 1020, -850), (side * 860, -850)],
                spot.tone("8a5a38", 0.4))
        spot.shape([(side * 690, -690), (side * 720, -740), (side * 780, -740), (side * 810, -690)],
                spot.tone("e8c880"))
        spot.glow(side * 750, -680, 300, LAMP, 0.5 if is_dim(scene) else 0.2)
        for fold in range(4):
            spot.rod([(side * (630 - 22 * fold), -540, 13), (side * (650 - 14 * fold), -40, 15)],
                    spot.tone("b88a4c", 0.2 + 0.3 * (fold % 2)))
    spot.boxes([(-170, -78, 170, -58), (-10, -60, 10, 60)], spot.tone("8a6040", 0.2))
    return finish_room(scene)


def _paint_passing_land(scene: Scene) -> None:
    paint_sky(scene)
    scene.horizon += 40
    line = paint_hills(scene, "far", scene.horizon + 10, 60, ink("7f94a0"), 0.2, 3.0)
    kind = "pine" if scene.wish.says("pine|taiga|siberia\\w*|snow\\w*|winter") else "leafy"
    line = paint_hills(scene, "near", scene.horizon + 60, 40, green(scene), 0.5, 2.0)
    paint_trees(scene, "passing", kind, line, 46, (50, 120), 0.5)


def submarine(wish: Wish) -> Scene:
    """Paint the inside of a submarine: ribs of steel, pipes, dials, and the sea behind one round window."""
    scene = start_room(wish, "5a6a70", "4a545a", [circle(0, -400, 256)], _paint_sea_outside)
    spot, turn = _middle(scene), np.linspace(0, 2 * math.pi, 48)
    ring = np.stack([np.cos(turn), np.sin(turn)], axis=1)
    for radius, thick, shade in ((275, 30, 0.3), (255, 10, 0.8)):
        spot.rod([(radius * x, radius * y - 400, thick) for x, y in ring], spot.tone("a88a50", shade))
    for bolt in ring[::4]:
        spot.shape(ring[::4] * 11 + bolt * 276 + (0, -400), spot.tone("e0c078", 0.1))
    for x in (-980, -560, 560, 980):
        spot.rod([(x, -940, 24), (x * 1.06, -400, 26), (x, 30, 24)], spot.tone("6f8088", 0.35))
    for y, code in ((-880, "b8693c"), (-820, "8a929a"), (-776, "5f7a6a")):
        spot.rod([(-1130, y, 15), (1130, y, 15)], spot.tone(code, 0.3))
    chance = wish.chance("dials")
    for side in (-1, 1):
        spot.boxes([(side * 760 - 150, -640, side * 760 + 150, -150)], spot.tone("3f4a50", 0.5))
        for row in range(3):
            for column in (-70, 70):
                x, y, needle = side * 760 + column, -560 + 150 * row, chance.uniform(-2.6, -0.5)
                spot.shape(ring * 56 + (x, y), spot.tone("c8a050", 0.3))
                spot.shape(ring * 46 + (x, y), ink("e8f0d8") if (row + column) % 4 else ink("a8e0c0"))
                spot.rod([(x, y, 4), (x + 34 * math.cos(needle), y + 34 * math.sin(needle), 2)], ink("a83028"))
                spot.glow(x, y, 90, ink("a8e8c8"), 0.22)
        spot.shape([(side * 640, -120), (side * 1130, -150), (side * 1130, 40), (side * 640, 10)],
                spot.tone("4f5c62", 0.3))
        for lamp in range(5):
            spot.shape(ring[::4] * 11 + (side * (690 + 70 * lamp), -60),
                    ink(("e05a40", "f0c050", "60d090")[lamp % 3]))
    return finish_room(scene)


def _paint_sea_outside(scene: Scene) -> None:
    spot = Spot(scene, WIDTH / 2, HEIGHT * FLOOR - 400, 1.0)
    spot.boxes([(-330, -330, 330, 330)], ink("0f3f60"))
    spot.glow(0, -240, 520, ink("5fc0e0"), 0.7)
    for x, y, size in ((-110, 20, 1.0), (60, -60, 0.7), (130, 90, 1.2)):
        spot.shape([(x - 60 * size, y), (x - 10 * size, y - 24 * size), (x + 40 * size, y),
                (x + 66 * size, y - 20 * size), (x + 66 * size, y + 20 * size),
                    (x + 40 * size, y), (x - 10 * size, y + 24 * size)], ink("0a2c46"))


def log_cabin(wish: Wish) -> Scene:
    """Paint a cabin of logs with a stove, a bunk and a small window."""
    scene = start_room(wish, "8a6238", "7a5838", [_SMALL])
    spot = _middle(scene)
    for row in range(13):
        y = -932 + 74 * row
        spot.boxes([(-1130, y, 1130, y + 7)], scaled(spot.tone("5a3c24", 1), 0.7), 150)
        spot.boxes([(-1130, y + 10, 1130, y + 18)], spot.tone("c89a60"), 60)
    frame(scene, _SMALL, bars=1)
    side = wish.chance("stove").choice((-1, 1))
    _paint_stove(replace(spot, x=WIDTH / 2 + side * 640))
    x = -side * 800
    spot.boxes([(x - 290, -170, x + 290, -120), (x - 280, -120, x - 256, 40), (x + 256, -120, x + 280, 40),
            (x - 290, -470, x - 262, 40),
                (x + 262, -470, x + 290, 40), (x - 290, -440, x + 290, -396)], spot.tone("7a5230", 0.3))
    spot.shape([(x - 262, -172), (x - 240, -236), (x + 240, -240), (x + 262, -172)],
            spot.tone(wish.chance("blanket").choice(("a83f38", "3f5f7a", "6a7a4a")), 0.15))
    spot.shape([(x - 262, -442), (x - 240, -500), (x + 240, -502), (x + 262, -442)], spot.tone("c8b48a", 0.2))
    return finish_room(scene)


def _paint_stove(spot: Spot) -> None:
    """Paint an iron stove with its pipe, fire behind the door."""
    spot.boxes([(-36, -940, 36, -330)], spot.tone("3a3c42", 0.6))
    spot.boxes([(-36, -940, -16, -330)], spot.tone("7a7c82", 0.3))
    spot.boxes([(-170, -330, 170, -300), (-150, -300, 150, -30), (-140, -30, -110, 40), (110, -30, 140, 40)],
            spot.tone("3f4148", 0.5))
    spot.boxes([(-150, -300, -110, -30)], spot.tone("7a7c82", 0.4), 150)
    spot.boxes([(-84, -230, 84, -90)], spot.tone("24242a", 1))
    spot.boxes([(-70, -216, 70, -104)], ink("ff9a40"))
    spot.shape([(-60, -106), (-40, -180), (-16, -140), (8, -204), (34, -140), (52, -176), (62, -106)], ink("ffe08a"))
    spot.glow(0, -160, 420, ink("ff8a3c"), 0.5)
    spot.shape([(40, -332), (30, -390), (60, -420), (110, -420), (136, -390), (128, -332)], spot.tone("b8693c", 0.1))
    spot.rod([(134, -390, 7), (168, -404, 5)], spot.tone("b8693c", 0.3))


def kitchen(wish: Wish) -> Scene:
    """Paint a kitchen: stove, pans on hooks, plates on a shelf, a table under the window."""
    scene = start_room(wish, wish.chance("wall").choice(("a89a80", "8a9a94", "b09078")), "8a6a4c", [_BROAD])
    spot, side = _middle(scene), wish.chance("stove").choice((-1, 1))
    tiles = [(x, y, x + 3, y + 96) for x in range(-1120, 1121, 96) for y in (-192, -96)]
    spot.boxes([(-1120, -192, 1120, 0)], spot.tone("c8d0cc", 0.35))
    spot.boxes([*tiles, (-1120, -98, 1120, -94), (-1120, -196, 1120, -188)], spot.tone("8a9490", 0.6))
    frame(scene, _BROAD, bars=1)
    _paint_stove(replace(spot, x=WIDTH / 2 + side * 640))
    rail = -side * 700
    spot.boxes([(rail - 300, -640, rail + 300, -626)], spot.tone("4a4038", 0.8))
    for number, radius in enumerate((54, 42, 60, 36)):
        x, copper = rail - 220 + 146 * number, spot.tone("b8693c", 0.15 + 0.1 * number)
        spot.rod([(x, -626, 4), (x, -626 + 90, 6)], copper)
        turn = np.linspace(0, 2 * math.pi, 24)
        spot.shape(np.stack([x + radius * np.cos(turn), -500 + radius + radius * np.sin(turn) - 36], axis=1), copper)
        spot.shape(np.stack([x + radius * 0.74 * np.cos(turn), -500 + radius + radius * 0.74 * np.sin(turn) - 36],
                axis=1), spot.tone("8a4a2c", 0.5))
    spot.boxes([(rail - 320, -300, rail + 320, -282)], spot.tone("7a5638", 0.3))
    for number in range(6):
        x = rail - 260 + 104 * number
        spot.shape([(x - 36, -302), (x - 40, -380), (x + 40, -380), (x + 36, -302)],
                spot.tone(("e8e0d0", "7f9ab0", "d8b080")[number % 3], 0.15))
    paint_table(scene, 0.5 - side * 0.02)
    spot.rod([(-60, -98, 24), (20, -104, 28), (90, -96, 20)], spot.tone("c8924c", 0.2))
    return finish_room(scene)


def lamp_room(wish: Wish) -> Scene:
    """Paint the lamp room of a lighthouse: panes all around, the great lens in the middle, the sea outside."""
    scene = new_scene(wish, 0.46)
    paint_sky(scene)
    paint_water(scene, scene.horizon, round(HEIGHT * 0.8), rough=0.5)
    spot, iron = _middle(scene), ink("2f3a40")
    floor = empty(scene)
    fill(floor, [(-9, HEIGHT * 0.78), (WIDTH + 9, HEIGHT * 0.78), (WIDTH + 9, HEIGHT), (-9, HEIGHT)])
    blend(scene.canvas, mix(spot.tone("6a5a48", 0.5), iron, 0.3), floor)
    for x in range(-1260, 1261, 140):
        spot.rod([(x * 0.8, 50, 2), (x * 1.7, 330, 3)], scaled(iron, 0.7), 160)
    posts = [-1060, -640, -260, 260, 640, 1060]
    for x in posts:
        spot.boxes([(x - 13, -800, x + 13, 60)], spot.tone("4a5a60", 0.7))
    for left, right in pairwise(posts):
        spot.rod([(left, -380, 6), (right, -380, 6)], spot.tone("4a5a60", 0.8))
        spot.rod([(left, -560, 5), ((left + right) / 2, -380, 5), (right, -560, 5)], spot.tone("4a5a60", 0.85), 170)
    spot.shape([(-1130, -932), (1130, -932), (1130, -760), (0, -830), (-1130, -760)], spot.tone("3f4c52", 0.8))
    for x in posts:
        spot.rod([(x, -790, 9), (x * 0.4, -940, 7)], spot.tone("5a6a70", 0.7))
    spot.boxes([(-1130, 30, 1130, 64)], spot.tone("4a5a60", 0.6))
    _paint_lens(replace(spot, y=spot.y + 40))
    scene.ground = 0.93
    scene.wish = replace(scene.wish, weather=frozenset())
    return scene


def _paint_lens(spot: Spot) -> None:
    """Paint a great lens: rings of glass in a cage of brass, on its pedestal."""
    lamp = 0.95 if is_dim(spot.scene) else 0.4
    spot.shape([(-90, 40), (-70, -130), (70, -130), (90, 40)], spot.tone("8a6a34", 0.4))
    spot.boxes([(-190, -160, 190, -126), (-150, 30, 150, 60)], spot.tone("c89a44", 0.2))
    spot.glow(0, -400, 760, LAMP, 0.55 * lamp)
    for row in range(11):
        y, half = -170 - 46 * row, 200 * math.sin(math.pi * (row + 1.6) / 13.2) + 34
        pale = mix(ink("8fc0c4"), ink("fff4d0"), lamp * (1 - abs(row - 5) / 7))
        spot.shape([(-half, y), (half, y), (half + 9, y - 24), (half - 6, y - 40), (6 - half, y - 40),
                (-half - 9, y - 24)], pale, 225)
        spot.rod([(-half, y - 30, 3), (half * 0.3, y - 34, 3)], ink("ffffff"), 120)
    for x in (-0.95, -0.35, 0.35, 0.95):
        spot.rod([(x * 80, -160, 6), (x * 215, -410, 6), (x * 80, -690, 6)], spot.tone("d8a848", 0.15))
    turn = np.linspace(0, 2 * math.pi, 30)
    for radius, colour in ((92, spot.tone("d8a848", 0.2)), (80, ink("f4f0d0")), (52, ink("fffbe8"))):
        spot.shape(np.stack([radius * np.cos(turn), radius * np.sin(turn) - 410], axis=1), colour)
    spot.shape([(-90, -680), (0, -760), (90, -680)], spot.tone("c89a44", 0.3))
    spot.glow(0, -410, 300, ink("fff4c8"), 0.7 * lamp)


def stair(wish: Wish) -> Scene:
    """Paint a spiral stair of stone around its column, lit by a narrow window."""
    scene = plain_room(wish, "8a867c", "7a766c")
    spot = replace(_middle(scene), depth=0.95)
    for row in range(12):
        y = -932 + 82 * row
        spot.boxes([(-1130, y, 1130, y + 4)], spot.tone("5a564e", 1), 120)
        spot.boxes([(x + 70 * (row % 2), y, x + 70 * (row % 2) + 4, y + 82) for x in range(-1130, 1130, 150)],
                spot.tone("5a564e", 1), 110)
    for step in range(9):
        y = -932 + 66 * step
        spot.shape([(60, y), (980 - 70 * step, y - 60), (1010 - 70 * step, y + 10), (60, y + 70)],
                spot.tone("a09a8c", 0.45 + 0.05 * step))
        spot.shape([(60, y + 56), (1010 - 70 * step, y + 4), (1010 - 70 * step, y + 28), (60, y + 96)],
                spot.tone("6a665c", 1))
    light = mix(scene.light.low, scene.light.sun, 0.4)
    window = [(-700 + 66 * math.cos(a), -610 - 90 * math.sin(a)) for a in np.linspace(0, math.pi, 14)]
    spot.shape([*[(x * 1.0 + (x + 700) * 0.4, y - 16) for x, y in window], (-802, -336), (-598, -336)],
            spot.tone("c0b8a4", 0.2))
    spot.shape([*window, (-766, -360), (-634, -360)], light)
    spot.boxes([(-704, -700, -696, -360), (-766, -500, -634, -492)], spot.tone("4a4640", 1))
    spot.glow(-700, -500, 620, light, 0.4)
    shaft = empty(scene)
    fill(shaft, [(WIDTH / 2 - 750, 420), (WIDTH / 2 - 640, 420), (WIDTH / 2 + 60, HEIGHT),
            (WIDTH / 2 - 500, HEIGHT)], 62)
    add_light(scene.canvas, light, cv2.blur(shaft, (61, 61)))
    spot.boxes([(-70, -940, 90, 340)], spot.tone("b0a896", 0.3))
    spot.boxes([(20, -940, 90, 340)], spot.tone("6a665c", 1), 170)
    for step in range(8):
        y, reach = 300 - 96 * step, 1180 - 40 * step
        spot.shape([(-40, y - 30), (-reach, y + 30), (-reach, y + 96), (-40, y + 50)],
                spot.tone("b8b09c", 0.15 + 0.07 * step))
        spot.shape([(-40, y + 40), (-reach, y + 88), (-reach, y + 126), (-40, y + 70)], spot.tone("5f5b52", 1))
        if step == 3:
            break
    return finish_room(scene)
