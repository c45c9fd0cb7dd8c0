"""Characters that their owner adds, changes and renames."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.modules.scene.drafts import draft_of
from app.modules.scene.models import Scene
from app.vocabulary.species import Species
from tests.modules.character.casts import Cast


def read_scene(session: Session, index: int = 0) -> Scene:
    """Return a scene as it is stored."""
    session.expire_all()
    return session.scalars(select(Scene).where(Scene.scene_index == index)).one()


def test_a_character_by_hand_needs_only_its_name(cast: Cast) -> None:
    answer = cast.api.post(cast.path, json={"name": "  Old Queen Rosa "})

    made = answer.json()
    assert (answer.status_code, made["name"], made["is_edited"], made["lines"]) == (
        201,
        "Old Queen Rosa",
        True,
        0,
    )
    assert (made["age"], made["gender"], made["role"]) == ("old", "female", "queen")
    assert made["prompt"].startswith("Old Queen Rosa: an old woman")
    assert answer.headers["location"] == f"/api/v1{cast.path}/{made['id']}"
    assert cast.names[-1] == "Old Queen Rosa"


def test_a_character_is_read_by_its_id(cast: Cast) -> None:
    assert cast.api.get(cast.place("Mara")).json() == cast.get("Mara")


def test_a_new_look_is_shown_on_all_scenes_in_words_and_as_data(cast: Cast, session: Session) -> None:
    changed = cast.change("Mara", look={"clothes": "coat", "clothes_colour": "yellow"}).json()

    assert changed["is_edited"]
    assert "wearing yellow coat" in changed["prompt"]
    assert set(cast.prompts("Mara")) == {changed["prompt"]}
    look = draft_of(read_scene(session)).looks[0]
    assert look is not None
    assert (look.clothes, look.clothes_colour) == ("coat", "yellow")


def test_a_part_of_a_look_leaves_the_rest(cast: Cast) -> None:
    before = cast.get("Mara")["look"]

    after = cast.change("Mara", look={"hair_colour": "red", "headwear": None}).json()["look"]

    assert after == before | {"hair_colour": "red", "headwear": None}


def test_words_outside_the_vocabulary_are_stored_and_drawn_as_what_they_mean(
    cast: Cast, session: Session
) -> None:
    words = {
        "clothes": "sky-blue raincoat",
        "clothes_colour": "",
        "headwear": "top hat",
        "build": "very plump",
    }

    changed = cast.change("Mara", look=words).json()

    look = draft_of(read_scene(session)).looks[0]
    assert changed["look"]["clothes"] == "sky-blue raincoat"
    assert look is not None
    assert (look.clothes, look.clothes_colour, look.headwear, look.build) == (
        "coat",
        "blue",
        "top_hat",
        "stout",
    )


def test_a_species_makes_an_animal_and_another_kind_ends_it(cast: Cast, session: Session) -> None:
    fox = cast.change("Mara", species="fox").json()
    looks = draft_of(read_scene(session)).looks
    person = cast.change("Mara", kind="person").json()

    assert (fox["kind"], fox["species"], looks[0] and looks[0].species) == ("animal", "fox", Species.FOX)
    assert (person["kind"], person["species"]) == ("person", None)


def test_a_written_prompt_overrules_the_look_until_it_is_emptied(cast: Cast, session: Session) -> None:
    written = cast.change("Mara", prompt="a green dragon").json()
    looks = draft_of(read_scene(session)).looks
    still = cast.change("Mara", look={"hair": "long"}).json()
    derived = cast.change("Mara", prompt="").json()

    assert (written["prompt"], looks[0], still["prompt"]) == ("a green dragon", None, "a green dragon")
    assert derived["prompt"].startswith("Mara: a")
    assert "long" in derived["prompt"]
    assert set(cast.prompts("Mara")) == {derived["prompt"]}


def test_empty_words_are_derived_from_the_name_and_the_prompt(cast: Cast) -> None:
    cast.change("Mara", prompt="an old woman", age="child", gender="male")

    derived = cast.change("Mara", age="", gender="", kind="").json()

    assert (derived["age"], derived["gender"], derived["kind"]) == ("old", "female", "person")


def test_a_rename_reaches_scenes_lines_and_prompts(cast: Cast) -> None:
    before = cast.get("Mara")

    after = cast.change("Mara", name="Nora").json()

    assert (after["aliases"], after["lines"]) == (["Mara"], before["lines"])
    assert after["prompt"] == before["prompt"].replace("Mara", "Nora")
    assert set(cast.prompts("Nora")) == {after["prompt"]}
    assert not [scene for scene in cast.scenes() if "Mara" in scene["characters"]]
    speakers = {line["character"] for scene in cast.scenes() for line in scene["dialogue"]}
    assert "Nora" in speakers
    assert "Mara" not in speakers


def test_a_look_of_one_scene_stays_when_its_character_changes(cast: Cast) -> None:
    cast.change_scene(0, character_prompts=["Mara in a wedding dress"])

    changed = cast.change("Mara", name="Nora", look={"hair": "long"}).json()

    assert cast.prompts("Nora") == [
        "Nora in a wedding dress",
        *[changed["prompt"]] * (len(cast.prompts("Nora")) - 1),
    ]


def test_beats_follow_the_names_of_the_cast(cast: Cast, session: Session) -> None:
    beat = {"start": 0, "end": 4, "verb": "find", "agents": ["Mara"], "patients": ["lantern", "Tom"]}
    for shot in read_scene(session).shots:
        shot.beats = [beat] if shot.shot_index == 0 else []
    session.commit()

    cast.change("Mara", name="Nora")
    cast.delete("Tom")

    (stored,) = draft_of(read_scene(session)).beats
    assert (stored.agents, stored.patients) == (("Nora",), ("lantern",))


def test_a_new_description_is_read_for_its_beats(cast: Cast, session: Session) -> None:
    before = draft_of(read_scene(session)).beats

    cast.change_scene(0, mood="joyful")
    kept = draft_of(read_scene(session)).beats
    cast.change_scene(0, description="Mara climbed a tree.")

    assert kept == before
    assert [beat.verb for beat in draft_of(read_scene(session)).beats] == ["climb"]


def test_a_scene_without_the_character_stays_as_it_is(cast: Cast, session: Session) -> None:
    scene = read_scene(session, 2)
    scene.characters, scene.character_prompts, scene.looks = ["Tom", "Otto"], [], None
    session.commit()

    cast.change("Mara", name="Nora")

    after = read_scene(session, 2)
    assert (after.characters, after.character_prompts, after.looks) == (["Tom", "Otto"], [], None)


def test_a_voice_of_the_options_is_accepted(cast: Cast) -> None:
    voice = cast.api.get("/jobs/options").json()["voices"][0]["id"]

    assert cast.change("Mara", voice=voice).json()["voice"] == voice
    assert cast.change("Mara", voice=None).json()["voice"] is None


def test_a_change_of_nothing_changes_nothing(cast: Cast) -> None:
    before = cast.get("Mara")

    assert cast.change("Mara").json() | {"updated_at": 0} == before | {"updated_at": 0}
