"""When each sender's provider is asked next whom it sends nothing to"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0018'
down_revision: str | None = '0014'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    with op.batch_alter_table('sender', schema=None) as batch_op:
        batch_op.add_column(sa.Column('next_suppressions_at', sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table('sender', schema=None) as batch_op:
        batch_op.drop_column('next_suppressions_at')
