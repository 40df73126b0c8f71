"""A fake ElevenLabs: speech with and without the times of its letters, sounds, and the account."""

import base64
import re
import threading
import time
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from tests.fakes import elevenlabs_rules as rules
from tests.fakes.bill import MUSIC_USD_PER_MINUTE, SOUND_USD, Entry, What, speech_usd
from tests.fakes.faults import elevenlabs as faults
from tests.fakes.media import Media, Speech
from tests.fakes.provider import FakeProvider
from tests.fakes.wire import Answer, Request

SPEECH = re.compile(r"/v1/text-to-speech/([^/]+)(/with-timestamps|/stream)?")
VOICES = {
    "21m00Tcm4TlvDq8ikWAM": "Rachel",
    "JBFqnCBsd6RMkjVDRZzb": "George",
    "EXAVITQu4vr4xnSDxMaL": "Sarah",
    "onwK4e9ZLuTAKqWW03F9": "Daniel",
}


class FakeElevenLabs(FakeProvider):
    """`concurrent` calls at once, `character_limit` credits until `resets_at` (seconds since 1970); all may be set."""

    key = "elevenlabs-key-that-must-never-be-seen-5a7e0"

    def __init__(self, media: Media, port: int = 0) -> None:
        super().__init__(media, port)
        self.concurrent = 10
        self.character_count = Decimal(0)
        self.character_limit = 500_000
        self.resets_at = int(time.time()) + 12 * 86_400
        self.tier = "pro"
        self.voices = dict(VOICES)
        self._busy = 0
        self._slots = threading.Lock()

    def respond(self, request: Request, twist: str) -> Answer | None:
        work = self._work_for(request)
        account = self._account(request)
        if work is None and account is None:
            return None
        key = request.headers.get("xi-api-key")
        if key != self.key:
            return (faults.BAD_KEY if key else faults.NEEDS_AUTHORIZATION).answer()
        return account if work is None else self._in_a_slot(request, work, twist)

    def _work_for(self, request: Request) -> Callable[[Request, dict[str, Any], str], Answer] | None:
        known = {"/v1/sound-generation": self._sound, "/v1/music": self._music}
        if request.method != "POST":
            return None
        return self._speech if SPEECH.fullmatch(request.path) else known.get(request.path)

    def _in_a_slot(
        self, request: Request, work: Callable[[Request, dict[str, Any], str], Answer], twist: str
    ) -> Answer:
        with self._slots:
            if self._busy >= self.concurrent:
                return rules.too_many(self.concurrent).answer()
            self._busy += 1
            others = self._busy
        try:
            asked = request.json
            if not isinstance(asked, dict):
                return rules.missing("body").answer()
            answer = work(request, asked, twist)
        finally:
            with self._slots:
                self._busy -= 1
        more = {"current-concurrent-requests": str(others), "maximum-concurrent-requests": str(self.concurrent)}
        return Answer(answer.status, answer.body, {**answer.headers, **more})

    def _speech(self, request: Request, asked: dict[str, Any], twist: str) -> Answer:
        since, found = time.monotonic(), SPEECH.fullmatch(request.path)
        assert found
        model, form = asked.get("model_id", "eleven_multilingual_v2"), _form(request)
        wrong = rules.about_speech(asked, model, found[1] in self.voices, form)
        if wrong:
            return wrong.answer()
        text = asked["text"]
        credits = len(text) * rules.SPEECH_MODELS[model].credits
        if self.character_count + credits > self.character_limit:
            return rules.quota(self.character_limit, self.character_limit - self.character_count, credits).answer()
        speech = self.media.speech(text, asked.get("language_code", ""), found[1], form)
        self.work(request, since)
        with self._lock:
            self.character_count += credits
        name = self._bill("speech", model, "characters", Decimal(len(text)), speech_usd(model, len(text)), text)
        headers = {**_headers(name), "character-cost": str(round(credits))}
        mp3 = speech.mp3[:300] if twist == "nearly empty" else speech.mp3
        if found[2] == "/with-timestamps":
            body = {"audio_base64": base64.b64encode(mp3).decode(), **_alignments(text, speech, twist)}
            return Answer.of(body, headers=headers)
        return Answer(200, mp3, {"Content-Type": "audio/mpeg", **headers})

    def _sound(self, request: Request, asked: dict[str, Any], twist: str) -> Answer:
        since, form = time.monotonic(), _form(request)
        wrong = rules.about_sound(asked, form)
        if wrong:
            return wrong.answer()
        mp3 = self.media.sound(asked["text"], asked.get("duration_seconds") or 4.0, form)
        self.work(request, since)
        model = asked.get("model_id", "eleven_text_to_sound_v2")
        name = self._bill("sound", model, "generations", Decimal(1), SOUND_USD, asked["text"])
        return Answer(200, mp3[:300] if twist else mp3, {"Content-Type": "audio/mpeg", **_headers(name)})

    def _music(self, request: Request, asked: dict[str, Any], twist: str) -> Answer:
        since, form = time.monotonic(), _form(request)
        wrong = rules.about_music(asked, form)
        if wrong:
            return wrong.answer()
        seconds = Decimal(asked.get("music_length_ms", 30_000)) / 1000
        mp3 = self.media.sound(asked["prompt"], float(seconds), form)
        self.work(request, since)
        name = self._bill(
            "music",
            asked.get("model_id", "music_v1"),
            "seconds",
            seconds,
            seconds * MUSIC_USD_PER_MINUTE / 60,
            asked["prompt"],
        )
        return Answer(200, mp3[:300] if twist else mp3, {"Content-Type": "audio/mpeg", **_headers(name)})

    def _bill(self, what: What, model: str, unit: str, count: Decimal, usd: Decimal, words: str) -> str:
        name = self.new_id("request-")
        self._book.add(Entry(what, model, {unit: count}, usd, name, words=words))
        return name

    def _account(self, request: Request) -> Answer | None:
        if request.method != "GET":
            return None
        voices = [{"voice_id": id, "name": name, "category": "premade"} for id, name in self.voices.items()]
        match request.path:
            case "/v1/user/subscription":
                return Answer.of(self._subscription())
            case "/v1/user":
                return Answer.of({"user_id": "somebody", "subscription": self._subscription()})
            case "/v1/models":
                return Answer.of([model.told(name) for name, model in rules.SPEECH_MODELS.items()])
            case "/v2/voices" | "/v1/voices":
                more = {"has_more": False, "total_count": len(voices), "next_page_token": None}
                return Answer.of({"voices": voices, **more})
        one = [voice for voice in voices if request.path == f"/v1/voices/{voice['voice_id']}"]
        return Answer.of(one[0]) if one else None

    def _subscription(self) -> dict[str, Any]:
        return {
            **{"tier": self.tier, "status": "active", "currency": "usd", "billing_period": "monthly_period"},
            **{"character_count": round(self.character_count), "character_limit": self.character_limit},
            **{
                "next_character_count_reset_unix": self.resets_at,
                "voice_limit": 160,
                "can_extend_character_limit": False,
            },
        }


def _alignments(text: str, speech: Speech, twist: str) -> dict[str, Any]:
    times = {
        "characters": list(text),
        "character_start_times_seconds": list(speech.starts),
        "character_end_times_seconds": list(speech.ends),
    }
    return {
        "alignment": None if twist == "no alignment" else times,
        "normalized_alignment": None if twist == "no normalized alignment" else times,
    }


def _headers(name: str) -> dict[str, str]:
    return {"request-id": name, "history-item-id": f"history-{name}", "x-trace-id": f"trace-{name}"}


def _form(request: Request) -> str:
    return request.query.get("output_format", "mp3_44100_128")
