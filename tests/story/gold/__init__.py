"""Texts annotated by hand, and what a reading of them is scored by."""
