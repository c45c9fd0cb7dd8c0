"""Leftovers: temporary folders and files of processes of this machine that were killed."""

import structlog

from app.core.work_folders import remove_abandoned_folders
from app.providers.registry import storage
from app.providers.storage.local import LocalStorage

log = structlog.get_logger()


def remove_leftovers() -> int:
    """Remove what killed processes have left, and nothing in use; return how many were removed."""
    store = storage()
    try:
        drafts = store.remove_abandoned_drafts() if isinstance(store, LocalStorage) else 0
        return drafts + remove_abandoned_folders()
    except OSError as error:
        log.warning("leftovers.unreadable", reason=type(error).__name__)
        return 0
