"""The nice files are what a real model would give, and the fakes can be started by hand."""

import io
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from channels.configs import read_folder
from pipeline.providers import prompts
from tests.contracts.calling import Caller, ask
from tests.fakes.media.nice import BACKDROP, Nice, guess_kind

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("kind", ["character", "environment", "prop"])
def test_the_kind_is_seen_in_our_own_prompts(kind: str):
    prompt = prompts.around(kind, "Muted and soft. A brass lamp that a keeper holds on an isolated cliff")

    assert guess_kind(prompt) == kind


def test_a_nice_character_stands_before_a_plain_backdrop():
    prompt = prompts.around("character", "An old keeper in a long dark coat, standing")

    painted = Image.open(io.BytesIO(Nice().image(prompt, (1376, 768), "image/png", "mark")))

    assert (painted.mode, painted.size) == ("RGB", (1376, 768))
    assert painted.getpixel((2, 2)) == BACKDROP
    assert painted.getpixel((688, 384)) != BACKDROP


def test_nice_speech_has_a_time_for_every_letter():
    speech = Nice().speech("The lamp is lit.", "en", "somebody", "mp3_44100_128")

    assert len(speech.starts) == len(speech.ends) == 16
    assert list(speech.starts) == sorted(speech.starts)
    assert speech.starts[4] < speech.ends[7] <= speech.starts[8]


def test_two_images_of_the_same_prompt_are_different_files(call: Caller):
    first, second = (call.image().json["candidates"][0]["content"]["parts"][0]["inlineData"]["data"] for _ in range(2))

    assert first != second


def test_the_example_channels_are_right():
    results = read_folder(ROOT / "tests" / "fakes" / "channel_configs")

    assert [(*result.problems, *result.warnings) for result in results] == [(), ()]


def test_the_fakes_can_be_started_by_hand():
    command = [sys.executable, "-m", "tests.fakes", "--port-base", "0", "--media", "tiny", "--every", "1=429"]

    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        lines = [process.stdout.readline().strip() for _ in range(9)]
        told = dict(line.split("=", 1) for line in lines)
        url = f"{told['GOOGLE_GEMINI_BASE_URL']}/v1/models/gemini-3.8-flash:generateContent"
        answer = ask(url, {"contents": []}, headers={"x-goog-api-key": told["GEMINI_API_KEY"]})
        process.send_signal(signal.SIGTERM)

    assert answer.status == 429
    assert process.returncode == 0
