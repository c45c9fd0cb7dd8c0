"""Runs a module as a supervised child: `python -m app.embedded.child MODULE ARGUMENTS`.

The supervisor holds the other end of a pipe. When the supervisor is gone, even by `kill -9`, the pipe
closes, and the child stops itself: politely first, then with its whole process group.
"""

import os
import runpy
import signal
import sys
import threading

LIFELINE = "STUDIO_LIFELINE"
GRACE_SECONDS = 8.0


def watch_lifeline() -> None:
    """Stop this process group when the supervisor's end of the pipe closes."""
    handle = os.environ.pop(LIFELINE, "")
    if handle:
        threading.Thread(target=_wait_for_end, args=(int(handle),), daemon=True, name="lifeline").start()


def _wait_for_end(handle: int) -> None:
    while os.read(handle, 1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
    threading.Event().wait(GRACE_SECONDS)
    os.killpg(os.getpgid(0), signal.SIGKILL)


def main() -> None:
    """Watch the lifeline and become the module."""
    watch_lifeline()
    del sys.argv[0]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
