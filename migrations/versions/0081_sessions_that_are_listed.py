"""When a session of staff was last used, and what its device is called"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0081'
down_revision: str | None = '0080'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.add_column(
        'staff_session',
        sa.Column(
            'seen_at',
            sa.DateTime(timezone=True),
            nullable=False,
            server_default=sa.text("'1970-01-01 00:00:00+00:00'"),
        ),
    )
    op.add_column('staff_session', sa.Column('browser', sa.String(length=40), nullable=False, server_default=''))
    # Of a session from before, no other moment is known.
    op.execute('UPDATE staff_session SET seen_at = created_at')


def downgrade() -> None:
    op.drop_column('staff_session', 'browser')
    op.drop_column('staff_session', 'seen_at')
