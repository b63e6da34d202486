"""Links that staff get by email, and accounts that were deleted"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0079'
down_revision: str | None = '0078'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.add_column('staff_mail', sa.Column('link_nonce', sa.String(length=40), nullable=True))
    op.add_column('staff_user', sa.Column('deleted_at', sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    op.drop_column('staff_user', 'deleted_at')
    op.drop_column('staff_mail', 'link_nonce')
