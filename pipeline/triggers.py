"""The database itself refuses to change or delete an audit entry, on PostgreSQL and on SQLite.

The head of the chain is a row that must change: it may only step to an entry that follows the one it stands at.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

TABLE = "pipeline_auditentry"
HEAD = "pipeline_audithead"
REASON = "audit entries are never changed"
ONLY_GROWS = "the audit chain only grows"

_FOLLOWS = f"SELECT 1 FROM {TABLE} WHERE hash = NEW.hash AND previous_hash = OLD.hash"  # noqa: S608

# Name: table, when, what it says. SQLite replaces rows (INSERT OR REPLACE) without telling a trigger on DELETE.
_SQLITE = {
    "audit_refuses_update": (TABLE, "BEFORE UPDATE", "", REASON),
    "audit_refuses_delete": (TABLE, "BEFORE DELETE", "", REASON),
    "audit_refuses_replace": (
        TABLE,
        "BEFORE INSERT",
        f"WHEN EXISTS (SELECT 1 FROM {TABLE} WHERE id = NEW.id OR hash = NEW.hash)",  # noqa: S608
        REASON,
    ),
    "audit_head_steps": (HEAD, "BEFORE UPDATE", f"WHEN NEW.id <> OLD.id OR NOT EXISTS ({_FOLLOWS})", ONLY_GROWS),
    "audit_head_stays": (HEAD, "BEFORE DELETE", "", ONLY_GROWS),
    "audit_head_is_one": (HEAD, "BEFORE INSERT", f"WHEN EXISTS (SELECT 1 FROM {HEAD})", ONLY_GROWS),  # noqa: S608
}
_POSTGRESQL = {
    "audit_refuses_update": (TABLE, "BEFORE UPDATE OR DELETE", "FOR EACH ROW", "audit_refuses"),
    "audit_refuses_truncate": (TABLE, "BEFORE TRUNCATE", "FOR EACH STATEMENT", "audit_refuses"),
    "audit_head_steps": (HEAD, "BEFORE UPDATE OR DELETE", "FOR EACH ROW", "audit_head_steps"),
    "audit_head_stays": (HEAD, "BEFORE TRUNCATE", "FOR EACH STATEMENT", "audit_refuses"),
}
_FUNCTIONS = (
    f"""
CREATE OR REPLACE FUNCTION audit_refuses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{REASON}'; END $$
""",
    f"""
CREATE OR REPLACE FUNCTION audit_head_steps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NEW.id = OLD.id AND EXISTS ({_FOLLOWS}) THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION '{ONLY_GROWS}';
END $$
""",
)


def install(connection: BaseDatabaseWrapper) -> None:
    """Put the triggers in place; where they are already, nothing changes."""
    remove(connection)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for function in _FUNCTIONS:
                cursor.execute(function)
            for name, (table, when, each, function) in _POSTGRESQL.items():
                cursor.execute(f"CREATE TRIGGER {name} {when} ON {table} {each} EXECUTE FUNCTION {function}()")
                # Also for a session that plays a replica, in which triggers rest otherwise.
                cursor.execute(f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {name}")
        else:
            for name, (table, when, unless, reason) in _SQLITE.items():
                refusal = f"BEGIN SELECT RAISE(ABORT, '{reason}'); END"
                cursor.execute(f"CREATE TRIGGER {name} {when} ON {table} {unless} {refusal}")


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away, for a test's clean-up or before a migration that rebuilds the table."""
    with connection.cursor() as cursor:
        for name, (table, *_) in {**_SQLITE, **_POSTGRESQL}.items():
            on = f" ON {table}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")


def missing(connection: BaseDatabaseWrapper) -> set[str]:
    """Name the triggers that should be there, and at work, and are not."""
    wanted, query = set(_SQLITE), "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    if connection.vendor == "postgresql":
        wanted = set(_POSTGRESQL)
        query = (
            f"SELECT tgname FROM pg_trigger WHERE tgrelid IN ('{TABLE}'::regclass, '{HEAD}'::regclass) "  # noqa: S608
            "AND NOT tgisinternal AND tgenabled = 'A'"
        )
    with connection.cursor() as cursor:
        cursor.execute(query)
        return wanted - {row[0] for row in cursor.fetchall()}
