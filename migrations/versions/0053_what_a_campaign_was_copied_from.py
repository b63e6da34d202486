"""Which earlier campaign a draft was made from, and what went out when"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0053'
down_revision: str | None = '0052'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.add_column('campaign', sa.Column('copied_from_id', _ID, nullable=True))
    op.create_index('ix_campaign_launched_at', 'campaign', ['launched_at'])


def downgrade() -> None:
    op.drop_index('ix_campaign_launched_at', 'campaign')
    op.drop_column('campaign', 'copied_from_id')
