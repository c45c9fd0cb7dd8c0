"""The statuses of a project, and the changes between them that its owner may make."""

from enum import StrEnum


class ProjectStatus(StrEnum):
    """The statuses of a project; `segmenting` and `generating` are set by the application only."""

    DRAFT = "draft"
    SEGMENTING = "segmenting"
    SEGMENTED = "segmented"
    GENERATING = "generating"
    COMPLETED = "completed"
    FAILED = "failed"


OWNER_MOVES: dict[str, tuple[ProjectStatus, ...]] = {
    ProjectStatus.DRAFT: (ProjectStatus.SEGMENTED,),
    ProjectStatus.SEGMENTED: (ProjectStatus.DRAFT, ProjectStatus.COMPLETED),
    ProjectStatus.COMPLETED: (ProjectStatus.SEGMENTED,),
    ProjectStatus.FAILED: (ProjectStatus.DRAFT, ProjectStatus.SEGMENTED),
    ProjectStatus.SEGMENTING: (),
    ProjectStatus.GENERATING: (),
}
