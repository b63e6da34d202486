"""An import fills in custom fields: what a row says of them, and what was there before"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0071'
down_revision: str | None = '0070'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.add_column('import_row', sa.Column('field_values', sa.JSON(), nullable=False, server_default='{}'))
    op.add_column('import_row', sa.Column('old_fields', sa.JSON(), nullable=True))


def downgrade() -> None:
    op.drop_column('import_row', 'old_fields')
    op.drop_column('import_row', 'field_values')
