"""Checks of what is heard: silence, loudness, clipping, and whether a narration fits its text and its clip."""

from collections.abc import Iterator

from pipeline.rules.noticed import Facts, Finding, Wanted, moment, spans
from pipeline.rules.speech import LETTERS_PER_SECOND

SOUNDING = ("narration", "sfx", "film")
FILM_LUFS, FILM_PEAK = -14.0, -1.0
PAUSE = {"narration": 3.0, "film": 2.0}
OVER_CLIP = 0.3  # seconds of silence around the words, which the cut takes away
LITTLE = 0.25  # of a clip; the film shows no more of it than is spoken over
SILENT_LUFS, SILENT_SHARE = -58.0, 0.96
QUIET_LUFS, LOUD_LUFS = -38.0, -9.0  # a quieter voice cannot be lifted without its noise
CLIPPED = 0.0005  # share of the sound at full scale
OFF_LUFS, OVER_PEAK = 1.5, 0.7


def silent(facts: Facts, wanted: Wanted) -> Iterator[Finding]:
    """Nothing is heard, or nothing for too long."""
    if wanted.kind not in SOUNDING or "loudness" not in facts:
        return
    if facts["loudness"] <= SILENT_LUFS or facts.get("silence", 0) >= SILENT_SHARE:
        yield Finding("silent", "Nothing can be heard.", 90)
        return
    for start, end in spans(facts, "pauses", PAUSE.get(wanted.kind)):
        yield Finding("pause", f"Silent from {moment(start)} to {moment(end)}.", 45, start)


def loudness(facts: Facts, wanted: Wanted) -> Iterator[Finding]:
    """A film has one loudness; a voice must be within what the mix can mend."""
    loud = facts.get("loudness")
    if loud is None or loud <= SILENT_LUFS:
        return
    if wanted.kind == "film" and abs(loud - FILM_LUFS) > OFF_LUFS:
        yield Finding("loudness", f"{loud:.1f} LUFS loud; a film has {FILM_LUFS:.0f}.", 50)
    if wanted.kind == "narration" and not QUIET_LUFS <= loud <= LOUD_LUFS:
        yield Finding("loudness", f"Very {'quiet' if loud < QUIET_LUFS else 'loud'}: {loud:.1f} LUFS.", 50)


def peaks(facts: Facts, wanted: Wanted) -> Iterator[Finding]:
    """A clipped sound stays at its limit; a film's peaks must leave room for the players' decoders."""
    clipped, peak = facts.get("clipped", 0), facts.get("true_peak", FILM_PEAK)
    if clipped >= CLIPPED:
        yield Finding("clipped", f"Clipped: {100 * clipped:.2g} % of the sound is at its limit.", 55)
    elif wanted.kind == "film" and peak > FILM_PEAK + OVER_PEAK:
        yield Finding("peak", f"Peaks of {peak:+.1f} dBTP; at most {FILM_PEAK:.0f} are safe.", 40)


def spoken(facts: Facts, wanted: Wanted) -> Iterator[Finding]:
    """A narration is longer than its clip, too short for its words, or uses little of its clip."""
    seconds, clip = facts.get("seconds"), wanted.clip_seconds
    if wanted.kind != "narration" or seconds is None:
        return
    if clip is not None and seconds > clip + OVER_CLIP:
        yield Finding("over_clip", f"The narration is {seconds - clip:.1f} s longer than its clip.", 75)
    elif _lacks_words(facts, wanted, seconds):
        words = len(wanted.text.split())
        yield Finding("missing_words", f"Only {seconds:.1f} s for {words} words: some may be missing.", 75)
    elif clip is not None and seconds < LITTLE * clip:
        yield Finding("text", f"Only {seconds:.1f} s of its clip's {clip:g} s are used: the text is short.", 25)


def _lacks_words(facts: Facts, wanted: Wanted, seconds: float) -> bool:
    if facts.get("loudness", 0) < QUIET_LUFS:
        return False  # What is speech cannot be told from what is silence.
    spoken_s = seconds * (1 - facts.get("silence", 0))
    return len(wanted.text) > LETTERS_PER_SECOND * spoken_s
