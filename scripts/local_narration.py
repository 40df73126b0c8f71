"""Speak one scene's narration on this machine, free and offline.

    python scripts/local_narration.py --text-file scene.txt --voice en-gb --output speech.mp3 --timings speech.json

Voices are those of espeak-ng: `en-gb`, `en-us`, `de` … with a variant if you like, `en-gb+m3`; `+f2` alone is that
variant of the language. The text is spoken as it stands: markup is not obeyed.
"""

import argparse
import json
import math
import sys
from array import array
from operator import mul
from pathlib import Path
from typing import Any

from _client import Failure, read_text, run, run_ffmpeg, writing
from sound.espeak import Espeak
from sound.word_times import word_times

# Espeak hurries: its 126 words a minute are about 150 as people count them. A low, narrow pitch sounds calm.
MANNER = {"rate": 126, "pitch": 36, "pitch_range": 44, "word_gap": 0}
LONGEST_TEXT = 5_000
TAIL_S = 0.06
LEVEL_DBFS, PEAK_DBFS = -20.0, -3.0
# Takes the edge off the synthetic consonants and gives the voice a little body.
WARMTH = "highpass=f=70,equalizer=f=180:t=q:w=0.9:g=2,equalizer=f=3200:t=q:w=1.2:g=-2,lowpass=f=8500"


def narrate(arguments: argparse.Namespace) -> dict[str, Any]:
    """Speak, trim, level and write the MP3 and its word timings."""
    text = read_text(arguments.text_file, what="narration text")
    if len(text) > LONGEST_TEXT:
        raise Failure(
            f"The narration has {len(text)} characters; {LONGEST_TEXT} is the most. Shorten it.", code="too_long"
        )
    if not any(map(str.isalnum, text)):
        raise _no_speech()
    library = Espeak()
    library.choose(
        arguments.language + arguments.voice if arguments.voice.startswith("+") else arguments.voice, **MANNER
    )
    speech = library.say(text)
    first, last = voiced(speech.samples)
    end = last + round(TAIL_S * speech.rate)
    speech.samples.extend([0] * max(0, end - len(speech.samples)))
    words = word_times(text, speech, first / speech.rate, last / speech.rate)
    duration = round((end - first) / speech.rate, 3)
    with writing(arguments.output) as output, writing(arguments.timings) as notes:
        _write_mp3(speech.samples[first:end], speech.rate, output)
        notes.write_text(
            json.dumps({"duration": duration, "words": words}, ensure_ascii=False, indent=1), encoding="utf-8"
        )
    units = {"characters": len(text)}
    return {"model": f"espeak-ng {library.version}", "units": units, "cost_usd": 0, "duration_s": duration}


def voiced(samples: "array[int]") -> tuple[int, int]:
    """Find the first and the last sample that can be heard. Raises Failure when nothing was said."""
    step, threshold = 64, 250
    loud = [at for at in range(0, len(samples), step) if max(samples[at : at + step]) > threshold]
    if not loud:
        raise _no_speech()
    return loud[0], min(len(samples), loud[-1] + step)


def _no_speech() -> Failure:
    return Failure("The text gives no speech: it holds no words. Write what shall be said.", code="no_speech")


def _write_mp3(samples: "array[int]", rate: int, output: Path) -> None:
    gain = _gain_db(samples)
    if sys.byteorder == "big":
        samples.byteswap()
    source = ("-f", "s16le", "-ar", str(rate), "-ac", "1", "-i", "-")
    encoding = ("-c:a", "libmp3lame", "-b:a", "128k", "-ar", "48000", "-ac", "1", "-flags", "+bitexact")
    filters = f"volume={gain:.2f}dB,{WARMTH}"
    run_ffmpeg(*source, "-af", filters, *encoding, "-fflags", "+bitexact", output, stdin=samples.tobytes())


def _gain_db(samples: "array[int]") -> float:
    """Bring the voice to the house level, unless its peaks forbid it."""
    rms = math.sqrt(sum(map(mul, samples, samples)) / len(samples)) / 32_768
    highest, lowest = max(samples), min(samples)
    peak = max(highest, -lowest) / 32_768
    return min(LEVEL_DBFS - 20 * math.log10(rms), PEAK_DBFS - 20 * math.log10(peak))


def main() -> None:
    parser = argparse.ArgumentParser(description="Speak one scene's narration, offline.")
    parser.add_argument("--text-file", type=Path, required=True)
    parser.add_argument("--voice", required=True, help="en-gb, en-us, de, en-gb+m3 …; +f2 is a variant of the language")
    parser.add_argument("--language", default="en")
    parser.add_argument("--output", type=Path, required=True, help="an .mp3 file")
    parser.add_argument("--timings", type=Path, required=True, help="a .json file for the times of the words")
    run(parser, narrate)


if __name__ == "__main__":
    main()
