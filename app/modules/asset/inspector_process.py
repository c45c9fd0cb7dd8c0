"""The process that inspects one uploaded file; its arguments are path, asset type, content type, CPU seconds.

It limits itself before it opens the file, and writes what it has found as JSON. No setting and no secret is
read here, and the process has none in its environment.
"""

import json
import os
import resource
import sys
from pathlib import Path

from app.modules.asset.inspection import FileUnfit, inspect_file

MEMORY_BYTES = 1 << 30
OPEN_FILES = 64
NICENESS = 10


def limit_resources(cpu_seconds: int) -> None:
    """Limit this process: CPU time, memory and open files; it may write to no file, and leaves no core."""
    os.nice(NICENESS)
    limits = {
        resource.RLIMIT_CPU: (cpu_seconds, cpu_seconds + 1),
        resource.RLIMIT_AS: (MEMORY_BYTES, MEMORY_BYTES),
        resource.RLIMIT_FSIZE: (0, 0),
        resource.RLIMIT_CORE: (0, 0),
        resource.RLIMIT_NOFILE: (OPEN_FILES, OPEN_FILES),
    }
    if sys.platform == "darwin":
        # macOS refuses a limit of the address space; there the time limits must be enough.
        del limits[resource.RLIMIT_AS]
    for kind, values in limits.items():
        resource.setrlimit(kind, values)


def main() -> None:
    """Inspect the file of the command line; write `{"facts": …}`, or `{"unfit": …}` with a sentence."""
    path, asset_type, content_type, cpu_seconds = sys.argv[1:]
    limit_resources(int(cpu_seconds))
    try:
        report: dict[str, object] = {"facts": inspect_file(Path(path), asset_type, content_type)}
    except FileUnfit as error:
        report = {"unfit": str(error)}
    sys.stdout.write(json.dumps(report))


if __name__ == "__main__":
    main()
