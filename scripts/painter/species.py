"""Species of four-legged animals: sizes, colours and special parts."""

from dataclasses import dataclass


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
    arch: float = 0.06  # how far the back rises in its middle, in parts of `deep`; less than 0 sags


BEASTS = {
    "fox": Beast("c8682f", "f2e6d4", 380, 70, 190, 22, (86, -74, 52), (58, 104, 16), "tall", "brush", socks="3a2a28",
    size=0.27, arch=0.14),
    "wolf": Beast("7d8088", "d4d2cc", 430, 84, 240, 28, (104, -86, 60), (62, 112, 24), "point", "brush", size=0.33, arch=0.12),
    "dog": Beast("a9793f", "e8d8bc", 390, 78, 210, 28, (86, -110, 50), (62, 92, 28), "flop", "up", size=0.28),
    "cat": Beast("8a8078", "d8d0c4", 340, 66, 170, 22, (64, -74, 46), (60, 40, 20), "tall", "long", marks="stripes",
    size=0.22, arch=0.3),
    "lion": Beast("cf9d54", "e8cf9c", 480, 98, 240, 36, (104, -90, 70), (74, 80, 36), "round", "tuft", mane="6f4424",
    size=0.36, arch=0.06),
    "tiger": Beast("d98a3a", "f2e4cc", 490, 98, 230, 36, (108, -70, 70), (74, 76, 36), "round", "long",
    marks="stripes", size=0.35),
    "leopard": Beast("d3a862", "eedfc0", 460, 82, 220, 28, (96, -70, 56), (62, 66, 28), "round", "long",
    marks="spots", size=0.31),
    "bear": Beast("6b4a34", "", 470, 140, 200, 54, (110, -56, 92), (86, 84, 40), "round", "stub", size=0.4, arch=0.22),
    "polar bear": Beast("ece6d8", "", 500, 136, 210, 54, (136, -66, 84), (76, 92, 38), "round", "stub", size=0.4, arch=0.16),
    "deer": Beast("a8713f", "e6d3b4", 400, 78, 310, 20, (80, -190, 40), (48, 96, 22), "leaf", "stub", "antlers",
    size=0.44, arch=0.05),
    "moose": Beast("5f4636", "7d6450", 480, 120, 340, 28, (110, -130, 66), (60, 150, 46), "leaf", "stub", "shovels",
    size=0.48, arch=0.12),
    "horse": Beast("7f4f30", "", 470, 98, 330, 28, (120, -200, 58), (56, 140, 34), "leaf", "flow", mane="3a2620",
    size=0.46, arch=-0.1),
    "zebra": Beast("efeae0", "", 450, 98, 300, 28, (110, -176, 56), (54, 124, 32), "leaf", "tuft", marks="stripes",
    mane="2a2830", size=0.42, arch=-0.08),
    "camel": Beast("c9a063", "", 460, 108, 360, 28, (190, -200, 42), (50, 110, 34), "round", "tuft", marks="humps",
    size=0.5, arch=0.1),
    "cow": Beast("ece4d8", "", 500, 126, 230, 36, (104, -60, 70), (62, 110, 44), "leaf", "tuft", "short", "patches",
    size=0.4, arch=-0.06),
    "goat": Beast("cfc4b4", "", 360, 82, 200, 22, (72, -120, 42), (46, 84, 24), "leaf", "stub", "curved", size=0.28),
    "sheep": Beast("e8e0d0", "", 360, 118, 150, 22, (70, -40, 60), (48, 72, 28), "flop", "stub", marks="wool",
    size=0.26, arch=0.1),
    "pig": Beast("e0a898", "", 400, 116, 120, 28, (80, -10, 84), (66, 70, 38), "point", "curl", size=0.23, arch=0.2),
    "elephant": Beast("8f8e94", "", 540, 196, 300, 62, (120, -110, 110), (112, 40, 60), "fan", "tuft", "trunk",
    size=0.6, arch=0.2),
    "mammoth": Beast("6f4a34", "", 540, 200, 280, 64, (120, -140, 120), (122, 40, 60), "round", "tuft", "trunk",
    "shaggy", size=0.62, arch=0.3),
    "rhino": Beast("8a8684", "", 540, 168, 210, 54, (120, -20, 96), (78, 140, 50), "leaf", "tuft", "nose", size=0.44, arch=0.12),
    "hippo": Beast("8a7680", "c8a0a0", 540, 172, 150, 54, (110, -10, 104), (90, 110, 74), "round", "stub", size=0.36, arch=0.1),
    "giraffe": Beast("d9ae64", "", 380, 104, 420, 30, (170, -480, 44), (46, 96, 26), "leaf", "tuft", "knobs", "spots",
    size=0.72, arch=-0.02),
    "rabbit": Beast("a98f78", "ece2d4", 220, 84, 92, 20, (50, -62, 46), (54, 42, 24), "long", "ball", size=0.17, arch=0.55),
    "mouse": Beast("8f857c", "d8ccbc", 200, 74, 56, 13, (52, -24, 46), (48, 62, 12), "round", "worm", size=0.1, arch=0.5),
    "squirrel": Beast("a85f34", "ecdcc4", 190, 70, 90, 18, (46, -80, 44), (48, 46, 18), "tall", "plume", size=0.18, arch=0.4),
    "badger": Beast("6a6a6e", "2c2a30", 340, 92, 100, 28, (80, -20, 60), (54, 84, 20), "round", "stub",
    marks="badger", size=0.2, arch=0.35),
    "monkey": Beast("7a5638", "d8b890", 270, 78, 200, 26, (60, -92, 48), (62, 34, 30), "round", "hook", size=0.27, arch=0.3),
    "kangaroo": Beast("a8764c", "dcc4a0", 330, 90, 180, 34, (70, -160, 46), (48, 76, 24), "long", "thick", size=0.42, arch=0.3),
    "lizard": Beast("6f8a4c", "c8cf98", 420, 56, 80, 18, (90, -10, 40), (46, 84, 22), "none", "thick", marks="spots",
    size=0.14),
    "crocodile": Beast("5f6f48", "bcc08c", 560, 80, 84, 28, (90, 0, 60), (54, 210, 26), "none", "thick",
    marks="plates", size=0.19),
    "dinosaur": Beast("7a8a5c", "c4c494", 500, 168, 250, 62, (250, -380, 56), (56, 84, 34), "none", "thick", size=0.74, arch=0.2),
}  # fmt: skip
