"""How a news item was written, which versions its texts had, and what the list of news is searched by"""

import unicodedata
from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0049'
down_revision: str | None = '0048'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.add_column('news_item', sa.Column('origin', sa.String(length=40), nullable=False, server_default='file'))
    op.add_column('news_item', sa.Column('withdrawn_at', sa.DateTime(timezone=True), nullable=True))
    op.create_index('ix_news_item_kind_id', 'news_item', ['kind', 'id'])
    op.create_index('ix_campaign_item_item_id', 'campaign_item', ['item_id'])
    op.add_column('news_text', sa.Column('file_digest', sa.String(length=64), nullable=True))
    op.add_column('news_text', sa.Column('search_words', sa.String(), nullable=False, server_default=''))
    op.create_table(
        'news_version',
        sa.Column('id', _ID, nullable=False),
        sa.Column('item_id', _ID, nullable=False),
        sa.Column('language', sa.String(length=20), nullable=False),
        sa.Column('digest', sa.String(length=64), nullable=False),
        sa.Column('content', sa.JSON(), nullable=False),
        sa.Column('origin', sa.String(length=40), nullable=False),
        sa.Column('is_held', sa.Boolean(), nullable=False),
        sa.Column('actor', sa.String(length=80), nullable=False),
        sa.Column('saved_at', sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ['item_id'], ['news_item.id'], name=op.f('fk_news_version_item_id_news_item'), ondelete='CASCADE'
        ),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_news_version')),
        sqlite_autoincrement=True,
    )
    op.create_index('ix_news_version_item_id_language_id', 'news_version', ['item_id', 'language', 'id'])
    _fill_search_words(op.get_bind())


def _fill_search_words(connection: sa.Connection) -> None:
    names = ('id', 'title', 'summary', 'topic', 'search_words')
    text = sa.table('news_text', *(sa.column(name) for name in names))
    rows = connection.execute(sa.select(text.c.id, text.c.title, text.c.summary, text.c.topic)).all()
    filled = [{'row_id': row.id, 'folded': _folded(f'{row.title} {row.summary} {row.topic}')} for row in rows]
    if filled:
        change = text.update().where(text.c.id == sa.bindparam('row_id')).values(search_words=sa.bindparam('folded'))
        connection.execute(change, filled)


def _folded(words: str) -> str:
    parts = unicodedata.normalize('NFKD', words.casefold())
    return ' '.join(''.join(part for part in parts if not unicodedata.combining(part)).split())


def downgrade() -> None:
    op.drop_table('news_version')
    op.drop_column('news_text', 'search_words')
    op.drop_column('news_text', 'file_digest')
    op.drop_index('ix_campaign_item_item_id', table_name='campaign_item')
    op.drop_index('ix_news_item_kind_id', table_name='news_item')
    op.drop_column('news_item', 'withdrawn_at')
    op.drop_column('news_item', 'origin')
