"""Services of jobs, as parameters of endpoints."""

from typing import Annotated

from fastapi import Depends, Request

from app.core.http import SessionDep
from app.modules.job.estimate import Estimator, JobCostCheck
from app.modules.job.project_lifecycle import ProjectLifecycle
from app.modules.job.reports import JobReports
from app.modules.job.service import JobService


async def _jobs(session: SessionDep) -> JobService:
    return JobService(session)


async def _reports(session: SessionDep) -> JobReports:
    return JobReports(session)


async def _lifecycle(session: SessionDep) -> ProjectLifecycle:
    return ProjectLifecycle(session)


async def _estimator(request: Request) -> Estimator:
    # The pipeline is above this module, so the application injects its estimator.
    estimator: Estimator = request.app.state.estimate_job
    return estimator


EstimatorDep = Annotated[Estimator, Depends(_estimator)]


async def _cost_check(estimator: EstimatorDep) -> JobCostCheck:
    return JobCostCheck(estimator)


Jobs = Annotated[JobService, Depends(_jobs)]
Reports = Annotated[JobReports, Depends(_reports)]
Lifecycle = Annotated[ProjectLifecycle, Depends(_lifecycle)]
CostCheck = Annotated[JobCostCheck, Depends(_cost_check)]
