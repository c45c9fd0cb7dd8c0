"""The statuses of a job, and the transitions between them, as data."""

from enum import StrEnum

from app.modules.task.state import JobStageName


class JobStatus(StrEnum):
    """The statuses of a job; those in which tasks run are its stages."""

    PENDING = "pending"
    VALIDATING = JobStageName.VALIDATING.value
    QUEUED = "queued"
    PROCESSING = JobStageName.PROCESSING.value
    GENERATING_IMAGES = JobStageName.GENERATING_IMAGES.value
    GENERATING_VIDEO = JobStageName.GENERATING_VIDEO.value
    GENERATING_AUDIO = JobStageName.GENERATING_AUDIO.value
    COMPOSING = JobStageName.COMPOSING.value
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
RETRYABLE = (JobStatus.FAILED, JobStatus.CANCELLED)

WEIGHTS: dict[JobStageName, int] = {
    JobStageName.VALIDATING: 5,
    JobStageName.PROCESSING: 5,
    JobStageName.GENERATING_IMAGES: 30,
    JobStageName.GENERATING_VIDEO: 30,
    JobStageName.GENERATING_AUDIO: 20,
    JobStageName.COMPOSING: 10,
}
"""The share of each stage in the progress of a whole job, in hundredths."""
