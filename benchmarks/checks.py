"""Measure the automatic checks: what they find in broken takes, and what they say about good ones.

    python benchmarks/checks.py                    # the half that the thresholds were not chosen on
    python benchmarks/checks.py --half choosing

Makes takes by the offline scripts, breaks some of them, has their previews made, and prints one line of JSON:
hits, misses and false alarms of each check. Exits 1 where one is missed or wrong.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from _checks_files import SCRIPTS, WORDS, Case, build

sys.path.insert(0, str(SCRIPTS.parent))

from pipeline.rules.checks import Look, Wanted, findings

SEEDS = {"choosing": 1, "judging": 2}
SIDES = {"composite": 1_920, "video": 1_280, "film": 1_920, "image": 400}
CLIP_OF_A_NARRATION = 10.0


def main() -> int:
    """Measure one half and print its figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=SEEDS, default="judging")
    parser.add_argument("--verbose", action="store_true", help="say on stderr what was found in each take")
    options = parser.parse_args()
    results = _judged(SEEDS[options.half])
    if options.verbose:
        for case, found, facts in results:
            shown = {key: value for key, value in facts.items() if key not in ("peaks", "hash", "colours")}
            print(case.name, sorted(case.codes), "->", sorted(found), shown, file=sys.stderr)
    figures = _figures([(case, found) for case, found, _ in results])
    print(json.dumps({"half": options.half, **figures}))
    return 0 if figures["ok"] else 1


def _judged(seed: int) -> list[tuple[Case, set[str], dict[str, Any]]]:
    """Make and measure the takes of a seed, two at a time, and say what was found in each."""
    with tempfile.TemporaryDirectory(prefix="checks-") as place, ThreadPoolExecutor(2) as pool:
        made = [(case, pool.submit(_measured, case)) for case in build(Path(place), seed)]
        facts = {case.name: measured.result() for case, measured in made}
    cases = [case for case, _ in made]
    return [(case, _found(case, cases, facts), facts[case.name]) for case in cases]


def _measured(case: Case) -> dict[str, Any]:
    output = case.file.with_name(f"{case.file.stem}_previews")
    command = [sys.executable, str(SCRIPTS / "make_previews.py"), "--kind", case.kind, "--take", str(case.file)]
    done = subprocess.run(
        [*command, "--nice", "0", "--output", str(output)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{case.name}: {done.stderr}")
    facts: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return facts


def _found(case: Case, cases: list[Case], facts: Mapping[str, dict[str, Any]]) -> set[str]:
    good = [other for other in cases if other.kind == case.kind == "image" and not other.codes and other is not case]
    wanted = Wanted(
        kind=case.kind,
        seconds=case.seconds if case.kind in ("video", "sfx") else None,
        longer_side=SIDES.get(case.kind, 0),
        aspect=16 / 9 if case.kind in ("composite", "video", "film") else None,
        text=WORDS if case.kind == "narration" else "",
        clip_seconds=CLIP_OF_A_NARRATION if case.kind == "narration" else None,
        others={other.name: Look(facts[other.name]["hash"], facts[other.name]["colours"]) for other in good},
    )
    return {finding.code for finding in findings(facts[case.name], wanted)}


def _figures(results: list[tuple[Case, set[str]]]) -> dict[str, Any]:
    hits, misses, alarms = Counter[str](), Counter[str](), Counter[str]()
    wrong = []
    for case, found in results:
        hits.update(found & case.codes)
        misses.update(case.codes - found)
        alarms.update(found - case.codes)
        wrong += [f"{case.name}: {code} missed" for code in sorted(case.codes - found)]
        wrong += [f"{case.name}: {code} without reason" for code in sorted(found - case.codes)]
    broken = sum(bool(case.codes) for case, _ in results)
    return {
        "ok": not wrong,
        "good": len(results) - broken,
        "broken": broken,
        "checks": {
            code: {"hits": hits[code], "misses": misses[code], "false_alarms": alarms[code]}
            for code in sorted({*hits, *misses, *alarms})
        },
        "wrong": wrong,
    }


if __name__ == "__main__":
    sys.exit(main())
