"""Queued work of every kind: the rows that the pipeline claims, and the calls that they pay for."""
