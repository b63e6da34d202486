"""Devices from which people have signed in"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0024'
down_revision: str | None = '0023'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    big_id = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
    op.create_table(
        'staff_device',
        sa.Column('id', big_id, nullable=False),
        sa.Column('user_id', big_id, nullable=False),
        sa.Column('secret_hash', sa.String(length=64), nullable=False),
        sa.Column('failed_count', sa.Integer(), nullable=False),
        sa.Column('locked_until', sa.DateTime(timezone=True), nullable=True),
        sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('used_at', sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ['user_id'], ['staff_user.id'], name=op.f('fk_staff_device_user_id_staff_user'), ondelete='CASCADE'
        ),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_staff_device')),
        sa.UniqueConstraint('user_id', 'secret_hash', name=op.f('uq_staff_device_user_id_secret_hash')),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f('ix_staff_device_user_id'), 'staff_device', ['user_id'])


def downgrade() -> None:
    op.drop_table('staff_device')
