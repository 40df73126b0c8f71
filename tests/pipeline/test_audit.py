"""Audit rows: chained, and guarded by the database itself."""

import pytest
from django.db import DatabaseError, connection, transaction

from pipeline import triggers
from pipeline.models import AuditEntry
from pipeline.moves import broken_link, record

pytestmark = pytest.mark.django_db(transaction=True)


def three_entries():
    return [record(None, "created", by="ada", note=f"{n}") for n in range(3)]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE pipeline_auditentry SET note = 'nothing happened'",
        "DELETE FROM pipeline_auditentry",
    ],
)
def test_the_database_refuses_to_change_an_entry(statement):
    three_entries()

    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)

    assert broken_link() is None


def test_the_orm_cannot_change_an_entry_either():
    entry = three_entries()[0]
    entry.note = "nothing happened"

    with pytest.raises(DatabaseError), transaction.atomic():
        entry.save()
    with pytest.raises(DatabaseError), transaction.atomic():
        AuditEntry.objects.all().delete()


def test_what_someone_changed_by_force_is_found_at_its_row():
    entries = three_entries()
    triggers.remove(connection)
    AuditEntry.objects.filter(pk=entries[1].pk).update(note="nothing happened")

    assert broken_link() == entries[1]


def test_a_missing_last_entry_is_found_too():
    entries = three_entries()
    triggers.remove(connection)
    AuditEntry.objects.filter(pk=entries[2].pk).delete()

    assert broken_link() == entries[1]


def test_missing_triggers_are_noticed():
    triggers.remove(connection)

    assert triggers.missing(connection)
