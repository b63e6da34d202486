"""What is on its way, and what people are called, may be encrypted: it takes more room than it had"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0075'
down_revision: str | None = '0074'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_LENGTHS = (
    ('import_row', 'address', 254, False),
    ('import_row', 'name', 120, False),
    ('import_row', 'proof', 300, False),
    ('import_row', 'old_name', 120, True),
    ('address_change', 'old_address', 254, False),
    ('address_change', 'new_address', 254, False),
)


def upgrade() -> None:
    """On PostgreSQL no row is written again for it; SQLite takes a length for a remark."""
    if op.get_bind().dialect.name == 'postgresql':
        for table, column, length, is_nullable in _LENGTHS:
            op.alter_column(
                table, column, type_=sa.String(), existing_type=sa.String(length), existing_nullable=is_nullable
            )


def downgrade() -> None:
    """What is encrypted would not fit: PostgreSQL refuses, and nothing is changed."""
    if op.get_bind().dialect.name == 'postgresql':
        for table, column, length, is_nullable in _LENGTHS:
            op.alter_column(
                table, column, type_=sa.String(length), existing_type=sa.String(), existing_nullable=is_nullable
            )
