"""Start a child, tell its number, and never end: python never_ends.py [deaf]"""

import json
import signal
import subprocess
import sys
import time

if "deaf" in sys.argv:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
print(json.dumps({"child": child.pid, "provider_job": "order-1"}), flush=True)
time.sleep(60)
