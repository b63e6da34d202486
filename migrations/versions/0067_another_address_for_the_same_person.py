"""Another address for the same person: what was asked, which addresses they have left, and the emails about it"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0067'
down_revision: str | None = '0066'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.create_table(
        'address_change',
        sa.Column('id', _ID, nullable=False),
        sa.Column('subscriber_id', _ID, nullable=False),
        sa.Column('old_address', sa.String(length=254), nullable=False),
        sa.Column('old_hash', sa.String(length=64), nullable=False),
        sa.Column('new_address', sa.String(length=254), nullable=False),
        sa.Column('new_hash', sa.String(length=64), nullable=False),
        sa.Column('state', sa.String(length=40), nullable=False),
        sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ['subscriber_id'],
            ['subscriber.id'],
            name=op.f('fk_address_change_subscriber_id_subscriber'),
            ondelete='CASCADE',
        ),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_address_change')),
        sqlite_autoincrement=True,
    )
    for column in ('subscriber_id', 'old_hash', 'new_hash', 'asked_at'):
        op.create_index(op.f(f'ix_address_change_{column}'), 'address_change', [column])
    op.create_table(
        'former_address',
        sa.Column('address_hash', sa.String(length=64), nullable=False),
        sa.Column('subscriber_id', _ID, nullable=False),
        sa.Column('left_at', sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ['subscriber_id'],
            ['subscriber.id'],
            name=op.f('fk_former_address_subscriber_id_subscriber'),
            ondelete='CASCADE',
        ),
        sa.PrimaryKeyConstraint('address_hash', 'subscriber_id', name=op.f('pk_former_address')),
    )
    op.create_index(op.f('ix_former_address_subscriber_id'), 'former_address', ['subscriber_id'])
    op.add_column('question', sa.Column('change_id', _ID, nullable=True))


def downgrade() -> None:
    op.drop_column('question', 'change_id')
    op.drop_table('former_address')
    op.drop_table('address_change')
