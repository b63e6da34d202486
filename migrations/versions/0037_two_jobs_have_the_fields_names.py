"""Two jobs are called by the field's terms: their heartbeats, and wake-ups that wait, follow"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0037'
down_revision: str | None = '0036'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_NAMES = {'settle_in_doubt': 'reconcile_in_doubt', 'send_questions': 'send_opt_in_mails'}


def upgrade() -> None:
    _rename(_NAMES)


def downgrade() -> None:
    _rename({new: old for old, new in _NAMES.items()})


def _rename(names: dict[str, str]) -> None:
    for before, after in names.items():
        values = {'before': before, 'after': after}
        op.execute(sa.text('UPDATE heartbeat SET job = :after WHERE job = :before').bindparams(**values))
        if op.get_bind().dialect.name == 'postgresql':
            # Nothing is lost with a wake-up: the rows say what is due, and the next sweep asks for the job again.
            op.execute(sa.text('DELETE FROM procrastinate_jobs WHERE task_name = :before').bindparams(before=before))
