"""The reference for the API: a FastAPI app with the same query and the same hash, and nothing else."""

from typing import Any

from argon2 import PasswordHasher
from fastapi import FastAPI

from app import models  # noqa: F401 - relationships need every table
from app.core.database import reading
from app.modules.auth.repository import AuthRepository
from app.modules.project.models import Project
from app.modules.scene.repository import SceneRepository
from app.modules.scene.schemas import ProjectWithScenes, SceneRead

app = FastAPI()
hasher = PasswordHasher()


@app.get("/projects/{project_id}", response_model=ProjectWithScenes)
def get_project(project_id: int) -> ProjectWithScenes:
    """Read a project with its scenes."""
    with reading() as session:
        project = session.get_one(Project, project_id)
        scenes = [SceneRead.model_validate(scene) for scene in SceneRepository(session).list_of(project_id)]
        names = set(ProjectWithScenes.model_fields) - {"scenes"}
        return ProjectWithScenes(**{name: getattr(project, name) for name in names}, scenes=scenes)


@app.post("/auth/login")
def login(request: dict[str, Any]) -> dict[str, bool]:
    """Check a password."""
    with reading() as session:
        user = AuthRepository(session).get_user_by_email(request["email"])
    return {"ok": hasher.verify(user.password_hash or "" if user else "", request["password"])}
