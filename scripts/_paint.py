"""Paint a prompt: environments are landscapes, characters and props are cut-out shapes."""

import random
from typing import Any

import cv2
import numpy as np
from _pictures import Pixels


def paint(prompt: str, kind: str, seed: int) -> tuple[Pixels, dict[str, Any]]:
    chance = random.Random(f"{prompt}{kind}{seed}")
    if kind == "environment":
        sky = np.linspace((200, 150, 90), (120, 190, 240), 1260)[:, None, :].repeat(2240, axis=1).astype(np.uint8)
        cv2.rectangle(sky, (0, 900), (2240, 1260), (60, 90, 70), -1)
        return sky, {"ground": 0.9}
    art = np.zeros((1000, 600, 4), np.uint8)
    cv2.ellipse(
        art, (300, 500), (280, 490), 0, 0, 360, (chance.randrange(255), chance.randrange(255), 90, 255), -1, cv2.LINE_AA
    )
    return art, {}
