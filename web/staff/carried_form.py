"""Re-submission: a form that came after its session had ended goes along to the sign-in, and is sent after it.

Browsers keep nothing of a page that says `no-store`. So the page that asks to sign in keeps it, in a hidden field,
and so does the one after it, whose button sends it where it was sent before, with the new session's token. Only
what one of our own pages has certainly sent, no password, and none of its files.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from urllib.parse import quote_plus

from fastapi import Request

from core.settings import Settings
from web.http.body_limit import MAX_BODY_BYTES
from web.http.csrf import FIELD, is_surely_ours
from web.http.typed_fields import typed_fields

CARRIED = "carried"
"""The hidden field."""
_MOST_BYTES = MAX_BODY_BYTES - 10_000
"""As a browser sends them; the rest is for who signs in."""
_OUR_PATH = re.compile(r"(/[A-Za-z0-9@._-]{1,100}){1,8}")


@dataclass(frozen=True, slots=True)
class CarriedForm:
    to: str
    """The path."""
    is_multipart: bool
    fields: Mapping[str, str]

    @property
    def as_field(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)


def carry_form(request: Request, settings: Settings) -> CarriedForm | None:
    """None where nothing was typed, where nobody can tell who sent it, or where it is too long to go along."""
    fields: Mapping[str, str] = getattr(request.state, "typed", {})
    is_secret = any(name.startswith(("password", "present")) for name in fields)
    if is_secret or not typed_fields(request, is_staff=True) or not is_surely_ours(request, settings):
        return None
    is_multipart = request.headers.get("content-type", "").lower().startswith("multipart/")
    kept = {name: text for name, text in fields.items() if name != FIELD}
    form = CarriedForm(str(request.scope["path"]), is_multipart, kept)
    return form if len(quote_plus(form.as_field)) <= _MOST_BYTES and _OUR_PATH.fullmatch(form.to) else None


def read_carried(field: str) -> CarriedForm | None:
    """None of what is none. It may be anybody's: whoever reads it shows it, and a person decides."""
    try:
        stored = json.loads(field)
        to, is_multipart, fields = stored["to"], stored["is_multipart"], stored["fields"]
        is_form = all(isinstance(text, str) for pair in fields.items() for text in pair)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    is_ours = isinstance(to, str) and _OUR_PATH.fullmatch(to) is not None
    return CarriedForm(to, bool(is_multipart), fields) if is_form and is_ours else None
