"""The numbers of forgotten mails: bounces and complaints about them lead to an address"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0041'
down_revision: str | None = '0040'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.add_column('forgotten_mail', sa.Column('sender_id', _ID, nullable=True))
    op.add_column('forgotten_mail', sa.Column('delivery_id', _ID, nullable=True))
    op.add_column('delivery_event', sa.Column('reported_delivery_id', _ID, nullable=True))
    op.create_index('ix_forgotten_mail_delivery_id', 'forgotten_mail', ['delivery_id'])
    op.create_index('ix_forgotten_mail_address_hash', 'forgotten_mail', ['address_hash'])


def downgrade() -> None:
    op.drop_index('ix_forgotten_mail_address_hash', 'forgotten_mail')
    op.drop_index('ix_forgotten_mail_delivery_id', 'forgotten_mail')
    op.drop_column('delivery_event', 'reported_delivery_id')
    op.drop_column('forgotten_mail', 'delivery_id')
    op.drop_column('forgotten_mail', 'sender_id')
