"""Make the sound of one scene from a description, with ElevenLabs.

    ELEVENLABS_API_KEY=… python scripts/generate_sound_effects.py --prompt-file sound.txt --seconds 10 --output sound.wav

Costs about 12 cents. The provider sends MP3; an output that ends in .wav is 16-bit stereo at 48 kHz.
"""

import argparse
import wave
from pathlib import Path
from typing import Any

import _prices
from _client import Failure, read_text, run, run_ffmpeg, writing
from _elevenlabs import FORMAT, account, add_arguments, number, order, seconds_of, unreadable
from _http import Answer

SHORTEST_S, LONGEST_S = 0.5, 30.0
LONGEST_PROMPT = 450
WAV = ("-ar", "48000", "-ac", "2", "-c:a", "pcm_s16le", "-map_metadata", "-1", "-fflags", "+bitexact")
# Some decoders' rounding: a sound of half a second may have some samples less.
UNUSABLE_S = SHORTEST_S - 0.05


def make_sound(arguments: argparse.Namespace) -> dict[str, Any]:
    """Order the sound and write it as the output's name says."""
    if arguments.output.suffix not in (".wav", ".mp3"):
        raise Failure("--output must end in .wav or .mp3.", code="bad_input")
    model, _ = _prices.model("elevenlabs", "sound", arguments.model)
    text = read_text(arguments.prompt_file, what="sound description")
    prompt = shortened(text)
    body = {
        "text": prompt,
        "loop": arguments.loop,
        "duration_seconds": min(max(arguments.seconds, SHORTEST_S), LONGEST_S),
        "prompt_influence": arguments.influence,
        "model_id": model,
    }
    answer = order(account(arguments), f"/v1/sound-generation?{FORMAT}", body, units=_units, model=model)
    units = _units(answer)
    if not units:
        raise unreadable()
    try:
        duration = _write(answer.body, arguments.output)
    except Failure as failure:
        raise _paid_in_vain(failure, answer.body, arguments.output, model=model, units=units) from None
    return {
        "model": model,
        "units": units,
        "cost_usd": _prices.cost("elevenlabs", model, units),
        "duration_s": duration,
        "asked_s": body["duration_seconds"],
        "prompt_cut": prompt != text,
    }


def shortened(text: str) -> str:
    """Cut a description at the end of a word, to what the provider takes."""
    text = " ".join(text.split())
    if len(text) <= LONGEST_PROMPT:
        return text
    words, _, _ = text[: LONGEST_PROMPT + 1].rpartition(" ")
    return (words or text[:LONGEST_PROMPT]).rstrip(" ,;:–—-")


def _units(answer: Answer) -> dict[str, float]:
    return {"generations": 1} if _is_mp3(answer.body) else {}


def _is_mp3(sound: bytes) -> bool:
    return sound[:3] == b"ID3" or (len(sound) > 2 and sound[0] == 0xFF and sound[1] >= 0xE0)


def _write(mp3: bytes, output: Path) -> float:
    """Write the sound and give its length in seconds. Raises Failure when it cannot be used."""
    with writing(output) as unfinished:
        if output.suffix == ".mp3":
            unfinished.write_bytes(mp3)
            duration = seconds_of(unfinished)
        else:
            run_ffmpeg("-f", "mp3", "-i", "-", *WAV, unfinished, stdin=mp3)
            duration = _seconds_of_wav(unfinished)
        if duration < UNUSABLE_S:
            raise Failure(f"It is only {duration:.1f} s long.")
    return round(duration, 3)


def _seconds_of_wav(file: Path) -> float:
    with wave.open(str(file)) as sound:
        return sound.getnframes() / sound.getframerate()


def _paid_in_vain(failure: Failure, mp3: bytes, output: Path, **billed: Any) -> Failure:
    """Say that a sound that was paid for cannot be used, and keep it beside the output as it came."""
    kept = output.with_name(f"{output.stem}.received.mp3")
    with writing(kept) as unfinished:
        unfinished.write_bytes(mp3)
    return Failure(
        f"ElevenLabs was paid, but its sound cannot be used: {failure} It is kept as {kept.name}; a retry pays again.",
        code="unusable",
        **billed,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description="Make the sound of one scene with ElevenLabs.")
    parser.add_argument("--prompt-file", type=Path, required=True)
    parser.add_argument("--seconds", type=number, default=10.0, help=f"{SHORTEST_S:g} to {LONGEST_S:g}; brought there")
    parser.add_argument("--output", type=Path, required=True, help="a .wav or .mp3 file")
    parser.add_argument("--model")
    parser.add_argument("--influence", type=number, default=0.3, help="0 free to 1 close to the description")
    parser.add_argument("--loop", action="store_true", help="end so that it can begin again without a seam")
    add_arguments(parser)
    run(parser, make_sound, paid=True)


if __name__ == "__main__":
    main()
