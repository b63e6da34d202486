"""Whether an address on the web answers: HEAD first, GET where a server will not be asked that way."""

from campaigns.review.external.probe_targets import Problem, WebAddress
from campaigns.review.external.tables import ProbeKind
from core.outbound import HTTP_TOO, SECONDS, Answer, FetchFailed, OutboundClient, Trouble

GONE = (404, 410)
_MAX_BYTES = 16
_IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a")
_TROUBLES = {
    Trouble.ADDRESS_REFUSED: "campaigns-outside-refused",
    Trouble.ADDRESS_INNER: "campaigns-outside-inner",
    Trouble.NAME_UNKNOWN: "campaigns-outside-name-unknown",
    Trouble.NOT_TRUSTED: "campaigns-outside-untrusted",
    Trouble.REDIRECTS: "campaigns-outside-redirects",
    Trouble.SILENT: "campaigns-outside-silent",
    Trouble.NOT_HTTP: "campaigns-outside-silent",
}


def probe_link(outbound: OutboundClient, address: WebAddress, seconds: float) -> list[Problem]:
    """What is wrong with it, in at most `seconds` and two questions; nothing, most of the time."""
    half = min(SECONDS, seconds / 2)
    try:
        answer = outbound.fetch(address.url, method="HEAD", schemes=HTTP_TOO, seconds=half)
        if answer.status >= 400 or (address.kind is ProbeKind.IMAGE and not _is_image(answer)):
            answer = outbound.fetch(address.url, schemes=HTTP_TOO, at_most=_MAX_BYTES, seconds=half)
    except FetchFailed as failed:
        return [Problem(_TROUBLES[failed.trouble])]
    return _judged(address, answer)


def _judged(address: WebAddress, answer: Answer) -> list[Problem]:
    if answer.status in GONE:
        return [Problem("campaigns-outside-gone", {"status": answer.status})]
    if answer.status >= 500:
        return [Problem("campaigns-outside-failing", {"status": answer.status})]
    if answer.status >= 400:
        return [Problem("campaigns-outside-closed", {"status": answer.status})]
    if address.kind is ProbeKind.IMAGE and not _is_image(answer):
        return [Problem("campaigns-outside-no-image")]
    return []


def _is_image(answer: Answer) -> bool:
    """By what the server says, or by how it begins: some stores of files call everything a stream of bytes."""
    is_webp = answer.body[:4] == b"RIFF" and answer.body[8:12] == b"WEBP"
    return answer.media_type.startswith("image/") or answer.body.startswith(_IMAGES) or is_webp
