"""Paint one asset from its prompt, offline and free: a character or prop with alpha, or an environment.

python scripts/local_asset.py --prompt-file prompt.txt --kind character --output keeper.png
"""

import argparse
from pathlib import Path
from typing import Any

from _client import read_text, run

KINDS = ("character", "environment", "prop")


def main() -> None:
    parser = argparse.ArgumentParser(prog="local_asset.py", description=__doc__)
    parser.add_argument("--prompt-file", type=Path, required=True)
    parser.add_argument("--kind", choices=KINDS, required=True)
    parser.add_argument("--seed", type=int, default=0, help="another picture of the same prompt")
    parser.add_argument(
        "--reference", type=Path, action="append", default=[], help="accepted; the same words already look alike"
    )
    parser.add_argument("--output", type=Path, required=True)
    run(parser, work)


def work(arguments: argparse.Namespace) -> dict[str, Any]:
    from painter.paint import paint
    from stage.pictures import write_png

    prompt = read_text(arguments.prompt_file, what="prompt")
    pixels, notes = paint(prompt, arguments.kind, arguments.seed)
    write_png(arguments.output, pixels, notes)
    return {"model": "local-painter-1", "units": {"images": 1}, "cost_usd": 0}


if __name__ == "__main__":
    main()
