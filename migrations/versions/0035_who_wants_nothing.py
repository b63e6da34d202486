"""Who wants nothing of the organisation, whatever lists there are"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0035'
down_revision: str | None = '0034'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        'opted_out',
        sa.Column('address_hash', sa.String(length=64), nullable=False),
        sa.Column('method', sa.String(length=40), nullable=False),
        sa.Column('evidence', sa.String(), nullable=False),
        sa.Column('at', sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint('address_hash', name=op.f('pk_opted_out')),
    )
    # Until now it stood in the records alone, and ended with a later yes of the person's own. Whoever pressed "take
    # me off everything" is known by that alone which nothing else does: it ends protected lists other than the mail's.
    op.execute(
        """
        INSERT INTO opted_out (address_hash, method, evidence, at)
        SELECT subscriber.address_hash, said.method, said.evidence, said.at
        FROM subscriber
        JOIN consent_record AS said ON said.id = (
            SELECT MAX(one.id) FROM consent_record AS one
            LEFT JOIN mailing_list ON mailing_list.id = one.list_id
            LEFT JOIN campaign ON 'campaign:' || campaign.public_id = one.evidence
            WHERE one.subscriber_id = subscriber.id AND one.action = 'unsubscribed'
            AND (
                one.method = 'import_opt_out'
                OR (one.method = 'preferences_page' AND mailing_list.is_protected AND campaign.list_id <> one.list_id)
            )
        )
        WHERE NOT EXISTS (
            SELECT 1 FROM consent_record AS later
            WHERE later.subscriber_id = subscriber.id AND later.id > said.id
            AND later.action = 'confirmed' AND later.method <> 'import'
        )
        """
    )


def downgrade() -> None:
    op.drop_table('opted_out')
