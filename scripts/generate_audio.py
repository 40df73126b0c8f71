"""Speak one scene's narration with ElevenLabs.

    ELEVENLABS_API_KEY=… python scripts/generate_audio.py --text-file scene.txt --voice 21m00Tcm4TlvDq8ikWAM \
        --language en --timings speech.json --output speech.mp3

Costs credits by the character. Directions such as [whispers] are kept for the models that follow them and taken out for
those that would read them aloud.
"""

import argparse
import base64
import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

import _prices
from _client import Failure, read_text, run, writing
from _elevenlabs import FORMAT, account, add_arguments, number, order, seconds_of, unreadable
from _http import Answer
from sound.alignment import MARK, aligned_words, estimated_words, without_tags

SHORTEST_S = 0.3  # A refused text can come back as success with a nearly empty file.
SETTINGS = ("stability", "similarity_boost", "style", "use_speaker_boost", "speed")


def speak(arguments: argparse.Namespace) -> dict[str, Any]:
    """Order the speech, check it, and write the MP3 and the times of its words."""
    model, facts = _prices.model("elevenlabs", "speech", arguments.model)
    text = _text(arguments.text_file, model, facts)
    path = f"/v1/text-to-speech/{quote(_voice(arguments.voice), safe='')}/with-timestamps?{FORMAT}"
    body = _body(arguments, text, model, facts)

    def units_of(answer: Answer) -> dict[str, float]:
        return {"characters": _characters(answer, text, facts)} if _is_speech(answer) else {}

    answer = order(account(arguments), path, body, units=units_of, voice=arguments.voice, model=model)
    audio, alignment = _parts(answer)
    units = units_of(answer)
    with writing(arguments.output) as sound, writing(arguments.timings) as notes:
        sound.write_bytes(audio)
        duration = round(seconds_of(sound), 3)
        if duration < SHORTEST_S:
            raise _unusable(duration, model, units)
        exact = aligned_words(alignment, duration)
        words = exact or estimated_words(text, duration)
        times = {"duration": duration, "words": words}
        notes.write_text(json.dumps(times, ensure_ascii=False, indent=1), encoding="utf-8")
    return {
        "model": model,
        "units": units,
        "cost_usd": _prices.cost("elevenlabs", model, units),
        "duration_s": duration,
        "timings": "exact" if exact else "estimated",
        "left_out": [name for name in _chosen(arguments) if name not in body.get("voice_settings", {})],
        "request_id": answer.headers.get("request-id", ""),
    }


def _text(file: Path, model: str, facts: Mapping[str, Any]) -> str:
    text = read_text(file, what="narration text")
    if not facts.get("tags"):
        text = without_tags(text)
    if not any(map(str.isalnum, MARK.sub("", text))):
        raise Failure("The text gives no speech: it holds no words. Write what shall be said.", code="no_speech")
    most = facts.get("characters", math.inf)
    if len(text) > most:
        raise Failure(
            f"The narration has {len(text)} characters; the model {model} takes {most} at once. Shorten it, then retry.",
            code="too_long",
        )
    return text


def _voice(voice: str) -> str:
    if not voice.strip(" ./"):  # Two dots would name another address.
        raise Failure(
            f"“{voice}” is no voice. Copy the id of one from elevenlabs.io under Voices into voice_id in the channel's "
            "file, then retry.",
            code="voice_not_found",
        )
    return voice.strip()


def _body(arguments: argparse.Namespace, text: str, model: str, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Say only what the model knows: it may refuse the rest."""
    body: dict[str, Any] = {"text": text, "model_id": model}
    language = arguments.language.replace("_", "-").split("-")[0].lower()
    if facts.get("language_code") and language:
        body["language_code"] = language
    if arguments.seed is not None:
        body["seed"] = arguments.seed
    settings = {name: value for name, value in _chosen(arguments).items() if name in facts.get("settings", ())}
    steps = facts.get("stability_steps")
    if steps and "stability" in settings:
        settings["stability"] = min(steps, key=lambda step: abs(step - settings["stability"]))
    if settings:
        body["voice_settings"] = settings
    return body


def _chosen(arguments: argparse.Namespace) -> dict[str, Any]:
    return {name: value for name in SETTINGS if (value := getattr(arguments, name)) is not None}


def _is_speech(answer: Answer) -> bool:
    reply = answer.json
    return isinstance(reply, dict) and isinstance(reply.get("audio_base64"), str)


def _parts(answer: Answer) -> tuple[bytes, Any]:
    """Take the sound and the times of its characters out of an answer. Raises Failure when that is not in it."""
    reply = answer.json
    try:
        return base64.b64decode(reply["audio_base64"], validate=True), reply.get("alignment")
    except (KeyError, TypeError, ValueError):
        raise unreadable() from None


def _characters(answer: Answer, text: str, facts: Mapping[str, Any]) -> int:
    """Count what was charged; the provider says it in credits, which some models use fewer of."""
    rate = facts.get("credits", 1)
    try:
        charged = float(answer.headers["character-cost"])
    except (KeyError, ValueError):
        return len(text)
    as_expected = abs(charged - len(text) * rate) < 1  # It is rounded to whole credits.
    if as_expected or not 0 <= charged < math.inf:
        return len(text)
    return round(charged / rate)


def _unusable(duration: float, model: str, units: Mapping[str, float]) -> Failure:
    what = f"only {duration:.1f} s long" if duration else "empty or damaged"
    return Failure(
        f"ElevenLabs was paid, but the speech is {what}. Change the text a little, then retry; that pays again.",
        code="unusable",
        model=model,
        units=units,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description="Speak one scene's narration with ElevenLabs.")
    parser.add_argument("--text-file", type=Path, required=True)
    parser.add_argument("--voice", required=True, help="the id of a voice, from elevenlabs.io under Voices")
    parser.add_argument("--language", default="en", help="of two letters, for models that can be told")
    parser.add_argument("--timings", type=Path, required=True, help="a .json file for the times of the words")
    parser.add_argument("--output", type=Path, required=True, help="an .mp3 file")
    parser.add_argument("--model")
    parser.add_argument("--seed", type=int, help="the same number gives nearly the same speech")
    parser.add_argument(
        "--stability", type=number, help="0 lively to 1 even; each setting only where the model knows it"
    )
    parser.add_argument("--similarity", dest="similarity_boost", type=number, help="0 to 1")
    parser.add_argument("--style", type=number, help="0 to 1")
    parser.add_argument("--speaker-boost", dest="use_speaker_boost", action=argparse.BooleanOptionalAction)
    parser.add_argument("--speed", type=number, help="1 is the voice's own")
    add_arguments(parser)
    run(parser, speak, paid=True)


if __name__ == "__main__":
    main()
