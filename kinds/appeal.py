"""An appeal: one call to action, until when, and how many have followed it."""

from datetime import date
from typing import Annotated

from kinds.details import Details, Key, ValueType
from kinds.kind import Kind


class AppealDetails(Details):
    action: Annotated[str, Key(ValueType.TEXT, longest=60)] = ""
    """What its button says; empty: the library's own word."""
    action_url: Annotated[
        str | None, Key(ValueType.WEB_ADDRESS, longest=2_000, is_required=True, is_compared=False)
    ] = None
    deadline: Annotated[date | None, Key(ValueType.DAY, is_same_in_all_languages=True)] = None
    """The last day on which the call can be followed."""
    count: Annotated[int | None, Key(ValueType.NUMBER, needs="counted_on")] = None
    """How many had followed it on the day of `counted_on`: a mail is read later than it is written."""
    goal: Annotated[int | None, Key(ValueType.NUMBER, least=1, needs="count")] = None
    counted_on: Annotated[date | None, Key(ValueType.DAY, needs="count")] = None


KIND = Kind("appeal", design="appeal", details=AppealDetails, is_design_for_it_alone=True)
