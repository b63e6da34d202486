"""Subjects of follow-ups: in the program's own words at first, which say whether the earlier campaign was recalled
or corrected, and follow its notice until a person writes others."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from campaigns.editorial.edit import record_edit
from campaigns.editorial.tables import CampaignVersion
from campaigns.editorial.versions import lock_to_edit, read_content
from campaigns.public_archive.tables import CampaignNotice, NoticeKind
from campaigns.queries import variants_of
from campaigns.status import CampaignStatus
from campaigns.tables import Campaign, Variant
from staff.principal import Principal
from templates.render import reader_texts

_MOST_COMPARED = 50
"""Versions."""


@dataclass(frozen=True, slots=True)
class SubjectRemark:
    """A subject that may not fit the notice any more."""

    language: str
    original: Campaign
    notice: NoticeKind


def subject_for(of_what: str, kind: NoticeKind, language: str) -> str:
    return reader_texts().text(language, f"templates-follow-up-{kind.value}", subject=of_what)


def follow_notice(
    session: Session, original: Campaign, notice: CampaignNotice, *, actor: Principal, now: datetime
) -> None:
    """The draft's name and subjects, where they are still those of the other kind; nothing that is past a draft.
    Whoever changes the notice has no hand in it: the words are the program's, as when it was drafted."""
    draft = session.get(Campaign, notice.follow_up_id) if notice.follow_up_id else None
    if draft is None or draft.status is not CampaignStatus.DRAFT:
        return
    lock_to_edit(session, draft.id)
    other, subjects = _other(notice.kind), _subjects(session, original)
    if draft.name == subject_for(original.name, other, original.main_language):
        draft.name = subject_for(original.name, notice.kind, original.main_language)
        session.add(draft)
    for variant in variants_of(session, draft.id):
        of_what = subjects.get(variant.language)
        if of_what is not None and variant.subject == subject_for(of_what, other, variant.language):
            variant.subject = subject_for(of_what, notice.kind, variant.language)
            session.add(variant)
            changed = {"language": variant.language, "fields": ["subject"]}
            record_edit(session, draft, "campaign.edited", actor=actor, now=now, **changed)


def outdated_subjects(session: Session, follow_up: Campaign) -> Iterator[SubjectRemark]:
    """Subjects with the words of the other kind of notice; and those that a person wrote while it was the other.
    One query where it is no follow-up."""
    if not follow_up.id:
        return
    wanted = select(CampaignNotice).where(CampaignNotice.follow_up_id == follow_up.id)
    notice = session.exec(wanted).first()
    if notice is None:
        return
    original = session.get_one(Campaign, notice.campaign_id)
    subjects = _subjects(session, original)
    for variant in variants_of(session, follow_up.id):
        frame = subject_for("", _other(notice.kind), variant.language).strip()
        of_what = subjects.get(variant.language, original.name)
        if frame in variant.subject or _is_from_before(session, variant, notice, of_what=of_what):
            yield SubjectRemark(variant.language, original, notice.kind)


def _is_from_before(session: Session, variant: Variant, notice: CampaignNotice, *, of_what: str) -> bool:
    """Whether a person wrote it in the place of the words of the other kind, and before the notice became what it
    is."""
    versions = select(CampaignVersion.content).where(
        CampaignVersion.campaign_id == variant.campaign_id, col(CampaignVersion.saved_at) <= notice.at
    )
    contents = session.exec(versions.order_by(col(CampaignVersion.id).desc()).limit(_MOST_COMPARED))
    texts = (read_content(content).variants.get(variant.language, {}) for content in contents)
    subjects = [text.get("subject", "") for text in texts]
    made = {subject_for(of_what, kind, variant.language): kind for kind in NoticeKind}
    replaced = next((made[subject] for subject in subjects if subject in made), notice.kind)
    return replaced is not notice.kind and subjects[0] == variant.subject


def _subjects(session: Session, campaign: Campaign) -> dict[str, str]:
    return {variant.language: variant.subject for variant in variants_of(session, campaign.id)}


def _other(kind: NoticeKind) -> NoticeKind:
    return NoticeKind.RECALL if kind is NoticeKind.CORRECTION else NoticeKind.CORRECTION
