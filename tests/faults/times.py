"""The times of these tests, as multiples of the lease, which may be set to that of production."""

import os

LEASE = float(os.environ.get("FAULT_LEASE_SECONDS", "2"))
TIMES = {
    "LEASE_SECONDS": str(LEASE),
    "TICK_SECONDS": str(min(1, LEASE / 8)),
    "REPUBLISH_SECONDS": str(LEASE),
    "BACKOFF_BASE_SECONDS": str(LEASE / 10),
    "BACKOFF_MAX_SECONDS": str(LEASE),
    "JOB_WINDOW": "12",
    "LOG_LEVEL": "WARNING",
}
