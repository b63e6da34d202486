"""Frame ancestors of a list's sign-up form: the origins (RFC 6454) of the websites that may show it in a frame.

They go into a Content-Security-Policy, where a comma or a semicolon would begin something else: what is not
plainly an origin is refused. https, because whoever changes what travels in clear changes the form as well; or
this machine.
"""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from sqlmodel import Session

from core.errors import Conflict, InputRefused
from core.logging import get_logger
from core.loopback import is_loopback, is_origin
from core.typed_address import with_scheme
from subscribers.quoted import quoted
from subscribers.tables import MailingList

MAX_ORIGINS = 20
MAX_SHOWN = 80
# A host-source of CSP (level 3, section 2.3.1) in the letters of DNS; it knows no IPv6 address.
_HOST = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*")
_DEFAULT_PORTS = {"http": 80, "https": 443}

log = get_logger(__name__)


def split_origins(text: str) -> list[str]:
    """What is written between spaces, commas or lines."""
    return re.findall(r"[^,\s]+", text)


def check_origins(written: Iterable[str]) -> list[str]:
    """Each once, as a browser writes it; without https:// it is https. Raises InputRefused."""
    origins = sorted({_read_origin(with_scheme(origin)) for origin in written})
    if len(origins) > MAX_ORIGINS:
        raise InputRefused("subscribers-origins-too-many", limit=MAX_ORIGINS)
    return origins


def set_frame_origins(session: Session, mailing_list: MailingList, origins: list[str]) -> None:
    """`origins`: as `check_origins` gives them. Raises Conflict for a protected list, which has no such form."""
    if mailing_list.is_protected and origins:
        raise Conflict("subscribers-list-not-framed", list=mailing_list.name)
    mailing_list.frame_origins = origins
    session.add(mailing_list)
    session.flush()
    log.info("list.frame_origins_set", list_id=mailing_list.id, count=len(origins))


def _read_origin(written: str) -> str:
    refused = InputRefused("subscribers-origin-refused", origin=quoted(written, MAX_SHOWN))
    if not is_origin(written):
        raise refused
    parts = urlsplit(written)
    try:
        host = (parts.hostname or "").encode("idna").decode()
    except UnicodeError as error:
        raise refused from error
    if not _HOST.fullmatch(host) or (parts.scheme != "https" and not is_loopback(host)):
        raise refused
    port = "" if parts.port in (None, _DEFAULT_PORTS[parts.scheme]) else f":{parts.port}"
    return f"{parts.scheme}://{host}{port}"
