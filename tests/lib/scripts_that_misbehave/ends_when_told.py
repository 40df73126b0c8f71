"""Tell about an order only while it is being stopped: python orders_when_told_to_end.py"""

import os
import signal
import time


def last_chance(*_: object) -> None:
    print('{"provider_job": "order-9"}', end="", flush=True)
    os._exit(1)


signal.signal(signal.SIGTERM, last_chance)
print('{"ready": true}', flush=True)
time.sleep(60)
