"""How many emails a sender may send in a second, an hour or a day"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0047'
down_revision: str | None = '0046'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.add_column('sender', sa.Column('email_limit', sa.Integer(), nullable=True))
    op.add_column('sender', sa.Column('limit_period', sa.String(length=40), nullable=True))


def downgrade() -> None:
    op.drop_column('sender', 'limit_period')
    op.drop_column('sender', 'email_limit')
