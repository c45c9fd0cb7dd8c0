"""Runs a module as a supervised child process: `python -m app.embedded.child MODULE ARGUMENTS`.

The supervisor holds the other end of a pipe. When the supervisor ends, even by `kill -9`, the pipe closes,
and the child ends: by SIGTERM first, then by SIGKILL for its whole process group.
"""

import os
import runpy
import signal
import sys
import threading

LIFELINE = "STUDIO_LIFELINE"
GRACE_SECONDS = 8.0


def watch_lifeline() -> None:
    """Start a thread that ends this process group when the supervisor's end of the pipe closes."""
    # The variable stays, for a process that restarts itself.
    handle = os.environ.get(LIFELINE, "")
    if handle:
        threading.Thread(
            target=_end_with_supervisor, args=(int(handle),), daemon=True, name="lifeline"
        ).start()


def _end_with_supervisor(handle: int) -> None:
    while os.read(handle, 1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
    threading.Event().wait(GRACE_SECONDS)
    os.killpg(os.getpgid(0), signal.SIGKILL)


def main() -> None:
    """Watch the lifeline and run the module in this process."""
    watch_lifeline()
    del sys.argv[0]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
