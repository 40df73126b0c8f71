"""What KIE's Kling models accept. Every refusal is a Fault with KIE's own code."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.fakes.faults import Fault
from tests.fakes.faults import kie as faults

SHORT, LONG = ("5", "10"), tuple(map(str, range(3, 16)))


@dataclass(frozen=True)
class Model:
    """The input of one model: its fields, those that must be there, its lengths."""

    fields: str
    required: str
    durations: tuple[str, ...] = SHORT
    prompt: int = 2_500
    picture: str = "image_url"
    whole_numbers: bool = False  # One family takes the duration as a number.


_OLD = Model("prompt image_url duration negative_prompt cfg_scale", "prompt image_url")
_OMNI = "prompt image_urls duration resolution audio customize_multi_shots aspect_ratio"
MODELS = {
    "kling/v2-5-turbo-image-to-video-pro": Model(f"{_OLD.fields} tail_image_url", "prompt image_url"),
    "kling-2.6/image-to-video": Model("prompt image_urls sound duration", "prompt image_urls sound duration", SHORT, 1_000,
                                      "image_urls"),
    "kling/v3-turbo-image-to-video": Model("prompt image_urls duration resolution",
                                           "prompt image_urls duration resolution", LONG, 2_500, "image_urls"),
    "kling-3.0/video": Model("prompt image_urls duration aspect_ratio mode sound multi_shots multi_prompt kling_elements",
                             "prompt image_urls", LONG, 2_500, "image_urls"),
    "kling-3.0-omni/image-to-video": Model(_OMNI, "prompt image_urls duration", LONG, 2_500, "image_urls", True),
    "kling/v2-1-standard": _OLD,
    "kling/v2-1-pro": _OLD,
    "kling/v2-1-master-image-to-video": _OLD,
}  # fmt: skip


def complaint(asked: Any) -> Fault | None:
    """Say what KIE refuses about a new task; None when nothing. The picture is not looked at."""
    if not isinstance(asked, dict) or not isinstance(asked.get("input"), dict):
        return faults.coded("BAD", 400, "Invalid request parameters: model and input are required")
    model = MODELS.get(str(asked.get("model")))
    if model is None:
        return faults.UNKNOWN_MODEL
    wrong = next(_complaints(asked["input"], model), None)
    return faults.coded("WRONG", 422, wrong) if wrong else None


def pictures(given: dict[str, Any]) -> list[str]:
    """List the addresses of pictures that an input holds."""
    named = [given.get("image_url"), given.get("tail_image_url"), *(given.get("image_urls") or [])]
    return [url for url in named if url]


def _complaints(given: dict[str, Any], model: Model) -> Iterator[str]:
    for name in given:
        if name not in model.fields.split():
            yield f"{name} is not a field of this model"
    for name in model.required.split():
        if given.get(name) in (None, "", []):
            yield f"{name} is required"
    kind = int if model.whole_numbers else str
    duration = given.get("duration", kind(5))
    if type(duration) is not kind:
        yield f"duration must be a {kind.__name__}"
    if str(duration) not in model.durations:
        yield f"duration is not within the range of allowed options: {', '.join(model.durations)}"
    if len(str(given["prompt"])) > model.prompt:
        yield f"The text length cannot exceed the maximum limit of {model.prompt}"
    if len(str(given.get("negative_prompt", ""))) > 500:
        yield "negative_prompt cannot exceed the maximum limit of 500"
    if model.picture == "image_urls" and not isinstance(given["image_urls"], list):
        yield "image_urls must be a list"
    scale = given.get("cfg_scale", 0.5)
    if isinstance(scale, bool) or not isinstance(scale, int | float) or not 0 <= scale <= 1:
        yield "cfg_scale must be a number from 0 to 1"
