"""A digest as it would be made at this moment, in no database yet: its news, its subjects and its audience, and
what keeps it from being sent by itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from html import escape

from sqlmodel import Session

from campaigns.audience_lists import audience_segments, chosen
from campaigns.digest_tables import Digest
from campaigns.digests.gather_items import GatherResult, gather_items
from campaigns.digests.judge_items import JudgedItem
from campaigns.digests.publication import too_many_at_once
from campaigns.editorial.digest_subject import digest_subject
from campaigns.editorial.draft import DraftPlan, DraftRequest, plan_draft
from campaigns.editorial.news_changes import latest_hand
from campaigns.language_choice import best_text
from campaigns.review.standing_approval import lost_approvals, missing_approvals
from campaigns.settings import CampaignSettings
from campaigns.tables import Automation, AutomationMode
from core.errors import Param, Refusal
from core.i18n import comma, long_date
from core.settings import Settings
from delivery.senders.senders import get_sender
from staff.principal import automation_principal
from staff.users import names_of_actors
from subscribers.lists import get_list
from subscribers.segments import get_segment
from subscribers.tables import MailingList
from templates.merge import escape_literal
from templates.render import reader_texts


@dataclass(frozen=True, slots=True)
class DigestPlan:
    gathered: GatherResult
    draft: DraftPlan | None
    """None where there is too little to say."""
    held: tuple[Refusal, ...]
    """Why it would be drafted and not sent; only of a digest that sends by itself."""


def plan_digest(
    session: Session, automation: Automation, digest: Digest, *, public_id: str, settings: Settings, now: datetime
) -> DigestPlan:
    """With the same `public_id`, the same plan comes of the same rows. Raises BiltenError for a list, sender or
    segment that cannot be used any more."""
    gathered = gather_items(session, automation, digest, settings=settings, now=now)
    if not gathered.taken:
        return DigestPlan(gathered, None, ())
    draft = _draft(session, automation, digest, gathered, public_id=public_id, now=now)
    held = _held(session, automation, gathered.taken, settings=settings)
    if digest.is_on_publication and automation.mode is AutomationMode.SEND:
        held = (*held, *too_many_at_once(session, automation, digest, gathered, now=now))
    return DigestPlan(gathered, draft, held)


def _draft(
    session: Session,
    automation: Automation,
    digest: Digest,
    gathered: GatherResult,
    *,
    public_id: str,
    now: datetime,
) -> DraftPlan:
    first = get_list(session, automation.list_id)
    second_id = automation.second_sender_id
    languages = _languages(digest, gathered)
    main = _main_language(first, languages)
    request = DraftRequest(
        kind=None if digest.is_on_publication else digest.kind,
        name="" if digest.is_on_publication else f"{automation.name}{comma(main)}{long_date(now.date(), main)}",
        item_slugs=[each.item.slug for each in gathered.taken],
        list_slug=first.slug,
        more_list_slugs=[get_list(session, list_id).slug for list_id in digest.more_lists],
        sender_name=get_sender(session, automation.sender_id).name,
        second_sender_name=get_sender(session, second_id).name if second_id else "",
        main_language=main,
        languages=languages,
    )
    author = automation_principal(automation.id).name
    plan = plan_draft(session, request, author=author, now=now, public_id=public_id)
    campaign = plan.campaign
    campaign.automation_id = automation.id
    segments = tuple(chosen(get_segment(session, number)) for number in sorted(digest.segments))
    campaign.audience_segments = audience_segments(session, replace(campaign.audience, segments=segments))
    if digest.is_on_publication:
        return plan
    for variant in plan.variants:
        titles = [
            best_text(dict(each.texts), variant.language, chain=first.language_chain, main=main).title
            for each in gathered.taken
        ]
        pattern = digest.subjects.get(variant.language, "")
        subject = digest_subject(titles, variant.language, reader_texts(), pattern=pattern)
        variant.subject = escape_literal(subject)
        variant.intro_html = introduction_html(digest.introductions, variant.language)
    return plan


def introduction_html(introductions: Mapping[str, str], language: str) -> str:
    """A paragraph for each line; nothing where there is none in that language."""
    lines = introductions.get(language, "").splitlines()
    return "".join(f"<p>{escape(line.strip(), quote=False)}</p>" for line in lines if line.strip())


def _languages(digest: Digest, gathered: GatherResult) -> list[str]:
    return sorted(digest.languages or {language for each in gathered.taken for language in each.texts})


def _main_language(first: MailingList, languages: Sequence[str]) -> str:
    """What stands in for the others first."""
    preferred = [*first.language_chain, "en"]
    return next((language for language in preferred if language in languages), languages[0])


def _held(
    session: Session, automation: Automation, taken: Sequence[JudgedItem], *, settings: Settings
) -> tuple[Refusal, ...]:
    """A standing approval is for what sources bring, not for what somebody who may not approve writes."""
    if automation.mode is not AutomationMode.SEND:
        return ()
    required = CampaignSettings.of(settings).approvals_required
    missing = missing_approvals(session, automation, required=required)
    held: list[Refusal] = []
    if missing:
        held.append(Refusal("", None, "campaigns-held-approvals", {"count": missing}))
        held.extend(lost_approvals(session, automation))
    for each in taken:
        change = latest_hand(session, each.item)
        if change is not None and required:
            name = names_of_actors(session, [change.actor]).get(change.actor, change.actor)
            params: dict[str, Param] = {"name": name, "title": each.title, "date": change.at.date().isoformat()}
            return (*held, Refusal("", None, "campaigns-digest-by-hand", params))
    return tuple(held)
