"""Segments: each scene's picture and sound, cut to length and kept, so that a film is put together by copying.

A segment is three files with the same name, `{number}_{digest}`: `.mp4` the picture, `.wav` the sound, `.json` what was
measured. The digest covers everything that they are made from; the `.json` is written last, so where it stands the rest
is complete.
"""

import hashlib
import json
import subprocess
from dataclasses import asdict, dataclass
from fractions import Fraction
from pathlib import Path

import av

from _client import Failure, ffmpeg, ffmpeg_failure, run_ffmpeg, writing
from _media import FPS, HEIGHT, SAMPLE_RATE, VIDEO, WIDTH
from film.manifest import Scene
from film.mix import FRAME, VOICE_LUFS, SceneSound, at_loudness, fitted, scene_sound
from film.sound import read_sound, write_wav

VERSION = "segments-5"
# What headers say of pixels must be equal whatever made a clip: BT.709, and square, which is not written down.
PIXELS = "setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709,setsar=0"
TICKS = 512  # of the track's clock, a frame


@dataclass(frozen=True)
class Segment:
    """A finished segment. `skipped_s` of silence was cut from the narration, whose voice lasts `voice_s`."""

    folder: Path
    name: str
    frames: int
    skipped_s: float
    voice_s: float
    made: bool = False

    @property
    def video(self) -> Path:
        return self.folder / f"{self.name}.mp4"

    @property
    def sound(self) -> Path:
        return self.folder / f"{self.name}.wav"


class Workshop:
    """Makes segments into one folder."""

    def __init__(self, folder: Path, watermark: Path | None) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder, self.watermark = folder, watermark
        self.headers = self._house_headers()

    def scene(self, scene: Scene) -> Segment:
        """Make a scene's segment, or find it. Raises Failure that names scene and file."""
        sources = [scene.video, scene.narration, scene.sfx, self.watermark]
        name = f"{scene.number:02d}_{_digest(sources)}"
        return self._found(name) or self._make_scene(scene, name)

    def extra(self, kind: str, file: Path) -> Segment:
        """Make the segment of an intro or outro, which keeps its own length and sound."""
        name = f"{kind}_{_digest([file])}"
        return self._found(name) or self._make_extra(kind, file, name)

    def _make_scene(self, scene: Scene, name: str) -> Segment:
        who = f"Scene {scene.number}:"
        voice = read_sound(scene.narration, f"{who} the narration")
        enough = voice.shape[1] + SAMPLE_RATE
        ambience = read_sound(scene.sfx, f"{who} the sound", enough) if scene.sfx else None
        sound = scene_sound(voice, ambience, f"{who} the narration {scene.narration.name}")
        return self._keep(name, scene.video, sound, f"{who} the clip", self.watermark)

    def _make_extra(self, kind: str, file: Path, name: str) -> Segment:
        frames = round(_seconds(file, f"The {kind}") * FPS)
        sound = read_sound(file, f"The {kind}")
        samples = fitted(at_loudness(sound, VOICE_LUFS), sound.shape[1]) if sound.shape[1] else sound
        import numpy as np

        whole = np.zeros((2, frames * FRAME), np.float32)
        whole[:, : samples.shape[1]] = samples[:, : whole.shape[1]]
        return self._keep(name, file, SceneSound(whole, 0.0, 0.0), f"The {kind}", None)

    def _keep(self, name: str, clip: Path, sound: SceneSound, who: str, watermark: Path | None) -> Segment:
        segment = Segment(self.folder, name, sound.frames, sound.skipped_s, sound.voice_s, made=True)
        with writing(segment.video) as unfinished:
            if watermark or not copy_frames(clip, unfinished, sound.frames, self.headers, who):
                encode_frames(clip, unfinished, sound.frames, watermark, who)
        with writing(segment.sound) as unfinished:
            write_wav(unfinished, sound.samples)
        with writing(self.folder / f"{name}.json") as unfinished:
            facts = asdict(segment)
            unfinished.write_text(json.dumps({key: facts[key] for key in ("frames", "skipped_s", "voice_s")}))
        return segment

    def _found(self, name: str) -> Segment | None:
        try:
            facts = json.loads((self.folder / f"{name}.json").read_text())
            segment = Segment(self.folder, name, facts["frames"], facts["skipped_s"], facts["voice_s"])
        except (OSError, ValueError, KeyError):
            return None
        return segment if segment.video.is_file() and segment.sound.is_file() else None

    def _house_headers(self) -> bytes:
        """The H.264 headers of the house encoding, learned by encoding one grey frame; remembered in the folder."""
        known = self.folder / f"headers_{_digest([])}.bin"
        if not known.is_file():
            with writing(known.with_suffix(".mp4")) as sample:
                grey = f"color=gray:size={WIDTH}x{HEIGHT}:rate={FPS},{PIXELS}"
                run_ffmpeg("-f", "lavfi", "-i", grey, "-frames:v", "1", *VIDEO, sample)
                with av.open(str(sample)) as container:
                    headers = container.streams.video[0].codec_context.extradata or b""
            known.with_suffix(".mp4").unlink()
            with writing(known) as unfinished:
                unfinished.write_bytes(headers)
        return known.read_bytes()


def copy_frames(clip: Path, output: Path, frames: int, headers: bytes, who: str) -> bool:
    """Cut a clip that is in the house encoding by copying its packets. False when it must be encoded instead."""
    try:
        with av.open(str(clip)) as source:
            video = source.streams.video[0] if source.streams.video else None
            if video is None:
                raise Failure(f"{who} {clip.name} has no picture. Make it again.", code="bad_input")
            if video.codec_context.extradata != headers or video.frames < frames:
                return False
            if video.time_base != Fraction(1, FPS * TICKS):
                return False
            with av.open(str(output), "w", format="mp4", options={"fflags": "+bitexact"}) as target:
                return _copy(source, target, frames, f"{who} {clip.name}")
    except av.FFmpegError as error:
        raise _unreadable(clip, who, str(error.strerror)) from None


def _copy(source: "av.container.InputContainer", target: "av.container.OutputContainer", frames: int, who: str) -> bool:
    stream = target.add_stream_from_template(source.streams.video[0])
    copied = 0
    for packet in source.demux(video=0):
        if packet.dts is None or packet.is_corrupt:
            break
        if packet.pts != packet.dts or packet.dts != copied * TICKS:
            return False  # Frames out of order or at uneven times.
        packet.stream = stream
        target.mux(packet)
        copied += 1
        if copied == frames:
            return True
    raise Failure(f"{who} breaks off after {copied} frames. Make it again.", code="bad_input")


def encode_frames(clip: Path, output: Path, frames: int, watermark: Path | None, who: str) -> None:
    """Cut a clip by encoding it as the house does; where it is too short its last picture stays."""
    hold = frames / FPS
    picture = (
        f"scale={WIDTH}:{HEIGHT}:force_original_aspect_ratio=decrease:out_color_matrix=bt709:out_range=tv,"
        f"pad={WIDTH}:{HEIGHT}:-1:-1,{PIXELS},fps={FPS},tpad=stop_mode=clone:stop_duration={hold:.3f}"
    )
    inputs: list[str] = ["-xerror", "-i", str(clip)]
    graph = f"[0:v:0]{picture}[out]"
    if watermark:
        inputs += ["-i", str(watermark)]
        mark = f"[1:v:0]scale='min(iw,{WIDTH // 8})':-2,format=rgba,colorchannelmixer=aa=0.8[mark]"
        graph = f"[0:v:0]{picture}[bare];{mark};[bare][mark]overlay=W-w-64:H-h-48:format=auto[out]"
    cut = ["-map", "[out]", "-frames:v", str(frames), *VIDEO, "-fflags", "+bitexact", str(output)]
    command = [ffmpeg(), "-hide_banner", "-nostdin", "-y", "-v", "error", *inputs, "-filter_complex", graph, *cut]
    finished = subprocess.run(command, capture_output=True, check=False)
    if finished.returncode:
        failed = ffmpeg_failure(finished.stderr)
        if failed.last_words["class"] == "transient":
            raise failed  # A full disk is no fault of the clip.
        raise _unreadable(clip, who, str(failed))


def _seconds(file: Path, who: str) -> float:
    try:
        with av.open(str(file)) as container:
            video = container.streams.video[0]
            if video.duration and video.time_base:
                return float(video.duration * video.time_base)
            return (container.duration or 0) / av.time_base
    except (av.FFmpegError, IndexError) as error:
        raise _unreadable(file, who, str(error)) from None


def _unreadable(file: Path, who: str, reason: str) -> Failure:
    return Failure(f"{who} {file.name} cannot be read: {reason}. Make it again.", code="bad_input")


def _digest(files: list[Path | None]) -> str:
    """Name what a segment is made from: the bytes of its sources, how it is encoded, and this version."""
    digest = hashlib.sha256("\n".join([VERSION, *VIDEO]).encode())
    for file in files:
        digest.update(_content(file) if file else b"none")
    return digest.hexdigest()[:16]


def _content(file: Path) -> bytes:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").digest()
