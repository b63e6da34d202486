"""Bisection, its end: whom the refusal of a call for one reader alone is about. Pure.

A provider that answers for a whole call says neither whom a refusal is about nor whether it is about a reader at
all. When a reader is alone, nobody else can be meant; but if it is about us, everybody is refused so (ADR 51). So
nobody is refused for good at the first refusal. They wait behind all others, and are asked once more:

    REPEATS readers of the campaign in equal words               wait, no attempt used up; paused: a limit that
                                                                 slides takes somebody in between
    refused alone again, others were taken before, nobody else   asked after an hour, and after a day: it may be a
    waits, and nobody was taken for some seconds                 limit; then refused for good
    the same in words about an address                           refused for good, also while others wait
    the same in words that somebody heard who was taken later    the same, and then the campaign is paused
    the same after a person has seen the words                   refused for good: once for words about an address,
                                                                 PATIENCE times for others
    the same, nobody was taken, and nobody is left to ask        wait, no attempt used up; the campaign is paused
    ROW in equal words, or OUTBREAK of addresses, and no yes     wait, no attempt used up; paused
    else                                                         wait, no attempt used up

What is paused is the sender, or, where it took others' emails in another campaign meanwhile, this campaign. Each
time that somebody resumes it, twice as many are needed.
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum, auto

from delivery.providers.shared.verdict import OUTBREAK, ROW
from delivery.refusal_history import PATIENCE, REPEATS

FIRST_PAUSE = timedelta(hours=1)
LAST_PAUSE = timedelta(days=1)
"""Limits are for a second, a minute, an hour or a day: who is left at the end of a campaign outlasts them all."""


class AloneVerdict(StrEnum):
    """What becomes of a reader whom a provider refused in a call of their own."""

    REFUSED = auto()
    WAITS = auto()
    ABOUT_US = auto()
    """Waits, too, and the sender is paused."""
    ABOUT_THE_CAMPAIGN = auto()
    """Waits, too, and the campaign is paused."""


@dataclass(frozen=True, slots=True)
class AloneHistory:
    """Of one campaign and one sender, when somebody was refused in a call of their own."""

    was_refused_alone: bool
    """Before."""
    is_taken_since: bool
    """Somebody, since the first refused call that the reader was in."""
    is_any_taken: bool
    """Somebody, ever."""
    are_others_waiting: bool
    """Who were not refused in a call of their own."""
    in_a_row: int
    """How many readers were refused alone since somebody was taken, this one included."""
    in_equal_words: int
    """So many of them in the words of this refusal."""
    in_equal_words_ever: int
    """How many readers of the campaign without a copy were refused so, whoever was taken in between."""
    is_taken_elsewhere: bool
    """Somebody of another campaign by the same sender, since the first refused call that the reader was in."""
    is_quiet: bool
    """Nobody was taken by the sender shortly before, in any campaign: no limit for each second is why."""
    since_first: timedelta
    """From their first refusal in a call of their own until now."""
    is_said_to_accepted: bool
    """The words, by the sender's provider to somebody, in whatever campaign, who was taken after all."""
    times_resumed: int
    """How often staff had the campaign go on after refusals had paused it, in whatever words."""


def judge_alone(history: AloneHistory, *, is_about_an_address: bool) -> AloneVerdict:
    """`is_about_an_address`: whether the words say so."""
    paused = AloneVerdict.ABOUT_THE_CAMPAIGN if history.is_taken_elsewhere else AloneVerdict.ABOUT_US
    row, limit = (history.in_a_row, OUTBREAK) if is_about_an_address else (history.in_equal_words, ROW)
    growth = 2**history.times_resumed
    is_believed = history.times_resumed >= (1 if is_about_an_address else PATIENCE)
    if history.was_refused_alone and is_believed and (is_about_an_address or history.is_quiet):
        return AloneVerdict.REFUSED
    if not is_about_an_address and history.in_equal_words_ever >= REPEATS * growth:
        return paused
    is_unhurried = history.is_quiet and not history.are_others_waiting
    if history.was_refused_alone and (is_about_an_address or is_unhurried):
        is_last = not history.are_others_waiting and history.is_any_taken and row < limit
        if history.is_taken_since or is_last:
            return AloneVerdict.REFUSED if is_about_an_address else _of_the_last(history)
    if row >= limit * growth or history.in_a_row >= OUTBREAK * growth:
        return paused
    is_nobody_left = history.was_refused_alone and not history.are_others_waiting and history.is_quiet
    return AloneVerdict.ABOUT_THE_CAMPAIGN if is_nobody_left else AloneVerdict.WAITS


def wait_alone(history: AloneHistory, *, is_about_an_address: bool) -> timedelta | None:
    """After what time to ask somebody again who waits by that verdict; None: soon, behind all others."""
    is_unhurried = history.is_quiet and not history.are_others_waiting
    if is_about_an_address or not history.was_refused_alone or not is_unhurried:
        return None
    return FIRST_PAUSE if history.since_first < FIRST_PAUSE else LAST_PAUSE


def _of_the_last(history: AloneHistory) -> AloneVerdict:
    """Of words that nobody knows, where nobody is left whose yes could tell. The sender goes on with others."""
    if history.since_first < FIRST_PAUSE + LAST_PAUSE:
        return AloneVerdict.WAITS
    return AloneVerdict.ABOUT_THE_CAMPAIGN if history.is_said_to_accepted else AloneVerdict.REFUSED
