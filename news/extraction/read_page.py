"""SSRF-safe reading of a page that a person named, and of the files that it shows, by `core.outbound`.

No transaction is open and no decode process is held meanwhile: strangers' servers take their time.
"""

from dataclasses import dataclass, replace

from core.errors import InputRefused
from core.outbound import HTTP_TOO, Answer, FetchFailed, OutboundClient, Trouble
from core.pinned_network import Deadline
from news.inspect_asset import MAX_PDF_BYTES

MAX_PAGE_BYTES = 5_000_000
PAGE_SECONDS, FILE_SECONDS, ALL_SECONDS = 10.0, 20.0, 60.0
"""For one page, for one file of it, and for all that one request may fetch."""
USER_AGENT = "Bilten/1 (reads a page for a person who has asked for it)"
_PAGES = ("text/html", "application/xhtml+xml", "")
_PDF = b"%PDF-"
CODES = {
    Trouble.ADDRESS_REFUSED: "news-page-address-refused",
    Trouble.ADDRESS_INNER: "news-page-address-inner",
    Trouble.NAME_UNKNOWN: "news-page-name-unknown",
    Trouble.NOT_TRUSTED: "news-page-not-trusted",
    Trouble.REDIRECTS: "news-page-redirects",
    Trouble.SILENT: "news-page-silent",
    Trouble.NOT_HTTP: "news-page-not-http",
}


@dataclass(frozen=True, slots=True)
class FetchedPage:
    address: str
    """Where its redirects led."""
    data: bytes
    charset: str
    is_pdf: bool


class PageReader:
    """For one request, whose time is over some time."""

    def __init__(
        self, outbound: OutboundClient | None, *, deadline: Deadline | None = None, user_agent: str = USER_AGENT
    ) -> None:
        self._outbound = replace(outbound, user_agent=user_agent) if outbound else None
        self._deadline = deadline or Deadline(ALL_SECONDS)

    def page(self, address: str) -> FetchedPage:
        """Raises InputRefused, in words for whoever typed the address."""
        answer = self._fetch(address, MAX_PAGE_BYTES, PAGE_SECONDS)
        if answer.media_type == "application/pdf" or answer.body.startswith(_PDF):
            return FetchedPage(answer.url, self.file(address), "", is_pdf=True)
        if answer.media_type not in _PAGES or answer.is_packed:
            raise InputRefused("news-page-not-a-page")
        if answer.is_cut:
            raise InputRefused("news-page-too-large", limit=MAX_PAGE_BYTES // 1_000_000)
        return FetchedPage(answer.url, answer.body, answer.charset, is_pdf=False)

    def file(self, address: str) -> bytes:
        """A picture or a PDF, not yet looked at. Raises InputRefused."""
        answer = self._fetch(address, MAX_PDF_BYTES, FILE_SECONDS)
        if answer.is_cut:
            raise InputRefused("news-asset-too-large", limit=MAX_PDF_BYTES // 1_000_000)
        return answer.body

    def _fetch(self, address: str, at_most: int, seconds: float) -> Answer:
        if self._outbound is None:
            raise InputRefused("news-page-no-web")
        seconds = min(seconds, self._deadline.left())
        try:
            answer = self._outbound.fetch(address, schemes=HTTP_TOO, at_most=at_most, seconds=seconds)
        except FetchFailed as failed:
            raise InputRefused(CODES[failed.trouble]) from failed
        expect_found(answer.status)
        return answer


def expect_found(status: int) -> None:
    """Raises InputRefused for every status but 200."""
    if status in (401, 403, 407):
        raise InputRefused("news-page-sign-in")
    if status in (404, 410):
        raise InputRefused("news-page-gone")
    if status >= 500:
        raise InputRefused("news-page-failing", status=status)
    if status != 200:
        raise InputRefused("news-page-closed", status=status)
