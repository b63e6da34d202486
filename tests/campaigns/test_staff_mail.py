"""Email to staff: to whom, about what, once, whatever is killed, and never from a database that is held back."""

from contextlib import suppress
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as example_settings
from hypothesis import strategies as st
from sqlalchemy import delete, update
from sqlmodel import col, select

from campaigns.editorial.edit import VariantEdit, edit_variant
from campaigns.review.send_back import send_back
from campaigns.review.submit import submit
from campaigns.staff_mail.compose_mail import MailLine, compose_mail
from campaigns.staff_mail.tables import StaffMail, StaffMailState
from campaigns.system_mail.send_staff_mails import USEFUL_FOR, send_staff_mails
from core.db import Database
from core.settings import Settings
from delivery.errors import OutcomeUnknown, SenderMisconfigured, TransientProviderError
from delivery.message.outgoing import OutgoingBatch, OutgoingMessage, SendResult
from delivery.tables import Sender
from staff.tables import User
from tests.campaigns.stored_backup import StoredBackup, adopted
from tests.campaigns.test_contributions import create_sender_named
from tests.campaigns.world import World, join_staff, make_world
from tests.conftest import StoppedClock
from tests.examples import costly_examples
from tests.fakes.provider import FakeProvider
from tests.people_roles import AUTHOR

ANA, BORIS, CILKA = "ana@example.org", "boris@example.org", "cilka@example.org"


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(database, clock, settings)
    world.configure(staff_sender="main")
    world.add_readers(["rosa", "miha"])
    return world


def _send(world: World, *, times: int = 6, minutes: float = 30) -> None:
    for _ in range(times):
        send_staff_mails(world.context)
        world.clock.advance(minutes=minutes)


def _submitted(world: World, remark: str = "") -> int:
    campaign_id = world.draft()
    now = world.clock.now()
    submit(world.database, campaign_id, actor=world.ana, settings=world.settings, now=now, remark=remark)
    return campaign_id


def _messages(world: World) -> dict[str, OutgoingMessage]:
    return {message.to: message for batch in world.provider.batches for message in batch.messages}


def _states(world: World) -> list[StaffMailState]:
    with world.database.read() as session:
        return [mail.state for mail in session.exec(select(StaffMail).order_by(col(StaffMail.id)))]


def test_a_text_that_is_broken_in_its_file_is_whole_in_an_email_and_what_people_wrote_is_as_they_broke_it() -> (
    None
):
    lines = [MailLine("Nothing\nis sent."), MailLine("One\ntwo", is_quoted=True)]
    assert compose_mail("en", "Stopped", lines).text == "Nothing is sent.\n\n> One\n> two\n"


def test_whoever_may_approve_gets_one_email_with_all_they_need(world: World) -> None:
    join_staff(world, "darko", AUTHOR)
    campaign_id = _submitted(world, "By noon, please.")
    _send(world)
    assert world.provider.received == {BORIS: 1, CILKA: 1}
    mail = _messages(world)[BORIS]
    assert mail.subject == "Čaka na vašo odobritev: 600 people are missing"
    address = f"{world.settings.public_url}/campaigns/{campaign_id}"
    for part in (mail.text, mail.html):
        for text in ("Ana", "600 people are missing", "2 bralca", "By noon, please.", address):
            assert text in part
    assert "> By noon, please." in mail.text
    assert dict(mail.headers)["Auto-Submitted"] == "auto-generated"
    assert "List-Unsubscribe" not in dict(mail.headers)


def test_each_person_is_written_to_in_their_language(world: World) -> None:
    with world.database.write() as session:
        session.execute(update(User).where(col(User.name) == "Cilka").values(language="en"))
    _submitted(world)
    _send(world)
    assert _messages(world)[CILKA].subject.startswith("Waiting for your approval")
    assert 'lang="en"' in _messages(world)[CILKA].html
    assert _messages(world)[BORIS].subject.startswith("Čaka na vašo odobritev")


def test_whoever_contributed_is_not_asked_to_approve(world: World) -> None:
    campaign_id = world.draft()
    with world.database.write() as session:
        edit = VariantEdit({"subject": "Boris's"})
        edit_variant(session, campaign_id, "en", edit, actor=world.boris, now=world.clock.now())
    world.submit(campaign_id)
    _send(world)
    assert world.provider.received == {CILKA: 1}


def test_the_author_hears_that_it_was_approved_and_by_whom(world: World) -> None:
    campaign_id = _submitted(world)
    _send(world, times=3, minutes=0.1)
    world.approve(campaign_id)
    _send(world)
    assert world.provider.received == {BORIS: 1, CILKA: 1, ANA: 1}
    assert "Boris" in _messages(world)[ANA].text


def test_the_author_gets_the_remark_with_which_it_was_sent_back(world: World) -> None:
    campaign_id = _submitted(world)
    _send(world, times=3, minutes=0.1)
    with world.database.write() as session:
        send_back(
            session, campaign_id, remark="<b>No.</b>\nIt is 601.", actor=world.boris, settings=world.settings,
            now=world.clock.now(),
        )  # fmt: skip
    _send(world)
    mail = _messages(world)[ANA]
    assert "> <b>No.</b>\n> It is 601." in mail.text
    assert "&lt;b&gt;No.&lt;/b&gt;" in mail.html
    assert "<b>" not in mail.html


def test_of_two_approvals_the_author_hears_once(world: World) -> None:
    world.configure(approvals_required=2)
    campaign_id = _submitted(world)
    world.approve(campaign_id, by=world.boris)
    world.approve(campaign_id, by=world.cilka)
    _send(world)
    assert world.provider.received[ANA] == 1


def test_what_is_no_longer_in_review_asks_nobody(world: World) -> None:
    campaign_id = _submitted(world)
    world.approve(campaign_id)
    _send(world)
    assert world.provider.received == {ANA: 1}
    assert StaffMailState.WAITING not in _states(world)


def test_whoever_left_meanwhile_is_not_written_to(world: World) -> None:
    _submitted(world)
    with world.database.write() as session:
        session.execute(update(User).where(col(User.name) == "Boris").values(disabled_at=world.clock.now()))
    _send(world)
    assert world.provider.received == {CILKA: 1}


def test_where_nobodys_approval_is_asked_for_nobody_is_told(world: World) -> None:
    world.configure(approvals_required=0)
    _submitted(world)
    assert _states(world) == []


def test_without_a_sender_nothing_is_lost_until_it_is_old(world: World) -> None:
    world.configure(staff_sender="", sign_up_sender="")
    _submitted(world)
    _send(world)
    assert not world.provider.batches
    world.configure(sign_up_sender="main")
    _send(world)
    assert world.provider.received == {BORIS: 1, CILKA: 1}


def test_what_has_waited_for_days_is_no_news(world: World) -> None:
    world.configure(staff_sender="nobody")
    _submitted(world)
    _send(world)
    world.clock.advance(days=USEFUL_FOR.days)
    _send(world, times=1)
    assert not world.provider.batches
    assert set(_states(world)) == {StaffMailState.GIVEN_UP}


def test_a_paused_sender_keeps_them_waiting(world: World) -> None:
    _submitted(world)
    with world.database.write() as session:
        session.execute(update(Sender).values(paused_reason="delivery-provider-misconfigured"))
    _send(world)
    with world.database.write() as session:
        session.execute(update(Sender).values(paused_reason=None))
    _send(world)
    assert world.provider.received == {BORIS: 1, CILKA: 1}


def test_what_was_certainly_not_sent_goes_out_through_the_sender_of_today(world: World) -> None:
    _submitted(world)
    world.provider.faults = [SenderMisconfigured("HTTP 401 no")]
    send_staff_mails(world.context)
    with world.database.write() as session:
        create_sender_named(session, "second")
    world.configure(staff_sender="second")
    _send(world)
    assert world.provider.received == {BORIS: 1, CILKA: 1}


def _die_before(_: OutgoingBatch) -> SendResult:
    raise KeyboardInterrupt


class _Trouble:
    """What may go wrong at a call, in the order in which it does."""

    def __init__(self, provider: FakeProvider) -> None:
        self._provider = provider

    def die_after(self, batch: OutgoingBatch) -> SendResult:
        self._provider._take(batch)
        raise KeyboardInterrupt

    def fault(self, name: str) -> object:
        return {
            "die before": _die_before,
            "die after": self.die_after,
            "lose the answer": "lose the answer",
            "cut off": OutcomeUnknown("cut off"),
            "later": TransientProviderError("slow down"),
        }[name]


FAULTS = ["die before", "die after", "lose the answer", "cut off", "later"]


@example_settings(
    max_examples=costly_examples(40), suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(
    faults=st.lists(st.sampled_from(FAULTS), max_size=6),
    remembers=st.booleans(),
    pauses=st.lists(st.sampled_from([1, 30, 600, 1500]), min_size=30, max_size=30),
)
def test_nobody_is_written_to_twice_whatever_dies_and_nobody_is_forgotten(
    world: World, faults: list[str], remembers: bool, pauses: list[int]
) -> None:
    with world.database.write() as session:
        session.execute(delete(StaffMail))
    provider = FakeProvider(idempotency=timedelta(hours=24) if remembers else None)
    trouble = _Trouble(provider)
    provider.faults = [trouble.fault(name) for name in faults]  # type: ignore[misc]  # each is a fault
    object.__setattr__(world.context, "provider", lambda _: provider)
    _submitted(world)
    for minutes in pauses:
        with suppress(KeyboardInterrupt):
            send_staff_mails(world.context)
        world.clock.advance(minutes=minutes)
    assert max(provider.received.values(), default=0) <= 1
    uncertain = {"die before", "die after", "lose the answer", "cut off"} & set(faults)
    if not uncertain:
        assert provider.received == {BORIS: 1, CILKA: 1}
    assert StaffMailState.WAITING not in _states(world)
    with world.database.write() as session:
        session.execute(delete(StaffMail))


def test_a_killed_try_is_repeated_where_the_provider_remembers(world: World) -> None:
    trouble = _Trouble(world.provider)
    world.provider.faults = [trouble.die_after]
    _submitted(world)
    with pytest.raises(KeyboardInterrupt):
        send_staff_mails(world.context)
    _send(world)
    assert world.provider.received == {BORIS: 1, CILKA: 1}
    assert set(_states(world)) == {StaffMailState.SENT}


def test_a_restored_database_writes_to_nobody_before_it_is_adopted_and_nothing_twice(world: World) -> None:
    backup = StoredBackup(world)
    _submitted(world)
    backup.back_up()
    _send(world, times=3, minutes=0.1)
    assert world.provider.received == {BORIS: 1, CILKA: 1}
    backup.put_back()
    send_staff_mails(world.context)
    adopted(world)
    _send(world)
    assert world.provider.received == {BORIS: 1, CILKA: 1}
    assert set(_states(world)) == {StaffMailState.GIVEN_UP}


def test_what_was_not_sent_before_the_restore_is_sent_after_it(world: World) -> None:
    backup = StoredBackup(world)
    _submitted(world)
    backup.back_up()
    backup.put_back()
    adopted(world)
    _send(world)
    assert world.provider.received == {BORIS: 1, CILKA: 1}
