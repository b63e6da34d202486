"""News that arrives from feeds: how each is read, its entries, and by what they are recognised"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0072'
down_revision: str | None = '0071'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.create_table(
        'news_feed',
        sa.Column('source_id', _ID, nullable=False),
        sa.Column('host', sa.String(length=255), nullable=False),
        sa.Column('title', sa.String(), nullable=False),
        sa.Column('language', sa.String(length=20), nullable=False),
        sa.Column('kind', sa.String(length=40), nullable=False),
        sa.Column('kind_rules', sa.JSON(), nullable=False),
        sa.Column('every_minutes', sa.Integer(), nullable=False),
        sa.Column('next_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('reading_until', sa.DateTime(timezone=True), nullable=True),
        sa.Column('readings', sa.Integer(), nullable=False),
        sa.Column('read_well_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('failures', sa.Integer(), nullable=False),
        sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('etag', sa.String(), nullable=False),
        sa.Column('last_modified', sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ['source_id'], ['news_source.id'],
            name=op.f('fk_news_feed_source_id_news_source'), ondelete='CASCADE',
        ),
        sa.PrimaryKeyConstraint('source_id', name=op.f('pk_news_feed')),
    )
    op.create_index('ix_news_feed_host', 'news_feed', ['host'])
    op.create_index('ix_news_feed_next_at', 'news_feed', ['next_at'])
    op.create_table(
        'news_feed_entry',
        sa.Column('id', _ID, nullable=False),
        sa.Column('source_id', _ID, nullable=False),
        sa.Column('state', sa.String(length=40), nullable=False),
        sa.Column('title', sa.String(), nullable=False),
        sa.Column('address', sa.String(), nullable=False),
        sa.Column('language', sa.String(length=20), nullable=False),
        sa.Column('published_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('digest', sa.String(length=64), nullable=False),
        sa.Column('item_id', _ID, nullable=True),
        sa.Column('came_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('changed_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('gone_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('problem', sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(
            ['source_id'], ['news_source.id'],
            name=op.f('fk_news_feed_entry_source_id_news_source'), ondelete='CASCADE',
        ),
        sa.ForeignKeyConstraint(
            ['item_id'], ['news_item.id'], name=op.f('fk_news_feed_entry_item_id_news_item'),
            ondelete='SET NULL',
        ),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_news_feed_entry')),
        sqlite_autoincrement=True,
    )
    op.create_index('ix_news_feed_entry_source_id_id', 'news_feed_entry', ['source_id', 'id'])
    op.create_index('ix_news_feed_entry_state_id', 'news_feed_entry', ['state', 'id'])
    op.create_index('ix_news_feed_entry_item_id', 'news_feed_entry', ['item_id'])
    op.create_table(
        'news_feed_entry_key',
        sa.Column('source_id', _ID, nullable=False),
        sa.Column('key', sa.String(length=80), nullable=False),
        sa.Column('entry_id', _ID, nullable=False),
        sa.ForeignKeyConstraint(
            ['source_id'], ['news_source.id'],
            name=op.f('fk_news_feed_entry_key_source_id_news_source'), ondelete='CASCADE',
        ),
        sa.ForeignKeyConstraint(
            ['entry_id'], ['news_feed_entry.id'],
            name=op.f('fk_news_feed_entry_key_entry_id_news_feed_entry'), ondelete='CASCADE',
        ),
        sa.PrimaryKeyConstraint('source_id', 'key', name=op.f('pk_news_feed_entry_key')),
    )
    op.create_index('ix_news_feed_entry_key_entry_id', 'news_feed_entry_key', ['entry_id'])


def downgrade() -> None:
    op.drop_table('news_feed_entry_key')
    op.drop_table('news_feed_entry')
    op.drop_table('news_feed')
