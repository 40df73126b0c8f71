"""Write a storyboard with Gemini. Needs GEMINI_API_KEY; each storyboard costs a few cents.

python scripts/write_storyboard.py --brief-file brief.json --output storyboard.json
"""

import argparse
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from _brief import read_brief
from _client import Failure, read_text, run, writing
from _gemini import Gemini, add_arguments
from _gemini_reply import Json, finish_reason, parts
from _storyboard import Format, problems
from _template import filled

HOUSE = Path(__file__).resolve().parent.parent
PROMPTS = HOUSE / "pipeline" / "prompts"
SCHEMA = HOUSE / "docs" / "storyboard.schema.json"
LONGEST_ANSWER = 65_536  # tokens; about eight times what 22 assets and 18 scenes take
UNENFORCED = ("$schema", "pattern", "minLength", "maxLength", "minItems", "maxItems", "minimum")
SHOWN_PROBLEMS = 3
NAMED = 40  # problems that the second round is told; more would only repeat themselves


def main() -> None:
    parser = argparse.ArgumentParser(description="Write a storyboard with Gemini.")
    parser.add_argument("--brief-file", type=Path, required=True, help="JSON: title, topic, story_direction …")
    parser.add_argument("--output", type=Path, required=True, help="where storyboard.json goes")
    parser.add_argument("--system-file", type=Path, default=PROMPTS / "storyboard_system.txt", help="the rules")
    parser.add_argument("--prompt-file", type=Path, default=PROMPTS / "storyboard.txt", help="the question")
    parser.add_argument(
        "--repair-file", type=Path, default=PROMPTS / "storyboard_repair.txt", help="the second question"
    )
    parser.add_argument("--schema", type=Path, default=SCHEMA, help="JSON Schema of a storyboard")
    add_arguments(parser, timeout=110)
    run(parser, work, paid=True)


def work(arguments: argparse.Namespace) -> dict[str, Any]:
    """Have the storyboard written, check it, have it mended once, and report."""
    gemini = Gemini("text", arguments)
    brief, wanted = read_brief(arguments.brief_file)
    prompt, mend = (read_text(file, what="prompt") for file in (arguments.prompt_file, arguments.repair_file))
    words: dict[str, Any] = {**brief, "most_words": wanted.most_words}
    question = _said("user", filled(prompt, words))
    body = {
        "contents": [question],
        "systemInstruction": _said("user", filled(read_text(arguments.system_file, what="prompt"), words)),
        "generationConfig": {
            "responseMimeType": "application/json",
            "responseJsonSchema": _schema(arguments.schema, wanted),
            "thinkingConfig": {"thinkingLevel": "LOW"},
            "maxOutputTokens": LONGEST_ANSWER,
        },
    }
    answer = _ask(gemini, body)
    wrong, board = _read(answer, wanted)
    if wrong:
        complaint = filled(mend, {**words, "problems": "\n".join(f"- {problem}" for problem in wrong[:NAMED])})
        body["contents"] = [question, {"role": "model", "parts": answer}, _said("user", complaint)]
        wrong, board = _read(_ask(gemini, body), wanted)
    if wrong:
        raise gemini.billed(_invalid(wrong))
    with writing(arguments.output) as unfinished:
        unfinished.write_text(json.dumps(board, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return gemini.report()


def _ask(gemini: Gemini, body: Json) -> list[Json]:
    """Give the parts of a finished answer. Where Gemini cannot hold itself to the counts, they are only asked for in words."""
    try:
        return gemini.obtain(body, _finished, what="storyboard")
    except Failure as failure:
        if failure.last_words["code"] != "complex_schema":
            raise
    for items in ("assets", "scenes"):
        for bound in ("minItems", "maxItems"):
            body["generationConfig"]["responseJsonSchema"]["properties"][items].pop(bound, None)
    return gemini.obtain(body, _finished, what="storyboard")


def _finished(candidate: Json) -> list[Json] | None:
    """Give the parts of an answer that came to its end; half a storyboard is none."""
    found = parts(candidate)
    return found if finish_reason(candidate) == "STOP" and _text(found).strip() else None


def _read(answer: list[Json], wanted: Format) -> tuple[list[str], Any]:
    """Give what is wrong with an answer, and the storyboard in it."""
    try:
        board = json.loads(_text(answer))
    except (ValueError, RecursionError):
        return ["The answer is not one JSON object."], None
    return problems(board, wanted), board


def _invalid(wrong: list[str]) -> Failure:
    more = f" (and {len(wrong) - SHOWN_PROBLEMS} more)" if len(wrong) > SHOWN_PROBLEMS else ""
    text = f"Gemini wrote a storyboard that cannot be filmed, twice: {' '.join(wrong[:SHOWN_PROBLEMS])}{more} "
    text += "Plan it again, make the topic simpler, or bring a storyboard of your own."
    return Failure(text, code="invalid_storyboard")


def _text(answer: list[Json]) -> str:
    return "".join(str(part.get("text") or "") for part in answer)


def _said(role: str, text: str) -> Json:
    return {"role": role, "parts": [{"text": text}]}


def _schema(file: Path, wanted: Format) -> Json:
    """Read the published schema and set the counts; what Gemini cannot enforce is left to our own check."""
    try:
        schema: Json = _plain(json.loads(read_text(file, what="schema")))
        for items, count in (("assets", wanted.assets), ("scenes", wanted.scenes)):
            schema["properties"][items] |= {"minItems": count, "maxItems": count}
    except (ValueError, KeyError, TypeError):
        raise Failure(f"The schema {file.name} is not that of a storyboard.", code="bad_input") from None
    return schema


def _plain(schema: Any) -> Any:
    if isinstance(schema, list):
        return [_plain(item) for item in schema]
    if not isinstance(schema, Mapping):
        return schema
    kept = {key: _plain(value) for key, value in schema.items() if key not in UNENFORCED}
    return {"type": "string", **kept} if "enum" in kept else kept


if __name__ == "__main__":
    main()
