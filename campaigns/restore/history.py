"""Write-ahead journal, read: what has happened since the state that a database is in. Pure."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from campaigns.journal import ASKED, ATTEMPT, AUTOMATED, CAMPAIGN, REPEAT, STAFF_MAILED
from campaigns.restore.past import History, PastAttempt, PastCampaign, PastContent, PastTitle
from core.generation.journal import Line
from core.generation.local_state import COUNTER, DATA, KIND, LATE, MACHINES
from core.generation.mark import Mark
from delivery.attempts.replay import PastRow
from delivery.attempts.transitions import MOVED
from delivery.status import DeliveryAction
from subscribers.journal import (
    ADDRESS_CHANGED,
    ERASED,
    LIST,
    LOST_NO,
    NO,
    OPTED_OUT,
    PAUSED,
    SUPPRESSED,
    TOPIC,
    TOPIC_CHOSEN,
)

_NOES: dict[str, Callable[["History"], list[dict[str, Any]]]] = {
    NO: lambda history: history.noes,
    LOST_NO: lambda history: history.lost_noes,
    SUPPRESSED: lambda history: history.suppressed,
    OPTED_OUT: lambda history: history.opted_out,
    TOPIC_CHOSEN: lambda history: history.topic_choices,
    PAUSED: lambda history: history.pauses,
    ERASED: lambda history: history.erased,
    ADDRESS_CHANGED: lambda history: history.address_changes,
}
BEFORE = 10_000
"""Lines before the first that is new: what became of a call is written down as it commits, in no strict order."""


@dataclass(frozen=True, slots=True)
class OneJournal:
    """What one machine has written down, and how far it knows that it came."""

    mark: Mark | None
    lines: Sequence[Line]
    timeline: int = 0
    """0: of the database as it stands there; 1: of the one that was adopted in its place, and so on."""
    has_hole: bool = False
    """Whether something happened that could not be written down, and has not been since."""


def read_history(journals: Iterable[OneJournal], *, since: int, machines: int) -> History:
    """`since`: where the database's counter stands; `machines`: how many it knows to have worked on it."""
    journals = list(journals)
    timelines = range(max((journal.timeline for journal in journals), default=0) + 1)
    history = History(
        all(
            # Of what was adopted in this one's place, all is new.
            _proves_all(
                [journal for journal in journals if journal.timeline == number],
                0 if number else since,
                0 if number else machines,
            )
            for number in timelines
        )
    )
    for journal in journals:
        if journal.mark is not None:
            _raise(history, journal.mark.numbers)
    for line, is_new in _in_order(journals, since):
        _take(history, line.content, is_new=is_new)
    return history


def lacks_end(journals: Iterable[OneJournal], *, counter: int) -> bool:
    """Whether the database, which has come as far as `counter`, has seen more than they have: the folder was set
    back, or copied before the last of it."""
    own = [journal for journal in journals if not journal.timeline]
    marks = [journal.mark.counter for journal in own if journal.mark is not None]
    lines: list[int] = [line.content.get(COUNTER, 0) for journal in own for line in journal.lines]
    return counter > max([0, *marks, *lines])


def _proves_all(journals: Sequence[OneJournal], since: int, machines: int) -> bool:
    most = max([machines, *(_machines(journal) for journal in journals)])
    # Two copies of one machine's journal prove nothing of another machine.
    named = {journal.mark.machine for journal in journals if journal.mark is not None}
    return bool(journals) and most <= len(named) and all(_is_whole(journal, since) for journal in journals)


def _machines(journal: OneJournal) -> int:
    counts: list[int] = [line.content[MACHINES] for line in journal.lines if MACHINES in line.content]
    return max([journal.mark.machines if journal.mark else 0, *counts])


def _is_whole(journal: OneJournal, since: int) -> bool:
    """Nothing is missing in it, neither at its beginning, nor between two lines, nor at its end.

    A journal that was lost goes on with the numbers of the mark. That one begins before the database's state, the
    counter of a line proves then, and nothing else.
    """
    if journal.mark is None or journal.has_hole:
        return False
    if not journal.lines:
        return journal.mark.journal_end == 0 and journal.mark.begins_at <= since
    first, last = journal.lines[0].number, journal.lines[-1].number
    counters = [
        line.content[COUNTER] for line in journal.lines if COUNTER in line.content and LATE not in line.content
    ]
    is_from_the_first_day = first == 1 and journal.mark.begins_at <= since
    begins_in_time = is_from_the_first_day or (bool(counters) and min(counters) <= since)
    return begins_in_time and last - first + 1 == len(journal.lines) and last >= journal.mark.journal_end


def _in_order(journals: Sequence[OneJournal], since: int) -> Iterable[tuple[Line, bool]]:
    """The lines from a while before the first new one on; of several machines, by the counter. What happened in a
    database that was adopted in the place of this one came later, and is new."""
    placed = []
    for journal in journals:
        counter, is_new, start = 0, False, 0
        for place, line in enumerate(journal.lines):
            counter = line.content.get(COUNTER, counter)
            if not is_new and (journal.timeline or counter > since):
                is_new, start = True, place
            # What stands without a counter was written while nothing else could be known of it.
            new = journal.timeline > 0 or line.content.get(COUNTER, since + 1) > since
            placed.append(((journal.timeline, counter, place), line, new, journal))
        if is_new:
            placed = [item for item in placed if item[3] is not journal or item[0][2] >= start - BEFORE]
    placed.sort(key=lambda item: item[0])
    return [(line, new) for _, line, new, _ in placed]


def _take(history: History, content: Mapping[str, Any], *, is_new: bool) -> None:
    data = content[DATA]
    match content[KIND]:
        case kind if kind == ATTEMPT:
            _take_attempt(history, data, is_new=is_new)
        case kind if kind == REPEAT:
            made_by_it = [row for row, key in history.last_attempt.items() if key == data["key"]]
            _begin_again(history, made_by_it)
        case kind if kind == MOVED:
            action = DeliveryAction(data["action"])
            for delivery_id in data["ids"]:
                if history.moved.get(delivery_id) is not DeliveryAction.ACCEPT:
                    history.moved[delivery_id] = action
        case kind if not is_new:
            pass
        case kind if kind == CAMPAIGN:
            at = datetime.fromisoformat(data["scheduled_at"]) if data["scheduled_at"] else None
            history.campaigns[data["campaign"]] = PastCampaign(data["status"], at)
            _take_content(history, data)
        case kind if kind in _NOES:
            _take_no(history, kind, data, is_certain=COUNTER in content)
        case kind if kind == AUTOMATED:
            history.automated.add((data["automation"], data["item"]))
            _take_content(history, data)
        case kind if kind == ASKED:
            history.asked[data["key"]] = dict(data)
            _name_list(history, data["list"])
            _raise(history, {"subscriber": data["subscriber"]})
        case kind if kind == STAFF_MAILED:
            history.staff_mailed.add(data["key"])
        case kind:
            _take_named(history, kind, data)


def _take_content(history: History, data: Mapping[str, Any]) -> None:
    """Older entries lack it."""
    history.acted_on.update(PastContent(*item) for item in data.get("items", []))
    history.titles.update(PastTitle(*title) for title in data.get("titles", []))


def _take_named(history: History, kind: str, data: Mapping[str, Any]) -> None:
    """What noes and choices are about, as it was when it was last made or changed."""
    if kind == LIST:
        _name_list(history, data["list"])
        history.lists[data["list"]] = dict(data)
    elif kind == TOPIC:
        _name_topic(history, data["topic"])
        history.topics[data["topic"]] = dict(data)


def _take_no(history: History, kind: str, data: Mapping[str, Any], *, is_certain: bool) -> None:
    _NOES[kind](history).append({**data, "is_certain": is_certain})
    if "list" in data:
        _name_list(history, data["list"])
    if "topic" in data:
        _name_topic(history, data["topic"])


def _take_attempt(history: History, data: Mapping[str, Any], *, is_new: bool) -> None:
    rows = tuple(PastRow(*row) for row in data["rows"])
    history.last_attempt.update((row.delivery_id, data["key"]) for row in rows)
    _begin_again(history, (row.delivery_id for row in rows))
    if not is_new:
        return
    history.attempts.append(
        PastAttempt(
            key=data["key"],
            campaign=data["campaign"],
            content=data["content"],
            sender_id=data["sender"],
            digest=data["digest"],
            opened_at=datetime.fromisoformat(data["opened_at"]),
            launched_at=datetime.fromisoformat(data["launched_at"]),
            rows=rows,
        )
    )
    highest = {
        "delivery": max(row.delivery_id for row in rows),
        "subscriber": max(row.subscriber_id for row in rows),
    }
    for list_id in {row.list_id for row in rows if row.list_id}:
        _name_list(history, list_id)
    _raise(history, highest)


def _begin_again(history: History, delivery_ids: Iterable[int]) -> None:
    """A call is made for them, or made once more: what became of the one before says nothing of it."""
    for delivery_id in delivery_ids:
        if history.moved.get(delivery_id) is not DeliveryAction.ACCEPT:
            history.moved.pop(delivery_id, None)


def _name_list(history: History, list_id: int) -> None:
    history.lists.setdefault(list_id, {})
    _raise(history, {"mailing_list": list_id})


def _name_topic(history: History, topic_id: int) -> None:
    history.topics.setdefault(topic_id, {})
    _raise(history, {"topic": topic_id})


def _raise(history: History, numbers: Mapping[str, int]) -> None:
    for name, number in numbers.items():
        history.numbers[name] = max(history.numbers.get(name, 0), number)
