"""Cards of a film: planned as clips of their own, made once, shown between the scenes and never spoken."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import av
import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select

from app.core.database import reading
from app.film.cards.card import Card, CardKind
from app.film.scene_timing import SceneLength
from app.modules.asset.models import Artifact
from app.modules.task.models import Task
from app.pipeline.film_form import FormRequest, add_acts, plan_cards
from app.pipeline.film_plan import ClipParams, PlannedCard, PlannedScene, PlannedShot, SceneSource
from app.pipeline.graph import Node, plan_nodes
from app.providers.registry import storage
from app.story import segmentation
from app.story.scene import SceneDraft
from tests.outbox import Outbox
from tests.pipeline.films import create_project, run_to_end, start_job

TALE = "Chapter 1\n\nMara stood on the shore at dawn.\n\nChapter 2\n\nAt night she ran into the forest."
FORM = FormRequest("Lantern", "de", 24, has_cards=True, has_fades=True)


def make_scene(number: int) -> PlannedScene:
    shots = tuple(
        PlannedShot(10 * number + at, 10 * number + at, f"{number}.{at}", "static") for at in (1, 2)
    )
    return PlannedScene(number, "Two words.", shots, SceneLength((1, 1), (None, None), 96), dissolves=True)


def list_nodes(scenes: list[PlannedScene]) -> dict[str, Node]:
    return {node.name: node for node in plan_nodes(scenes, has_audio=True)}


def draft_scenes(count: int, seconds: float) -> list[SceneDraft]:
    draft = segmentation.cut("Mara stood on the shore at dawn.")[0]
    places = ("BEACH", "CITY STREET", "KITCHEN")
    return [
        replace(draft, heading=f"EXT. {places[number % 3]} - DAY", duration_sec=seconds)
        for number in range(count)
    ]


def read_artifact(job_id: int, stage: str) -> Artifact:
    with reading() as session:
        made = select(Artifact).join(Task, Task.artifact_id == Artifact.id)
        return session.scalars(made.where(Task.job_id == job_id, Task.stage == stage).limit(1)).one()


def fetch_film(job: dict[str, Any], folder: Path) -> Path:
    film = folder / "film.mp4"
    storage().fetch(read_artifact(job["id"], "compose").storage_key, film)
    return film


def count(job: dict[str, Any], stage: str) -> tuple[int, int]:
    return next((one["total"], one["cached"]) for one in job["stages"] if one["stage"] == stage)


def test_a_film_has_cards_that_delay_what_follows_and_are_made_once(
    ada_api: TestClient, outbox: Outbox, tmp_path: Path
) -> None:
    project, config = create_project(ada_api, TALE), {"subtitles": "soft", "music": "none", "ambience": False}

    job = run_to_end(ada_api, outbox, start_job(ada_api, project, **config)["id"])
    bare = run_to_end(ada_api, outbox, start_job(ada_api, project, **config, titles=False)["id"])
    again = run_to_end(ada_api, outbox, start_job(ada_api, project, **config, title="Other")["id"])

    assert {job["status"], bare["status"], again["status"]} == {"completed"}
    assert job["film"]["duration_sec"] == pytest.approx(bare["film"]["duration_sec"] + 3 + 2 * 2.5 + 3.5)
    shots = count(bare, "generating_video")[0]
    assert count(job, "generating_video") == (shots + 4, 0)
    assert count(again, "generating_video") == (shots + 4, shots + 3)
    form, bare_form = (read_artifact(one["id"], "compose").meta["quality"]["form"] for one in (job, bare))
    assert form == {"has_title_card": True, "has_end_card": True, "chapters": 2}
    assert bare_form == {"has_title_card": False, "has_end_card": False, "chapters": 2}
    with av.open(fetch_film(job, tmp_path)) as film:
        chapters = [
            (one["metadata"]["title"], one["start"] * (one["time_base"] or 0)) for one in film.chapters()
        ]
        cues = [packet for packet in film.demux(subtitles=0) if packet.size > 2]
    first = next(float(packet.pts * packet.time_base) for packet in cues if packet.pts is not None)
    assert first > 3 + 2.5
    scene = ada_api.get(f"/projects/{project}/scenes").json()[0]
    assert [title for title, _ in chapters] == ["Chapter 1", "Chapter 2"]
    assert chapters[0][1] == 0
    assert (chapters[1][1] * 24).denominator == 1
    assert "Chapter" not in scene["narration"]
    assert "Chapter 1" in scene["description"]


@pytest.mark.parametrize("config", [{"coverage": "scene", "transition": "cut", "subtitles": "none"}])
def test_a_silent_film_of_one_scene_has_its_cards(
    ada_api: TestClient, outbox: Outbox, config: dict[str, Any]
) -> None:
    project = create_project(ada_api, "Mara stood on the shore at dawn.")

    job = start_job(ada_api, project, **config, audio=False)
    estimate = ada_api.post(
        "/jobs/estimate", json={"project_id": project, "config": {**config, "audio": False}}
    ).json()
    done = run_to_end(ada_api, outbox, job["id"])

    assert done["status"] == "completed"
    assert count(done, "generating_video") == (3, 0)
    stages = {one["stage"]: one["tasks"] for one in estimate["stages"]}
    assert (stages["generating_video"], estimate["shots"]) == (3, 1)
    assert estimate["film_seconds"] == pytest.approx(done["film"]["duration_sec"], abs=0.1)


def test_cards_and_the_clips_beside_them_fade_and_do_not_dissolve() -> None:
    drafts = segmentation.cut(TALE)
    form = plan_cards(FORM, drafts, None)

    nodes = list_nodes(form.apply([make_scene(1), make_scene(2)]))

    clips = [ClipParams.load(node.params) for name, node in nodes.items() if name.startswith("animate/")]
    assert [(clip.is_first, clip.fades_in) for clip in clips] == [
        (False, True),
        (False, False),
        (False, True),
        (False, False),
    ]
    assert [clip.fades_out for clip in clips] == [False, True, False, True]
    assert all(clip.before is None for clip in clips)
    cards = [name for name in nodes if name.startswith("card/")]
    assert cards == ["card/title-1", "card/chapter-1", "card/chapter-2", "card/end-2"]
    assert set(nodes["card/end-2"].needs) == {name for name in nodes if name.startswith("draw/")}
    assert nodes["card/title-1"].needs == ()
    assert form.closing[0].card.text == "Ende"


def test_with_cuts_only_the_ends_of_the_film_fade() -> None:
    form = plan_cards(replace(FORM, has_fades=False), segmentation.cut(TALE), None)

    cards = [card for at in sorted(form.cards) for card in form.cards[at]] + list(form.closing)
    assert [(card.fades_in, card.fades_out) for card in cards] == [
        (True, False),
        (False, False),
        (False, False),
        (False, True),
    ]


@pytest.mark.parametrize(
    ("title", "seconds", "kinds"),
    [
        ("Lantern", None, ["title", "chapter", "chapter", "end"]),
        ("", None, ["chapter", "chapter", "end"]),
        ("Chapter 1", None, ["title", "chapter", "end"]),
        ("Lantern", 30.0, ["title", "end"]),
        ("Lantern", 12.0, ["title"]),
        ("Lantern", 5.0, []),
    ],
)
def test_cards_are_those_that_have_a_text_and_room(
    title: str, seconds: float | None, kinds: list[str]
) -> None:
    form = plan_cards(replace(FORM, title=title), segmentation.cut(TALE), seconds)

    cards = [card for at in sorted(form.cards) for card in form.cards[at]] + list(form.closing)
    assert [card.card.kind for card in cards] == kinds


def test_a_heading_that_is_narrated_has_no_card() -> None:
    scenes = segmentation.cut(TALE)
    spoken = replace(scenes[1], narration=f"Chapter 2. {scenes[1].narration}")

    assert set(plan_cards(FORM, [scenes[0], spoken], None).cards) == {0}


def test_at_an_act_the_picture_fades_and_does_not_dissolve() -> None:
    drafts = draft_scenes(8, 10.0)
    form = add_acts(plan_cards(FORM, drafts, None), FORM, drafts, [10.0] * 8)

    scenes = form.apply([make_scene(number) for number in range(1, 9)])

    assert form.acts == {0, 2, 6}
    assert [scene.dissolves for scene in scenes][1:] == [True, False, True, True, True, False, True]
    assert [number for number, scene in enumerate(scenes) if scene.fades_in] == [0, 2, 6]
    assert [number for number, scene in enumerate(scenes) if scene.fades_out] == [1, 5, 7]
    assert [scene.chapter for scene in scenes if scene.chapter] == [
        "Akt 1: Beach",
        "Akt 2: Kitchen",
        "Akt 3: Beach",
    ]


def test_chapters_of_a_short_film_are_its_places() -> None:
    drafts = draft_scenes(3, 5.0)

    form = add_acts(plan_cards(FORM, drafts, None), FORM, drafts, [5.0] * 3)
    alone = add_acts(plan_cards(FORM, drafts[:1], None), FORM, drafts[:1], [5.0])

    assert form.chapters == {0: "Beach", 1: "City street", 2: "Kitchen"}
    assert alone.chapters == {}


def test_plans_of_an_earlier_version_are_read() -> None:
    card = PlannedCard(Card(CardKind.TITLE, "Lantern"), 72)
    nodes = list_nodes([replace(make_scene(1), cards=(card,))])
    clip, film = dict(nodes["animate/shot-11"].params), dict(nodes["compose/film"].params["scenes"][0])  # type: ignore[index]

    for name in ("fades_in", "fades_out"):
        del clip[name]
    for name in ("cards", "closing", "chapter"):
        del film[name]

    assert not ClipParams.load(clip).fades_in
    source = SceneSource.load(film)
    assert source.all_clips == source.clips
