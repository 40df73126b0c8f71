"""Make the ambience of one scene from a description, free and offline.

    python scripts/local_sound_effects.py --prompt-file sound.txt --seconds 10 --output ambience.wav

Wind, rain, sea, birds, fire, a market … are made as the words name them, up to four at once; words it does not know
give the quiet air of a room.
"""

import argparse
import hashlib
import wave
from pathlib import Path
from typing import Any

from _client import Failure, read_text, run, writing


def make_ambience(arguments: argparse.Namespace) -> dict[str, Any]:
    """Make the sound and write it as 16-bit stereo WAV."""
    text = read_text(arguments.prompt_file, what="sound description")
    if not 0.5 <= arguments.seconds <= 60:
        raise Failure("--seconds must lie between 0.5 and 60.", code="bad_input")
    from sound.ambience import ambience, sounds_named
    from sound.noise import RATE

    seed = arguments.seed if arguments.seed is not None else int.from_bytes(hashlib.sha256(text.encode()).digest()[:6])
    samples = ambience(text, arguments.seconds, seed)
    with writing(arguments.output) as output, wave.open(str(output), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes((samples.T * 32_767).round().astype("<i2").tobytes())
    sounds = [sound.__name__ for sound in sounds_named(text)]
    seconds = samples.shape[1] / RATE
    return {
        "model": "ambience-1",
        "units": {"seconds": seconds},
        "cost_usd": 0,
        "duration_s": seconds,
        "sounds": sounds,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description="Make the ambience of one scene, offline.")
    parser.add_argument("--prompt-file", type=Path, required=True)
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--seed", type=int, help="another number gives another wind; by default the text decides")
    parser.add_argument("--output", type=Path, required=True, help="a .wav file")
    run(parser, make_ambience)


if __name__ == "__main__":
    main()
