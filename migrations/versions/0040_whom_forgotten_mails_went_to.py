"""Whom mails went to whose campaign a restored database has forgotten: their links still act"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0040'
down_revision: str | None = '0039'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.create_table(
        'forgotten_mail',
        sa.Column('campaign_public_id', sa.String(length=32), nullable=False),
        sa.Column('subscriber_id', _ID, nullable=False),
        sa.Column('address_hash', sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint('campaign_public_id', 'subscriber_id'),
    )


def downgrade() -> None:
    op.drop_table('forgotten_mail')
