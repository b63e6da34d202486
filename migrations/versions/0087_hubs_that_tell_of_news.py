"""Hubs that tell of websites' news, and when they last did"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0087'
down_revision: str | None = '0086'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.add_column('news_feed', sa.Column('told_at', sa.DateTime(timezone=True), nullable=True))
    op.create_table(
        'news_feed_hub',
        sa.Column('id', _ID, nullable=False),
        sa.Column('source_id', _ID, nullable=False),
        sa.Column('hub', sa.String(), nullable=False),
        sa.Column('topic', sa.String(), nullable=False),
        sa.Column('token', sa.String(length=64), nullable=False),
        sa.Column('is_left', sa.Boolean(), nullable=False),
        sa.Column('pending', sa.String(length=40), nullable=False),
        sa.Column('told_until', sa.DateTime(timezone=True), nullable=True),
        sa.Column('next_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('failures', sa.Integer(), nullable=False),
        sa.Column('problem', sa.JSON(), nullable=True),
        sa.Column('ignored_at', sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ['source_id'], ['news_source.id'], name=op.f('fk_news_feed_hub_source_id_news_source'), ondelete='CASCADE'
        ),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_news_feed_hub')),
        sa.UniqueConstraint('token', name=op.f('uq_news_feed_hub_token')),
        sqlite_autoincrement=True,
    )
    op.create_index('ix_news_feed_hub_source_id', 'news_feed_hub', ['source_id'])
    op.create_index('ix_news_feed_hub_next_at', 'news_feed_hub', ['next_at'])


def downgrade() -> None:
    op.drop_table('news_feed_hub')
    op.drop_column('news_feed', 'told_at')
