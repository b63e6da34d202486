"""Digests: automations that a calendar starts, what each has taken, and what became of each of its days"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0078'
down_revision: str | None = '0077'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    with op.batch_alter_table('automation', schema=None) as batch_op:
        batch_op.alter_column('source_id', existing_type=_ID, nullable=True)
    op.create_table(
        'digest',
        sa.Column('automation_id', _ID, nullable=False),
        sa.Column('pattern', sa.String(length=40), nullable=False),
        sa.Column('weekdays', sa.JSON(), nullable=False),
        sa.Column('starts_on', sa.Date(), nullable=False),
        sa.Column('at', sa.String(length=5), nullable=False),
        sa.Column('zone', sa.String(length=60), nullable=False),
        sa.Column('moves_for_holidays', sa.Boolean(), nullable=False),
        sa.Column('next_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('next_local', sa.String(length=16), nullable=False),
        sa.Column('chosen', sa.JSON(), nullable=False),
        sa.Column('takes_sent', sa.Boolean(), nullable=False),
        sa.Column('least', sa.Integer(), nullable=False),
        sa.Column('most', sa.Integer(), nullable=False),
        sa.Column('newest_first', sa.Boolean(), nullable=False),
        sa.Column('lead_kind', sa.String(length=40), nullable=False),
        sa.Column('kind', sa.String(length=40), nullable=False),
        sa.Column('more_lists', sa.JSON(), nullable=False),
        sa.Column('segments', sa.JSON(), nullable=False),
        sa.Column('languages', sa.JSON(), nullable=False),
        sa.Column('introductions', sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ['automation_id'], ['automation.id'],
            name=op.f('fk_digest_automation_id_automation'), ondelete='CASCADE',
        ),
        sa.PrimaryKeyConstraint('automation_id', name=op.f('pk_digest')),
    )
    op.create_index('ix_digest_next_at', 'digest', ['next_at'])
    op.create_table(
        'digest_item',
        sa.Column('automation_id', _ID, nullable=False),
        sa.Column('item_id', _ID, nullable=False),
        sa.Column('seen_as', sa.String(length=40), nullable=False),
        sa.Column('campaign_id', _ID, nullable=True),
        sa.Column('at', sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ['automation_id'], ['automation.id'],
            name=op.f('fk_digest_item_automation_id_automation'), ondelete='CASCADE',
        ),
        sa.ForeignKeyConstraint(
            ['item_id'], ['news_item.id'], name=op.f('fk_digest_item_item_id_news_item'), ondelete='CASCADE'
        ),
        sa.ForeignKeyConstraint(
            ['campaign_id'], ['campaign.id'],
            name=op.f('fk_digest_item_campaign_id_campaign'), ondelete='SET NULL',
        ),
        sa.PrimaryKeyConstraint('automation_id', 'item_id', name=op.f('pk_digest_item')),
    )
    op.create_index('ix_digest_item_item_id', 'digest_item', ['item_id'])
    op.create_index('ix_digest_item_campaign_id', 'digest_item', ['campaign_id'])
    op.create_table(
        'digest_firing',
        sa.Column('automation_id', _ID, nullable=False),
        sa.Column('local', sa.String(length=16), nullable=False),
        sa.Column('at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('outcome', sa.String(length=40), nullable=False),
        sa.Column('item_count', sa.Integer(), nullable=False),
        sa.Column('campaign_id', _ID, nullable=True),
        sa.Column('reasons', sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ['automation_id'], ['automation.id'],
            name=op.f('fk_digest_firing_automation_id_automation'), ondelete='CASCADE',
        ),
        sa.ForeignKeyConstraint(
            ['campaign_id'], ['campaign.id'],
            name=op.f('fk_digest_firing_campaign_id_campaign'), ondelete='SET NULL',
        ),
        sa.PrimaryKeyConstraint('automation_id', 'local', name=op.f('pk_digest_firing')),
    )
    op.create_index('ix_digest_firing_campaign_id', 'digest_firing', ['campaign_id'])


def downgrade() -> None:
    op.drop_table('digest_firing')
    op.drop_table('digest_item')
    op.drop_table('digest')
    # An older version knows no automation without a folder: they are off, and of one that nobody watches.
    op.execute(
        'INSERT INTO news_source (name, kind, location, created_at, stopped_at)'
        " SELECT 'digests', 'folder', '', MIN(created_at), MIN(created_at) FROM automation"
        ' WHERE source_id IS NULL HAVING COUNT(*) > 0'
    )
    op.execute(
        "UPDATE automation SET is_enabled = FALSE, source_id = (SELECT id FROM news_source WHERE name = 'digests')"
        ' WHERE source_id IS NULL'
    )
    with op.batch_alter_table('automation', schema=None) as batch_op:
        batch_op.alter_column('source_id', existing_type=_ID, nullable=False)
