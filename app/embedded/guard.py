"""Runs a foreign program as a supervised child: `python -m app.embedded.guard PROGRAM ARGUMENTS`.

The program knows nothing of our lifeline, so this process holds it in its place, and on Linux the kernel
kills the program when this process is killed.
"""

import ctypes
import signal
import subprocess
import sys

from app.embedded.child import watch_lifeline

PR_SET_PDEATHSIG = 1


def _die_with_parent() -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def main() -> None:
    """Run the program and end as it ends; a request to stop is passed on."""
    # The order to die must be given before the program replaces the child, hence preexec_fn.
    program = subprocess.Popen(sys.argv[1:], preexec_fn=_die_with_parent)
    signal.signal(signal.SIGTERM, lambda *_: program.terminate())
    watch_lifeline()
    sys.exit(program.wait())


if __name__ == "__main__":
    main()
