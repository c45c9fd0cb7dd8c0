"""What characters have in their hands from shot to shot, and on their faces."""

import pytest

from app.story.segmentation import cut
from app.vocabulary.feelings import Feeling
from app.vocabulary.staging import Figure


def list_figures(story: str, name: str) -> list[Figure]:
    scenes = cut(story, "prose", "en")
    stagings = [shot.staging for scene in scenes for shot in scene.shots if shot.staging]
    return [one for staging in stagings for one in staging.figures if one.name == name]


def test_what_is_picked_up_is_held_until_it_is_put_down() -> None:
    story = (
        "Anna came into the kitchen and picked up the lantern from the floor. She walked slowly along the "
        "wall and listened to the rain. She put the lantern on the table. She looked out of the window."
    )

    held = [figure.held_prop for figure in list_figures(story, "Anna")]

    assert held[0] == "lantern"
    assert held[1] == "lantern"
    assert held[-1] is None


@pytest.mark.parametrize(
    ("deed", "held"),
    [
        ("Anna drank from a bottle.", "bottle"),
        ("Anna kicked a stone.", "stone"),
        ("Anna walked along the wall with a basket in her hand.", "basket"),
        ("Anna studied the map.", "map"),
        ("Anna stared at the map.", None),
    ],
)
def test_what_is_handled_is_in_the_hand(deed: str, held: str | None) -> None:
    figures = list_figures(f"Anna stood in the yard with Tom. {deed} Tom laughed at Anna.", "Anna")

    assert any(figure.held_prop == held for figure in figures[1:] or figures)


def test_a_feeling_shows_in_the_next_shots_until_another_is_told() -> None:
    story = (
        "Anna was furious. She walked to the window of the kitchen and looked at the garden for a while. "
        "Then she opened the old wooden door of the kitchen and smiled at the cat."
    )

    felt = [figure.feeling for figure in list_figures(story, "Anna")]

    assert felt[0] is Feeling.ANGRY
    assert felt[-1] is Feeling.GLAD
