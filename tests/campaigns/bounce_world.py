"""A campaign that went out by SMTP with envelopes of its own, and the mailbox that its bounces come to."""

from dataclasses import replace
from pathlib import Path

from sqlmodel import col, select

from campaigns.sending.feedback import process_webhooks
from campaigns.sending.read_bounces import read_bounces
from core.db import Database
from core.settings import Settings
from delivery.mailbox.settings import BounceSettings
from delivery.outcome import Outcome
from delivery.providers import build_report_parser
from delivery.tables import Sender, WebhookReceipt
from subscribers.tables import Subscriber, Suppression, SuppressionReason
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.delivery.bounce_mails import ReturnedMail
from tests.fakes.provider import FakeProvider

BOUNCES = "bounces@example.org"


def make_bounce_world(database: Database, clock: StoppedClock, settings: Settings, folder: Path) -> World:
    """Ana, Bor and Cene read; bounces are in a Maildir."""
    world = make_world(database, clock, settings, FakeProvider(idempotency=None))
    maildir = folder / "Maildir"
    for name in ("new", "cur", "tmp"):
        (maildir / name).mkdir(parents=True)
    world.configure(bounces_maildir=str(maildir), sign_up_sender="main")
    world.context = replace(world.context, report_parser=lambda name: build_report_parser(name, world.settings))
    world.add_readers(["ana", "bor", "cene"])
    with database.write() as session:
        sender = session.get_one(Sender, 1)
        sender.provider, sender.bounce_address = "smtp", BOUNCES
        session.add(sender)
    return world


def maildir_of(world: World) -> Path:
    return Path(BounceSettings.of(world.settings).maildir)


def sent_to(world: World, name: str) -> ReturnedMail:
    """The last email to that reader."""
    messages = [message for batch in world.provider.batches for message in batch.messages]
    message = next(message for message in reversed(messages) if message.to == f"{name}@example.org")
    headers = dict(message.headers)
    return ReturnedMail(message.envelope_from or "bilten@example.org", headers["Message-ID"])


def put(world: World, name: str, raw: bytes) -> Path:
    path = maildir_of(world) / "new" / name
    path.write_bytes(raw)
    return path


def read(world: World, *mails: bytes) -> None:
    """They come, are read by the job, and what they say is acted on."""
    for number, raw in enumerate(mails):
        put(world, f"{number}.{world.clock.now().timestamp()}.far", raw)
    read_bounces(world.context)
    process_webhooks(world.context)


def suppressed(world: World) -> dict[str, SuppressionReason]:
    with world.database.read() as session:
        names = {row.address_hash: row.address.partition("@")[0] for row in session.exec(select(Subscriber))}
        return {names[row.address_hash]: row.reason for row in session.exec(select(Suppression))}


def outcomes(world: World, campaign_id: int) -> list[Outcome]:
    return [delivery.outcome for delivery in sorted(world.deliveries(campaign_id), key=lambda row: row.id)]


def receipts(world: World) -> list[WebhookReceipt]:
    with world.database.read() as session:
        return list(session.exec(select(WebhookReceipt).order_by(col(WebhookReceipt.id))))
