"""When a clock was found wrong, and by what an attempt's age is measured"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0029'
down_revision: str | None = '0027'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        'clock_fault',
        sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
        sa.Column('noticed_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('step_seconds', sa.Integer(), nullable=False),
        sa.Column('put_right', sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_clock_fault')),
        sqlite_autoincrement=True,
    )
    op.add_column('attempt', sa.Column('opened_tick', sa.String(length=80), nullable=True))
    op.add_column(
        'attempt', sa.Column('is_opened_at_wrong', sa.Boolean(), nullable=False, server_default=sa.false())
    )


def downgrade() -> None:
    op.drop_column('attempt', 'is_opened_at_wrong')
    op.drop_column('attempt', 'opened_tick')
    op.drop_table('clock_fault')
