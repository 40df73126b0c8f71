"""Checks of what is seen: size, length, black, stillness, flatness, and pictures that look alike."""

from collections.abc import Iterator

from pipeline.rules.noticed import Facts, Finding, Look, Wanted, moment, spans

PICTURES = ("image", "composite")
# Shortest spans that are told, in seconds. A cut film holds last frames, and goes through black on purpose.
BLACK, STILL = {"video": 0.4, "film": 1.0}, {"video": 1.4, "film": 3.0}
FLAT = 6.0  # contrast, of 128
DIM = 12.0  # brightness, of 255; a night scene has more
SAME_BITS, SAME_COLOURS = 8, 10.0  # of 64; of 255 on average
TOO_SHORT, TOO_LONG = 0.25, 0.75  # seconds


def size(facts: Facts, wanted: Wanted) -> Iterator[Finding]:
    """It is smaller than the film, or of another shape."""
    width, height = facts.get("width"), facts.get("height")
    if not width or not height:
        return
    if max(width, height) < wanted.longer_side:
        text = f"Only {width}x{height} pixels; at least {wanted.longer_side} across are needed."
        yield Finding("small", text, 70)
    if wanted.aspect and abs(width / height / wanted.aspect - 1) > 0.02:
        yield Finding("shape", f"{width}x{height} pixels do not fill the film's frame.", 65)


def length(facts: Facts, wanted: Wanted) -> Iterator[Finding]:
    """It is shorter, or much longer, than was planned."""
    seconds = facts.get("seconds")
    if seconds is None or wanted.seconds is None:
        return
    off = seconds - wanted.seconds
    if off < -TOO_SHORT:
        yield Finding("short", f"{-off:.1f} s shorter than planned: {seconds:.1f} s of {wanted.seconds:g} s.", 70)
    elif off > TOO_LONG:
        yield Finding("long", f"{off:.1f} s longer than planned: {seconds:.1f} s for {wanted.seconds:g} s.", 20)


def black(facts: Facts, wanted: Wanted) -> Iterator[Finding]:
    """There is nothing on the screen."""
    for start, end in spans(facts, "black", BLACK.get(wanted.kind)):
        yield Finding("black", f"Black from {moment(start)} to {moment(end)}.", 85, start)


def still(facts: Facts, wanted: Wanted) -> Iterator[Finding]:
    """Nothing moves; a clip that is black was told already."""
    told = spans(facts, "black", 0.0)
    for start, end in spans(facts, "still", STILL.get(wanted.kind)):
        if any(first - 0.2 <= start and end <= last + 0.2 for first, last in told):
            continue
        whole = end - start >= 0.95 * facts.get("seconds", end)
        text = "Nothing moves in it." if whole else f"Nothing moves from {moment(start)} to {moment(end)}."
        yield Finding("still", text, 80 if whole else 60, start)


def flat(facts: Facts, wanted: Wanted) -> Iterator[Finding]:
    """A picture shows one colour, or hardly any light."""
    if wanted.kind in PICTURES and facts.get("contrast", FLAT) < FLAT:
        yield Finding("flat", "Hardly more than one colour.", 85)
    elif wanted.kind in (*PICTURES, "video") and facts.get("light", facts.get("brightness", DIM)) < DIM:
        yield Finding("dim", "So dark that little can be seen.", 55)


def alike(facts: Facts, wanted: Wanted) -> Iterator[Finding]:
    """Two pictures of a task look almost the same."""
    if "hash" not in facts or "colours" not in facts:
        return
    own = Look(facts["hash"], facts["colours"])
    for name, other in wanted.others.items():
        if _bits_apart(own, other) <= SAME_BITS and _colours_apart(own, other) <= SAME_COLOURS:
            yield Finding("alike", f"Almost the same picture as {name}.", 50)


def _bits_apart(one: Look, other: Look) -> int:
    return (int(one.hash, 16) ^ int(other.hash, 16)).bit_count()


def _colours_apart(one: Look, other: Look) -> float:
    pairs = list(zip(bytes.fromhex(one.colours), bytes.fromhex(other.colours), strict=False))
    return sum(abs(a - b) for a, b in pairs) / max(1, len(pairs))
