"""Notices on campaigns that went out: recalled or corrected, and what was written to those who got them"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0085'
down_revision: str | None = '0084'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.create_table(
        'campaign_notice',
        sa.Column('campaign_id', _ID, nullable=False),
        sa.Column('kind', sa.String(length=40), nullable=False),
        sa.Column('actor', sa.String(length=80), nullable=False),
        sa.Column('at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('follow_up_id', _ID, nullable=True),
        sa.ForeignKeyConstraint(
            ['campaign_id'], ['campaign.id'],
            name=op.f('fk_campaign_notice_campaign_id_campaign'), ondelete='CASCADE',
        ),
        sa.ForeignKeyConstraint(
            ['follow_up_id'], ['campaign.id'],
            name=op.f('fk_campaign_notice_follow_up_id_campaign'), ondelete='SET NULL',
        ),
        sa.PrimaryKeyConstraint('campaign_id', name=op.f('pk_campaign_notice')),
    )
    op.create_index('ix_campaign_notice_follow_up_id', 'campaign_notice', ['follow_up_id'])


def downgrade() -> None:
    op.drop_table('campaign_notice')
