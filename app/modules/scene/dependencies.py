"""Services of scenes, as parameters of endpoints."""

from typing import Annotated

from fastapi import Depends

from app.core.http import SessionDep
from app.modules.scene.service import SceneService


async def _scenes(session: SessionDep) -> SceneService:
    return SceneService(session)


Scenes = Annotated[SceneService, Depends(_scenes)]
