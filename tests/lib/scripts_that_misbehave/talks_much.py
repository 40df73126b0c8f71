"""Write megabytes to both pipes, then end well: python talks_much.py"""

import json
import sys

for _ in range(300):
    sys.stdout.write("x" * 100_000)
    sys.stderr.write("y" * 100_000)
print()
print(json.dumps({"ok": True}))
