"""Services of jobs, as parameters of endpoints."""

from typing import Annotated

from fastapi import Depends

from app.core.http import SessionDep
from app.modules.job.reports import JobReports
from app.modules.job.service import JobService


async def _jobs(session: SessionDep) -> JobService:
    return JobService(session)


async def _reports(session: SessionDep) -> JobReports:
    return JobReports(session)


Jobs = Annotated[JobService, Depends(_jobs)]
Reports = Annotated[JobReports, Depends(_reports)]
