"""Moderation: the verdicts on a project's content, and their overrides by admins."""
