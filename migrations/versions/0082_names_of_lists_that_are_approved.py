"""What a list was called when a campaign to it was submitted: List-Id says that"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0082'
down_revision: str | None = '0081'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    # Nothing in what was submitted before: its content hash is over what it was then, and its approval stays one.
    op.add_column('audience_list', sa.Column('list_name', sa.String(length=120), nullable=True))


def downgrade() -> None:
    op.drop_column('audience_list', 'list_name')
