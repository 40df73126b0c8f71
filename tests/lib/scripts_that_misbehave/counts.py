"""Say a number every 50 ms: python counts.py 8"""

import sys
import time

for number in range(int(sys.argv[1])):
    print(f'{{"progress": {number}}}', flush=True)
    time.sleep(0.05)
print('{"ok": true}')
