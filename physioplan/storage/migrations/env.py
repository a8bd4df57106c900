"""Runs the steps on the connection the program hands over, all in that connection's one transaction."""

from alembic import context

from physioplan.storage.tables import Row


def _run() -> None:
    connection = context.config.attributes["connection"]
    context.configure(
        connection=connection,
        target_metadata=Row.metadata,
        render_as_batch=True,
        transaction_per_migration=False,
        transactional_ddl=True,
    )
    context.run_migrations()


_run()
