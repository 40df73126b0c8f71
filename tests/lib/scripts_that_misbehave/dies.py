"""Tell about an order and die of a signal: python dies.py SIGKILL ['last words']"""

import os
import signal
import sys

print('{"provider_job": "order-7"}', flush=True)
print(*sys.argv[2:], file=sys.stderr, flush=True)
os.kill(os.getpid(), signal.Signals[sys.argv[1]])
