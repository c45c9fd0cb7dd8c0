"""Benchmarks: each measures a ratio against a reference of the same run, and compares it with a limit."""
