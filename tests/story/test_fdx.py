"""FDX: what is spoken, what is shown, and what is neither."""

from app.story.fdx import read
from app.story.segmentation import cut
from app.vocabulary.light import Weather


def write_fdx(*paragraphs: str) -> str:
    return f"<FinalDraft><Content>{''.join(paragraphs)}</Content></FinalDraft>"


def write_paragraph(kind: str, text: str, inside: str = "", attributes: str = "") -> str:
    return f'<Paragraph Type="{kind}" {attributes}>{inside}<Text>{text}</Text></Paragraph>'


HEADING = write_paragraph("Scene Heading", "INT. HUT - DAY")


def test_summaries_of_scenes_remarks_and_omitted_scenes_are_no_story() -> None:
    summary = (
        "<SceneProperties><Summary><Paragraph><Text>They meet.</Text></Paragraph></Summary></SceneProperties>"
    )
    remark = "<ScriptNote><Paragraph><Text>Cut?</Text></Paragraph></ScriptNote>"
    omitted = f"<OmittedScene>{write_paragraph('Action', 'Gone.')}</OmittedScene>"
    heading = write_paragraph("Scene Heading", "INT. HUT - DAY", summary + remark)

    scenes = cut(write_fdx(heading, omitted, write_paragraph("Action", "Mara sits.")), "fdx")

    assert [scene.description for scene in scenes] == ["INT. HUT - DAY\n\nMara sits."]


def test_a_shot_paragraph_sets_the_shot_and_is_not_spoken() -> None:
    shot, action = write_paragraph("Shot", "CLOSE ON THE KEY"), write_paragraph("Action", "Mara sits.")

    scene = cut(write_fdx(HEADING, shot, action), "fdx")[0]

    assert (scene.shot_type, scene.narration) == ("close_up", "Mara sits.")


def test_a_shot_paragraph_in_words_of_its_own_is_not_spoken_either() -> None:
    blocks = read(write_fdx(write_paragraph("Shot", "The key, huge")))

    assert [(block.kind, block.spoken, block.shown) for block in blocks] == [("shot", "", "The key, huge")]


def test_transitions_acts_and_centred_titles_are_neither_spoken_nor_scenes() -> None:
    notes = [
        write_paragraph("Transition", "FADE IN:"),
        write_paragraph("New Act", "ACT ONE"),
        write_paragraph("Action", "ONE YEAR LATER", attributes='Alignment="Center"'),
    ]
    end = [write_paragraph("General", "THE END"), write_paragraph("End of Act", "END OF ACT ONE")]

    scenes = cut(write_fdx(*notes, HEADING, write_paragraph("Action", "Mara sits."), *end), "fdx")

    assert [(scene.heading, scene.narration) for scene in scenes] == [("INT. HUT - DAY", "Mara sits.")]


def test_dual_dialogue_gives_both_speakers_their_lines() -> None:
    speeches = [
        write_paragraph("Character", name) + write_paragraph("Dialogue", line)
        for name, line in (("MARA (O.S.)", "Stay."), ("PETE (CONT'D)", "Go."))
    ]
    dual = f"<Paragraph><DualDialogue>{''.join(speeches)}</DualDialogue></Paragraph>"

    scene = cut(write_fdx(HEADING, dual), "fdx")[0]

    assert [(line.character, line.line) for line in scene.dialogue] == [("MARA", "Stay."), ("PETE", "Go.")]


def test_parentheticals_are_not_spoken_and_lyrics_are_sung_by_their_singer() -> None:
    speech = [
        write_paragraph("Character", "MARA"),
        write_paragraph("Parenthetical", "(softly)"),
        write_paragraph("Lyrics", "La la la."),
    ]

    scene = cut(write_fdx(HEADING, *speech), "fdx")[0]

    assert [(line.character, line.line) for line in scene.dialogue] == [("MARA", "La la la.")]


def test_weather_is_read_in_the_action() -> None:
    place = cut(write_fdx(HEADING, write_paragraph("Action", "Snow falls.")), "fdx")[0].place

    assert place is not None
    assert place.weather is Weather.SNOW


def test_weather_that_is_only_spoken_of_is_none() -> None:
    speech = write_paragraph("Character", "MARA") + write_paragraph("Dialogue", "It rained in Rome.")

    place = cut(write_fdx(HEADING, speech), "fdx")[0].place

    assert place is not None
    assert place.weather is None
