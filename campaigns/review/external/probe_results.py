"""What was seen the last time somebody looked, as far as it is still believed."""

from collections.abc import Collection
from datetime import datetime

from sqlmodel import Session, col, select

from campaigns.review.external.probe_targets import Said
from campaigns.review.external.tables import LookKind, OutsideLook

Looks = dict[tuple[LookKind, str], list[Said]]


def looks_of(session: Session, keys: Collection[str], *, now: datetime) -> Looks:
    """In one query. What is not in it, nobody has seen."""
    rows = session.exec(
        select(OutsideLook).where(col(OutsideLook.key).in_(keys), col(OutsideLook.good_until) > now)
    ).all()
    return {(row.kind, row.key): [Said(one["code"], one["params"]) for one in row.said] for row in rows}
