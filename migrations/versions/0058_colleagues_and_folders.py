"""One-time links for passwords, what somebody could do until lately, and when a folder was watched no longer"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0058'
down_revision: str | None = '0057'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.add_column('news_source', sa.Column('stopped_at', sa.DateTime(timezone=True), nullable=True))
    op.add_column('staff_user', sa.Column('former_role', sa.String(length=40), nullable=True))
    op.add_column('staff_user', sa.Column('former_until', sa.DateTime(timezone=True), nullable=True))
    op.add_column('staff_user', sa.Column('password_set_at', sa.DateTime(timezone=True), nullable=True))
    op.add_column('staff_user', sa.Column('password_link_of', sa.String(length=80), nullable=True))
    op.create_table(
        'staff_password_link',
        sa.Column('user_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
        sa.Column('secret_hash', sa.String(length=64), nullable=False),
        sa.Column('made_by', sa.String(length=80), nullable=False),
        sa.Column('until', sa.DateTime(timezone=True), nullable=False),
        sa.Column('is_first', sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ['user_id'],
            ['staff_user.id'],
            name=op.f('fk_staff_password_link_user_id_staff_user'),
            ondelete='CASCADE',
        ),
        sa.PrimaryKeyConstraint('user_id', name=op.f('pk_staff_password_link')),
        sa.UniqueConstraint('secret_hash', name=op.f('uq_staff_password_link_secret_hash')),
    )


def downgrade() -> None:
    op.drop_table('staff_password_link')
    op.drop_column('staff_user', 'password_link_of')
    op.drop_column('staff_user', 'password_set_at')
    op.drop_column('staff_user', 'former_until')
    op.drop_column('staff_user', 'former_role')
    op.drop_column('news_source', 'stopped_at')
