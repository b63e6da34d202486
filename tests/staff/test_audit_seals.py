"""The audit log's hash chain: whatever is done to a sealed entry in the database is noticed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from core.db import CommitHook, Database
from core.generation.notes import noted
from staff import audit
from staff.prune_audit_log import LEAST_AGE, forget_entries, old_entries
from staff.seal_audit_log import (
    AT_ONCE,
    DENIED,
    FIRST_PREVIOUS,
    NotedSeal,
    chain_hash,
    hash_entries,
    latest_seal,
    seal_some,
)
from staff.tables import AuditEntry, AuditSeal
from staff.verify_audit_log import AuditLogReport, SealFault, SealFaultKind, verify_audit_log
from tests.conftest import NOON
from tests.databases import on_sqlite

LATER = NOON + timedelta(minutes=1)


def add(database: Database, count: int, action: str = "campaign.approved") -> None:
    with database.write() as session:
        for number in range(count):
            audit.record(
                session, actor="user:1", action=action, subject=f"campaign:{number}", now=NOON, who="č", n=1
            )


def sealed(database: Database, *counts: int) -> None:
    """A seal over each so many entries."""
    for minute, count in enumerate(counts):
        add(database, count)
        assert not seal_some(database, now=NOON + timedelta(minutes=minute))


def verified(database: Database, noted: NotedSeal | None = None, *, now: datetime = LATER) -> AuditLogReport:
    with database.read() as session:
        return verify_audit_log(session, noted, now=now)


def head(database: Database) -> NotedSeal:
    with database.read() as session:
        seal = latest_seal(session)
        assert seal is not None
        return NotedSeal(seal.number, seal.chain_hash)


def test_what_is_new_is_sealed_once_and_everything_is_whole(database: Database) -> None:
    sealed(database, 3, 2)
    assert not seal_some(database, now=LATER)
    add(database, 1)
    report = verified(database, head(database))
    assert (report.seal_count, report.entry_count, report.unsealed_count, report.faults) == (2, 5, 1, [])
    assert report.last_chain_hash == head(database).chain_hash


def test_a_log_from_before_an_upgrade_is_sealed_some_at_a_time(database: Database) -> None:
    add(database, AT_ONCE + 1)
    assert seal_some(database, now=NOON)
    assert not seal_some(database, now=NOON)
    assert verified(database).seal_count == 2


def test_an_entry_that_commits_after_later_ones_were_sealed_gets_into_the_next_seal(database: Database) -> None:
    sealed(database, 2)
    with database.write() as session:
        # Its number was given out before theirs.
        session.add(AuditEntry(id=-1, at=NOON, actor="cli", action="user.added", subject="user:2"))
    assert not seal_some(database, now=LATER)
    report = verified(database)
    assert (report.seal_count, report.unsealed_count, report.faults) == (2, 0, [])


def test_of_two_who_seal_at_once_one_does(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    add(database, 2)
    # Another process has sealed between this one's reading and its writing.
    reading = database.read
    is_glance = iter((True, False))  # first, whether there is anything to seal

    def read_and_be_late() -> object:
        if next(is_glance):
            return reading()
        monkeypatch.setattr(database, "read", reading)
        context = reading()

        class Late:
            def __enter__(self) -> Session:
                return context.__enter__()

            def __exit__(self, *args: object) -> None:
                context.__exit__(None, None, None)
                assert not seal_some(database, now=NOON)

        return Late()

    monkeypatch.setattr(database, "read", read_and_be_late)
    assert seal_some(database, now=LATER)
    assert not seal_some(database, now=LATER)
    report = verified(database)
    assert (report.seal_count, report.entry_count, report.faults) == (1, 2, [])


def _first(session: Session) -> int:
    return session.exec(select(AuditEntry.id).order_by(col(AuditEntry.id)).limit(1)).one()


def _change_detail(session: Session) -> None:
    session.execute(update(AuditEntry).where(col(AuditEntry.id) == _first(session)).values(detail={"n": 2}))


def _change_actor(session: Session) -> None:
    session.execute(update(AuditEntry).where(col(AuditEntry.id) == _first(session)).values(actor="user:2"))


def _change_time(session: Session) -> None:
    at = NOON + timedelta(microseconds=1)
    session.execute(update(AuditEntry).where(col(AuditEntry.id) == _first(session)).values(at=at))


def _delete_one(session: Session) -> None:
    session.execute(delete(AuditEntry).where(col(AuditEntry.id) == _first(session)))


def _add_one(session: Session) -> None:
    session.add(AuditEntry(at=NOON, actor="cli", action="a.b", subject="c", seal_number=1))


def _put_one_elsewhere(session: Session) -> None:
    session.execute(update(AuditEntry).where(col(AuditEntry.id) == _first(session)).values(seal_number=2))


def _hide_one_behind_the_last(session: Session) -> None:
    session.execute(update(AuditEntry).where(col(AuditEntry.id) == _first(session)).values(seal_number=77))


def _take_its_seal_off(session: Session) -> None:
    session.execute(update(AuditEntry).where(col(AuditEntry.id) == _first(session)).values(seal_number=None))


@pytest.mark.parametrize(
    "act",
    [
        _change_detail, _change_actor, _change_time, _delete_one, _add_one, _put_one_elsewhere, _take_its_seal_off,
        _hide_one_behind_the_last,
    ],
)  # fmt: skip
def test_whatever_is_done_to_a_sealed_entry_is_noticed(database: Database, act: Callable[[Session], None]) -> None:
    sealed(database, 2, 2)
    with database.write() as session:
        act(session)
    assert SealFault(1, SealFaultKind.ENTRIES) in verified(database).faults


def test_a_seal_that_was_made_anew_does_not_fit_those_after_it(database: Database) -> None:
    sealed(database, 2, 2)
    _forge(database, number=1)
    assert verified(database).faults == [SealFault(2, SealFaultKind.CHAIN)]


def test_a_whole_chain_that_was_made_anew_is_not_the_one_of_the_journal(database: Database) -> None:
    sealed(database, 2, 2)
    noted = head(database)
    _forge(database, number=1)
    _forge(database, number=2)
    assert verified(database).faults == []
    assert verified(database, noted).faults == [SealFault(2, SealFaultKind.JOURNAL)]


def test_an_end_that_was_cut_off_is_missed_by_the_journal(database: Database) -> None:
    sealed(database, 2, 2)
    noted = head(database)
    with database.write() as session:
        session.execute(delete(AuditEntry).where(col(AuditEntry.seal_number) == 2))
        session.execute(delete(AuditSeal).where(col(AuditSeal.number) == 2))
    assert verified(database).faults == []
    assert verified(database, noted).faults == [SealFault(2, SealFaultKind.JOURNAL)]


def test_a_seal_that_is_missing_in_the_middle_is_noticed(database: Database) -> None:
    sealed(database, 1, 1, 1)
    with database.write() as session:
        session.execute(delete(AuditSeal).where(col(AuditSeal.number) == 2))
    assert SealFault(2, SealFaultKind.CHAIN) in verified(database).faults


def test_a_chain_that_was_made_anew_is_not_confirmed_by_the_next_seal(database: Database) -> None:
    sealed(database, 2, 2)
    assert _noted_by_next_seal(database, head(database)) == {}, "all is well"
    before = head(database)
    _forge(database, number=3)
    assert _noted_by_next_seal(database, before) == {DENIED: "3"}
    assert _noted_by_next_seal(database, replace(head(database), denied="3")) == {DENIED: "3"}
    report = verified(database, replace(head(database), denied="3"))
    assert report.faults == [SealFault(3, SealFaultKind.JOURNAL)]


def _noted_by_next_seal(database: Database, before: NotedSeal) -> dict[str, str]:
    """Of what the journal says beside number, hash and prunings."""
    add(database, 1)
    lines: list[dict[str, str]] = []
    database.commit_hook = cast(
        CommitHook,
        SimpleNamespace(
            before_write=lambda: None,
            before_commit=lambda session: lines.extend(entry.data for entry in noted(session)),
            after_commit=lambda _: None,
        ),
    )
    assert not seal_some(database, now=LATER, look_up_noted=lambda: before)
    database.commit_hook = None
    return {name: value for name, value in lines[-1].items() if name == DENIED}


def _forge(database: Database, *, number: int) -> None:
    """Somebody changes an entry, and makes its seal fit again."""
    with database.write() as session:
        entries = session.exec(select(AuditEntry).where(AuditEntry.seal_number == number)).all()
        entries[0].actor = "user:9"
        before = session.get(AuditSeal, number - 1)
        seal = session.get_one(AuditSeal, number)
        made = hash_entries(sorted(entries, key=lambda entry: entry.id))
        seal.entries_hash = made.hash
        previous = before.chain_hash if before else FIRST_PREVIOUS
        seal.chain_hash = chain_hash(previous, number, made, at=seal.sealed_at)


def test_what_retention_takes_leaves_its_seals_and_the_chain_holds(database: Database) -> None:
    add(database, 2)
    seal_some(database, now=NOON)
    add(database, 1, "database.adopted")
    seal_some(database, now=NOON)
    add(database, 2)
    seal_some(database, now=NOON + LEAST_AGE)
    at = NOON + LEAST_AGE + timedelta(days=1)
    with database.write() as session:
        due = old_entries(at - LEAST_AGE, needed=("database.adopted",))
        ids = [row[0] for row in session.execute(due)]
        assert forget_entries(session, ids, now=at) == 2
    report = verified(database, head(database), now=at)
    assert (report.seal_count, report.pruned_count, report.entry_count, report.faults) == (3, 1, 3, [])


def test_entries_that_are_gone_too_young_were_not_taken_by_retention(database: Database) -> None:
    sealed(database, 2)
    at = NOON + LEAST_AGE - timedelta(seconds=1)
    with database.write() as session:
        ids = [row[0] for row in session.execute(select(AuditEntry.id))]
        forget_entries(session, ids, now=at)
    assert verified(database, now=at).faults == [SealFault(1, SealFaultKind.PRUNED)]


@on_sqlite
@pytest.mark.parametrize(("pruned", "is_noticed"), [(None, False), ("1-4", False), ("", True), ("2,7", True)])
def test_what_only_the_database_says_that_retention_took_is_missing(
    database: Database, pruned: str | None, is_noticed: bool
) -> None:
    """None: a journal from before it knew of prunings."""
    sealed(database, 2)
    at = NOON + 2 * LEAST_AGE
    with database.write() as session:
        session.execute(delete(AuditEntry))
        session.execute(update(AuditSeal).values(pruned_at=at))
    noted = replace(head(database), pruned=pruned)
    faults = [SealFault(1, SealFaultKind.UNNOTED)] if is_noticed else []
    assert verified(database, noted, now=at).faults == faults


@on_sqlite
def test_what_is_said_to_be_deleted_in_the_future_is_missing(database: Database) -> None:
    sealed(database, 2)
    with database.write() as session:
        session.execute(delete(AuditEntry))
        session.execute(update(AuditSeal).values(pruned_at=NOON + 2 * LEAST_AGE))
    assert verified(database).faults == [SealFault(1, SealFaultKind.PRUNED)]


@on_sqlite
@pytest.mark.parametrize("seal_number", [-3, 0, 77])
def test_an_entry_that_names_a_seal_that_there_is_not_was_never_sealed(
    database: Database, seal_number: int
) -> None:
    sealed(database, 2)
    with database.write() as session:
        session.add(AuditEntry(at=NOON, actor="cli", action="a.b", subject="c", seal_number=seal_number))
    assert verified(database).faults == [SealFault(seal_number, SealFaultKind.ENTRIES)]


@on_sqlite
def test_the_moment_of_a_seal_cannot_be_changed_to_make_it_old(database: Database) -> None:
    sealed(database, 1)
    with database.write() as session:
        session.execute(update(AuditSeal).values(sealed_at=NOON - LEAST_AGE))
    assert verified(database).faults == [SealFault(1, SealFaultKind.CHAIN)]


TEXTS = st.text(max_size=8)
VALUES = st.dictionaries(TEXTS, st.none() | st.booleans() | st.integers() | TEXTS | st.lists(TEXTS, max_size=2))
ENTRIES = st.builds(
    AuditEntry, id=st.integers(1, 9), at=st.just(NOON), actor=TEXTS, action=TEXTS, subject=TEXTS, detail=VALUES
)


@given(ENTRIES, ENTRIES)
@settings(deadline=None, max_examples=100)
def test_no_two_entries_have_the_same_hash(entry: AuditEntry, other: AuditEntry) -> None:
    is_same = entry.model_dump() == other.model_dump()
    assert (hash_entries([entry]) == hash_entries([other])) is is_same
