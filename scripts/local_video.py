"""Move a camera over a composite for some seconds: a silent clip in the house encoding, made offline and free.

python scripts/local_video.py --image scene_01.png --motion-file motion.txt --seconds 10 --output clip_01.mp4
"""

import argparse
from pathlib import Path
from typing import Any

from _client import Failure, read_text, run


def main() -> None:
    from stage.staging import add_cast

    parser = argparse.ArgumentParser(prog="local_video.py", description=__doc__)
    parser.add_argument("--image", type=Path, required=True, help="the composite, 16:9")
    parser.add_argument("--motion-file", type=Path, required=True, help="what moves, in words")
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--layout", choices=("single", "split"), default="single")
    add_cast(parser, environment_required=False)
    parser.add_argument("--output", type=Path, required=True)
    run(parser, work)


def work(arguments: argparse.Namespace) -> dict[str, Any]:
    from _media import FPS
    from stage.camera import choose_move
    from stage.reel import film

    frames = round(arguments.seconds * FPS)
    if not 1 <= frames <= 60 * FPS:
        raise Failure("A clip is between one frame and 60 seconds long; choose another --seconds.", code="bad_input")
    motion = read_text(arguments.motion_file, what="motion")
    move = choose_move(motion, arguments.seed)
    film(_panels(arguments), move, frames, arguments.output)
    return {"model": "local-camera-1", "units": {"seconds": frames / FPS}, "cost_usd": 0, "move": move.name}


def _panels(arguments: argparse.Namespace) -> list[Any]:
    """Set the stage again, so that near things can move more than far ones; without it the picture is one layer."""
    from stage.pictures import read_notes
    from stage.staging import flat_stage, set_stage

    if arguments.environment is None:
        return flat_stage(arguments.image)
    places = read_notes(arguments.image).get("places")
    return set_stage(arguments, split=arguments.layout == "split", places=places if isinstance(places, int) else None)


if __name__ == "__main__":
    main()
