"""Birds that stand or fly, and insects."""
# Outlines read better as rows of points:
# fmt: off
# ruff: noqa: ARG001, PLR0917

import math
import random
from itertools import pairwise

from painter.brush import Colour, ink, mix, scaled
from painter.sheet import Sheet


def _wing(sheet: Sheet, x: float, y: float, colour: Colour, tips: list[tuple[float, float]], width: float) -> None:
    """Paint a spread wing: one sail with feathered tips, and the arm along its front edge."""
    edge: list[tuple[float, float]] = []
    for (ax, ay), (bx, by) in pairwise(tips):
        edge += [(x + ax, y + ay), (x + (ax + bx) * 0.43, y + (ay + by) * 0.43 + 6)]
    edge.append((x + tips[-1][0], y + tips[-1][1]))
    lead = (x + tips[0][0] * 0.5 + width * 0.8, y + tips[0][1] * 0.58)
    sail = sheet.shape(
        [(x + width, y + width * 0.4), lead, *edge, (x - width * 1.2, y + width * 0.8)], scaled(colour, 0.82), soft=0.8
    )
    for dx, dy in tips[1:]:
        sheet.line(
            [(x, y), (x + dx * 0.5, y + dy * 0.52 - 8), (x + dx * 0.92, y + dy * 0.92)],
            4,
            scaled(colour, 0.6),
            within=sail,
            level=150,
        )
    sheet.limb(
        [
            (x, y, width), (lead[0] - width * 0.6, lead[1], width * 0.7),
            (x + tips[0][0] * 0.9, y + tips[0][1] * 0.92, width * 0.2),
        ],
        colour,
    )


def flying_bird(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    _wing(sheet, 30, -330, scaled(coat, 0.72), [(130, -330), (60, -330), (0, -300), (-50, -250)], 34)
    for dy in (-24, 0, 24):
        sheet.limb([(-150, -280, 24), (-320, -262 + dy, 22), (-370, -258 + dy * 1.6, 8)], scaled(coat, 0.8))
    body = sheet.limb([(-190, -280, 32), (-60, -290, 78), (90, -310, 80), (180, -330, 52)], coat)
    sheet.limb(
        [(-120, -230, 30), (40, -240, 50), (160, -270, 26)], mix(coat, ink("fff6e6"), 0.7), within=body, soft=0.5
    )
    sheet.oval(206, -346, 62, 56, coat)
    sheet.blob([(250, -366), (330, -340), (322, -318), (254, -322)], ink("e0a03c"))
    sheet.eye(226, -358, 11)
    _wing(sheet, 10, -330, coat, [(-150, -330), (-220, -280), (-270, -220), (-300, -150), (-290, -90)], 40)


def eagle(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    flying_bird(sheet, coat, chance)
    sheet.oval(210, -348, 63, 57, ink("f0ebe0"))
    sheet.blob([(252, -374), (340, -350), (346, -300), (318, -318), (256, -320)], ink("e8b040"))
    sheet.eye(230, -360, 11, ink("e8c860"))


def standing_bird(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    for x in (-20, 30):
        sheet.line([(x, -120), (x + 6, -8)], 12, ink("c8803c"))
        sheet.blob([(x - 34, 0), (x + 6, -16), (x + 62, 0)], ink("c8803c"))
    sheet.limb([(-130, -220, 40), (-260, -130, 34), (-320, -90, 22)], scaled(coat, 0.75))
    body = sheet.limb([(-130, -220, 70), (0, -240, 122), (80, -300, 112), (110, -400, 82)], coat)
    sheet.limb([(60, -140, 60), (130, -250, 70), (150, -350, 30)], mix(coat, ink("f0784a"), 0.6), within=body, soft=0.6)
    sheet.limb([(20, -300, 70), (-80, -230, 74), (-220, -140, 16)], scaled(coat, 0.8))
    sheet.blob([(180, -440), (252, -412), (184, -396)], ink("e0a03c"))
    sheet.eye(136, -428, 14)


def crane(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    for x, shade in ((20, 0.7), (-30, 1.0)):
        sheet.line([(x, -360), (x + 26, -190), (x, -6)], 13, scaled(ink("5a5458"), shade))
        sheet.blob([(x - 30, 0), (x + 4, -14), (x + 70, 0)], scaled(ink("5a5458"), shade))
    sheet.limb([(-140, -420, 50), (-270, -350, 46), (-330, -290, 14)], ink("2f3038"))
    sheet.limb([(-150, -420, 76), (0, -440, 108), (110, -470, 66)], coat)
    sheet.limb([(90, -480, 50), (190, -590, 32), (130, -720, 26), (170, -820, 30)], coat)
    sheet.limb([(60, -470, 60), (-80, -400, 66), (-250, -330, 12)], mix(coat, ink("b8bcc4"), 0.4))
    sheet.oval(180, -836, 44, 38, coat)
    sheet.blob([(160, -872), (200, -880), (216, -852), (176, -848)], ink("c83f3a"))
    sheet.blob([(214, -852), (350, -812), (214, -820)], ink("8a8468"))
    sheet.eye(196, -840, 9)


def owl(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    pale = mix(coat, ink("fff2dc"), 0.62)
    sheet.limb([(-20, -120, 90), (-40, 20, 50)], scaled(coat, 0.6))
    body = sheet.blob(
        [(-190, -280), (-170, -480), (-100, -600), (100, -600), (170, -480), (190, -280), (110, -60), (-110, -60)], coat
    )
    sheet.oval(0, -260, 112, 170, pale, within=body, soft=0.5)
    for row in range(6):
        for step in range(5):
            sheet.blob(
                [
                    (-88 + 44 * step + 20 * (row % 2), -370 + 48 * row),
                    (-72 + 44 * step + 20 * (row % 2), -346 + 48 * row),
                    (-56 + 44 * step + 20 * (row % 2), -370 + 48 * row),
                ],
                scaled(coat, 0.8),
                soft=0.0,
                within=body,
                level=170,
            )
    for side in (-1, 1):
        sheet.limb([(side * 150, -430, 56), (side * 190, -280, 66), (side * 130, -90, 16)], scaled(coat, 0.8))
        sheet.shape([(side * 60, -600), (side * 150, -690), (side * 146, -560)], scaled(coat, 0.85))
        sheet.oval(side * 74, -500, 86, 86, pale)
        sheet.oval(side * 70, -500, 52, 52, ink("f0b840"), soft=0.4)
        sheet.eye(side * 70, -500, 31)
        for dx in (-22, 0, 22):
            sheet.limb([(side * 60 + dx, -70, 13), (side * 60 + dx * 1.4, -8, 7)], ink("c89040"))
    sheet.blob([(-24, -470), (24, -470), (0, -404)], ink("d8a040"))


def penguin(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    for side in (-1, 1):
        sheet.blob([(side * 60 - 60, 0), (side * 60, -40), (side * 60 + 70, 0)], ink("e09838"))
    sheet.limb([(-120, -500, 40), (-210, -330, 40), (-220, -200, 10)], scaled(coat, 0.75))
    body = sheet.blob(
        [
            (-150, -40), (-190, -260), (-150, -500), (-90, -680), (0, -740), (90, -680), (150, -500), (190, -260),
            (150, -40), (0, -10),
        ],
        coat,
    )
    sheet.blob(
        [(-90, -30), (-110, -260), (-70, -500), (20, -560), (120, -490), (150, -260), (130, -40)],
        ink("f6f2e8"),
        within=body,
        soft=0.7,
    )
    sheet.oval(70, -590, 60, 44, ink("f0b850"), within=body, soft=0.4, turn=30, level=210)
    sheet.limb([(130, -490, 38), (210, -350, 38), (240, -230, 10)], scaled(coat, 0.9))
    sheet.blob([(70, -680), (176, -650), (74, -634)], ink("2c2a30"))
    sheet.eye(48, -668, 12)


def bee(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    for turn, x in ((-26, -50), (20, 40)):
        sheet.oval(x, -430, 96, 160, ink("e4eef4"), turn=turn, level=170, soft=0.6)
    body = sheet.limb([(-240, -230, 36), (-120, -250, 120), (40, -260, 130), (130, -260, 96)], coat)
    for x in (-170, -80, 10):
        sheet.limb([(x, -420, 26), (x + 20, -250, 30), (x, -90, 26)], ink("2c2620"), within=body, soft=0.3)
    sheet.oval(190, -270, 92, 88, ink("3a3028"))
    for dx in (10, 70):
        sheet.line([(196 + dx * 0.4, -340), (220 + dx, -420), (250 + dx, -430)], 9, ink("2c2620"))
    for x in (-40, 30, 90):
        sheet.line([(x, -140), (x + 20, -80), (x, -40)], 11, ink("2c2620"))
    sheet.eye(224, -280, 22, ink("f4ecd8"))


def butterfly(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    spot = mix(coat, ink("fff0c8"), 0.65)
    for side in (-1, 1):
        rim = scaled(coat, 0.35)
        upper = [(side * 14, -330), (side * 120, -560), (side * 330, -600), (side * 360, -450), (side * 220, -330)]
        lower = [(side * 14, -310), (side * 210, -310), (side * 270, -170), (side * 150, -60), (side * 60, -170)]
        for wing in (lower, upper):
            cx, cy = sum(p[0] for p in wing) / 5, sum(p[1] for p in wing) / 5
            sheet.blob(wing, rim)
            sheet.blob([(cx + (x - cx) * 0.86, cy + (y - cy) * 0.86) for x, y in wing], coat, soft=0.6)
            sheet.oval(cx + side * 30, cy - 10, 40, 34, spot, soft=0.3)
            sheet.oval(cx + side * 30, cy - 10, 18, 16, rim, soft=0.0)
    sheet.limb([(0, -440, 22), (0, -330, 28), (0, -180, 12)], ink("3a2c28"))
    for side in (-1, 1):
        sheet.line([(side * 8, -450), (side * 50, -560), (side * 90, -590)], 7, ink("3a2c28"))


def beetle(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    for x in (-120, 0, 110):
        sheet.line([(x, -120), (x + 30, -70), (x + 10, 0)], 18, ink("2c2620"))
    sheet.oval(170, -160, 84, 78, scaled(coat, 0.45))
    shell = sheet.blob([(-240, -90), (-200, -240), (-40, -310), (120, -260), (160, -90)], coat)
    sheet.line([(-240, -110), (-60, -220), (140, -240)], 6, scaled(coat, 0.45), within=shell)
    for x, y in ((-120, -170), (10, -210), (-30, -120), (90, -140)):
        sheet.oval(x, y, 30, 28, scaled(coat, 0.35), within=shell, soft=0.3)
    sheet.line([(220, -220), (280, -290)], 8, ink("2c2620"))
    sheet.eye(206, -176, 13)


def hen(sheet: Sheet, coat: Colour, chance: random.Random) -> None:
    for turn in range(5):
        angle = math.radians(200 + 18 * turn)
        sheet.limb(
            [(-120, -300, 40), (-120 + math.cos(angle) * 190, -300 + math.sin(angle) * 190, 18)],
            scaled(coat, 0.6 + 0.06 * turn),
        )
    standing_bird(sheet, coat, chance)
    for dx, dy in ((70, -500), (104, -524), (140, -508)):
        sheet.oval(dx, dy, 24, 32, ink("c8382f"))
    sheet.oval(186, -372, 18, 30, ink("c8382f"))


FLYERS = {
    "bird": (flying_bird, "6a86a8", 0.24, True), "eagle": (eagle, "6a4a34", 0.34, True), "songbird": (standing_bird,
    "6f6a64", 0.18, False),
    "crane": (crane, "ece8e0", 0.44, False), "owl": (owl, "9a7450", 0.32, False), "penguin": (penguin, "33384a", 0.34,
    False),
    "bee": (bee, "e8b03a", 0.2, True), "butterfly": (butterfly, "e0843c", 0.22, True), "beetle": (beetle, "b8382f",
    0.16, False),
    "hen": (hen, "b8683c", 0.24, False), "gull": (flying_bird, "e6e6e4", 0.24, True), "crow": (standing_bird,
    "34343e", 0.2, False),
    "parrot": (standing_bird, "3f9a5f", 0.24, False), "flamingo": (crane, "e88a98", 0.42, False),
}  # fmt: skip
