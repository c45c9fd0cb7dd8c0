"""Seconds of narration in a second of processor time: of espeak-ng, and of the neural narrator beside it.

Run with `python -m benchmarks.voices`, where the extra `neural` is installed. The neural narrator may take
`TIMES_LIMIT` times as long as espeak-ng for a second of the same tale, and must be `SPEED_LIMIT` times
quicker than listening; its model may take `LOAD_LIMIT` times as long to load as its first page to be read.
"""

import sys
import time
from pathlib import Path

from app.providers.ledger import UnrecordedCalls
from app.providers.speech.base import SpeechProvider, SpeechRequest
from app.providers.speech.local import EspeakNarrator
from app.providers.speech.piper import PiperNarrator
from benchmarks.findings import at_least, at_most, note, show

TIMES_LIMIT, SPEED_LIMIT, LOAD_LIMIT = 100.0, 5.0, 0.5
PAGE_CHARACTERS, ROUNDS = 2_000, 3
_TALE = Path(__file__).parent.parent / "examples" / "the-bell-under-the-harbour.txt"


def _speak(provider: SpeechProvider, text: str) -> tuple[float, float]:
    """Return the processor seconds that a take needs, and its length in seconds."""
    start = time.process_time()
    take = provider.speak(SpeechRequest(text, "", "en"), UnrecordedCalls())
    return time.process_time() - start, take.seconds


def _measure(provider: SpeechProvider, text: str) -> float:
    """Return the processor seconds for a second of speech: the least of some rounds, once all is loaded."""
    return min(spent / seconds for spent, seconds in (_speak(provider, text) for _ in range(ROUNDS)))


def main() -> int:
    """Print the findings; return 0 if all are within their limits."""
    page = _TALE.read_text(encoding="utf-8")[:PAGE_CHARACTERS]
    embedded, neural = EspeakNarrator(), PiperNarrator()
    _speak(embedded, "One.")
    loading = _speak(neural, "One.")[0]
    costs = [_measure(provider, page) for provider in (embedded, neural)]
    page_seconds = costs[1] * _speak(neural, page)[1]
    holds = show(
        [
            note("times real time, espeak-ng", 1 / costs[0]),
            at_least(SPEED_LIMIT, "times real time, neural", 1 / costs[1], neural.capabilities.engine),
            at_most(TIMES_LIMIT, "neural, times espeak-ng", costs[1] / costs[0]),
            note("seconds to load the model", loading),
            at_most(
                LOAD_LIMIT, "loading, times a page", loading / page_seconds, f"{page_seconds:.1f} s a page"
            ),
        ]
    )
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
