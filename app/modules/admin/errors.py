"""The errors of administration."""

from app.core.errors import Conflict, NotFound


class UserNotFound(NotFound):
    code = "user.not_found"
    detail = "There is no such user."


class LastAdmin(Conflict):
    code, title = "admin.last_admin", "Last admin"
    detail = "This is the last admin; make another user an admin first."


class JobEnded(Conflict):
    code, title = "job.over", "Job over"
    detail = "The job has ended; start a new one by retrying it."
