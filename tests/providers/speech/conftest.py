"""The tests of the neural narrator are collected where its extra is installed."""

from tests.providers.requests import names_of

collect_ignore = [] if "piper" in names_of("speech") else ["neural"]
