"""How Alembic finds our database and our tables."""

from alembic import context

from app import models
from app.core.database import engine


def run() -> None:
    """Run the migrations over one connection; SQLite changes tables by copying them."""
    with engine().execution_options(is_writing=True).connect() as connection:
        is_sqlite = connection.dialect.name == "sqlite"
        context.configure(
            connection=connection,
            target_metadata=models.Base.metadata,
            render_as_batch=is_sqlite,
            compare_type=True,
        )
        with context.begin_transaction():
            context.run_migrations()


run()
