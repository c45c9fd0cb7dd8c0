"""Tests of the reader of English prose."""
