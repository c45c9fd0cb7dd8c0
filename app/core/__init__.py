"""The foundation of all other packages: settings, database, HTTP, Celery, errors.

It knows nothing of films.
"""
