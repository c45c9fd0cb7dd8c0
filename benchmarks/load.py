"""The whole studio under load, on the cores of this machine.

Run with `python -m benchmarks.load`; `--only crowd` runs one part. Each part has a studio of its own in a
temporary folder: API, dispatcher and workers, started as `studio up` starts them. The modules of the parts
describe what they measure:

- crowd: a hundred users read and follow jobs while twenty films are made (`benchmarks.audience`);
- streams: ten thousand seconds of idle event streams hold no connection (`benchmarks.listening`);
- turns: a thousand jobs of one user do not delay those of another (`benchmarks.turns`);
- engine: tasks per second of one, two and four workers (`benchmarks.engine`).
"""

import argparse
import sys
import time
from collections.abc import Callable

from rich.console import Console

from benchmarks.audience import measure_audience
from benchmarks.engine import measure_scaling
from benchmarks.findings import Finding, at_most, show
from benchmarks.listening import measure_idle_streams
from benchmarks.studio import run_in_process
from benchmarks.turns import measure_turns

PARTS: dict[str, Callable[[Console], list[Finding]]] = {
    "crowd": measure_audience,
    "streams": measure_idle_streams,
    "turns": measure_turns,
    "engine": measure_scaling,
}


def run_part(part: str) -> list[Finding]:
    """Run one part, with its progress on standard error, and return its findings."""
    return PARTS[part](Console(stderr=True))


def main() -> int:
    """Run all parts, or one, and print their findings; return 0 if all limits hold."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.load", description="The studio under load.")
    parser.add_argument("--only", choices=PARTS, help="run one part alone")
    only = parser.parse_args().only
    findings, begin = list[Finding](), time.monotonic()
    for part in [only] if only else PARTS:
        try:
            findings += run_in_process(run_part, part)
        except Exception as error:
            findings.append(at_most(0, f"{part} failed", 1, f"{type(error).__name__}: {error}"))
    holds = show(findings)
    print(f"{time.monotonic() - begin:.0f} seconds in all")
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
