"""What PDFs say, and how often they are downloaded"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0019'
down_revision: str | None = '0016'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    with op.batch_alter_table('news_asset', schema=None) as batch_op:
        batch_op.add_column(sa.Column('words', sa.String(), nullable=False, server_default=''))
    op.create_table(
        'news_download',
        sa.Column('sha256', sa.String(length=64), nullable=False),
        sa.Column('day', sa.Date(), nullable=False),
        sa.Column('count', sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint('sha256', 'day'),
    )


def downgrade() -> None:
    op.drop_table('news_download')
    with op.batch_alter_table('news_asset', schema=None) as batch_op:
        batch_op.drop_column('words')
