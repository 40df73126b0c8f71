"""Small real parts of a film for the tests of sound and assembly: coloured clips, spoken words, ambience."""

import json
import subprocess
import sys
from pathlib import Path

import imageio_ffmpeg

ROOT = Path(__file__).resolve().parents[1]
sys.path.append(str(ROOT / "scripts"))

from _media import FPS, HEIGHT, VIDEO, WIDTH  # noqa: E402  (the scripts find their neighbours beside them)

PIXELS = "setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709,setsar=0"
LINES = (
    ("The sea turns to ice, and a fox wakes.", "cold wind", "0x804020"),
    ("For three days the wind has been rising.", "howling storm and rain", "0x2050a0"),
    ("Nobody knows how many of them are left.", "a river", "0x30a060"),
)


def run_script(name: str, *arguments: object) -> "subprocess.CompletedProcess[str]":
    """Run a script as the engine does."""
    command = [sys.executable, ROOT / "scripts" / name, *arguments]
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)


def report(finished: "subprocess.CompletedProcess[str]") -> dict:
    """Read the last line on stdout of a script that went well."""
    assert finished.returncode == 0, finished.stderr
    return json.loads(finished.stdout.splitlines()[-1])


def last_words(finished: "subprocess.CompletedProcess[str]") -> dict:
    """Read what a script said as it gave up."""
    assert finished.returncode == 1, finished.stdout
    return json.loads(finished.stderr.splitlines()[-1])


def ffmpeg(*arguments: object) -> None:
    subprocess.run([imageio_ffmpeg.get_ffmpeg_exe(), "-y", "-v", "error", *map(str, arguments)], check=True)


def speak(text: str, output: Path, voice: str = "en-gb") -> "subprocess.CompletedProcess[str]":
    """Speak into `output`, with its timings beside it."""
    output.with_suffix(".txt").write_text(text, encoding="utf-8")
    files = ["--output", output, "--timings", output.with_suffix(".json")]
    return run_script("local_narration.py", "--text-file", output.with_suffix(".txt"), "--voice", voice, *files)


def make_ambience(words: str, output: Path, *more: object) -> "subprocess.CompletedProcess[str]":
    output.with_suffix(".txt").write_text(words, encoding="utf-8")
    return run_script("local_sound_effects.py", "--prompt-file", output.with_suffix(".txt"), "--output", output, *more)


def make_clip(output: Path, colour: str, seconds: float = 5.0) -> Path:
    """Make a clip in the house encoding: a coloured pattern that slowly moves to the side."""
    pattern = (
        f"color={colour}:size=2048x{HEIGHT},drawgrid=width=160:height=120:thickness=30:color=white@0.3,format=yuv420p"
    )
    moving = f"{pattern},loop=loop=-1:size=1,fps={FPS},crop={WIDTH}:{HEIGHT}:x=2*floor(8*t),{PIXELS}"
    ffmpeg("-f", "lavfi", "-i", moving, "-t", seconds, *VIDEO, "-movflags", "+faststart", output)
    return output


def make_film_folder(folder: Path) -> Path:
    """Make everything that three scenes need and return the manifest."""
    scenes = []
    for number, (text, sound, colour) in enumerate(LINES, 1):
        make_clip(folder / f"clip_{number}.mp4", colour)
        assert speak(text, folder / f"voice_{number}.mp3").returncode == 0
        assert make_ambience(sound, folder / f"sound_{number}.wav", "--seconds", 5).returncode == 0
        files = {"video": f"clip_{number}.mp4", "narration": f"voice_{number}.mp3", "sfx": f"sound_{number}.wav"}
        scenes.append({"number": number, "text": text, "timings": f"voice_{number}.json", **files})
    manifest = folder / "film.json"
    manifest.write_text(json.dumps({"title": "White; Fox", "segments": "segments", "scenes": scenes, "language": "en"}))
    return manifest


def change_manifest(manifest: Path, scene: int | None = None, **changes: object) -> Path:
    """Change values of the film, or of one scene."""
    values = json.loads(manifest.read_text())
    (values["scenes"][scene - 1] if scene else values).update(changes)
    manifest.write_text(json.dumps(values))
    return manifest
