"""What was seen the last time somebody looked, as far as it is still believed."""

from collections.abc import Collection
from datetime import datetime

from sqlmodel import Session, col, select

from campaigns.review.external.probe_targets import Problem
from campaigns.review.external.tables import ProbeKind, ProbeRecord

ProbeResults = dict[tuple[ProbeKind, str], list[Problem]]


def probe_results(session: Session, keys: Collection[str], *, now: datetime) -> ProbeResults:
    """In one query. What is not in it, nobody has seen."""
    rows = session.exec(
        select(ProbeRecord).where(col(ProbeRecord.key).in_(keys), col(ProbeRecord.good_until) > now)
    ).all()
    return {
        (row.kind, row.key): [Problem(problem["code"], problem["params"]) for problem in row.said] for row in rows
    }
