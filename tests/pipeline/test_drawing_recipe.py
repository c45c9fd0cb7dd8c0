"""What decides a drawing: the words alone for briefs without data, and the data where it is known."""

import re
from dataclasses import replace

from app.film.brief import Look, ShotBrief
from app.pipeline.drawing_recipe import make_drawing_recipe
from app.pipeline.stage import digest_recipe
from app.pipeline.stages.draw import Draw
from app.pipeline.stages.portrait import Portrait, make_portrait_request
from app.providers.image.base import ImageCapabilities, ImageRequest, Picture
from app.providers.ledger import ProviderCallLedger
from app.vocabulary.looks import CharacterLook
from app.vocabulary.places import Place
from app.vocabulary.settings import Setting
from app.vocabulary.species import Species
from app.vocabulary.staging import Extra, Figure, Posture, Staging

LOOK = Look((1280, 720))
BRIEF = ShotBrief(
    "3A",
    "EXT. FOREST - DAWN",
    "Mara walks between the firs.",
    ("Mara",),
    ("Mara: a girl in a red cloak",),
    "forest at dawn",
    "forest",
    "dawn",
    "calm",
    "wide",
    "push_in",
)


class Artist:
    """An image provider of one version."""

    capabilities = ImageCapabilities("local", "artist-2")

    def generate(self, request: ImageRequest, ledger: ProviderCallLedger) -> Picture:
        return Picture(b"")

    def picture_size(self, request: ImageRequest) -> tuple[int, int]:
        return request.look.size

    def estimate_units(self, request: ImageRequest) -> dict[str, float]:
        return {}


class WordArtist(Artist):
    """An artist that draws from prompts."""

    capabilities = ImageCapabilities("local", "artist-2", draws_from_words=True)


def panel_digest(brief: ShotBrief, artist: type[Artist] = Artist) -> str:
    return digest_recipe(Draw(), make_drawing_recipe(artist(), ImageRequest("panel", brief, LOOK), {}))


def portrait_digest(brief: ShotBrief) -> str:
    return digest_recipe(
        Portrait(), make_drawing_recipe(Artist(), make_portrait_request("Mara", brief, LOOK), {})
    )


def test_a_brief_without_data_keeps_the_digest_it_always_had() -> None:
    edited = replace(BRIEF, looks=(None,))

    assert panel_digest(BRIEF) == "f66843125ec808e9b9420b8f6b7e15c6515cf0f73598ca4c851fd1d65eedc44d"
    assert portrait_digest(BRIEF) == "f4b4bc70a6c9a1fa3436221bf7e2970ed26de723e79c8867e91764b397a7b906"
    assert (panel_digest(edited), portrait_digest(edited)) == (panel_digest(BRIEF), portrait_digest(BRIEF))


def test_a_look_decides_a_panel_and_a_portrait() -> None:
    fox = replace(BRIEF, looks=(CharacterLook(kind="animal", species=Species.FOX),))
    cat = replace(BRIEF, looks=(CharacterLook(kind="animal", species=Species.CAT),))

    assert len({panel_digest(brief) for brief in (BRIEF, fox, cat)}) == 3
    assert len({portrait_digest(brief) for brief in (BRIEF, fox, cat)}) == 3


def test_a_place_decides_a_panel_and_no_portrait() -> None:
    harbour = replace(BRIEF, place=Place(Setting.HARBOUR, indoors=False))

    assert panel_digest(harbour) != panel_digest(BRIEF)
    assert portrait_digest(harbour) == portrait_digest(BRIEF)


def test_a_staging_decides_a_panel_and_no_portrait() -> None:
    running = replace(BRIEF, staging=Staging((Figure(posture=Posture.RUN),)))
    standing = replace(BRIEF, staging=Staging())

    assert len({panel_digest(brief) for brief in (BRIEF, running, standing)}) == 3
    assert portrait_digest(running) == portrait_digest(BRIEF)


def test_a_scene_from_before_staging_was_data_keeps_its_digest() -> None:
    fox = CharacterLook(kind="animal", species=Species.FOX)
    known = replace(BRIEF, looks=(fox,), place=Place(Setting.HARBOUR, indoors=False))

    assert panel_digest(known) == "ba2cc03b7f80f58605460cda637d67e4d675cc76431ca54746642a839f3ed87e"


def test_data_decides_nothing_for_an_artist_that_draws_from_words() -> None:
    fox = CharacterLook(kind="animal", species=Species.FOX)
    harbour = Place(Setting.HARBOUR, indoors=False)
    known = replace(BRIEF, looks=(fox,), place=harbour, staging=Staging((Figure(posture=Posture.RUN),)))

    assert panel_digest(known, WordArtist) == panel_digest(BRIEF, WordArtist) == panel_digest(BRIEF)


def test_extras_decide_a_panel_and_their_absence_leaves_its_digest() -> None:
    staged = replace(BRIEF, staging=Staging((Figure(posture=Posture.RUN),)))
    dogs = replace(BRIEF, staging=Staging((Figure(posture=Posture.RUN),), extras=(Extra("dog", 2),)))

    recipe = make_drawing_recipe(Artist(), ImageRequest("panel", staged, LOOK), {})
    assert panel_digest(dogs) != panel_digest(staged)
    assert not {"extras", "count"} & set(re.findall(r"'(\w+)':", str(recipe)))
