"""What a job can be, and what may follow what: plain data."""

from enum import StrEnum


class JobStatus(StrEnum):
    """Where a job stands."""

    PENDING = "pending"
    VALIDATING = "validating"
    QUEUED = "queued"
    PROCESSING = "processing"
    GENERATING_IMAGES = "generating_images"
    GENERATING_VIDEO = "generating_video"
    GENERATING_AUDIO = "generating_audio"
    COMPOSING = "composing"
    COMPLETED = "completed"
    FAILED = "failed"
    CANCELLED = "cancelled"


_ENDS = (JobStatus.FAILED, JobStatus.CANCELLED)
TRANSITIONS: dict[str, tuple[JobStatus, ...]] = {
    JobStatus.PENDING: (JobStatus.VALIDATING, *_ENDS),
    JobStatus.VALIDATING: (JobStatus.QUEUED, *_ENDS),
    JobStatus.QUEUED: (JobStatus.PROCESSING, *_ENDS),
    JobStatus.PROCESSING: (JobStatus.GENERATING_IMAGES, *_ENDS),
    JobStatus.GENERATING_IMAGES: (JobStatus.GENERATING_VIDEO, *_ENDS),
    JobStatus.GENERATING_VIDEO: (JobStatus.GENERATING_AUDIO, JobStatus.COMPOSING, *_ENDS),
    JobStatus.GENERATING_AUDIO: (JobStatus.COMPOSING, *_ENDS),
    JobStatus.COMPOSING: (JobStatus.COMPLETED, *_ENDS),
    JobStatus.COMPLETED: (),
    JobStatus.FAILED: (),
    JobStatus.CANCELLED: (),
}
TERMINAL = (JobStatus.COMPLETED, JobStatus.FAILED, JobStatus.CANCELLED)
ACTIVE = tuple(status for status in JobStatus if status not in TERMINAL)
ADMITTED = (
    JobStatus.PROCESSING,
    JobStatus.GENERATING_IMAGES,
    JobStatus.GENERATING_VIDEO,
    JobStatus.GENERATING_AUDIO,
    JobStatus.COMPOSING,
)

STAGES = (
    JobStatus.VALIDATING,
    JobStatus.PROCESSING,
    JobStatus.GENERATING_IMAGES,
    JobStatus.GENERATING_VIDEO,
    JobStatus.GENERATING_AUDIO,
    JobStatus.COMPOSING,
)
"""The statuses in which something is made, in order."""

WEIGHTS: dict[str, int] = {
    JobStatus.VALIDATING: 5,
    JobStatus.PROCESSING: 5,
    JobStatus.GENERATING_IMAGES: 30,
    JobStatus.GENERATING_VIDEO: 30,
    JobStatus.GENERATING_AUDIO: 15,
    JobStatus.COMPOSING: 15,
}
"""How much of the whole work each stage is, in hundredths."""
