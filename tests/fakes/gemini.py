"""A fake Gemini: images and text from generateContent, under /v1/ and /v1beta/."""

import base64
import re
import time
from decimal import Decimal
from typing import Any

from tests.fakes import gemini_rules as rules
from tests.fakes.bill import GEMINI_USD, Entry, gemini_usd
from tests.fakes.faults import Fault
from tests.fakes.faults import gemini as faults
from tests.fakes.gemini_text import write_text
from tests.fakes.provider import FakeProvider
from tests.fakes.wire import Answer, Request

PATH = re.compile(r".*/(v1|v1beta)/models(?:/([^/:]+)(:generateContent)?)?")
TOKENS_PER_PICTURE = 258  # What a reference costs in the prompt.
THOUGHTS = {"MINIMAL": 0, "LOW": 90, "MEDIUM": 180, "HIGH": 620, "XHIGH": 900}


class FakeGemini(FakeProvider):
    """`mime` is the form of the images; everything else is asked for in the request."""

    key = "gemini-key-that-must-never-be-seen-3f9c1"
    mime = "image/png"

    def respond(self, request: Request, twist: str) -> Answer | None:
        found = PATH.fullmatch(request.path)
        if not found:
            return None
        wrong_key = self._wrong_key(request)
        if wrong_key:
            return wrong_key.answer()
        version, model, generate = found.groups()
        if request.method == "POST" and generate:
            return self._generate(request, version, model, twist)
        if request.method != "GET" or generate:
            return None
        listed = [_listed(name) for name in GEMINI_USD]
        if not model:
            return Answer.of({"models": listed})
        one = next((row for row in listed if row["name"] == f"models/{model}"), None)
        return Answer.of(one) if one else rules.no_model(model, version).answer()

    def bill_fault(self, request: Request, fault: Fault) -> None:
        """Bill the prompt of a refusal that comes as a success."""
        usage = (fault.json or {}).get("usageMetadata") if fault.status == 200 else None
        found = PATH.fullmatch(request.path)
        if usage and found and found[2] in GEMINI_USD:
            self._bill(found[2], {"prompt_tokens": usage["promptTokenCount"], "text_tokens": 0, "image_tokens": 0})

    def _wrong_key(self, request: Request) -> Fault | None:
        given = request.headers.get("x-goog-api-key") or request.query.get("key")
        if not given:
            return faults.PERMISSION_DENIED
        return None if given == self.key else faults.BAD_KEY

    def _generate(self, request: Request, version: str, model: str, twist: str) -> Answer:
        since = time.monotonic()
        asked = rules.plain(request.json)
        wrong = rules.complaint(asked, model, version)
        if wrong:
            return wrong.answer()
        config = asked.get("generation_config", {})
        if model in rules.IMAGE_MODELS:
            parts, units, finish = self._image(asked, config, model, twist)
        else:
            parts, units, finish = self._text(asked, config, model, twist)
        self.work(request, since)
        name = self._bill(model, units, rules.prompt(asked))
        return Answer.of(
            {
                "candidates": [{"content": {"role": "model", "parts": parts}, "finishReason": finish, "index": 0}],
                "usageMetadata": _usage(units, self._thoughts(config, model)),
                "modelVersion": model,
                "responseId": name,
            }
        )

    def _image(self, asked: Any, config: Any, model: str, twist: str) -> tuple[list[Any], dict[str, int], str]:
        wish = config.get("image_config", {})
        prompt, mark = rules.prompt(asked), self.new_id("image-")
        mime = "image/jpeg" if twist == "jpeg" else self.mime
        size, grade = rules.pixels(wish.get("aspect_ratio", "1:1"), wish.get("image_size", "1K"))
        picture = self.media.image(prompt, size, mime, mark)
        parts: list[Any] = [
            {"inlineData": {"mimeType": mime, "data": _base64(picture)}, "thoughtSignature": _base64(b"signed")}
        ]
        spoken = "TEXT" in config.get("response_modalities", ["TEXT", "IMAGE"]) or twist == "text"
        if spoken:
            parts.insert(0, {"text": "Here is your image."})
        if twist == "thought":
            draft = self.media.image("a rough draft", (64, 64), "image/png", mark + "-draft")
            parts.insert(0, {"thought": True, "inlineData": {"mimeType": "image/png", "data": _base64(draft)}})
            parts.insert(0, {"thought": True, "text": "I think about the composition."})
        text = (6 if spoken else 0) + self._thoughts(config, model)
        units = {
            "prompt_tokens": rules.tokens(asked, TOKENS_PER_PICTURE),
            "text_tokens": text,
            "image_tokens": rules.IMAGE_MODELS[model].tokens[grade],
        }
        return parts, units, "STOP"

    def _text(self, asked: Any, config: Any, model: str, twist: str) -> tuple[list[Any], dict[str, int], str]:
        text, finish = write_text(rules.prompt(asked), config, twist), "STOP"
        most = config.get("max_output_tokens", 65_536)
        if twist == "truncated":
            most = min(most, len(text) // 4 * 6 // 10)
        if len(text) > most * 4:
            text, finish = text[: most * 4], "MAX_TOKENS"
        parts: list[Any] = [{"text": text}]
        if twist == "thought":
            parts.insert(0, {"thought": True, "text": "First I count the scenes."})
        written = -(-len(text) // 4) + self._thoughts(config, model)
        units = {"prompt_tokens": rules.tokens(asked, TOKENS_PER_PICTURE), "text_tokens": written, "image_tokens": 0}
        return parts, units, finish

    def _thoughts(self, config: Any, model: str) -> int:
        usual = "MINIMAL" if model == "gemini-3.1-flash-lite-image" else "MEDIUM"
        return THOUGHTS[str(config.get("thinking_config", {}).get("thinking_level", usual)).upper()]

    def _bill(self, model: str, units: dict[str, int], words: str = "") -> str:
        name = self.new_id("gemini-")
        usd = gemini_usd(model, units["prompt_tokens"], units["text_tokens"], units["image_tokens"])
        what = "image" if model in rules.IMAGE_MODELS else "text"
        counted = {unit: Decimal(count) for unit, count in units.items() if count}
        self._book.add(Entry("image" if what == "image" else "text", model, counted, usd, name, words=words))
        return name


def _usage(units: dict[str, int], thoughts: int) -> dict[str, Any]:
    image, text = units["image_tokens"], units["text_tokens"] - thoughts
    usage: dict[str, Any] = {
        "promptTokenCount": units["prompt_tokens"],
        "candidatesTokenCount": image + text,
        "thoughtsTokenCount": thoughts,
        "totalTokenCount": sum(units.values()),
    }
    if image:
        usage["candidatesTokensDetails"] = [{"modality": "IMAGE", "tokenCount": image}]
    return usage


def _listed(model: str) -> dict[str, Any]:
    return {
        "name": f"models/{model}",
        "displayName": model.replace("-", " ").title(),
        "supportedGenerationMethods": ["generateContent", "countTokens"],
    }


def _base64(content: bytes) -> str:
    return base64.b64encode(content).decode()
