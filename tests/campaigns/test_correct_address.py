"""A corrected address: the person stays who they were, nobody gets anything twice, and no no is lost."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import col, select

from campaigns.opt_in.send_opt_in_mail import ask, send_opt_in_mails
from campaigns.people.correct_address import correct_address
from campaigns.people.erase_person import erase_person
from campaigns.people.export_person import export_person
from campaigns.people.find_person import PeopleRequest, search_people
from campaigns.people.staff_action import StaffAction
from campaigns.reporting.reader_search import search_reader
from campaigns.sending.send import send_next_batch
from campaigns.tables import SubscriptionMail, SubscriptionMailState
from campaigns.token_holder import find_holder
from core.addresses import EmailAddress, address_hash
from core.db import Database
from core.errors import Conflict, InputRefused, NotAllowed, NotFound
from core.settings import Settings
from delivery.errors import TransientProviderError
from delivery.message.outgoing import Accepted, OutgoingBatch, SendResult
from delivery.status import DeliveryStatus
from staff.principal import OPERATOR, Principal
from staff.tables import AuditEntry
from subscribers.change_list import set_protected
from subscribers.links import ConfirmationLink, PreferencesLink, UnsubscribeLink, read_confirmation_token
from subscribers.lists import create_list, get_list
from subscribers.opt_out import find_opt_out, opt_out, opted_out
from subscribers.queries import get_subscriber
from subscribers.status import SubscriptionStatus
from subscribers.subscribe import ConsentProof, SubscriptionRequest, record_yes, request_subscription
from subscribers.suppress import find_suppression, suppress
from subscribers.tables import ConsentMethod, Subscriber, Subscription, SuppressionReason
from tests.campaigns.stored_backup import StoredBackup, adopted, backup
from tests.campaigns.test_restore_noes import bring
from tests.campaigns.test_token_holder import links_in_the_mail
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.databases import on_sqlite
from tests.fakes.provider import FakeProvider

__all__ = ["backup"]

WHY = "asked by telephone"
OLD, NEW = "rosa@example.org", "rosa.kos@example.net"
PROOF = ConsentProof(ConsentMethod.CONFIRMATION_LINK, "Yes, I want it", "sl", "link")


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(database, clock, settings, FakeProvider(max_batch=2))
    world.configure(sign_up_sender="main")
    world.add_readers(["rosa", "miha", "zala"], language="sl")
    with world.database.write() as session:
        for subscriber_id in (1, 2, 3):
            record_yes(session, subscriber_id, 1, PROOF, world.clock.now())
    world.clock.advance(seconds=60)
    return world


def hash_of(world: World, address: str) -> str:
    secret = world.settings.secret_key.get_secret_value()
    return address_hash(EmailAddress.parse(address), secret=secret)


def correct(world: World, address: str = NEW, *, who: int = 1, actor: Principal = OPERATOR) -> bool:
    act = StaffAction(WHY, actor, world.clock.now(), zone="UTC")
    with world.database.write() as session:
        is_asked = correct_address(session, who, act, address=address, settings=world.settings)
    world.clock.advance(seconds=60)
    return is_asked


def status_of(world: World, who: int = 1) -> SubscriptionStatus:
    with world.database.read() as session:
        return session.exec(select(col(Subscription.status)).where(Subscription.subscriber_id == who)).one()


def sign_up(world: World, address: str) -> int:
    """As on the page: somebody typed that."""
    secret, now = world.settings.secret_key.get_secret_value(), world.clock.now()
    proof = ConsentProof(ConsentMethod.SIGN_UP, "Yes", "sl", "page")
    with world.database.write() as session:
        request = SubscriptionRequest(address, "Neža", 1, proof)
        number = request_subscription(session, request, now=now, secret=secret).subscriber_id
        ask(session, subscriber_id=number, list_ids=[1], language="sl", now=now)
    return number


def confirmation_link(world: World, to: str) -> ConfirmationLink:
    [message] = [each for batch in world.provider.batches for each in batch.messages if each.to == to]
    token = message.text.split("/c/")[1].split()[0]
    return read_confirmation_token(world.context.signer, token, now=world.clock.now())


def test_a_typing_mistake_of_a_sign_up_gets_a_new_question_and_the_old_link_is_dead(world: World) -> None:
    typo, right = "neza@exmaple.org", "neza@example.org"
    number = sign_up(world, typo)
    send_opt_in_mails(world.context)
    old_link = confirmation_link(world, typo)
    world.clock.advance(seconds=3600)
    assert correct(world, right, who=number)
    send_opt_in_mails(world.context)
    new_link = confirmation_link(world, right)
    with world.database.read() as session:
        assert find_holder(session, old_link, settings=world.settings) is None, "whoever reads the mistyped one"
        person = find_holder(session, new_link, settings=world.settings)
        assert person is not None
        assert person.id == number
    assert status_of(world, number) is SubscriptionStatus.PENDING


@on_sqlite
def test_a_question_that_waits_goes_to_nobody_at_the_old_address(world: World) -> None:
    number = sign_up(world, "neza@exmaple.org")
    correct(world, "neza@example.org", who=number)
    send_opt_in_mails(world.context)
    assert world.provider.received == {"neza@example.org": 1}
    with world.database.read() as session:
        states = session.exec(select(SubscriptionMail.state).order_by(SubscriptionMail.id)).all()  # type: ignore[arg-type]  # a column
    assert list(states) == [SubscriptionMailState.GIVEN_UP, SubscriptionMailState.ASKED]


def test_what_no_link_has_proven_waits_for_the_reader_of_the_new_address(world: World) -> None:
    world.add_readers(["imported"])
    assert correct(world, "right@example.org", who=4)
    assert status_of(world, 4) is SubscriptionStatus.PENDING
    assert not correct(world), "hers was proven"
    assert status_of(world) is SubscriptionStatus.CONFIRMED


@on_sqlite
def test_without_a_sender_for_it_nobody_waits_for_a_question(world: World) -> None:
    world.configure(sign_up_sender="")
    world.add_readers(["imported"])
    with pytest.raises(Conflict, match="nobody-asks"):
        correct(world, "right@example.org", who=4)
    assert status_of(world, 4) is SubscriptionStatus.CONFIRMED


def test_in_the_middle_of_a_campaign_everybody_gets_it_once(world: World) -> None:
    campaign_id = world.launched()
    send_next_batch(world.context, campaign_id)
    early = set(world.provider.received)
    late = {f"{name}@example.org" for name in ("rosa", "miha", "zala")} - early
    numbers = {"rosa@example.org": 1, "miha@example.org": 2, "zala@example.org": 3}
    for address in (*early, *late):
        correct(world, address.replace(".org", ".net"), who=numbers[address])
    world.run(rounds=6)
    assert set(world.provider.received) == early | {address.replace(".org", ".net") for address in late}
    assert set(world.provider.received.values()) == {1}
    assert world.delivery_states(campaign_id) == {DeliveryStatus.ACCEPTED}


@pytest.mark.parametrize("is_taken", [True, False])
def test_while_the_provider_is_being_called(world: World, *, is_taken: bool) -> None:
    """What it takes has gone to the old address; what it does not take goes to the new one."""

    def call(batch: OutgoingBatch) -> SendResult:
        for number in range(1, 4):
            correct(world, f"new{number}@example.net", who=number)
        if not is_taken:
            raise TransientProviderError("busy")
        world.provider.received.update(message.to for message in batch.messages)
        return SendResult(tuple(Accepted(message.delivery_id, "id") for message in batch.messages))

    world.provider.faults = [call]
    campaign_id = world.launched()
    world.run(rounds=40, seconds=30)
    assert world.delivery_states(campaign_id) == {DeliveryStatus.ACCEPTED}
    assert sorted(world.provider.received.values()) == [1, 1, 1]
    at_new = {address for address in world.provider.received if address.startswith("new")}
    assert len(at_new) == (1 if is_taken else 3)


def test_what_stays_in_doubt_is_sent_to_nobody_at_either_address(world: World) -> None:
    world.provider.faults = [ConnectionError("gone")]
    campaign_id = world.launched()
    send_next_batch(world.context, campaign_id)
    doubted = [row.subscriber_id for row in world.deliveries(campaign_id) if row.status is DeliveryStatus.IN_DOUBT]
    for number in doubted:
        correct(world, f"new{number}@example.net", who=number)
    world.run(rounds=40, seconds=30)
    assert sum(world.provider.received.values()) == 3 - len(doubted)
    states = [row.status for row in world.deliveries(campaign_id) if row.subscriber_id in doubted]
    assert set(states) == {DeliveryStatus.IN_DOUBT}, "for staff to decide, as ever"


def test_the_owners_no_to_an_old_email_finds_them(world: World) -> None:
    world.launched()
    send_next_batch(world.context, 1)
    [old] = {each.to for each in world.provider.batches[-1].messages} & {OLD} or {""}
    assert old == OLD
    correct(world)
    with world.database.write() as session:
        suppress(
            session,
            address_hash=hash_of(world, OLD),
            reason=SuppressionReason.COMPLAINED,
            detail="",
            now=world.clock.now(),
        )
        now_barred = find_suppression(session, hash_of(world, NEW))
        assert now_barred is not None
        assert now_barred.reason is SuppressionReason.COMPLAINED


@on_sqlite
def test_links_of_an_old_email_leave_the_list_and_show_nothing(world: World) -> None:
    with world.database.write() as session:
        for who in (2, 3):
            session.delete(session.get_one(Subscriber, who))
    world.launched()
    world.run(rounds=3)
    links = links_in_the_mail(world)
    correct(world)
    with world.database.read() as session:
        for link in links:
            person = find_holder(session, link, settings=world.settings)
            assert (person is not None) == isinstance(link, UnsubscribeLink)
            assert isinstance(link, UnsubscribeLink | PreferencesLink)


@on_sqlite
def test_an_address_that_is_somebody_elses_or_said_no_is_refused(world: World) -> None:
    with pytest.raises(Conflict, match="readdress-taken"):
        correct(world, "Miha@example.org")
    with pytest.raises(Conflict, match="readdress-same"):
        correct(world, OLD)
    with pytest.raises(InputRefused, match="subscribers-address"):
        correct(world, "rosa at home")
    with pytest.raises(NotFound):
        correct(world, who=99)
    with world.database.write() as session:
        opt_out(session, {hash_of(world, NEW): "x"}, method=ConsentMethod.ONE_CLICK, now=world.clock.now())
    with pytest.raises(Conflict, match="said-no"):
        correct(world)
    for reason in SuppressionReason:
        with world.database.write() as session:
            key = hash_of(world, f"{reason.value}@example.net")
            suppress(session, address_hash=key, reason=reason, detail="", now=world.clock.now())
        with pytest.raises(Conflict, match="said-no"):
            correct(world, f"{reason.value}@example.net")
    with world.database.read() as session:
        assert get_subscriber(session, 1).address == OLD


@pytest.mark.parametrize("status", ["unsubscribed", "blocklisted"])
def test_a_no_in_a_file_at_the_address_that_was_left_reaches_them(
    world: World, tmp_path: Path, status: str
) -> None:
    correct(world)
    file = tmp_path / "noes.csv"
    file.write_text(f"email,language,status\n{OLD},sl,{status}\n", encoding="utf-8")
    bring(world, file)
    assert status_of(world) is SubscriptionStatus.UNSUBSCRIBED
    with world.database.read() as session:
        methods = [
            row.method if row else None
            for row in (find_opt_out(session, hash_of(world, each)) for each in (OLD, NEW))
        ]
    of_everything = [ConsentMethod.IMPORT_OPT_OUT] * 2
    assert methods == (of_everything if status == "blocklisted" else [ConsentMethod.ADDRESS_CHANGE, None])


def test_who_wants_nothing_at_an_address_that_was_left_is_no_new_address_for_anybody(world: World) -> None:
    correct(world)
    with world.database.write() as session:
        evidence = {hash_of(world, OLD): "x"}
        assert opt_out(session, evidence, method=ConsentMethod.ONE_CLICK, now=world.clock.now()) == set(evidence)
    with pytest.raises(Conflict, match="said-no"):
        correct(world, OLD, who=2)


@on_sqlite
def test_there_and_back_again(world: World) -> None:
    correct(world)
    correct(world, OLD)
    with world.database.read() as session:
        assert get_subscriber(session, 1).address == OLD
        assert find_opt_out(session, hash_of(world, OLD)) is None
        assert find_opt_out(session, hash_of(world, NEW)) is not None


@on_sqlite
def test_they_are_found_by_what_they_had_and_no_log_names_either(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    world.launched()
    world.run(rounds=4)
    correct(world)
    secret = world.settings.secret_key.get_secret_value()
    with world.database.write() as session:
        for address in (OLD, NEW):
            page = search_people(session, PeopleRequest(address), viewer=OPERATOR, secret=secret, limit=9)
            assert [person.address for person in page.people] == [NEW]
            answers = search_reader(
                session, hash_of(world, address), viewer=OPERATOR, now=world.clock.now()
            ).answers
            assert [answer.state for answer in answers] == ["pending"]
        exported = export_person(session, 1, StaffAction(WHY, OPERATOR, world.clock.now(), zone="UTC")).as_json()
        assert len(exported["deliveries"]) == 1
        entries = session.exec(select(AuditEntry).where(AuditEntry.action == "subscriber.readdressed")).all()
        assert [entry.detail for entry in entries] == [{"reason": WHY}]
    logged = "".join(capsys.readouterr()).lower()
    assert "subscriber.address_changed" in logged
    assert not [word for word in (OLD, NEW) if word in logged]


def test_a_restore_writes_to_nobody_at_the_old_address_and_the_erased_stay_erased(
    world: World, backup: StoredBackup, tmp_path: Path
) -> None:
    backup.back_up()
    correct(world)
    campaign_id = world.launched()
    world.run(rounds=4)
    assert campaign_id
    assert world.provider.received == {NEW: 1, "miha@example.org": 1, "zala@example.org": 1}
    backup.put_back()
    adopted(world)
    world.launched()
    world.run(rounds=6)
    assert OLD not in world.provider.received
    assert world.provider.received[NEW] == 1
    assert correct(world) is False
    file = tmp_path / "people.csv"
    file.write_text(f"email,name,language\n{OLD},Rosa,sl\n", encoding="utf-8")
    bring(world, file)
    with world.database.write() as session:
        assert session.exec(select(Subscriber.id).where(Subscriber.address == OLD)).first() is None
        erase_person(session, 1, StaffAction("asked by letter", OPERATOR, world.clock.now(), zone="UTC"))
        both = {hash_of(world, OLD), hash_of(world, NEW)}
        assert opted_out(session, both) == both
        deliveries = world.deliveries(campaign_id) if campaign_id else []
        assert not both & {delivery.address_hash for delivery in deliveries}


@on_sqlite
def test_whoever_may_not_see_protected_lists_may_not(world: World) -> None:
    with world.database.write() as session:
        made = create_list(session, slug="shelter", name="Shelter", now=world.clock.now())
        set_protected(session, get_list(session, made.id), True)
    with pytest.raises(NotAllowed, match="address-is-partial"):
        correct(world, actor=world.boris)
    with pytest.raises(NotAllowed):
        correct(world, actor=world.ana)
    world.clock.advance(seconds=timedelta(minutes=1).total_seconds())
