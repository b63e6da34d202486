"""Approximate string matching: whether a row whose address cannot be read may mean a certain address. Pure.

`ana@noes,example`, `ana at noes dot example`, `ana@@noes.example`: none of them is an address, and each may be the
no of somebody whose yes stands elsewhere in the file. Only letters and digits are compared; a doubt too many costs
a row that a person looks at.
"""

import re
import unicodedata
from bisect import bisect_right

_SPELT_OUT = re.compile(r"(?<![^\W_])(?:at|afna|dot|pika|punkt|punto|point|chiocciola|arobase|arroba)(?![^\W_])")
_COMMENT = re.compile(r"\([^()]*\)")
_BETWEEN = "\n"


class SimilarAddressDetector:
    """Rows in which no address can be read."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._lines: list[int] = []
        self._starts: list[int] = []
        self._length = 0
        self._joined: str | None = None

    def add(self, line: int, text: str) -> None:
        plain = unicodedata.normalize("NFKC", text).casefold()
        readings = (plain, _SPELT_OUT.sub("", plain), _COMMENT.sub("", plain))
        for reading in dict.fromkeys(map(_letters, readings)):
            self._texts.append(reading)
            self._lines.append(line)
            self._starts.append(self._length)
            self._length += len(reading) + len(_BETWEEN)
        self._joined = None

    def line_of(self, address: str) -> int | None:
        """The line of the first row that may mean it."""
        if not self._texts:
            return None
        if self._joined is None:
            self._joined = _BETWEEN.join(self._texts)
        place = self._joined.find(_letters(unicodedata.normalize("NFKC", address).casefold()))
        return None if place < 0 else self._lines[bisect_right(self._starts, place) - 1]


def _letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())
