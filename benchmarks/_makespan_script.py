"""Plays every script of a film: asks the services for its work, waits for the answer, and leaves a sample at --output.

It lies in the scripts' folder under each of their names, beside `address` and `samples/`. Two thousand of these start in a
run, so it imports next to nothing: a bare Python has started when others begin to read their modules.
"""
# ruff: noqa: PTH105, PTH119, PTH120, PTH122, PTH123  (pathlib takes longer to load than all the rest)

import os
import sys
import time
from _socket import AF_INET, SOCK_STREAM, socket

HERE = os.path.dirname(sys.argv[0])
REPORT = '{{"ok": true, "model": "sample", "units": {{}}, "cost_usd": {}}}'
COSTS = {"generate_asset.py": 0.034, "generate_video.py": 0.28, "write_storyboard.py": 0.02}


def main() -> None:
    out = sys.argv[sys.argv.index("--output") + 1]
    script = os.path.basename(sys.argv[0])
    services = _connect()
    services.sendall(f"POST {out} HTTP/1.1\r\nHost: services\r\nContent-Length: 0\r\n\r\n".encode())
    if script == "generate_video.py":  # Its order has an id, known long before the clip is there.
        print(f'{{"order": "sent", "provider_job": "{os.path.basename(os.path.dirname(out))}"}}', flush=True)
    _work(float(_body(services) or 0))
    _leave(out)
    services.close()  # Only now: work on this machine is in flight until its file is there.
    print(REPORT.format(COSTS.get(script, 0.01)), flush=True)


def _connect() -> socket:
    with open(f"{HERE}/address", encoding="ascii") as file:
        host, port = file.read().split(":")
    connection = socket(AF_INET, SOCK_STREAM)
    connection.connect((host, int(port)))
    return connection


def _body(services: socket) -> bytes:
    """Wait for the answer and give its body; the services send a short one in a single piece."""
    answer = services.recv(4096)
    if not answer.startswith(b"HTTP/1.1 200"):
        sys.exit(f"The services answered {answer[:80]!r}.")
    return answer.partition(b"\r\n\r\n")[2]


def _work(seconds: float) -> None:
    """Keep a core busy for so long."""
    while time.process_time() < seconds:
        pass


def _leave(out: str) -> None:
    stem, ending = os.path.splitext(out)
    _copy("film.mp4" if stem.endswith("_final") else f"{_kind(stem)}{ending}", out)
    if "--timings" in sys.argv:
        with open(sys.argv[sys.argv.index("--timings") + 1], "w", encoding="ascii") as file:
            file.write('{"duration": 2, "words": []}')


def _kind(stem: str) -> str:
    return os.path.basename(stem).rstrip("0123456789").rstrip("_")


def _copy(sample: str, out: str) -> None:
    with open(f"{HERE}/samples/{sample}", "rb") as file, open(f"{out}.part", "wb") as copy:
        copy.write(file.read())
    os.replace(f"{out}.part", out)


if __name__ == "__main__":
    main()
