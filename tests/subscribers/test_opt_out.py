"""Whoever wants nothing of the organisation gets nothing, from no list, until they say yes themselves."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlmodel import Session, select

from core.db import Database
from core.errors import NotAllowed
from core.generation.notes import Entry, noted
from subscribers.import_report import CsvReport
from subscribers.journal import OPTED_OUT
from subscribers.lists import create_list
from subscribers.opt_out import is_opted_out, opted_out
from subscribers.preferences import leave_everything
from subscribers.replay_noes import replay_opt_outs
from subscribers.status import SubscriptionStatus
from subscribers.subscribe import ConsentProof, SubscriptionRequest, confirm, request_subscription
from subscribers.tables import ConsentMethod, OptedOut, Subscriber
from tests.conftest import NOON
from tests.subscribers.conftest import SECRET, hash_of, session_beside_imports
from tests.subscribers.test_exports_of_noes import NO, _say_yes, bring_in, statuses

Csv = Callable[[str | bytes], Path]

pytestmark = pytest.mark.usefixtures("list_id")


def make_list(session: Session, slug: str) -> int:
    return create_list(session, slug=slug, name=slug.title(), now=NOON).id


def person_id(session: Session) -> int:
    return session.exec(select(Subscriber.id)).one()


def import_yes(session: Session, csv: Csv, slug: str) -> CsvReport:
    return bring_in(session, csv("email\nrosa@example.org\n"), list_slug=slug)


def test_blocklisted_counts_for_whoever_is_off_every_list_already(database: Database, csv: Csv) -> None:
    """The steps: unsubscribed on each list, then blocklisted, then a new list and a file with their yes."""
    with session_beside_imports(database) as session:
        make_list(session, "second")
        for slug in ("bulletin", "second"):
            no = bring_in(session, csv("email,unsubscribed\nrosa@example.org,yes\n"), list_slug=slug)
            assert no.unsubscribed == 1
        blocked = csv("email,blocklisted\nrosa@example.org,yes\n")
        report = bring_in(session, blocked)
        assert (report.unsubscribed, report.kept_unsubscribed, report.noes) == (1, 0, 1)
        again = bring_in(session, blocked)
        assert (again.unsubscribed, again.kept_unsubscribed) == (0, 1)
        make_list(session, "later")
        report = import_yes(session, csv, "later")
        assert (report.imported, report.kept_opted_out) == (0, 1)
        assert statuses(session, "later") == {}


def test_blocklisted_counts_for_whoever_is_suppressed_and_not_known(database: Database, csv: Csv) -> None:
    with session_beside_imports(database) as session:
        bring_in(session, csv("email,status\nrosa@example.org,cleaned\n"))
        assert bring_in(session, csv("email,blocklisted\nrosa@example.org,1\n")).unsubscribed == 1
        assert opted_out(session, [hash_of("rosa@example.org")]) == {hash_of("rosa@example.org")}
        assert session.exec(select(Subscriber)).all() == []


@pytest.mark.parametrize("slug", ["bulletin", "other", "later"])
def test_off_everything_outlasts_the_next_import_to_any_list(
    database: Database, list_id: int, csv: Csv, slug: str
) -> None:
    """The person's own no is at least as strong as a foreign file's."""
    with session_beside_imports(database) as session:
        make_list(session, "other")
        _say_yes(session, list_id, "rosa@example.org")
        leave_everything(session, person_id(session), evidence="campaign:x", now=NOON)
        make_list(session, "later")
        for status in ("", "pending", "active"):
            report = bring_in(session, csv(f"email,status\nrosa@example.org,{status}\n"), list_slug=slug)
            assert (report.imported, report.kept_opted_out) == (0, 1)
        assert statuses(session, slug) in ({}, {"rosa": NO})
        (kept,) = session.exec(select(OptedOut)).all()
        assert (kept.method, kept.evidence, kept.at) == (ConsentMethod.PREFERENCES_PAGE, "campaign:x", NOON)


def test_off_everything_counts_for_whoever_is_on_no_list(database: Database, list_id: int, csv: Csv) -> None:
    with session_beside_imports(database) as session:
        bring_in(session, csv("email,unsubscribed\nrosa@example.org,1\n"))
        leave_everything(session, person_id(session), evidence="campaign:x", now=NOON)
        make_list(session, "later")
        assert import_yes(session, csv, "later").kept_opted_out == 1


def test_off_everything_takes_back_what_was_not_confirmed_yet(database: Database, csv: Csv) -> None:
    with session_beside_imports(database) as session:
        bring_in(session, csv("email,status\nrosa@example.org,pending\n"))
        leave_everything(session, person_id(session), evidence="campaign:x", now=NOON)
        assert statuses(session) == {"rosa": NO}


def test_only_they_themselves_come_back(database: Database, list_id: int, csv: Csv) -> None:
    with session_beside_imports(database) as session:
        _say_yes(session, list_id, "rosa@example.org")
        leave_everything(session, person_id(session), evidence="campaign:x", now=NOON)
        later = make_list(session, "later")
        with pytest.raises(NotAllowed, match="subscribers-said-no"):
            ask(session, later, ConsentMethod.STAFF)
        ask(session, later, ConsentMethod.SIGN_UP)
        with pytest.raises(NotAllowed, match="subscribers-said-no"):
            say_yes(session, later, ConsentMethod.STAFF)
        assert is_opted_out(session, person_id(session)), "anybody can type any address into a form"
        say_yes(session, later, ConsentMethod.CONFIRMATION_LINK)
        assert not is_opted_out(session, person_id(session))
        make_list(session, "other")
        assert import_yes(session, csv, "other").imported == 1
        assert import_yes(session, csv, "bulletin").kept_unsubscribed == 1, "what they left one by one stays left"


def ask(session: Session, list_id: int, method: ConsentMethod) -> None:
    request_subscription(
        session,
        SubscriptionRequest(
            address="rosa@example.org",
            name="",
            list_id=list_id,
            proof=ConsentProof(method=method, wording="Yes", language="sl", evidence="test"),
        ),
        now=NOON,
        secret=SECRET,
    )


def say_yes(session: Session, list_id: int, method: ConsentMethod) -> None:
    confirm(
        session,
        subscriber_id=person_id(session),
        list_id=list_id,
        proof=ConsentProof(method=method, wording="Yes", language="sl", evidence="test"),
        now=NOON,
    )


@pytest.mark.parametrize("turned", [False, True])
def test_a_yes_of_the_same_file_is_none(database: Database, csv: Csv, *, turned: bool) -> None:
    rows = ["rosa@example.org,active", "rosa@example.org,blocklisted"]
    with session_beside_imports(database) as session:
        bring_in(session, csv("email,status\n" + "\n".join(reversed(rows) if turned else rows) + "\n"))
        assert SubscriptionStatus.CONFIRMED not in statuses(session).values()
        make_list(session, "later")
        assert import_yes(session, csv, "later").kept_opted_out == 1


class NotedEntries:
    """In the journal's place."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []

    def before_write(self) -> None:
        """Nothing is older."""

    def before_commit(self, session: Session) -> None:
        self.entries += noted(session)

    def after_commit(self, session: Session) -> None:
        """Nothing is held back."""


def test_no_restore_forgets_it(database: Database, list_id: int, csv: Csv) -> None:
    """The journal says it again; of a day that cannot be placed, their own later yes stands."""
    journal = NotedEntries()
    database.commit_hook = journal
    with session_beside_imports(database) as session:
        bring_in(session, csv("email,blocklisted\nrosa@example.org,1\n"))
        (note,) = [entry.data for entry in journal.entries if entry.kind == OPTED_OUT]
        for row in session.exec(select(OptedOut)).all():
            session.delete(row)
        session.flush()
        assert replay_opt_outs(session, [{**note, "is_certain": True}]) == 1
        assert replay_opt_outs(session, [{**note, "is_certain": True}]) == 0
        assert opted_out(session, [hash_of("rosa@example.org")])
        ask(session, list_id, ConsentMethod.SIGN_UP)
        say_yes(session, list_id, ConsentMethod.CONFIRMATION_LINK)
        earlier = {**note, "said_at": "2020-01-01T00:00:00+00:00", "is_certain": False}
        assert replay_opt_outs(session, [earlier]) == 0
        assert replay_opt_outs(session, [{**earlier, "is_certain": True}]) == 1
