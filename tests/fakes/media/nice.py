"""Files to look at and listen to: the project's own offline scripts play the providers."""

import hashlib
import io
import itertools
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.fakes.media import Speech, marks, mp3, store

SCRIPTS = Path(__file__).resolve().parents[3] / "scripts"
BACKDROP = (222, 222, 220)
# What prompts for one kind of picture have in common, in the order in which they are looked for.
SIGNS = (
    ("{0}", r"^\W*(?:kind|type)\W+(character|environment|prop)\b"),
    ("environment", r"\bwide (?:16:9 )?view\b|\bnobody is in it\b|\bempty of people\b"),
    ("character", r"\b(?:one|single) (?:single )?(?:figure|person|character|animal)\b|\bfull figure\b"),
    ("prop", r"\b(?:one|single) (?:single )?(?:object|thing|prop)\b"),
    ("character", r"\b(?:man|woman|boy|girl|child|person|keeper|captain|standing|animal)\b(?=.*\bplain\b.*\bback)"),
    ("prop", r"\bplain\b.{0,30}\bback(?:ground|drop)\b|\bcut\W?out\b"),
)


class Nice:
    """Paints, films and speaks with the offline scripts, two at once."""

    def image(self, prompt: str, size: tuple[int, int], mime: str, mark: str) -> bytes:
        kind = guess_kind(prompt)
        seed = int.from_bytes(hashlib.sha256(mark.encode()).digest()[:3])
        painted = _run("local_asset.py", "picture.png", texts={"--prompt-file": subject(prompt)}, kind=kind, seed=seed)
        return _framed(painted["picture.png"], size, mime, lone=kind != "environment", mark=mark)

    def clip(self, prompt: str, picture: bytes, seconds: float, mark: str) -> bytes:
        files = {"--image": ("still.png", picture)}
        made = _run(
            "local_video.py", "clip.mp4", texts={"--motion-file": subject(prompt)}, files=files, seconds=seconds
        )
        return marks.marked_mp4(made["clip.mp4"], mark)

    def speech(self, text: str, language: str, voice: str, form: str) -> Speech:
        manner = f"+{'fm'[sum(voice.encode()) % 2]}{sum(voice.encode()) % 3 + 1}"
        made = _run("local_narration.py", "speech.mp3", texts={"--text-file": text},
                    also={"--timings": "words.json"}, voice=manner, language=language or "en")  # fmt: skip
        starts, ends = letters(text, json.loads(made["words.json"]))
        return Speech(_as_mp3(made["speech.mp3"], form), starts, ends)

    def sound(self, text: str, seconds: float, form: str) -> bytes:
        made = _run("local_sound_effects.py", "sound.wav", texts={"--prompt-file": text}, seconds=seconds)
        return _as_mp3(made["sound.wav"], form)


def guess_kind(prompt: str) -> str:
    """Guess from its words whether a prompt asks for a character, a prop or a place."""
    for kind, sign in SIGNS:
        found = re.search(sign, prompt, re.IGNORECASE | re.MULTILINE | re.DOTALL)
        if found:
            return kind.format(*map(str.lower, found.groups()))
    return "environment"


def subject(prompt: str) -> str:
    """Give the first paragraph: what is to be seen, without the orders around it."""
    return prompt.strip().split("\n\n")[0]


def letters(text: str, timings: dict[str, object]) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Spread the times of words over their letters; a space lasts until the next word."""
    words = timings["words"]
    assert isinstance(words, list)
    starts = [0.0] * len(text)
    place, known = 0, [(0, 0.0)]
    for word in words:
        found = text.find(word["word"], place)
        if found >= 0:
            place = found + len(word["word"])
            known += [(found, float(word["start"])), (place, float(word["end"]))]
    known.append((len(text), float(str(timings["duration"]))))
    for (at, since), (end, until) in itertools.pairwise(known):
        for letter in range(at, end):
            starts[letter] = round(since + (until - since) * (letter - at) / (end - at), 3)
    return tuple(starts), (*starts[1:], float(str(timings["duration"])))


def _run(script: str, output: str, *, texts: dict[str, str], files: dict[str, tuple[str, bytes]] | None = None,
         also: dict[str, str] | None = None, **options: object) -> dict[str, bytes]:  # fmt: skip
    """Run a script in a folder of its own and read what it wrote."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        command = [sys.executable, str(SCRIPTS / script), "--output", str(folder / output)]
        for flag, text in texts.items():
            (folder / "text.txt").write_text(text, encoding="utf-8")
            command += [flag, str(folder / "text.txt")]
        for flag, (file, content) in (files or {}).items():
            (folder / file).write_bytes(content)
            command += [flag, str(folder / file)]
        for flag, file in (also or {}).items():
            command += [flag, str(folder / file)]
        command += [f"--{option}={value}" for option, value in options.items()]
        with store.HEAVY:
            done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"{script}: {done.stderr[-500:]}")
        return {file.name: file.read_bytes() for file in folder.iterdir()}


def _framed(png: bytes, size: tuple[int, int], mime: str, *, lone: bool, mark: str) -> bytes:
    """Fit a picture into a frame as a model gives it: no transparency, a lone thing before a plain light backdrop."""
    from PIL import Image, ImageOps

    painted = Image.open(io.BytesIO(png))
    if lone:
        frame = Image.new("RGB", size, BACKDROP)
        thing = ImageOps.contain(painted.convert("RGBA"), (size[0] * 9 // 10, size[1] * 9 // 10))
        frame.paste(thing, ((size[0] - thing.width) // 2, (size[1] - thing.height) // 2), thing)
    else:
        frame = ImageOps.fit(painted.convert("RGB"), size)
    out = io.BytesIO()
    frame.save(out, "JPEG" if mime == "image/jpeg" else "PNG", quality=92, compress_level=1)
    return (marks.marked_jpeg if mime == "image/jpeg" else marks.marked_png)(out.getvalue(), mark)


def _as_mp3(audio: bytes, form: str) -> bytes:
    rate, kilobits = mp3.numbers(form) or (44_100, 128)
    with tempfile.TemporaryDirectory() as name:
        source, made = Path(name) / "in", Path(name) / "out.mp3"
        source.write_bytes(audio)
        store.ffmpeg("-i", source, "-ar", str(rate), "-c:a", "libmp3lame", "-b:a", f"{kilobits}k", made)
        return made.read_bytes()
