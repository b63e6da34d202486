"""People at risk are encrypted: by which key, and room for it"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0076'
down_revision: str | None = '0075'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_LENGTHS = (
    ('subscriber', 'address', 254, False),
    ('subscriber', 'name', 120, False),
    ('field_value', 'text', 500, True),
)


def upgrade() -> None:
    """On PostgreSQL no row is written again for it; SQLite takes a length for a remark."""
    op.add_column('subscriber', sa.Column('encrypted_with', sa.String(length=8), nullable=True))
    is_encrypted = sa.text('encrypted_with IS NOT NULL')
    op.create_index(
        'ix_subscriber_encrypted_with', 'subscriber', ['encrypted_with', 'id'],
        postgresql_where=is_encrypted, sqlite_where=is_encrypted,
    )
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
    op.drop_index('ix_subscriber_encrypted_with', 'subscriber')
    op.drop_column('subscriber', 'encrypted_with')
