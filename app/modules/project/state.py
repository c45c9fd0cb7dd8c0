"""What a project can be, and what its owner may make of it."""

from enum import StrEnum


class ProjectStatus(StrEnum):
    """Where a project stands; `segmenting` and `generating` are the system's."""

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
