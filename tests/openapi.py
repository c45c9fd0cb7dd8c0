"""The OpenAPI schema, built once for all tests that read it."""

from app.main import create_app

SCHEMA = create_app().openapi()
