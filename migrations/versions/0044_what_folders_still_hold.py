"""Since when a watched folder no longer holds a text, when a text came, who approved an automation"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0044'
down_revision: str | None = '0043'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.add_column('news_text', sa.Column('missing_since', sa.DateTime(timezone=True), nullable=True))
    op.add_column('news_text', sa.Column('came_at', sa.DateTime(timezone=True), nullable=True))
    op.add_column('automation', sa.Column('folder_checked_at', sa.DateTime(timezone=True), nullable=True))
    op.create_table(
        'automation_approval',
        sa.Column('automation_id', _ID, nullable=False),
        sa.Column('user_id', _ID, nullable=False),
        sa.Column('at', sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ['automation_id'], ['automation.id'],
            name=op.f('fk_automation_approval_automation_id_automation'), ondelete='CASCADE',
        ),
        sa.ForeignKeyConstraint(
            ['user_id'], ['staff_user.id'], name=op.f('fk_automation_approval_user_id_staff_user')
        ),
        sa.PrimaryKeyConstraint('automation_id', 'user_id', name=op.f('pk_automation_approval')),
    )


def downgrade() -> None:
    op.drop_table('automation_approval')
    op.drop_column('automation', 'folder_checked_at')
    op.drop_column('news_text', 'came_at')
    op.drop_column('news_text', 'missing_since')
