"""What some kinds of news say besides their text: when and where, until when, paid by whom, what was wrong."""

from dataclasses import dataclass
from datetime import date

from core.errors import InputRefused
from news.front_matter import FrontMatter
from news.read_values import day, moment, number, web_address
from news.slug import checked_slug
from news.tables import NewsKind

_BELONG_TO = {
    **dict.fromkeys(("starts", "ends", "place", "directions"), NewsKind.EVENT),
    **dict.fromkeys(("action", "action_url", "deadline", "count", "goal", "counted_on"), NewsKind.APPEAL),
    **dict.fromkeys(("corrects", "wrong", "correct"), NewsKind.CORRECTION),
}
_KINDS_NEED = {
    NewsKind.EVENT: ("starts", "place"),
    NewsKind.APPEAL: ("action_url",),
    NewsKind.CORRECTION: ("corrects", "wrong", "correct"),
}


@dataclass(frozen=True, slots=True)
class Details:
    """Named like the keys of the front matter and the columns of `NewsText`; empty where the file says nothing."""

    starts: str = ""
    ends: str = ""
    place: str = ""
    directions: str = ""
    action: str = ""
    action_url: str | None = None
    deadline: date | None = None
    count: int | None = None
    goal: int | None = None
    counted_on: date | None = None
    topic: str = ""
    partners: str = ""
    funding: str = ""
    corrects: str = ""
    wrong: str = ""
    correct: str = ""


def read_details(matter: FrontMatter, kind: NewsKind, *, slug: str) -> Details:
    """Raises InputRefused for what the kind lacks, has no use for, or what cannot be true."""
    _check_keys(matter, kind)
    starts, ends = moment(matter, "starts"), moment(matter, "ends")
    if ends and (len(ends) != len(starts) or ends <= starts):
        raise InputRefused("news-ends-early", file=matter.file, line=matter.line("ends"))
    corrects = checked_slug(matter, "corrects")
    if corrects == slug:
        raise InputRefused("news-corrects-itself", file=matter.file, line=matter.line("corrects"))
    return Details(
        starts=starts,
        ends=ends,
        action_url=web_address(matter, "action_url"),
        deadline=day(matter, "deadline"),
        count=number(matter, "count", least=0),
        goal=number(matter, "goal", least=1),
        counted_on=day(matter, "counted_on"),
        corrects=corrects,
        **{key: matter.text(key) for key in _WORDS},
    )


_WORDS = ("topic", "place", "directions", "action", "partners", "funding", "wrong", "correct")


def _check_keys(matter: FrontMatter, kind: NewsKind) -> None:
    for key, owner in _BELONG_TO.items():
        if key in matter.values and owner is not kind:
            line = matter.line(key)
            raise InputRefused("news-key-of-another-kind", file=matter.file, line=line, key=key, kind=owner.value)
    for key in _KINDS_NEED.get(kind, ()):
        if key not in matter.values:
            raise InputRefused("news-kind-needs", file=matter.file, line=1, key=key, kind=kind.value)
