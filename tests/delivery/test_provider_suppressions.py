"""Whom the providers send nothing to, read from lists as each of them gives them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest
from botocore.model import ServiceModel
from botocore.validate import ParamValidator

from core.settings import Settings
from delivery.errors import OutcomeUnknown, ProviderError, SenderMisconfigured
from delivery.outcome import EventType
from delivery.providers import build_provider, capabilities_of, known_providers
from delivery.providers.base import SuppressedAddress, SuppressionListProvider
from tests.delivery.documented import expect_documented
from tests.delivery.esp_specs import spec
from tests.fakes.ses_api import SECRET, is_signed
from tests.with_variables import with_variables

BOUNCED, COMPLAINED, LEFT = EventType.BOUNCED, EventType.COMPLAINED, EventType.UNSUBSCRIBED
FROM = "bulletin@bulletin.example.org"
LISTS = [name for name in known_providers() if capabilities_of(name).lists_suppressions]
Rows = list[dict[str, Any]]


@dataclass
class FarSideServer:
    """Lists by name, given in pages as `page` says; every request is kept."""

    page: Callable[["FarSideServer", httpx.Request], httpx.Response]
    lists: dict[str, Rows] = field(default_factory=dict)
    requests: list[httpx.Request] = field(default_factory=list)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        return self.page(self, request)

    def cut(self, name: str, start: int, count: int) -> Rows:
        return self.lists.get(name, [])[start : start + count]


def by_offset(
    name_of: Callable[[httpx.Request], str], limit: str, offset: str, wrap: Callable[[Rows], Any]
) -> Callable[[FarSideServer, httpx.Request], httpx.Response]:
    def page(far: FarSideServer, request: httpx.Request) -> httpx.Response:
        asked = request.url.params
        return httpx.Response(200, json=wrap(far.cut(name_of(request), int(asked[offset]), int(asked[limit]))))

    return page


def mailgun(far: FarSideServer, request: httpx.Request) -> httpx.Response:
    start, count = int(request.url.params.get("page", "0")), int(request.url.params.get("limit", "1000"))
    following = str(request.url.copy_set_param("page", str(start + count)))
    rows = far.cut(_last(request), start, count)
    return httpx.Response(200, json={"items": rows, "paging": {"next": following}})


def ses(far: FarSideServer, request: httpx.Request) -> httpx.Response:
    if not is_signed(request, SECRET):
        return httpx.Response(403, json={"message": "the signature does not match"})
    start, count = int(request.url.params.get("NextToken", "0+/=")[:-3]), int(request.url.params["PageSize"])
    payload: dict[str, Any] = {"SuppressedDestinationSummaries": far.cut("", start, count)}
    if far.cut("", start + count, 1):
        payload["NextToken"] = f"{start + count}+/="
    return httpx.Response(200, json=payload)


def postmark(far: FarSideServer, request: httpx.Request) -> httpx.Response:
    return httpx.Response(200, json={"Suppressions": far.lists.get("", [])})


def _last(request: httpx.Request) -> str:
    return request.url.path.rpartition("/")[2]


PAGES = {
    "brevo": by_offset(lambda _: "", "limit", "offset", lambda rows: {"contacts": rows} if rows else {}),
    "mailgun": mailgun,
    "mailjet": by_offset(lambda _: "", "Limit", "Offset", lambda rows: {"Data": rows, "Count": len(rows)}),
    "postmark": postmark,
    "sendgrid": by_offset(_last, "limit", "offset", list),
    "ses": ses,
}
SAID: dict[str, dict[str, Rows]] = {
    "brevo": {
        "": [
            {"email": "one@example.org", "reason": {"code": "hardBounce"}},
            {"email": "two@example.org", "reason": {"code": "contactFlaggedAsSpam"}},
            {"email": "three@example.org", "reason": {"code": "unsubscribedViaEmail"}},
            {"email": "four@example.org", "reason": {"code": "somethingNew"}},
            {"reason": {"code": "hardBounce"}},
        ]
    },
    "mailgun": {
        "bounces": [{"address": "one@example.org", "code": "550"}],
        "complaints": [{"address": "two@example.org"}],
        "unsubscribes": [
            {"address": "three@example.org", "tags": ["*"]},
            {"address": "four@example.org", "tags": ["x"]},
        ],
    },
    "mailjet": {"": [{"Email": "three@example.org", "IsExcludedFromCampaigns": True}]},
    "postmark": {
        "": [
            {"EmailAddress": "one@example.org", "SuppressionReason": "HardBounce"},
            {"EmailAddress": "two@example.org", "SuppressionReason": "SpamComplaint"},
            {"EmailAddress": "three@example.org", "SuppressionReason": "ManualSuppression"},
            {"EmailAddress": "four@example.org", "SuppressionReason": "SomethingNew"},
        ]
    },
    "sendgrid": {
        "bounces": [{"email": "one@example.org", "status": "5.1.1"}],
        "spam_reports": [{"email": "two@example.org"}],
        "unsubscribes": [{"email": "three@example.org"}],
        "blocks": [{"email": "four@example.org"}],
    },
    "ses": {
        "": [
            {"EmailAddress": "one@example.org", "Reason": "BOUNCE", "LastUpdateTime": 1.0},
            {"EmailAddress": "two@example.org", "Reason": "COMPLAINT", "LastUpdateTime": 1.0},
        ]
    },
}
MEANT = {
    "mailjet": {"three@example.org": LEFT},
    "ses": {"one@example.org": BOUNCED, "two@example.org": COMPLAINED},
}
ALL = {"one@example.org": BOUNCED, "two@example.org": COMPLAINED, "three@example.org": LEFT}


@pytest.fixture(params=LISTS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def far(name: str) -> FarSideServer:
    return FarSideServer(PAGES[name])


@pytest.fixture
def lists(name: str, far: FarSideServer, settings: Settings) -> Iterator[SuppressionListProvider]:
    provider = build_provider(name, settings, transport=httpx.MockTransport(far))
    assert isinstance(provider, SuppressionListProvider)
    yield provider
    provider.close()


def asked(lists: SuppressionListProvider) -> list[SuppressedAddress]:
    return [entry for page in lists.suppressed(from_address=FROM) for entry in page]


def test_who_can_be_asked_says_so_and_nobody_else(settings: Settings) -> None:
    for name in known_providers():
        provider = build_provider(name, settings)
        assert isinstance(provider, SuppressionListProvider) == (name in LISTS)
        provider.close()
    assert sorted(PAGES) == sorted(LISTS)


def test_each_address_comes_with_what_it_stands_there_for(
    name: str, far: FarSideServer, lists: SuppressionListProvider
) -> None:
    far.lists = SAID[name]
    assert {entry.address: entry.cause for entry in asked(lists)} == MEANT.get(name, ALL)


def test_an_empty_list_is_one(lists: SuppressionListProvider) -> None:
    assert asked(lists) == []


def test_every_page_is_read_to_the_end(name: str, far: FarSideServer, lists: SuppressionListProvider) -> None:
    (first, rows), *_ = SAID[name].items()
    (field_name,) = {"email", "Email", "EmailAddress", "address"} & rows[0].keys()
    far.lists = {first: [rows[0] | {field_name: f"reader{number}@example.org"} for number in range(2100)]}
    entries = asked(lists)
    assert len({entry.address for entry in entries}) == len(entries) == 2100


def test_only_questions_are_asked(far: FarSideServer, lists: SuppressionListProvider) -> None:
    asked(lists)
    assert {request.method for request in far.requests} == {"GET"}


@pytest.mark.parametrize("body", [b"rubbish", b"[1, 2]", b'"text"', b'{"Data": 1, "items": 1, "contacts": 1}'])
def test_a_list_that_cannot_be_read_is_said_to_be_so(name: str, settings: Settings, body: bytes) -> None:
    provider = build_provider(
        name, settings, transport=httpx.MockTransport(lambda _: httpx.Response(200, content=body))
    )
    assert isinstance(provider, SuppressionListProvider)
    with pytest.raises(OutcomeUnknown):
        asked(provider)


@pytest.mark.parametrize("status", [401, 403, 404, 429, 500, 503])
def test_a_refusal_is_raised_in_the_providers_words(name: str, settings: Settings, status: int) -> None:
    refusing = httpx.MockTransport(lambda _: httpx.Response(status, json={}))
    provider = build_provider(name, settings, transport=refusing)
    assert isinstance(provider, SuppressionListProvider)
    with pytest.raises(ProviderError):
        asked(provider)


def test_mailguns_next_page_elsewhere_is_not_followed(settings: Settings) -> None:
    payload = {
        "items": [{"address": "one@example.org"}],
        "paging": {"next": "https://evil.example.org/v3/x/bounces"},
    }
    provider = build_provider(
        "mailgun", settings, transport=httpx.MockTransport(lambda _: httpx.Response(200, json=payload))
    )
    assert isinstance(provider, SuppressionListProvider)
    with pytest.raises(OutcomeUnknown):
        asked(provider)


def test_without_a_key_nobody_is_asked(name: str, far: FarSideServer, settings: Settings) -> None:
    keys = {
        "brevo_api_key": "", "mailgun_api_key": "", "mailjet_api_key": "", "postmark_server_token": "",
        "sendgrid_api_key": "", "ses_access_key_id": "",
    }  # fmt: skip
    bare = with_variables(settings, **keys)
    provider = build_provider(name, bare, transport=httpx.MockTransport(far))
    assert isinstance(provider, SuppressionListProvider)
    with pytest.raises(SenderMisconfigured):
        asked(provider)
    assert far.requests == []


def test_the_question_is_one_that_brevo_documents(settings: Settings) -> None:
    far = FarSideServer(PAGES["brevo"])
    provider = build_provider("brevo", settings, transport=httpx.MockTransport(far))
    assert isinstance(provider, SuppressionListProvider)
    asked(provider)
    expect_documented(far.requests[0], "brevo.strict.json", host_url="https://api.brevo.com/v3")


def test_the_question_is_one_that_amazon_documents(settings: Settings) -> None:
    far = FarSideServer(PAGES["ses"])
    provider = build_provider("ses", settings, transport=httpx.MockTransport(far))
    assert isinstance(provider, SuppressionListProvider)
    asked(provider)
    operation = ServiceModel(spec("ses-v2-service-2.json")).operation_model("ListSuppressedDestinations")
    (request,) = far.requests
    assert (request.method, request.url.path) == (operation.http["method"], operation.http["requestUri"])
    report = ParamValidator().validate({"PageSize": int(request.url.params["PageSize"])}, operation.input_shape)
    assert not report.has_errors(), report.generate_report()
