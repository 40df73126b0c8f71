"""How the contract tests speak to a fake: plain urllib, no client of ours."""

import base64
import io
import json
import socket
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import pytest
from PIL import Image

from tests.fakes import Fakes

IMAGE_MODEL, TEXT_MODEL = "gemini-nano-banana-2.1", "gemini-3.8-flash"
VOICE, VIDEO_MODEL = "JBFqnCBsd6RMkjVDRZzb", "kling/v2-5-turbo-image-to-video-pro"
STRAIGHT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


@dataclass(frozen=True)
class Heard:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


def ask(url: str, send: Any = None, *, headers: Mapping[str, str] | None = None, timeout: float = 30) -> Heard:
    """GET, or POST where there is something to send: bytes as they are, other values as JSON."""
    body = send if send is None or isinstance(send, bytes) else json.dumps(send).encode()
    usual = {"User-Agent": "Mozilla/5.0 (contract)", **({"Content-Type": "application/json"} if body else {})}
    request = urllib.request.Request(url, body, {**usual, **(headers or {})})
    try:
        with STRAIGHT.open(request, timeout=timeout) as answer:
            return Heard(answer.status, {k.lower(): v for k, v in answer.headers.items()}, answer.read())
    except urllib.error.HTTPError as error:
        return Heard(error.code, {k.lower(): v for k, v in error.headers.items()}, error.read())


def hang_up(url: str, send: Any, headers: Mapping[str, str]) -> None:
    """Send a request and close the connection without waiting for the answer."""
    body, parts = json.dumps(send).encode(), urlsplit(url)
    lines = [f"POST {parts.path} HTTP/1.1", f"Host: {parts.netloc}", f"Content-Length: {len(body)}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    with socket.create_connection((parts.hostname, parts.port)) as line:
        line.sendall("\r\n".join([*lines, "", ""]).encode() + body)


def picture(form: str = "PNG") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (64, 36), "teal").save(out, form)
    return out.getvalue()


def multipart(**fields: str | tuple[str, bytes]) -> tuple[bytes, dict[str, str]]:
    """Make a form; a file is (name, content)."""
    pieces = b""
    for name, value in fields.items():
        filename, content = value if isinstance(value, tuple) else ("", value.encode())
        more = f'; filename="{filename}"' if filename else ""
        pieces += f'--edge\r\nContent-Disposition: form-data; name="{name}"{more}\r\n\r\n'.encode() + content + b"\r\n"
    return pieces + b"--edge--\r\n", {"Content-Type": "multipart/form-data; boundary=edge"}


class Caller:
    """Calls the fakes with good requests; a test changes what it is about."""

    def __init__(self, fakes: Fakes) -> None:
        self.fakes = fakes
        self.gemini = {"x-goog-api-key": fakes.gemini.key}
        self.kie = {"Authorization": f"Bearer {fakes.kie.key}"}
        self.elevenlabs = {"xi-api-key": fakes.elevenlabs.key}

    def image(self, *, model: str = IMAGE_MODEL, version: str = "v1", parts: Any = None, timeout: float = 30,
              **config: Any) -> Heard:  # fmt: skip
        return ask(
            self.gemini_url(model, version), self.image_body(parts, **config), headers=self.gemini, timeout=timeout
        )

    def image_body(self, parts: Any = None, **config: Any) -> Any:
        usual = {"responseModalities": ["IMAGE"], "imageConfig": {"aspectRatio": "16:9", "imageSize": "1K"}}
        contents = [{"role": "user", "parts": parts or [{"text": "A quiet harbour"}]}]
        return {"contents": contents, "generationConfig": {**usual, **config}}

    def text(self, prompt: str, *, version: str = "v1", **config: Any) -> Heard:
        body = {"contents": [{"role": "user", "parts": [{"text": prompt}]}], "generationConfig": config}
        return ask(self.gemini_url(TEXT_MODEL, version), body, headers=self.gemini)

    def gemini_url(self, model: str = IMAGE_MODEL, version: str = "v1") -> str:
        return f"{self.fakes.gemini.url}/{version}/models/{model}:generateContent"

    def upload(self, name: str = "scene.png") -> str:
        data = base64.b64encode(picture()).decode()
        body = {"base64Data": f"data:image/png;base64,{data}", "uploadPath": "images", "fileName": name}
        heard = ask(f"{self.fakes.kie.upload_url}/api/file-base64-upload", body, headers=self.kie)
        return str(heard.json["data"]["downloadUrl"])

    def create(self, *, model: str = VIDEO_MODEL, url: str = "", **changes: Any) -> Heard:
        given = {"prompt": "slow push in", "image_url": url or self.upload(), "duration": "5", **changes}
        return ask(f"{self.fakes.kie.url}/api/v1/jobs/createTask", {"model": model, "input": given}, headers=self.kie)

    def poll(self, task_id: str) -> Heard:
        return ask(f"{self.fakes.kie.url}/api/v1/jobs/recordInfo?taskId={task_id}", headers=self.kie)

    def finished(self, created: Heard) -> Any:
        """Give the record of a task that has ended."""
        return self.finished_by_name(created.json["data"]["taskId"])

    def finished_by_name(self, task_id: str) -> Any:
        (task,) = [task for task in self.fakes.kie.tasks if task.id == task_id]
        assert task.ready.wait(60)
        return self.poll(task.id).json["data"]

    def balance(self) -> Any:
        return ask(f"{self.fakes.kie.url}/api/v1/chat/credit", headers=self.kie).json["data"]

    def speech(self, text: str = "The lamp is lit.", *, path: str = "/with-timestamps", voice: str = VOICE,
               query: str = "", **changes: Any) -> Heard:  # fmt: skip
        body = {"text": text, "model_id": "eleven_multilingual_v2", **changes}
        return ask(f"{self.fakes.elevenlabs.url}/v1/text-to-speech/{voice}{path}{query}", body, headers=self.elevenlabs)

    def sound(self, **changes: Any) -> Heard:
        body = {"text": "rain", "duration_seconds": 4.0, **changes}
        return ask(f"{self.fakes.elevenlabs.url}/v1/sound-generation", body, headers=self.elevenlabs)


@pytest.fixture
def fakes() -> Iterator[Fakes]:
    with Fakes(media="tiny") as running:
        yield running


@pytest.fixture
def call(fakes: Fakes) -> Caller:
    return Caller(fakes)
