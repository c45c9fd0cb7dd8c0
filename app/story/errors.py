"""What can be wrong with a story before any scene is cut from it."""


class StoryError(ValueError):
    """A story that can't be read; the message is one sentence that tells the writer what to do."""
