"""Links that let a person in from a new device, while others guess at their account"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0034'
down_revision: str | None = '0033'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.add_column('staff_device', sa.Column('link_until', sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    op.drop_column('staff_device', 'link_until')
