"""The storyboard: the plan of a film, its published schema, and every complaint about one, in plain sentences."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from pipeline.rules.speech import LETTERS_PER_SECOND, WORDS_PER_SECOND, spoken_words
from videogen.lib.words import did_you_mean, kind_of, shown, unreadable

KINDS = ("character", "environment", "prop")
LAYOUTS = ("single", "split")
NAME = "^[a-zA-Z0-9_-]{1,64}$"
LIMITS = {"atmosphere": 2_000, "prompt": 2_000, "motion": 500, "narration": 1_000, "sound": 400}
MOST_ASSETS, MOST_SCENES, MOST_IN_A_SCENE, MOST_SENTENCES = 200, 200, 12, 60


@dataclass(frozen=True)
class Asset:
    """A still image to make. `same_as` names an earlier character that this one shows again."""

    name: str
    kind: Literal["character", "environment", "prop"]
    prompt: str
    same_as: str | None = None


@dataclass(frozen=True)
class Scene:
    """One beat of the film: who is where, how it moves, what is said and heard."""

    number: int
    characters: tuple[str, ...]
    environment: str
    props: tuple[str, ...]
    layout: Literal["single", "split"]
    motion: str
    narration: str
    sound: str


@dataclass(frozen=True)
class Storyboard:
    """A checked plan; texts are on one line."""

    atmosphere: str
    assets: tuple[Asset, ...]
    scenes: tuple[Scene, ...]


class StoryboardInvalid(Exception):
    """Say what is wrong with a storyboard; `problems` holds one sentence each."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__(" ".join(problems))
        self.problems = problems


def _text(limit: int) -> dict[str, Any]:
    return {"type": "string", "minLength": 1, "maxLength": limit}


def _names() -> dict[str, Any]:
    return {"type": "array", "items": {"type": "string", "pattern": NAME}, "maxItems": MOST_IN_A_SCENE}


def _object(title: str, *, optional: str = "", **properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "title": title,
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name != optional],
        "additionalProperties": False,
    }


_ASSET = _object(
    "Asset: a still image; same_as names an earlier character that this one shows again",
    optional="same_as",
    name={"type": "string", "pattern": NAME},
    kind={"enum": list(KINDS)},
    prompt=_text(LIMITS["prompt"]),
    same_as={"type": "string", "pattern": NAME},
)
_SCENE = _object(
    "Scene: one beat of the film; characters, environment and props name assets",
    number={"type": "integer", "minimum": 1},
    characters=_names(),
    environment={"type": "string", "pattern": NAME},
    props=_names(),
    layout={"enum": list(LAYOUTS)},
    motion=_text(LIMITS["motion"]),
    narration=_text(LIMITS["narration"]),
    sound=_text(LIMITS["sound"]),
)
SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    **_object(
        "Storyboard: the plan of one film, by default 22 assets and 18 scenes",
        atmosphere=_text(LIMITS["atmosphere"]),
        assets={"type": "array", "items": _ASSET, "minItems": 1, "maxItems": MOST_ASSETS},
        scenes={"type": "array", "items": _SCENE, "minItems": 1, "maxItems": MOST_SCENES},
    ),
}


def parse(data: object, *, assets: int = 22, scenes: int = 18, clip_seconds: float = 10) -> Storyboard:
    """Turn JSON values into a Storyboard. Raises StoryboardInvalid with every problem."""
    found = problems(data, assets=assets, scenes=scenes, clip_seconds=clip_seconds)
    if found or not isinstance(data, dict):
        raise StoryboardInvalid(found)
    return Storyboard(
        atmosphere=_one_line(data["atmosphere"]),
        assets=tuple(Asset(**{key: _plain(value) for key, value in asset.items()}) for asset in data["assets"]),
        scenes=tuple(Scene(**{key: _plain(value) for key, value in scene.items()}) for scene in data["scenes"]),
    )


def problems(data: object, *, assets: int = 22, scenes: int = 18, clip_seconds: float = 10) -> list[str]:
    """List what is wrong with a storyboard, one sentence each; empty when it can be filmed. Takes any JSON value."""
    if not isinstance(data, dict):
        return [f"The storyboard is {kind_of(data)}; it must be an object with atmosphere, assets and scenes."]
    found = list(_all_problems(data, assets, scenes, clip_seconds))
    more = len(found) - MOST_SENTENCES
    return [*found[:MOST_SENTENCES], f"There are {more} more problems."] if more > 0 else found


def _all_problems(data: dict[str, Any], assets: int, scenes: int, clip_seconds: float) -> Iterator[str]:
    yield from _keys("The storyboard", data, SCHEMA)
    yield from _text_problems("The storyboard", data, "atmosphere")
    yield from _count("asset", data, MOST_ASSETS, assets)
    yield from _count("scene", data, MOST_SCENES, scenes)
    kinds: dict[str, str] = {}
    for place, asset in enumerate(_items(data, "assets", MOST_ASSETS), start=1):
        yield from _asset_problems(place, asset, kinds)
    for place, scene in enumerate(_items(data, "scenes", MOST_SCENES), start=1):
        yield from _scene_problems(place, scene, kinds, clip_seconds)


def _items(data: dict[str, Any], key: str, most: int) -> list[Any]:
    value = data.get(key)
    return value[:most] if isinstance(value, list) else []


def _count(what: str, data: dict[str, Any], most: int, wanted: int) -> Iterator[str]:
    value = data.get(f"{what}s", [])
    if not isinstance(value, list):
        yield f"The storyboard's {what}s are {kind_of(value)}; they must be a list."
    elif len(value) != wanted:
        yield f"The storyboard has {len(value)} {what}{'' if len(value) == 1 else 's'}; it needs {wanted}."
        if len(value) > most:
            yield f"Only the first {most} {what}s were checked."


def _asset_problems(place: int, asset: object, kinds: dict[str, str]) -> Iterator[str]:
    if not isinstance(asset, dict):
        yield f"Asset {place} is {kind_of(asset)}; it must be an object with name, kind and prompt."
        return
    name, kind = asset.get("name"), asset.get("kind")
    who = f"Asset {place} ({shown(name)})" if isinstance(name, str) and name else f"Asset {place}"
    yield from _keys(who, asset, _ASSET)
    if "name" in asset:
        yield from _name_problems(who, name, kinds)
    if "kind" in asset and not (isinstance(kind, str) and kind in KINDS):
        yield f"{who} has the kind {shown(kind)}; it must be character, environment or prop.{_meant(kind, KINDS)}"
    yield from _text_problems(who, asset, "prompt")
    if "same_as" in asset:
        yield from _same_as_problems(who, asset["same_as"], kind, kinds, name)
    if isinstance(name, str):
        kinds.setdefault(name, kind if isinstance(kind, str) and kind in KINDS else "")


def _same_as_problems(who: str, same: object, kind: object, kinds: dict[str, str], name: object) -> Iterator[str]:
    if kind != "character":
        yield f"{who} has same_as, which is only for characters."
    elif not isinstance(same, str) or same == name or kinds.get(same) != "character":
        yield f"{who} is the same as {shown(same)}, which is no character among the assets before it."


def _name_problems(who: str, name: object, kinds: dict[str, str]) -> Iterator[str]:
    if not isinstance(name, str):
        yield f"{who} has {kind_of(name)} as its name; it must be text."
    elif "/" in name or "\\" in name or name in (".", ".."):
        yield f"{who} has a path as its name; a name has no folders, only letters, digits, - and _."
    elif not re.fullmatch(NAME, name) or name.endswith("\n"):
        yield f"{who} has a name that cannot be a file name; use 1 to 64 letters, digits, - and _ (no spaces)."
    elif name.lower() in {taken.lower() for taken in kinds}:
        yield f"{who} has a name that another asset has already; every asset needs its own (capitals do not count)."


def _scene_problems(place: int, scene: object, kinds: dict[str, str], clip_seconds: float) -> Iterator[str]:
    who = f"Scene {place}"
    if not isinstance(scene, dict):
        yield f"{who} is {kind_of(scene)}; it must be an object with {', '.join(_SCENE['required'])}."
        return
    yield from _keys(who, scene, _SCENE)
    number, layout = scene.get("number", place), scene.get("layout", "single")
    if isinstance(number, bool) or number != place or not isinstance(number, int):
        yield f"{who} has the number {shown(number)}; scenes are numbered 1, 2, 3 … in order."
    if "environment" in scene:
        yield from _reference(who, scene["environment"], "environment", kinds)
    for key, kind in (("characters", "character"), ("props", "prop")):
        yield from _references(who, scene, key, kind, kinds)
    yield from _layout_problems(who, layout, scene.get("characters"))
    for key in ("motion", "narration", "sound"):
        yield from _text_problems(who, scene, key)
    yield from _too_long_to_say(who, scene.get("narration"), clip_seconds)


def _layout_problems(who: str, layout: object, characters: object) -> Iterator[str]:
    if not (isinstance(layout, str) and layout in LAYOUTS):
        yield f"{who} has the layout {shown(layout)}; it must be single or split.{_meant(layout, LAYOUTS)}"
    elif layout == "split" and isinstance(characters, list) and len(characters) != 2:
        yield f"{who} is a split screen with {len(characters)} characters; it needs exactly two."


def _references(who: str, scene: dict[str, Any], key: str, kind: str, kinds: dict[str, str]) -> Iterator[str]:
    names = scene.get(key, [])
    if not isinstance(names, list):
        yield f"{who} has {kind_of(names)} as its {key}; it must be a list of asset names (it may be empty)."
        return
    if len(names) > MOST_IN_A_SCENE:
        yield f"{who} has {len(names)} {key}; at most {MOST_IN_A_SCENE} fit in one picture."
    seen: list[object] = []
    for name in names[:MOST_IN_A_SCENE]:
        if name in seen:
            yield f"{who} names {shown(name)} twice in its {key}."
        else:
            yield from _reference(who, name, kind, kinds)
        seen.append(name)


def _reference(who: str, name: object, kind: str, kinds: dict[str, str]) -> Iterator[str]:
    if not isinstance(name, str):
        yield f"{who} has {kind_of(name)} where the name of {_an(kind)} is expected."
    elif name not in kinds:
        alike = [known for known, its_kind in kinds.items() if its_kind == kind]
        yield f"{who} uses the {kind} {shown(name)}, which is not among the assets.{did_you_mean(name, alike)}"
    elif kinds[name] not in (kind, ""):
        yield f"{who} uses {shown(name)} as {_an(kind)}, but that asset is {_an(kinds[name])}."


def _too_long_to_say(who: str, narration: object, clip_seconds: float) -> Iterator[str]:
    if not isinstance(narration, str):
        return
    words, most = spoken_words(narration), int(clip_seconds * WORDS_PER_SECOND)
    if words > most:
        yield f"{who} has {words:.0f} words to say in {clip_seconds:g} seconds; at most {most} fit."
    elif len(narration) > clip_seconds * LETTERS_PER_SECOND:
        yield f"{who} has {len(narration)} letters to say in {clip_seconds:g} seconds; shorten its narration."


def _keys(who: str, value: dict[str, Any], schema: dict[str, Any]) -> Iterator[str]:
    for key in value:
        if key not in schema["properties"]:
            yield f"{who} has the unknown key {shown(str(key))}.{did_you_mean(str(key), schema['properties'])}"
    for key in schema["required"]:
        if key not in value:
            yield f"{who} has no {key}."


def _text_problems(who: str, value: dict[str, Any], key: str) -> Iterator[str]:
    if key not in value:
        return
    text = value[key]
    if not isinstance(text, str):
        yield f"{who} has {kind_of(text)} as its {key}; it must be text."
    elif not text.strip():
        yield f"{who} has an empty {key}."
    elif len(text) > LIMITS[key]:
        yield f"{who} has a {key} of {len(text):,} characters; at most {LIMITS[key]:,} are allowed."
    elif mark := unreadable(text):
        yield f"{who} has the control character {mark} in its {key}; take it out."


def _an(kind: str) -> str:
    return f"an {kind}" if kind == "environment" else f"a {kind}"


def _meant(value: object, known: tuple[str, ...]) -> str:
    return did_you_mean(value, known) if isinstance(value, str) else ""


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(value)
    return _one_line(value) if isinstance(value, str) else value
