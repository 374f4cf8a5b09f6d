"""Alembic's entry: works on the connection it is given."""

from alembic import context
from sqlalchemy import create_engine

from chatbot.migrations.tables import metadata


def run() -> None:
    connection = context.config.attributes.get("connection")
    if connection is None:
        url = context.config.get_main_option("sqlalchemy.url") or "sqlite://"
        connection = create_engine(url).connect()
    context.configure(connection=connection, target_metadata=metadata, render_as_batch=True, transactional_ddl=False)
    context.run_migrations()


run()
