"""SSRF (server-side request forgery): what strangers' addresses name is fetched without being sent inside by them.

https only unless the caller says otherwise, ports of the web, no redirect that was not looked at, no inner address
(core/public_addresses.py) at any hop, a bounded time for all hops together, a bounded body, no cookies, no proxies
from the environment, and a User-Agent that says who asks.
"""

import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.message import Message
from enum import StrEnum

import httpcore
import httpx

from core.dns import Dns, NameUnknown, NoAnswer, SystemDns
from core.pinned_network import Deadline, InnerAddress, Judge, PinnedTransport
from core.public_addresses import is_public, is_reachable
from core.tls import trusted_authorities
from core.unpacked_body import BadlyPacked, can_unpack, read_body
from core.write_guard import refuse_in_write

WEB_PORTS = {"https": 443, "http": 80}
HTTPS = frozenset({"https"})
HTTP_TOO = frozenset({"https", "http"})
MAX_REDIRECTS = 5
SECONDS = 5.0
"""For all hops together."""
USER_AGENT = "Bilten/1 (checks links before they are sent)"
_ACCEPT = {"Accept-Encoding": "identity"}
"""Nothing packed is asked for; what comes packed all the same is unpacked within what was asked for."""


KEPT_HEADERS = ("etag", "last-modified", "link", "retry-after")
_LONGEST_HEADER = 1_000
_REDIRECTS = (301, 302, 303, 307, 308)
_REPEATED = (307, 308)
"""With which what was posted is posted again (RFC 9110, 15.4.8 and 15.4.9); no other makes a GET of it here."""
_FOR_GOOD = (301, 308)


class Trouble(StrEnum):
    """Why there is no answer."""

    ADDRESS_REFUSED = "address_refused"
    """Not an address of the web that may be asked: its scheme, its port, or a user name in it."""
    ADDRESS_INNER = "address_inner"
    NAME_UNKNOWN = "name_unknown"
    NOT_TRUSTED = "not_trusted"
    """The certificate proves another name, is out of date or from nobody known."""
    REDIRECTS = "redirects"
    SILENT = "silent"
    """Nobody answered in time, or at all."""
    NOT_HTTP = "not_http"


class FetchFailed(Exception):
    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    url: str
    """Where the redirects led."""
    media_type: str
    body: bytes
    """As much of it as was asked for, unpacked."""
    charset: str = ""
    """As its header says; empty where that says nothing."""
    is_cut: bool = False
    """There is more of the body than was asked for."""
    is_packed: bool = False
    """The body came in a coding that is not read here, and was left as it is."""
    headers: Mapping[str, str] = field(default_factory=dict)
    """Those of KEPT_HEADERS that it has, by their name in small letters."""
    moved_to: str = ""
    """Where it lies from now on, if every redirect said that it is for good."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What each hop is asked."""

    method: str
    schemes: frozenset[str]
    at_most: int
    redirects: tuple[int, ...] = _REDIRECTS
    form: Mapping[str, str] | None = None


@dataclass(frozen=True)
class OutboundClient:
    """`may_connect`, `any_port` and `trust` are for tests, whose far side is this machine, and for an address that
    the operator has named."""

    dns: Dns = field(default_factory=SystemDns)
    may_connect: Judge = is_public
    any_port: bool = False
    trust: ssl.SSLContext | None = None
    user_agent: str = USER_AGENT
    """What asks, and what for."""
    site: str = ""
    """Who asks: the installation's address, said where strangers can come to it."""

    def fetch(
        self,
        url: str,
        *,
        method: str = "GET",
        schemes: frozenset[str] = HTTPS,
        at_most: int = 0,
        seconds: float = SECONDS,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """What stands at the end of at most MAX_REDIRECTS redirects, whatever its status; of the body, `at_most`
        bytes. `headers`: besides our own, such as the conditions of RFC 9110, section 13. Raises FetchFailed."""
        return self._ask(url, _Wanted(method, schemes, at_most), seconds, headers or {})

    def post_form(self, url: str, form: Mapping[str, str], *, seconds: float = SECONDS) -> Answer:
        """What is answered to a form, without the answer's body. https only, and sent again only to where a
        redirect says that it is to be. Raises FetchFailed."""
        return self._ask(url, _Wanted("POST", HTTPS, 0, _REPEATED, form), seconds, {})

    def call_once(
        self,
        url: str,
        *,
        form: Mapping[str, str] | None = None,
        schemes: frozenset[str] = HTTPS,
        at_most: int,
        seconds: float = SECONDS,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """A form is posted. No redirect is followed: what is sent is for nobody else. Raises FetchFailed."""
        method = "GET" if form is None else "POST"
        return self._ask(url, _Wanted(method, schemes, at_most, (), form), seconds, headers or {})

    def _ask(self, url: str, wanted: _Wanted, seconds: float, headers: Mapping[str, str]) -> Answer:
        refuse_in_write("asking the web")
        deadline = Deadline(seconds)
        transport = PinnedTransport(
            dns=self.dns,
            may_connect=self.may_connect,
            deadline=deadline,
            trust=self.trust or trusted_authorities(),
        )
        who = f"; +{self.site})" if is_reachable(self.site) else ")"
        sent = {**headers, **_ACCEPT, "User-Agent": self.user_agent.removesuffix(")") + who}
        with httpx.Client(transport=transport, timeout=seconds, trust_env=False, headers=sent) as client:
            try:
                return self._follow(client, self._parsed(url), wanted)
            except _FAILURES as error:
                raise FetchFailed(_trouble(error)) from error

    def _follow(self, client: httpx.Client, url: httpx.URL, wanted: _Wanted) -> Answer:
        is_for_good = True
        for hop in range(MAX_REDIRECTS + 1):
            self._expect_web(url, wanted.schemes)
            # A jar of cookies would make one site's answer depend on another's.
            client.cookies.clear()
            with client.stream(wanted.method, url, data=wanted.form) as response:
                target = response.headers.get("location", "")
                if response.status_code not in wanted.redirects or not target:
                    return _answer(response, wanted.at_most, is_moved=is_for_good and hop > 0)
                is_for_good = is_for_good and response.status_code in _FOR_GOOD
            url = url.join(target)
        raise FetchFailed(Trouble.REDIRECTS)

    def _parsed(self, url: str) -> httpx.URL:
        try:
            return httpx.URL(url)
        except (httpx.InvalidURL, ValueError) as error:
            raise FetchFailed(Trouble.ADDRESS_REFUSED) from error

    def _expect_web(self, url: httpx.URL, schemes: frozenset[str]) -> None:
        if url.scheme not in schemes or not url.host or url.userinfo:
            raise FetchFailed(Trouble.ADDRESS_REFUSED)
        if url.port not in (None, WEB_PORTS[url.scheme]) and not self.any_port:
            raise FetchFailed(Trouble.ADDRESS_REFUSED)


def _answer(response: httpx.Response, at_most: int, *, is_moved: bool) -> Answer:
    coding = response.headers.get("content-encoding", "").strip().lower()
    body = read_body(response.iter_raw(), coding, at_most + 1) if at_most else b""
    declared = Message()
    declared["content-type"] = response.headers.get("content-type", "")
    return Answer(
        response.status_code,
        str(response.url),
        declared["content-type"].partition(";")[0].strip().lower(),
        body[:at_most],
        charset=declared.get_content_charset("") or "",
        is_cut=len(body) > at_most,
        is_packed=not can_unpack(coding),
        headers={
            name: response.headers[name]
            for name in KEPT_HEADERS
            if len(response.headers.get(name, "")) in range(1, _LONGEST_HEADER)
        },
        moved_to=str(response.url) if is_moved else "",
    )


_FAILURES = (
    httpx.HTTPError,
    httpx.InvalidURL,
    httpcore.NetworkError,
    httpcore.TimeoutException,
    httpcore.ProtocolError,
    httpcore.UnsupportedProtocol,
    BadlyPacked,
    InnerAddress,
    NameUnknown,
    NoAnswer,
    OSError,
    ValueError,
)


def _trouble(error: Exception) -> Trouble:
    match error:
        case InnerAddress():
            return Trouble.ADDRESS_INNER
        case NameUnknown():
            return Trouble.NAME_UNKNOWN
        case httpx.InvalidURL() | httpx.UnsupportedProtocol() | ValueError():
            return Trouble.ADDRESS_REFUSED
        case httpcore.ProtocolError() | httpx.ProtocolError() | httpx.DecodingError() | BadlyPacked():
            return Trouble.NOT_HTTP
    is_about_trust = isinstance(error.__cause__ or error.__context__, ssl.SSLCertVerificationError)
    return Trouble.NOT_TRUSTED if is_about_trust else Trouble.SILENT
