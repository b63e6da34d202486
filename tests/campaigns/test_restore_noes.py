"""Noes after a restore: whoever has left, bounced or complained since the backup has done so still."""

from pathlib import Path

import pytest
from sqlmodel import select

from subscribers.import_csv import import_csv
from subscribers.import_report import ImportRequest
from subscribers.status import SubscriptionStatus
from subscribers.subscribe import unsubscribe
from subscribers.suppress import is_suppressed, suppress
from subscribers.tables import ConsentMethod, Subscriber, Subscription, SuppressionReason
from tests.campaigns.stored_backup import StoredBackup, adopted, backup, world
from tests.campaigns.world import World
from tests.web.browser import browser
from web.app import create_app

__all__ = ["backup", "world"]


def test_every_no_since_then_survives(world: World, backup: StoredBackup) -> None:
    backup.back_up()
    with world.database.write() as session:
        now = world.clock.now()
        unsubscribe(
            session, subscriber_id=1, list_id=1, method=ConsentMethod.ONE_CLICK, evidence="campaign:x", now=now
        )
        bounced = session.get_one(Subscriber, 2).address_hash
        suppress(session, address_hash=bounced, reason=SuppressionReason.BOUNCED, detail="", now=now)
    backup.put_back()
    adopted(world)
    with world.database.read() as session:
        status = session.exec(select(Subscription.status).where(Subscription.subscriber_id == 1)).one()
        assert status is SubscriptionStatus.UNSUBSCRIBED
        assert is_suppressed(session, bounced)


def test_a_no_of_somebody_whom_the_backup_does_not_know_holds_against_an_import(
    world: World, backup: StoredBackup, tmp_path: Path
) -> None:
    """They came after the backup, and the file that brought them is imported once more."""
    file = tmp_path / "people.csv"
    file.write_text("email,language\nlate@example.org,en\n", encoding="utf-8")
    backup.back_up()
    bring(world, file)
    with world.database.write() as session:
        [late] = session.exec(select(Subscriber.id).where(Subscriber.address == "late@example.org"))
        unsubscribe(
            session,
            subscriber_id=late,
            list_id=1,
            method=ConsentMethod.ONE_CLICK,
            evidence="campaign:x",
            now=world.clock.now(),
        )
    backup.put_back()
    adopted(world)
    assert bring(world, file) == (0, 1)
    with world.database.read() as session:
        assert not session.exec(select(Subscriber.id).where(Subscriber.address == "late@example.org")).all()


@pytest.mark.parametrize("is_known", [True, False], ids=["campaign in the backup", "campaign forgotten"])
@pytest.mark.parametrize("comes_back", ["never", "before the no", "after the no"])
def test_whoever_joined_after_the_backup_can_still_leave_by_the_mail_they_got(
    world: World, backup: StoredBackup, tmp_path: Path, comes_back: str, *, is_known: bool
) -> None:
    """Their row is lost, and the file that brought them is imported again: with another number, if at all."""
    file = tmp_path / "people.csv"
    file.write_text("email,language\nlate@example.org,en\n", encoding="utf-8")
    campaign_id = world.scheduled() if is_known else 0
    backup.back_up()
    bring(world, file)
    campaign_id = campaign_id or world.scheduled()
    world.clock.advance(seconds=60)
    world.run()
    link = link_to_leave(world, "late@example.org")
    backup.put_back()
    adopted(world)
    if comes_back == "before the no":
        assert bring(world, file) == (1, 0)
    with browser(create_app(world.context.services)) as client:
        assert client.post(link, data={"List-Unsubscribe": "One-Click"}).status_code == 200
    if comes_back == "after the no":
        assert bring(world, file) == (0, 1)
    with world.database.read() as session:
        status = select(Subscription.status).join(Subscriber).where(Subscriber.address == "late@example.org")
        left = {SubscriptionStatus.UNSUBSCRIBED} if comes_back == "before the no" else set()
        assert set(session.exec(status)) == left
    backup.put_back()
    adopted(world)
    assert bring(world, file) == (0, 1), "the no is in the journal, too"


def link_to_leave(world: World, address: str) -> str:
    [message] = [sent for batch in world.provider.batches for sent in batch.messages if sent.to == address]
    return dict(message.headers)["List-Unsubscribe"].strip("<>").removeprefix(world.settings.public_url)


def bring(world: World, file: Path) -> tuple[int, int]:
    """How many were imported, and how many had said no."""
    report = import_csv(
        world.database,
        file,
        ImportRequest("bulletin", "Paper"),
        secret=world.settings.secret_key.get_secret_value(),
        now=world.clock.now(),
    )
    return report.imported, report.kept_unsubscribed
