"""A plain list: one address a line, and nothing else. Mailman prints it without names, Sympa as its light export.

Whatever else a line says stays in it: it is refused, or is a heading that a person has to look at.
"""

import re
from collections.abc import Iterable, Sequence

from subscribers.importers.importer import Importer, Rows, TextScheme

ADDRESS = re.compile(r"[^\s@<>\"',;|]+@[^\s@<>\"',;|]+\.[^\s@<>\"',;|]+")


def _is_it(lines: Sequence[str]) -> bool:
    return ADDRESS.fullmatch(lines[0]) is not None and not any(sign in "".join(lines) for sign in ",;\t|")


def _rows(lines: Iterable[str]) -> Rows:
    for line in lines:
        yield (line.strip(),) if line.strip() else None


IMPORTER = Importer("plain_list", "", text=TextScheme(("email",), _is_it, _rows))
