"""Audit rows: chained, and guarded by the database itself."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import ProtectedError
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from pipeline import triggers
from pipeline.models import AuditEntry, AuditHead
from pipeline.moves import record
from pipeline.rules.chain import Walk
from pipeline.trail import broken_link, check
from tests.factories import make_task

pytestmark = pytest.mark.django_db(transaction=True)

SAME = "id, at, actor, action, clip, from_status, to_status, sha256, note, previous_hash, hash, facts, task_id"
COPY = "id, at, 'mallory', action, clip, from_status, to_status, sha256, note, previous_hash, hash, facts, task_id"
ON_BOTH = [
    "UPDATE pipeline_auditentry SET note = 'nothing happened'",
    "UPDATE pipeline_auditentry SET id = id + 100",
    "DELETE FROM pipeline_auditentry",
    "DELETE FROM pipeline_auditentry WHERE id = (SELECT MAX(id) FROM pipeline_auditentry) RETURNING id",
    f"INSERT INTO pipeline_auditentry ({SAME}) SELECT {COPY} FROM pipeline_auditentry WHERE true "
    "ON CONFLICT (id) DO UPDATE SET actor = 'mallory'",
]
ON_SQLITE = [
    f"INSERT OR REPLACE INTO pipeline_auditentry ({SAME}) SELECT {COPY} FROM pipeline_auditentry",
    f"REPLACE INTO pipeline_auditentry ({SAME}) SELECT {COPY} FROM pipeline_auditentry",
    f"REPLACE INTO pipeline_auditentry ({SAME}) SELECT {COPY.replace('id,', 'id + 100,', 1)} FROM pipeline_auditentry",
    "UPDATE OR REPLACE pipeline_auditentry SET id = 1",
]
ON_POSTGRESQL = [
    "TRUNCATE pipeline_auditentry",
    "TRUNCATE pipeline_task CASCADE",
    "SET LOCAL session_replication_role = replica; DELETE FROM pipeline_auditentry",
]
THE_HEAD = [
    "UPDATE pipeline_audithead SET hash = ''",
    "UPDATE pipeline_audithead SET hash = (SELECT hash FROM pipeline_auditentry ORDER BY id LIMIT 1)",
    "DELETE FROM pipeline_audithead",
]


def three_entries():
    return [record(None, "created", by="ada", note=f"{n}") for n in range(3)]


def run(statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
values = st.none() | st.booleans() | st.integers() | st.floats() | texts
nested = st.recursive(values, lambda inner: st.lists(inner) | st.dictionaries(texts, inner), max_leaves=6)


@given(st.dictionaries(texts, nested))
@example({"played_seconds": -0.0, "inside": [{"deep": -0.0}, 1e16, float("inf"), float("nan"), 10**400]})
@example({"tiny": -1e-9, "third": 1 / 3, "limit": 999_999_999_999.9999})
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_facts_of_a_decision_are_the_chain_stays_whole(facts):
    entry = record(None, "approve", by="ada", facts=facts)

    kept = AuditEntry.objects.get(pk=entry.pk)
    assert (kept.facts, kept.digest()) == (entry.facts, entry.hash)


@pytest.mark.parametrize("statement", [*ON_BOTH, *ON_SQLITE, *ON_POSTGRESQL])
def test_the_database_refuses_to_change_an_entry(statement):
    if statement in {"sqlite": ON_POSTGRESQL, "postgresql": ON_SQLITE}[connection.vendor]:
        pytest.skip(f"{connection.vendor} does not know this statement.")
    entries = three_entries()

    with pytest.raises(DatabaseError, match="never changed"):
        run(statement)

    assert list(AuditEntry.objects.all()) == entries
    assert broken_link() is None


@pytest.mark.parametrize("statement", THE_HEAD)
def test_the_head_of_the_chain_only_steps_forward(statement):
    last = three_entries()[-1]

    with pytest.raises(DatabaseError, match="only grows"):
        run(statement)

    assert AuditHead.objects.get().hash == last.hash


def test_the_orm_cannot_change_an_entry_either():
    entry = three_entries()[0]
    entry.note = "nothing happened"

    with pytest.raises(DatabaseError), transaction.atomic():
        entry.save()
    with pytest.raises(DatabaseError), transaction.atomic():
        AuditEntry.objects.all().delete()
    with pytest.raises(DatabaseError), transaction.atomic():
        AuditEntry.objects.bulk_update([entry], ["note"])


def test_a_task_with_entries_is_not_deleted():
    task = make_task()
    record(task, "created", by="ada")

    with pytest.raises(ProtectedError):
        task.delete()
    with pytest.raises(DatabaseError):
        run(f"DELETE FROM pipeline_task WHERE title = '{task.title}'")


@pytest.mark.parametrize("one", [0, 1, 2])
def test_what_someone_changed_by_force_is_found(one):
    entry = three_entries()[one]
    triggers.remove(connection)

    AuditEntry.objects.filter(pk=entry.pk).update(note="nothing happened")

    assert broken_link().sentence == f"Entry {entry.pk} (created) was changed after it was written."


def test_what_someone_deleted_by_force_is_found_wherever_it_was():
    first, second, third = (entry.pk for entry in three_entries())
    triggers.remove(connection)
    found = []

    for gone in ([second], [first], [third], [first, second], [second, third], [first, second, third]):
        with transaction.atomic():
            AuditEntry.objects.filter(pk__in=gone).delete()
            found.append(broken_link().sentence.removesuffix(" something was taken away."))
            transaction.set_rollback(True)

    assert found == [
        f"Between entry {first} and entry {third} (created)",
        f"Before entry {second} (created)",
        f"After entry {second}",
        f"Before entry {third} (created)",
        f"After entry {first}",
        "At its beginning",
    ]


def test_a_head_that_was_set_back_with_the_end_is_found_by_a_hash_that_was_noted():
    _, second, third = three_entries()
    triggers.remove(connection)

    AuditEntry.objects.filter(pk=third.pk).delete()
    AuditHead.objects.update(hash=second.hash)

    assert broken_link() is None
    assert "written anew" in check(Walk(known=third.hash)).sentence
    assert check(Walk(known=second.hash)) is None


def test_a_trail_that_grows_while_it_is_walked_is_whole():
    three_entries()

    class Busy(Walk):
        """Somebody decides just after the last entry was read."""

        def along(self, entries):
            broken = super().along(entries)
            if self.count < 10:
                record(None, "approve", by="ada")
            return broken

    assert check(Busy()) is None


def test_facts_are_part_of_the_hash():
    entry = record(None, "approve", by="ada", facts={"played_seconds": 61.5, "film_seconds": 62})
    triggers.remove(connection)
    assert broken_link() is None

    AuditEntry.objects.update(facts={"played_seconds": 1, "film_seconds": 62})

    assert broken_link().id == entry.pk


def test_missing_triggers_are_noticed():
    assert not triggers.missing(connection)

    triggers.remove(connection)

    assert len(triggers.missing(connection)) >= 4


def test_a_trigger_that_sleeps_is_as_good_as_missing():
    if connection.vendor == "sqlite":
        pytest.skip("On SQLite a trigger is there or not.")

    run("ALTER TABLE pipeline_auditentry DISABLE TRIGGER audit_refuses_update")

    assert triggers.missing(connection) == {"audit_refuses_update"}
