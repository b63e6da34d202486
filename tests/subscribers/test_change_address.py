"""Another address for the same person: what goes along, what is refused, and that no old no is ever washed off."""

from collections.abc import Iterator
from contextlib import ExitStack
from contextlib import suppress as whatever
from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlmodel import Session, SQLModel, select

from core.db import Database
from core.errors import BiltenError, Conflict, InputRefused, NotFound
from subscribers.address_tables import AddressChange, FormerAddress
from subscribers.ask_address_change import ask_for_change
from subscribers.change_address import confirm_change, refuse_change
from subscribers.erase import erase_subscriber
from subscribers.links import AddressLink
from subscribers.lists import create_list
from subscribers.opt_out import find_opt_out
from subscribers.policy_sql import may_be_mailed
from subscribers.preferences import leave_everything
from subscribers.queries import consent_of, subscriber_of, subscriptions_of
from subscribers.subscribe import ConsentProof, SubscriptionRequest, confirm, request_subscription, unsubscribe
from subscribers.suppress import find_suppression, suppress
from subscribers.tables import (
    ConsentMethod,
    MailingList,
    RememberedNo,
    Subscriber,
    Subscription,
    SuppressionReason,
)
from subscribers.topic_choices import choices_of, pause_of, save_pause, save_topic_choice
from subscribers.topic_tables import Frequency, Topic
from tests.conftest import NOON
from tests.databases import on_sqlite
from tests.examples import examples
from tests.subscribers.conftest import SECRET, hash_of

ADDRESSES = ["ana@example.org", "bor@example.org", "eva@example.org"]
ANA, BOR, EVA = ADDRESSES
YES = ConsentProof(ConsentMethod.ADDRESS_CHANGE, "Yes, here.", "sl", "test")


@pytest.fixture
def session(database: Database, list_id: int) -> Iterator[Session]:
    assert list_id == 1
    with database.write() as opened:
        yield opened


def join(session: Session, address: str, list_id: int = 1, method: ConsentMethod | None = None) -> None:
    """By their own yes, or as staff brought them."""
    asks, says = method or ConsentMethod.SIGN_UP, method or ConsentMethod.CONFIRMATION_LINK
    request = SubscriptionRequest(address, "", list_id, ConsentProof(asks, "Yes", "sl", "test"))
    person = request_subscription(session, request, now=NOON, secret=SECRET).subscriber_id
    proof = ConsentProof(says, "Yes", "sl", "test")
    confirm(session, subscriber_id=person, list_id=list_id, proof=proof, now=NOON)


def person_at(session: Session, address: str) -> Subscriber:
    person = subscriber_of(session, hash_of(address))
    assert person is not None
    return person


def ask(session: Session, old: str, new: str, *, now: datetime = NOON) -> AddressLink:
    person = person_at(session, old)
    ask_for_change(session, person, new, now=now, secret=SECRET)
    return AddressLink(person.id, hash_of(old), hash_of(new))


def move(session: Session, old: str, new: str, *, now: datetime = NOON) -> AddressLink:
    link = ask(session, old, new, now=now)
    confirm_change(session, link, YES, now=now)
    return link


def mailed(session: Session) -> set[tuple[str, int]]:
    """Whom the policy lets through, by address and list."""
    rows = (
        select(Subscriber.address, Subscription.list_id)
        .join(Subscription, Subscription.subscriber_id == Subscriber.id)  # type: ignore[arg-type]  # a comparison
        .where(may_be_mailed(now=NOON))
    )
    return set(session.exec(rows).all())


def test_the_person_stays_with_lists_consent_topics_and_pause(session: Session) -> None:
    join(session, ANA)
    person_id, old, new = person_at(session, ANA).id, hash_of(ANA), hash_of(BOR)
    session.add(Topic(id=1, slug="rivers", name="Rivers", created_at=NOON))
    session.flush()
    save_topic_choice(session, old, 1, Frequency.NEVER, now=NOON)
    save_pause(session, old, NOON + timedelta(days=9), now=NOON)
    move(session, ANA, BOR)
    person = person_at(session, BOR)
    assert (person.id, person.address) == (person_id, BOR)
    steps = [(step.action.value, step.method, step.wording) for step in consent_of(session, person.id)]
    assert steps[-1] == ("confirmed", ConsentMethod.ADDRESS_CHANGE, "Yes, here.")
    assert len(steps) == 3
    assert choices_of(session, new) == {1: Frequency.NEVER}
    pause = pause_of(session, new, now=NOON)
    assert pause is not None
    assert mailed(session) == set(), "they are paused"
    save_pause(session, new, NOON, now=NOON)
    assert mailed(session) == {(BOR, 1)}


def test_pressed_twice_it_is_done_once_and_of_two_requests_the_first_confirmed_counts(session: Session) -> None:
    join(session, ANA)
    first, second = ask(session, ANA, BOR), ask(session, ANA, EVA)
    assert confirm_change(session, first, YES, now=NOON).address == BOR
    assert confirm_change(session, first, YES, now=NOON).address == BOR
    assert len(consent_of(session, person_at(session, BOR).id)) == 3
    with pytest.raises(NotFound):
        confirm_change(session, second, YES, now=NOON)


def test_an_address_that_is_somebodys_is_refused_only_to_whoever_has_it(session: Session) -> None:
    join(session, ANA)
    link = ask(session, ANA, BOR)
    join(session, BOR)
    with pytest.raises(Conflict):
        confirm_change(session, link, YES, now=NOON)
    assert mailed(session) == {(ANA, 1), (BOR, 1)}


@pytest.mark.parametrize("reason", list(SuppressionReason))
@on_sqlite
def test_no_old_no_against_everything_is_washed_off_at_the_new_address(
    session: Session, reason: SuppressionReason
) -> None:
    join(session, ANA)
    link = ask(session, ANA, BOR)
    suppress(session, address_hash=hash_of(BOR), reason=reason, detail="", now=NOON)
    with pytest.raises(Conflict):
        confirm_change(session, link, YES, now=NOON)


@pytest.mark.parametrize("reason", list(SuppressionReason))
@on_sqlite
def test_what_was_said_of_the_person_goes_along_and_what_of_the_address_does_not(
    session: Session, reason: SuppressionReason
) -> None:
    join(session, ANA)
    suppress(session, address_hash=hash_of(ANA), reason=reason, detail="", now=NOON)
    move(session, ANA, BOR)
    is_barred = find_suppression(session, hash_of(BOR)) is not None
    assert is_barred is (reason is not SuppressionReason.BOUNCED)
    assert mailed(session) == (set() if is_barred else {(BOR, 1)})


def test_nobody_is_brought_back_to_an_address_that_they_left_but_by_themselves(session: Session) -> None:
    join(session, ANA)
    move(session, ANA, BOR)
    with whatever(BiltenError):
        join(session, ANA, method=ConsentMethod.IMPORT)
    assert mailed(session) == {(BOR, 1)}
    join(session, ANA)
    assert mailed(session) == {(ANA, 1), (BOR, 1)}


def test_whoever_comes_back_to_an_address_that_they_left_gets_mail_there(session: Session) -> None:
    join(session, ANA)
    move(session, ANA, BOR)
    move(session, BOR, ANA, now=NOON + timedelta(days=2))
    assert mailed(session) == {(ANA, 1)}
    assert find_opt_out(session, hash_of(ANA)) is None
    assert [row.address_hash for row in session.exec(select(FormerAddress))] == [hash_of(BOR)]


def test_after_an_erasure_or_a_no_a_link_changes_nothing_that_matters(session: Session) -> None:
    join(session, ANA)
    link = ask(session, ANA, BOR)
    leave_everything(session, link.subscriber_id, evidence="test", now=NOON)
    confirm_change(session, link, YES, now=NOON)
    no = find_opt_out(session, hash_of(BOR))
    assert no is not None, "a no goes along"
    assert mailed(session) == set()
    erase_subscriber(session, person_at(session, BOR), method=ConsentMethod.STAFF, now=NOON)
    assert session.exec(select(AddressChange)).all() == []
    with pytest.raises(NotFound):
        confirm_change(session, link, YES, now=NOON)
    assert refuse_change(session, link, now=NOON) is False


def test_refused_in_time_it_does_not_happen_and_refused_late_nothing_is_sent_to_anybody(session: Session) -> None:
    join(session, ANA)
    first = ask(session, ANA, BOR)
    assert refuse_change(session, first, now=NOON) is False
    with pytest.raises(NotFound):
        confirm_change(session, first, YES, now=NOON)
    assert mailed(session) == {(ANA, 1)}
    later = NOON + timedelta(days=2)
    stolen = move(session, ANA, BOR, now=later)
    move(session, BOR, EVA, now=later)
    assert refuse_change(session, stolen, now=later) is True, "wherever they were moved on to"
    assert mailed(session) == set()
    join(session, ANA)
    assert mailed(session) == {(ANA, 1)}


@on_sqlite
def test_nobody_is_asked_often_and_their_own_address_is_none_to_move_to(session: Session) -> None:
    join(session, ANA)
    join(session, EVA)
    person = person_at(session, ANA)
    with pytest.raises(InputRefused, match="address-is-yours"):
        ask_for_change(session, person, " ANA@example.org", now=NOON, secret=SECRET)
    ask(session, EVA, BOR)
    assert ask_for_change(session, person, BOR, now=NOON, secret=SECRET) is None, "asked by somebody else today"
    for number in range(3):
        assert ask_for_change(session, person, f"a{number}@example.org", now=NOON, secret=SECRET)
    with pytest.raises(InputRefused, match="asked-too-often"):
        ask_for_change(session, person, "more@example.org", now=NOON, secret=SECRET)
    assert ask_for_change(session, person, "more@example.org", now=NOON + timedelta(days=2), secret=SECRET)


where = st.sampled_from(ADDRESSES)
lists = st.sampled_from([1, 2])


class Addresses(RuleBasedStateMachine):
    """Keeps in `noes` what was ever said at an address, or by whoever came to it, and not taken back there."""

    def __init__(self, database: Database) -> None:
        super().__init__()
        self.open = ExitStack()
        self.session = self.open.enter_context(database.write())
        self.now = NOON
        self.noes: set[tuple[str, int]] = set()
        self.want_nothing: set[str] = set()
        self.left: set[str] = set()
        self.barred: set[str] = set()
        self.links: list[AddressLink] = []

    def teardown(self) -> None:
        for table in reversed(SQLModel.metadata.sorted_tables):
            if table.name != MailingList.__tablename__:
                self.session.execute(table.delete())
        self.open.close()

    def find(self, address: str) -> Subscriber | None:
        return subscriber_of(self.session, hash_of(address))

    @rule(address=where, list_id=lists)
    def sign_up(self, address: str, list_id: int) -> None:
        join(self.session, address, list_id)
        self.noes.discard((address, list_id))
        self.want_nothing.discard(address)
        self.left.discard(address)

    @rule(address=where, list_id=lists)
    def bring(self, address: str, list_id: int) -> None:
        """As an import, which asks for remembered noes itself."""
        if self.session.get(RememberedNo, (hash_of(address), list_id)) is None:
            with whatever(BiltenError):
                join(self.session, address, list_id, ConsentMethod.IMPORT)

    @rule(address=where, list_id=lists)
    def leave(self, address: str, list_id: int) -> None:
        if person := self.find(address):
            unsubscribe(
                self.session,
                subscriber_id=person.id,
                list_id=list_id,
                method=ConsentMethod.ONE_CLICK,
                evidence="test",
                now=NOON,
            )
            self.noes.add((address, list_id))

    @rule(address=where, erases=st.booleans())
    def leave_all(self, address: str, *, erases: bool) -> None:
        if person := self.find(address):
            self.want_nothing.add(address)
            if erases:
                # What else they said is forgotten with them.
                erase_subscriber(self.session, person, method=ConsentMethod.STAFF, now=NOON)
                self.noes -= {(address, 1), (address, 2)}
            else:
                self.noes |= {(address, row.list_id) for row in subscriptions_of(self.session, person.id)}
                leave_everything(self.session, person.id, evidence="test", now=NOON)

    @rule(address=where)
    def complain(self, address: str) -> None:
        reason = SuppressionReason.COMPLAINED
        suppress(self.session, address_hash=hash_of(address), reason=reason, detail="", now=NOON)
        self.barred.add(address)

    @rule(old=where, new=where)
    def ask(self, old: str, new: str) -> None:
        self.now += timedelta(days=1, minutes=1)
        if self.find(old) and old != new:
            self.links.append(ask(self.session, old, new, now=self.now))

    @rule(which=st.integers(0, 5))
    def confirm(self, which: int) -> None:
        if which >= len(self.links):
            return
        link = self.links[-1 - which]
        old, new = (
            next(address for address in ADDRESSES if hash_of(address) == key)
            for key in (link.old_hash, link.new_hash)
        )
        before = self.find(old)
        with whatever(BiltenError), self.session.begin_nested():
            confirm_change(self.session, link, YES, now=self.now)
        if before is not None and self.find(old) is None:
            self.noes |= {(new, list_id) for address, list_id in self.noes if address == old}
            self.want_nothing |= {new} if old in self.want_nothing else set()
            self.barred |= {new} if old in self.barred else set()
            self.left = (self.left | {old}) - {new}

    @rule(which=st.integers(0, 5))
    def refuse(self, which: int) -> None:
        if which < len(self.links):
            refuse_change(self.session, self.links[-1 - which], now=self.now)

    @invariant()
    def nobody_who_said_no_is_mailed_and_nobody_twice(self) -> None:
        reached = mailed(self.session)
        assert reached.isdisjoint(self.noes)
        assert {address for address, _ in reached}.isdisjoint(self.want_nothing | self.left | self.barred)


@on_sqlite
def test_whatever_happens_nobody_is_mailed_after_a_no(database: Database, list_id: int) -> None:
    with database.write() as session:
        alerts = create_list(session, slug="alerts", name="Alerts", now=NOON)
        assert (list_id, alerts.id) == (1, 2)

    class Here(Addresses):
        def __init__(self) -> None:
            super().__init__(database)

    run_state_machine_as_test(
        Here,
        settings=settings(
            max_examples=examples(15),
            stateful_step_count=25,
            deadline=None,
            database=None,
            # Shrinking a story of 25 steps on a database takes minutes; a long story that fails says enough.
            phases=[Phase.generate],
            suppress_health_check=[HealthCheck.too_slow],
        ),
    )
