"""Whoever brings in news answers for its words, and does not approve the campaigns that carry them (ADR 38).

What a watched folder brings in is nobody's hand: whoever wrote there is not known. An automation's standing
approval is for that alone: what a person had a hand in is held (ADR 41).
"""

from collections.abc import Iterable
from datetime import datetime

from sqlmodel import Session, col, select

from campaigns.editorial.tables import ContentChange
from news.import_report import ImportedItem
from news.queries import corrected_slugs, items_by_slug, texts_of
from news.tables import NewsItem
from staff import audit
from staff.principal import Principal, require
from staff.roles import Permission


def record_import(session: Session, imported: Iterable[ImportedItem], *, actor: Principal, now: datetime) -> None:
    """For the transaction of the import: an audit entry and a change for each text that is new or has changed.

    Raises NotAllowed where the actor may not write news; nothing is imported then.
    """
    require(actor, Permission.DRAFT)
    changed = [item for item in imported if item.is_changed]
    texts = texts_of(session, sorted({item.item_id for item in changed}))
    for item in changed:
        digest = texts[item.item_id][item.language].digest
        record_text(session, item.item_id, item.language, (None, digest), actor=actor, now=now)
        _record(session, item.item_id, "news.imported", actor=actor, now=now, language=item.language)


def record_text(
    session: Session,
    item_id: int,
    language: str,
    digests: tuple[str | None, str | None],
    *,
    actor: Principal,
    now: datetime,
) -> None:
    """That the actor made the text what it is. `digests`: before, if that is known, and now; what the last person
    made it counts as what was there before."""
    subject = f"news_item:{item_id}"
    latest = session.exec(
        select(ContentChange.value_after)
        .where(ContentChange.subject == subject, ContentChange.part == language)
        .order_by(col(ContentChange.id).desc())
        .limit(1)
    ).first()
    before, after = digests
    session.add(
        ContentChange(
            subject=subject,
            part=language,
            actor=actor.name,
            value_before=latest or before,
            value_after=after,
            at=now,
        )
    )
    session.flush()


def _record(
    session: Session, item_id: int, action: str, *, actor: Principal, now: datetime, **detail: object
) -> None:
    audit.record(session, actor=actor.name, action=action, subject=f"news_item:{item_id}", now=now, **detail)


def latest_hand(session: Session, item: NewsItem) -> ContentChange | None:
    """The last change that a person made of what the item says, or of what it corrects; None where nobody has."""
    corrected = corrected_slugs(texts_of(session, [item.id]))
    items = [item, *items_by_slug(session, corrected).values()]
    subjects = [f"news_item:{of.id}" for of in items]
    return session.exec(
        select(ContentChange)
        .where(col(ContentChange.subject).in_(subjects))
        .order_by(col(ContentChange.id).desc())
        .limit(1)
    ).first()
