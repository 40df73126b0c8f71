"""The database itself refuses to change or delete an audit entry, on PostgreSQL and on SQLite."""

from django.db.backends.base.base import BaseDatabaseWrapper

TABLE = "pipeline_auditentry"
REASON = "audit entries are never changed"

_SQLITE = {
    "audit_refuses_update": f"BEFORE UPDATE ON {TABLE}",
    "audit_refuses_delete": f"BEFORE DELETE ON {TABLE}",
}
_POSTGRESQL = {
    "audit_refuses_update": f"BEFORE UPDATE OR DELETE ON {TABLE} FOR EACH ROW",
    "audit_refuses_truncate": f"BEFORE TRUNCATE ON {TABLE} FOR EACH STATEMENT",
}
_FUNCTION = f"""
CREATE OR REPLACE FUNCTION audit_refuses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{REASON}'; END $$
"""


def install(connection: BaseDatabaseWrapper) -> None:
    """Put the triggers in place; where they are already, nothing changes."""
    remove(connection)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_FUNCTION)
            for name, when in _POSTGRESQL.items():
                cursor.execute(f"CREATE TRIGGER {name} {when} EXECUTE FUNCTION audit_refuses()")
        else:
            for name, when in _SQLITE.items():
                cursor.execute(f"CREATE TRIGGER {name} {when} BEGIN SELECT RAISE(ABORT, '{REASON}'); END")


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away, for a test's clean-up or before a migration that rebuilds the table."""
    with connection.cursor() as cursor:
        for name in {**_SQLITE, **_POSTGRESQL}:
            on = f" ON {TABLE}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")


def missing(connection: BaseDatabaseWrapper) -> set[str]:
    """Name the triggers that should be there and are not."""
    wanted, query = set(_SQLITE), f"SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = '{TABLE}'"  # noqa: S608
    if connection.vendor == "postgresql":
        wanted = set(_POSTGRESQL)
        query = f"SELECT tgname FROM pg_trigger WHERE tgrelid = '{TABLE}'::regclass AND NOT tgisinternal"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(query)
        return wanted - {row[0] for row in cursor.fetchall()}
