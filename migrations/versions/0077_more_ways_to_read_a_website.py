"""More ways to read a website: which one, and how far it came"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0077'
down_revision: str | None = '0076'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    with op.batch_alter_table('news_feed') as batch:
        batch.add_column(sa.Column('reader', sa.String(length=40), nullable=False, server_default='feed'))
        batch.add_column(sa.Column('cursor', sa.JSON(), nullable=False, server_default='{}'))
    with op.batch_alter_table('news_feed') as batch:
        batch.alter_column('reader', server_default=None)
        batch.alter_column('cursor', server_default=None)


def downgrade() -> None:
    with op.batch_alter_table('news_feed') as batch:
        batch.drop_column('cursor')
        batch.drop_column('reader')
