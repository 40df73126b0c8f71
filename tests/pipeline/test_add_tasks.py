"""Ideas from a file: the whole file is checked first, and nothing is created when any row is wrong (FR1–FR4)."""

import json

import pytest
from django.core.management import CommandError, call_command

from pipeline.models import Attempt, Job, Task
from pipeline.rules.statuses import Status
from tests.factories import make_channel, storyboard_values

pytestmark = pytest.mark.django_db

GOOD = "channel,title,topic\nmeadow,Owls,How owls hear\n"


@pytest.fixture(autouse=True)
def channel():
    return make_channel()


@pytest.fixture
def add(tmp_path):
    def add(text, *arguments, name="ideas.csv"):
        file = tmp_path / name
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        call_command("add_tasks", str(file), *arguments)

    return add


def test_good_rows_become_drafts_and_their_ids_are_printed(add, capsys):
    add(GOOD)

    task = Task.objects.get()
    assert (task.title, task.state) == ("Owls", Status.DRAFT)
    assert str(task.pk) in capsys.readouterr().out


def test_what_they_will_cost_is_printed_where_it_costs_anything(add, capsys):
    make_channel("paid", providers={"videos": "kling"}, format={"scenes": 2, "clip_seconds": 10})

    add(GOOD + "paid,Bats,How bats see\n")

    out = capsys.readouterr().out
    assert out.count("about $") == 1
    assert "Bats\n    about $0.84: 2 clips\n" in out


def test_queue_puts_them_into_the_queue_at_once(add):
    add("- {channel: meadow, title: Owls, topic: How owls hear}", "--queue", name="ideas.yaml")

    assert Task.objects.get().state is Status.QUEUED
    assert Job.objects.get().step == "plan"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("channel,title\nmeadow,Owls\n", "topic"),
        (GOOD + "meadow," + "x" * 10_000 + ",long\n", "Row 2"),
        (GOOD + "meadow,=cmd(),a formula\n", "Row 2"),
        (GOOD + "medow,Bats,How bats see\n", 'Did you mean "meadow"'),
        (GOOD + "meadow,Owls,How owls hear\n", "Row 2"),
        ("", "holds no ideas"),
        (b"\xff\xfe\x00", "not UTF-8"),
    ],
)
def test_one_bad_row_and_nothing_is_added(add, text, says):
    with pytest.raises(CommandError, match=says):
        add(text)

    assert not Task.objects.exists()


@pytest.mark.parametrize("title", ["<script>alert(1)</script>", "🦉 Owls", "البومة في الليل"])
def test_markup_emoji_and_right_to_left_text_are_kept_as_they_are(add, title):
    add(f"channel,title,topic\nmeadow,{title},How owls hear\n")

    assert Task.objects.get().title == title


def test_the_same_idea_is_not_added_twice(add):
    add(GOOD)

    with pytest.raises(CommandError, match="already on Meadow's board"):
        add(GOOD)

    assert Task.objects.count() == 1


def test_a_persons_own_storyboard_is_used_instead_of_a_new_one(add, tmp_path):
    own = tmp_path / "own.json"
    own.write_text(json.dumps(storyboard_values()))

    add(GOOD, "--storyboard", str(own), "--queue")

    task = Task.objects.get()
    assert Attempt.objects.get().provider == "person"
    assert task.clips.get(kind="storyboard").is_good
    assert (task.project.folder / "storyboard.json").is_file()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"scenes": []}, "scenes"),
        ({"assets": [{"name": "../../etc", "kind": "prop", "prompt": "x"}]}, "name"),
        ({"surprise": 1}, "surprise"),
    ],
)
def test_a_storyboard_that_cannot_be_filmed_is_refused_with_every_reason(add, tmp_path, change, says):
    own = tmp_path / "own.json"
    own.write_text(json.dumps({**storyboard_values(), **change}))

    with pytest.raises(CommandError, match=says):
        add(GOOD, "--storyboard", str(own))

    assert not Task.objects.exists()


def test_status_tells_programs_where_everything_stands(add, capsys):
    add(GOOD, "--queue")
    capsys.readouterr()

    call_command("status", "--json")

    report = json.loads(capsys.readouterr().out)
    task = report["tasks"][0]
    assert task.keys() == {
        *("id", "channel", "title", "status", "label", "step", "progress", "retry", "error"),
        *("cost_usd", "film", "youtube_url", "notion_page_id"),
    }
    assert (task["status"], task["progress"]) == ("queued", {"done": 0, "total": 3 + 4 * 2 + 2})
    assert report["channels"] == [
        {"channel_id": "meadow", "is_active": True, "queued": 1, "running": 0, "waiting": 0, "free": 2}
    ]
    assert report["services"][0].keys() == {"name", "running", "limit", "paused_until", "used_today", "daily_quota"}
