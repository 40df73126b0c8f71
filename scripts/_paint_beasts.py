"""Four-legged animals: one body plan, many species. They look to the right."""
# ruff: noqa: PLR0917

import math
import random
from dataclasses import dataclass

from _paint_brush import Colour, ink, mix, scaled
from _paint_sheet import Sheet, Stamp


@dataclass(frozen=True)
class Beast:
    """Hold a species: sizes in pixels of a sheet, colours as codes, and names of its special parts."""

    coat: str
    belly: str = ""
    long: float = 420  # chest to rump
    deep: float = 92  # radius of the body
    leg: float = 250
    thick: float = 34
    neck: tuple[float, float, float] = (120, -110, 60)  # reach, rise, radius
    head: tuple[float, float, float] = (62, 100, 34)  # radius, length of the snout, radius of the nose
    ears: str = "point"
    tail: str = "thin"
    horns: str = ""
    marks: str = ""
    mane: str = ""
    socks: str = ""
    size: float = 0.36


BEASTS = {
    "fox": Beast("c8682f", "f2e6d4", 380, 70, 190, 22, (86, -74, 52), (58, 104, 16), "tall", "brush", socks="3a2a28",
    size=0.27),
    "wolf": Beast("7d8088", "d4d2cc", 430, 84, 240, 28, (104, -86, 60), (62, 112, 24), "point", "brush", size=0.33),
    "dog": Beast("a9793f", "e8d8bc", 390, 78, 210, 28, (86, -110, 50), (62, 92, 28), "flop", "up", size=0.28),
    "cat": Beast("8a8078", "d8d0c4", 340, 66, 170, 22, (64, -74, 46), (60, 40, 20), "tall", "long", marks="stripes",
    size=0.22),
    "lion": Beast("cf9d54", "e8cf9c", 480, 98, 240, 36, (104, -90, 70), (74, 80, 36), "round", "tuft", mane="6f4424",
    size=0.36),
    "tiger": Beast("d98a3a", "f2e4cc", 490, 98, 230, 36, (108, -70, 70), (74, 76, 36), "round", "long",
    marks="stripes", size=0.35),
    "leopard": Beast("d3a862", "eedfc0", 460, 82, 220, 28, (96, -70, 56), (62, 66, 28), "round", "long",
    marks="spots", size=0.31),
    "bear": Beast("6b4a34", "", 470, 140, 200, 54, (110, -56, 92), (86, 84, 40), "round", "stub", size=0.4),
    "polar bear": Beast("ece6d8", "", 500, 136, 210, 54, (136, -66, 84), (76, 92, 38), "round", "stub", size=0.4),
    "deer": Beast("a8713f", "e6d3b4", 400, 78, 310, 20, (80, -190, 40), (48, 96, 22), "leaf", "stub", "antlers",
    size=0.44),
    "moose": Beast("5f4636", "7d6450", 480, 120, 340, 28, (110, -130, 66), (60, 150, 46), "leaf", "stub", "shovels",
    size=0.48),
    "horse": Beast("7f4f30", "", 470, 98, 330, 28, (120, -200, 58), (56, 140, 34), "leaf", "flow", mane="3a2620",
    size=0.46),
    "zebra": Beast("efeae0", "", 450, 98, 300, 28, (110, -176, 56), (54, 124, 32), "leaf", "tuft", marks="stripes",
    mane="2a2830", size=0.42),
    "camel": Beast("c9a063", "", 460, 108, 360, 28, (190, -200, 42), (50, 110, 34), "round", "tuft", marks="humps",
    size=0.5),
    "cow": Beast("ece4d8", "", 500, 126, 230, 36, (104, -60, 70), (62, 110, 44), "leaf", "tuft", "short", "patches",
    size=0.4),
    "goat": Beast("cfc4b4", "", 360, 82, 200, 22, (72, -120, 42), (46, 84, 24), "leaf", "stub", "curved", size=0.28),
    "sheep": Beast("e8e0d0", "", 360, 118, 150, 22, (70, -40, 60), (48, 72, 28), "flop", "stub", marks="wool",
    size=0.26),
    "pig": Beast("e0a898", "", 400, 116, 120, 28, (80, -10, 84), (66, 70, 38), "point", "curl", size=0.23),
    "elephant": Beast("8f8e94", "", 540, 196, 300, 62, (120, -110, 110), (112, 40, 60), "fan", "tuft", "trunk",
    size=0.6),
    "mammoth": Beast("6f4a34", "", 540, 200, 280, 64, (120, -140, 120), (122, 40, 60), "round", "tuft", "trunk",
    "shaggy", size=0.62),
    "rhino": Beast("8a8684", "", 540, 168, 210, 54, (120, -20, 96), (78, 140, 50), "leaf", "tuft", "nose", size=0.44),
    "hippo": Beast("8a7680", "c8a0a0", 540, 172, 150, 54, (110, -10, 104), (90, 110, 74), "round", "stub", size=0.36),
    "giraffe": Beast("d9ae64", "", 380, 104, 420, 30, (170, -480, 44), (46, 96, 26), "leaf", "tuft", "knobs", "spots",
    size=0.72),
    "rabbit": Beast("a98f78", "ece2d4", 220, 84, 92, 20, (50, -62, 46), (54, 42, 24), "long", "ball", size=0.17),
    "mouse": Beast("8f857c", "d8ccbc", 200, 74, 56, 13, (52, -24, 46), (48, 62, 12), "round", "worm", size=0.1),
    "squirrel": Beast("a85f34", "ecdcc4", 190, 70, 90, 18, (46, -80, 44), (48, 46, 18), "tall", "plume", size=0.18),
    "badger": Beast("6a6a6e", "2c2a30", 340, 92, 100, 28, (80, -20, 60), (54, 84, 20), "round", "stub",
    marks="badger", size=0.2),
    "monkey": Beast("7a5638", "d8b890", 270, 78, 200, 26, (60, -92, 48), (62, 34, 30), "round", "hook", size=0.27),
    "kangaroo": Beast("a8764c", "dcc4a0", 330, 90, 180, 34, (70, -160, 46), (48, 76, 24), "long", "thick", size=0.42),
    "lizard": Beast("6f8a4c", "c8cf98", 420, 56, 80, 18, (90, -10, 40), (46, 84, 22), "none", "thick", marks="spots",
    size=0.14),
    "crocodile": Beast("5f6f48", "bcc08c", 560, 80, 84, 28, (90, 0, 60), (54, 210, 26), "none", "thick",
    marks="plates", size=0.19),
    "dinosaur": Beast("7a8a5c", "c4c494", 500, 168, 250, 62, (250, -380, 56), (56, 84, 34), "none", "thick", size=0.74),
}  # fmt: skip


def paint_beast(sheet: Sheet, name: str, tint: Colour | None, chance: random.Random) -> None:
    """Paint the species, in its own coat or in the colour that the prompt gives it."""
    kind = BEASTS[name]
    coat = tint or ink(kind.coat)
    coat = mix(coat, ink(chance.choice(("ffffff", "3a2a20", "d8a060"))), chance.uniform(0, 0.1))
    belly = ink(kind.belly) if kind.belly else mix(coat, ink("fff4e0"), 0.25)
    top = -kind.leg - kind.deep * 0.85
    rump, chest = (-kind.long / 2, top), (kind.long / 2, top - kind.deep * 0.06)
    _legs(sheet, kind, scaled(coat, 0.62), rump, chest, far=True, chance=chance)
    _tail(sheet, kind.tail, rump, kind, coat)
    neck = (chest[0] + kind.neck[0], chest[1] + kind.neck[1])
    if kind.mane and kind.tail == "tuft" and "stripes" not in kind.marks and kind.ears == "round":
        _ruff(sheet, neck, kind, ink(kind.mane))
    sheet.limb(
        [
            (chest[0] - kind.deep * 0.4, chest[1], kind.deep * 0.86),
            (chest[0] + kind.neck[0] * 0.5, chest[1] + kind.neck[1] * 0.5, kind.neck[2] * 1.1),
            (*neck, kind.neck[2] * 0.82),
        ],
        coat,
    )
    body = sheet.limb(
        [
            (rump[0], rump[1], kind.deep * 0.92),
            (rump[0] * 0.4, top + kind.deep * 0.04, kind.deep * 0.95),
            (chest[0] * 0.4, top + kind.deep * 0.1, kind.deep * 1.04),
            (chest[0], chest[1], kind.deep * 0.98),
        ],
        coat,
    )
    sheet.limb(
        [
            (rump[0], top + kind.deep * 0.95, kind.deep * 0.2),
            (0, top + kind.deep * 1.02, kind.deep * 0.32),
            (chest[0] + 10, top + kind.deep * 0.72, kind.deep * 0.34),
        ],
        belly,
        within=body,
        soft=0.4,
    )
    _marks(sheet, kind, body, rump, chest, coat, chance)
    _legs(sheet, kind, coat, rump, chest, far=False, chance=chance)
    if kind.mane and kind.ears == "leaf":
        _crest(sheet, chest, neck, kind)
    _head(sheet, kind, neck, coat, belly)


def _legs(
    sheet: Sheet,
    kind: Beast,
    colour: Colour,
    rump: tuple[float, float],
    chest: tuple[float, float],
    *,
    far: bool,
    chance: random.Random,
) -> None:
    shift = kind.thick * 0.9 * (1 if far else -0.4)
    step = chance.uniform(-0.06, 0.1) * kind.leg * (1 if far else -1)
    foot = ink(kind.socks) if kind.socks else scaled(colour, 0.62)
    hip, knee = rump[0] + kind.deep * 0.1 + shift, -kind.leg * 0.52
    hind = [(hip, rump[1] + kind.deep * 0.25, kind.thick * 2.0), (hip + kind.thick * 0.7 + step,
        knee - kind.leg * 0.12, kind.thick * 1.2),
            (hip - kind.thick * 0.5 + step, knee + kind.leg * 0.16, kind.thick * 0.74), (hip + step,
            -kind.thick * 0.5, kind.thick * 0.66)]  # fmt: skip
    shoulder = chest[0] - kind.deep * 0.12 + shift
    fore = [
        (shoulder, chest[1] + kind.deep * 0.35, kind.thick * 1.6),
        (shoulder - step * 0.4, knee, kind.thick * 0.92),
        (shoulder - step, -kind.thick * 0.5, kind.thick * 0.66),
    ]
    for leg in (hind, fore):
        stamp = sheet.limb(leg, colour)
        x = leg[-1][0]
        if kind.socks:
            sheet.box(x - 60, -kind.leg * 0.42, x + 60, 4, foot, within=stamp, soft=0.0, level=215)
        sheet.blob(
            [
                (x - kind.thick * 0.8, -kind.thick * 0.9),
                (x + kind.thick * 0.6, -kind.thick * 0.95),
                (x + kind.thick * 1.35, -kind.thick * 0.3),
                (x + kind.thick * 1.2, 0),
                (x - kind.thick * 0.85, 0),
            ],
            foot,
        )


def _tail(sheet: Sheet, tail: str, at: tuple[float, float], kind: Beast, coat: Colour) -> None:
    x, y, deep = at[0] - kind.deep * 0.72, at[1] - kind.deep * 0.3, kind.deep
    if tail == "brush":
        stamp = sheet.limb([(x + 20, y, 18), (x - 110, y + 50, 44), (x - 220, y + 30, 54), (x - 310, y - 30, 8)], coat)
        sheet.limb([(x - 240, y + 20, 60), (x - 320, y - 36, 30)], ink("f4ece0"), within=stamp, soft=0.3)
    elif tail == "thick":
        sheet.limb(
            [
                (x + deep * 0.9, y + deep * 0.5, deep * 0.84),
                (x - deep * 1.2, y + deep * 0.6, deep * 0.5),
                (x - deep * 3.0, y + deep * 0.9 + kind.leg * 0.3, deep * 0.2),
                (x - deep * 4.2, y + deep + kind.leg * 0.25, 4),
            ],
            coat,
        )
    elif tail == "flow":
        sheet.limb([(x + 20, y, 18), (x - 40, y + 60, 30), (x - 60, y + 190, 40), (x - 50, y + 300, 6)], ink(kind.mane))
    elif tail == "plume":
        sheet.limb(
            [(x + 30, y + 40, 20), (x - 70, y - 40, 56), (x - 70, y - 170, 68), (x + 10, y - 250, 30)],
            scaled(coat, 1.08),
        )
    elif tail in ("long", "up", "hook", "worm", "tuft", "thin", "curl"):
        ends = {
            "long": (-190, -90),
            "up": (-90, -170),
            "hook": (-210, -190),
            "worm": (-210, 50),
            "tuft": (-70, 190),
            "curl": (-60, -40),
            "thin": (-60, 150),
        }[tail]
        thick = {"worm": 5, "curl": 8, "tuft": 9}.get(tail, 17)
        sheet.limb(
            [
                (x + 20, y, thick * 1.2),
                (x + ends[0] * 0.6, y + ends[1] * 0.2 + 24, thick),
                (x + ends[0], y + ends[1], thick * 0.7),
            ],
            coat,
        )
        if tail == "tuft":
            sheet.limb([(x - 68, y + 170, 10), (x - 72, y + 210, 18), (x - 74, y + 244, 3)], scaled(coat, 0.5))
    elif tail in ("stub", "ball"):
        sheet.oval(
            x + 6,
            y + 10,
            *((38, 36) if tail == "ball" else (24, 30)),
            mix(coat, ink("ffffff"), 0.5 if tail == "ball" else 0.0),
        )


def _head(sheet: Sheet, kind: Beast, at: tuple[float, float], coat: Colour, belly: Colour) -> None:
    radius, snout, nose = kind.head
    x, y = at[0] + radius * 0.35, at[1] - radius * 0.35
    tip = (x + radius * 0.4 + snout, y + radius * 0.45 + snout * 0.2)
    _ear(sheet, kind.ears, x - radius * 0.1, y - radius * 0.5, radius, scaled(coat, 0.7), far=True)
    _horns(sheet, kind.horns, x, y, radius, far=True)
    skull = sheet.limb(
        [
            (x - radius * 0.2, y, radius * 0.95),
            (x + radius * 0.35, y + radius * 0.12, radius * 0.86),
            (x + radius * 0.5 + snout * 0.5, (y + tip[1]) / 2 + radius * 0.05, (radius + nose) * 0.52),
            (*tip, nose),
        ],
        coat,
    )
    if kind.belly:
        sheet.limb(
            [(x + radius * 0.1, y + radius * 0.8, radius * 0.4), (tip[0] + nose, tip[1] + nose * 0.7, nose * 0.85)],
            belly,
            within=skull,
            soft=0.3,
        )
    if kind.marks == "badger":
        for dy in (-0.45, 0.5):
            sheet.limb(
                [(x - radius, y + dy * radius, radius * 0.2), (tip[0] - 10, tip[1] + dy * 12, 7)],
                ink("efeae0"),
                within=skull,
                soft=0.0,
            )
    if kind.horns == "trunk":
        _trunk(sheet, tip, coat, radius)
    else:
        sheet.oval(
            tip[0] + nose * 0.62,
            tip[1] - nose * 0.42,
            max(7.0, nose * 0.46),
            max(6.0, nose * 0.38),
            ink("2c2428") if kind.ears != "none" else scaled(coat, 0.6),
        )
        sheet.line(
            [(tip[0] + nose * 0.5, tip[1] + nose * 0.42), (tip[0] - snout * 0.3, tip[1] + nose * 0.5)],
            4,
            scaled(coat, 0.45),
        )
    sheet.eye(x + radius * 0.42, y - radius * 0.12, max(6.5, radius * 0.135))
    _horns(sheet, kind.horns, x, y, radius, far=False)
    _ear(sheet, kind.ears, x - radius * 0.4, y - radius * 0.52, radius, coat, far=False)


def _ear(sheet: Sheet, ear: str, x: float, y: float, radius: float, colour: Colour, *, far: bool) -> None:
    inside = mix(scaled(colour, 0.7), ink("c88f80"), 0.4)
    shapes = {
        "point": [(-0.3, 0.2), (-0.1, -0.75), (0.4, 0.1)],
        "tall": [(-0.4, 0.2), (-0.14, -1.1), (0.45, 0.1)],
        "leaf": [(0.2, 0.2), (-0.3, -0.1), (-0.95, -0.4), (-0.5, 0.2)],
        "long": [(-0.2, 0.2), (-0.5, -1.2), (-0.25, -1.9), (0.1, -1.1), (0.24, 0.1)],
        "flop": [(0.1, -0.1), (-0.5, 0.1), (-0.55, 0.95), (-0.1, 1.0), (0.2, 0.3)],
        "fan": [(0.1, -0.2), (-0.7, -0.5), (-1.35, 0.1), (-1.2, 1.2), (-0.5, 1.5), (0.1, 0.9)],
    }
    if ear == "round":
        sheet.oval(x, y - radius * 0.18, radius * 0.36, radius * 0.36, colour)
        if not far:
            sheet.oval(x + 3, y - radius * 0.16, radius * 0.2, radius * 0.2, inside, soft=0.3)
    elif ear in shapes and not (ear == "fan" and far):
        points = [(x + dx * radius, y + dy * radius) for dx, dy in shapes[ear]]
        if ear in ("point", "tall"):
            sheet.shape(points, colour)
            if not far:
                sheet.shape(
                    [(x + dx * radius * 0.55 + 3, y + dy * radius * 0.6) for dx, dy in shapes[ear]], inside, soft=0.3
                )
        else:
            sheet.blob(points, scaled(colour, 1.04))


def _horns(sheet: Sheet, horns: str, x: float, y: float, radius: float, *, far: bool) -> None:
    bone = ink("d8c8a8") if not far else ink("9a8c74")
    back = -14.0 if far else 0.0
    if horns == "antlers":
        beam = [
            (x - 8 + back, y - radius * 0.7),
            (x - 70 + back, y - radius * 2.2),
            (x - 40 + back, y - radius * 3.8),
            (x + 40 + back, y - radius * 4.8),
        ]
        sheet.line(beam, 15, bone, soft=0.8)
        for bx, by, dx, dy in ((-40, -1.6, 70, -70), (-66, -2.5, 90, -70), (-50, -3.3, 90, -60), (-58, -3.0, -60, -90)):
            sheet.limb(
                [
                    (x + bx + back, y + by * radius, 7),
                    (x + bx + dx * 0.6 + back, y + by * radius + dy * 0.3, 6),
                    (x + bx + dx + back, y + by * radius + dy, 2),
                ],
                bone,
            )
    elif horns == "shovels":
        sheet.blob([(x - 10 + back, y - radius * 0.7), (x - 90 + back, y - radius * 1.3), (x - 190 + back,
            y - radius * 2.6), (x - 150 + back, y - radius * 2.7), (x - 120 + back, y - radius * 3.1),
                    (x - 90 + back, y - radius * 2.7), (x - 60 + back, y - radius * 3.0), (x - 40 + back,
                    y - radius * 2.3), (x - 10 + back, y - radius * 2.3), (x - 50 + back, y - radius * 1.4)],
                        mix(bone, ink("7a5f44"), 0.4))  # fmt: skip
    elif horns == "curved":
        sheet.limb(
            [
                (x - 6 + back, y - radius * 0.7, 15),
                (x - 50 + back, y - radius * 1.9, 13),
                (x - 120 + back, y - radius * 2.2, 3),
            ],
            mix(bone, ink("6a5a4a"), 0.5),
        )
    elif horns == "short":
        sheet.limb(
            [
                (x - 12 + back, y - radius * 0.8, 12),
                (x + 6 + back, y - radius * 1.3, 9),
                (x + 36 + back, y - radius * 1.6, 2),
            ],
            bone,
        )
    elif horns == "knobs":
        sheet.limb(
            [(x - 10 + back, y - radius * 0.6, 8), (x - 14 + back, y - radius * 1.7, 8)], mix(bone, ink("8a6038"), 0.6)
        )
        sheet.oval(x - 14 + back, y - radius * 1.8, 13, 13, ink("4a3424"))
    elif horns == "nose" and not far:
        sheet.limb([(x + 170, y + 10, 30), (x + 206, y - 60, 18), (x + 214, y - 130, 2)], ink("cfc4b0"))
        sheet.limb([(x + 110, y - 12, 18), (x + 124, y - 60, 2)], ink("cfc4b0"))


def _trunk(sheet: Sheet, tip: tuple[float, float], coat: Colour, radius: float) -> None:
    x, y = tip
    for dx, shade in ((-14, "c8bca4"), (6, "f0e6d0")):
        sheet.limb([(x - 20 + dx, y + 40, 24), (x + 60 + dx, y + 150, 18), (x + 170 + dx, y + 120, 3)], ink(shade))
    sheet.limb(
        [
            (x - 30, y - 10, 62),
            (x + 34, y + 90, 46),
            (x + 44, y + 220, 34),
            (x + 20, y + 340, 26),
            (x + 66, y + 400, 20),
        ],
        coat,
    )
    for step in range(5):
        sheet.line([(x + 6, y + 110 + 46 * step), (x + 72 - 5 * step, y + 104 + 46 * step)], 3, scaled(coat, 0.72))


def _ruff(sheet: Sheet, neck: tuple[float, float], kind: Beast, mane: Colour) -> None:
    x, y, reach = neck[0] - 6, neck[1] + 30, kind.head[0] * 2.1
    for turn in range(18):
        angle = turn / 18 * 2 * math.pi
        far = reach * (0.86 + 0.14 * (turn % 2))
        sheet.limb(
            [(x, y, reach * 0.5), (x + math.cos(angle) * far, y + math.sin(angle) * far * 1.1, 8)],
            scaled(mane, 0.85 + 0.16 * (turn % 2)),
            soft=0.5,
        )


def _crest(sheet: Sheet, chest: tuple[float, float], neck: tuple[float, float], kind: Beast) -> None:
    for step in range(9):
        part = step / 8
        x, y = (
            chest[0] + (neck[0] - chest[0]) * part - kind.neck[2] * 0.9,
            chest[1] + (neck[1] - chest[1]) * part - kind.neck[2] * 0.5,
        )
        sheet.limb(
            [(x + 24, y - 10, 20), (x - 16, y + 40, 15), (x - 24, y + 84, 3)],
            scaled(ink(kind.mane), 0.9 + 0.2 * (step % 2)),
        )


def _marks(
    sheet: Sheet,
    kind: Beast,
    body: Stamp,
    rump: tuple[float, float],
    chest: tuple[float, float],
    coat: Colour,
    chance: random.Random,
) -> None:
    x0, x1, y, deep = rump[0] - kind.deep, chest[0] + kind.deep, rump[1], kind.deep
    dark = scaled(coat, 0.32) if kind.coat != "efeae0" else ink("2a2830")
    if kind.marks == "stripes":
        for step in range(13):
            x = x0 + (x1 - x0) * (step + 0.5) / 13
            sheet.limb(
                [(x, y - deep * 1.1, 13), (x - 12, y - deep * 0.2, 9), (x + 6, y + deep * chance.uniform(0.3, 0.7), 2)],
                dark,
                within=body,
                soft=0.0,
                level=225,
            )
    elif kind.marks in ("spots", "patches"):
        count, size = (46, deep * 0.14) if kind.marks == "spots" else (7, deep * 0.48)
        for _ in range(count):
            sheet.oval(
                chance.uniform(x0, x1),
                y + chance.uniform(-0.9, 0.75) * deep,
                size * chance.uniform(0.7, 1.3),
                size * chance.uniform(0.6, 1),
                dark if kind.marks == "spots" else ink("4a3a34"),
                turn=chance.uniform(-30, 30),
                within=body,
                soft=0.2,
                level=205,
            )
    elif kind.marks == "humps":
        for dx in (-90, 110):
            sheet.blob(
                [
                    (dx - 110, y - deep * 0.7),
                    (dx - 50, y - deep * 1.7),
                    (dx + 20, y - deep * 2.0),
                    (dx + 70, y - deep * 1.5),
                    (dx + 110, y - deep * 0.7),
                    (dx, y - deep * 0.2),
                ],
                coat,
            )
    elif kind.marks == "wool":
        for _ in range(40):
            sheet.oval(
                chance.uniform(x0 + 30, x1 - 30),
                y + chance.uniform(-0.9, 0.8) * deep,
                44,
                40,
                scaled(coat, chance.uniform(0.94, 1.04)),
                soft=0.7,
            )
    elif kind.marks == "shaggy":
        for step in range(26):
            x = x0 + (x1 - x0) * (step + 0.5) / 26
            sheet.limb(
                [
                    (x, y + deep * 0.3, 26),
                    (x - 6, y + deep * 1.0, 20),
                    (x - 12, y + deep * chance.uniform(1.25, 1.5), 3),
                ],
                scaled(coat, chance.uniform(0.72, 1.0)),
                soft=0.5,
            )
    elif kind.marks == "plates":
        for step in range(15):
            x = x0 + (x1 - x0) * step / 14
            sheet.shape(
                [(x - 16, y - deep * 0.86), (x, y - deep * 1.22), (x + 16, y - deep * 0.86)],
                scaled(coat, 0.8),
                soft=0.4,
            )
