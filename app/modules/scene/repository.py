"""The queries of scenes."""

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from app.modules.scene.models import Scene, Shot
from app.modules.scene.stamps import SceneStamp, ShotStamp


class SceneRepository:
    """Finds and keeps the scenes and shots of projects that the caller has checked to be the user's."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def list_of(self, project_id: int) -> list[Scene]:
        return list(
            self.session.scalars(
                select(Scene).where(Scene.project_id == project_id).order_by(Scene.scene_index, Scene.id)
            )
        )

    def count_of(self, project_id: int) -> int:
        statement = select(func.count()).select_from(Scene).where(Scene.project_id == project_id)
        return self.session.scalar(statement) or 0

    def count_shots(self, project_id: int) -> int:
        of_project = select(func.count()).select_from(Shot).join(Scene).where(Scene.project_id == project_id)
        return self.session.scalar(of_project) or 0

    def get_shot(self, shot_id: int, project_id: int) -> Shot | None:
        of_project = select(Shot).join(Scene).where(Scene.project_id == project_id, Shot.id == shot_id)
        return self.session.scalar(of_project)

    def list_scene_stamps(self, project_id: int) -> list[SceneStamp]:
        """Return the stamps of a project's scenes, in order."""
        statement = select(Scene.id, Scene.updated_at).where(Scene.project_id == project_id)
        return [
            SceneStamp(*row) for row in self.session.execute(statement.order_by(Scene.scene_index, Scene.id))
        ]

    def list_shot_stamps(self, project_id: int) -> list[ShotStamp]:
        """Return the stamps of all shots of a project."""
        columns = select(Shot.id, Shot.scene_id, Shot.still_key, Shot.updated_at)
        of_project = columns.join(Scene).where(Scene.project_id == project_id)
        return [ShotStamp(*row) for row in self.session.execute(of_project)]

    def get(self, scene_id: int, project_id: int) -> Scene | None:
        return self.session.scalar(select(Scene).where(Scene.id == scene_id, Scene.project_id == project_id))

    def get_locked(self, scene_id: int) -> Scene | None:
        """Return a scene, read anew with its row locked until the transaction ends."""
        return self.session.scalar(
            select(Scene)
            .where(Scene.id == scene_id)
            .with_for_update()
            .execution_options(populate_existing=True)
        )

    def list_locked(self, project_id: int) -> list[Scene]:
        """Return a project's scenes, read anew with their rows locked until the transaction ends."""
        return list(
            self.session.scalars(
                select(Scene)
                .where(Scene.project_id == project_id)
                .order_by(Scene.scene_index, Scene.id)
                .with_for_update()
                .execution_options(populate_existing=True)
            )
        )

    def list_dialogues(self, project_id: int) -> list[list[dict[str, str]]]:
        return list(self.session.scalars(select(Scene.dialogue).where(Scene.project_id == project_id)))

    def get_at(self, project_id: int, index: int) -> Scene | None:
        return self.session.scalar(
            select(Scene).where(Scene.project_id == project_id, Scene.scene_index == index).limit(1)
        )

    def add(self, scene: Scene) -> Scene:
        self.session.add(scene)
        self.session.flush()
        return scene

    def add_all(self, scenes: list[Scene]) -> None:
        self.session.add_all(scenes)
        self.session.flush()

    def shift(self, project_id: int, start: int, by: int) -> None:
        """Move the scenes from an index on up or down."""
        self.session.execute(
            update(Scene)
            .where(Scene.project_id == project_id, Scene.scene_index >= start)
            .values(scene_index=Scene.scene_index + by)
        )

    def delete(self, scene: Scene) -> None:
        self.session.delete(scene)
        self.session.flush()

    def delete_of(self, project_id: int) -> None:
        self.session.execute(delete(Scene).where(Scene.project_id == project_id))
