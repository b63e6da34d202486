"""What a reader chose about topics, and for how long they are paused: kept by the keyed hash of their address, and
written into the journal, so that neither an import nor a restore forgets it."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from core.errors import InputRefused
from core.logging import get_logger
from core.sql import upsert
from core.western_digits import western_digits
from subscribers.journal import note_pause, note_topic_choice
from subscribers.topic_tables import Frequency, Pause, TopicChoice

LONGEST_PAUSE = timedelta(days=366)

log = get_logger(__name__)


def choices_of(session: Session, address_hash: str) -> dict[int, Frequency]:
    """By topic; one about which nothing was chosen is left out."""
    rows = session.exec(
        select(col(TopicChoice.topic_id), col(TopicChoice.frequency)).where(
            TopicChoice.address_hash == address_hash
        )
    )
    return dict(rows.all())


def choose_topics(session: Session, address_hash: str, wanted: Mapping[int, bool], *, now: datetime) -> bool:
    """Whether anything is different now. `wanted`: by topic, whether they get what is of it: as often as they do
    now, or at once where they wanted nothing."""
    before = choices_of(session, address_hash)
    frequencies = {
        topic_id: Frequency.AT_ONCE if is_wanted else Frequency.NEVER
        for topic_id, is_wanted in wanted.items()
        if is_wanted == (before.get(topic_id) is Frequency.NEVER)
    }
    return choose_frequencies(session, address_hash, frequencies, now=now)


def choose_frequencies(
    session: Session, address_hash: str, wanted: Mapping[int, Frequency], *, now: datetime
) -> bool:
    """Whether anything is different now. `wanted`: by topic. Whoever has never chosen and wants it at once has
    chosen nothing still: that is everybody's beginning."""
    before, is_change = choices_of(session, address_hash), False
    for topic_id, frequency in sorted(wanted.items()):
        if frequency is before.get(topic_id, Frequency.AT_ONCE):
            continue
        save_topic_choice(session, address_hash, topic_id, frequency, now=now)
        log.info("topic.chosen", topic_id=topic_id, frequency=frequency.value)
        is_change = True
    return is_change


def save_topic_choice(
    session: Session, address_hash: str, topic_id: int, frequency: Frequency, *, now: datetime
) -> None:
    """Whoever saves the same at the same moment waits; the later one counts."""
    key = {"address_hash": address_hash, "topic_id": topic_id}
    chosen = {"frequency": frequency, "chosen_at": now}
    statement = upsert(session, TopicChoice).on_conflict_do_update(index_elements=[*key], set_=chosen)
    session.execute(statement, [key | chosen])
    note_topic_choice(session, session.get_one(TopicChoice, (address_hash, topic_id), populate_existing=True))


def choices_with_moments(session: Session, address_hash: str) -> dict[int, tuple[Frequency, datetime]]:
    """By topic: what they chose last, and since when."""
    rows = session.exec(select(TopicChoice).where(TopicChoice.address_hash == address_hash))
    return {row.topic_id: (row.frequency, row.chosen_at) for row in rows}


def pause_of(session: Session, address_hash: str, *, now: datetime) -> Pause | None:
    """Theirs, while it lasts."""
    return session.exec(
        select(Pause).where(Pause.address_hash == address_hash, col(Pause.until) > now)
    ).one_or_none()


def read_pause(text: str, *, zone: str, now: datetime) -> datetime:
    """The beginning of the day that somebody wrote (2026-12-24), by the organisation's clock. Raises InputRefused
    for what is no day, has come already, or is more than a year away."""
    try:
        day = date.fromisoformat(western_digits(text.strip()))
    except ValueError as error:
        raise InputRefused("subscribers-pause-no-day") from error
    until = datetime.combine(day, time.min, ZoneInfo(zone))
    if not now < until <= now + LONGEST_PAUSE:
        raise InputRefused("subscribers-pause-not-then")
    return until


def pause_mail(session: Session, address_hash: str, until: datetime, *, now: datetime) -> None:
    """Nothing from any list before that. To ask for the same once more changes nothing."""
    before = pause_of(session, address_hash, now=now)
    if before is None or before.until != until:
        save_pause(session, address_hash, until, now=now)
        log.info("mail.paused")


def end_pause(session: Session, address_hash: str, *, now: datetime) -> None:
    """From the next email on. Does nothing where there is no pause."""
    if pause_of(session, address_hash, now=now) is not None:
        save_pause(session, address_hash, now, now=now)
        log.info("mail.pause_ended")


def save_pause(session: Session, address_hash: str, until: datetime, *, now: datetime) -> None:
    """Whoever saves one at the same moment waits; the later one counts."""
    asked = {"until": until, "asked_at": now}
    statement = upsert(session, Pause).on_conflict_do_update(index_elements=["address_hash"], set_=asked)
    session.execute(statement, [{"address_hash": address_hash, **asked}])
    note_pause(session, session.get_one(Pause, address_hash, populate_existing=True))
