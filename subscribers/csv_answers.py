"""Allow-list of columns: one that nobody knows and whose cells look like answers is asked about, not passed over.

Pure. Words will never do: nobody can list all titles under which people are asked whether they want mail. So it
is the other way round. What the import reads, it knows; a column that it does not know, and whose cells are mostly
yes, no, x, 0, 1 and the like, or moments under a title that says until when, may hold noes that cannot be read. So
the file is refused until a person says what the column is: by its title, or that it says nothing of consent.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from core.errors import InputRefused
from subscribers import answer_words, consent_words
from subscribers.csv_doubts import is_like_yes, is_read
from subscribers.csv_noes import BLANKS, letters
from subscribers.quoted import quoted

Unread = tuple[str, str]
"""Title and cell."""
_OF_OTHER_SYSTEMS = frozenset((
    "complimentaryplan", "activesubscription", "expiry", "vip", "isprimary",
    "didthissubscribermanuallyconfirm", "sendthissubscriberhtmlemails", "htmlemail", "taxexempt",
))  # fmt: skip
"""Ghost, Substack, Mailchimp, CiviCRM, phpList and Shopify: known to say nothing of consent, in letters."""
_NOTHING = frozenset({"", "na", "nil", "null", "nan"})
_EXAMPLES = 3
_DIGITS_OF_A_DATE = 4
_LETTERS_OF_A_DATE = 9


def may_answer(title: str) -> bool:
    """Whether cells under an unknown title may be answers that nobody reads."""
    about = consent_words.read_title(title)
    if letters(title) in _OF_OTHER_SYSTEMS or about.is_other:
        return False
    if answer_words.UNTIL.are_in(title) and not about.ends:
        return True
    if is_read(title):
        return False
    return not answer_words.HARMLESS.are_in(title) or answer_words.ABOUT_MAIL.are_in(title)


def first_denial(cells: Iterable[Unread]) -> Unread | None:
    """The first that says no, and nothing else: its row is no yes, also where the column is one of notes."""
    return next((pair for pair in cells if answer_words.is_denial(pair[1])), None)


@dataclass(slots=True)
class _Column:
    filled: int = 0
    empty: int = 0
    answers: int = 0
    unsure: int = 0
    """Of those, how many are neither yes nor no."""
    flags: int = 0
    """0, 1, -1."""
    is_count: bool = False
    """There are other numbers, too."""
    dates: int = 0
    examples: list[str] = field(default_factory=list)

    def add(self, cell: str) -> None:
        word = letters(cell)
        if word in _NOTHING and set(cell) <= BLANKS | set("naNA"):
            self.empty += 1
            return
        self.filled += 1
        number = cell.strip().lstrip("-+").removesuffix(".0")
        if answer_words.is_answer(cell):
            self.answers += 1
            self.unsure += answer_words.is_unsure(cell)
        elif number in ("0", "1"):
            self.flags += 1
        elif number.isdigit():
            self.is_count = True
        if _is_date(word):
            self.dates += 1
        example = quoted(cell, 20)
        if len(self.examples) < _EXAMPLES and example not in self.examples:
            self.examples.append(example)

    def is_asked_about(self, title: str) -> bool:
        count = self.answers + (0 if self.is_count else self.flags)
        if answer_words.UNTIL.are_in(title) and self.dates * 2 >= self.filled > 0:
            return True
        if is_like_yes(title) and not self.empty and not self.unsure:
            return False
        return count * 2 >= self.filled and count > 0


def _is_date(word: str) -> bool:
    digits = sum(sign.isdigit() for sign in word)
    return digits >= _DIGITS_OF_A_DATE and len(word) - digits <= _LETTERS_OF_A_DATE


class AnswerDetector:
    """What stands in the unread columns of the rows that would be a yes."""

    def __init__(self) -> None:
        self._columns: dict[str, _Column] = {}

    def add(self, cells: Sequence[Unread]) -> None:
        for title, cell in cells:
            self._columns.setdefault(title, _Column()).add(cell)

    def check(self, file_name: str) -> None:
        """Raises InputRefused, with the titles of what looks like answers."""
        asked = {title: column for title, column in self._columns.items() if column.is_asked_about(title)}
        if asked:
            titles = ", ".join(
                f"{quoted(title)} ({', '.join(column.examples)})" for title, column in asked.items()
            )
            options = " ".join(f'--ignore "{quoted(title)}"' for title in asked)
            raise InputRefused(
                "subscribers-file-column-of-answers", file=file_name, titles=titles, options=options
            )
