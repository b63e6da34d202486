"""When people said yes or no where they were exported from, as an import's file has it"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0069'
down_revision: str | None = '0068'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.add_column('consent_record', sa.Column('given_at', sa.DateTime(timezone=True), nullable=True))
    op.add_column('import_row', sa.Column('given_at', sa.DateTime(timezone=True), nullable=True))
    op.add_column(
        'import_row', sa.Column('proof', sa.String(length=300), server_default=sa.text("''"), nullable=False)
    )


def downgrade() -> None:
    op.drop_column('import_row', 'proof')
    op.drop_column('import_row', 'given_at')
    op.drop_column('consent_record', 'given_at')
