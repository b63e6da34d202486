"""Through which sender an opt-in email was called for, so that its key is never used with another"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0060'
down_revision: str | None = '0059'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.add_column('question', sa.Column('sender_id', _ID, nullable=True))


def downgrade() -> None:
    op.drop_column('question', 'sender_id')
