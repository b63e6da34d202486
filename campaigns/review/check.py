"""Look a campaign over before anybody has to: errors stop it, warnings ask."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from sqlmodel import Session, col, select

from campaigns.block_content import TEXTS, BlockContent
from campaigns.editorial.blocks import blocks_of
from campaigns.editorial.follow_up_segments import followed_without_notice
from campaigns.editorial.follow_up_subject import outdated_subjects
from campaigns.editorial.item_topics import topics_of_texts, unknown_words
from campaigns.editorial.mail_blocks import shown_language
from campaigns.editorial.render_variants import render_variants
from campaigns.editorial.secret_items import secret_from
from campaigns.language_choice import best_text
from campaigns.protected_segments import lists_asked_for_fields
from campaigns.queries import get_campaign
from campaigns.review.acted_on import sent_before
from campaigns.review.check_audience import audience_finding, check_audience
from campaigns.review.check_fields import check_fields
from campaigns.review.check_senders import check_senders
from campaigns.review.comments import open_comments
from campaigns.review.earlier_words import check_earlier_words
from campaigns.review.event_times import check_event_times
from campaigns.review.external.findings import outside_findings
from campaigns.review.fields_as_typed import check_fields_as_typed
from campaigns.review.repeats import repeats_of
from campaigns.review.waiting_elsewhere import check_waiting_elsewhere
from campaigns.tables import Campaign, CampaignKind
from core.encrypted_columns import keys_of
from core.errors import Param
from core.settings import Settings
from news.queries import corrected_slugs, items_by_slug, texts_of
from news.tables import NewsItem
from subscribers.audience import first_list
from subscribers.topics import topics_in_use
from templates.check import Finding, Severity, check_rendered
from templates.content import Document, RenderedMail


def check(session: Session, campaign_id: int, *, settings: Settings, now: datetime) -> list[Finding]:
    """Every finding, errors first; of the world outside, what was seen when somebody last looked.

    Raises NotFound; InputRefused where a variant cannot be rendered at all.
    """
    campaign = get_campaign(session, campaign_id)
    mails = render_variants(session, campaign, settings=settings)
    return check_mails(session, campaign, blocks_of(session, campaign_id), mails, settings=settings, now=now)


def check_mails(
    session: Session,
    campaign: Campaign,
    blocks: Sequence[BlockContent],
    mails: Sequence[tuple[Document, RenderedMail]],
    *,
    settings: Settings,
    now: datetime,
) -> list[Finding]:
    """The same for what has been rendered already, of a campaign that need not be in the database yet."""
    languages = [written.language for written, _ in mails]
    item_ids = [block.item_id for block in blocks if block.item_id is not None]
    findings = [
        *check_audience(session, campaign, languages, blocks, settings=settings, now=now),
        *check_senders(session, campaign),
    ]
    findings.extend(_check_comments(session, campaign))
    findings.extend(check_notice(session, campaign))
    findings.extend(_check_fields_of_people_at_risk(session, campaign))
    findings.extend(_check_repeats(session, campaign, item_ids, now=now))
    findings.extend(_check_topics(session, campaign, item_ids))
    findings.extend(_check_corrected(session, campaign, item_ids))
    findings.extend(_check_withdrawn(session, campaign, item_ids))
    zone, main = settings.time_zone, campaign.main_language
    findings.extend(check_waiting_elsewhere(session, campaign, blocks, zone=zone, now=now))
    findings.extend(check_event_times(session, item_ids, zone=zone, main=main))
    chain = first_list(session, campaign.audience).language_chain
    findings.extend(check_blocks(blocks, languages, chain=chain, main=main))
    findings.extend(check_fields_as_typed(blocks, [written for written, _ in mails]))
    findings.extend(check_earlier_words(session, campaign, item_ids, [written for written, _ in mails]))
    for written, rendered in mails:
        findings.extend(check_rendered(written, rendered))
    findings.extend(check_fields(session, mails))
    findings.extend(outside_findings(session, campaign, mails, settings=settings, now=now))
    return sorted(findings, key=lambda finding: finding.severity is not Severity.ERROR)


def _check_fields_of_people_at_risk(session: Session, campaign: Campaign) -> Iterator[Finding]:
    """A segment picks by fields what is encrypted, or will be as soon as there is a key: then it picks nobody. A
    campaign may be sent long after it was approved."""
    has_key = keys_of(session) is not None
    severity = Severity.ERROR if has_key else Severity.WARNING
    for mailing_list in lists_asked_for_fields(session, campaign.audience):
        code = "campaigns-segment-is-encrypted" if has_key else "campaigns-segment-before-key"
        yield audience_finding(severity, code, list=mailing_list.name)


def _check_comments(session: Session, campaign: Campaign) -> Iterator[Finding]:
    """What colleagues have said of it and nobody has settled; whoever goes on takes that on themselves."""
    by_block = open_comments(session, campaign.id)
    if by_block:
        finding = audience_finding(Severity.WARNING, "campaigns-comments-open", count=sum(by_block.values()))
        yield replace(finding, where="comments", block=max(by_block.keys()))


def check_notice(session: Session, campaign: Campaign) -> Iterator[Finding]:
    """A follow-up tells of a recall or a correction; who took the notice away may have taken that back."""
    for original in followed_without_notice(session, campaign):
        code = "campaigns-follow-up-without-notice"
        yield replace(audience_finding(Severity.WARNING, code, name=original.name), campaign=original.id)
    for remark in outdated_subjects(session, campaign):
        params: dict[str, Param] = {"name": remark.original.name, "notice": remark.notice.value}
        code, language = "campaigns-follow-up-other-notice", remark.language
        yield Finding(Severity.WARNING, code, "subject", language, params, campaign=remark.original.id)


def _check_repeats(
    session: Session, campaign: Campaign, item_ids: Sequence[int], *, now: datetime
) -> Iterator[Finding]:
    """What readers have had already, also under another name."""
    for repeats in repeats_of(session, item_ids, now=now, but=campaign.id).values():
        for repeat in repeats:
            yield audience_finding(Severity.WARNING, f"campaigns-repeats-{repeat.kind}", **repeat.params)
    # A digest is made of what went out.
    before = sent_before(session, campaign, item_ids) if campaign.kind is not CampaignKind.DIGEST else {}
    if before:
        last = max(before.values(), key=lambda earlier: earlier.launched_at or earlier.created_at)
        yield audience_finding(
            Severity.WARNING,
            "campaigns-repeats-sent",
            count=len(before),
            name=last.name,
            date=(last.launched_at or last.created_at).date().isoformat(),
        )


def _check_topics(session: Session, campaign: Campaign, item_ids: Sequence[int]) -> Iterator[Finding]:
    """A word that means no topic is shown as it is written, and no reader can choose by it; that is worth a word
    where there are topics. And so is news that readers would miss who want nothing of the campaign's topics."""
    if not topics_in_use(session):
        return
    texts = texts_of(session, item_ids)
    for word, language in unknown_words(session, texts).items():
        yield audience_finding(Severity.WARNING, "campaigns-topic-unknown", word=word, language=language)
    of_campaign = set(campaign.audience.topics)
    for item_id, topics in topics_of_texts(session, texts).items():
        if of_campaign and not of_campaign.intersection(topic.id for topic in topics):
            title = best_text(texts[item_id], campaign.main_language, chain=(), main=campaign.main_language).title
            yield audience_finding(Severity.WARNING, "campaigns-topic-not-of-item", title=title)


def _check_corrected(session: Session, campaign: Campaign, item_ids: Sequence[int]) -> Iterator[Finding]:
    """What was for a protected list is not even named to others; a person decides what may be said instead."""
    corrected = items_by_slug(session, corrected_slugs(texts_of(session, item_ids)))
    secret = secret_from(session, campaign.audience, [item.id for item in corrected.values()])
    for slug, item in sorted(corrected.items()):
        if item.id in secret:
            yield audience_finding(Severity.ERROR, "campaigns-corrects-protected", slug=slug)


def _check_withdrawn(session: Session, campaign: Campaign, item_ids: Sequence[int]) -> Iterator[Finding]:
    gone = select(NewsItem.id).where(col(NewsItem.id).in_(item_ids), col(NewsItem.withdrawn_at).is_not(None))
    withdrawn = session.exec(gone.order_by(col(NewsItem.id))).all()
    texts, main = texts_of(session, withdrawn) if withdrawn else {}, campaign.main_language
    for of_item in filter(None, texts.values()):
        title = best_text(of_item, main, chain=(), main=main).title
        yield replace(audience_finding(Severity.WARNING, "campaigns-has-withdrawn-news", title=title), item=title)


def check_blocks(
    blocks: Sequence[BlockContent], languages: Sequence[str], *, chain: Sequence[str], main: str
) -> Iterator[Finding]:
    """`languages`: those of the campaign's variants. A block that says nothing is left out of the mail; a variant
    without its own text of a block has it in another language."""
    for number, block in enumerate(blocks, 1):
        if block.kind not in TEXTS:
            continue
        if not block.shown_in:
            yield _block_finding("campaigns-block-empty", block, "", number=number, kind=block.kind.value)
            continue
        missing: dict[str, list[str]] = {}
        for language in languages:
            instead = shown_language(block, language, chain=chain, main=main)
            if instead is not None and instead not in (language, language.partition("-")[0]):
                missing.setdefault(instead, []).append(language)
        for instead, without in missing.items():
            code, where = "campaigns-block-language-missing", without[0] if len(without) == 1 else ""
            params = {"kind": block.kind.value, "missing": " ".join(without), "instead": instead}
            yield _block_finding(code, block, where, number=number, variants=len(without), **params)


def _block_finding(code: str, block: BlockContent, language: str, **params: str | int) -> Finding:
    return replace(
        audience_finding(Severity.WARNING, code, **params), where="html", language=language, block=block.id
    )
