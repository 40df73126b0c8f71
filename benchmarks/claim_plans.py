"""Print the plan of every statement inside a claim, at 48,000 waiting and 1,000,000 finished jobs; docs/claim.md shows them.

    .venv/bin/python benchmarks/claim_plans.py > plans.txt

Needs a PostgreSQL server whose user may load auto_explain (--url); works in a scratch database of its own.
"""

import argparse
import os
import re
import sys
from typing import Any

import psycopg

from _claims_database import FREELY, Database, add_finished, make_channels, make_films, refill, set_limits

CLAIM = "SELECT id, step FROM claim_job('machine:1', md5(random()::text), '60 s', '15 min')"
WATCH = {
    "auto_explain.log_min_duration": "0",
    "auto_explain.log_nested_statements": "on",
    "auto_explain.log_analyze": "on",
    "auto_explain.log_buffers": "on",
    "client_min_messages": "log",
}


def plans(db: "psycopg.Connection[Any]") -> dict[str, str]:
    """Claim once, and give the plan of each statement, in their order. Claims before it, so that nothing is read first."""
    for _ in range(10):
        db.execute(CLAIM)
    heard: list[str] = []
    db.add_notice_handler(lambda notice: heard.append(notice.message_primary or ""))
    db.execute("LOAD 'auto_explain'")
    for name, value in WATCH.items():
        db.execute(f"SET {name} = {value}")
    db.execute(CLAIM)
    found: dict[str, str] = {}
    for text in heard:
        match = re.search(r"Query Text: (.*?)\n([^\n]*\(cost=.*)", text, re.DOTALL)
        if match:
            found.setdefault(re.sub(r"\s+", " ", match[1]).strip(), match[2].rstrip())
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--url", default="postgres://postgres@127.0.0.1:5432/postgres", help="any database of the server"
    )
    parser.add_argument("--waiting", type=int, default=48_000)
    parser.add_argument("--finished", type=int, default=1_000_000)
    options = parser.parse_args()
    database = Database(options.url, f"claims_{os.getpid()}_plans")
    try:
        database.migrate()
        with database.open() as db:
            make_channels(db)
            make_films(db, options.waiting // 96 + 40)
            set_limits(db, FREELY)
            add_finished(db, options.finished, costs=options.finished // 5)
            for title, under_way in (("films that were not started", 0), ("40 films under way", 40)):
                refill(db, options.waiting, under_way)
                print(f"# {title}\n")
                for statement, plan in plans(db).items():
                    print(f"{statement}\n{plan}\n")
    finally:
        database.drop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
