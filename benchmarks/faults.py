"""The cost of each fault, as a table: seconds lost, calls paid twice, and the outcome.

Run with `python -m benchmarks.faults`: it runs the tests of `tests/faults` with a lease and outages as
long as in production. `--lease 2` is the lease of the tests, `--servers` uses MariaDB, Redis and an S3
server instead of the embedded services, and further words select tests by their names.
"""

import argparse
import os
import sys

import pytest

LONGEST_SECONDS = 3600


def main() -> int:
    """Run the tests and print the table; return pytest's exit code."""
    parser = argparse.ArgumentParser(description="Cause faults in a studio and print what each costs.")
    parser.add_argument("words", nargs="*", help="only tests with one of these words in their names")
    parser.add_argument(
        "--lease", type=float, default=60, help="length of a lease in seconds; scales outages"
    )
    parser.add_argument("--servers", action="store_true", help="use MariaDB, Redis and an S3 server")
    arguments = parser.parse_args()
    os.environ["FAULT_LEASE_SECONDS"] = str(arguments.lease)
    os.environ["FAULT_GROUND"] = "servers" if arguments.servers else "embedded"
    selection = ["-k", " or ".join(arguments.words)] if arguments.words else []
    return int(pytest.main(["tests/faults", "-v", "--tb=short", f"--timeout={LONGEST_SECONDS}", *selection]))


if __name__ == "__main__":
    sys.exit(main())
