"""The error of stories that cannot be cut into scenes."""


class StoryError(ValueError):
    """A story that can't be read; the message is one sentence that tells the writer what to do."""
