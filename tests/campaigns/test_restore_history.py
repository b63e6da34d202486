"""What a journal proves: that what is not in it was not done, only where nothing of it is missing."""

from typing import Any

import pytest

from campaigns.restore.history import OneJournal, read_history
from core.generation.journal import Line
from core.generation.mark import Mark
from delivery.status import DeliveryAction


def line(number: int, counter: int | None = None, *, machines: int = 1, kind: str = "probe", **data: Any) -> Line:
    stamp = {} if counter is None else {"c": counter, "m": machines}
    return Line(number, {"k": kind, "i": 1, "d": data} | stamp)


def attempt(number: int, counter: int, *, key: str, readers: list[int]) -> Line:
    return line(
        number,
        counter,
        kind="attempt",
        key=key,
        campaign="public",
        content="hash",
        sender=1,
        digest="digest",
        opened_at="2026-11-22T12:00:00+00:00",
        launched_at="2026-11-22T12:00:00+00:00",
        rows=[[reader, reader, f"hash-{reader}", 1] for reader in readers],
    )


WHOLE = [line(1, 2), line(2, 3), line(3, 4)]


def is_whole(lines: list[Line], *, mark: Mark | None, since: int = 2, machines: int = 1) -> bool:
    return read_history([OneJournal(mark, lines)], since=since, machines=machines).is_whole


def test_a_journal_without_a_gap_up_to_its_end_is_whole() -> None:
    assert is_whole(WHOLE, mark=Mark(4, 1, 3))


@pytest.mark.parametrize(
    ("lines", "mark", "machines"),
    [
        (WHOLE, None, 1),
        ([WHOLE[0], WHOLE[2]], Mark(4, 1, 3), 1),
        (WHOLE[:2], Mark(4, 1, 3), 1),
        ([line(8, 9), line(9, 10)], Mark(10, 1, 9), 1),
        ([], Mark(4, 1, 3), 1),
        (WHOLE, Mark(4, 2, 3), 1),
        (WHOLE, Mark(4, 1, 3), 2),
        ([*WHOLE, line(4, 5, machines=2)], Mark(5, 1, 4), 1),
    ],
    ids=["no mark", "a gap", "end lost", "beginning lost", "all lost", "two by the mark", "two by the database",
         "two by a line"],
)  # fmt: skip
def test_whatever_is_missing_makes_it_prove_nothing(lines: list[Line], mark: Mark | None, machines: int) -> None:
    assert not is_whole(lines, mark=mark, machines=machines)


def test_the_journals_of_all_machines_together_are_whole() -> None:
    first = OneJournal(Mark(5, 2, 2, machine="a"), [line(1, 2, machines=2), line(2, 4, machines=2)])
    second = OneJournal(Mark(6, 2, 2, machine="b"), [line(1, 3, machines=2), line(2, 6, machines=2)])
    assert read_history([first, second], since=2, machines=1).is_whole
    assert not read_history([first], since=2, machines=1).is_whole
    assert not read_history([first, first], since=2, machines=1).is_whole, "the other one's is missing"


def test_what_came_after_an_adoption_comes_last_whatever_its_counter_and_all_of_it_is_new() -> None:
    before = OneJournal(Mark(3, 1, 2), [attempt(1, 5, key="a", readers=[1]), attempt(2, 9, key="b", readers=[1])])
    moved = line(2, kind="moved", action="requeue", ids=[1])
    after = OneJournal(Mark(7, 1, 2), [attempt(1, 4, key="c", readers=[1]), moved], 1)
    history = read_history([before, after], since=8, machines=1)
    assert [past_attempt.key for past_attempt in history.attempts] == ["b", "c"]
    assert history.last_attempt == {1: "c"}
    assert history.moved == {1: DeliveryAction.REQUEUE}


def test_a_timeline_of_which_there_is_no_journal_makes_the_others_prove_nothing() -> None:
    assert not read_history(
        [OneJournal(Mark(4, 1, 3), WHOLE), OneJournal(None, [], 1)], since=2, machines=1
    ).is_whole


def test_only_what_the_database_has_forgotten_is_done_again() -> None:
    lines = [attempt(1, 2, key="old", readers=[1]), attempt(2, 3, key="new", readers=[2])]
    history = read_history([OneJournal(Mark(3, 1, 2), lines)], since=2, machines=1)
    assert [past_attempt.key for past_attempt in history.attempts] == ["new"]
    assert history.numbers == {"delivery": 2, "subscriber": 2}


def test_what_became_of_a_call_counts_until_the_next_and_good_news_for_ever() -> None:
    moved = line(2, kind="moved", action="requeue", ids=[1, 2])
    lines = [
        attempt(1, 3, key="first", readers=[1, 2]),
        moved,
        attempt(3, 4, key="second", readers=[1, 2]),
        line(4, kind="moved", action="accept", ids=[1]),
        line(5, kind="moved", action="requeue", ids=[1]),
    ]
    history = read_history([OneJournal(Mark(4, 1, 5), lines)], since=2, machines=1)
    assert history.moved == {1: DeliveryAction.ACCEPT}, "the second reader is in doubt"
    assert history.last_attempt == {1: "second", 2: "second"}


def test_a_call_that_is_made_once_more_is_unknown_again() -> None:
    """It was put back, the process died before that was committed, and the repeat may have arrived."""
    lines = [
        attempt(1, 3, key="a", readers=[1, 2]),
        line(2, 4, kind="moved", action="requeue", ids=[1]),
        line(3, 5, kind="moved", action="accept", ids=[2]),
        line(4, 6, kind="repeat", key="a"),
    ]
    history = read_history([OneJournal(Mark(6, 1, 4), lines)], since=2, machines=1)
    assert history.moved == {2: DeliveryAction.ACCEPT}


def test_a_no_to_everything_is_read_with_whether_its_place_is_known() -> None:
    opt_out: dict[str, Any] = {"evidence": {"hash": "campaign:x"}, "method": "preferences_page", "said_at": "now"}
    lines = [
        line(1, 2, kind="opted_out", **opt_out),
        line(2, 3, kind="opted_out", **opt_out),
        line(3, kind="opted_out", **opt_out),
    ]
    history = read_history([OneJournal(Mark(3, 1, 3), lines)], since=2, machines=1)
    assert history.opted_out == [{**opt_out, "is_certain": True}, {**opt_out, "is_certain": False}]


@pytest.mark.parametrize(("begins_at", "expected"), [(0, True), (2, True), (3, False)])
def test_a_journal_that_was_begun_anew_proves_only_what_came_later(begins_at: int, *, expected: bool) -> None:
    """Its first line is number 1, too, where what the machine remembered was lost and it joined once more."""
    assert is_whole(WHOLE[1:], mark=Mark(4, 1, 3)) is False
    anew = [line(1, 4), line(2, 5)]
    assert is_whole(anew, mark=Mark(5, 1, 2, begins_at=begins_at)) is expected
    assert is_whole([], mark=Mark(5, 1, 0, begins_at=begins_at)) is expected


def test_a_journal_of_an_adopted_database_that_was_begun_anew_proves_nothing() -> None:
    before = OneJournal(Mark(4, 1, 3), WHOLE)
    for begins_at in (0, 5):
        after = OneJournal(Mark(9, 1, 1, begins_at=begins_at), [line(1, 9)], 1)
        assert read_history([before, after], since=6, machines=1).is_whole is (begins_at == 0)


def test_a_journal_that_lacks_what_could_not_be_written_down_proves_nothing() -> None:
    journal = OneJournal(Mark(4, 1, 3), WHOLE, has_hole=True)
    assert not read_history([journal], since=2, machines=1).is_whole


def test_what_was_written_down_late_does_not_prove_that_the_journal_begins_in_time() -> None:
    late = line(9, 2)
    late.content["late"] = 1
    assert is_whole([line(8, 2), line(9, 7)], mark=Mark(7, 1, 9))
    assert not is_whole([line(8, 6), late], mark=Mark(7, 1, 9))
