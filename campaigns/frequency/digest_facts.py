"""What a digest is judged by for its readers, read from the rows: a handful of queries, however many items."""

from collections.abc import Collection, Mapping, Sequence

from sqlmodel import Session, col, or_, select

from campaigns.audience_lists import AudienceList
from campaigns.block_tables import CampaignBlock
from campaigns.digest_tables import Digest
from campaigns.editorial.item_topics import topics_of_texts
from campaigns.frequency.digest_content import DigestFacts, DigestItemFacts
from campaigns.frequency.serving_digests import as_serving, lists_of_digest, offers_for_items, offers_of
from campaigns.queries import goes_to
from campaigns.status import CampaignStatus
from campaigns.tables import Automation, Campaign, RenderedVariant
from news.queries import texts_of

ON_ITS_WAY = (
    CampaignStatus.APPROVED,
    CampaignStatus.SCHEDULED,
    CampaignStatus.PREPARING,
    CampaignStatus.SENDING,
    CampaignStatus.PAUSED,
    CampaignStatus.SENT,
)


def digest_of(session: Session, campaign: Campaign) -> tuple[Automation, Digest] | None:
    """Whose campaign it is, where a calendar made it and it therefore differs by reader."""
    if campaign.automation_id is None:
        return None
    digest = session.get(Digest, campaign.automation_id)
    if digest is None or digest.is_on_publication:
        return None
    return session.get_one(Automation, digest.automation_id), digest


def digest_facts(
    session: Session,
    automation: Automation,
    digest: Digest,
    item_ids: Sequence[int],
    *,
    campaign_id: int | None = None,
) -> DigestFacts:
    """`campaign_id`: of the campaign that has these items, where it is in the database already."""
    topics = {
        item_id: tuple(topic.id for topic in of_item)
        for item_id, of_item in topics_of_texts(session, texts_of(session, item_ids)).items()
    }
    serving = as_serving(automation, digest)
    others = {
        item_id: offers_for_items(session, {item_id: topics[item_id]}, but_for=automation.id)
        for item_id in item_ids
    }
    earlier = _with_items(session, item_ids, but_for=campaign_id)
    theirs = _to_lists(session, lists_of_digest(automation, digest), earlier)
    lacking = _lacking(session, earlier)
    facts = []
    for item_id in item_ids:
        campaigns = [each for each in earlier.get(item_id, ()) if each.launched_at is not None]
        sent = [each for each in earlier.get(item_id, ()) if each.id in theirs]
        own = offers_of([serving], topics[item_id]) if serving is not None else ()
        launched = [each.launched_at for each in sent if each.launched_at is not None]
        facts.append(
            DigestItemFacts(
                item_id=item_id,
                topics=topics[item_id],
                digests=(*own, *others[item_id]),
                is_sent=bool(sent) and not digest.takes_sent,
                sent_at=min(launched, default=None),
                had_in=() if digest.takes_sent else tuple(each.id for each in campaigns),
                lacking=tuple(variant_id for variant_id, items in lacking.items() if item_id not in items),
            )
        )
    return DigestFacts(serving.frequency if serving is not None else None, tuple(facts))


def _with_items(session: Session, item_ids: Collection[int], *, but_for: int | None) -> dict[int, list[Campaign]]:
    """By item: the campaigns with it that have gone out, or are about to."""
    wanted = (
        select(CampaignBlock.item_id, Campaign)
        .join(Campaign, col(Campaign.id) == col(CampaignBlock.campaign_id))
        .where(
            col(CampaignBlock.item_id).in_(item_ids),
            or_(col(Campaign.status).in_(ON_ITS_WAY), col(Campaign.launched_at).is_not(None)),
        )
        .order_by(col(Campaign.id))
    )
    by_item: dict[int, list[Campaign]] = {}
    for item_id, campaign in session.exec(wanted):
        if item_id is not None and campaign.id != but_for:
            by_item.setdefault(item_id, []).append(campaign)
    return by_item


def _to_lists(session: Session, lists: Collection[int], campaigns: Mapping[int, Sequence[Campaign]]) -> set[int]:
    numbers = {campaign.id for of_item in campaigns.values() for campaign in of_item}
    theirs = goes_to(col(AudienceList.list_id).in_(lists))
    return set(session.exec(select(Campaign.id).where(col(Campaign.id).in_(numbers), theirs)))


def _lacking(session: Session, campaigns: Mapping[int, Sequence[Campaign]]) -> dict[int, set[int]]:
    """Variants of these that do not have all items, each with those that it has."""
    numbers = {campaign.id for of_item in campaigns.values() for campaign in of_item}
    rows = session.exec(
        select(RenderedVariant.id, RenderedVariant.item_set).where(
            col(RenderedVariant.campaign_id).in_(numbers), RenderedVariant.item_set != ""
        )
    )
    return {variant_id: items_of_key(key) for variant_id, key in rows}


def items_of_key(key: str) -> set[int]:
    """The items of a variant with some (`RenderedVariant.item_set`)."""
    return {int(number) for number in key.split(",") if number}


def key_of(item_ids: Collection[int]) -> str:
    return ",".join(str(number) for number in sorted(item_ids))
