"""The characters of a project: its cast, which all scenes share."""
