"""Snapshot of counted links: frozen and thawed with the variants that hold them, and read by their addresses."""

from collections import Counter
from collections.abc import Iterable, Mapping

from sqlalchemy import delete, func
from sqlmodel import Session, col, select

from campaigns.clicks.click_links import click_code, code_in, labels_of_links
from campaigns.clicks.tables import ClickLink
from campaigns.tables import Campaign, RenderedVariant
from delivery.tables import Delivery


def freeze_links(session: Session, campaign: Campaign, targets: Mapping[str, str]) -> None:
    """`targets`: code → where it leads. What was frozen of it before is gone."""
    thaw_links(session, campaign)
    session.add_all(
        ClickLink(code=code, campaign_id=campaign.id, target=target) for code, target in sorted(targets.items())
    )


def thaw_links(session: Session, campaign: Campaign) -> None:
    """Nobody has been sent these; their addresses are answered as if they had never been."""
    session.execute(delete(ClickLink).where(col(ClickLink.campaign_id) == campaign.id))


def counted_links(session: Session, campaign: Campaign) -> list[ClickLink]:
    """Those that lead where was approved: whatever else has come into the table is none of them."""
    links = session.exec(select(ClickLink).where(ClickLink.campaign_id == campaign.id).order_by(ClickLink.code))
    return [link for link in links if link.code == click_code(campaign.public_id, link.target)]


def targets_of(session: Session, campaign: Campaign) -> dict[str, str]:
    """Code → where it leads; empty for a campaign whose clicks are not counted."""
    return {link.code: link.target for link in counted_links(session, campaign)}


def note_readers(session: Session, campaign: Campaign, variants: Iterable[RenderedVariant]) -> None:
    """At the launch: for each link, how many are to get an email that has it. A link that only a few readers have
    (of a small list, or of one language) is not counted, and this is what says so."""
    links = {link.code: link for link in counted_links(session, campaign)}
    if not links:
        return
    deliveries = (
        select(Delivery.variant_id, func.count())
        .where(Delivery.campaign_id == campaign.id)
        .group_by(col(Delivery.variant_id))
    )
    readers = readers_by_code(variants, dict(session.exec(deliveries).all()))
    for code, link in links.items():
        link.reader_count = readers[code]
    session.flush()


def readers_by_code(variants: Iterable[RenderedVariant], of_variant: Mapping[int, int]) -> Counter[str]:
    """`of_variant`: id of a variant → its readers. Pure."""
    readers: Counter[str] = Counter()
    for variant in variants:
        for code in {code_in(url) for url, _ in labels_of_links(variant.html)} - {""}:
            readers[code] += of_variant.get(variant.id, 0)
    return readers
