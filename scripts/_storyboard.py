"""Check a storyboard before it leaves: every complaint is a sentence that its author, a person or a model, can act on.

The engine checks again by the same rules; here they are a little stricter, so that what passes here passes there.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

WORDS_PER_SECOND = 2.4
BREATH_S = 0.6  # kept free at the end of a clip
LETTERS_PER_WORD = 10
NAME = re.compile(r"[a-zA-Z0-9_-]{1,64}")
KINDS = ("character", "environment", "prop")
LAYOUTS = ("single", "split")
MOST_IN_A_SCENE = 12
BOARD_KEYS = {"atmosphere": 2_000, "assets": None, "scenes": None}
ASSET_KEYS = {"name": None, "kind": None, "prompt": 2_000}
SCENE_KEYS: dict[str, int | None] = {
    "number": None,
    "characters": None,
    "environment": None,
    "props": None,
    "layout": None,
}
SCENE_KEYS |= {"motion": 500, "narration": 1_000, "sound": 400}
# Unicode's embedding, override and isolate marks: they can make a text read differently from what it says.
BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@dataclass(frozen=True)
class Format:
    """What a storyboard must have: how many assets and scenes, and how long a clip is in seconds."""

    assets: int
    scenes: int
    clip_seconds: float

    @property
    def most_words(self) -> int:
        """How many words can be spoken over one clip, with a breath at its end."""
        return max(1, int((self.clip_seconds - BREATH_S) * WORDS_PER_SECOND))


def problems(board: Any, wanted: Format) -> list[str]:
    """List what is wrong with a storyboard, one sentence each; empty when it can be filmed. Takes any JSON value."""
    if not isinstance(board, dict):
        return ["The storyboard is not an object with atmosphere, assets and scenes."]
    return list(_problems(board, wanted))


def spoken_words(text: str) -> float:
    """Count words as they are spoken; where writing has no spaces, two signs count as one word."""
    dense = sum("\u3040" <= mark <= "\u9fff" or "\uac00" <= mark <= "\ud7af" for mark in text)
    return max(len(text.split()), dense / 2)


def _problems(board: Mapping[str, Any], wanted: Format) -> Iterator[str]:
    yield from _keys("The storyboard", board, BOARD_KEYS)
    assets, scenes = board.get("assets"), board.get("scenes")
    for what, found, count in (("assets", assets, wanted.assets), ("scenes", scenes, wanted.scenes)):
        if not isinstance(found, list):
            yield f"The storyboard's {what} are not a list."
        elif len(found) != count:
            yield f"The storyboard has {len(found)} {what}; it needs exactly {count}."
    kinds: dict[str, str] = {}
    for place, asset in enumerate(assets if isinstance(assets, list) else [], start=1):
        yield from _asset(place, asset, kinds)
    for place, scene in enumerate(scenes if isinstance(scenes, list) else [], start=1):
        yield from _scene(place, scene, kinds, wanted)


def _asset(place: int, asset: Any, kinds: dict[str, str]) -> Iterator[str]:
    if not isinstance(asset, dict):
        yield f"Asset {place} is not an object."
        return
    name, kind = asset.get("name"), asset.get("kind")
    who = f"Asset {place} ({name})" if isinstance(name, str) and NAME.fullmatch(name) else f"Asset {place}"
    yield from _keys(who, asset, ASSET_KEYS, optional="same_as")
    if not isinstance(name, str) or not NAME.fullmatch(name):
        yield f"{who} needs a name of 1 to 64 letters (a to z), digits, - and _, without spaces."
        return
    if name.lower() in {known.lower() for known in kinds}:
        yield f"{who} has a name that another asset has already; every asset needs its own."
    if kind not in KINDS:
        yield f"{who} must be of the kind character, environment or prop."
    if "same_as" in asset:
        same = asset["same_as"]
        if kind != "character" or not isinstance(same, str) or kinds.get(same) != "character":
            yield f"{who} has same_as {str(same)[:64]!r}; only a character may have it, naming an earlier character."
    kinds.setdefault(name, str(kind))


def _scene(place: int, scene: Any, kinds: Mapping[str, str], wanted: Format) -> Iterator[str]:
    who = f"Scene {place}"
    if not isinstance(scene, dict):
        yield f"{who} is not an object."
        return
    yield from _keys(who, scene, SCENE_KEYS)
    if type(scene.get("number")) is not int or scene["number"] != place:
        yield f"{who} must have the number {place}; scenes are numbered 1, 2, 3 … in order."
    yield from _named(who, [scene.get("environment")], "environment", kinds)
    for key, kind in (("characters", "character"), ("props", "prop")):
        yield from _listed(who, scene.get(key), key, kind, kinds)
    characters = scene.get("characters")
    if scene.get("layout") not in LAYOUTS:
        yield f"{who} must have the layout single or split."
    elif scene["layout"] == "split" and (not isinstance(characters, list) or len(characters) != 2):
        yield f"{who} is a split screen; it needs exactly two characters."
    if isinstance(scene.get("narration"), str):
        yield from _too_long_to_say(who, scene["narration"], wanted)


def _listed(who: str, names: Any, key: str, kind: str, kinds: Mapping[str, str]) -> Iterator[str]:
    if not isinstance(names, list):
        yield f"{who} needs a list of names as its {key} (it may be empty)."
        return
    if len(names) > MOST_IN_A_SCENE or len({str(name) for name in names}) < len(names):
        yield f"{who} may name at most {MOST_IN_A_SCENE} {key}, and none of them twice."
    yield from _named(who, names, kind, kinds)


def _named(who: str, names: list[Any], kind: str, kinds: Mapping[str, str]) -> Iterator[str]:
    for name in names:
        if not isinstance(name, str) or kinds.get(name) != kind:
            known = ", ".join(known for known, its_kind in kinds.items() if its_kind == kind)
            yield f"{who} names {str(name)[:64]!r}, which is no {kind} among the assets ({known[:300]})."


def _too_long_to_say(who: str, narration: str, wanted: Format) -> Iterator[str]:
    words, most = spoken_words(narration), wanted.most_words
    if words > most:
        yield f"{who} has {words:.0f} words to say; at most {most} fit into {wanted.clip_seconds:g} seconds."
    elif len(narration) > most * LETTERS_PER_WORD:
        yield f"{who} has {len(narration)} letters to say; use shorter words, at most {most * LETTERS_PER_WORD} letters."


def _keys(who: str, value: Mapping[str, Any], keys: Mapping[str, int | None], *, optional: str = "") -> Iterator[str]:
    """Compare the keys, and check the texts among them, which are those with a limit."""
    for key in value:
        if key not in keys and key != optional:
            yield f"{who} has the unknown key {key[:64]!r}; leave it out."
    for key, limit in keys.items():
        if key not in value:
            yield f"{who} has no {key}."
        elif limit is not None:
            yield from _text(who, key, value[key], limit)


def _text(who: str, key: str, text: Any, limit: int) -> Iterator[str]:
    if not isinstance(text, str) or not text.strip():
        yield f"{who} needs text as its {key}."
    elif len(text) > limit:
        yield f"{who} has a {key} of {len(text)} characters; at most {limit} are allowed."
    elif any(mark in BIDI_CONTROLS or _is_control(mark) for mark in text):
        yield f"{who} has control characters in its {key}; take them out."


def _is_control(mark: str) -> bool:
    return mark not in "\n\r\t" and unicodedata.category(mark) in ("Cc", "Cs")
