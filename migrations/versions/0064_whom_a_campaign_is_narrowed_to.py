"""Segments, tags, and which segments a campaign's audience is narrowed to"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0064'
down_revision: str | None = '0063'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.create_table(
        'segment',
        sa.Column('id', _ID, nullable=False),
        sa.Column('name', sa.String(length=80), nullable=False),
        sa.Column('condition', sa.String(), nullable=False),
        sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_segment')),
        sa.UniqueConstraint('name', name=op.f('uq_segment_name')),
        sqlite_autoincrement=True,
    )
    op.create_table(
        'audience_segment',
        sa.Column('campaign_id', _ID, nullable=False),
        sa.Column('segment_id', _ID, nullable=False),
        sa.Column('is_excluded', sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ['campaign_id'], ['campaign.id'], name=op.f('fk_audience_segment_campaign_id_campaign'), ondelete='CASCADE'
        ),
        sa.ForeignKeyConstraint(
            ['segment_id'], ['segment.id'], name=op.f('fk_audience_segment_segment_id_segment')
        ),
        sa.PrimaryKeyConstraint('campaign_id', 'segment_id', name=op.f('pk_audience_segment')),
    )
    op.create_index(op.f('ix_audience_segment_segment_id'), 'audience_segment', ['segment_id'])
    op.create_table(
        'tag',
        sa.Column('id', _ID, nullable=False),
        sa.Column('name', sa.String(length=60), nullable=False),
        sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_tag')),
        sa.UniqueConstraint('name', name=op.f('uq_tag_name')),
        sqlite_autoincrement=True,
    )
    op.create_table(
        'subscriber_tag',
        sa.Column('subscriber_id', _ID, nullable=False),
        sa.Column('tag_id', _ID, nullable=False),
        sa.ForeignKeyConstraint(
            ['subscriber_id'], ['subscriber.id'],
            name=op.f('fk_subscriber_tag_subscriber_id_subscriber'), ondelete='CASCADE',
        ),
        sa.ForeignKeyConstraint(
            ['tag_id'], ['tag.id'], name=op.f('fk_subscriber_tag_tag_id_tag'), ondelete='CASCADE'
        ),
        sa.PrimaryKeyConstraint('subscriber_id', 'tag_id', name=op.f('pk_subscriber_tag')),
    )
    op.create_index(op.f('ix_subscriber_tag_tag_id'), 'subscriber_tag', ['tag_id'])


def downgrade() -> None:
    op.drop_table('subscriber_tag')
    op.drop_table('tag')
    op.drop_table('audience_segment')
    op.drop_table('segment')
