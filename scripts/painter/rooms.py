"""Rooms with windows: a room of any kind, a library, a laboratory."""

from painter.furniture import paint_books, paint_jars, paint_shelves, paint_table
from painter.indoors import Outline, arched, finish_room, frame, rectangle, start_room
from painter.scene import Scene
from painter.words import Wish

_ARCHED = [arched(0, -242, 250, 540)]
_WALLS = ("8a7058", "7a7f78", "87705f", "6f7a80", "94815f", "7d6a74")


def room(wish: Wish) -> Scene:
    """Paint a room, each its own way: other windows, shelves of books or of jars, a table."""
    chance = wish.chance("room")
    stone = wish.says(r"stone|tower|castle|cellar|vault\w*")
    windows: list[Outline] = chance.choice(
        (
            _ARCHED,
            [rectangle(0, -260, 330, 420)],
            [arched(-300, -240, 130, 560), arched(300, -240, 130, 560)],
            [rectangle(-220, -230, 170, 470), rectangle(220, -230, 170, 470)],
            [rectangle(-380, -300, 220, 330)],
        )
    )
    scene = _windowed(wish, chance.choice(("7c8288", "868078") if stone else _WALLS), "8a6444", windows)
    edge = max(abs(point[0]) for outline in windows for point in outline) / 2240
    kinds = [paint_jars, None, paint_jars] if wish.says("workshop|bakery") else [paint_jars, paint_books, None]
    left, right = chance.sample(kinds, 2)
    far = min(0.34, 0.46 - edge)
    if left and far > 0.17:
        paint_shelves(scene, 0.07, chance.uniform(far - 0.06, far), "left", left, rows=chance.choice((4, 5)))
    if right and far > 0.17:
        paint_shelves(scene, 1 - chance.uniform(far - 0.06, far), 0.93, "right", right, rows=chance.choice((4, 5)))
    paint_table(scene, 0.2 if not left else 0.8 if not right else chance.choice((0.2, 0.8)))
    return finish_room(scene)


def library(wish: Wish) -> Scene:
    """Paint a room full of books."""
    scene = _windowed(wish, "6f4f38", "8a6444", _ARCHED)
    paint_shelves(scene, 0.0, 0.36, "left", paint_books, rows=6)
    paint_shelves(scene, 0.64, 1.0, "right", paint_books, rows=6)
    return finish_room(scene)


def laboratory(wish: Wish) -> Scene:
    """Paint a room of glass vessels."""
    scene = _windowed(wish, "7f9094", "9aa09c", [rectangle(0, -250, 270, 440)])
    paint_shelves(scene, 0.04, 0.35, "left", paint_jars)
    paint_shelves(scene, 0.66, 0.96, "right", paint_jars)
    paint_table(scene, 0.78)
    return finish_room(scene)


def _windowed(wish: Wish, wall: str, floor: str, windows: list[Outline]) -> Scene:
    scene = start_room(wish, wall, floor, windows)
    for each in windows:
        frame(scene, each)
    return scene
