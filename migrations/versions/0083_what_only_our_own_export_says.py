"""An import reads what only our own export says: tags, topics and pauses"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0083'
down_revision: str | None = '0080'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.add_column('import_row', sa.Column('extras', sa.JSON(), nullable=False, server_default='{}'))


def downgrade() -> None:
    op.drop_column('import_row', 'extras')
