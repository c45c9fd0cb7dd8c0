"""The whole studio under load, on the cores that this machine has.

Run with `python -m benchmarks.load`; `--only crowd` runs one part. Each part has a studio of its own in a
temporary folder: API, dispatcher and workers, started as `studio up` starts them. The parts say in their own
modules what they measure and why that is fair:

- crowd: a hundred people poll, list and follow while twenty films are in work (`benchmarks.audience`);
- streams: ten thousand seconds of idle event streams hold no connection (`benchmarks.listening`);
- turns: a thousand jobs of one person do not hold up another's (`benchmarks.turns`);
- engine: tasks a second of one, two and four workers (`benchmarks.engine`).
"""

import argparse
import sys
import time
from collections.abc import Callable

from rich.console import Console

from benchmarks.audience import watched
from benchmarks.engine import scaling
from benchmarks.findings import Finding, at_most, show
from benchmarks.listening import idle_streams
from benchmarks.studio import alone
from benchmarks.turns import behind_a_thousand

PARTS: dict[str, Callable[[Console], list[Finding]]] = {
    "crowd": watched,
    "streams": idle_streams,
    "turns": behind_a_thousand,
    "engine": scaling,
}


def measured(part: str) -> list[Finding]:
    """Run one part, telling on the screen how far it is."""
    return PARTS[part](Console(stderr=True))


def main() -> int:
    """Run all parts, or one; the exit status tells whether all limits hold."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.load", description="The studio under load.")
    parser.add_argument("--only", choices=PARTS, help="run one part alone")
    only = parser.parse_args().only
    findings, begin = list[Finding](), time.monotonic()
    for part in [only] if only else PARTS:
        try:
            findings += alone(measured, part)
        except Exception as error:
            findings.append(at_most(0, f"{part} broke off", 1, f"{type(error).__name__}: {error}"))
    holds = show(findings)
    print(f"{time.monotonic() - begin:.0f} seconds in all")
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
