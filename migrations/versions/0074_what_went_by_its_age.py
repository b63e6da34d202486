"""What went by its age, when, and at whose word"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0074'
down_revision: str | None = '0072'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.create_table(
        'retention_run',
        sa.Column('id', _ID, nullable=False),
        sa.Column('actor', sa.String(length=80), nullable=False),
        sa.Column('reason', sa.String(length=200), nullable=False),
        sa.Column('started_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('finished_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('counts', sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_retention_run')),
        sqlite_autoincrement=True,
    )
    op.create_table(
        'anonymous_leaving',
        sa.Column('id', _ID, nullable=False),
        sa.Column('evidence', sa.String(), nullable=False),
        sa.Column('at', sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_anonymous_leaving')),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f('ix_anonymous_leaving_evidence'), 'anonymous_leaving', ['evidence'])


def downgrade() -> None:
    op.drop_table('anonymous_leaving')
    op.drop_table('retention_run')
