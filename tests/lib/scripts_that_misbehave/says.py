"""Say what it is told and end as it is told: python says.py --out '{"ok": true}' --err 'Oh.' --exit 1"""

import argparse
import sys

parser = argparse.ArgumentParser()
parser.add_argument("--out", action="append", default=[])
parser.add_argument("--err", action="append", default=[])
parser.add_argument("--out-unfinished", default="", help="without a line end")
parser.add_argument("--exit", type=int, default=0)
told = parser.parse_args()
for line in told.out:
    sys.stdout.write(line + "\n")
sys.stdout.write(told.out_unfinished)
for line in told.err:
    sys.stderr.write(line + "\n")
sys.stdout.flush()
sys.exit(told.exit)
