"""An event: when, by the clock at its place, and where."""

from datetime import date, datetime, time
from typing import Annotated

from kinds.details import Details, Fault, Key, ValueType
from kinds.kind import Kind


class EventDetails(Details):
    starts: Annotated[str, Key(ValueType.MOMENT, is_required=True, is_same_in_all_languages=True)] = ""
    """Its day, or day and time: 2026-12-05T18:00. Without an hour it is the whole day."""
    ends: Annotated[str, Key(ValueType.MOMENT, needs="starts", is_same_in_all_languages=True)] = ""
    place: Annotated[str, Key(ValueType.TEXT, longest=300, is_required=True)] = ""
    directions: Annotated[str, Key(ValueType.TEXT, longest=1_000)] = ""
    """How to come."""

    def fault(self) -> Fault | None:
        if self.ends and (len(self.ends) != len(self.starts) or self.ends <= self.starts):
            return Fault("ends-early", "ends")
        return None

    def first_moment(self) -> tuple[date, time | None]:
        """Raises ValueError where it does not say when it starts."""
        return _moment(self.starts)

    def last_moment(self) -> tuple[date | None, time | None]:
        return _moment(self.ends) if self.ends else (None, None)


def _moment(written: str) -> tuple[date, time | None]:
    moment = datetime.fromisoformat(written)
    return moment.date(), moment.time() if "T" in written else None


KIND = Kind("event", design="event", details=EventDetails, is_design_for_it_alone=True)
