"""Paint one picture with Gemini, and write it as PNG. Needs GEMINI_API_KEY; each picture costs money.

python scripts/generate_asset.py --prompt-file prompt.txt --output keeper.png
"""

import argparse
import base64
import binascii
import io
import re
from pathlib import Path
from typing import Any

from _client import Failure, read_text, run, writing
from _gemini import Gemini, add_arguments
from _gemini_reply import Json, parts

SIZES = ("1K", "2K", "4K")
MOST_REFERENCES = 4  # More than four people are not kept apart.
MOST_BYTES = 70_000_000  # of all references; in base64 they must stay below the 100 MB of one request
KINDS = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}


def main() -> None:
    parser = argparse.ArgumentParser(description="Paint one picture with Gemini.")
    parser.add_argument("--prompt-file", type=Path, required=True, help="text: what the picture shows")
    parser.add_argument("--output", type=Path, required=True, help="where the PNG goes")
    parser.add_argument("--reference", type=Path, action="append", default=[], help="a picture of who is shown again")
    parser.add_argument("--size", choices=SIZES, help="left out: 1K")
    parser.add_argument("--aspect", type=_aspect, default="16:9", help="such as 16:9 or 2:3")
    add_arguments(parser, timeout=55)
    run(parser, work, paid=True)


def work(arguments: argparse.Namespace) -> dict[str, Any]:
    """Read the prompt and the references, have the picture painted, and report."""
    gemini = Gemini("image", arguments)
    prompt = read_text(arguments.prompt_file, what="prompt")
    body = {
        "contents": [{"role": "user", "parts": _parts(prompt, arguments.reference)}],
        "generationConfig": _configuration(gemini, arguments.size, arguments.aspect),
    }
    picture = gemini.obtain(body, _last_picture, what="picture")
    with writing(arguments.output) as unfinished:
        width, height = _write_png(picture, unfinished, gemini)
    return {**gemini.report(), "width": width, "height": height}


def _parts(prompt: str, references: list[Path]) -> list[Json]:
    """Put the references first and name them in the text, so that the model knows who is who."""
    if len(references) > MOST_REFERENCES:
        raise Failure(
            f"{len(references)} references are too many; at most {MOST_REFERENCES} are kept.", code="bad_input"
        )
    pictures = [_reference(file) for file in references]
    if sum(len(picture["inlineData"]["data"]) for picture in pictures) > MOST_BYTES * 4 // 3:
        raise Failure("The references are larger than Gemini takes. Use smaller pictures.", code="bad_input")
    lines = [_introduction(number, file) for number, file in enumerate(references, start=1)]
    return [*pictures, {"text": "\n".join([*lines, prompt])}]


def _introduction(number: int, file: Path) -> str:
    name = " ".join(re.split(r"[\s_-]+", file.stem)).strip()
    return (
        f"Image {number} is the reference of “{name}”. Keep this character exactly: the same face, hair, build, age and "
        "clothes, unless the description below changes one of them. Take over neither its pose nor its background."
    )


def _reference(file: Path) -> Json:
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        raise Failure(f"The reference {file.name} does not exist.", code="no_input") from None
    kind = next((kind for start, kind in KINDS.items() if content.startswith(start)), None)
    if kind is None:
        raise Failure(f"The reference {file.name} is neither PNG nor JPEG.", code="bad_input")
    return {"inlineData": {"mimeType": kind, "data": base64.b64encode(content).decode()}}


def _configuration(gemini: Gemini, size: str | None, aspect: str) -> Json:
    image = {"aspectRatio": aspect}
    sizes = gemini.facts.get("sizes")
    if sizes is not None and (size or "1K") not in sizes:
        raise Failure(f"{gemini.model} does not paint in {size}. Choose one of: {', '.join(sizes)}.", code="bad_size")
    if size or sizes is not None:
        image["imageSize"] = size or "1K"
    thinking = gemini.facts.get("thinking")
    more = {"thinkingConfig": {"thinkingLevel": thinking}} if thinking else {}
    return {"responseModalities": ["IMAGE"], **more, "imageConfig": image}


def _last_picture(candidate: Json) -> bytes | None:
    """Give the last picture of an answer; those before it are on the way to it."""
    found = [part["inlineData"] for part in parts(candidate) if isinstance(part.get("inlineData"), dict)]
    if not found:
        return None
    data = str(found[-1].get("data") or "").translate(str.maketrans("-_", "+/"))
    try:
        return base64.b64decode(data + "=" * (-len(data) % 4))
    except binascii.Error:
        return b""


def _write_png(picture: bytes, file: Path, gemini: Gemini) -> tuple[int, int]:
    """Write what came as PNG, whatever it came as, and give its size. Raises Failure when it is no picture."""
    from PIL import Image

    try:
        image = Image.open(io.BytesIO(picture))
        image.load()
    except Exception:  # A broken picture can raise nearly anything; it is paid for, whatever it is.
        raise gemini.lost() from None
    if image.format == "PNG":
        file.write_bytes(picture)
    else:
        image.convert("RGB").save(file, "PNG")
    return image.size


def _aspect(text: str) -> str:
    if not re.fullmatch(r"[1-9]\d?:[1-9]\d?", text):
        raise argparse.ArgumentTypeError("use two numbers such as 16:9")
    return text


if __name__ == "__main__":
    main()
