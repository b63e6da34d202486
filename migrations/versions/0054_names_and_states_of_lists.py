"""Names of a list in each language, when it was closed or archived; when a sender became another; the first set-up"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0054'
down_revision: str | None = '0053'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.add_column('mailing_list', sa.Column('names', sa.JSON(), nullable=False, server_default='{}'))
    op.add_column('mailing_list', sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True))
    op.add_column('mailing_list', sa.Column('archived_at', sa.DateTime(timezone=True), nullable=True))
    op.add_column('sender', sa.Column('identity_changed_at', sa.DateTime(timezone=True), nullable=True))
    op.create_table(
        'set_up_link',
        sa.Column('purpose', sa.String(length=40), nullable=False),
        sa.Column('secret_hash', sa.String(length=64), nullable=False),
        sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint('purpose', name=op.f('pk_set_up_link')),
    )


def downgrade() -> None:
    op.drop_table('set_up_link')
    op.drop_column('sender', 'identity_changed_at')
    op.drop_column('mailing_list', 'archived_at')
    op.drop_column('mailing_list', 'closed_at')
    op.drop_column('mailing_list', 'names')
