"""Wake-ups for many machines: the tables of procrastinate, on PostgreSQL only"""

import re
from collections.abc import Iterator, Sequence

from alembic import op

revision: str = '0003'
down_revision: str | None = '0002'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

UP_TO = '03.04.00'
"""The version of its schema. Later ones come in migrations of their own, so that every database has gone one way."""


STATUSES = ('todo', 'doing', 'succeeded', 'failed', 'cancelled', 'aborting', 'aborted')
EVENTS = (
    'deferred', 'started', 'deferred_for_retry', 'failed', 'succeeded', 'cancelled', 'abort_requested', 'aborted',
    'scheduled', 'retried',
)
MADE_HERE = re.compile(r"CREATE TYPE procrastinate_job_(?:status|event_type) AS ENUM \([^;]*\);|ALTER TYPE \w+ ADD VALUE [^;]*;")


def upgrade() -> None:
    if op.get_bind().dialect.name != 'postgresql':
        return
    # Up to version 16, PostgreSQL refuses to use a value in the transaction that added it to an enum: the types are
    # made with all of their values, in the order that its migrations put them into, and those steps left out.
    _execute(f"CREATE TYPE procrastinate_job_status AS ENUM {STATUSES}; CREATE TYPE procrastinate_job_event_type AS ENUM {EVENTS}")
    for statements in _steps():
        _execute(MADE_HERE.sub('', statements))


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
