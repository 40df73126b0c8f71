"""What Gemini accepts: fields, models, sizes. Every refusal is a Fault with the words that Gemini would use."""

import base64
import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.fakes.bill import GEMINI_USD
from tests.fakes.faults import Fault
from tests.fakes.faults import gemini as faults

OLD_RATIOS = ["1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9"]
RATIOS = [*OLD_RATIOS, "1:4", "1:8", "4:1", "8:1"]


@dataclass(frozen=True)
class ImageModel:
    """What one image model has. `tokens`: what an image of each size costs."""

    tokens: dict[str, int]
    thinking: tuple[str, ...]
    ratios: list[str]


IMAGE_MODELS = {
    "gemini-nano-banana-2.1": ImageModel({"1K": 1120, "2K": 1680, "4K": 3767}, ("MINIMAL", "MEDIUM", "HIGH"), RATIOS),
    "gemini-3.1-flash-lite-image": ImageModel({"1K": 1120}, ("MINIMAL", "HIGH"), RATIOS),
    "gemini-3-pro-image": ImageModel({"1K": 1120, "2K": 1120, "4K": 2000}, (), OLD_RATIOS),
}
MOST_REFERENCES = 14
MOST_BYTES = 100 * 1024 * 1024
FIELDS = {
    "": "contents system_instruction generation_config safety_settings tools tool_config cached_content",
    "generation_config": "response_modalities thinking_config image_config response_mime_type response_schema "
    "response_json_schema response_format max_output_tokens candidate_count stop_sequences seed temperature top_p top_k "
    "presence_penalty frequency_penalty media_resolution",
    "image_config": "aspect_ratio image_size",
    "thinking_config": "thinking_level thinking_budget include_thoughts",
    "contents": "role parts",
    "parts": "text inline_data file_data thought thought_signature function_call function_response media_resolution",
    "inline_data": "mime_type data",
}
OPAQUE = ("response_schema", "response_json_schema", "tools", "function_call", "function_response")
MAGIC = {"image/png": b"\x89PNG", "image/jpeg": b"\xff\xd8\xff", "image/webp": b"RIFF"}


def plain(value: Any, key: str = "") -> Any:
    """Give a request in one spelling: mimeType and mime_type are the same."""
    if key in OPAQUE:
        return value
    if isinstance(value, list):
        return [plain(item, key) for item in value]
    if isinstance(value, dict):
        spelled = {re.sub(r"(?<=[a-z0-9])([A-Z])", r"_\1", name).lower(): item for name, item in value.items()}
        return {name: plain(item, name) for name, item in spelled.items()}
    return value


def complaint(asked: Any, model: str, version: str) -> Fault | None:
    """Say what Gemini refuses about a request; None when nothing."""
    if model not in GEMINI_USD or (version == "v1" and model.endswith(("-latest", "-preview"))):
        return no_model(model, version)
    try:
        wrong = next(_complaints(asked, model), None)
    except (AttributeError, TypeError, ValueError):
        wrong = "Invalid JSON payload received. Proto field is not of the right type."
    return _bad(wrong) if wrong else None


def no_model(model: str, version: str) -> Fault:
    message = f"models/{model} is not found for API version {version}, or is not supported for generateContent. Call "
    message += "ListModels to see the list of available models and their supported methods."
    return faults.error("NO_MODEL", 404, "NOT_FOUND", message)


def prompt(asked: Any) -> str:
    """Join the texts of a request, the system's first."""
    every = [asked.get("system_instruction") or {}, *asked["contents"]]
    texts = [part.get("text", "") for content in every for part in content.get("parts", []) if not part.get("thought")]
    return "\n".join(texts)


def tokens(asked: Any, per_picture: int) -> int:
    """Count a prompt: four letters are a token, and a picture is many."""
    pictures = sum("inline_data" in part for content in asked["contents"] for part in content["parts"])
    return -(-len(prompt(asked)) // 4) + pictures * per_picture


def pixels(ratio: str, grade: str) -> tuple[tuple[int, int], str]:
    """Give the width and height of an image, both multiples of 32 at 1K, and its grade."""
    wide, high = map(int, ratio.split(":"))
    scale = {"1K": 1, "2K": 2, "4K": 4}[grade]
    side = 1024 * (wide / high) ** 0.5, 1024 * (high / wide) ** 0.5
    return (round(side[0] / 32) * 32 * scale, round(side[1] / 32) * 32 * scale), grade


def _complaints(asked: Any, model: str) -> Iterator[str]:
    if not isinstance(asked, dict):
        yield "Invalid JSON payload received."
    yield from _unknown(asked, "")
    if not asked.get("contents") or not prompt(asked).strip():
        yield "* GenerateContentRequest.contents: contents is not specified\n"
    yield from _pictures(asked)
    config = asked.get("generation_config", {})
    if model in IMAGE_MODELS:
        yield from _for_images(asked, config, IMAGE_MODELS[model])
    elif "image_config" in config or "IMAGE" in config.get("response_modalities", []):
        yield "Model does not support the requested response modalities: image"
    if model.startswith("gemini-4") and "thinking_budget" in config.get("thinking_config", {}):
        yield "thinking_budget is not supported by this model; use thinking_level."


def _unknown(value: Any, key: str) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from _unknown(item, key)
        return
    if not isinstance(value, dict) or key in OPAQUE:
        return
    known = FIELDS.get("contents" if key == "system_instruction" else key)
    for name, item in value.items():
        if known is not None and name not in known.split():
            where = f" at '{key}'" if key else ""
            yield f'Invalid JSON payload received. Unknown name "{name}"{where}: Cannot find field.'
        if key in FIELDS or name in FIELDS or name == "system_instruction":
            yield from _unknown(item, name)


def _pictures(asked: Any) -> Iterator[str]:
    given = [part["inline_data"] for content in asked["contents"] for part in content["parts"] if "inline_data" in part]
    if sum(len(picture["data"]) for picture in given) > MOST_BYTES:
        yield "Request payload size exceeds the limit: 104857600 bytes."
    if len(given) > MOST_REFERENCES:
        yield f"The request has {len(given)} images; at most {MOST_REFERENCES} are supported."
    for picture in given:
        head = decoded(picture["data"])[:8]
        if picture["mime_type"] not in MAGIC:
            yield f"Unsupported MIME type: {picture['mime_type']}"
        elif not head.startswith(MAGIC[picture["mime_type"]]):
            yield "Unable to process input image. Please retry or report."


def decoded(text: str) -> bytes:
    """Read base64 in either alphabet. Raises ValueError."""
    try:
        return base64.b64decode(text.replace("-", "+").replace("_", "/") + "=" * (-len(text) % 4), validate=True)
    except binascii.Error as error:
        raise ValueError(str(error)) from None


def _for_images(asked: Any, config: Any, model: ImageModel) -> Iterator[str]:
    wish, level = config.get("image_config", {}), config.get("thinking_config", {}).get("thinking_level")
    if "tools" in asked or "response_schema" in config or "response_json_schema" in config:
        yield "Function calling and JSON mode are not enabled for this model."
    if "IMAGE" not in config.get("response_modalities", ["TEXT", "IMAGE"]):
        yield "Model does not support the requested response modalities: text"
    if wish.get("image_size", "1K") not in model.tokens:
        known = ", ".join(model.tokens)
        yield f"Invalid value at 'generation_config.image_config.image_size': {wish['image_size']}. Use one of {known}."
    if wish.get("aspect_ratio", "1:1") not in model.ratios:
        yield f"Invalid value at 'generation_config.image_config.aspect_ratio': {wish['aspect_ratio']}."
    if level is not None and str(level).upper() not in model.thinking:
        yield f"Thinking level {level} is not supported for this model."


def _bad(message: str) -> Fault:
    return faults.error("BAD_REQUEST", 400, "INVALID_ARGUMENT", message)
