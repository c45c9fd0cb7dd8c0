"""The choice of a reader, in processes of their own: a module that is imported stays so."""

from functools import partial
from pathlib import Path

from app.story.readers import LONGEST_SCENE
from app.story.segmentation import complete, cut
from tests.interpreter import run_python
from tests.threads import run_at_once

TALE = Path(__file__).parents[2] / "examples" / "the-bell-under-the-harbour.txt"
_HIDE_SPACY = """
import sys
class Hidden:
    def find_spec(self, name, path=None, target=None):
        if name == "spacy":
            raise ImportError(name)
sys.meta_path.insert(0, Hidden())
"""


def test_the_parser_is_not_loaded_where_nothing_is_read() -> None:
    assert (
        run_python("-c", "import sys, app.main, app.celery_worker; print('spacy' in sys.modules)") == "False"
    )


def test_english_is_read_by_words_where_the_parser_is_missing() -> None:
    read = "from app.story.segmentation import read_story; scene, *_ = read_story('The king slept.').scenes"

    printed = run_python("-c", f"{_HIDE_SPACY}\n{read}; print(scene.characters, scene.notes)")

    assert printed.startswith("('The King',) ('The parser of English is not installed")


def test_a_long_scene_is_read_by_words_because_a_request_waits_for_it() -> None:
    tale = TALE.read_text(encoding="utf-8")

    scene, long = complete(tale[:2000], {}, None), complete(tale * 2, {}, None)

    assert len(tale) * 2 > LONGEST_SCENE
    assert scene.beats
    assert not long.beats


def test_stories_that_are_read_at_once_do_not_disturb_each_other() -> None:
    tale = TALE.read_text(encoding="utf-8")
    stories = [tale, tale.replace("Nella", "Marit"), tale.replace("Nella", "Ilse"), "The king slept."]
    alone = [cut(story) for story in stories]

    together = run_at_once([partial(cut, story) for story in stories])

    assert together == alone
