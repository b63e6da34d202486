"""Write and change news in the browser: by the one path that saves news, with who did it, and what it reopens.

What is frozen keeps what was approved, so a campaign that waits for approval, or has it, goes back to draft when
an item of it changes: whoever changed it does not count as its approver (ADR 38, 58). What has gone out stays.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from campaigns.editorial.edit import reopen
from campaigns.editorial.news_changes import record_text
from campaigns.editorial.news_uses import campaigns_of, is_used
from campaigns.editorial.stale_edit import expect_seen, news_version
from campaigns.queries import lock_campaign
from core.errors import Conflict, NotFound
from news.held_files import leave_file
from news.incoming_item import IncomingItem
from news.queries import find_item, texts_of
from news.save_item import save_item
from news.slug_owner import TextOrigin
from news.tables import NewsItem, NewsText, NewsVersion, OriginKind
from news.versions import content_of, present_content
from staff import audit
from staff.principal import Principal, require
from staff.roles import Permission


@dataclass(frozen=True, slots=True)
class NewsEdit:
    """Texts of one item, as they are to be. Languages that it does not name stay as they are."""

    item_id: int
    texts: Sequence[IncomingItem]
    seen: str | None = None
    """The version that the person had before them (`campaigns.editorial.stale_edit`)."""


def add_news(session: Session, texts: Sequence[IncomingItem], *, actor: Principal, now: datetime) -> int:
    """A new item. Raises NotAllowed, and Conflict where somebody has just taken its slug: the caller makes another
    one and tries again."""
    require(actor, Permission.DRAFT)
    if find_item(session, texts[0].slug) is not None:
        raise Conflict("campaigns-news-slug-taken", slug=texts[0].slug)
    item_id = _save(session, texts, {}, actor=actor, now=now)
    _record(session, item_id, "news.written", actor=actor, now=now, languages=[text.language for text in texts])
    return item_id


def edit_news(session: Session, edit: NewsEdit, *, actor: Principal, now: datetime) -> bool:
    """Returns whether anything has changed. What belongs to a watched folder is taken over.

    Raises NotFound, NotAllowed, and StaleEdit where it is no longer what was seen.
    """
    require(actor, Permission.EDIT)
    item = _locked(session, edit.item_id)
    texts = texts_of(session, [item.id])[item.id]
    changed = [text for text in edit.texts if _is_change(session, item, texts.get(text.language), text)]
    expect_seen(edit.seen, news_version(item, texts.values()), is_change=bool(changed))
    if not changed:
        return False
    _reopen_campaigns(session, item.id, actor=actor, now=now)
    _save(session, changed, texts, actor=actor, now=now)
    languages = [text.language for text in changed]
    _record(session, item.id, "news.edited", actor=actor, now=now, languages=languages)
    return True


def restore_version(
    session: Session, version: NewsVersion, edit: NewsEdit, *, actor: Principal, now: datetime
) -> None:
    """`edit`: what the version holds. The text is as it was then; what it was until now stays a version."""
    require(actor, Permission.EDIT)
    item = _locked(session, version.item_id)
    texts = texts_of(session, [item.id])[item.id]
    expect_seen(edit.seen, news_version(item, texts.values()))
    _reopen_campaigns(session, item.id, actor=actor, now=now)
    _save(session, edit.texts, texts, actor=actor, now=now)
    if version.is_held:
        leave_file(session, version)
    action = "news.file_taken" if version.is_held else "news.version_restored"
    _record(session, item.id, action, actor=actor, now=now, language=version.language)


def decline_file(session: Session, version: NewsVersion, *, actor: Principal, now: datetime) -> None:
    """The text stays as it is, and the folder's file is left alone while it stays like this."""
    require(actor, Permission.EDIT)
    leave_file(session, version)
    _record(session, version.item_id, "news.file_declined", actor=actor, now=now, language=version.language)


def withdraw_news(session: Session, item_id: int, *, actor: Principal, now: datetime) -> None:
    """No new campaign takes it; those that have it keep it."""
    require(actor, Permission.EDIT)
    item = _locked(session, item_id)
    if item.withdrawn_at is None:
        item.withdrawn_at = now
        session.add(item)
        _record(session, item_id, "news.withdrawn", actor=actor, now=now)


def readmit_news(session: Session, item_id: int, *, actor: Principal, now: datetime) -> None:
    require(actor, Permission.EDIT)
    item = _locked(session, item_id)
    if item.withdrawn_at is not None:
        item.withdrawn_at = None
        session.add(item)
        _record(session, item_id, "news.readmitted", actor=actor, now=now)


def delete_news(session: Session, item_id: int, *, actor: Principal, now: datetime) -> None:
    """With its texts and versions. Raises Conflict for one that a campaign or an automation has, and for a watched
    folder's, which its file would bring back."""
    require(actor, Permission.EDIT)
    item = _locked(session, item_id)
    if is_used(session, item_id):
        raise Conflict("campaigns-news-is-used")
    if item.source_id is not None:
        raise Conflict("campaigns-news-of-folder")
    slug = item.slug
    session.delete(item)
    session.flush()
    _record(session, item_id, "news.deleted", actor=actor, now=now, slug=slug)


def _save(
    session: Session,
    texts: Sequence[IncomingItem],
    before: Mapping[str, NewsText],
    *,
    actor: Principal,
    now: datetime,
) -> int:
    origin = TextOrigin(kind=OriginKind.BROWSER, takes_over=True, actor=actor.name)
    digests = {language: text.digest for language, text in before.items()}
    item_id = 0
    for incoming in texts:
        item_id = save_item(session, incoming, now=now, origin=origin).item_id
        parts = (digests.get(incoming.language), incoming.digest)
        record_text(session, item_id, incoming.language, parts, actor=actor, now=now)
    return item_id


def _is_change(session: Session, item: NewsItem, text: NewsText | None, incoming: IncomingItem) -> bool:
    return text is None or present_content(session, item, text) != content_of(incoming)


def _reopen_campaigns(session: Session, item_id: int, *, actor: Principal, now: datetime) -> None:
    for link in sorted(campaigns_of(session, [item_id])[item_id], key=lambda each: each.id):
        if link.is_reopened:
            campaign = lock_campaign(session, link.id)
            reopen(session, campaign, {}, actor=actor, now=now)
            audit.record(
                session,
                actor=actor.name,
                action="campaign.news_changed",
                subject=f"campaign:{link.id}",
                now=now,
                item=item_id,
            )


def _locked(session: Session, item_id: int) -> NewsItem:
    known = select(NewsItem).where(col(NewsItem.id) == item_id).with_for_update()
    item = session.exec(known).first()
    if item is None:
        raise NotFound("news-item-unknown", item=item_id)
    return item


def _record(
    session: Session, item_id: int, action: str, *, actor: Principal, now: datetime, **detail: object
) -> None:
    audit.record(session, actor=actor.name, action=action, subject=f"news_item:{item_id}", now=now, **detail)
