"""Second factors and their recovery codes, when a session last proved one, and how old a password is"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0086'
down_revision: str | None = '0085'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.add_column('staff_user', sa.Column('password_changed_at', sa.DateTime(timezone=True), nullable=True))
    # Of a password from before, no later moment is known.
    op.execute('UPDATE staff_user SET password_changed_at = COALESCE(password_set_at, created_at)')
    op.add_column('staff_session', sa.Column('proved_at', sa.DateTime(timezone=True), nullable=True))
    op.create_table(
        'staff_second_factor',
        sa.Column('user_id', _ID, nullable=False),
        sa.Column('sealed_secret', sa.String(length=400), nullable=False),
        sa.Column('last_step', _ID, nullable=False),
        sa.Column('set_up_at', sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ['user_id'], ['staff_user.id'], name=op.f('fk_staff_second_factor_user_id_staff_user'), ondelete='CASCADE'
        ),
        sa.PrimaryKeyConstraint('user_id', name=op.f('pk_staff_second_factor')),
    )
    op.create_table(
        'staff_recovery_code',
        sa.Column('id', _ID, nullable=False),
        sa.Column('user_id', _ID, nullable=False),
        sa.Column('code_hash', sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ['user_id'], ['staff_user.id'], name=op.f('fk_staff_recovery_code_user_id_staff_user'), ondelete='CASCADE'
        ),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_staff_recovery_code')),
        sa.UniqueConstraint('user_id', 'code_hash', name=op.f('uq_staff_recovery_code_user_id_code_hash')),
        sqlite_autoincrement=True,
    )


def downgrade() -> None:
    op.drop_table('staff_recovery_code')
    op.drop_table('staff_second_factor')
    op.drop_column('staff_session', 'proved_at')
    op.drop_column('staff_user', 'password_changed_at')
