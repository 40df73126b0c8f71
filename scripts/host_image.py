"""Put a picture where Kling can fetch it, and write its address to a file.

KIE_API_KEY=… python scripts/host_image.py --image scene_01.png --host kie --output url.txt
"""

import argparse
import io
import os
import secrets
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from _again import patiently
from _client import Failure, run, writing
from _http import AnswerLost, NotSent, call
from _kie import Kie, add_addresses, fetchable, unreachable

HOSTS = ("kie", "catbox", "r2")
CATBOX = "https://catbox.moe"
CATBOX_PATH = "/user/api.php"
MOST_BYTES = 10_000_000  # what Kling fetches
LINK_S = 24 * 3600
MAGIC = {b"\x89PNG": ("png", "image/png"), b"\xff\xd8\xff": ("jpg", "image/jpeg")}
FINAL = ("invalid", "too large", "too big", "not allowed", "banned", "blocked", "denied", "no request", "no file")


def main() -> None:
    parser = argparse.ArgumentParser(prog="host_image.py", description=__doc__)
    parser.add_argument("--image", type=Path, required=True, help="PNG or JPEG; larger than 10 MB becomes a JPEG")
    add_hosting(parser)
    add_addresses(parser)
    parser.add_argument("--backoff", type=float, default=10.0, help="seconds before a call is tried again, at first")
    parser.add_argument("--output", type=Path, required=True, help="a text file for the address")
    run(parser, work)


def work(arguments: argparse.Namespace) -> dict[str, Any]:
    url = host(arguments)
    with writing(arguments.output) as unfinished:
        unfinished.write_text(url + "\n", encoding="utf-8")
    return {"url": url, "host": arguments.host, "cost_usd": 0}


def add_hosting(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", choices=HOSTS, default="kie", help="catbox is public and for ever")
    parser.add_argument("--catbox-url", help="else CATBOX_URL; an account's hash comes by CATBOX_USERHASH")
    parser.add_argument("--r2-endpoint", help="https://<account>.r2.cloudflarestorage.com")
    parser.add_argument("--r2-bucket", help="keys come by R2_ACCESS_KEY_ID and R2_SECRET_ACCESS_KEY")
    parser.add_argument("--r2-prefix", default="videogen/inputs", help="where in the bucket")


def host(arguments: argparse.Namespace) -> str:
    """Put the picture where it can be fetched and give its address. Free of charge. Raises Failure."""
    content, ending, mime = _picture(arguments.image)
    if arguments.host == "kie":
        kie = Kie.of(arguments)
        return patiently(lambda: kie.upload(content, ending, mime), backoff=arguments.backoff)
    put = _to_catbox if arguments.host == "catbox" else _to_r2
    return patiently(lambda: put(arguments, content, ending, mime), backoff=arguments.backoff)


def _picture(file: Path) -> tuple[bytes, str, str]:
    """Read a picture as Kling takes it: its bytes, its ending, its type."""
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        raise Failure(f"The picture {file.name} does not exist.", code="no_input") from None
    for magic, (ending, mime) in MAGIC.items():
        if content.startswith(magic) and len(content) <= MOST_BYTES:
            return content, ending, mime
    return _as_jpeg(content, file.name), "jpg", "image/jpeg"


def _as_jpeg(content: bytes, name: str) -> bytes:
    from PIL import Image

    try:
        picture = Image.open(io.BytesIO(content)).convert("RGB")
    except (OSError, ValueError, Image.DecompressionBombError) as error:
        raise Failure(f"{name} is not a picture. Make it again, then retry.", code="bad_input") from error
    for quality in (95, 85, 70):
        made = io.BytesIO()
        picture.save(made, "JPEG", quality=quality)
        if made.tell() <= MOST_BYTES:
            return made.getvalue()
    raise Failure(f"{name} is too large for Kling. Make it smaller, then retry.", code="bad_input")


def _to_catbox(arguments: argparse.Namespace, content: bytes, ending: str, mime: str) -> str:
    address = (arguments.catbox_url or os.environ.get("CATBOX_URL") or CATBOX).rstrip("/")
    address += "" if urlsplit(address).path else CATBOX_PATH
    userhash = os.environ.get("CATBOX_USERHASH", "").strip()
    form = {"reqtype": "fileupload", **({"userhash": userhash} if userhash else {})}
    try:
        answer = call("POST", address, form={**form, "fileToUpload": (f"image.{ending}", content, mime)}, timeout=120)
    except (NotSent, AnswerLost) as error:
        raise unreachable("catbox", error) from error
    said = answer.text.strip()
    if answer.status == 200 and fetchable(said):
        return said
    plain = "" if "<" in said else " ".join(said.split())[:120].rstrip(". ")
    if userhash:
        plain = plain.replace(userhash, "***")
    refused = 400 <= answer.status < 500 and answer.status not in (408, 429)
    if refused or any(word in plain.lower() for word in FINAL):
        text = f"catbox does not take the picture ({plain or answer.status}). Choose another host, such as kie."
        raise Failure(text, code="host_refused")
    text = f"catbox gave no address for the picture ({plain or answer.status}). It will be tried again."
    raise Failure(text, kind="transient", code="upload_failed")


def _to_r2(arguments: argparse.Namespace, content: bytes, ending: str, mime: str) -> str:
    from _s3 import Bucket

    key_id, secret = (os.environ.get(name, "").strip() for name in ("R2_ACCESS_KEY_ID", "R2_SECRET_ACCESS_KEY"))
    if not key_id or not secret:
        text = (
            "R2_ACCESS_KEY_ID or R2_SECRET_ACCESS_KEY is empty. Make an R2 token at Cloudflare and put its keys there."
        )
        raise Failure(text, code="no_key")
    if not arguments.r2_bucket or urlsplit(arguments.r2_endpoint or "").scheme not in ("http", "https"):
        text = "R2 needs an endpoint (https://…) and a bucket. Complete the r2 block of the channel's file."
        raise Failure(text, code="bad_input")
    bucket = Bucket(arguments.r2_endpoint, arguments.r2_bucket, key_id, secret)
    name = f"{sha256(content).hexdigest()[:16]}-{secrets.token_hex(4)}.{ending}"
    key = f"{arguments.r2_prefix.strip('/')}/{name}".lstrip("/")
    bucket.put(key, content, mime)
    return bucket.link(key, seconds=LINK_S)


if __name__ == "__main__":
    main()
