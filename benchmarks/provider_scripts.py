"""Measure what a paid script costs this machine: CPU until its first request, memory while it waits for the answer.

    python benchmarks/provider_scripts.py

A local server refuses every request at once, or holds it. Prints one line of JSON: for each script the median of `--runs`
beside that of a bare Python, `ok`, and a sentence for each figure that is too high. Exits 0 or 1.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import Any

SCRIPTS = Path(__file__).resolve().parents[1] / "scripts"
MOST_CPU_MS, MOST_MB = 250.0, 80.0
WAIT_S = 30.0  # for a script that should have asked long ago
PICTURE_BYTES = 3_000_000  # what a composite of 1920x1080 has

# Each works on text.txt, brief.json and picture.png in its folder.
COMMANDS = {
    "write_storyboard.py": ("--brief-file", "brief.json", "--output", "storyboard.json"),
    "generate_asset.py": ("--prompt-file", "text.txt", "--output", "asset.png"),
    "generate_video.py": ("--image-url", "https://example.org/1.png", "--motion-file", "text.txt", "--output", "1.mp4"),
    "generate_audio.py": ("--text-file", "text.txt", "--voice", "v", "--timings", "1.json", "--output", "1.mp3"),
    "generate_sound_effects.py": ("--prompt-file", "text.txt", "--seconds", "10", "--output", "1.wav"),
    "host_image.py": ("--image", "picture.png", "--output", "url.txt"),
}
KEYS = ("GEMINI_API_KEY", "KIE_API_KEY", "ELEVENLABS_API_KEY")
ADDRESSES = ("GOOGLE_GEMINI_BASE_URL", "KIE_API_BASE_URL", "KIE_UPLOAD_BASE_URL", "ELEVENLABS_BASE_URL", "CATBOX_URL")
REFUSAL = json.dumps({"code": 401, "msg": "no", "error": {"code": 401, "status": "UNAUTHENTICATED", "message": "no"}})


class Provider:
    """A server that refuses; while `holding` it lets whoever asks wait, and says in `asked` that somebody does."""

    def __init__(self) -> None:
        self.holding = False
        self.requests = 0
        self.asked, self.go_on = threading.Event(), threading.Event()

    @contextmanager
    def serving(self) -> Iterator[str]:
        """Listen, and give the address."""
        server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"provider": self}))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            server.server_close()

    def wait_or_go(self) -> None:
        """Note a request and, while `holding`, keep it."""
        self.requests += 1
        self.asked.set()
        if self.holding:
            self.go_on.wait(WAIT_S)


class _Handler(BaseHTTPRequestHandler):
    provider: Provider

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("content-length") or 0))
        self.provider.wait_or_go()
        try:
            self.send_response(401)
            self.send_header("Content-Length", str(len(REFUSAL)))
            self.end_headers()
            self.wfile.write(REFUSAL.encode())
        except OSError:
            return  # It was killed while it waited.

    do_GET = do_PUT = do_POST

    def log_message(self, *arguments: Any) -> None:
        """Keep quiet."""


def measure(runs: int, most_cpu_ms: float, most_mb: float) -> dict[str, Any]:
    """Measure bare Python and every script; `problems` holds a sentence for each figure that is too high."""
    provider = Provider()
    with tempfile.TemporaryDirectory() as place, provider.serving() as address:
        folder, env = Path(place), _environment(address)
        _write_inputs(folder)
        bare = ["-c", "print(flush=True); input()"]
        base = {"cpu_ms": _cpu_ms(["-c", "pass"], runs, folder, env), "rss_mb": _bare_mb(bare, runs, folder, env)}
        figures = {}
        for script, arguments in COMMANDS.items():
            command = [str(SCRIPTS / script), *arguments]
            provider.requests = 0
            cpu_ms = _cpu_ms(command, runs, folder, env)
            asked = provider.requests / (runs + 1)
            rss_mb = median(_waiting_mb(provider, command, folder, env) for _ in range(runs if asked else 1))
            figures[script] = {"cpu_ms": round(cpu_ms, 1), "rss_mb": round(rss_mb, 1), "requests": asked}
            figures[script] |= {"cpu_times_bare": round(cpu_ms / base["cpu_ms"], 1)}
            figures[script] |= {"rss_times_bare": round(rss_mb / base["rss_mb"], 1)}
    found = _problems(figures, most_cpu_ms, most_mb)
    rounded = {name: round(value, 1) for name, value in base.items()}
    return {"ok": not found, "problems": found, "runs": runs, "bare_python": rounded, "scripts": figures}


def _problems(figures: Mapping[str, Mapping[str, float]], most_cpu_ms: float, most_mb: float) -> list[str]:
    found = []
    for script, figure in figures.items():
        if figure["requests"] != 1:
            found.append(f"{script} asked {figure['requests']:g} times in a run; its figures are not those of a start.")
        if figure["cpu_ms"] > most_cpu_ms:
            found.append(f"{script} needs {figure['cpu_ms']} ms of CPU to start; {most_cpu_ms:g} is the most.")
        if figure["rss_mb"] > most_mb:
            found.append(f"{script} holds {figure['rss_mb']} MB while it waits; {most_mb:g} is the most.")
    return found


def _cpu_ms(command: list[str], runs: int, folder: Path, env: Mapping[str, str]) -> float:
    """Give the median CPU time of whole runs, user and system; the first run, which may compile, does not count."""
    return median([_one_cpu_ms(command, folder, env) for _ in range(runs + 1)][1:])


def _one_cpu_ms(command: list[str], folder: Path, env: Mapping[str, str]) -> float:
    with _start(command, folder, env) as child:
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    return (usage.ru_utime + usage.ru_stime) * 1000


def _waiting_mb(provider: Provider, command: list[str], folder: Path, env: Mapping[str, str]) -> float:
    provider.asked.clear()
    provider.go_on.clear()
    provider.holding = True
    with _start(command, folder, env) as child:
        asked = provider.asked.wait(WAIT_S)
        megabytes = _resident_mb(child.pid) if asked else 0.0
        child.kill()
    provider.holding = False
    provider.go_on.set()
    return megabytes


def _bare_mb(command: list[str], runs: int, folder: Path, env: Mapping[str, str]) -> float:
    found = []
    for _ in range(runs):
        with _start(command, folder, env) as child:
            assert child.stdout
            child.stdout.readline()
            found.append(_resident_mb(child.pid))
            child.kill()
    return median(found)


def _start(command: list[str], folder: Path, env: Mapping[str, str]) -> "subprocess.Popen[bytes]":
    pipe = subprocess.PIPE
    return subprocess.Popen(
        [sys.executable, *command], cwd=folder, env=env, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL
    )


def _resident_mb(pid: int) -> float:
    lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:")) / 1024


def _environment(address: str) -> dict[str, str]:
    """Give what the engine gives its scripts."""
    told = dict.fromkeys(KEYS, "a-key") | dict.fromkeys(ADDRESSES, address)
    return {"PATH": os.environ.get("PATH", ""), "PYTHONUTF8": "1", "NO_PROXY": "127.0.0.1", **told}


def _write_inputs(folder: Path) -> None:
    (folder / "text.txt").write_text("A fox waits at the edge of the ice.", encoding="utf-8")
    (folder / "brief.json").write_text(json.dumps({"title": "The white fox", "topic": "Winter"}), encoding="utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(PICTURE_BYTES))


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure what a paid script costs this machine.")
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--most-cpu-ms", type=float, default=MOST_CPU_MS)
    parser.add_argument("--most-mb", type=float, default=MOST_MB)
    arguments = parser.parse_args()
    result = measure(arguments.runs, arguments.most_cpu_ms, arguments.most_mb)
    print(json.dumps(result))
    sys.exit(0 if result["ok"] else 1)


if __name__ == "__main__":
    main()
