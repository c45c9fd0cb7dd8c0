"""The errors of projects."""

from app.core.errors import Conflict, NotFound


class ProjectNotFound(NotFound):
    code, title = "project.not_found", "Project not found"
    detail = "There is no such project."


class ProjectBusy(Conflict):
    code, title = "project.busy", "Project busy"
    detail = "The project is being worked on; wait until that is done, or cancel its job."
    retryable = True


class InvalidProjectTransition(Conflict):
    code, title = "project.invalid_transition", "Invalid transition"
