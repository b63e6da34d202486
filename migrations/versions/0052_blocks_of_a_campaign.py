"""Blocks of a campaign: its news items become blocks beside others, and the introduction a rich text"""

import re
from collections.abc import Callable, Sequence
from html import escape, unescape

import sqlalchemy as sa
from alembic import op


revision: str = '0052'
down_revision: str | None = '0051'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
_PARAGRAPHS = re.compile(r'\n\s*\n')


def upgrade() -> None:
    op.create_table(
        'campaign_block',
        sa.Column('id', _ID, nullable=False),
        sa.Column('campaign_id', _ID, nullable=False),
        sa.Column('position', sa.Integer(), nullable=False),
        sa.Column('kind', sa.String(length=40), nullable=False),
        sa.Column('item_id', _ID, nullable=True),
        sa.Column('settings', sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ['campaign_id'], ['campaign.id'], name=op.f('fk_campaign_block_campaign_id_campaign'), ondelete='CASCADE'
        ),
        sa.ForeignKeyConstraint(['item_id'], ['news_item.id'], name=op.f('fk_campaign_block_item_id_news_item')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_campaign_block')),
        sa.UniqueConstraint('campaign_id', 'item_id', name=op.f('uq_campaign_block_campaign_id_item_id')),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f('ix_campaign_block_item_id'), 'campaign_block', ['item_id'])
    op.create_index('ix_campaign_block_campaign_id_position', 'campaign_block', ['campaign_id', 'position'])
    op.create_table(
        'campaign_block_text',
        sa.Column('block_id', _ID, nullable=False),
        sa.Column('language', sa.String(length=20), nullable=False),
        sa.Column('content', sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ['block_id'],
            ['campaign_block.id'],
            name=op.f('fk_campaign_block_text_block_id_campaign_block'),
            ondelete='CASCADE',
        ),
        sa.PrimaryKeyConstraint('block_id', 'language', name=op.f('pk_campaign_block_text')),
    )
    op.execute(
        sa.text(
            'INSERT INTO campaign_block (campaign_id, position, kind, item_id, settings) '
            "SELECT campaign_id, position, 'item', item_id, '{}' FROM campaign_item "
            'ORDER BY campaign_id, position, item_id'
        )
    )
    op.drop_index('ix_campaign_item_item_id', table_name='campaign_item')
    op.drop_table('campaign_item')
    op.add_column('variant', sa.Column('intro_html', sa.String(), nullable=False, server_default=''))
    _rewrite(op.get_bind(), 'intro', 'intro_html', _rich)
    op.drop_column('variant', 'intro')


def _rewrite(connection: sa.Connection, source: str, target: str, written: Callable[[str], str]) -> None:
    variant = sa.table('variant', *(sa.column(name) for name in ('id', source, target)))
    rows = connection.execute(sa.select(variant.c.id, variant.c[source]).where(variant.c[source] != '')).all()
    made = [{'row_id': row.id, 'made': written(row[1])} for row in rows]
    if made:
        change = variant.update().where(variant.c.id == sa.bindparam('row_id'))
        connection.execute(change.values({target: sa.bindparam('made')}), made)


def _rich(plain: str) -> str:
    """The same letters as a rich text: what was mailed of it is what is mailed."""
    parts = (part.strip() for part in _PARAGRAPHS.split(plain.replace('\r\n', '\n')))
    return '\n'.join(f'<p>{_with_breaks(part)}</p>' for part in parts if part)


def _with_breaks(paragraph: str) -> str:
    return '<br />\n'.join(escape(line, quote=False) for line in paragraph.split('\n'))


def _plain(rich: str) -> str:
    """Its letters without what marks them, for the schema before."""
    parted = re.sub(r'</(?:p|h[2-4]|li|tr|blockquote)>\s*', '\n\n', re.sub(r'<br />\n?', '\n', rich))
    return unescape(re.sub(r'<[^>]*>', '', parted)).strip()


def downgrade() -> None:
    op.add_column('variant', sa.Column('intro', sa.String(), nullable=False, server_default=''))
    _rewrite(op.get_bind(), 'intro_html', 'intro', _plain)
    op.drop_column('variant', 'intro_html')
    op.create_table(
        'campaign_item',
        sa.Column('campaign_id', _ID, nullable=False),
        sa.Column('item_id', _ID, nullable=False),
        sa.Column('position', sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ['campaign_id'], ['campaign.id'], name=op.f('fk_campaign_item_campaign_id_campaign'), ondelete='CASCADE'
        ),
        sa.ForeignKeyConstraint(['item_id'], ['news_item.id'], name=op.f('fk_campaign_item_item_id_news_item')),
        sa.PrimaryKeyConstraint('campaign_id', 'item_id', name=op.f('pk_campaign_item')),
    )
    op.create_index('ix_campaign_item_item_id', 'campaign_item', ['item_id'])
    op.execute(
        sa.text(
            'INSERT INTO campaign_item (campaign_id, item_id, position) '
            'SELECT campaign_id, item_id, position FROM campaign_block WHERE item_id IS NOT NULL'
        )
    )
    op.drop_table('campaign_block_text')
    op.drop_table('campaign_block')
