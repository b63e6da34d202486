"""Resolution of ignored columns: which ones a person means, who vouches that they say nothing of consent. Pure."""

import re
from collections.abc import Collection, Sequence

from core.errors import InputRefused
from subscribers.csv_noes import letters
from subscribers.quoted import quoted

_PLACE = re.compile(r"#[1-9][0-9]*")
"""A column by its place, for one that has no title, or none of its own, or one that cannot be written."""


def plain(title: str) -> str:
    """What makes two titles the same: E-novice and e_novice are."""
    return letters(title) or " ".join(title.split())


def ignored_places(
    file_name: str, header: Sequence[str], is_unread: Sequence[bool], ignore: Collection[str]
) -> set[int]:
    """From 1 on. Raises InputRefused for a title that is not there, that is read, or that several columns have:
    nobody can tell which of them was looked at."""
    places: set[int] = set()
    for wanted in ignore:
        is_place = _PLACE.fullmatch(wanted) is not None
        matches = [
            place
            for place, title in enumerate(header, 1)
            if (wanted == f"#{place}" if is_place else plain(title) == plain(wanted))
        ]
        if not matches or not all(is_unread[place - 1] for place in matches):
            code = "subscribers-file-ignored-read" if matches else "subscribers-file-ignored-unknown"
            raise InputRefused(code, file=file_name, title=quoted(wanted))
        if len(matches) > 1:
            options = " ".join(f'--ignore "#{place}"' for place in matches)
            raise InputRefused(
                "subscribers-file-ignored-twice", file=file_name, title=quoted(wanted), options=options
            )
        places.update(matches)
    return places
