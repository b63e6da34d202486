"""Who was refused in which words: equal ones are counted over a campaign, and staff see them once"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0043'
down_revision: str | None = '0042'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.create_table(
        'refusal',
        sa.Column('delivery_id', _ID, nullable=False),
        sa.Column('campaign_id', _ID, nullable=False),
        sa.Column('sender_id', _ID, nullable=False),
        sa.Column('reply_key', sa.String(length=64), nullable=False),
        sa.Column('times_resumed', sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(['delivery_id'], ['delivery.id'], ondelete='CASCADE'),
        sa.PrimaryKeyConstraint('delivery_id'),
    )
    op.create_index('ix_refusal_campaign_id_sender_id', 'refusal', ['campaign_id', 'sender_id'])


def downgrade() -> None:
    op.drop_table('refusal')
