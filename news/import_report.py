"""What became of the files of one reading: imported, unchanged, refused, or left for the next one."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from core.errors import InputRefused, Refusal
from core.logging import get_logger

log = get_logger(__name__)


@dataclass(frozen=True, slots=True)
class ImportedItem:
    """What became of one file. `is_new`: there was no such item before; `is_changed`: something was written."""

    item_id: int
    language: str
    is_new: bool
    is_changed: bool
    is_taken_over: bool = False
    """The item was another source's."""


@dataclass(slots=True)
class ImportReport:
    imported: list[ImportedItem] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    set_aside: int = 0
    """How many of them a decoder was asked for just now; the others it gave up before, or they are none of its."""
    left: int = 0
    """Files for the next reading, of a folder that takes too long."""
    same_elsewhere: list[int] = field(default_factory=list)
    """Items that no folder holds, and of which refused files say what they say already: `adopt_items` may give
    them to this one."""

    @property
    def held_texts(self) -> set[tuple[int, str]]:
        """Item and language of each text that the folder holds just as it is kept."""
        return {(item.item_id, item.language) for item in self.imported}


def log_refused(refused: Iterable[Refusal]) -> None:
    for refusal in refused:
        log.warning("news.refused", file=refusal.place, line=refusal.line, code=refusal.code)


def refusal_of(error: InputRefused) -> Refusal:
    """An error that names a file, as one line of a report."""
    line = error.params.get("line")
    place = str(error.params.get("file") or error.params.get("folder", ""))
    return Refusal(place, line if isinstance(line, int) else None, error.code, dict(error.params))
