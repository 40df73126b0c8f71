"""What every test stands on: a workspace of its own, no secrets from outside, and an audit table that can be emptied."""

import os

os.environ.setdefault("DEBUG", "true")
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright's loop runs in the same thread as the tests.
os.environ.setdefault("PREVIEWS", "false")  # Each costs a process; the tests of previews have them made.
os.environ.setdefault("PREVIEWS_NICE", "0")  # A busy machine would let them wait for all other tests.

import json
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from pytest_django.fixtures import Settings as SettingsWrapper

from pipeline import queue, triggers
from tests.fakes import Fakes


@pytest.fixture(autouse=True)
def workspace(tmp_path: Path, settings: SettingsWrapper) -> Path:
    """A workspace and a folder of channel files that only this test sees."""
    settings.CHANNEL_CONFIG_DIR = tmp_path / "channel_configs"
    settings.CHANNEL_CONFIG_DIR.mkdir()
    settings.WORKSPACE_ROOT = (tmp_path / "workspace").resolve()
    settings.WORKSPACE_ROOT.mkdir()
    settings.STORAGE_BUCKET = ""
    return settings.WORKSPACE_ROOT


@pytest.fixture(autouse=True)
def _looks_for_the_dead_begin_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that has not looked for a while spares the living at first; the test before this one is long ago."""
    monkeypatch.setattr(queue, "_looks", queue._Looks())


@pytest.fixture(autouse=True)
def _audit_can_be_emptied(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let the clean-up after a test with real transactions empty the audit table, which nothing else may."""
    marker = request.node.get_closest_marker("django_db")
    real = {"transactional_db", "live_server"} & set(request.fixturenames) or (
        marker and marker.kwargs.get("transaction")
    )
    if not real:
        if marker:  # A test with real transactions may have run before, in the same process.
            request.getfixturevalue("db")
            if triggers.missing(connection):
                triggers.install(connection)
        yield
        return
    request.getfixturevalue("transactional_db")
    triggers.install(connection)
    yield
    triggers.remove(connection)


OFFLINE_SCRIPTS = (
    "local_storyboard.py",
    "local_asset.py",
    "create_composite.py",
    "create_split_screen.py",
    "local_video.py",
    "local_narration.py",
    "local_sound_effects.py",
    "assemble_video.py",
)
PAID_SCRIPTS = (
    "write_storyboard.py",
    "generate_asset.py",
    "generate_video.py",
    "generate_audio.py",
    "generate_sound_effects.py",
    "check_account.py",
)


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One small, real file of each kind that a step makes."""
    import imageio_ffmpeg
    from PIL import Image

    from tests.factories import storyboard_values

    folder = tmp_path_factory.mktemp("samples")
    (folder / "sample.json").write_text(json.dumps(storyboard_values()))
    Image.new("RGB", (1920, 1080), "navy").save(folder / "sample.png")
    tone = ("-f", "lavfi", "-i", "sine=frequency=300:duration=2")
    picture = ("-f", "lavfi", "-i", "testsrc=size=320x180:rate=24:duration=2", "-pix_fmt", "yuv420p")
    for name, arguments in {
        "sample.mp4": picture,
        "sample.mp3": tone,
        "sample.wav": tone,
        "film.mp4": (*tone, *picture),
    }.items():
        command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", *arguments, str(folder / name)]
        subprocess.run(command, check=True)
    return folder


class StandIns:
    """A folder of quick scripts that play the offline ones; `plays` says which of their runs go wrong, and how."""

    def __init__(self, folder: Path, samples: Path) -> None:
        self.folder = folder
        actor = Path(__file__).parent / "stand_ins" / "actor.py"
        for name in OFFLINE_SCRIPTS:
            shutil.copyfile(actor, folder / name)
        for name in PAID_SCRIPTS:  # Those that cost money are always the real ones.
            (folder / name).symlink_to(settings.BASE_DIR / "scripts" / name)
        (folder / "make_previews.py").symlink_to(settings.BASE_DIR / "scripts" / "make_previews.py")
        (folder / "samples").symlink_to(samples)

    def play(self, **plays: list[str]) -> None:
        """`play(clip_02=["transient"])`: the name is the file's, without its ending."""
        endings = {"clip": ".mp4", "scene": ".png", "narration": ".mp3", "sfx": ".wav", "storyboard": ".json"}
        named = {name + endings.get(name.split("_")[0], ".png"): acts for name, acts in plays.items()}
        (self.folder / "plays.json").write_text(json.dumps(named))

    @property
    def calls(self) -> Counter[str]:
        """How often each file was made or tried."""
        log = self.folder / "calls.log"
        return Counter(log.read_text().split() if log.exists() else [])


@pytest.fixture
def stand_ins(tmp_path: Path, samples: Path, settings: SettingsWrapper) -> StandIns:
    """Quick scripts in place of the offline ones; the engine that runs them is the real one."""
    folder = tmp_path / "scripts"
    folder.mkdir()
    settings.SCRIPTS_DIR = folder
    return StandIns(folder, samples)


@pytest.fixture
def fakes(settings: SettingsWrapper) -> Iterator[Fakes]:
    """The paid providers, played on this machine; the real scripts are led to them."""
    from tests.paid import settings_for

    with Fakes(media="tiny") as running:
        for name, value in settings_for(running).items():
            setattr(settings, name, value)
        yield running
