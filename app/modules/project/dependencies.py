"""Services of projects, as parameters of endpoints."""

from typing import Annotated

from fastapi import Depends

from app.core.http import SessionDep
from app.modules.project.service import ProjectService


async def _projects(session: SessionDep) -> ProjectService:
    return ProjectService(session)


Projects = Annotated[ProjectService, Depends(_projects)]
