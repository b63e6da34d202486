"""Wake-ups for many machines: the tables of procrastinate, on PostgreSQL only"""

from collections.abc import Iterator, Sequence

from alembic import op

revision: str = '0003'
down_revision: str | None = '0002'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

UP_TO = '03.04.00'
"""The version of its schema. Later ones come in migrations of their own, so that every database has gone one way."""


def upgrade() -> None:
    if op.get_bind().dialect.name != 'postgresql':
        return
    for statements in _steps():
        _execute(statements)


def downgrade() -> None:
    if op.get_bind().dialect.name == 'postgresql':
        _execute(DROP_ALL)


def _steps() -> Iterator[str]:
    """Its own migrations from the first on: they never change, as its schema as a whole does."""
    from pathlib import Path

    from procrastinate.schema import SchemaManager

    for file in sorted(Path(SchemaManager.get_migrations_path()).glob('*.sql')):
        if file.name.split('_')[0] <= UP_TO:
            yield file.read_text(encoding='utf-8')


def _execute(statements: str) -> None:
    """Straight to the driver: a percent sign in them is a percent sign."""
    op.get_bind().connection.driver_connection.execute(statements)


DROP_ALL = """
DROP TABLE procrastinate_events, procrastinate_periodic_defers, procrastinate_jobs, procrastinate_workers CASCADE;
DO $$
DECLARE
    found record;
BEGIN
    FOR found IN
        SELECT oid::regprocedure AS name FROM pg_proc
        WHERE pronamespace = current_schema()::regnamespace AND proname LIKE 'procrastinate%'
    LOOP
        EXECUTE 'DROP FUNCTION ' || found.name || ' CASCADE';
    END LOOP;
END $$;
DROP TYPE procrastinate_job_to_defer_v1, procrastinate_job_status, procrastinate_job_event_type CASCADE;
"""
