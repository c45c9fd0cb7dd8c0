"""What each fault costs: seconds lost, calls paid twice, and the outcome, as a matrix.

Run with `python -m benchmarks.faults`: the faults of `tests/faults` with a lease and outages as long as in
production. `--lease 2` is what the tests run with, `--servers` takes MariaDB, Redis and an S3 server instead
of a laptop's ground, and further words choose faults by the names of their tests.
"""

import argparse
import os
import sys

import pytest

LONGEST_SECONDS = 3600


def main() -> int:
    """Run the faults and print the matrix; the exit status tells whether all were survived."""
    parser = argparse.ArgumentParser(description="Hurt a studio in every way and print what it cost.")
    parser.add_argument("words", nargs="*", help="only faults whose test has one of these words in its name")
    parser.add_argument("--lease", type=float, default=60, help="seconds of a lease; outages follow it")
    parser.add_argument("--servers", action="store_true", help="on MariaDB, Redis and an S3 server")
    wanted = parser.parse_args()
    os.environ["FAULT_LEASE_SECONDS"] = str(wanted.lease)
    os.environ["FAULT_GROUND"] = "servers" if wanted.servers else "embedded"
    chosen = ["-k", " or ".join(wanted.words)] if wanted.words else []
    return int(pytest.main(["tests/faults", "-v", "--tb=short", f"--timeout={LONGEST_SECONDS}", *chosen]))


if __name__ == "__main__":
    sys.exit(main())
