"""How long things take here: everything is a multiple of the lease, which may be as long as in production."""

import os

LEASE = float(os.environ.get("FAULT_LEASE_SECONDS", "2"))
TIMES = {
    "LEASE_SECONDS": str(LEASE),
    "TICK_SECONDS": str(min(1, LEASE / 8)),
    "RING_AGAIN_SECONDS": str(LEASE),
    "BACKOFF_BASE_SECONDS": str(LEASE / 10),
    "BACKOFF_MAX_SECONDS": str(LEASE),
    "JOB_WINDOW": "12",
    "LOG_LEVEL": "WARNING",
}
