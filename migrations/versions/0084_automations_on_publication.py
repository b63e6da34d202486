"""Automations that act on each publication: until when each has looked through the news"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0084'
down_revision: str | None = '0083'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.add_column('digest', sa.Column('looked_at', sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table('digest', schema=None) as batch_op:
        batch_op.drop_column('looked_at')
