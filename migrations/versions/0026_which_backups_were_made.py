"""Which backups were made, and whether they were found whole"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0026'
down_revision: str | None = '0025'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

BIG_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.create_table(
        'backup_run',
        sa.Column('id', BIG_ID, nullable=False),
        sa.Column('day', sa.String(length=10), nullable=True),
        sa.Column('began_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('retry_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('finished_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('file', sa.String(), nullable=False),
        sa.Column('digest', sa.String(length=64), nullable=True),
        sa.Column('byte_count', BIG_ID, nullable=True),
        sa.Column('verified_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('error', sa.String(length=80), nullable=True),
        sa.Column('error_params', sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_backup_run')),
        sa.UniqueConstraint('day', name=op.f('uq_backup_run_day')),
        sqlite_autoincrement=True,
    )


def downgrade() -> None:
    op.drop_table('backup_run')
