"""More ways to read a website: which one, and how far it came"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0077'
down_revision: str | None = '0076'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    with op.batch_alter_table('news_feed') as batch:
        batch.add_column(sa.Column('reader', sa.String(length=40), nullable=False, server_default='feed'))
        batch.add_column(sa.Column('cursor', sa.JSON(), nullable=False, server_default='{}'))
        batch.add_column(sa.Column('token_hash', sa.String(length=64), nullable=True))
        batch.create_unique_constraint('uq_news_feed_token_hash', ['token_hash'])
    with op.batch_alter_table('news_feed') as batch:
        batch.alter_column('reader', server_default=None)
        batch.alter_column('cursor', server_default=None)
    op.create_table(
        'news_feed_post',
        sa.Column('id', _ID, nullable=False),
        sa.Column('source_id', _ID, nullable=False),
        sa.Column('body', sa.String(), nullable=False),
        sa.Column('came_at', sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ['source_id'], ['news_source.id'],
            name=op.f('fk_news_feed_post_source_id_news_source'), ondelete='CASCADE',
        ),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_news_feed_post')),
        sqlite_autoincrement=True,
    )
    op.create_index('ix_news_feed_post_source_id_id', 'news_feed_post', ['source_id', 'id'])


def downgrade() -> None:
    op.drop_table('news_feed_post')
    with op.batch_alter_table('news_feed') as batch:
        batch.drop_constraint('uq_news_feed_token_hash', type_='unique')
        batch.drop_column('token_hash')
        batch.drop_column('cursor')
        batch.drop_column('reader')
