"""The errors of jobs."""

from app.core.errors import Conflict, Forbidden, Invalid, NotFound
from app.core.throttle import TooManyRequests


class JobNotFound(NotFound):
    code, title = "job.not_found", "Job not found"
    detail = "There is no such job."


class JobActive(Conflict):
    code, title = "job.active_exists", "Job active"
    detail = "The project has an active job already; wait for it or cancel it."


class InvalidJobTransition(Conflict):
    code, title = "job.invalid_transition", "Invalid transition"

    def __init__(self, current: str, wanted: str, allowed: tuple[str, ...]) -> None:
        super().__init__(
            f"Invalid state transition from {current} to {wanted}", allowed=[str(word) for word in allowed]
        )


class JobNotCompleted(Conflict):
    code, title = "job.not_completed", "Job not completed"
    detail = "The film is not finished yet."


class FilmMissing(Conflict):
    code, title = "job.film_missing", "Film missing"
    detail = "A job is completed only with a ready asset of type “film”; upload it first."


class TooManyStreams(TooManyRequests):
    code, title = "job.too_many_streams", "Too many streams"
    detail = "You follow too many event streams at once; close another one first."


class OnlyAdminsMoveJobs(Forbidden):
    code, title = "job.only_cancel", "Only cancelling is allowed"
    detail = "You may only cancel a job; other statuses are set by workers."


class ConfigNotOffered(Invalid):
    code, title = "job.config_not_offered", "Configuration not offered"


class StoryUnreadable(Invalid):
    code, title = "story.invalid", "Story unreadable"
