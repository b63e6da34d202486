"""Which files of the asset store are without their maker's traces, and under which name they are kept"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0033'
down_revision: str | None = '0032'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        'news_cleaned_asset',
        sa.Column('sha256', sa.String(length=64), nullable=False),
        sa.Column('clean_sha256', sa.String(length=64), nullable=False),
        sa.Column('decoder', sa.String(length=120), nullable=False),
        sa.PrimaryKeyConstraint('sha256', name=op.f('pk_news_cleaned_asset')),
    )
    op.create_index(op.f('ix_news_cleaned_asset_clean_sha256'), 'news_cleaned_asset', ['clean_sha256'])


def downgrade() -> None:
    op.drop_index(op.f('ix_news_cleaned_asset_clean_sha256'), table_name='news_cleaned_asset')
    op.drop_table('news_cleaned_asset')
