"""Small stories that would become thousands of scenes, or be read many times over."""

import pytest
from fastapi.testclient import TestClient

from app.story import fdx
from app.story.errors import StoryError
from app.story.scene import MAX_SCENES
from tests.outbox import Outbox

SLUGS = "\n\n".join(f"EXT. HILL {number} - DAY" for number in range(MAX_SCENES + 1))

PARAGRAPHS = "".join(
    f'<Paragraph Type="Scene Heading"><Text>EXT. HILL {number} - DAY</Text></Paragraph>'
    for number in range(MAX_SCENES + 1)
)
FDX = f"<FinalDraft><Content>{PARAGRAPHS}</Content></FinalDraft>"


def nest(levels: int) -> str:
    """Return an FDX document of scene headings, each inside the text of the one before."""
    opened = "".join(
        f'<Paragraph Type="Scene Heading"><Text>EXT. HILL {level} - DAY' for level in range(levels)
    )
    return f"<FinalDraft><Content>{opened}{'</Text></Paragraph>' * levels}</Content></FinalDraft>"


def test_nested_paragraphs_are_read_once() -> None:
    blocks = fdx.read(nest(12))

    assert [block.text for block in blocks] == [f"EXT. HILL {level} - DAY" for level in range(12)]


def test_a_paragraph_keeps_the_text_of_its_inline_elements() -> None:
    text = "<Text>Mara <b>ran <i>far</i></b> away.</Text>"
    paragraph = f'<Paragraph Type="Action">{text}</Paragraph>'

    blocks = fdx.read(f"<FinalDraft><Content>{paragraph}</Content></FinalDraft>")

    assert [block.text for block in blocks] == ["Mara ran far away."]


def test_a_document_of_thousands_of_levels_is_refused() -> None:
    with pytest.raises(StoryError, match="isn't readable FDX"):
        fdx.read(nest(3000))


@pytest.mark.parametrize(("story", "story_format"), [(SLUGS, "fountain"), (FDX, "fdx")])
def test_a_screenplay_of_more_scenes_than_a_project_may_have_is_refused(
    ada_api: TestClient, outbox: Outbox, story: str, story_format: str
) -> None:
    body = {"title": "Hills", "story_text": story, "story_format": story_format}
    project_id = ada_api.post("/projects", json=body).json()["id"]

    estimate = ada_api.post("/jobs/estimate", json={"project_id": project_id})
    ada_api.post(f"/projects/{project_id}/segment")
    outbox.deliver_all()
    project = ada_api.get(f"/projects/{project_id}").json()

    assert (estimate.status_code, estimate.json()["code"]) == (422, "story.invalid")
    assert "2,000" in estimate.json()["detail"]
    assert (project["status"], project["scenes"]) == ("draft", [])
