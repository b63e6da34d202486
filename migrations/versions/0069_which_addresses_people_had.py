"""Which addresses people had, as keyed hashes"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0069'
down_revision: str | None = '0066'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
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
        sa.PrimaryKeyConstraint('address_hash', name=op.f('pk_former_address')),
    )
    op.create_index(op.f('ix_former_address_subscriber_id'), 'former_address', ['subscriber_id'])


def downgrade() -> None:
    op.drop_table('former_address')
