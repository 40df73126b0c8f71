"""The engine of a run: a scratch database and workspace, and real clusters as in production over them."""

import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

ROOT = Path(__file__).resolve().parents[1]
HERE = Path(__file__).resolve().parent
SCRIPTS = (
    *("write_storyboard.py", "generate_asset.py", "create_composite.py", "create_split_screen.py", "generate_video.py"),
    *("generate_audio.py", "generate_sound_effects.py", "assemble_video.py"),
)
TONE = ("-f", "lavfi", "-i", "sine=frequency=300:duration=2")
PICTURE = ("-f", "lavfi", "-i", "testsrc=size=320x180:rate=24:duration=2", "-pix_fmt", "yuv420p")
STOPS_WITHIN = 60.0  # seconds


@contextmanager
def scratch_database(server: str) -> Iterator[str]:
    """Create an empty database on a PostgreSQL server, give its address, and drop it at the end."""
    name = f"makespan_{os.getpid()}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    try:
        yield f"{server.rpartition('/')[0]}/{name}"
    finally:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def environment(place: Path, database: str) -> dict[str, str]:
    """Give the settings of production, with everything in one scratch folder."""
    return {
        "DATABASE_URL": database,
        "DEBUG": "false",
        "SECRET_KEY": "only-for-this-run",
        "WORKSPACE_ROOT": str(place / "workspace"),
        "CHANNEL_CONFIG_DIR": str(place / "channels"),
        "SCRIPTS_DIR": str(place / "scripts"),
        "GEMINI_API_KEY": "none",
        "KIE_API_KEY": "none",
        "ELEVENLABS_API_KEY": "none",
        "DJANGO_SETTINGS_MODULE": "videogen.settings",
    }


def lay_scripts(place: Path, address: str, storyboard: str) -> None:
    """Fill the scripts' folder: one player under every name, the services' address, and a real sample of each file."""
    import imageio_ffmpeg
    from PIL import Image

    folder, samples = place / "scripts", place / "scripts" / "samples"
    samples.mkdir(parents=True)
    for name in SCRIPTS:
        (folder / name).symlink_to(HERE / "_makespan_script.py")
    (folder / "address").write_text(address, encoding="ascii")
    (samples / "storyboard.json").write_text(storyboard, encoding="utf-8")
    Image.new("RGB", (1344, 768), "navy").save(samples / "asset.png")
    Image.new("RGB", (1920, 1080), "navy").save(samples / "scene.png")
    sounds: dict[str, tuple[str, ...]] = {"narration.mp3": TONE, "sfx.wav": TONE}
    for file, made_of in {**sounds, "clip.mp4": PICTURE, "film.mp4": (*TONE, *PICTURE)}.items():
        command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", *made_of, str(samples / file)]
        subprocess.run(command, check=True)


class Clusters:
    """Real `manage.py qcluster` processes. `cpu_s` is what they and all that they started used, once they are stopped."""

    def __init__(self, count: int, settings: Mapping[str, str], log: Path) -> None:
        command = [sys.executable, str(ROOT / "manage.py"), "qcluster"]
        env = {**os.environ, **settings}
        with log.open("ab") as file:
            self._running = [
                subprocess.Popen(command, env=env, start_new_session=True, stdout=file, stderr=file)
                for _ in range(count)
            ]
        self.cpu_s = 0.0

    def wait_until_up(self) -> None:
        """Wait until each has its workers, and no further process has appeared for two seconds."""
        before, since = -1, time.monotonic()
        while time.monotonic() - since < 2.0:
            now = len(self.processes())
            if now != before or now < 4 * len(self._running):
                before, since = now, time.monotonic()
            time.sleep(0.2)

    def ended(self) -> bool:
        """Say whether one has ended by itself."""
        return any(each.poll() is not None for each in self._running)

    def processes(self) -> list[int]:
        """Give all their processes, and those that these started."""
        return [pid for each in self._running for pid in (each.pid, *descendants(each.pid))]

    def stop(self) -> None:
        """Stop them as an operator does; what does not end in time is killed."""
        before = _children_cpu_s()
        for each in self._running:
            each.terminate()
        for each in self._running:
            try:
                each.wait(STOPS_WITHIN)
            except subprocess.TimeoutExpired:
                for pid in (*descendants(each.pid), each.pid):
                    with suppress(ProcessLookupError):
                        os.kill(pid, 9)
                each.wait()
        self.cpu_s = _children_cpu_s() - before


@contextmanager
def clusters(count: int, settings: Mapping[str, str], log: Path) -> Iterator[Clusters]:
    """Run clusters, stopped at the end whatever happens. Their words go to `log`."""
    started = Clusters(count, settings, log)
    try:
        started.wait_until_up()
        yield started
    finally:
        started.stop()


def _children_cpu_s() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def descendants(pid: int) -> list[int]:
    """Give the processes that a process started, and theirs."""
    parents = {}
    for entry in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, ValueError):
            parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
    found: list[int] = []
    level = {pid}
    while level := {child for child, parent in parents.items() if parent in level}:
        found += level
    return found


def memory_mb(pids: list[int], scripts: Path) -> dict[str, float]:
    """Add up the memory of processes, each page shared out among its users (PSS): of the engine's, and of the scripts'."""
    found = {"engine": 0.0, "scripts": 0.0, "count": 0.0}
    for pid in pids:
        with suppress(OSError):
            command = Path(f"/proc/{pid}/cmdline").read_bytes()
            lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
            kb = next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
            is_script = bytes(scripts) in command
            found["scripts" if is_script else "engine"] += kb / 1024
            found["count"] += is_script
    return found


def storyboard(assets: int, scenes: int) -> dict[str, Any]:
    """Give a storyboard whose assets are named by their numbers; each scene shows a few of them."""
    kinds = ["character"] * 6 + ["environment"] * 8 + ["prop"] * (assets - 14)
    named = [(f"asset_{n:02d}", kind) for n, kind in enumerate(kinds, 1)]
    of = {kind: [name for name, its in named if its == kind] for kind in ("character", "environment", "prop")}
    return {
        "atmosphere": "Quiet blue night",
        "assets": [{"name": name, "kind": kind, "prompt": f"a {kind} of the night"} for name, kind in named],
        "scenes": [
            {
                "number": n,
                "characters": [of["character"][n % 6], of["character"][(n + 1) % 6]],
                "environment": of["environment"][n % 8],
                "props": [of["prop"][n % len(of["prop"])]],
                "layout": "split" if n % 6 == 0 else "single",
                "motion": "slow push in",
                "narration": "The owl waits.",
                "sound": "night insects",
            }
            for n in range(1, scenes + 1)
        ],
    }


def clear(place: Path) -> None:
    """Remove a scratch folder."""
    shutil.rmtree(place, ignore_errors=True)
