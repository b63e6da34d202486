"""Mailman 2 and 3: what `list_members -f` and `mailman members` print, one member a line.

Shape: `Ana Novak <ana@example.org>`, or the address alone (man page list_members(8); Mailman 3's documentation
of `mailman members`). A name that is not ASCII is written as in a mail's header (RFC 2047). The text says
nothing of the delivery status: it lists those of one, which staff say (`--nomail bybounce` and the like). A
pickle is never read.
"""

import re
from collections.abc import Iterable, Sequence
from email.errors import HeaderParseError
from email.header import decode_header, make_header

from subscribers.importers.importer import Importer, Rows, TextScheme
from subscribers.importers.plain_list import ADDRESS

_NAMED = re.compile(r"(?P<name>[^<>]*)<(?P<address>[^<>]*)>")


def _is_it(lines: Sequence[str]) -> bool:
    matches = [_NAMED.fullmatch(line) for line in lines]
    named = [each is not None and ADDRESS.fullmatch(each["address"]) is not None for each in matches]
    bare = [ADDRESS.fullmatch(line) is not None for line in lines]
    return any(named) and (named[0] or bare[0]) and sum(map(max, named, bare)) * 2 > len(lines)


def _rows(lines: Iterable[str]) -> Rows:
    for line in lines:
        if match := _NAMED.fullmatch(line.strip()):
            yield match["address"], _decoded(match["name"].rstrip())
        else:
            yield (line.strip(), "") if line.strip() else None


def _decoded(name: str) -> str:
    bare = name.strip().strip('"').replace('\\"', '"')
    try:
        return str(make_header(decode_header(bare))) if "=?" in bare else bare
    except (HeaderParseError, LookupError, UnicodeError, ValueError):
        return bare


IMPORTER = Importer("mailman", "Mailman", text=TextScheme(("email", "name"), _is_it, _rows))
