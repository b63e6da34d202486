"""Passkeys, and the challenges that have not come back yet"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0089'
down_revision: str | None = '0088'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.create_table(
        'staff_passkey',
        sa.Column('id', _ID, nullable=False),
        sa.Column('user_id', _ID, nullable=False),
        sa.Column('credential_id', sa.String(length=1400), nullable=False),
        sa.Column('public_key', sa.String(length=1400), nullable=False),
        sa.Column('user_handle', sa.String(length=86), nullable=False),
        sa.Column('sign_count', _ID, nullable=False),
        sa.Column('can_be_copied', sa.Boolean(), nullable=False),
        sa.Column('host', sa.String(length=253), nullable=False),
        sa.Column('name', sa.String(length=60), nullable=False),
        sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('used_at', sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ['user_id'], ['staff_user.id'], name=op.f('fk_staff_passkey_user_id_staff_user'), ondelete='CASCADE'
        ),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_staff_passkey')),
        sa.UniqueConstraint('credential_id', name=op.f('uq_staff_passkey_credential_id')),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f('ix_staff_passkey_user_id'), 'staff_passkey', ['user_id'])
    op.create_table(
        'staff_passkey_challenge',
        sa.Column('challenge_hash', sa.String(length=64), nullable=False),
        sa.Column('holder_hash', sa.String(length=64), nullable=False),
        sa.Column('purpose', sa.String(length=40), nullable=False),
        sa.Column('user_id', _ID, nullable=True),
        sa.Column('expires_at', sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ['user_id'],
            ['staff_user.id'],
            name=op.f('fk_staff_passkey_challenge_user_id_staff_user'),
            ondelete='CASCADE',
        ),
        sa.PrimaryKeyConstraint('challenge_hash', name=op.f('pk_staff_passkey_challenge')),
    )
    op.create_index(op.f('ix_staff_passkey_challenge_expires_at'), 'staff_passkey_challenge', ['expires_at'])


def downgrade() -> None:
    op.drop_table('staff_passkey_challenge')
    op.drop_table('staff_passkey')
