"""Say one more thing while it is being stopped, and end well: python ends_when_told.py '{"provider_job": "order-9"}'"""

import os
import signal
import sys
import time


def last_chance(*_: object) -> None:
    print(sys.argv[1], end="", flush=True)
    os._exit(0)


signal.signal(signal.SIGTERM, last_chance)
print('{"ready": true}', flush=True)
time.sleep(60)
