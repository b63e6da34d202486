"""What an import is asked, and what it reports: what it took for what, and what became of each row."""

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Self

from core.errors import Refusal
from subscribers.csv_header import AS_FOUND, HeaderChoice
from subscribers.csv_noes import No
from subscribers.csv_row import NO_WITHOUT_ADDRESS
from subscribers.file_parts import WHOLE, FileParts
from subscribers.import_tables import RowOutcome

MAX_EXAMPLES = 3


@dataclass(slots=True)
class CsvReport:
    """What became of each row: every one is counted once, for each address that it says no for, or refused."""

    imported: int = 0
    """New on the list, confirmed or pending as the file says."""
    updated: int = 0
    """Were on the list, and their name or language was corrected."""
    already_subscribed: int = 0
    kept_unsubscribed: int = 0
    """Said no, before or in this very file, and that stays."""
    kept_opted_out: int = 0
    """Want nothing of the organisation, from any list: only they themselves can change that."""
    kept_suppressed: int = 0
    """The address bounced, complained or was barred: it was left as it is."""
    unsubscribed: int = 0
    """The file says that they said no, and now so does the list."""
    suppressed: int = 0
    """The file says that the address is dead or complained, and nothing is sent there from now on."""
    refused: list[Refusal] = field(default_factory=list)
    ignored_columns: tuple[str, ...] = ()
    encoding: str = ""
    """What the file was read as."""
    is_encoding_guessed: bool = False
    system: str = ""
    """Whose export it was read as (`importers.registry`)."""
    parts: FileParts = WHOLE
    """The files of an archive."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """What was taken for what: column → titles."""
    examples: list[str] = field(default_factory=list)
    """Names as they were read, rather those that another encoding would have changed."""
    import_id: int | None = None
    """By which it can be looked at again, and undone."""

    @property
    def noes(self) -> int:
        """How many noes of the file are on record now that were not before."""
        return self.unsubscribed + self.suppressed

    @property
    def noes_without_address(self) -> int:
        """Rows that say no, and nobody can tell who does."""
        return sum(refusal.code == NO_WITHOUT_ADDRESS for refusal in self.refused)

    def show(self, name: str) -> None:
        """As an example, if it is one of the better ones."""
        if name and name not in self.examples:
            self.examples.append(name)
            self.examples.sort(key=str.isascii)
            del self.examples[MAX_EXAMPLES:]

    def count(self, counts: Mapping[str, int]) -> None:
        """By outcome; those of what was refused are counted already."""
        for outcome, count in counts.items():
            if outcome != RowOutcome.REFUSED:
                setattr(self, outcome, count)

    @property
    def reading(self) -> dict[str, Any]:
        """What was taken for what, fit for JSON."""
        return {
            "system": self.system,
            "encoding": self.encoding,
            "is_guessed": self.is_encoding_guessed,
            "columns": dict(self.titles),
            "names": self.examples,
            "ignored": list(self.ignored_columns),
        }


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """Whose names a file holds, as staff say."""

    list_slug: str
    source_note: str
    """Where the consent was given; becomes the wording of each ConsentRecord."""
    default_language: str | None = None
    """For rows that name none."""
    all_said: No | None = None
    """The no of everybody in a file that has no column for it."""
    ignored_columns: Collection[str] = ()
    """Titles of columns that say nothing of consent, as staff vouch."""
    encoding: str | None = None
    """What the file is in, where it is not to be found out."""
    language_meanings: Mapping[str, str] = field(default_factory=dict)
    """Of words in the language column: {"slo": "sl"}."""
    header: HeaderChoice = AS_FOUND
    """What stands between cells and what columns are, where it is not to be found out."""
    sheet: str | None = None
    """Of a spreadsheet; the first one, where none is said."""
    updates: bool = False
    """Names and languages of people who are known here are corrected by the file."""
    max_rows: int | None = None
    """More are refused."""

    def as_json(self) -> dict[str, Any]:
        return asdict(self) | {"ignored_columns": list(self.ignored_columns)}

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Self:
        header = stored["header"]
        columns = {int(place): column for place, column in header["columns"].items()}
        no = stored["all_said"]
        choice = HeaderChoice(header["delimiter"], columns, header.get("fields", {}), header.get("system"))
        read = {"header": choice, "all_said": No(no) if no else None}
        return cls(**{**stored, **read})
