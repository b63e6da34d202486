"""Amazon SNS: what shows that a notification is Amazon's, and of one of our topics.

https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html

Whoever knows our address can post here, so nothing is fetched before host and topic are known to be good.
"""

import base64
import binascii
import re
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA1, SHA256

from core.tls import trusted_authorities
from delivery.errors import WebhookNotNow, WebhookRefused
from delivery.providers.shared.webhook_json import moment_of_text, text_or_none

Fetch = Callable[[str], bytes]
"""What an https address answers. Raises OSError or httpx.HTTPError."""

OLDEST = timedelta(hours=2)
"""SNS repeats a notification, with its first time on it, for an hour."""
NEWEST = timedelta(minutes=15)
MAX_DOCUMENT = 64 * 1024
TIMEOUT = 5.0

_HOST = re.compile(r"sns\.[a-z0-9-]+\.amazonaws\.com(\.cn)?")
_HASHES = {"1": SHA1, "2": SHA256}
_SUBSCRIBING = frozenset({"SubscriptionConfirmation", "UnsubscribeConfirmation"})
_SIGNED = {
    "Notification": ("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"),
    **dict.fromkeys(
        _SUBSCRIBING, ("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type")
    ),
}


def fetch_document(url: str) -> bytes:
    """Over https, no redirects, no proxies, a bounded answer."""
    body = b""
    with (
        httpx.Client(
            timeout=TIMEOUT, verify=trusted_authorities(), trust_env=False, follow_redirects=False
        ) as client,
        client.stream("GET", url) as response,
    ):
        if response.status_code != 200:
            raise OSError(f"HTTP {response.status_code}")
        for chunk in response.iter_bytes():
            body += chunk
            if len(body) > MAX_DOCUMENT:
                raise OSError("the answer is too long")
    return body


fetch_certificate: Fetch = lru_cache(maxsize=16)(fetch_document)
"""A certificate serves for months; what could not be fetched is asked for again."""


def expect_from_amazon(
    notification: Mapping[str, Any], *, topics: frozenset[str], fetch: Fetch, now: datetime
) -> None:
    """Raises WebhookRefused unless it is signed by Amazon, of one of `topics` and of these hours."""
    if notification.get("TopicArn") not in topics or not is_amazons(
        notification.get("SigningCertURL"), ending=".pem"
    ):
        raise WebhookRefused("delivery-webhook-unsigned")
    _expect_signature(notification, _key(str(notification["SigningCertURL"]), fetch, now))
    sent_at = moment_of_text(notification.get("Timestamp"))
    if sent_at is None or not -NEWEST <= now - sent_at <= OLDEST:
        raise WebhookRefused("delivery-webhook-too-old")


def confirm(notification: Mapping[str, Any], *, fetch: Fetch) -> None:
    """Tells SNS that its topic may post here. Raises WebhookRefused, or WebhookNotNow: SNS then asks again."""
    url = text_or_none(notification.get("SubscribeURL")) or ""
    asked = parse_qs(urlsplit(url).query)
    if not is_amazons(url) or asked.get("Action") != ["ConfirmSubscription"]:
        raise WebhookRefused("delivery-webhook-unsigned")
    if asked.get("TopicArn") != [notification["TopicArn"]]:
        raise WebhookRefused("delivery-webhook-unsigned")
    try:
        fetch(url)
    except (httpx.HTTPError, OSError) as error:
        raise WebhookNotNow("delivery-webhook-not-confirmed") from error


def is_amazons(url: Any, *, ending: str = "") -> bool:
    """https, a host of SNS itself, no port, no user."""
    try:
        parts = urlsplit(text_or_none(url) or "")
    except ValueError:
        return False
    is_sns = parts.scheme == "https" and _HOST.fullmatch(parts.netloc) is not None
    return is_sns and (not ending or (parts.path.endswith(ending) and not parts.query))


def _expect_signature(notification: Mapping[str, Any], key: RSAPublicKey) -> None:
    content = "".join(
        f"{name}\n{notification[name]}\n"
        for name in _SIGNED.get(str(notification.get("Type")), ())
        if name in notification
    )
    algorithm = _HASHES.get(str(notification.get("SignatureVersion")))
    if not content or algorithm is None:
        raise WebhookRefused("delivery-webhook-unsigned")
    try:
        signature = base64.b64decode(str(notification.get("Signature")), validate=True)
        key.verify(signature, content.encode("utf-8", "replace"), PKCS1v15(), algorithm())
    except (InvalidSignature, binascii.Error, ValueError) as error:
        raise WebhookRefused("delivery-webhook-unsigned") from error


def _key(url: str, fetch: Fetch, now: datetime) -> RSAPublicKey:
    try:
        certificate = x509.load_pem_x509_certificate(fetch(url))
    except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
        raise WebhookNotNow("delivery-webhook-certificate-missing") from error
    key = certificate.public_key()
    is_valid = certificate.not_valid_before_utc <= now <= certificate.not_valid_after_utc
    if not isinstance(key, RSAPublicKey) or not is_valid:
        raise WebhookRefused("delivery-webhook-unsigned")
    return key
