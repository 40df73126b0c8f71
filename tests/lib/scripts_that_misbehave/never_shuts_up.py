"""Write without end: python never_shuts_up.py stdout|stderr lines|one-line"""

import sys

stream = sys.stdout if sys.argv[1] == "stdout" else sys.stderr
end = "\n" if sys.argv[2] == "lines" else ""
while True:
    stream.write("words, words, words " * 500 + end)
