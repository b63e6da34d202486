"""Who somebody is at the identity provider that they sign in at"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0091'
down_revision: str | None = '0090'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.create_table(
        'staff_oidc_identity',
        sa.Column('id', _ID, nullable=False),
        sa.Column('user_id', _ID, nullable=False),
        sa.Column('issuer', sa.String(length=400), nullable=False),
        sa.Column('subject', sa.String(length=255), nullable=False),
        sa.Column('linked_at', sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ['user_id'],
            ['staff_user.id'],
            name=op.f('fk_staff_oidc_identity_user_id_staff_user'),
            ondelete='CASCADE',
        ),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_staff_oidc_identity')),
        sa.UniqueConstraint('issuer', 'subject', name=op.f('uq_staff_oidc_identity_issuer_subject')),
        sa.UniqueConstraint('issuer', 'user_id', name=op.f('uq_staff_oidc_identity_issuer_user_id')),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f('ix_staff_oidc_identity_user_id'), 'staff_oidc_identity', ['user_id'])


def downgrade() -> None:
    op.drop_table('staff_oidc_identity')
