"""Every failure of HTTP has its class, and only a certain one is called certain."""

from datetime import timedelta

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from delivery.errors import (
    CallRefused,
    ContentRejected,
    OutcomeUnknown,
    ProviderError,
    QuotaSpent,
    SenderMisconfigured,
    TransientProviderError,
)
from delivery.providers.shared.http_errors import classify, wait_asked_for


@pytest.mark.parametrize(
    "error",
    [
        httpx.ConnectError("name or service not known"),
        httpx.ConnectError("certificate verify failed"),
        httpx.ConnectTimeout("too long"),
        httpx.PoolTimeout("no connection free"),
        httpx.ProxyError("407"),
    ],
)
def test_what_failed_before_the_first_byte_was_not_sent(error: Exception) -> None:
    assert type(classify(error)) is TransientProviderError


@pytest.mark.parametrize(
    "error",
    [
        httpx.ReadTimeout("too long"),
        httpx.ReadError("reset"),
        httpx.WriteError("broken pipe"),
        httpx.WriteTimeout("too long"),
        httpx.RemoteProtocolError("disconnected without a response"),
        httpx.DecodingError("not gzip"),
        OSError("?"),
        ValueError("?"),
    ],
)
def test_what_failed_later_is_in_doubt(error: Exception) -> None:
    assert type(classify(error)) is OutcomeUnknown


def test_an_address_that_cannot_be_called_is_a_setting_to_mend() -> None:
    assert type(classify(httpx.UnsupportedProtocol("ftp"))) is SenderMisconfigured


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        ([408, 409, 425, 500, 502, 503, 504, 599], OutcomeUnknown),
        ([429], TransientProviderError),
        ([401, 403, 404, 405, 407], SenderMisconfigured),
        ([301, 307, 308], SenderMisconfigured),
        ([300, 302, 303, 304], OutcomeUnknown),
        ([402], QuotaSpent),
        ([400, 413, 420, 422, 431, 451], CallRefused),
        ([100, 200, 201, 204, 600, 999, 0, -1], OutcomeUnknown),
    ],
)
def test_a_status_has_its_class(statuses: list[int], expected: type[ProviderError]) -> None:
    assert {type(classify(status)) for status in statuses} == {expected}


@pytest.mark.parametrize("reply", ["Maximum credits exceeded", "You have reached your daily limit of emails"])
def test_a_sending_limit_is_a_spent_quota_whatever_the_status(reply: str) -> None:
    for status in (400, 401, 402, 403, 420, 422, 429):
        assert type(classify(status, detail=reply)) is QuotaSpent, status
    for status in (408, 409, 425, 500, 503):
        assert type(classify(status, detail=reply)) is OutcomeUnknown, status


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        ("messageVersions[4].to[0].email is not a valid address", CallRefused),
        ("Invalid recipient domain", CallRefused),
        ("The domain of the recipient is blocked", CallRefused),
        ("to[3].email must not be a role account", CallRefused),
        ("contact is blacklisted", CallRefused),
        ("Unprocessable Content", CallRefused),
        ("subject of messageVersions[2] is too long", CallRefused),
        ("", CallRefused),
        ("subject is missing", ContentRejected),
        ("templateId does not exist", ContentRejected),
        ("this message is spam", ContentRejected),
        ("Your account has been suspended", SenderMisconfigured),
        ("Your domain is on a blacklist. Please contact support", SenderMisconfigured),
    ],
)
def test_only_what_is_known_to_be_about_us_stops_everybody(reply: str, expected: type[ProviderError]) -> None:
    for status in (400, 406, 422):
        assert type(classify(status, detail=reply)) is expected


def test_a_pace_is_waited_for_and_no_quota() -> None:
    assert type(classify(429, detail="Rate limit exceeded: 2 requests per second")) is TransientProviderError


@given(st.integers())
def test_every_status_has_a_class_and_no_doubtful_one_is_called_certain(status: int) -> None:
    error = classify(status)
    assert isinstance(error, ProviderError)
    if status in (408, 409, 425) or not 301 <= status <= 499:
        assert type(error) is OutcomeUnknown


@given(
    st.sampled_from(
        sorted(
            ALL := {
                cls.__name__
                for cls in vars(httpx).values()
                if isinstance(cls, type) and issubclass(cls, httpx.TransportError)
            }
        )
    )
)
def test_every_transport_error_has_a_class(name: str) -> None:
    assert len(ALL) > 10
    assert isinstance(classify(getattr(httpx, name)("words")), ProviderError)


def test_the_words_are_kept_without_addresses_and_on_one_line() -> None:
    error = classify(422, detail="validation_error: Invalid `to`:\r\n ana@example.org")
    assert error.detail == "HTTP 422 validation_error: Invalid `to`: [address]"


@pytest.mark.parametrize(
    ("headers", "wait"),
    [
        ({"retry-after": "7"}, timedelta(seconds=7)),
        ({"retry-after": "0"}, timedelta(0)),
        ({"retry-after": "999999999999999"}, timedelta(days=1)),
        ({"retry-after": "00000000120"}, timedelta(minutes=2)),
        ({"retry-after": "1.5"}, timedelta(seconds=1.5)),
        ({"retry-after": "9" * 400}, timedelta(days=1)),
        ({"retry-after": "1795953900", "date": "Sun, 29 Nov 2026 12:00:00 GMT"}, timedelta(minutes=5)),
        ({"retry-after": "1795953900"}, None),
        ({"retry-after": "-5"}, None),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "٣"}, None),
        ({}, None),
        (
            {"retry-after": "Sun, 22 Nov 2026 12:02:00 GMT", "date": "Sun, 22 Nov 2026 12:00:00 GMT"},
            timedelta(minutes=2),
        ),
        (
            {"retry-after": "Sun, 22 Nov 2026 11:00:00 GMT", "date": "Sun, 22 Nov 2026 12:00:00 GMT"},
            timedelta(0),
        ),
        ({"retry-after": "Sun, 22 Nov 2026 12:02:00 GMT"}, None),
    ],
)
def test_the_wait_is_what_the_provider_asked_for(headers: dict[str, str], wait: timedelta | None) -> None:
    assert wait_asked_for(headers) == wait


@given(st.text(max_size=40), st.text(max_size=40))
def test_whatever_the_headers_say_the_wait_is_bounded(retry_after: str, date: str) -> None:
    wait = wait_asked_for({"retry-after": retry_after, "date": date})
    assert wait is None or timedelta(0) <= wait <= timedelta(days=1)


def test_a_rate_limit_carries_the_wait() -> None:
    error = classify(429, retry_after=timedelta(seconds=3))
    assert isinstance(error, TransientProviderError)
    assert error.retry_after == timedelta(seconds=3)
