"""What stands before a point of a list in plain text, numbered as browsers do (HTML's `type` of `<ol>`). Pure."""

from dataclasses import dataclass

from core.i18n import native_digits

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_ROMAN = 3999
_LETTERS = 26
_LONGEST = 9


@dataclass(slots=True)
class OpenList:
    """A list that is being read. `number`: of its next point; None where points have a dash."""

    number: int | None
    numbering: str = ""

    def next_marker(self, language: str) -> str:
        if self.number is None:
            return "- "
        number, self.number = self.number, self.number + 1
        return f"{written_number(number, self.numbering) or native_digits(str(number), language)}. "


def numbered_list(start: str | None, numbering: str | None) -> OpenList:
    """A list that begins at `start`, if that is a number."""
    digits = (start or "").removeprefix("-")
    is_number = digits.isdecimal() and len(digits) <= _LONGEST
    return OpenList(int(start or 1) if is_number else 1, numbering or "")


def written_number(number: int, numbering: str) -> str:
    """Nothing where the number cannot be written so."""
    if numbering in ("a", "A") and number > 0:
        written = _letters(number)
    elif numbering in ("i", "I") and 0 < number <= _MOST_ROMAN:
        written = _roman(number)
    else:
        return ""
    return written.upper() if numbering.isupper() else written


def _letters(number: int) -> str:
    """a to z, then aa, ab."""
    letters = ""
    while number:
        number, place = divmod(number - 1, _LETTERS)
        letters = chr(ord("a") + place) + letters
    return letters


def _roman(number: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        written += sign * count
    return written
