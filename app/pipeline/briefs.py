"""Shots as image providers read them, and their characters as portraits are planned."""

from collections.abc import Iterable
from dataclasses import replace

from app.film.brief import ShotBrief
from app.modules.character.appearance import find_carried, get_appearance
from app.modules.character.cast import Cast
from app.modules.scene.drafts import LOOKS, draft_of_shot, looks_of, place_of
from app.modules.scene.members import Member, list_members, member_of
from app.modules.scene.models import Scene, Shot
from app.pipeline.film_plan import CastMember
from app.story.shot import name_shot
from app.vocabulary.looks import CharacterLook
from app.vocabulary.staging import Figure, Staging
from app.vocabulary.staging_reader import read_staging


def make_brief(scene: Scene, shot: Shot, cast: Cast) -> ShotBrief:
    """Return a shot as image providers read it.

    A prompt that a person has written for the shot overrules its staging and the scene's place.
    """
    draft = draft_of_shot(shot)
    names, prompts, looks = _describe_characters(scene, shot, cast)
    brief = ShotBrief(
        number=name_shot(scene.scene_index, shot.shot_index),
        heading=scene.heading,
        description=draft.prompt or draft.action or _get_words(scene, shot),
        characters=names,
        character_prompts=prompts,
        background_prompt=draft.prompt or scene.background_prompt,
        setting=scene.setting,
        time_of_day=scene.time_of_day,
        mood=scene.mood,
        shot_type=draft.shot_type,
        camera_move=draft.camera_move,
        angle=draft.angle,
        props=draft.props,
        looks=looks,
        place=None if draft.prompt else place_of(scene),
        staging=None if draft.prompt else draft.staging,
    )
    return _let_carry(brief, cast)


def list_cast(scene: Scene, shot: Shot, cast: Cast) -> tuple[CastMember, ...]:
    """Return those of a shot's characters that have a prompt."""
    members = _list_shown(shot.characters, scene, cast)
    return tuple(_plan_member(member, cast) for member in members if member.prompt)


def _get_words(scene: Scene, shot: Shot) -> str:
    """Return the words that describe a shot without an action: those told in it, or those of the scene."""
    return shot.text if len(scene.shots) > 1 else scene.description


def _describe_characters(
    scene: Scene, shot: Shot, cast: Cast
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[CharacterLook | None, ...]]:
    """Return names, prompts and looks of those in frame; a shot of all of them has those of its scene."""
    if shot.characters == scene.characters:
        return tuple(scene.characters), tuple(scene.character_prompts), looks_of(scene)
    members = list(_list_shown(shot.characters, scene, cast))
    return (
        tuple(member.name for member in members),
        tuple(member.prompt for member in members),
        LOOKS.validate_python([member.look for member in members]),
    )


def _list_shown(names: Iterable[str], scene: Scene, cast: Cast) -> Iterable[Member]:
    """Yield characters as their scene shows them, or as all scenes do where theirs does not know them."""
    known = list_members(scene)
    for name in names:
        member = next((one for one in known if one.is_called(name)), None)
        character = cast.find(name)
        yield member or (member_of(character) if character else Member(name, ""))


def _let_carry(brief: ShotBrief, cast: Cast) -> ShotBrief:
    """Return a brief whose first character holds what it always carries, unless the shot says otherwise."""
    character = cast.find(brief.characters[0]) if brief.characters else None
    carried = find_carried(get_appearance(character)) if character else None
    staging = read_staging(brief.description) if brief.staging is None else brief.staging
    if character is None or carried is None:
        return brief
    figure = staging.find(character.name, is_first=True) or Figure(character.name)
    if figure.held_prop is not None:
        return brief
    return replace(brief, staging=_put_first(replace(figure, held_prop=carried), staging))


def _put_first(figure: Figure, staging: Staging) -> Staging:
    others = tuple(one for one in staging.figures if one.name not in {figure.name, ""})
    return replace(staging, figures=(figure, *others))


def _plan_member(member: Member, cast: Cast) -> CastMember:
    character = cast.find(member.name)
    is_alike = character is not None and member.follows(character.prompt)
    return CastMember(member.name, member.prompt, character.id if character and is_alike else None)
