"""A few tiny files, of which every take of a benchmark's films is a link, and the plan that all of them have."""

import json
import subprocess
from pathlib import Path
from typing import Any

SCENES = 18
COLOURS = ("#2f4858", "#6b4f3a", "#3d5a45", "#594a6d")


class Files:
    """A few tiny files, of which every take is a link."""

    def __init__(self, folder: Path) -> None:
        from imageio_ffmpeg import get_ffmpeg_exe
        from PIL import Image

        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        shade = Image.linear_gradient("L").resize((320, 180)).convert("RGB")
        for n, colour in enumerate(COLOURS):
            Image.blend(shade, Image.new("RGB", shade.size, colour), 0.6).save(folder / f"{n}.png")
        clip = ["-f", "lavfi", "-i", "testsrc2=size=320x180:rate=12:duration=2", "-pix_fmt", "yuv420p"]
        tone = ["-f", "lavfi", "-i", "sine=frequency=330:duration=2"]
        for name, source in (("mp4", clip), ("mp3", tone), ("wav", tone)):
            command = [get_ffmpeg_exe(), "-v", "error", "-y", *source, str(folder / f"a.{name}")]
            subprocess.run(command, check=True)
        (folder / "a.json").write_text(json.dumps(storyboard()))

    def give(self, to: Path, number: int) -> None:
        """Put a file there that has the ending which is asked for."""
        source = self.folder / (f"{number % 4}.png" if to.suffix in (".png", ".jpg") else f"a{to.suffix}")
        to.parent.mkdir(parents=True, exist_ok=True)
        if not to.exists():
            to.hardlink_to(source)


def storyboard() -> dict[str, Any]:
    """A plan of full size: 6 people, 8 places, 8 things, 18 scenes."""
    kinds = ["character"] * 6 + ["environment"] * 8 + ["prop"] * 8
    assets = [{"name": f"{kind}_{n}", "kind": kind, "prompt": f"a {kind}, number {n}"} for n, kind in enumerate(kinds)]
    scenes = [
        {
            "number": n,
            "characters": [f"character_{n % 6}"],
            "environment": f"environment_{6 + n % 8}",
            "props": [f"prop_{14 + n % 8}"],
            "layout": "single",
            "motion": "a slow push in, while the light changes",
            "narration": "For two centuries somebody climbed these stairs every evening, and lit the lamp.",
            "sound": "wind, and far away the sea",
        }
        for n in range(1, SCENES + 1)
    ]
    return {"atmosphere": "Quiet blue evening", "assets": assets, "scenes": scenes}
