"""Queued work of every kind: the rows that the pipeline claims and runs."""
