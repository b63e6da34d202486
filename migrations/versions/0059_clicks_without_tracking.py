"""Links whose clicks are counted, a number for each link and day, and whether the organisation counts at all"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0059'
down_revision: str | None = '0058'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.create_table(
        'click_setting',
        sa.Column('name', sa.String(length=20), nullable=False),
        sa.Column('is_on', sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint('name', name=op.f('pk_click_setting')),
    )
    op.create_table(
        'click_link',
        sa.Column('code', sa.String(length=32), nullable=False),
        sa.Column('campaign_id', _ID, nullable=False),
        sa.Column('target', sa.String(), nullable=False),
        sa.Column('reader_count', sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ['campaign_id'], ['campaign.id'], name=op.f('fk_click_link_campaign_id_campaign'), ondelete='CASCADE'
        ),
        sa.PrimaryKeyConstraint('code', name=op.f('pk_click_link')),
    )
    op.create_index(op.f('ix_click_link_campaign_id'), 'click_link', ['campaign_id'])
    op.create_table(
        'click_count',
        sa.Column('code', sa.String(length=32), nullable=False),
        sa.Column('day', sa.Date(), nullable=False),
        sa.Column('count', sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ['code'], ['click_link.code'], name=op.f('fk_click_count_code_click_link'), ondelete='CASCADE'
        ),
        sa.PrimaryKeyConstraint('code', 'day', name=op.f('pk_click_count')),
    )


def downgrade() -> None:
    op.drop_table('click_count')
    op.drop_table('click_link')
    op.drop_table('click_setting')
