"""What an HTTP failure says about the mail in the request: certainly not accepted, or nobody knows.

connect, TLS, DNS, pool, proxy                     not sent: try again
429                                                not accepted: wait as told
4xx with words of a sending limit                  not accepted: pause the sender; of 429, where it lasts a day
401, 403, 404 and the like; words about us         refused: pause the sender
words about the content                            refused: pause the campaign
other 4xx, except 408, 409, 425                    refused, and it may be for one reader: the call in halves
301, 307, 308                                      refused: the address of the provider is wrong
408, 409, 425, 5xx, errors after the first byte,
an unreadable 2xx, and whatever else there is      nobody knows
"""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime

import httpx

from delivery.errors import (
    CallRefused,
    ContentRejected,
    OutcomeUnknown,
    ProviderError,
    QuotaSpent,
    SenderMisconfigured,
    TransientProviderError,
)
from delivery.limit_words import speaks_of_a_limit, speaks_of_a_quota
from delivery.refusals import RefusalSubject, whom_it_is_about

MAX_WAIT = timedelta(days=1)
_SECONDS = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_LONG_AGO = 1_600_000_000
"""September 2020, in seconds since 1970: nobody asks for fifty years of patience."""

_NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)
_WRONG_ADDRESS = (httpx.UnsupportedProtocol, httpx.InvalidURL)
_UNKNOWN_4XX = frozenset({408, 409, 425})
_OUR_SETTINGS = frozenset({301, 307, 308, 401, 403, 404, 405, 407, 410, 426})
_TOO_LARGE = 413
"""Of a call, which half as many readers make half as large."""
_OF_A_READER = re.compile(
    r"recipient|destination|personalization|messageVersion|\bcontact (is|was|has|does|not|did)\b"
    r"|\b(to|cc|bcc)\b\W{0,3}(\[|\.|\d|field|param|address|name)"
    r"|\[\d+\]",
    re.IGNORECASE,
)
"""A field of one message among several, or the address of one."""
_OF_THE_CONTENT = re.compile(
    r"\b(subject|html|html_?content|text_?content|content value|template(_?id)?|attachments?)\b", re.IGNORECASE
)


def classify(cause: Exception | int, *, detail: str = "", retry_after: timedelta | None = None) -> ProviderError:
    """The error that a failed request amounts to: from the exception it raised, or the status it was answered."""
    if isinstance(cause, int):
        return _of_status(cause, f"HTTP {cause} {detail}", retry_after)
    return _of_exception(cause, detail or f"{type(cause).__name__}: {cause}")


def _of_exception(cause: Exception, detail: str) -> ProviderError:
    if isinstance(cause, _NOT_SENT):
        return TransientProviderError(detail)
    if isinstance(cause, _WRONG_ADDRESS):
        return SenderMisconfigured(detail)
    return OutcomeUnknown(detail)


def _of_status(status: int, detail: str, retry_after: timedelta | None) -> ProviderError:
    if status == 429:
        return QuotaSpent(detail) if speaks_of_a_quota(detail) else TransientProviderError(detail, retry_after)
    if 400 <= status <= 499 and status not in _UNKNOWN_4XX and speaks_of_a_limit(detail):
        return QuotaSpent(detail)
    if status in _OUR_SETTINGS:
        return SenderMisconfigured(detail)
    if status == 402:
        return QuotaSpent(detail)
    if 400 <= status <= 499 and status not in _UNKNOWN_4XX:
        return CallRefused(detail) if status == _TOO_LARGE else refused_call(detail)
    return OutcomeUnknown(detail)


def refused_call(detail: str) -> ProviderError:
    """What the refusal of everybody in a call amounts to, by its words.

    Only words that say so clearly are about us. Where they may be about a reader, that one is looked for; and if
    it was about us all the same, those who are refused one after the other show it (ADR 51)."""
    if _OF_A_READER.search(detail):
        return CallRefused(detail)
    subject = whom_it_is_about(detail)
    if subject is RefusalSubject.CONTENT or _OF_THE_CONTENT.search(detail):
        return ContentRejected(detail)
    return SenderMisconfigured(detail) if subject is RefusalSubject.SENDER else CallRefused(detail)


def about_a_reader(reply: str) -> RefusalSubject | None:
    """Of one message among several that an answer gives a result for: unclear, where words that would be about us
    ("domain … is blocked") speak of the recipient. None: what the words say."""
    is_readers = whom_it_is_about(reply) is RefusalSubject.SENDER and _OF_A_READER.search(reply)
    return RefusalSubject.UNCLEAR if is_readers else None


def wait_asked_for(headers: Mapping[str, str]) -> timedelta | None:
    """Retry-After: seconds, or a date, read against the answer's own Date so that no two clocks are compared.

    RFC 9110, 10.2.3 has whole seconds; some gateways send parts of one, or the second since 1970."""
    value = headers.get("retry-after", "").strip()
    if not _SECONDS.fullmatch(value):
        return wait_until(value, headers)
    seconds = float(value)  # of any number of digits: infinity is one
    if _LONG_AGO <= seconds < 2 * _LONG_AGO:
        return wait_until(format_datetime(datetime.fromtimestamp(seconds, UTC)), headers)
    return MAX_WAIT if seconds > MAX_WAIT.total_seconds() else timedelta(seconds=seconds)


def wait_until(moment: str, headers: Mapping[str, str]) -> timedelta | None:
    """How long it is until a date that an answer names, by the answer's own clock."""
    until, answered_at = _date(moment), _date(headers.get("date", ""))
    if until is None or answered_at is None:
        return None
    return min(max(until - answered_at, timedelta(0)), MAX_WAIT)


def _date(value: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(value)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
