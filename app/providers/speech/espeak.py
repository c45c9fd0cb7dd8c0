"""The engine espeak-ng, called through ctypes: it turns a text into samples and word positions."""

import _ctypes
import array
import ctypes
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import espeakng_loader  # type: ignore[import-untyped]  # a wheel of a C library, without types

# From espeak-ng's speak_lib.h.
_SYNCHRONOUS, _DONT_EXIT = 2, 0x8000
_RATE, _VOLUME, _PITCH, _PITCH_RANGE, _WORD_GAP = 1, 2, 3, 4, 7
_UTF8 = 1
# At the default of 100 loud vowels exceed full scale and are clipped.
_LEVEL = 80
_CHARACTERS, _WORD_EVENT = 1, 1
# The engine's buffer for paths has 160 bytes, file names included.
_LONGEST_PATH = 120


class EngineUnavailable(Exception):
    """The library or its data can't be loaded on this machine."""


class _EventId(ctypes.Union):
    _fields_ = [("number", ctypes.c_int), ("name", ctypes.c_char_p), ("string", ctypes.c_char * 8)]


class _Event(ctypes.Structure):
    _fields_ = [
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", _EventId),
    ]


_Callback = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event)
)


@dataclass(frozen=True, slots=True)
class Prosody:
    """How a voice speaks: words a minute by espeak's count, pitch and its range from 0 to 99.

    `word_gap` is the pause between words in units of 10 ms.
    """

    rate: int = 150
    pitch: int = 45
    pitch_range: int = 55
    word_gap: int = 0


@dataclass(frozen=True, slots=True)
class Utterance:
    """16-bit samples, and for each word event the word's middle in the text and the sample it starts on."""

    samples: "array.array[int]"
    words: tuple[tuple[float, int], ...]


class Engine:
    """The loaded library; `open_engine` returns one. `rate` is its sample rate in hertz."""

    def __init__(self, library: ctypes.CDLL, rate: int) -> None:
        self.rate = rate
        self._library = library
        self._samples = array.array("h")
        self._words: list[tuple[float, int]] = []
        # The library holds only a pointer, so the callback must be referenced here.
        self._callback = _Callback(self._collect)
        library.espeak_SetSynthCallback(self._callback)

    def synthesize(self, text: str, voice: str, prosody: Prosody) -> Utterance:
        """Return one phrase's utterance; raises EngineUnavailable when the voice's data is missing."""
        self._samples, self._words = array.array("h"), []
        if self._library.espeak_SetVoiceByName(voice.encode()) != 0:
            raise EngineUnavailable(f"espeak-ng has no voice {voice}")
        for parameter, setting in (
            (_RATE, prosody.rate),
            (_VOLUME, _LEVEL),
            (_PITCH, prosody.pitch),
            (_PITCH_RANGE, prosody.pitch_range),
            (_WORD_GAP, prosody.word_gap),
        ):
            self._library.espeak_SetParameter(parameter, setting, 0)
        encoded = text.encode() + b"\0"
        self._library.espeak_Synth(encoded, len(encoded), 0, _CHARACTERS, 0, _UTF8, None, None)
        return Utterance(self._samples, tuple(self._words))

    def _collect(
        self, samples: "ctypes._Pointer[ctypes.c_short]", count: int, events: "ctypes._Pointer[_Event]"
    ) -> int:
        if samples and count:
            self._samples.frombytes(ctypes.string_at(samples, count * 2))
        number = 0
        while events[number].type != 0:
            event = events[number]
            if event.type == _WORD_EVENT:
                self._words.append((event.text_position - 1 + event.length / 2, event.sample))
            number += 1
        return 0


_LOCK = threading.Lock()


@contextmanager
def open_engine() -> Iterator[Engine]:
    """Load the library for one take; other threads of the process wait. Raises EngineUnavailable.

    Noise and phases carry over from one utterance to the next, in the library and in C's random numbers, so
    that a take would depend on the ones before. Loading the library anew costs less than a millisecond.
    """
    with _LOCK, _data_home() as home:
        library, rate = _load_library(home)
        try:
            yield Engine(library, rate)
        finally:
            library.espeak_Terminate()
            _unload_library(library)


@contextmanager
def _data_home() -> Iterator[str]:
    """Yield the path of the folder with the engine's data, short enough for the engine's buffer."""
    data = Path(espeakng_loader.get_data_path())
    if len(str(data)) <= _LONGEST_PATH:
        yield str(data.parent)
        return
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / data.name).symlink_to(data)
        yield folder


def _load_library(home: str) -> tuple[ctypes.CDLL, int]:
    try:
        library = ctypes.CDLL(espeakng_loader.get_library_path())
        ctypes.CDLL(None).srand(1)
    except (OSError, TypeError, AttributeError) as error:
        raise EngineUnavailable(f"espeak-ng can't be loaded: {error}") from error
    rate = int(library.espeak_Initialize(_SYNCHRONOUS, 0, home.encode(), _DONT_EXIT))
    if rate <= 0:
        raise EngineUnavailable("espeak-ng does not find its data")
    # Otherwise the noise of breath depends on the second in which the engine is loaded.
    library.espeak_ng_SetRandSeed(1)
    return library, rate


def _unload_library(library: ctypes.CDLL) -> None:
    unload = getattr(_ctypes, "dlclose", None) or getattr(_ctypes, "FreeLibrary", None)
    if unload:
        unload(library._handle)
