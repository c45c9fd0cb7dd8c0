"""The completion of a scene that a writer adds by hand."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from app.story.coverage.scene import cover_scene
from app.story.coverage.story import give_shots
from app.story.draft import draft_single_scene, find_scene_era, inherit_location
from app.story.lexicon import get_lexicon
from app.story.location import describe_place
from app.story.looks import Appearance, choose_look
from app.story.prompts import write_background_prompt, write_character_prompt
from app.story.scene import SceneDraft
from app.story.slug import read_slug, write_slug_line
from app.story.timing import set_seconds
from app.vocabulary.looks import CharacterLook
from app.vocabulary.speech_clock import natural_seconds

_FIELDS = frozenset(field.name for field in fields(SceneDraft))


def complete(
    description: str, given: Mapping[str, object], before: SceneDraft | None, language: str = "en"
) -> SceneDraft:
    """Return a whole scene of a writer's description: what it doesn't say comes from the scene before it.

    Values in `given`, by field name of `SceneDraft`, win over everything derived, and what depends on them
    follows: a heading gives place and time, names give prompts. None counts as not given. The scene has its
    shots, which last as long as is given.
    """
    scene = complete_fields(description, given, before, language)
    covered = give_shots(scene, cover_scene(scene, before, language))
    wanted = given.get("duration_sec")
    return covered if wanted is None else set_seconds(covered, scene.duration_sec, language)


def complete_fields(
    description: str, given: Mapping[str, object], before: SceneDraft | None, language: str = "en"
) -> SceneDraft:
    """Return a scene as `complete` does, without its shots."""
    scene = draft_single_scene(description, before, language)
    wanted: dict[str, Any] = {
        name: value for name, value in given.items() if name in _FIELDS and value is not None
    }
    wanted = {name: tuple(value) if isinstance(value, list) else value for name, value in wanted.items()}
    derived = (
        _derive_place(scene, wanted, language)
        | _derive_people(scene, wanted, before)
        | _derive_narration(scene, wanted, language)
    )
    return replace(scene, **(derived | wanted))


def _derive_place(scene: SceneDraft, wanted: Mapping[str, Any], language: str) -> dict[str, Any]:
    """Derive what a given heading, setting, time, mood or background prompt changes."""
    if not wanted.keys() & {"heading", "setting", "time_of_day", "mood", "background_prompt"}:
        return {}
    location = inherit_location(scene)
    if "heading" in wanted:
        location = read_slug(wanted["heading"], location, get_lexicon(language))
    location = replace(
        location,
        setting=wanted.get("setting", location.setting),
        time_of_day=wanted.get("time_of_day", location.time_of_day),
    )
    mood, heading = wanted.get("mood", scene.mood), wanted.get("heading", "")
    weather = scene.place.weather if scene.place else None
    place = describe_place(location, weather, find_scene_era(scene), scene.description, heading)
    return {
        "heading": write_slug_line(location),
        "setting": location.setting,
        "time_of_day": location.time_of_day,
        "background_prompt": write_background_prompt(location, place, mood),
        "place": None if "background_prompt" in wanted else place,
    }


def _derive_people(scene: SceneDraft, wanted: Mapping[str, Any], before: SceneDraft | None) -> dict[str, Any]:
    """Describe the people of the scene, those whom the scene before shows as they look there."""
    names = wanted.get("characters", scene.characters)
    known = _list_known_looks(scene) | (_list_known_looks(before) if before else {})
    era = find_scene_era(scene)
    looks, prompts = [], []
    for name in names:
        if name in known:
            look, prompt = known[name]
        else:
            look = choose_look(Appearance(name), era)
            prompt = write_character_prompt(name, look)
        looks.append(None if "character_prompts" in wanted else look)
        prompts.append(prompt)
    return {"character_prompts": tuple(prompts), "looks": tuple(looks)}


def _list_known_looks(scene: SceneDraft) -> dict[str, tuple[CharacterLook | None, str]]:
    """Return each character's look and prompt by name."""
    looks = (*scene.looks, *(None,) * len(scene.characters))
    pairs = zip(looks, scene.character_prompts, strict=False)
    return dict(zip(scene.characters, pairs, strict=False))


def _derive_narration(scene: SceneDraft, wanted: Mapping[str, Any], language: str) -> dict[str, Any]:
    """Derive the length of a narration written by hand, and the dialogue that it still speaks."""
    if "narration" not in wanted:
        return {}
    narration = wanted["narration"]
    return {
        "duration_sec": natural_seconds(narration, language),
        "dialogue": tuple(line for line in scene.dialogue if line.line in narration),
    }
