"""Run every test on SQLite and, where there is a server, those with a database on PostgreSQL as well.

python -m tests.everywhere [pytest arguments]
"""

import os
import subprocess
import sys

from tests.needs import REQUIRE_ALL

# These never touch a database, so one run of them says all.
NO_DATABASE = (
    *("tests/lib", "tests/scripts", "tests/contracts", "tests/benchmarks"),
    *("tests/pipeline/rules", "tests/pipeline/steps"),
)
# These bring a database of their own, so one run of them says all, too.
OWN_DATABASE = ("tests/pipeline/test_hands_database.py", "tests/pipeline/test_chaos.py")
# What a browser draws is the same over every database. Two people who decide at once are tested on both.
IN_BROWSER = tuple(
    f"tests/review/test_{name}.py"
    for name in (
        *("browser", "board_in_browser", "money_in_browser", "people_in_browser"),
        *("rooms_in_browser", "rooms_in_a_hurry"),
    )
)
# Most tests wait for processes that they started, so there may be more of them than cores.
AT_ONCE = ["-n", str(min(8, 2 * (os.cpu_count() or 1))), "--dist", "worksteal"]
URL = os.environ.get("TEST_DATABASE_URL", "postgres://postgres@127.0.0.1:5432/postgres")


def main(arguments: list[str]) -> int:
    """Run both; the exit code is 0 only when both are green."""
    print("Tests on SQLite", flush=True)
    first = _pytest(arguments, {"DATABASE_URL": ""})
    why_not = _unreachable()
    if why_not:
        print(f"Tests on PostgreSQL skipped: {why_not}. Start a server, or set TEST_DATABASE_URL.", flush=True)
        return first or (1 if REQUIRE_ALL else 0)
    print("Tests on PostgreSQL", flush=True)
    ignored = [f"--ignore={place}" for place in (*NO_DATABASE, *OWN_DATABASE, *IN_BROWSER)]
    return first or _pytest([*ignored, *arguments], {"DATABASE_URL": URL})


def _pytest(arguments: list[str], environment: dict[str, str]) -> int:
    one_by_one = any(argument.startswith(("-n", "-s", "--pdb", "--help")) for argument in arguments)
    command = [sys.executable, "-m", "pytest", *([] if one_by_one else AT_ONCE), *arguments]
    return subprocess.run(command, env={**os.environ, **environment}, check=False).returncode


def _unreachable() -> str:
    """Say why PostgreSQL cannot be used; empty when it can."""
    import psycopg

    try:
        psycopg.connect(URL, connect_timeout=3).close()
    except psycopg.Error as error:
        return str(error).strip().splitlines()[0]
    return ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
