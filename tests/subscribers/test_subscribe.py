"""Asking, confirming, leaving: each counts once and leaves its proof."""

from datetime import timedelta

import pytest
from sqlmodel import Session

from core.db import Database
from core.errors import Conflict, InputRefused, NotAllowed, NotFound
from subscribers.mail_content import FOR_EVERYBODY
from subscribers.policy import SkipReason
from subscribers.queries import consent_of, get_subscriber
from subscribers.recheck import MailingQuestion, recheck
from subscribers.subscribe import (
    ConsentProof,
    SubscriptionRequest,
    SubscriptionResult,
    confirm,
    request_subscription,
    unsubscribe,
)
from subscribers.tables import ConsentAction, ConsentMethod
from tests.conftest import NOON
from tests.subscribers.conftest import SECRET, hash_of


def ask(
    session: Session,
    list_id: int,
    *,
    address: str = "ana@example.org",
    name: str = "Ana Novak",
    language: str = "sl",
    method: ConsentMethod = ConsentMethod.SIGN_UP,
) -> SubscriptionResult:
    return request_subscription(
        session,
        SubscriptionRequest(
            address=address,
            name=name,
            list_id=list_id,
            proof=ConsentProof(
                method=method, wording="Da, želim prejemati Bilten.", language=language, evidence="form:home"
            ),
        ),
        now=NOON,
        secret=SECRET,
    )


def say_yes(
    session: Session,
    list_id: int,
    subscriber_id: int,
    method: ConsentMethod = ConsentMethod.CONFIRMATION_LINK,
    wording: str = "Da.",
) -> None:
    confirm(
        session,
        subscriber_id=subscriber_id,
        list_id=list_id,
        proof=ConsentProof(method=method, wording=wording, language="sl", evidence="link"),
        now=NOON + timedelta(minutes=5),
    )


def say_no(session: Session, list_id: int, subscriber_id: int) -> bool:
    return unsubscribe(
        session,
        subscriber_id=subscriber_id,
        list_id=list_id,
        method=ConsentMethod.ONE_CLICK,
        evidence="campaign:abc",
        now=NOON + timedelta(days=1),
    )


def why_not(session: Session, list_id: int, subscriber_id: int) -> SkipReason | None:
    answer = recheck(session, MailingQuestion(list_id, FOR_EVERYBODY, NOON), [subscriber_id])[subscriber_id]
    return answer if isinstance(answer, SkipReason) else None


def steps(session: Session, subscriber_id: int) -> list[ConsentAction]:
    return [record.action for record in consent_of(session, subscriber_id)]


def test_who_asks_is_pending_until_they_confirm(database: Database, list_id: int) -> None:
    with database.write() as session:
        asked = ask(session, list_id)
        assert asked.is_new_request
        assert why_not(session, list_id, asked.subscriber_id) is SkipReason.PENDING
        say_yes(session, list_id, asked.subscriber_id)
        assert why_not(session, list_id, asked.subscriber_id) is None


def test_each_step_leaves_its_proof(database: Database, list_id: int) -> None:
    with database.write() as session:
        person = ask(session, list_id).subscriber_id
        say_yes(session, list_id, person)
        say_no(session, list_id, person)
    with database.read() as session:
        asked, yes, no = consent_of(session, person)
    assert (asked.action, asked.method, asked.wording, asked.language, asked.evidence, asked.at) == (
        ConsentAction.REQUESTED,
        ConsentMethod.SIGN_UP,
        "Da, želim prejemati Bilten.",
        "sl",
        "form:home",
        NOON,
    )
    assert (yes.action, yes.method, yes.wording) == (
        ConsentAction.CONFIRMED,
        ConsentMethod.CONFIRMATION_LINK,
        "Da.",
    )
    assert (no.action, no.method, no.evidence) == (
        ConsentAction.UNSUBSCRIBED,
        ConsentMethod.ONE_CLICK,
        "campaign:abc",
    )


def test_the_address_is_kept_as_it_is_sent_to_and_compared_by_its_hash(database: Database, list_id: int) -> None:
    with database.write() as session:
        person = ask(session, list_id, address=" Ana@Example.ORG ").subscriber_id
        assert ask(session, list_id, address="ana@example.org") == SubscriptionResult(person, is_new_request=False)
        assert get_subscriber(session, person).address == "Ana@example.org"
        assert get_subscriber(session, person).address_hash == hash_of("ana@example.org")


def test_asking_twice_and_confirming_twice_leave_one_record_each(database: Database, list_id: int) -> None:
    with database.write() as session:
        person = ask(session, list_id).subscriber_id
        assert not ask(session, list_id).is_new_request
        say_yes(session, list_id, person)
        say_yes(session, list_id, person)
        assert not ask(session, list_id).is_new_request
        assert why_not(session, list_id, person) is None
        assert steps(session, person) == [ConsentAction.REQUESTED, ConsentAction.CONFIRMED]


def test_leaving_twice_is_no_error_and_leaves_one_record(database: Database, list_id: int) -> None:
    with database.write() as session:
        person = ask(session, list_id).subscriber_id
        assert say_no(session, list_id, person)
        assert not say_no(session, list_id, person)
        assert steps(session, person) == [ConsentAction.REQUESTED, ConsentAction.UNSUBSCRIBED]


def test_leaving_what_one_was_never_on_is_no_error(database: Database, list_id: int) -> None:
    with database.write() as session:
        assert not say_no(session, list_id, 404)


def test_a_stranger_cannot_rename_somebody_by_typing_their_address(database: Database, list_id: int) -> None:
    with database.write() as session:
        person = ask(session, list_id).subscriber_id
        ask(session, list_id, name="Somebody else", language="en")
        known = get_subscriber(session, person)
        assert (known.name, known.language) == ("Ana Novak", "sl")


def test_after_a_no_only_the_person_can_begin_again(database: Database, list_id: int) -> None:
    with database.write() as session:
        person = ask(session, list_id).subscriber_id
        say_no(session, list_id, person)
        for method in (ConsentMethod.STAFF, ConsentMethod.IMPORT):
            with pytest.raises(NotAllowed, match="subscribers-said-no"):
                ask(session, list_id, method=method)
        assert why_not(session, list_id, person) is SkipReason.UNSUBSCRIBED
        assert ask(session, list_id).is_new_request
        assert why_not(session, list_id, person) is SkipReason.PENDING


def test_after_a_no_staff_cannot_confirm_what_was_typed_into_a_form(database: Database, list_id: int) -> None:
    with database.write() as session:
        person = ask(session, list_id).subscriber_id
        say_no(session, list_id, person)
        ask(session, list_id)
        with pytest.raises(NotAllowed, match="subscribers-said-no"):
            say_yes(session, list_id, person, ConsentMethod.STAFF)
        say_yes(session, list_id, person)
        assert why_not(session, list_id, person) is None


def test_an_old_confirmation_link_does_not_undo_a_no(database: Database, list_id: int) -> None:
    with database.write() as session:
        person = ask(session, list_id).subscriber_id
        say_no(session, list_id, person)
        with pytest.raises(Conflict, match="subscribers-unsubscribed-since"):
            say_yes(session, list_id, person)
        assert why_not(session, list_id, person) is SkipReason.UNSUBSCRIBED


def test_nothing_asked_is_nothing_to_confirm(database: Database, list_id: int) -> None:
    with database.write() as session, pytest.raises(NotFound, match="subscribers-request-unknown"):
        say_yes(session, list_id, 404)


def test_a_yes_without_its_words_is_no_proof(database: Database, list_id: int) -> None:
    with database.write() as session:
        person = ask(session, list_id).subscriber_id
        with pytest.raises(InputRefused, match="subscribers-wording-missing"):
            say_yes(session, list_id, person, wording=" ")
        assert why_not(session, list_id, person) is SkipReason.PENDING
