"""Stand characters and props in an environment, as one 1920x1080 picture.

python scripts/create_composite.py --environment harbour.png --character keeper.png --output scene_01.png
"""

import argparse
from pathlib import Path
from typing import Any

from _client import run


def main() -> None:
    from stage.staging import add_cast

    parser = argparse.ArgumentParser(prog="create_composite.py", description=__doc__)
    add_cast(parser)
    parser.add_argument("--output", type=Path, required=True)
    run(parser, work)


def work(arguments: argparse.Namespace) -> dict[str, Any]:
    from stage.pictures import write_png
    from stage.staging import arrangement, set_stage, show

    places = arrangement(arguments)
    write_png(arguments.output, show(set_stage(arguments, split=False, places=places)), {"places": places})
    return {"model": "local-stage-1", "units": {"composites": 1}, "cost_usd": 0}


if __name__ == "__main__":
    main()
