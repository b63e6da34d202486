"""A hard bounce or a complaint about an opt-in or welcome mail suppresses its address like any other."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import select

from campaigns.opt_in.send_opt_in_mail import ask, send_opt_in_mails, welcome
from campaigns.sending.feedback import process_webhooks
from core.addresses import EmailAddress, address_hash
from core.db import Database
from core.ids import new_public_id
from core.settings import Settings
from delivery.message.outgoing import NO_DELIVERY
from delivery.providers.base import IncomingEvent, WebhookParser
from delivery.providers.brevo.request import DELIVERY_HEADER
from delivery.providers.brevo.webhooks import BrevoWebhookParser
from delivery.providers.mailgun.request import DELIVERY as MAILGUN_DELIVERY
from delivery.providers.mailgun.webhooks import MailgunWebhookParser
from delivery.providers.mailjet.webhooks import MailjetWebhookParser
from delivery.providers.postmark.webhooks import PostmarkWebhookParser
from delivery.providers.resend.request import DELIVERY_TAG as RESEND_TAG
from delivery.providers.resend.webhooks import ResendWebhookParser
from delivery.providers.sendgrid.request import DELIVERY as SENDGRID_DELIVERY
from delivery.providers.sendgrid.webhooks import SendGridWebhookParser
from delivery.providers.ses.request import DELIVERY_TAG as SES_TAG
from delivery.providers.ses.webhooks import SesWebhookParser
from delivery.providers.shared.opaque_id import OpaqueId
from delivery.tables import WebhookReceipt
from subscribers.status import SubscriptionStatus
from subscribers.tables import Suppression, SuppressionReason
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.databases import on_sqlite

CASES = Path(__file__).parent / "opt_in_mail_bounces"
VICTIM = "victim@example.org"
AT = "2026-11-22T12:00:00Z"
DISGUISE = OpaqueId("secret")
BOUNCED, COMPLAINED = SuppressionReason.BOUNCED, SuppressionReason.COMPLAINED


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    """Two people signed up, both are asked, and the victim was never here before."""
    world = make_world(database, clock, settings)
    world.configure(sign_up_sender="main")
    world.add_readers(["victim", "nada"], status=SubscriptionStatus.PENDING)
    with database.write() as session:
        for number in (1, 2):
            ask(session, subscriber_id=number, list_ids=[1], language="en", now=clock.now())
    send_opt_in_mails(world.context)
    return world


def suppressed_by(world: World, parser: WebhookParser, *bodies: Any) -> dict[str, SuppressionReason]:
    world.context = replace(world.context, report_parser=lambda _: parser)
    with world.database.write() as session:
        for body in bodies:
            raw = body if isinstance(body, bytes) else json.dumps(body).encode()
            receipt = WebhookReceipt(
                sender_id=1, dedupe_key=new_public_id(), body=raw, received_at=world.clock.now()
            )
            session.add(receipt)
    process_webhooks(world.context)
    secret = world.settings.secret_key.get_secret_value()
    names = {
        address_hash(EmailAddress.parse(f"{name}@example.org"), secret=secret): name for name in ("victim", "nada")
    }
    with world.database.read() as session:
        return {names[row.address_hash]: row.reason for row in session.exec(select(Suppression))}


@on_sqlite
@pytest.mark.parametrize(("case", "reason"), [("hard_bounce", BOUNCED), ("complaint", COMPLAINED)])
def test_the_case(world: World, case: str, reason: SuppressionReason) -> None:
    body = (CASES / f"{case}.json").read_bytes()
    assert suppressed_by(world, PostmarkWebhookParser("secret", setting="X"), body) == {"victim": reason}


def _brevo(event: str) -> Any:
    return {
        "event": event,
        "email": VICTIM,
        "ts_epoch": 1795348800000,
        "message-id": "<x@relay>",
        DELIVERY_HEADER: DISGUISE.hide(NO_DELIVERY),
    }


def _mailgun(**data: Any) -> Any:
    data |= {"recipient": VICTIM, "timestamp": 1795348800.0, "user-variables": {MAILGUN_DELIVERY: "0"}}
    return {"signature": {}, "event-data": data}


def _mailjet(**data: Any) -> Any:
    return {"email": VICTIM, "time": 1795348800, "MessageID": 7, "CustomID": "question-1.0", **data}


def _resend(kind: str, **data: Any) -> Any:
    data |= {"to": [VICTIM], "email_id": "x", "tags": {RESEND_TAG: "0"}}
    return {"type": kind, "created_at": AT, "data": data}


def _sendgrid(**data: Any) -> Any:
    return [{"email": VICTIM, "timestamp": 1795348800, "sg_event_id": "e", SENDGRID_DELIVERY: "0", **data}]


def _ses(kind: str, place: str, **data: Any) -> Any:
    mail = {"messageId": "x", "destination": [VICTIM], "tags": {SES_TAG: ["0"]}}
    event = {"eventType": kind, "mail": mail, place: {"timestamp": AT, **data}}
    return {"Type": "Notification", "MessageId": "n", "Timestamp": AT, "Message": json.dumps(event)}


EVERY_PROVIDER: dict[str, tuple[WebhookParser, Any, Any]] = {
    "brevo": (BrevoWebhookParser("secret", DISGUISE), _brevo("hard_bounce"), _brevo("spam")),
    "mailgun": (
        MailgunWebhookParser("key"),
        _mailgun(event="failed", severity="permanent", reason="bounce"),
        _mailgun(event="complained"),
    ),
    "mailjet": (
        MailjetWebhookParser("secret", setting="X"),
        _mailjet(event="bounce", hard_bounce=True, error="user unknown"),
        _mailjet(event="spam"),
    ),
    "resend": (
        ResendWebhookParser("whsec_c2VjcmV0"),
        _resend("email.bounced", bounce={"type": "Permanent"}),
        _resend("email.complained"),
    ),
    "sendgrid": (
        SendGridWebhookParser(""),
        _sendgrid(event="bounce", type="bounce"),
        _sendgrid(event="spamreport"),
    ),
    "ses": (
        SesWebhookParser(frozenset()),
        _ses("Bounce", "bounce", bounceType="Permanent"),
        _ses("Complaint", "complaint"),
    ),
}


@pytest.mark.parametrize("provider", sorted(EVERY_PROVIDER))
@on_sqlite
def test_every_provider_says_it_in_its_own_words(world: World, provider: str) -> None:
    parser, bounce, complaint = EVERY_PROVIDER[provider]
    assert suppressed_by(world, parser, bounce) == {"victim": BOUNCED}
    with world.database.write() as session:
        session.delete(session.exec(select(Suppression)).one())
    assert suppressed_by(world, parser, complaint, complaint) == {"victim": COMPLAINED}


@on_sqlite
@pytest.mark.parametrize("written", ["<{}>", "rfc822; {}", "Victim <{}>", "mailto:{}"])
def test_it_counts_however_its_address_is_written(world: World, written: str) -> None:
    body = json.loads((CASES / "hard_bounce.json").read_bytes())
    body["Email"] = written.format(body["Email"])
    assert suppressed_by(world, PostmarkWebhookParser("secret", setting="X"), body) == {"victim": BOUNCED}


def test_a_welcome_that_bounces_suppresses_too_and_nobody_is_asked_again(world: World) -> None:
    with world.database.write() as session:
        welcome(session, subscriber_id=1, list_id=1, language="en", now=world.clock.now())
    parser, bounce, _ = EVERY_PROVIDER["brevo"]
    assert suppressed_by(world, parser, bounce) == {"victim": BOUNCED}
    sent = world.provider.received["victim@example.org"]
    world.clock.advance(days=2)
    with world.database.write() as session:
        ask(session, subscriber_id=1, list_ids=[1], language="en", now=world.clock.now())
    send_opt_in_mails(world.context)
    assert world.provider.received["victim@example.org"] == sent


def test_an_address_that_was_asked_nothing_is_a_strangers(world: World) -> None:
    """And a soft bounce, or an event of a mail of somebody else's, suppresses nobody."""
    parser = PostmarkWebhookParser("secret", setting="X")
    body = json.loads((CASES / "hard_bounce.json").read_bytes())
    stranger, soft = body | {"Email": "stranger@example.org"}, body | {"Type": "SoftBounce"}
    foreign = {name: value for name, value in body.items() if name != "Metadata"}
    assert suppressed_by(world, parser, stranger, soft, foreign) == {}


def test_no_address_is_written_anywhere(world: World) -> None:
    (event,) = PostmarkWebhookParser("secret", setting="X").parse(
        (CASES / "hard_bounce.json").read_bytes(), receipt_key="k"
    )
    assert isinstance(event, IncomingEvent)
    assert event.address == VICTIM
    assert VICTIM not in repr(event)
