"""Runs a foreign program as a supervised child process: `python -m app.embedded.guard PROGRAM ARGUMENTS`.

The program does not watch the lifeline, so this process does it and stops the program. On Linux the kernel
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
    """Run the program, forward SIGTERM to it, and exit with its code."""
    # The parent-death signal must be set in the child before it executes the program, hence preexec_fn.
    program = subprocess.Popen(sys.argv[1:], preexec_fn=_die_with_parent)
    signal.signal(signal.SIGTERM, lambda *_: program.terminate())
    watch_lifeline()
    sys.exit(program.wait())


if __name__ == "__main__":
    main()
