"""Good and broken takes for the automatic checks, made by the offline scripts, Pillow and ffmpeg. A seed gives another set."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import imageio_ffmpeg
from PIL import Image, ImageEnhance

SCRIPTS = Path(__file__).resolve().parent.parent / "scripts"
SECONDS, SLOW_SECONDS = 4.0, 10.0
PLACES = (
    ("a moonlit valley with pines at night", "fog over a harbour in the morning", "a market square at noon"),
    ("the open sea at night under stars", "a snowy plain in mist", "a red canyon in the evening"),
)
FIGURES = (
    ("character", "an old keeper with a lantern"),
    ("character", "a young sailor with a cap"),
    ("prop", "a round brass clock"),
    ("prop", "a round brass compass"),
)
WORDS = (
    "Long before there were maps the people of this coast found their way by the stars and by the smell of the land."
)
MOVES = ("static, locked", "slow drift", "slow pan left")


@dataclass(frozen=True)
class Case:
    """One take and what a good check says about it: nothing, or these codes."""

    name: str
    kind: str
    file: Path
    codes: frozenset[str] = frozenset()
    seconds: float = SECONDS


def build(folder: Path, seed: int) -> Iterator[Case]:
    """Make the files of one seed."""
    places = [_painted(folder, f"place_{n}", "environment", words, seed) for n, words in enumerate(PLACES[seed % 2])]
    yield from _pictures(folder, places, seed)
    yield from _clips(folder, places, seed)
    yield from _films(folder)
    yield from _voices(folder)
    yield from _sounds(folder, seed)


def _pictures(folder: Path, places: list[Path], seed: int) -> Iterator[Case]:
    figures = [_painted(folder, f"figure_{n}", kind, words, seed + n % 2) for n, (kind, words) in enumerate(FIGURES)]
    for file in (*places, *figures):
        yield Case(f"painted {file.stem}", "image", file)
    twin = folder / "twin.png"
    copy = ImageEnhance.Brightness(Image.open(places[2]).convert("RGB")).enhance(1.04)
    copy.crop((10, 6, copy.width - 10, copy.height - 6)).resize((1920, 1080)).save(twin)
    yield Case("nearly the same picture", "image", twin, frozenset({"alike"}))
    for name, colour in (("grey", "#808080"), ("black", "#050505")):
        Image.new("RGB", (1920, 1080), colour).save(folder / f"{name}.png")
        yield Case(f"one colour, {name}", "image", folder / f"{name}.png", frozenset({"flat"}))
    tiny = folder / "tiny.png"
    Image.open(places[0]).convert("RGB").resize((640, 360)).save(tiny)
    yield Case("a small picture", "composite", tiny, frozenset({"small"}))
    faint = folder / "faint.png"
    ImageEnhance.Contrast(Image.open(places[1]).convert("RGB").resize((1920, 1080))).enhance(0.45).save(faint)
    yield Case("a picture of thick fog", "composite", faint)


def _clips(folder: Path, places: list[Path], seed: int) -> Iterator[Case]:
    clips = [_moving(folder, place, MOVES[(n + seed) % 3]) for n, place in enumerate(places)]
    deep = folder / "deep.png"
    ImageEnhance.Brightness(Image.open(places[0]).convert("RGB")).enhance(0.4).save(deep)
    for clip in clips:
        yield Case(f"slow movement, {clip.stem}", "video", clip)
    slowest = _moving(folder, deep, "static, locked", SLOW_SECONDS)
    yield Case("a camera that hardly moves in the dark", "video", slowest, seconds=SLOW_SECONDS)
    yield Case("coded again by a provider", "video", _coded(folder, "provider", clips[0], "null", "-crf", "30"))
    yield Case("fades in quickly", "video", _coded(folder, "fade", clips[1], "fade=in:d=0.35"))
    for name, filters, codes in (
        ("black tail", "drawbox=t=fill:c=black:enable='gte(t,2.7)'", {"black"}),
        ("black gap", "drawbox=t=fill:c=black:enable='between(t,1.5,2.1)'", {"black"}),
        ("frozen middle", "loop=36:1:40,setpts=N/24/TB,trim=0:4", {"still"}),
        ("frozen", "loop=95:1:0,setpts=N/24/TB,trim=0:4", {"still"}),
        ("too short", "trim=0:3.2", {"short"}),
        ("too small", "scale=640:360", {"small"}),
        ("another shape", "scale=1440:1080", {"shape"}),
    ):
        source = clips[(seed + len(name)) % len(clips)]
        yield Case(name, "video", _coded(folder, name.replace(" ", "_"), source, filters), frozenset(codes))


def _films(folder: Path) -> Iterator[Case]:
    """Films of two clips: a held frame, a passage through black, and a voice all along."""
    clips = sorted(folder.glob("place_*.mp4"))
    voice = _spoken(folder, "film_voice", WORDS)
    held = "tpad=stop_mode=clone:stop_duration=1.6,fade=out:st=5.2:d=0.4"
    graph = f"[0:v]{held}[a];[1:v]fade=in:d=0.4[b];[a][b]concat[v]"
    long = "aloop=-1:400000,atrim=0:9.6,aformat=channel_layouts=stereo"
    level = "volume=9dB,alimiter=limit=0.75:level=0"
    for name, sound, codes in (
        ("good film", level, frozenset()),
        ("quiet film", "volume=2dB", {"loudness"}),
        ("film with a gap", f"{level},volume=0:enable='between(t,4,7)'", {"pause"}),
        ("film without sound", "volume=0", {"silent"}),
    ):
        out = folder / f"{name.replace(' ', '_')}.mp4"
        inputs = ("-i", clips[0], "-i", clips[1], "-i", voice)
        sounding = f"{graph};[2:a]aresample=48000,{long},{sound}[s]"
        _ffmpeg(*inputs, "-filter_complex", sounding, "-map", "[v]", "-map", "[s]", *CODING, "-c:a", "aac", out)
        yield Case(name, "film", out, frozenset(codes))


def _voices(folder: Path) -> Iterator[Case]:
    speech = _spoken(folder, "speech", WORDS)
    for name, filters, codes in (
        ("speech", "anull", frozenset()),
        ("speech, normalised", "loudnorm=I=-16:TP=-1", frozenset()),
        ("quiet speech", "volume=-8dB", frozenset()),
        (
            "speech with pauses",
            "asplit[a][b];[a]atrim=0:3,apad=pad_dur=1.6[a];[b]atrim=3[b];[a][b]concat=v=0:a=1",
            frozenset(),
        ),
        ("speech of another machine", "highpass=f=120,aresample=22050,acompressor", frozenset()),
        ("no speech", "volume=-90dB", {"silent"}),
        ("far too quiet", "volume=-26dB", {"loudness"}),
        ("clipped", "volume=22dB,alimiter=limit=1:level=0:attack=0.1,volume=6dB,aformat=s16", {"clipped", "loudness"}),
        ("cut off", "atrim=0:1.9", {"missing_words"}),
        (
            "a long silence",
            "asplit[a][b];[a]atrim=0:2,apad=pad_dur=4.5[a];[b]atrim=2[b];[a][b]concat=v=0:a=1",
            {"pause", "over_clip"},
        ),
        ("longer than its clip", "apad=pad_dur=0,atempo=0.55", {"over_clip"}),
    ):
        yield Case(name, "narration", _sounded(folder, name, speech, filters, ".mp3"), frozenset(codes))


def _sounds(folder: Path, seed: int) -> Iterator[Case]:
    for name, words in (("rain", "heavy rain and thunder"), ("room", "a quiet room"), ("owl", "an owl at night")):
        text, out = folder / f"{name}.txt", folder / f"{name}.wav"
        text.write_text(words)
        _script("local_sound_effects.py", "--prompt-file", text, "--seconds", SECONDS, "--seed", seed, "--output", out)
        yield Case(f"ambience, {name}", "sfx", out)
    rain = folder / "rain.wav"
    for name, filters, codes in (
        ("very quiet ambience", "volume=-24dB", frozenset()),
        ("one sound in silence", "volume=0:enable='not(between(t,1,1.6))'", frozenset()),
        ("no ambience", "volume=0", {"silent"}),
        ("clipped ambience", "volume=24dB,aformat=s16", {"clipped"}),
        ("short ambience", "atrim=0:2.5", {"short"}),
    ):
        yield Case(name, "sfx", _sounded(folder, name, rain, filters, ".wav"), frozenset(codes))


CODING = ("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-r", "24")


def _painted(folder: Path, name: str, kind: str, words: str, seed: int) -> Path:
    text, out = folder / f"{name}.txt", folder / f"{name}.png"
    text.write_text(words)
    _script("local_asset.py", "--prompt-file", text, "--kind", kind, "--seed", seed, "--output", out)
    return out


def _moving(folder: Path, picture: Path, motion: str, seconds: float = SECONDS) -> Path:
    frame, text, out = folder / f"{picture.stem}_frame.png", folder / "motion.txt", folder / f"{picture.stem}.mp4"
    Image.open(picture).convert("RGB").resize((1920, 1080)).save(frame)
    text.write_text(motion)
    _script("local_video.py", "--image", frame, "--motion-file", text, "--seconds", seconds, "--output", out)
    return out


def _spoken(folder: Path, name: str, words: str) -> Path:
    text, out = folder / f"{name}.txt", folder / f"{name}.mp3"
    text.write_text(words)
    notes = folder / f"{name}.json"
    _script("local_narration.py", "--text-file", text, "--voice", "en-gb", "--output", out, "--timings", notes)
    return out


def _coded(folder: Path, name: str, source: Path, filters: str, *more: str) -> Path:
    out = folder / f"{name}.mp4"
    _ffmpeg("-i", source, "-vf", filters, *CODING, *more, "-an", out)
    return out


def _sounded(folder: Path, name: str, source: Path, filters: str, suffix: str) -> Path:
    out = folder / f"made_{name.replace(' ', '_').replace(',', '')}{suffix}"
    _ffmpeg("-i", source, "-filter_complex", f"[0:a]{filters}[out]", "-map", "[out]", out)
    return out


def _script(name: str, *arguments: object) -> None:
    _run([sys.executable, str(SCRIPTS / name), *map(str, arguments)])


def _ffmpeg(*arguments: object) -> None:
    _run([imageio_ffmpeg.get_ffmpeg_exe(), "-y", "-v", "error", "-nostdin", *map(str, arguments)])


def _run(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{done.stderr[-2000:]}")
