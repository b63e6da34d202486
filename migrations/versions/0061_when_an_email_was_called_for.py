"""When the call in doubt of an email outside campaigns began, by the clock and by monotonic time"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0061'
down_revision: str | None = '0060'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_QUEUED = {'question': 'asked_at', 'staff_mail': 'queued_at'}


def upgrade() -> None:
    for table, queued in _QUEUED.items():
        op.add_column(table, sa.Column('called_at', sa.DateTime(timezone=True), nullable=True))
        op.add_column(table, sa.Column('called_tick', sa.String(length=80), nullable=True))
        op.add_column(
            table, sa.Column('is_called_at_wrong', sa.Boolean(), nullable=False, server_default=sa.false())
        )
        # No call was made before it was queued.
        op.execute(sa.text(f'UPDATE {table} SET called_at = {queued} WHERE is_called'))  # noqa: S608  # names above
        op.drop_column(table, 'is_called')


def downgrade() -> None:
    for table in _QUEUED:
        op.add_column(table, sa.Column('is_called', sa.Boolean(), nullable=False, server_default=sa.false()))
        called = f'UPDATE {table} SET is_called = (called_at IS NOT NULL)'  # noqa: S608  # names above
        op.execute(sa.text(called))
        for column in ('is_called_at_wrong', 'called_tick', 'called_at'):
            op.drop_column(table, column)
