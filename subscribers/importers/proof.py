"""Proof: what a row of an export says of when somebody agreed or left, in its own words and as a moment. Pure."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from core.errors import InputRefused
from subscribers.importers.importer import Importer
from subscribers.quoted import quoted

MAX_WORDS = 300
_LONGEST_CELL = 60


class ConsentProof(NamedTuple):
    given_at: datetime | None = None
    """When it was said there: a yes, or a no."""
    text: str = ""
    """As the export has it, fit to stand behind the note that came with the import."""


NO_PROOF = ConsentProof()


def proof_of(importer: Importer | None, moments: Mapping[str, str], *, is_no: bool) -> ConsentProof:
    """`moments`: title as the system writes it → cell. Raises InputRefused for a yes with something else than a
    moment in one: nobody knows what it says. A no needs none."""
    if importer is None:
        return NO_PROOF
    titles = importer.left if is_no else (*importer.asked, *importer.confirmed)
    read: list[tuple[str, str, datetime]] = []
    for title in titles:
        cell = moments.get(title, "").strip()
        if not cell:
            continue
        try:
            read.append((title, cell, importer.read_moment(cell)))
        except (ValueError, OverflowError) as error:
            if not is_no:
                raise InputRefused("subscribers-moment-unknown", title=title, words=quoted(cell)) from error
    if not read:
        return NO_PROOF
    written = ", ".join(f"{title} {quoted(cell, _LONGEST_CELL)}" for title, cell, _ in read)
    return ConsentProof(read[0][2] if is_no else read[-1][2], f"{importer.title}: {written}"[:MAX_WORDS])
