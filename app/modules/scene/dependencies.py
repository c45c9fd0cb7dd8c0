"""Services of scenes and shots, as parameters of endpoints."""

from typing import Annotated

from fastapi import Depends

from app.core.http import SessionDep
from app.modules.scene.service import SceneService
from app.modules.scene.shot_service import ShotService


async def _scenes(session: SessionDep) -> SceneService:
    return SceneService(session)


Scenes = Annotated[SceneService, Depends(_scenes)]


async def _shots(session: SessionDep) -> ShotService:
    return ShotService(session)


Shots = Annotated[ShotService, Depends(_shots)]
