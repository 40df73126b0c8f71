"""End well and leave a child that holds both pipes open: python leaves_a_child.py [away]

With `away` the child leaves the process group as well and goes on writing.
"""

import json
import subprocess
import sys

writes = "import time\nwhile True: print('still here', flush=True); time.sleep(0.001)"
sleeps = "import time; time.sleep(60)"
away = "away" in sys.argv
child = subprocess.Popen([sys.executable, "-c", writes if away else sleeps], start_new_session=away)
print(json.dumps({"child": child.pid}))
print(json.dumps({"ok": True}))
