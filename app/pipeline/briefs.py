"""Scenes as image providers read them, and their characters as portraits are planned."""

from dataclasses import replace

from app.film.brief import ShotBrief
from app.modules.character.appearance import find_carried, get_appearance
from app.modules.character.cast import Cast
from app.modules.scene.drafts import draft_of
from app.modules.scene.members import Member, list_members
from app.modules.scene.models import Scene
from app.pipeline.graph import CastMember
from app.story.shot import name_shot
from app.vocabulary.staging import Figure
from app.vocabulary.staging_reader import read_staging


def make_brief(scene: Scene) -> ShotBrief:
    """Return a scene as image providers read it."""
    draft = draft_of(scene)
    return ShotBrief(
        number=name_shot(scene.scene_index, 0),
        heading=scene.heading,
        description=scene.description,
        characters=tuple(scene.characters),
        character_prompts=tuple(scene.character_prompts),
        background_prompt=scene.background_prompt,
        setting=scene.setting,
        time_of_day=scene.time_of_day,
        mood=scene.mood,
        shot_type=scene.shot_type,
        camera_move=scene.camera_move,
        looks=draft.looks,
        place=draft.place,
        staging=draft.staging,
    )


def let_carry(brief: ShotBrief, cast: Cast) -> ShotBrief:
    """Return a brief whose first character holds what it always carries, unless the scene says otherwise."""
    character = cast.find(brief.characters[0]) if brief.characters else None
    carried = find_carried(get_appearance(character)) if character else None
    staging = read_staging(brief.description) if brief.staging is None else brief.staging
    if character is None or carried is None:
        return brief
    figure = staging.find(character.name, is_first=True) or Figure(character.name)
    if figure.held_prop is not None:
        return brief
    others = tuple(one for one in staging.figures if one.name != figure.name)
    figures = (replace(figure, held_prop=carried), *others)
    return replace(brief, staging=replace(staging, figures=figures))


def list_cast(scene: Scene, cast: Cast) -> tuple[CastMember, ...]:
    """Return those of a scene's characters that have a prompt."""
    return tuple(_plan_member(member, cast) for member in list_members(scene) if member.prompt)


def _plan_member(member: Member, cast: Cast) -> CastMember:
    character = cast.find(member.name)
    is_alike = character is not None and member.follows(character.prompt)
    return CastMember(member.name, member.prompt, character.id if character and is_alike else None)
