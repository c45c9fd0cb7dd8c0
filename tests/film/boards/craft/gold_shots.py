"""The shots of the gold stories, as the story reader makes them and as they are to be drawn."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.film.boards.composition import compose
from app.film.boards.layers import Painting
from app.film.brief import Look, ShotBrief
from app.story.scene import SceneDraft
from app.story.segmentation import cut
from app.story.shot import ShotDraft, name_shot
from tests.story.gold.gold import GoldText, load_folder


@dataclass(frozen=True, slots=True)
class GoldShot:
    """A shot of a gold story, with the brief that it is drawn by."""

    story: str
    shot: ShotDraft
    brief: ShotBrief

    @property
    def name(self) -> str:
        """The story and the number of the shot: "heist 3B"."""
        return f"{self.story} {self.brief.number}"

    def draw(self, look: Look) -> Painting:
        """Return the shot's display list."""
        return compose(self.brief, look)


def load_shots() -> list[GoldShot]:
    """Return every shot of every gold story, in the order of the stories' names."""
    return [shot for text in load_folder() for shot in list_shots(text)]


def list_shots(text: GoldText) -> Iterator[GoldShot]:
    """Yield the shots of a story in their order."""
    for place, scene in enumerate(cut(text.text, text.story_format, text.language)):
        for at, shot in enumerate(scene.shots):
            yield GoldShot(text.name, shot, _make_brief(name_shot(place, at), scene, shot))


def _make_brief(number: str, scene: SceneDraft, shot: ShotDraft) -> ShotBrief:
    looks = dict(zip(scene.characters, scene.looks, strict=False))
    prompts = dict(zip(scene.characters, scene.character_prompts, strict=False))
    brief = ShotBrief(number, scene.heading, shot.prompt or shot.action or shot.text)
    return replace(
        brief,
        characters=shot.characters,
        character_prompts=tuple(prompts.get(name, "") for name in shot.characters),
        background_prompt=scene.background_prompt,
        setting=scene.setting,
        time_of_day=scene.time_of_day,
        mood=scene.mood,
        shot_type=shot.shot_type,
        camera_move=shot.camera_move,
        angle=shot.angle,
        props=shot.props,
        looks=tuple(looks.get(name) for name in shot.characters),
        place=scene.place,
        staging=shot.staging,
    )
