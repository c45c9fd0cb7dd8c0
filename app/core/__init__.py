"""The foundation of all other packages: settings, database, HTTP, Celery, errors.

It contains nothing about films.
"""
