"""Evidence: a film's trail on its page, in files, and checked by itself."""

import csv
import io
import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client

from pipeline import triggers
from pipeline.models import AuditEntry, Task
from pipeline.moves import record
from pipeline.rules.statuses import Status
from review.evidence import ACTIONS
from tests.factories import make_channel, make_task
from tests.review.films import clip_of, film_at
from tests.review.people import browser_of, make_viewer

pytestmark = pytest.mark.django_db

FILM = "f" * 64


def decided(task: Task) -> None:
    """A rejection, a transition and an approval of the film."""
    record(task, "reject", by="rita", clip=clip_of(task, "video", 2), note="too dark\nsecond line", sha256="a" * 64)
    record(task, "transition", by="engine", from_status="final_review", to_status="approved")
    record(task, "approve", by="rita", sha256=FILM, facts={"played_seconds": 61.5, "film_seconds": 62, "speed": 1})


def audit_page(page: Client, task: Task, more: str = "") -> str:
    return page.get(f"/tasks/{task.pk}/audit/{more}").content.decode()


def export(*options: str) -> str:
    out = io.StringIO()
    call_command("export_audit", *options, stdout=out)
    return out.getvalue()


def verify(*options: str) -> str:
    out = io.StringIO()
    call_command("verify_audit", *options, stdout=out)
    return out.getvalue()


# --- The page ------------------------------------------------------------------------------------------------------


def test_the_page_tells_who_did_what_when_to_which_file(page: Client):
    task = film_at(Status.FINAL_REVIEW)
    decided(task)

    html = audit_page(page, task)

    assert re.findall(r"<b>(.*?)</b>", html) == ["approved", "moved on", "sent back"]
    assert all(words in html for words in ("rita", "Clip 2", "too dark", "Final Review → Approved", "speed: 1"))
    assert "played 1:01 of 1:02" in html
    assert {FILM, "a" * 64, *AuditEntry.objects.values_list("hash", flat=True)} <= set(
        re.findall(r">(\w{64})</code>", html)
    )


def test_clips_that_were_approved_together_are_named_with_short_hashes(page: Client):
    task = film_at(Status.VIDEO_READY)
    fields = {"at": "video_ready", "clips": "video:1", "note": "too dark", "rest": "yes"}
    page.post(f"/tasks/{task.pk}/review/reject/", fields)

    html = audit_page(page, task)

    assert "<b>clips approved</b>" in html
    assert "<summary>1 clip</summary>" in html
    sha256 = clip_of(task, "video", 2).selected.sha256
    assert f'<li>Clip 2 <code title="SHA-256 of the file: {sha256}">{sha256[:12]}</code></li>' in html


def test_all_that_is_recorded_has_words():
    source = "".join(
        file.read_text() for app in ("pipeline", "review") for file in (settings.BASE_DIR / app).rglob("*.py")
    )
    recorded = set(re.findall(r'record\(\s*\w+,\s*"(\w+)"', source))

    assert recorded <= set(ACTIONS)


def test_the_page_shows_one_action_where_asked(page: Client):
    task = film_at(Status.FINAL_REVIEW)
    decided(task)

    assert re.findall(r"<b>(.*?)</b>", audit_page(page, task, "?action=reject")) == ["sent back"]
    assert len(re.findall(r"<b>", audit_page(page, task, "?action=nonsense\x00&page=-3"))) == 3


def test_a_thousand_entries_come_in_pages_with_as_few_queries_as_three(page: Client, django_assert_num_queries):
    task = make_task()
    for n in range(101):
        record(task, "retry", by="rita", note=f"note {n}")

    with django_assert_num_queries(5):
        first = audit_page(page, task)

    assert (first.count('class="entry"'), "note 100" in first, "Page 1 of 2" in first) == (100, True, True)
    assert "note 0" in audit_page(page, task, "?page=2")


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_the_trail_is_taken_away_as_a_file(page: Client, form: str):
    task = film_at(Status.FINAL_REVIEW, title='Owls "at" night; ../')
    decided(task)

    response = page.get(f"/tasks/{task.pk}/audit/trail.{form}")

    assert (
        response.headers["Content-Disposition"]
        == f'attachment; filename="audit_owls-at-night_{str(task.pk)[:8]}.{form}"'
    )
    assert response.getvalue().decode() == export("--task", str(task.pk), "--format", form)


def test_people_of_another_channel_see_no_trail():
    make_channel("harbour", reviewers=["vera"])
    task = make_task(channel=make_channel())
    vera = browser_of(make_viewer())

    ways = ("", "trail.csv", "trail.jsonl")
    assert {vera.get(f"/tasks/{task.pk}/audit/{way}").status_code for way in ways} == {404}
    assert vera.get(f"/tasks/{task.pk}/audit/trail.exe").status_code == 404


# --- The file ------------------------------------------------------------------------------------------------------


def test_an_export_names_film_person_decision_and_hash():
    task = film_at(Status.FINAL_REVIEW, title="Owls 🦉")
    decided(task)

    entry = [json.loads(line) for line in export().splitlines()][-1]

    wanted = {"channel": "meadow", "title": "Owls 🦉", "actor": "rita", "decided": "approved", "what": "Film"}
    assert {key: entry[key] for key in wanted} == wanted
    assert (entry["sha256"], entry["facts"]["played_seconds"], len(entry["hash"])) == (FILM, 61.5, 64)


def test_an_export_can_be_of_a_channel_a_film_and_some_days(monkeypatch):
    meadow, harbour = make_task(channel=make_channel()), make_task(channel=make_channel("harbour"))
    for day, task in ((1, meadow), (2, harbour), (3, meadow), (4, None)):
        monkeypatch.setattr("pipeline.moves.now", lambda day=day: datetime(2026, 11, day, 23, 59, 59, tzinfo=UTC))
        record(task, f"day_{day}", by="ada")

    def days(*options: str) -> list[str]:
        return re.findall(r'"action": "day_(\d)"', export(*options))

    assert days() == ["1", "2", "3", "4"]
    assert days("--channel", "meadow") == ["1", "3"]
    assert days("--task", str(harbour.pk)[:8]) == ["2"]
    assert days("--from", "2026-11-02", "--to", "2026-11-03") == ["2", "3"]
    assert days("--from", "2026-11-04", "--to", "9999-12-30") == ["4"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--channel", "moon"], "There is no channel “moon”. Known channels: meadow."),
        (["--from", "yesterday"], "--from “yesterday” is no day. Write it as 2026-11-21."),
        (["--to", "9999-12-31"], "--to “9999-12-31” is no day."),
        (["--from", "2026-11-03", "--to", "2026-11-02"], "--from is after --to"),
        (["--task", "zzzz"], "is no task id"),
        (["--format", "pdf"], "“pdf” is no format. Choose jsonl or csv."),
        (["--output", "/nowhere/at/all.jsonl"], "/nowhere/at/all.jsonl cannot be written: No such file or directory."),
    ],
)
def test_a_wrong_call_is_told_in_a_sentence(options: list[str], said: str):
    make_channel()

    with pytest.raises(CommandError, match=re.escape(said)):
        export(*options)


def test_no_cell_of_a_table_becomes_a_formula():
    task = make_task(title="=cmd|' /C calc'!A0")
    for note in ("+1", "-1", "@SUM(A1)", "\t=1", "fine"):
        record(task, "approve", by="ada", note=note)

    rows = list(csv.DictReader(io.StringIO(export("--format", "csv"))))

    assert [row["note"] for row in rows] == ["'+1", "'-1", "'@SUM(A1)", "'\t=1", "fine"]
    assert {row["title"][0] for row in rows} == {"'"}


def test_a_file_is_complete_or_not_there(tmp_path: Path, monkeypatch):
    record(None, "created", by="ada")
    out = tmp_path / "audit.jsonl"
    out.write_text("what was there before")

    def breaks(_entries, _form):
        yield "half a line"
        raise CommandError("The database went away.")

    with monkeypatch.context() as broken:
        broken.setattr("review.evidence.lines", breaks)
        with pytest.raises(CommandError):
            export("--output", str(out))
    assert ([file.name for file in tmp_path.glob("*.jsonl*")], out.read_text()) == (
        ["audit.jsonl"],
        "what was there before",
    )

    export("--output", str(out))
    assert json.loads(out.read_text())["actor"] == "ada"


# --- Checked by itself ---------------------------------------------------------------------------------------------


@pytest.fixture
def exported(tmp_path: Path) -> Path:
    """A file of five entries."""
    task = make_task()
    for n in range(5):
        record(task, "approve", by="ada", note=f"note {n} – ünïcode", facts={"played_seconds": n / 7} if n else {})
    file = tmp_path / "audit.jsonl"
    export("--output", str(file))
    return file


def lines_of(file: Path, lines: list[str]) -> Path:
    file.write_text("".join(lines))
    return file


def test_an_exported_chain_and_a_part_of_it_are_verified(exported: Path):
    lines = exported.read_text().splitlines(keepends=True)

    assert re.search(r"5 entries in .* \(from the first entry on\)", verify("--export", str(exported)))
    assert re.search(r"2 entries in .* \(a part, from", verify("--export", str(lines_of(exported, lines[2:4]))))


def test_a_file_that_was_changed_is_found_out(exported: Path):
    lines = exported.read_text().splitlines(keepends=True)
    changed = [*lines[:2], lines[2].replace("note 2", "note 9"), *lines[3:]]
    played = [*lines[:2], lines[2].replace("0.286", "10"), *lines[3:]]

    for damaged, said in (
        (changed, "was changed after"),
        (played, "was changed after"),
        ([*lines[:2], *lines[3:]], "something was taken away. If it was exported with --channel"),
        ([*lines[:2], "nonsense\n"], "Line 3 is no exported entry."),
        (["[1]\n"], "Line 1 is no exported entry."),
        ([], "holds no entry"),
    ):
        with pytest.raises(CommandError, match=said):
            verify("--export", str(lines_of(exported, damaged)))


def test_an_end_that_was_cut_off_is_found_by_a_hash_that_was_noted(exported: Path):
    noted = re.search(r"Newest hash: (\w+)", verify())[1]
    lines = exported.read_text().splitlines(keepends=True)
    assert verify("--export", str(exported), "--known", noted)

    with pytest.raises(CommandError, match="is not in it"):
        verify("--export", str(lines_of(exported, lines[:-1])), "--known", noted)


def test_a_choice_of_entries_is_looked_at_one_by_one(exported: Path):
    lines = exported.read_text().splitlines(keepends=True)

    assert "each looked at by itself" in verify("--export", str(lines_of(exported, lines[::2])), "--choice")


def test_a_file_that_is_not_there_is_told(tmp_path: Path):
    with pytest.raises(CommandError, match="cannot be read: No such file"):
        verify("--export", str(tmp_path / "nothing.jsonl"))


def test_the_command_tells_how_many_entries_are_whole_and_when_nothing_protects_them():
    record(None, "created", by="ada")

    assert "Verified: 1 audit entries" in verify()
    triggers.remove(connection)
    with pytest.raises(CommandError, match="nothing protects them: audit_head"):
        verify()
