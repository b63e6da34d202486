"""What a spam filter would say of a mail, complete with its headers, as nobody in particular gets it."""

from datetime import datetime

from campaigns.merging.personalise import BatchValues, MergedRecipient, build_batch, compile_variant
from campaigns.review.external.probe_targets import Problem
from campaigns.review.external.spam_filter import SpamFilter
from core.errors import InputRefused
from core.public_urls import links_of_nobody
from core.settings import Settings
from delivery.message.headers import HeaderRefused
from delivery.message.mime import compose
from delivery.settings import DeliverySettings
from delivery.tables import Sender
from templates.content import RenderedMail

WORTH_SAYING = 1.0
"""Points of a reason below which it is noise: a filter has a dozen opinions of any mail."""
_NOBODY = "reader@example.org"


def probe_spam_filter(spam_filter: SpamFilter, message: bytes, seconds: float) -> list[Problem] | None:
    reading = spam_filter.read(message, seconds=seconds)
    if reading is None:
        return None
    problems = [
        Problem("campaigns-outside-spam-reason", {"rule": reason.rule, "words": reason.description})
        for reason in sorted(reading.reasons, key=lambda spam_reason: -spam_reason.points)
        if reason.points >= WORTH_SAYING
    ]
    if reading.points < reading.limit:
        return problems
    points: dict[str, int | str] = {"points": round(reading.points), "limit": round(reading.limit)}
    return [Problem("campaigns-outside-spam-likely", points), *problems]


def specimen(mail: RenderedMail, sender: Sender, *, settings: Settings, now: datetime) -> bytes | None:
    """None for a mail that could not be sent, of which the check speaks anyway."""
    links = links_of_nobody(settings)
    nobody = MergedRecipient(
        delivery_id=0,
        variant_id=0,
        to=_NOBODY,
        to_hash="",
        name="",
        list_name=sender.from_name,
        list_slug="list",
        message_id=f"<specimen@{DeliverySettings.of(settings).list_domain}>",
        unsubscribe_url=links["unsubscribe_url"],
        preferences_url=links["preferences_url"],
    )
    values = BatchValues(
        from_name=sender.from_name,
        from_address=sender.from_address,
        reply_to=sender.reply_to,
        reference="specimen",
        list_domain=DeliverySettings.of(settings).list_domain,
        date=now.isoformat(),
        addressees=(nobody,),
    )
    try:
        compiled = compile_variant(subject=mail.subject, html=mail.html, text=mail.text)
        batch = build_batch("specimen", values, lambda _: compiled)
        return compose(batch, batch.messages[0])
    except (InputRefused, HeaderRefused):
        return None
