"""Sympa: the members of a list as its web pages export them, and as its dump keeps them.

Shape: sympa-community/sympa 6.2. `do_export_member` of wwsympa.fcgi: address, a tab, the name; a comment on top
where only some were asked for. `dump_users` of List.pm: a paragraph for each member, a key and a value a line.
Who wants no mail (nomail) has said no. Who is suspended, or was included from another source and never
subscribed, or bounces, is refused for a person to look at: none of them is a yes, and none is a no.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from subscribers.importers.importer import Importer, Rows, TextScheme
from subscribers.importers.plain_list import ADDRESS

_KEYS = frozenset((
    "attrib", "bounce", "bounce_address", "bounce_score", "custom_attribute", "date", "date_epoch", "email",
    "enddate", "gecos", "id", "included", "inclusion", "inclusion_ext", "inclusion_label", "number_messages",
    "reception", "startdate", "subscribed", "suspend", "topics", "update_date", "update_epoch", "visibility",
))  # fmt: skip
_GET_MAIL = frozenset((
    "mail", "digest", "digestplain", "mimedigest", "summary", "notice", "txt", "html", "urlize", "not_me", "plain",
))  # fmt: skip
_COMMENT = "# Exported subscribers"


def _is_export(lines: Sequence[str]) -> bool:
    members = [line.partition("\t") for line in lines if not line.startswith(_COMMENT)]
    return bool(members) and all(tab and ADDRESS.fullmatch(address.strip()) for address, tab, _ in members)


def _export_rows(lines: Iterable[str]) -> Rows:
    for line in lines:
        address, _, name = line.strip("\r\n").partition("\t")
        yield (address.strip(), name.strip()) if line.strip() and not line.startswith(_COMMENT) else None


def _is_dump(lines: Sequence[str]) -> bool:
    pairs = [line.partition(" ") for line in lines]
    has_members = any(key == "email" and ADDRESS.fullmatch(value.strip()) for key, _, value in pairs)
    return has_members and {key for key, _, _ in pairs[:3]} <= _KEYS


def _dump_rows(lines: Iterable[str]) -> Rows:
    """A member is in the line behind them."""
    member: dict[str, str] = {}
    for line in lines:
        if line.strip():
            key, _, value = line.strip().partition(" ")
            member[key] = value.strip()
            yield None
        else:
            yield _cells(member) if member else None
            member = {}
    if member:
        yield _cells(member)


def _cells(member: dict[str, str]) -> tuple[str, ...]:
    bounces = member.get("bounce", "").split()
    count = bounces[2] if len(bounces) > 2 else str(len(bounces))
    return member.get("email", ""), member.get("gecos", ""), _status(member), count, _moment(member)


def _status(member: dict[str, str]) -> str:
    reception = member.get("reception", "mail")
    if reception == "nomail":
        return "unsubscribed"
    if member.get("suspend", "0") not in ("", "0"):
        return "suspended"
    if member.get("subscribed", "1") == "0":
        return "included"
    return "subscribed" if reception in _GET_MAIL else reception


def _moment(member: dict[str, str]) -> str:
    """Seconds since 1970 as ISO 8601; what is none stays as it is."""
    date = member.get("date") or member.get("date_epoch", "")
    try:
        return datetime.fromtimestamp(int(date), UTC).isoformat()
    except (ValueError, OverflowError, OSError):
        return date


IMPORTER = Importer("sympa", "Sympa", text=TextScheme(("email", "name"), _is_export, _export_rows))
DUMP = Importer(
    "sympa_dump",
    "Sympa",
    asked=("date",),
    text=TextScheme(("email", "name", "status", "number of bounces", "date"), _is_dump, _dump_rows),
)
