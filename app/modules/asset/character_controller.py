"""The routes of a project's characters; they are here because references are assets."""

from typing import Annotated

from fastapi import APIRouter, Depends, Response

from app.core.http import SessionDep, answer_headers
from app.core.problems import problems
from app.core.schemas import Id
from app.modules.asset.cast import CastEditor
from app.modules.auth.dependencies import CurrentUser
from app.modules.character.schemas import CharacterCreate, CharacterMerge, CharacterRead, CharacterUpdate

router = APIRouter(prefix="/projects/{project_id:id}/characters", tags=["characters"])


async def _cast_editor(session: SessionDep) -> CastEditor:
    return CastEditor(session)


Editor = Annotated[CastEditor, Depends(_cast_editor)]


@router.get("", operation_id="list_characters", responses=problems(401, 404, 422))
def list_characters(project_id: Id, user: CurrentUser, editor: Editor) -> list[CharacterRead]:
    """List the cast in the order of importance."""
    return editor.cast.list_owned(project_id, user)


@router.post(
    "",
    status_code=201,
    operation_id="create_character",
    responses=answer_headers(201, "Location") | problems(401, 403, 404, 409, 422),
)
def create_character(
    project_id: Id, request: CharacterCreate, user: CurrentUser, editor: Editor, response: Response
) -> CharacterRead:
    """Add a character; only its name is required, the rest is derived."""
    character = editor.create(project_id, request, user)
    response.headers["Location"] = f"/api/v1/projects/{project_id}/characters/{character.id}"
    return character


@router.get("/{character_id:id}", operation_id="get_character", responses=problems(401, 404, 422))
def get_character(project_id: Id, character_id: Id, user: CurrentUser, editor: Editor) -> CharacterRead:
    """Read a character."""
    return editor.cast.get(project_id, character_id, user)


@router.patch(
    "/{character_id:id}", operation_id="update_character", responses=problems(401, 403, 404, 409, 422)
)
def update_character(
    project_id: Id, character_id: Id, request: CharacterUpdate, user: CurrentUser, editor: Editor
) -> CharacterRead:
    """Change any of a character's fields, on all scenes that do not show it otherwise.

    A character that was edited stays as it is when the story is segmented again.
    """
    return editor.update(project_id, character_id, request, user)


@router.delete(
    "/{character_id:id}",
    status_code=204,
    operation_id="delete_character",
    responses=problems(401, 403, 404, 409, 422),
)
def delete_character(project_id: Id, character_id: Id, user: CurrentUser, editor: Editor) -> None:
    """Delete a character, who leaves all scenes and isn't found in the story again."""
    editor.delete(project_id, character_id, user)


@router.post(
    "/{character_id:id}/merge",
    operation_id="merge_character",
    responses=problems(401, 403, 404, 409, 422),
)
def merge_character(
    project_id: Id, character_id: Id, request: CharacterMerge, user: CurrentUser, editor: Editor
) -> CharacterRead:
    """Merge a character into another one, who gets its names, lines and scenes and is returned."""
    return editor.merge(project_id, character_id, request.into, user)
