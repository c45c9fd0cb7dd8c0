"""Services of jobs, as parameters of endpoints."""

from typing import Annotated

from fastapi import Depends

from app.core.http import SessionDep
from app.modules.job.service import JobService


async def _jobs(session: SessionDep) -> JobService:
    return JobService(session)


Jobs = Annotated[JobService, Depends(_jobs)]
