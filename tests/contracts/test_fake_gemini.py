"""The fake Gemini answers as Gemini does."""

import base64
import io
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from pipeline.rules import storyboard
from tests.contracts.calling import IMAGE_MODEL, TEXT_MODEL, Caller, ask, picture
from tests.fakes import Fakes, faults

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "storyboard.schema.json").read_text())
PROMPT = (
    "Plan a film.\nTitle: The lighthouse\nTopic: The keepers of Skerry Vore\nAssets: 6\nScenes: 4\nClip seconds: 5\n"
)
JSON = {"responseMimeType": "application/json", "responseJsonSchema": SCHEMA}


def images(answer: Any) -> list[Any]:
    parts = answer["candidates"][0]["content"]["parts"]
    return [part["inlineData"] for part in parts if "inlineData" in part and not part.get("thought")]


def opened(inline: Any) -> Image.Image:
    return Image.open(io.BytesIO(base64.b64decode(inline["data"])))


@pytest.mark.parametrize(("size", "pixels"), [("1K", (1376, 768)), ("2K", (2752, 1536))])
def test_an_image_has_the_size_that_was_asked_for(call: Caller, size: str, pixels: tuple[int, int]):
    answer = call.image(imageConfig={"aspectRatio": "16:9", "imageSize": size})

    (inline,) = images(answer.json)

    assert inline["mimeType"] == "image/png"
    assert opened(inline).size == pixels


@pytest.mark.parametrize("version", ["v1", "v1beta"])
def test_both_versions_of_the_address_answer(call: Caller, version: str):
    answer = call.image(version=version)

    assert len(images(answer.json)) == 1


def test_both_spellings_and_both_alphabets_are_understood(call: Caller):
    data = base64.urlsafe_b64encode(picture()).decode()
    parts = [{"inline_data": {"mime_type": "image/png", "data": data}}, {"text": "The same harbour at night"}]

    answer = call.image(parts=parts, thinking_config={"thinking_level": "MINIMAL"})

    assert answer.json["usageMetadata"]["promptTokenCount"] == 258 + 7


def test_an_image_is_billed_to_the_cent(fakes: Fakes, call: Caller):
    call.image(parts=[{"text": "x" * 400}], thinkingConfig={"thinkingLevel": "MINIMAL"})

    (entry,) = fakes.gemini.book

    assert dict(entry.units) == {"prompt_tokens": 100, "image_tokens": 1120}
    assert entry.usd == Decimal("0.0336") + Decimal("0.00015")
    assert fakes.gemini.spent_usd == entry.usd


def test_a_thought_and_a_text_come_before_the_image(fakes: Fakes, call: Caller):
    fakes.gemini.then(faults.gemini.THOUGHT_FIRST, faults.gemini.TEXT_FIRST, faults.gemini.JPEG)

    thought, text, jpeg = (call.image().json["candidates"][0]["content"]["parts"] for _ in range(3))

    assert [part.get("thought", False) for part in thought] == [True, True, False]
    assert "text" in text[0]
    assert jpeg[0]["inlineData"]["mimeType"] == "image/jpeg"


@pytest.mark.parametrize(
    ("model", "config"),
    [
        ("gemini-3.1-flash-lite-image", {"imageConfig": {"imageSize": "2K"}}),
        ("gemini-3.1-flash-lite-image", {"thinkingConfig": {"thinkingLevel": "MEDIUM"}}),
        (IMAGE_MODEL, {"imageConfig": {"imageSize": "2k"}}),
        (IMAGE_MODEL, {"imageConfig": {"imageSize": "512"}}),
        (IMAGE_MODEL, {"imageConfig": {"aspectRatio": "16:10"}}),
        (IMAGE_MODEL, {"imageConfig": {"personGeneration": "ALLOW_ALL"}}),
        (IMAGE_MODEL, {"responseJsonSchema": {"type": "object"}}),
        (TEXT_MODEL, {}),
    ],
)
def test_a_field_that_the_model_does_not_have_is_refused(fakes: Fakes, call: Caller, model: str, config: Any):
    answer = call.image(model=model, **config)

    assert (answer.status, answer.json["error"]["status"]) == (400, "INVALID_ARGUMENT")
    assert fakes.gemini.book == []


@pytest.mark.parametrize("model", ["gemini-2.5-flash-image", "gemini-3.1-flash-image", "imagen-4.0-generate-001"])
def test_a_retired_model_is_not_found(call: Caller, model: str):
    answer = call.image(model=model)

    assert (answer.status, answer.json["error"]["status"]) == (404, "NOT_FOUND")


def test_a_wrong_key_is_a_bad_request(fakes: Fakes):
    answer = ask(f"{fakes.gemini.url}/v1/models?key=wrong")

    assert answer.status == 400
    assert answer.json["error"]["details"][0]["reason"] == "API_KEY_INVALID"


def test_the_list_of_models_is_free(fakes: Fakes):
    answer = ask(f"{fakes.gemini.url}/v1/models?key={fakes.gemini.key}")

    assert f"models/{IMAGE_MODEL}" in {row["name"] for row in answer.json["models"]}
    assert fakes.gemini.book == []


def test_a_daily_quota_can_carry_a_short_delay(fakes: Fakes, call: Caller):
    fakes.gemini.then(faults.gemini.PER_DAY_SHORT_DELAY)

    details = call.image().json["error"]["details"]

    assert "PerDay" in details[1]["violations"][0]["quotaId"]
    assert details[2]["retryDelay"] == "8s"


@pytest.mark.parametrize(
    "fault", [*faults.gemini.ALL_BLOCKED, *faults.gemini.ALL_TRY_ONCE_MORE, *faults.gemini.ALL_REWORD]
)
def test_a_refusal_is_a_success_without_an_image_that_costs_its_prompt(fakes: Fakes, call: Caller, fault: faults.Fault):
    fakes.gemini.then(fault)

    answer = call.image()

    assert answer.status == 200
    assert b"inlineData" not in answer.body
    assert fakes.gemini.spent_usd == Decimal(9) * Decimal("0.0000015")


def test_content_may_be_empty_or_missing(fakes: Fakes, call: Caller):
    fakes.gemini.then(faults.gemini.EMPTY_CONTENT, faults.gemini.WITHOUT_CONTENT)

    empty, missing = (call.image().json["candidates"][0] for _ in range(2))

    assert empty["content"] == {}
    assert "content" not in missing


def test_a_storyboard_fits_the_prompt_and_our_own_checks(fakes: Fakes, call: Caller):
    answer = call.text(PROMPT, **JSON)

    text = answer.json["candidates"][0]["content"]["parts"][0]["text"]

    assert storyboard.problems(json.loads(text), assets=6, scenes=4, clip_seconds=5) == []
    assert fakes.gemini.book[0].what == "text"


def test_the_schema_may_be_geminis_own(call: Caller):
    scene = {"type": "OBJECT", "properties": {"number": {"type": "INTEGER"}, "tempo": {"type": "STRING"}}}
    schema = {
        "type": "OBJECT",
        "properties": {"assets": {"type": "ARRAY"}, "scenes": {"type": "ARRAY", "items": scene}},
    }

    answer = call.text(PROMPT, responseMimeType="application/json", responseSchema=schema)

    written = json.loads(answer.json["candidates"][0]["content"]["parts"][0]["text"])
    assert [set(scene) for scene in written["scenes"]] == [{"number", "tempo"}] * 4


def test_a_storyboard_can_break_off(fakes: Fakes, call: Caller):
    fakes.gemini.then(faults.gemini.TRUNCATED)

    candidate = call.text(PROMPT, **JSON).json["candidates"][0]

    assert candidate["finishReason"] == "MAX_TOKENS"
    with pytest.raises(ValueError, match=r"Unterminated|Expecting"):
        json.loads(candidate["content"]["parts"][0]["text"])


def test_a_storyboard_with_a_bad_reference_is_right_the_second_time(fakes: Fakes, call: Caller):
    fakes.gemini.then(faults.gemini.BAD_REFERENCE)

    texts = [call.text(PROMPT, **JSON).json["candidates"][0]["content"]["parts"][0]["text"] for _ in range(2)]
    wrong, right = (storyboard.problems(json.loads(text), assets=6, scenes=4, clip_seconds=5) for text in texts)

    assert len(wrong) == 1
    assert right == []
