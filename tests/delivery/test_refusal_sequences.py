"""Whole campaigns against servers that refuse: every one has an end, and nobody is lost to a limit."""

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from delivery.errors import EverybodyDeferred
from delivery.message.outgoing import Accepted, DeliveryResult, NotSent, Rejected, SendResult
from delivery.outcome import RejectReason
from delivery.providers.shared.verdict import is_enough, judge
from delivery.refusal_history import PATIENCE, REPEATS, RefusalHistory, reply_key

MAX_ATTEMPTS, MAX_ERRORS = 8, 5
UNKNOWN = "550 5.7.1 za danes je dovolj"
REPLIES = {
    "odd": "550 nope",
    "group": "550 5.7.1 you may not write to this group: authentication required",
    "big": "552 5.3.4 message too big for system",
    "full": "552 5.2.2 mailbox full",
    "gone": "550 5.1.1 no such user",
}
readers_of_all_kinds = st.lists(
    st.sampled_from(["good", "good", "good", "odd", "odd", "group", "big", "full", "gone"]),
    min_size=1,
    max_size=40,
)


@dataclass
class Campaign:
    kinds: list[str]
    """By reader: how their own mailbox answers."""
    limit: Callable[["Campaign"], str | None]
    """What the server says to whoever is asked now, whatever their mailbox would answer."""
    on_resume: Callable[[], None]
    batch: int
    status: dict[int, str] = field(default_factory=dict)
    attempts: Counter[int] = field(default_factory=Counter)
    asked: Counter[int] = field(default_factory=Counter)
    copies: Counter[int] = field(default_factory=Counter)
    reply_keys: dict[int, str] = field(default_factory=dict)
    resumed: Counter[int] = field(default_factory=Counter)
    resumes: int = 0
    errors: int = 0
    turn: int = 0

    def run(self) -> None:
        """Staff resume it whenever it is paused."""
        queue = list(range(len(self.kinds)))
        calls = 0
        while queue:
            calls += 1
            assert calls < 200 * len(self.kinds) + 200, "it has no end"
            taken, queue = queue[: self.batch], queue[self.batch :]
            taken.sort(key=lambda reader: (self.resumed[reader] > 0, reader))
            result = self._call(taken)
            self._record(result)
            queue += [reader for reader in taken if reader not in self.status]
            if self._is_paused(result):
                queue = self._resume(result.stopped_by.detail if result.stopped_by else "", queue)

    def _call(self, readers: list[int]) -> SendResult:
        results: list[DeliveryResult] = []
        for reader in readers:
            if results and is_enough(results):
                results.append(NotSent(reader, "not tried", counts=False))
                continue
            self.asked[reader] += 1
            reply = self.limit(self) or REPLIES.get(self.kinds[reader])
            if reply is None:
                self.copies[reader] += 1
            results.append(Rejected(reader, RejectReason.OTHER, reply) if reply else Accepted(reader, None))
        history = RefusalHistory(self.resumed, self._waiting(), self._pauses())
        answer = SendResult(tuple(results))
        judged = judge(answer, tried_before=[each for each in readers if self.attempts[each]], history=history)
        put_back = {each.delivery_id for each in judged.results if isinstance(each, NotSent)}
        for each in answer.results:
            if isinstance(each, Rejected) and each.delivery_id in put_back:
                self.reply_keys[each.delivery_id] = reply_key(each.detail)
        return judged

    def _waiting(self) -> dict[str, frozenset[int]]:
        waiting: dict[str, set[int]] = defaultdict(set)
        for reader, key in self.reply_keys.items():
            if not self.resumed[reader] and self.status.get(reader) in (None, "failed"):
                waiting[key].add(reader)
        return {key: frozenset(readers) for key, readers in waiting.items()}

    def _pauses(self) -> dict[str, int]:
        pauses: Counter[str] = Counter()
        for reader, key in self.reply_keys.items():
            if self.status.get(reader) == "rejected":
                pauses[key] = max(pauses[key], self.resumed[reader])
        return pauses

    def _record(self, result: SendResult) -> None:
        for each in result.results:
            reader = each.delivery_id
            if isinstance(each, NotSent):
                self.attempts[reader] += each.counts
                if self.attempts[reader] >= MAX_ATTEMPTS:
                    self.status[reader] = "failed"
            else:
                self.status[reader] = "accepted" if isinstance(each, Accepted) else "rejected"

    def _is_paused(self, result: SendResult) -> bool:
        if not isinstance(result.stopped_by, EverybodyDeferred):
            self.errors = 0
            return result.stopped_by is not None
        self.errors += 1
        return self.errors >= MAX_ERRORS

    def _resume(self, reply: str, queue: list[int]) -> list[int]:
        self.errors = 0
        self.resumes += 1
        self.on_resume()
        heard = [reader for reader, key in self.reply_keys.items() if key == reply_key(reply)]
        for reader in heard:
            if self.status.get(reader) == "failed" and not self.resumed[reader]:
                del self.status[reader]
                self.attempts[reader] = 0
                queue.append(reader)
        first = [reader for reader in heard if reader in queue]
        self.resumed.update(first)
        return first + [reader for reader in queue if reader not in first]


@given(readers_of_all_kinds, st.integers(1, 20))
def test_every_campaign_has_an_end_and_reaches_whoever_can_be_reached(kinds: list[str], batch: int) -> None:
    campaign = Campaign(kinds, lambda _: None, lambda: None, batch)
    campaign.run()
    for reader, kind in enumerate(kinds):
        assert (campaign.status[reader] == "accepted") is (kind == "good")
        assert campaign.copies[reader] == (kind == "good")
        # Given up, and taken up again once, when staff have seen the words.
        assert campaign.asked[reader] <= 2 * MAX_ATTEMPTS + MAX_ERRORS * (PATIENCE + 1)
    assert campaign.resumes <= (PATIENCE + 1) * sum(kind not in ("good", "full") for kind in kinds)


@given(
    st.integers(1, 150), st.integers(1, 20), st.integers(0, 30), st.lists(st.booleans(), min_size=1, max_size=12)
)
def test_nobody_is_lost_to_a_limit_in_unknown_words_where_staff_wait_until_it_is_over(
    count: int, batch: int, more: int, slides: list[bool]
) -> None:
    """`more`: how many are taken, besides two batches and twice as many as make a pause, before it holds: a limit
    is over when it takes whom it has refused. Then it lets some through still, as `slides` has it."""
    quota = 2 * batch + 2 * REPEATS + more
    spent, turns = [0], [0]

    def limit(_: Campaign) -> str | None:
        turns[0] += 1
        if spent[0] >= quota and not slides[turns[0] % len(slides)]:
            return UNKNOWN
        spent[0] += 1
        return None

    campaign = Campaign(["good"] * count, limit, lambda: spent.__setitem__(0, 0), batch)
    campaign.run()
    assert "rejected" not in campaign.status.values()
    failed = sum(status == "failed" for status in campaign.status.values())
    assert failed < REPEATS * 2 ** max(campaign.resumed.values(), default=0), (
        "too few to be noticed; they are shown"
    )
    assert all(copies == 1 for copies in campaign.copies.values())


@given(
    st.integers(1, 60),
    st.integers(1, 20),
    st.lists(st.booleans(), max_size=200),
    st.sampled_from([UNKNOWN, "550 relay denied"]),
)
def test_even_staff_who_resume_at_once_lose_nobody_before_they_have_seen_the_words(
    count: int, batch: int, holds: list[bool], reply: str
) -> None:
    """`holds`: whether the server refuses, asked for the first time, the second …; afterwards it is well."""
    asked = [0]

    def limit(_: Campaign) -> str | None:
        asked[0] += 1
        return reply if asked[0] <= len(holds) and holds[asked[0] - 1] else None

    campaign = Campaign(["good"] * count, limit, lambda: None, batch)
    campaign.run()
    for reader in range(count):
        status = campaign.status[reader]
        assert status != "rejected" or campaign.resumed[reader] > 0
        assert status != "failed" or campaign.attempts[reader] >= MAX_ATTEMPTS
        assert campaign.copies[reader] == (status == "accepted")
