"""Each picture and PDF of news and blocks once, by its names and alternative texts, to be found and used again"""

import unicodedata
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op


revision: str = '0057'
down_revision: str | None = '0056'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
_COLUMNS = ('sha256', 'media_type', 'byte_count', 'page_count', 'file_name', 'mail_sha256', 'mail_media_type')


def upgrade() -> None:
    op.create_table(
        'news_media_file',
        sa.Column('id', _ID, nullable=False),
        sa.Column('sha256', sa.String(length=64), nullable=False),
        sa.Column('media_type', sa.String(length=40), nullable=False),
        sa.Column('byte_count', sa.Integer(), nullable=False),
        sa.Column('page_count', sa.Integer(), nullable=True),
        sa.Column('file_name', sa.String(), nullable=False),
        sa.Column('mail_sha256', sa.String(length=64), nullable=True),
        sa.Column('mail_media_type', sa.String(length=40), nullable=True),
        sa.Column('search_words', sa.String(), nullable=False),
        sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_news_media_file')),
        sa.UniqueConstraint('sha256', name=op.f('uq_news_media_file_sha256')),
        sqlite_autoincrement=True,
    )
    op.create_index('ix_news_asset_sha256', 'news_asset', ['sha256'])
    _fill(op.get_bind())


def _fill(connection: sa.Connection) -> None:
    """The oldest first, because a library is listed by number."""
    files: dict[str, dict[str, Any]] = {}
    for row in sorted([*_of_news(connection), *_of_blocks(connection)], key=lambda row: row['created_at']):
        file = files.setdefault(row['sha256'], {**row, 'search_words': ''})
        for name in (_folded(row['file_name']), _folded(row['alt'])):
            if name and name not in file['search_words']:
                file['search_words'] = f'{file["search_words"]} {name}'.strip()[:2000]
    table = sa.table('news_media_file', *(sa.column(name) for name in (*_COLUMNS, 'search_words')),
                     sa.column('created_at', sa.DateTime(timezone=True)))
    if files:
        op.bulk_insert(table, [{name: value for name, value in file.items() if name != 'alt'} for file in files.values()])


def _of_news(connection: sa.Connection) -> list[dict[str, Any]]:
    asset = sa.table('news_asset', *(sa.column(name) for name in (*_COLUMNS, 'alt', 'item_id')))
    item = sa.table('news_item', sa.column('id'), sa.column('created_at', sa.DateTime(timezone=True)))
    rows = connection.execute(
        sa.select(*(asset.c[name] for name in (*_COLUMNS, 'alt')), item.c.created_at)
        .join_from(asset, item, asset.c.item_id == item.c.id)
    )
    return [dict(row._mapping) for row in rows]


def _of_blocks(connection: sa.Connection) -> list[dict[str, Any]]:
    text = sa.table('campaign_block_text', sa.column('block_id'), sa.column('content', sa.JSON()))
    block = sa.table('campaign_block', sa.column('id'), sa.column('campaign_id'), sa.column('kind'))
    campaign = sa.table('campaign', sa.column('id'), sa.column('created_at', sa.DateTime(timezone=True)))
    rows = connection.execute(
        sa.select(text.c.content, campaign.c.created_at)
        .join_from(text, block, text.c.block_id == block.c.id)
        .join(campaign, block.c.campaign_id == campaign.c.id)
        .where(block.c.kind.in_(('picture', 'pdf')))
    )
    return [
        {name: file.get(name) for name in _COLUMNS} | {'alt': content.get('image_alt') or '', 'created_at': created_at}
        for content, created_at in rows
        if (file := content.get('file'))
    ]


def _folded(words: str) -> str:
    parts = unicodedata.normalize('NFKD', words.casefold())
    return ' '.join(''.join(part for part in parts if not unicodedata.combining(part)).split())


def downgrade() -> None:
    op.drop_index('ix_news_asset_sha256', table_name='news_asset')
    op.drop_table('news_media_file')
