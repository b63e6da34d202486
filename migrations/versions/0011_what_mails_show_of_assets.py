"""What mails show of images: pictures in the size of mails, made at the import or by `bilten news prepare`"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0011'
down_revision: str | None = '0013'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    with op.batch_alter_table('news_asset', schema=None) as batch_op:
        batch_op.add_column(sa.Column('mail_sha256', sa.String(length=64), nullable=True))
        batch_op.add_column(sa.Column('mail_media_type', sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column('mail_width', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('mail_height', sa.Integer(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table('news_asset', schema=None) as batch_op:
        for name in ('mail_height', 'mail_width', 'mail_media_type', 'mail_sha256'):
            batch_op.drop_column(name)
