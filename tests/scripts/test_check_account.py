"""check_account.py says whether a key is good and what is left, in one call that costs nothing."""

import json
from pathlib import Path

import pytest

from tests.fakes import Fakes, faults
from videogen.lib import scripts
from videogen.lib.scripts import ScriptFailed

CHECK = Path(__file__).resolve().parents[2] / "scripts" / "check_account.py"
BUSY = faults.html(503)


@pytest.fixture
def fakes():
    with Fakes(media="tiny") as running:
        yield running


def check(folder, fakes, provider, **environment):
    arguments = ["--provider", provider, "--output", str(folder / "account.json")]
    environment = {**fakes.environment, **environment}
    return scripts.run(CHECK, arguments, folder=folder, timeout=30, environment=environment).facts


def problem(folder, fakes, provider, **environment):
    with pytest.raises(ScriptFailed) as caught:
        check(folder, fakes, provider, **environment)
    return caught.value


def test_kie_tells_its_credits(tmp_path, fakes):
    facts = check(tmp_path, fakes, "kie")

    assert (facts["balance"], facts["unit"], "warning" in facts) == (20_000, "credits", False)


def test_elevenlabs_tells_its_characters_and_when_they_come_back(tmp_path, fakes):
    facts = check(tmp_path, fakes, "elevenlabs")

    assert facts["unit"] == "characters"
    assert 0 < facts["balance"] <= facts["limit"]
    assert facts["reset_at"].endswith("+00:00")


def test_gemini_tells_that_the_usual_models_are_there(tmp_path, fakes):
    facts = check(tmp_path, fakes, "gemini")

    assert facts["models"] == ["gemini-nano-banana-2.1", "gemini-3.8-flash"]
    assert (facts["balance"], "warning" in facts) == (None, False)


def test_gemini_without_a_usual_model_is_a_warning(tmp_path, fakes):
    fakes.gemini.then(faults.status(200, {"models": [{"name": "models/gemini-3.8-flash"}]}), on="/models")

    assert "does not offer gemini-nano-banana-2.1 to this key" in check(tmp_path, fakes, "gemini")["warning"]


def test_the_report_is_also_in_the_file(tmp_path, fakes):
    facts = check(tmp_path, fakes, "kie")

    assert {"ok": True, **json.loads((tmp_path / "account.json").read_text())} == facts


@pytest.mark.parametrize(("provider", "used_up"), [
    ("kie", faults.status(200, {"code": 200, "msg": "success", "data": 0})),
    ("kie", faults.status(200, {"code": 402, "msg": "Insufficient credits", "data": None})),
    ("elevenlabs", faults.status(200, {"character_count": 10_000, "character_limit": 10_000})),
    ("gemini", faults.status(402, {"error": {"code": 402, "status": "RESOURCE_EXHAUSTED"}})),
])  # fmt: skip
def test_an_empty_balance_is_a_warning_and_no_failure(provider, used_up, tmp_path, fakes):
    getattr(fakes, provider).then(used_up)

    facts = check(tmp_path, fakes, provider)

    assert (facts["balance"] or 0, "used up" in facts["warning"]) == (0, True)


REFUSALS = [
    ("kie", faults.kie.BAD_KEY_IN_BODY, "permanent", "bad_key", "Copy it again from kie.ai"),
    ("kie", faults.status(200, {"code": 455, "msg": "maintenance"}), "transient", "busy", "maintenance"),
    ("kie", faults.not_json(), "transient", "odd_answer", "Try again later"),
    ("kie", BUSY, "transient", "busy", "503"),
    ("kie", faults.close(), "transient", "unreachable", "KIE_API_BASE_URL"),
    ("elevenlabs", faults.elevenlabs.BAD_KEY, "permanent", "bad_key", "ELEVENLABS_API_KEY"),
    ("elevenlabs", faults.elevenlabs.BAD_KEY_400, "permanent", "bad_key", "ELEVENLABS_API_KEY"),
    ("elevenlabs", faults.elevenlabs.MISSING_PERMISSIONS, "permanent", "no_permission", "Give it more rights"),
    ("elevenlabs", faults.elevenlabs.UNUSUAL_ACTIVITY, "permanent", "account_locked", "unusual activity"),
    ("elevenlabs", faults.status(200, {"tier": "free"}), "transient", "odd_answer", "not about the account"),
    ("gemini", faults.gemini.BAD_KEY, "permanent", "bad_key", "aistudio.google.com"),
    ("gemini", faults.gemini.PERMISSION_DENIED, "permanent", "no_permission", "GEMINI_API_KEY"),
    ("gemini", faults.gemini.OVERLOADED, "transient", "busy", "Try again later"),
    ("gemini", faults.html(404), "permanent", "wrong_address", "GOOGLE_GEMINI_BASE_URL"),
]


@pytest.mark.parametrize(("provider", "fault", "kind", "code", "words"), REFUSALS)
def test_what_is_wrong_is_said_plainly(provider, fault, kind, code, words, tmp_path, fakes):
    getattr(fakes, provider).every(1, fault.at("/"))

    error = problem(tmp_path, fakes, provider)

    assert (error.kind, error.code) == (kind, code)
    assert words in str(error)


@pytest.mark.parametrize(("provider", "key"), [
    ("kie", "KIE_API_KEY"), ("gemini", "GEMINI_API_KEY"), ("elevenlabs", "ELEVENLABS_API_KEY"),
])  # fmt: skip
def test_a_missing_key_is_named(provider, key, tmp_path, fakes):
    error = problem(tmp_path, fakes, provider, **{key: ""})

    assert (error.kind, error.code, getattr(fakes, provider).requests) == ("permanent", "no_key", [])
    assert str(error).startswith(f"{key} is empty")


def test_a_provider_that_is_not_there_is_said_so(tmp_path, fakes):
    error = problem(tmp_path, fakes, "kie", KIE_API_BASE_URL="http://127.0.0.1:9")

    assert (error.kind, error.code) == ("transient", "unreachable")
    assert "KIE_API_BASE_URL" in str(error)
