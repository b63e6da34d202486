"""Times of events in a night in which clocks are changed: readers would come at an hour that there is not, or at
one of two."""

from collections.abc import Iterator, Sequence
from zoneinfo import ZoneInfo

from sqlmodel import Session

from campaigns.language_choice import best_text
from core.errors import Param
from core.utc_offset import moments_shown
from news.queries import details_of, texts_of
from templates.check import Finding, Severity


def check_event_times(session: Session, item_ids: Sequence[int], *, zone: str, main: str) -> Iterator[Finding]:
    """By the clocks of `zone`, one for each item and time. A form and a file refuse a time that does not exist;
    what was stored before they did is found here."""
    place = ZoneInfo(zone)
    for of_item in filter(None, texts_of(session, item_ids).values()):
        text = best_text(of_item, main, chain=(), main=main)
        for local in details_of(text).times().values():
            count = len(moments_shown(local, place))
            if count == 1:
                continue
            code = "campaigns-event-time-twice" if count else "campaigns-event-time-skipped"
            params: dict[str, Param] = {"title": text.title, "time": local.isoformat(" ", "minutes"), "zone": zone}
            yield Finding(Severity.WARNING, code, "html", "", params, item=text.title)
