"""When a session of staff was last used, what its device is called, and who asks for a new password"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0080'
down_revision: str | None = '0079'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


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
    op.create_table(
        'password_reset_request',
        sa.Column('id', _ID, nullable=False),
        sa.Column('address', sa.String(length=254).with_variant(sa.String(), 'postgresql'), nullable=False),
        sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_password_reset_request')),
        sqlite_autoincrement=True,
    )


def downgrade() -> None:
    op.drop_table('password_reset_request')
    op.drop_column('staff_session', 'browser')
    op.drop_column('staff_session', 'seen_at')
