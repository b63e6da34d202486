"""Whoever was erased is found nowhere, and nothing brings them back but their own sign-up."""

import json
from base64 import b64encode
from collections.abc import Collection
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from urllib.parse import quote

import pytest
from sqlmodel import col, select

from campaigns.imports.manage_import import check_import, start_import, upload_import
from campaigns.imports.run_imports import run_imports
from campaigns.opt_in.send_opt_in_mail import send_opt_in_mails
from campaigns.people.correct_address import correct_address
from campaigns.people.data_requests import NewDataRequest, enter_request
from campaigns.people.erase_person import check_reports, erase_person
from campaigns.people.export_person import export_person
from campaigns.people.fill_fields import fill_fields
from campaigns.people.merge_people import merge
from campaigns.people.open_person import open_person
from campaigns.people.see_person import write_note
from campaigns.people.serve_person import suppress_person
from campaigns.people.staff_action import StaffAction
from core.errors import NotAllowed
from core.sql import insert_once
from delivery.encoded_names import names_any
from delivery.events.receipt_queue import UNPLACED
from delivery.outcome import EventType, RejectReason
from delivery.status import DeliveryStatus
from delivery.tables import Attempt, AttemptDelivery, Delivery, WebhookReceipt
from staff.principal import OPERATOR
from subscribers.ask_address_change import ask_for_change
from subscribers.field_tables import CustomField, FieldType
from subscribers.import_report import ImportRequest
from subscribers.import_steps import ImportAction, can
from subscribers.import_tables import ImportRow, ImportState, RowOutcome, SubscriberImport
from subscribers.lists import create_list
from subscribers.opt_out import opted_out
from subscribers.queries import get_subscriber, subscriber_of
from subscribers.status import SubscriptionStatus
from subscribers.subscribe import ConsentProof, SubscriptionRequest, confirm, request_subscription
from subscribers.tables import ConsentMethod, Subscriber, Subscription, Suppression
from subscribers.topic_tables import Frequency, Pause, Topic, TopicChoice
from tests.campaigns.stored_backup import StoredBackup, adopted, backup, world
from tests.campaigns.test_deliveries import hear
from tests.campaigns.test_restore_noes import bring
from tests.campaigns.traces import traces_of
from tests.campaigns.world import World
from tests.web.snapshot import everything_in

__all__ = ["backup", "world"]

WORDS = ("zofija", "unikat", "češnjevk")
ADDRESS = "zofija.unikat@example.org"


def arrive(world: World) -> tuple[int, str]:
    """Number and hash of somebody whose words stand nowhere else."""
    world.add_readers(["zofija.unikat"], language="en")
    with world.database.write() as session:
        person = session.exec(select(Subscriber).where(Subscriber.address == ADDRESS)).one()
        person.name = "Zofija Unikat"
        return person.id, person.address_hash


def fill_in(world: World, subscriber_id: int) -> None:
    """A field of theirs says something that stands nowhere else."""
    with world.database.write() as session:
        session.add(
            CustomField(id=1, word="town", label="Town", type=FieldType.TEXT, created_at=world.clock.now())
        )
        session.flush()
        act = StaffAction("asked by letter", OPERATOR, world.clock.now(), zone="UTC")
        assert fill_fields(session, subscriber_id, act, written={"town": "Unikatovo pri Češnjevku"}) == ["town"]


def erase(world: World, subscriber_id: int) -> None:
    with world.database.write() as session:
        erase_person(
            session, subscriber_id, StaffAction("asked by letter", OPERATOR, world.clock.now(), zone="UTC")
        )


def correct_by_a_file(world: World) -> None:
    """An import that is kept for undoing knows what they were called before."""
    file = f"email,name,language\n{ADDRESS},Zofija Unikatova,en\n".encode()
    request = ImportRequest("bulletin", "Paper forms", "sl", updates=True)
    import_id = upload_import(world.context.services, request, BytesIO(file), "people.csv", actor=OPERATOR)
    for step in (check_import, start_import):
        with world.database.write() as session:
            step(session, import_id, actor=OPERATOR, now=world.clock.now())
        run_imports(world.context)
    with world.database.read() as session:
        assert session.exec(select(ImportRow.old_name)).one() == "Zofija Unikat"


def come_in_a_refused_row(world: World) -> None:
    """Of which nothing is written to people; why it was refused says what stood in it."""
    file = f"email,name,language\nothers@example.org,Others,en\n{ADDRESS},Zofija Unikat ODJAVLJENA,en\n".encode()
    import_id = upload_import(
        world.context.services,
        ImportRequest("bulletin", "Paper forms", "sl"),
        BytesIO(file),
        "more.csv",
        actor=OPERATOR,
    )
    for step in (check_import, start_import):
        with world.database.write() as session:
            step(session, import_id, actor=OPERATOR, now=world.clock.now())
        run_imports(world.context)
    with world.database.read() as session:
        [row] = session.exec(select(ImportRow).where(ImportRow.outcome == RowOutcome.REFUSED))
        assert "Zofija Unikat" in repr(row.params)


def wait_in_files(world: World) -> list[int]:
    """One nobody has looked at, one that is being checked, and one that could be imported; and one of a colleague,
    who may still be uploading it."""
    file = f"email,name,language\n{ADDRESS},Zofija Unikat,en\nothers@example.org,Others,en\n".encode()
    request = ImportRequest("bulletin", "Paper forms", "sl")
    numbers = [
        upload_import(world.context.services, request, BytesIO(file), f"{name}.csv", actor=OPERATOR)
        for name in ("checked", "unread", "checking", "uploading")
    ]
    for number in (numbers[0], numbers[2]):
        with world.database.write() as session:
            check_import(session, number, actor=OPERATOR, now=world.clock.now())
        if number == numbers[0]:
            run_imports(world.context)
    with world.database.write() as session:
        session.get_one(SubscriberImport, numbers[3]).state = ImportState.UPLOADING
    return numbers


def sign_up_again(world: World, subscriber_id: int) -> None:
    """For a second list, on the page; the email that asks for a yes has gone out. They ask for their data, too."""
    world.configure(sign_up_sender="main")
    now, secret = world.clock.now(), world.settings.secret_key.get_secret_value()
    act = StaffAction("asked by letter", OPERATOR, now, zone="UTC")
    proof = ConsentProof(ConsentMethod.SIGN_UP, "Yes, please", "en", "page")
    with world.database.write() as session:
        mailing_list = create_list(session, slug="second", name="Second", now=now)
        request = SubscriptionRequest(ADDRESS, "Zofija Unikat", mailing_list.id, proof)
        assert request_subscription(session, request, now=now, secret=secret).subscriber_id == subscriber_id
        asked = NewDataRequest("access", ADDRESS, now.date().isoformat())
        enter_request(session, asked, act, secret=secret, zone="UTC")
        open_person(session, subscriber_id, actor=OPERATOR, now=now)
    send_opt_in_mails(world.context)


UNREAD = (
    f'{{"to": "{ADDRESS}"}}'.encode(),
    f"rcpt=Zofija.Unikat{quote('@')}Example.org&x=1".encode(),
    b64encode(f"To: <{ADDRESS.upper()}>".encode()),
    f"To: <{ADDRESS}>".encode("utf-16"),
    f"To: {ADDRESS}".encode().replace(b"unikat", b"uni=\r\nkat"),
)
"""What nobody could read, and names them: in JSON, in a form, in base64, in UTF-16, and quoted-printable."""


def test_nothing_in_tables_files_and_logs_names_them(
    world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    subscriber_id, address_hash = arrive(world)
    sign_up_again(world, subscriber_id)
    correct_by_a_file(world)
    come_in_a_refused_row(world)
    waiting = wait_in_files(world)
    fill_in(world, subscriber_id)
    campaign_id = world.launched()
    world.run(rounds=3)
    with world.database.write() as session:
        delivery = session.exec(select(Delivery).where(Delivery.subscriber_id == subscriber_id)).one()
        # What a provider says may name the address, and so may what nobody can read.
        delivery.detail = f"550 <{ADDRESS}> unknown"
        write_note(session, subscriber_id, f"{ADDRESS}, called Zofija", actor=OPERATOR, now=world.clock.now())
        suppress_person(
            session, subscriber_id, StaffAction("wrong address", OPERATOR, world.clock.now(), zone="UTC")
        )
        receipt = {"sender_id": 1, "received_at": world.clock.now(), "processed_at": world.clock.now()}
        complaint = json.dumps({"address": "a_b%c", "address_hash": address_hash, "call_id": ""}).encode()
        others = b'{"to": "zofija_unikat@example.org"}'
        unread = [(body, f"delivery-unreadable-{number}") for number, body in enumerate(UNREAD)]
        bodies = [(complaint, UNPLACED), (others, "delivery-x"), *unread]
        rows = [{**receipt, "dedupe_key": error, "body": body, "error": error} for body, error in bodies]
        insert_once(session, WebhookReceipt, rows)
    complained = (EventType.COMPLAINED, None, f"abuse report of {ADDRESS}")
    hear(world, delivery.id, (EventType.BOUNCED, RejectReason.BOUNCED, f"{ADDRESS}: mailbox full"), complained)
    assert campaign_id
    with world.database.write() as session:
        session.add(Topic(id=1, slug="rivers", name="Rivers", created_at=world.clock.now()))
        session.flush()
        chosen_at, until = world.clock.now(), world.clock.now() + timedelta(days=9)
        choice = TopicChoice(address_hash=address_hash, topic_id=1, frequency=Frequency.NEVER, chosen_at=chosen_at)
        session.add_all([choice, Pause(address_hash=address_hash, until=until, asked_at=chosen_at)])
        exported = export_person(
            session, subscriber_id, StaffAction("asked", OPERATOR, chosen_at, zone="UTC")
        ).as_json()
        another = session.exec(select(Subscriber).where(col(Subscriber.id) != subscriber_id).limit(1)).one()
        secret = world.settings.secret_key.get_secret_value()
        ask_for_change(session, another, ADDRESS, now=chosen_at, secret=secret)
    assert exported["fields"] == [{"field": "town", "label": "Town", "value": "Unikatovo pri Češnjevku"}]
    assert (exported["topics"][0]["frequency"], len(exported["pauses"])) == ("never", 1)
    assert {word for word, _ in traces_of(WORDS, world.database, tmp_path)} == set(WORDS)
    erase(world, subscriber_id)
    with world.database.write() as session:
        receipts = session.exec(select(WebhookReceipt.body).where(col(WebhookReceipt.body).is_not(None))).all()
        assert receipts == [others], "what names somebody else stays"
        session.exec(select(WebhookReceipt).where(WebhookReceipt.body == others)).one().body = None
    everything = everything_in(world.database)
    assert traces_of(WORDS, world.database, tmp_path) == []
    logged = "".join(capsys.readouterr()).lower()
    assert not [word for word in WORDS if word in logged]
    # The keyed hash says no for them, and stands nowhere else.
    assert {name for name, rows in everything.items() if address_hash in repr(rows)} == {
        "data_request",
        "opted_out",
        "suppression",
    }
    with world.database.read() as session:
        files = [session.get_one(SubscriberImport, number) for number in waiting]
        discarded = (ImportState.DISCARDED, "subscribers-import-upload-erased")
        states = [(row.state, row.error) for row in files]
        assert states == [(ImportState.CHECKED, "subscribers-import-file-erased"), *[discarded] * 3]
        assert [can(files[0], action) for action in (ImportAction.WRITE, ImportAction.CHANGE)] == [True, False]
        delivery = session.exec(select(Delivery).where(Delivery.subscriber_id == subscriber_id)).one()
        assert delivery.status is DeliveryStatus.ACCEPTED, "what happened stays"
        assert session.exec(select(Suppression.detail)).one() == ""


@pytest.mark.parametrize("is_merged", [False, True])
def test_nothing_names_an_address_that_they_had_before(world: World, *, is_merged: bool) -> None:
    world.configure(sign_up_sender="main")
    subscriber_id, _ = arrive(world)
    world.launched()
    world.run(rounds=3)
    act = StaffAction("asked", OPERATOR, world.clock.now(), zone="UTC")
    with world.database.write() as session:
        delivery = session.exec(select(Delivery).where(Delivery.subscriber_id == subscriber_id)).one()
        delivery.detail = f"550 <{ADDRESS}> unknown"
        call = select(Attempt).join(AttemptDelivery).where(AttemptDelivery.delivery_id == delivery.id)
        session.exec(call).one().detail = f"422 invalid to: {ADDRESS.upper()}"
        receipt = {"sender_id": 1, "received_at": world.clock.now(), "processed_at": world.clock.now()}
        unread = {"dedupe_key": "x", "body": f'{{"to": "{ADDRESS}"}}'.encode(), "error": "delivery-x"}
        insert_once(session, WebhookReceipt, [receipt | unread])
        kept_id = subscriber_id
        if is_merged:
            kept_id = session.exec(select(Subscriber.id).where(col(Subscriber.id) != subscriber_id)).first() or 0
            merge(session, kept_id, subscriber_id, act)
            session.get_one(Subscriber, kept_id).name = ""
        else:
            correct_address(session, subscriber_id, act, address="new@example.net", settings=world.settings)
    erase(world, kept_id)
    text = repr(everything_in(world.database)).lower()
    assert ADDRESS.lower() not in text
    assert "new@example.net" not in text


def test_reports_that_nobody_could_read_are_looked_through_before_the_transaction(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """But for those that have come since, and where the address is another one by then."""
    subscriber_id, _ = arrive(world)
    world.add_readers(["somebody.else"], language="en")
    with world.database.read() as session:
        others_id = session.exec(
            select(Subscriber.id).where(Subscriber.address == "somebody.else@example.org")
        ).one()
    looked_through: list[bytes] = []

    def names(body: bytes, wanted: Collection[str]) -> bool:
        looked_through.append(body)
        return names_any(body, wanted)

    def come(*bodies: bytes) -> None:
        now = world.clock.now()
        same = {"sender_id": 1, "received_at": now, "processed_at": now, "error": "x"}
        with world.database.write() as session:
            rows = [{**same, "dedupe_key": repr(body), "body": body} for body in bodies]
            insert_once(session, WebhookReceipt, rows)

    monkeypatch.setattr("delivery.forget_reader.names_any", names)
    come(ADDRESS.encode(), b"another")
    with world.database.read() as session:
        unread = check_reports(session, [subscriber_id])
    come(f"later {ADDRESS}".encode())
    looked_through.clear()
    act = StaffAction("asked by letter", OPERATOR, world.clock.now(), zone="UTC")
    with world.database.write() as session:
        erase_person(session, subscriber_id, act, unread=unread)
    assert looked_through == [f"later {ADDRESS}".encode()]
    is_kept = col(WebhookReceipt.body).is_not(None)
    with world.database.write() as session:
        assert session.exec(select(WebhookReceipt.body).where(is_kept)).all() == [b"another"]
        erase_person(session, others_id, act, unread=unread)
    assert looked_through[1:] == [b"another"], "of other people it knows nothing"


def test_the_hash_stays_while_nobody_knows_whether_the_copy_was_taken(world: World) -> None:
    subscriber_id, address_hash = arrive(world)
    world.launched()
    with world.database.write() as session:
        theirs = select(Delivery).where(Delivery.subscriber_id == subscriber_id)
        session.exec(theirs).one().status = DeliveryStatus.IN_DOUBT
    erase(world, subscriber_id)
    with world.database.read() as session:
        assert session.exec(theirs).one().address_hash == address_hash


def test_neither_an_import_nor_a_restore_brings_them_back_but_their_own_yes_does(
    world: World, backup: StoredBackup, tmp_path: Path
) -> None:
    subscriber_id, address_hash = arrive(world)
    file = tmp_path / "people.csv"
    file.write_text(f"email,name,language\n{ADDRESS},Zofija Unikat,en\n", encoding="utf-8")
    backup.back_up()
    erase(world, subscriber_id)
    bring(world, file)
    with world.database.read() as session:
        assert subscriber_of(session, address_hash) is None
    backup.put_back()
    with world.database.read() as session:
        assert get_subscriber(session, subscriber_id).address == ADDRESS
    adopted(world)
    bring(world, file)
    with world.database.write() as session:
        assert subscriber_of(session, address_hash) is None
        assert opted_out(session, [address_hash]) == {address_hash}
    with world.database.write() as session:
        proof = ConsentProof(ConsentMethod.SIGN_UP, "Yes", "en", "page")
        request = SubscriptionRequest(ADDRESS, "", 1, proof)
        secret = world.settings.secret_key.get_secret_value()
        back = request_subscription(session, request, now=world.clock.now(), secret=secret).subscriber_id
        yes = ConsentProof(ConsentMethod.CONFIRMATION_LINK, "Yes", "en", "link")
        assert confirm(session, subscriber_id=back, list_id=1, proof=yes, now=world.clock.now())
        [status] = session.exec(select(Subscription.status).where(Subscription.subscriber_id == back))
        assert status is SubscriptionStatus.CONFIRMED
        assert back != subscriber_id


def test_only_an_administrator_may(world: World) -> None:
    subscriber_id, _ = arrive(world)
    with world.database.write() as session, pytest.raises(NotAllowed):
        erase_person(
            session, subscriber_id, StaffAction("asked by letter", world.boris, world.clock.now(), zone="UTC")
        )
