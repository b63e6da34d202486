"""What a restore has lost altogether: lists, campaigns and people who came after the backup. A no, a bounce or a
complaint about them holds all the same."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import Session, select

from campaigns.editorial.draft import DraftRequest, draft_campaign
from campaigns.opt_in.send_opt_in_mail import ask, send_opt_in_mails, welcome
from campaigns.sending.feedback import process_webhooks
from campaigns.tables import CampaignKind, SubscriptionMail, SubscriptionMailState
from core.db import Database
from core.errors import Conflict
from core.ids import new_public_id
from core.settings import Settings
from delivery.message.outgoing import NO_DELIVERY
from delivery.providers.resend.request import DELIVERY_TAG
from delivery.providers.resend.webhooks import ResendWebhookParser
from delivery.tables import WebhookReceipt
from subscribers.import_csv import import_csv
from subscribers.import_report import ImportRequest
from subscribers.lists import create_list, find_list
from subscribers.status import SubscriptionStatus
from subscribers.subscribe import unsubscribe
from subscribers.tables import ConsentMethod, MailingList, Subscriber, Subscription, Suppression, SuppressionReason
from tests.campaigns.stored_backup import StoredBackup, adopted
from tests.campaigns.test_restore_noes import link_to_leave
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.web.browser import browser
from web.app import create_app

READER = "reader0@example.org"
LATE = "late@example.org"
PENDING = SubscriptionStatus.PENDING


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(database, clock, settings)
    world.configure(sign_up_sender="main")
    world.add_readers(["reader0", "reader1"])
    return world


@pytest.fixture
def backup(world: World) -> StoredBackup:
    return StoredBackup(world)


def make_list(world: World, slug: str = "second") -> int:
    with world.database.write() as session:
        return create_list(session, slug=slug, name="Second list", now=world.clock.now()).id


def bring(world: World, folder: Path, address: str, *, list_slug: str = "second") -> tuple[int, int]:
    """How many were imported, and how many had said no."""
    file = folder / "people.csv"
    file.write_text(f"email,language\n{address},en\n", encoding="utf-8")
    report = import_csv(
        world.database,
        file,
        ImportRequest(list_slug, "Paper"),
        secret=world.settings.secret_key.get_secret_value(),
        now=world.clock.now(),
    )
    return report.imported, report.kept_unsubscribed


def send_to(world: World, list_slug: str) -> int:
    request = DraftRequest(
        kind=CampaignKind.STATEMENT,
        name="",
        item_slugs=["shipwreck"],
        list_slug=list_slug,
        sender_name="main",
        main_language="en",
    )
    with world.database.write() as session:
        campaign_id = draft_campaign(session, request, actor=world.ana, now=world.clock.now()).id
    world.submit(campaign_id)
    world.approve(campaign_id)
    world.send_now(campaign_id)
    world.clock.advance(seconds=60)
    world.run()
    return campaign_id


def click(world: World, link: str) -> None:
    with browser(create_app(world.context.services)) as client:
        assert client.post(link, data={"List-Unsubscribe": "One-Click"}).status_code == 200


def report(world: World, kind: str, delivery_id: int, address: str, **data: Any) -> dict[str, Any]:
    data |= {"to": [address], "email_id": "x", "tags": {DELIVERY_TAG: str(delivery_id)}}
    body = {"type": kind, "created_at": "2026-11-22T12:00:00Z", "data": data}
    parser = ResendWebhookParser("whsec_c2VjcmV0")
    world.context = replace(world.context, report_parser=lambda _: parser)
    with world.database.write() as session:
        receipt = WebhookReceipt(
            sender_id=1,
            dedupe_key=new_public_id(),
            body=json.dumps(body).encode(),
            received_at=world.clock.now(),
        )
        session.add(receipt)
    process_webhooks(world.context)
    return suppressed(world)


def suppressed(world: World) -> dict[str, SuppressionReason]:
    with world.database.read() as session:
        return {row.address_hash: row.reason for row in session.exec(select(Suppression))}


def hash_of(world: World, address: str) -> str:
    with world.database.read() as session:
        return session.exec(select(Subscriber.address_hash).where(Subscriber.address == address)).one()


@pytest.mark.parametrize(
    ("kind", "data", "reason"),
    [
        ("email.complained", {}, SuppressionReason.COMPLAINED),
        ("email.bounced", {"bounce": {"type": "Permanent"}}, SuppressionReason.BOUNCED),
    ],
)
def test_a_report_about_a_campaign_that_is_lost_suppresses_its_reader(
    world: World, backup: StoredBackup, kind: str, data: dict[str, Any], reason: SuppressionReason
) -> None:
    backup.back_up()
    campaign_id = send_to(world, "bulletin")
    numbers = {delivery.address_hash: delivery.id for delivery in world.deliveries(campaign_id)}
    reader = hash_of(world, READER)
    backup.put_back()
    adopted(world)
    assert report(world, kind, numbers[reader], READER, **data) == {reader: reason}


@pytest.mark.parametrize("is_known", [True, False], ids=["campaign in the backup", "campaign forgotten"])
def test_a_report_that_comes_while_the_database_is_held_back_suppresses_once_it_is_adopted(
    world: World, backup: StoredBackup, *, is_known: bool
) -> None:
    campaign_id = world.scheduled() if is_known else 0
    backup.back_up()
    world.clock.advance(seconds=60)
    world.run()
    campaign_id = campaign_id or send_to(world, "bulletin")
    numbers = {delivery.address_hash: delivery.id for delivery in world.deliveries(campaign_id)}
    reader = hash_of(world, READER)
    backup.put_back()
    assert not world.context.guard.may_send()
    assert not report(world, "email.complained", numbers[reader], READER)
    adoption = adopted(world)
    assert adoption.replay is not None
    assert adoption.replay.suppressed == 1
    assert suppressed(world) == {reader: SuppressionReason.COMPLAINED}


def test_a_report_of_another_sender_or_of_a_temporary_trouble_suppresses_nobody(
    world: World, backup: StoredBackup
) -> None:
    backup.back_up()
    campaign_id = send_to(world, "bulletin")
    [first, *_] = world.deliveries(campaign_id)
    backup.put_back()
    adopted(world)
    assert not report(world, "email.bounced", first.id, READER, bounce={"type": "Transient"})
    assert not report(world, "email.complained", first.id + 1_000, READER)


def test_a_no_to_a_list_that_is_lost_holds_when_the_file_is_imported_again(
    world: World, backup: StoredBackup, tmp_path: Path
) -> None:
    backup.back_up()
    list_id = make_list(world)
    assert bring(world, tmp_path, READER) == (1, 0)
    with world.database.write() as session:
        leave(session, world, READER, list_id)
    backup.put_back()
    adoption = adopted(world)
    assert adoption.replay is not None
    assert (adoption.replay.lists, adoption.replay.noes) == (1, 1)
    with pytest.raises(Conflict):
        make_list(world)
    assert bring(world, tmp_path, READER) == (0, 1)
    assert make_list(world, "third") > list_id, "its number is not given out again"


def leave(session: Session, world: World, address: str, list_id: int) -> None:
    person = session.exec(select(Subscriber.id).where(Subscriber.address == address)).one()
    unsubscribe(
        session,
        subscriber_id=person,
        list_id=list_id,
        method=ConsentMethod.ONE_CLICK,
        evidence="campaign:x",
        now=world.clock.now(),
    )


def test_links_of_a_list_that_is_lost_work(world: World, backup: StoredBackup, tmp_path: Path) -> None:
    backup.back_up()
    make_list(world)
    bring(world, tmp_path, READER)
    send_to(world, "second")
    link = link_to_leave(world, READER)
    backup.put_back()
    adopted(world)
    click(world, link)
    assert bring(world, tmp_path, READER) == (0, 1)
    backup.put_back()
    adopted(world)
    assert bring(world, tmp_path, READER) == (0, 1), "the no is in the journal, too"


@pytest.mark.parametrize("is_known", [True, False], ids=["list in the backup", "list forgotten"])
def test_whoever_leaves_while_the_database_is_held_back_has_left(
    world: World, backup: StoredBackup, tmp_path: Path, *, is_known: bool
) -> None:
    """Neither they nor their campaign are known then; the journal knows them once it is replayed."""
    if is_known:
        make_list(world)
    backup.back_up()
    if not is_known:
        make_list(world)
    bring(world, tmp_path, LATE)
    send_to(world, "second")
    link = link_to_leave(world, LATE)
    backup.put_back()
    with browser(create_app(world.context.services)) as client:
        answer = client.post(link, data={"List-Unsubscribe": "One-Click"})
        assert answer.status_code == (200 if is_known else 404)
    assert not world.context.guard.may_send()
    adoption = adopted(world)
    assert adoption.replay is not None
    assert adoption.replay.noes == 1
    assert bring(world, tmp_path, LATE) == (0, 1)


def test_a_list_of_which_only_the_number_is_known_is_protected(
    world: World, backup: StoredBackup, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The journals of earlier versions do not say which lists there are."""
    monkeypatch.setattr("subscribers.lists.note_list", lambda *_: None)
    backup.back_up()
    list_id = make_list(world)
    bring(world, tmp_path, READER)
    send_to(world, "second")
    link = link_to_leave(world, READER)
    backup.put_back()
    adopted(world)
    with world.database.read() as session:
        lost = session.get_one(MailingList, list_id)
    assert (lost.slug, lost.name, lost.is_protected) == (f"restored-{list_id}", "Odprta pot", True)
    click(world, link)
    assert bring(world, tmp_path, READER, list_slug=lost.slug) == (0, 1)


def test_a_list_that_is_there_stays_as_it_is(world: World, backup: StoredBackup) -> None:
    make_list(world)
    backup.back_up()
    with world.database.write() as session:
        leave(session, world, READER, 1)
    backup.put_back()
    adoption = adopted(world)
    assert adoption.replay is not None
    assert adoption.replay.lists == 0
    with world.database.read() as session:
        assert find_list(session, "second") is not None


def test_whoever_is_known_leaves_a_list_that_they_joined_after_the_backup(
    world: World, backup: StoredBackup, tmp_path: Path
) -> None:
    make_list(world)
    backup.back_up()
    bring(world, tmp_path, READER)
    send_to(world, "second")
    link = link_to_leave(world, READER)
    backup.put_back()
    adopted(world)
    click(world, link)
    assert bring(world, tmp_path, READER) == (0, 1)


def welcomed(world: World, folder: Path) -> str:
    """Somebody who has joined; the link to leave in their welcome."""
    bring(world, folder, LATE, list_slug="bulletin")
    with world.database.write() as session:
        person = session.exec(select(Subscriber.id).where(Subscriber.address == LATE)).one()
        welcome(session, subscriber_id=person, list_id=1, language="en", now=world.clock.now())
    send_opt_in_mails(world.context)
    return link_to_leave(world, LATE)


@pytest.mark.parametrize("comes_back", ["before the no", "after the no"])
def test_whoever_was_welcomed_after_the_backup_can_leave_by_that_mail(
    world: World, backup: StoredBackup, tmp_path: Path, comes_back: str
) -> None:
    backup.back_up()
    link = welcomed(world, tmp_path)
    backup.put_back()
    adopted(world)
    if comes_back == "before the no":
        assert bring(world, tmp_path, LATE, list_slug="bulletin") == (1, 0)
    click(world, link)
    assert bring(world, tmp_path, LATE, list_slug="bulletin") == (0, 1)


def test_a_complaint_about_the_welcome_of_somebody_who_is_lost_suppresses_them(
    world: World, backup: StoredBackup, tmp_path: Path
) -> None:
    backup.back_up()
    welcomed(world, tmp_path)
    late = hash_of(world, LATE)
    backup.put_back()
    adopted(world)
    assert report(world, "email.complained", NO_DELIVERY, LATE) == {late: SuppressionReason.COMPLAINED}


def test_whoever_was_asked_since_is_not_asked_again(world: World, backup: StoredBackup) -> None:
    with world.database.write() as session:
        session.exec(select(Subscription).where(Subscription.subscriber_id == 1)).one().status = PENDING
        ask(session, subscriber_id=1, list_ids=[1], language="en", now=world.clock.now())
    backup.back_up()
    send_opt_in_mails(world.context)
    assert world.provider.received == {READER: 1}
    backup.put_back()
    adopted(world)
    send_opt_in_mails(world.context)
    assert world.provider.received == {READER: 1}
    with world.database.read() as session:
        assert session.exec(select(SubscriptionMail.state)).one() is SubscriptionMailState.GIVEN_UP
