"""A digest says what stands around the titles in its subject"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0094'
down_revision: str | None = '0093'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    with op.batch_alter_table('digest') as batch:
        batch.add_column(sa.Column('subjects', sa.JSON(), nullable=False, server_default='{}'))
    with op.batch_alter_table('digest') as batch:
        batch.alter_column('subjects', server_default=None)


def downgrade() -> None:
    with op.batch_alter_table('digest') as batch:
        batch.drop_column('subjects')
