"""Change a campaign that has not begun to go out. Whatever was approved is approved no longer."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from campaigns.audience_lists import thaw_list_names
from campaigns.clicks.frozen_links import thaw_links
from campaigns.editorial.block_changes import content_change
from campaigns.editorial.blocks import blocks_of, save_texts
from campaigns.editorial.content_changes import ABSENT, record_changes
from campaigns.editorial.draft import campaign_senders, first_variant, known_language
from campaigns.editorial.stale_edit import expect_seen, own_changes, senders_version, text_fields, text_version
from campaigns.editorial.tables import CampaignVersion
from campaigns.editorial.versions import keep_version, lock_to_edit
from campaigns.public_archive.publication_pages import thaw_pages
from campaigns.queries import variants_of
from campaigns.status import CampaignAction, CampaignStatus
from campaigns.tables import Approval, Campaign, RenderedVariant, Variant
from campaigns.transition import move
from core.errors import Conflict, NotFound
from news.queries import texts_of
from staff import audit
from staff.principal import Principal, require
from staff.roles import Permission
from subscribers.audience import first_list

NO_WORDS = {"subject": ABSENT, "preheader": ABSENT, "intro_html": ABSENT}
"""The texts of a variant that there is not."""
_WRITING = {"campaign.edited": "language", "campaign.block_changed": "block"}
"""Steps that somebody may go on with, and what says where."""
ONE_ENTRY = timedelta(hours=1)
"""For so long an entry of the audit log stands for what its actor goes on writing there."""
_MOST_IN_BETWEEN = 100
"""Entries about other places, or of other people, that do not end it."""


@dataclass(frozen=True, slots=True)
class VariantEdit:
    """New texts for one language."""

    changes: dict[str, str]
    """May hold subject, preheader and intro_html, a rich text that is sanitised already."""
    seen: str | None = None
    """The version that the person had before them (`campaigns.editorial.stale_edit`)."""


@dataclass(frozen=True, slots=True)
class SenderChoice:
    """Who the mail comes from, and who carries it while that one must not be used, by their names."""

    first: str
    second: str = ""
    """May be empty."""
    seen: str | None = None
    """The choice that the person had before them (`campaigns.editorial.stale_edit`)."""


def edit_variant(
    session: Session, campaign_id: int, language: str, edit: VariantEdit, *, actor: Principal, now: datetime
) -> Campaign:
    """The campaign is a draft again, its approvals are void and its frozen variants gone. A field that stands in
    `edit` as it was seen is left as somebody else may have changed it since.

    Raises NotFound, IllegalTransition once it is on its way, Conflict where a text that is changed is no longer
    the one that was seen.
    """
    require(actor, Permission.EDIT)
    campaign = lock_to_edit(session, campaign_id)
    variant = _variant(session, campaign, language)
    before = text_fields(variant)
    changes = own_changes(edit.seen, edit.changes, before)
    reopen(session, campaign, of_variant(language, before, before | changes), actor=actor, now=now)
    variant.subject = changes.get("subject", variant.subject)
    variant.preheader = changes.get("preheader", variant.preheader)
    variant.intro_html = changes.get("intro_html", variant.intro_html)
    record_edit(
        session,
        campaign,
        "campaign.edited",
        actor=actor,
        now=now,
        language=language,
        fields=sorted(changes),
    )
    return campaign


def add_variant(session: Session, campaign_id: int, language: str, *, actor: Principal, now: datetime) -> Campaign:
    """A variant in one more language, with its first words taken from the items; a draft again, as by any edit.

    Items that have no text in it stand in it in another language, and say so. Raises InputRefused for a language
    that nobody knows, Conflict where there is such a variant already.
    """
    require(actor, Permission.EDIT)
    campaign = lock_to_edit(session, campaign_id)
    if known_language(language) in {variant.language for variant in variants_of(session, campaign_id)}:
        raise Conflict("campaigns-variant-exists", language=language, name=campaign.name)
    items = [block.item_id for block in blocks_of(session, campaign_id) if block.item_id is not None]
    texts = texts_of(session, items)
    item_texts = [texts[item_id] for item_id in items]
    mailing_list = first_list(session, campaign.audience)
    variant = first_variant(campaign, language, item_texts, mailing_list=mailing_list, now=now)
    reopen(session, campaign, of_variant(language, NO_WORDS, text_fields(variant)), actor=actor, now=now)
    session.add(variant)
    record_edit(session, campaign, "campaign.variant_added", actor=actor, now=now, language=language)
    return campaign


def remove_variant(
    session: Session, campaign_id: int, language: str, *, actor: Principal, now: datetime, seen: str | None = None
) -> Campaign:
    """Without this language; its words are gone, also those in blocks. A draft again. Raises NotFound, and
    Conflict for the main one or for words that nobody has `seen`."""
    require(actor, Permission.EDIT)
    campaign = lock_to_edit(session, campaign_id)
    variant = _variant(session, campaign, language)
    if language == campaign.main_language:
        raise Conflict("campaigns-main-variant-stays", language=language, name=campaign.name)
    expect_seen(seen, text_version(text_fields(variant)))
    parts = dict(of_variant(language, text_fields(variant), NO_WORDS))
    for block in blocks_of(session, campaign_id):
        texts = {code: text for code, text in block.texts.items() if code != language}
        parts |= content_change(block, replace(block, texts=texts))
        if len(texts) < len(block.texts):
            save_texts(session, block.id, texts)
    reopen(session, campaign, parts, actor=actor, now=now)
    session.delete(variant)
    record_edit(session, campaign, "campaign.variant_removed", actor=actor, now=now, language=language)
    return campaign


def reopen_to_edit(session: Session, campaign_id: int, *, actor: Principal, now: datetime) -> Campaign:
    """A draft again, before anything of it is changed: what was approved is approved no longer.

    Nothing happens to a draft. Raises NotFound, IllegalTransition once it is on its way.
    """
    require(actor, Permission.EDIT)
    campaign = lock_to_edit(session, campaign_id)
    if campaign.status is not CampaignStatus.DRAFT:
        reopen(session, campaign, {}, actor=actor, now=now)
        record_edit(session, campaign, "campaign.reopened", actor=actor, now=now)
    return campaign


def choose_senders(
    session: Session, campaign_id: int, choice: SenderChoice, *, actor: Principal, now: datetime
) -> Campaign:
    """A draft again: readers see it in From. Raises NotFound, InputRefused; Conflict where the senders are not
    those that were seen."""
    require(actor, Permission.EDIT)
    campaign = lock_to_edit(session, campaign_id)
    chosen, spare = campaign_senders(session, choice.first, choice.second)
    before, after = [campaign.sender_id, campaign.second_sender_id], [chosen.id, spare.id if spare else None]
    expect_seen(choice.seen, senders_version(campaign), is_change=before != after)
    reopen(session, campaign, {"senders": (before, after)}, actor=actor, now=now)
    campaign.sender_id, campaign.second_sender_id = chosen.id, spare.id if spare else None
    session.add(campaign)
    names = {"first": choice.first, "second": choice.second}
    record_edit(session, campaign, "campaign.senders_chosen", actor=actor, now=now, **names)
    return campaign


def _variant(session: Session, campaign: Campaign, language: str) -> Variant:
    variant = session.exec(
        select(Variant).where(Variant.campaign_id == campaign.id, Variant.language == language)
    ).one_or_none()
    if variant is None:
        raise NotFound("campaigns-no-variant", language=language, name=campaign.name)
    return variant


def record_edit(
    session: Session, campaign: Campaign, action: str, *, actor: Principal, now: datetime, **detail: object
) -> None:
    """In the audit log, and as a version of what the campaign says."""
    written_in = _WRITING.get(action)
    place = f"{written_in}:{detail[written_in]}" if written_in else ""
    keep_version(session, campaign, CampaignVersion(action=action, actor=actor.name, place=place), now=now)
    subject = f"campaign:{campaign.id}"
    if action in _WRITING and _is_in_log(session, subject, (actor.name, action, detail), now=now):
        return
    audit.record(session, actor=actor.name, action=action, subject=subject, now=now, **detail)


def _is_in_log(session: Session, subject: str, step: tuple[str, str, Mapping[str, Any]], *, now: datetime) -> bool:
    """Whether somebody goes on writing what the log says they write, and nothing else happened to the campaign
    since: what is typed is saved every few seconds. Each sitting is a version; each change is in the ledger."""
    for earlier in audit.entries_about(session, subject, limit=_MOST_IN_BETWEEN):
        if earlier.action not in _WRITING or not earlier.at <= now < earlier.at + ONE_ENTRY:
            return False
        if (earlier.actor, earlier.action, earlier.detail) == step:
            return True
    return False


def of_variant(language: str, before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Each field is a part of its own: putting one back frees whoever changed only that."""
    return {f"variant:{language}:{field}": (before[field], after[field]) for field in NO_WORDS}


def reopen(
    session: Session,
    campaign: Campaign,
    parts: Mapping[str, tuple[Any, Any]],
    *,
    actor: Principal,
    now: datetime,
) -> None:
    """Back to draft: approvals void, nothing frozen, nothing scheduled. `parts`: what is changed, from what to
    what; whoever changes it does not approve it (ADR 38)."""
    record_changes(session, f"campaign:{campaign.id}", parts, actor=actor.name, now=now)
    return_to_draft(session, campaign, CampaignAction.EDIT, now=now)


def return_to_draft(session: Session, campaign: Campaign, action: CampaignAction, *, now: datetime) -> None:
    """Approvals void, nothing frozen, nothing scheduled. Raises IllegalTransition."""
    move(
        session,
        campaign,
        action,
        now=now,
        content_hash=None,
        scheduled_at=None,
        scheduled_zone=None,
    )
    session.execute(
        update(Approval)
        .where(col(Approval.campaign_id) == campaign.id, col(Approval.voided_at).is_(None))
        .values(voided_at=now)
    )
    session.execute(delete(RenderedVariant).where(col(RenderedVariant.campaign_id) == campaign.id))
    thaw_list_names(campaign.audience_lists)
    thaw_pages(session, campaign)
    thaw_links(session, campaign)
