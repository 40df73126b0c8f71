"""Report, close both pipes, and go on working for a moment: python works_in_silence.py FILE"""

import os
import sys
import time
from pathlib import Path

print('{"ok": true}', flush=True)
os.close(1)
os.close(2)
time.sleep(0.3)
Path(sys.argv[1]).write_text("done")
os._exit(0)
