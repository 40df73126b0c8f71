"""Roles: how people of a trade are dressed, and what they carry."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Role:
    """Hold how a role is dressed: garment and its colour, what is on the head, what is in the hand."""

    garment: str
    colours: tuple[str, ...]
    hat: str = ""
    item: str = ""
    size: float = 0.58
    apron: bool = False  # worn over a dress


ROLES = {
    "keeper": Role("coat", ("2f3f5c", "34505a", "4a4a58"), "cap", "lantern"),
    "fisher": Role("coat", ("d8a83c", "c8983a", "b8863c"), "sou'wester", "net"),
    "sailor": Role("sweater", ("2f4568", "38506a"), "cap", "rope"),
    "scientist": Role("labcoat", ("e8e8e4", "dfe4e4"), "", "flask"),
    "doctor": Role("labcoat", ("ece9e2",), "", "bag"),
    "farmer": Role("sweater", ("8a5a3c", "6f7a48", "94623c"), "straw", "fork"),
    "astronaut": Role("spacesuit", ("e4e4e2", "d8dade"), "helmet", ""),
    "diver": Role("spacesuit", ("5f5a4a", "4a4e52", "6a5a44"), "copper", ""),
    "monk": Role("robe", ("7a4a30", "a8622c", "6a4a3a"), "bald", "staff"),
    "queen": Role("gown", ("7a2f4c", "3f4a80", "2f6a5c"), "crown", "scepter"),
    "king": Role("robe", ("7a2f34", "3a3f78"), "crown", "scepter"),
    "soldier": Role("coat", ("5a6a48", "6a5f48", "3f5068"), "steel", "rifle"),
    "knight": Role("armour", ("9aa2ac", "8a929c"), "visor", "sword"),
    "merchant": Role("robe", ("8a5a2c", "5f4a7a", "2f6a60"), "turban", "bag"),
    "explorer": Role("coat", ("a88a58", "8f7f54"), "brim", "map"),
    "smith": Role("apron", ("6a4a38", "5a4a44"), "", "hammer"),
    "baker": Role("apron", ("e8e2d4",), "tall", "bread"),
    "painter": Role("sweater", ("4a5f7a", "6a4a5a"), "beret", "brush"),
    "reader": Role("coat", ("6a4f3c", "4a5f58", "5a4a68"), "", "book"),
    "detective": Role("coat", ("a8895c", "6a6258"), "brim", "glass"),
    "wizard": Role("robe", ("3a3f78", "4f3a70"), "point", "staff"),
    "worker": Role("sweater", ("3f6a8a", "8a6a3c"), "hard", "hammer"),
    "railwayman": Role("coat", ("2f3f5c", "34505a", "4a3a4a"), "cap", ""),
    "pilot": Role("coat", ("6f4a34", "5a4030"), "goggles", ""),
    "dancer": Role("gown", ("b8405a", "c8683c", "3f7a8a"), "", ""),
    "nomad": Role("robe", ("3f5f8a", "c8b088", "8a3f34"), "scarf", "staff"),
    "polar": Role("parka", ("b85a30", "a83f38", "3f6a8a"), "hood", "staff"),
    "child": Role("sweater", ("c85a44", "4a7aa8", "d8a03c", "5f8f5a"), "", "", 0.36),
    "elder": Role("coat", ("5f5a68", "6a5f4c", "4f6068"), "", "staff"),
    "woman": Role("gown", ("8a4a5a", "3f6a78", "a8683c", "5f6f48"), "", ""),
    "man": Role("coat", ("4a5a6a", "6a543c", "3f5f54"), "", ""),
}

GARMENTS = {
    "labcoat": r"lab ?coats?|white coats?|scrubs",
    "parka": r"parkas?|anorak|fur coat|fur clothes|sheepskin|padded (coat|jacket)",
    "gown": r"dress|gown|skirts?|sari|kimono",
    "robe": r"robes?|cloak|kaftan|toga|habit|tunic",
    "apron": r"aprons?",
    "sweater": r"sweater|jersey|pullover|shirt|waistcoat|vest|overalls|braces|shorts|short trousers",
    "coat": r"overcoat|coat|jacket|oilskins?|raincoat|uniform",
}

HATS = {
    "bowler": r"bowler|top hat",
    "straw": r"straw hat",
    "fur": r"fur (hat|cap)|ushanka|papakha",
    "scarf": r"head ?scarf|shawl|veil|kerchief|headcloth",
    "turban": r"turban",
    "hood": r"hood|hooded",
    "beret": r"beret",
    "crown": r"crown(?! of)|tiara|diadem",
    "hard": r"hard hat|miner's helmet",
    "brim": r"(broad|sun|wide|brimmed|felt|slouch)( brimmed)? hat|hat",
    "cap": r"caps?",
}
