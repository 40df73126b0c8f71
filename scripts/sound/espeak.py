"""Speech from the espeak-ng library that a Python package brings: nothing to install, nothing leaves the machine.

The library is spoken to through ctypes. It hands over 16-bit mono samples in pieces, and with them events that say when
each word begins and when each clause ends.
"""

import ctypes
import difflib
import re
from array import array
from dataclasses import dataclass, field
from pathlib import Path

from _client import Failure

_SYNCHRONOUS, _DO_NOT_EXIT, _UTF8, _BY_CHARACTER = 2, 0x8000, 1, 1
_RATE, _VOLUME, _PITCH, _RANGE, _WORD_GAP = 1, 2, 3, 4, 7
_NAME = re.compile(r"[A-Za-z0-9-]+(\+\w+)?")
_END_OF_LIST, _WORD, _CLAUSE_END = 0, 1, 5


@dataclass
class Speech:
    """What was said: samples, where words begin (position in the text, seconds) and where clauses end (seconds)."""

    rate: int
    samples: "array[int]" = field(default_factory=lambda: array("h"))
    words: list[tuple[int, float]] = field(default_factory=list)
    clause_ends: list[float] = field(default_factory=list)


class _Event(ctypes.Structure):
    """espeak_EVENT of speak_lib.h."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("identifier", ctypes.c_uint),
        ("position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("milliseconds", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("detail", ctypes.c_char * 8),
    )


class _Voice(ctypes.Structure):
    """espeak_VOICE of speak_lib.h, as far as it is read here."""

    _fields_ = (("name", ctypes.c_char_p), ("languages", ctypes.c_void_p), ("identifier", ctypes.c_char_p))


_Heard = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event))


class Espeak:
    """The library, ready to speak. One for each process: it keeps its state in globals."""

    def __init__(self) -> None:
        import espeakng_loader

        self._data = Path(espeakng_loader.get_data_path())
        self._library = ctypes.CDLL(espeakng_loader.get_library_path())
        self._library.espeak_Info.restype = ctypes.c_char_p
        self._library.espeak_ListVoices.restype = ctypes.POINTER(ctypes.POINTER(_Voice))
        self._rate = self._library.espeak_Initialize(_SYNCHRONOUS, 0, str(self._data).encode(), _DO_NOT_EXIT)
        if self._rate <= 0:
            raise Failure("The speech library did not start. Reinstall the package espeakng-loader.", code="no_library")

    @property
    def version(self) -> str:
        return str(self._library.espeak_Info(None).decode())

    def choose(self, voice: str, *, rate: int, pitch: int, pitch_range: int, word_gap: int) -> None:
        """Choose a voice such as `en-gb` or `en-us+m3`. Raises Failure that names similar ones.

        `rate` is words a minute, `pitch` and `pitch_range` 0 to 100 with 50 as usual, `word_gap` units of 10 ms.
        """
        _, _, variant = voice.partition("+")
        known = _NAME.fullmatch(voice) and (not variant or (self._data / "voices" / "!v" / variant).is_file())
        if not known or not (self._load(voice) or self._load(self._by_language(voice))):
            raise self._unknown(voice)
        settings = ((_RATE, rate), (_VOLUME, 45), (_PITCH, pitch), (_RANGE, pitch_range), (_WORD_GAP, word_gap))
        for parameter, value in settings:
            self._library.espeak_SetParameter(parameter, value, 0)

    def say(self, text: str) -> Speech:
        """Speak a plain text: markup in it is read out, never obeyed."""
        speech = Speech(self._rate)

        def heard(samples: "ctypes._Pointer[ctypes.c_short]", count: int, events: "ctypes._Pointer[_Event]") -> int:
            if samples and count > 0:
                speech.samples.frombytes(ctypes.string_at(samples, 2 * count))
            _note(events, speech)
            return 0

        callback = _Heard(heard)
        self._library.espeak_SetSynthCallback(callback)
        encoded = text.encode("utf-8", "replace")
        self._library.espeak_Synth(encoded, ctypes.c_size_t(len(encoded) + 1), 0, _BY_CHARACTER, 0, _UTF8, None, None)
        return speech

    def _load(self, voice: str) -> bool:
        return bool(voice) and self._library.espeak_SetVoiceByName(voice.encode()) == 0

    def _by_language(self, voice: str) -> str:
        """Find the voice file for a name like `en-gb+m3`; empty when no voice speaks that."""
        language, plus, variant = voice.partition("+")
        file = self._languages().get(language.lower(), "")
        return file and file + plus + variant

    def _languages(self) -> dict[str, str]:
        """List all languages with the file of the voice that speaks each."""
        voices = self._library.espeak_ListVoices(None)
        files: dict[str, str] = {}
        for number in range(10_000):
            if not voices[number]:
                break
            file = voices[number].contents.identifier.decode()
            for language in _names(voices[number].contents.languages):
                files.setdefault(language, file)
        return files

    def _unknown(self, voice: str) -> Failure:
        language, _, variant = voice.partition("+")
        languages = self._languages()
        near = difflib.get_close_matches(language.lower(), languages, 3, 0.5) or ["en-gb", "en-us", "de"]
        if language.lower() in languages:
            variants = sorted(file.name for file in (self._data / "voices" / "!v").iterdir())
            near = [
                f"{language}+{name}" for name in difflib.get_close_matches(variant, variants, 3, 0.3) or ["m3", "f2"]
            ]
        return Failure(f"There is no voice {voice}. Similar ones: {', '.join(near)}.", code="unknown_voice")


def _names(address: int) -> list[str]:
    """Read espeak's list of languages: for each a byte of priority and a C string, and a zero after the last."""
    names = []
    while ctypes.string_at(address, 1) != b"\0":
        name = ctypes.string_at(address + 1)
        names.append(name.decode().lower())
        address += len(name) + 2
    return names


def _note(events: "ctypes._Pointer[_Event]", speech: Speech) -> None:
    for number in range(10_000):
        event = events[number]
        if event.type == _END_OF_LIST:
            return
        if event.type == _WORD:
            speech.words.append((event.position - 1, event.milliseconds / 1000))
        elif event.type == _CLAUSE_END:
            speech.clause_ends.append(event.milliseconds / 1000)
