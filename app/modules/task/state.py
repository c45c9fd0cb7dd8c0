"""The statuses of a task, and the stages of the pipeline, each with its queue and its job stage."""

from enum import StrEnum

from app.core.tasks import declare_queues


class TaskStatus(StrEnum):
    """The statuses of a task."""

    WAITING = "waiting"
    READY = "ready"
    RUNNING = "running"
    POLLING = "polling"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


class RenderStatus(StrEnum):
    """The statuses of a drawing outside a job, as clients see them."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


RENDER_STATUSES = {
    TaskStatus.WAITING: RenderStatus.QUEUED,
    TaskStatus.READY: RenderStatus.QUEUED,
    TaskStatus.RUNNING: RenderStatus.RUNNING,
    TaskStatus.POLLING: RenderStatus.RUNNING,
    TaskStatus.DONE: RenderStatus.DONE,
    TaskStatus.FAILED: RenderStatus.FAILED,
    TaskStatus.CANCELLED: RenderStatus.FAILED,
}
OPEN = (TaskStatus.WAITING, TaskStatus.READY, TaskStatus.RUNNING, TaskStatus.POLLING)
CLAIMABLE = (TaskStatus.READY, TaskStatus.POLLING)


class Queue(StrEnum):
    """The queues of the pipeline; any worker may serve any of them."""

    SEGMENTATION = "segmentation"
    IMAGES = "images"
    VIDEO = "video"
    AUDIO = "audio"
    COMPOSE = "compose"


declare_queues(*Queue)


class JobStageName(StrEnum):
    """The statuses of a job in which tasks run, in order."""

    VALIDATING = "validating"
    PROCESSING = "processing"
    GENERATING_IMAGES = "generating_images"
    GENERATING_VIDEO = "generating_video"
    GENERATING_AUDIO = "generating_audio"
    COMPOSING = "composing"


class StageName(StrEnum):
    """The stages of the pipeline, each with its queue and the job stage in which its tasks are counted."""

    MODERATE = "moderate"
    SEGMENT = "segment"
    PLAN = "plan"
    PORTRAIT = "portrait"
    DRAW = "draw"
    NARRATE = "narrate"
    SOUND = "sound"
    ANIMATE = "animate"
    CARD = "card"
    COMPOSE = "compose"

    @property
    def queue(self) -> Queue:
        """The queue of the stage's tasks."""
        return _QUEUES_AND_JOB_STAGES[self][0]

    @property
    def job_stage(self) -> JobStageName:
        """The job stage in which the stage's tasks are counted."""
        return _QUEUES_AND_JOB_STAGES[self][1]


_QUEUES_AND_JOB_STAGES = {
    StageName.MODERATE: (Queue.SEGMENTATION, JobStageName.VALIDATING),
    StageName.SEGMENT: (Queue.SEGMENTATION, JobStageName.PROCESSING),
    StageName.PLAN: (Queue.SEGMENTATION, JobStageName.PROCESSING),
    StageName.PORTRAIT: (Queue.IMAGES, JobStageName.GENERATING_IMAGES),
    StageName.DRAW: (Queue.IMAGES, JobStageName.GENERATING_IMAGES),
    StageName.NARRATE: (Queue.AUDIO, JobStageName.GENERATING_AUDIO),
    StageName.SOUND: (Queue.AUDIO, JobStageName.GENERATING_AUDIO),
    StageName.ANIMATE: (Queue.VIDEO, JobStageName.GENERATING_VIDEO),
    StageName.CARD: (Queue.VIDEO, JobStageName.GENERATING_VIDEO),
    StageName.COMPOSE: (Queue.COMPOSE, JobStageName.COMPOSING),
}
