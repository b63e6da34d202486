"""What an automation may send by itself, content that comes back, and files that cannot be decoded"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0030'
down_revision: str | None = '0029'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_BIG = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.create_table(
        'news_fingerprint',
        sa.Column('kind', sa.String(length=40), nullable=False),
        sa.Column('digest', sa.String(length=64), nullable=False),
        sa.Column('language', sa.String(length=20), nullable=False),
        sa.Column('item_id', _BIG, nullable=False),
        sa.Column('seen_at', sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ['item_id'], ['news_item.id'], name=op.f('fk_news_fingerprint_item_id_news_item'), ondelete='CASCADE'
        ),
        sa.PrimaryKeyConstraint('kind', 'digest', 'language', 'item_id', name=op.f('pk_news_fingerprint')),
    )
    op.create_index('ix_news_fingerprint_item_id', 'news_fingerprint', ['item_id'], unique=False)
    op.create_table(
        'news_refused_asset',
        sa.Column('sha256', sa.String(length=64), nullable=False),
        sa.Column('decoder', sa.String(length=120), nullable=False),
        sa.Column('code', sa.String(length=80), nullable=False),
        sa.Column('params', sa.JSON(), nullable=False),
        sa.Column('file_name', sa.String(), nullable=False),
        sa.Column('at', sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint('sha256', name=op.f('pk_news_refused_asset')),
    )
    op.add_column('news_text', sa.Column('fingerprint_version', sa.Integer(), nullable=False, server_default='0'))
    op.create_index('ix_news_text_fingerprint_version', 'news_text', ['fingerprint_version'], unique=False)
    op.add_column('automation', sa.Column('most_at_once', sa.Integer(), nullable=False, server_default='3'))
    op.add_column('automation', sa.Column('oldest_days', sa.Integer(), nullable=False, server_default='30'))
    op.add_column(
        'automation', sa.Column('send_time', sa.String(length=5), nullable=False, server_default='09:00')
    )


def downgrade() -> None:
    for column in ('send_time', 'oldest_days', 'most_at_once'):
        op.drop_column('automation', column)
    op.drop_index('ix_news_text_fingerprint_version', table_name='news_text')
    op.drop_column('news_text', 'fingerprint_version')
    op.drop_table('news_refused_asset')
    op.drop_index('ix_news_fingerprint_item_id', table_name='news_fingerprint')
    op.drop_table('news_fingerprint')
