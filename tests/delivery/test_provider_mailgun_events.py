"""Mailgun, asked what it accepted of a call whose answer was lost."""

from datetime import timedelta
from typing import Any

import httpx
import pytest

from delivery.errors import OutcomeUnknown, ProviderError, SenderMisconfigured, TransientProviderError
from delivery.message.outgoing import OutgoingBatch
from delivery.providers.base import LookUp
from delivery.providers.mailgun.provider import MAX_PAGES, MailgunProvider
from delivery.providers.mailgun.request import drawer
from tests.conftest import NOON
from tests.delivery.batches import a_batch
from tests.delivery.documented import expect_documented
from tests.delivery.shared_batches import a_sharing_batch
from tests.fakes.mailgun_api import FakeMailgun, an_event, problem
from tests.fakes.resend_api import raising, saying

KEY = a_batch().key
THEIRS = "bilten-0000000000000000000000000000ffff"


def a_provider(api: FakeMailgun, key: str = "key-1") -> MailgunProvider:
    return MailgunProvider(
        base_url="https://api.eu.mailgun.test",
        api_key=key,
        domain="",
        timeout=timedelta(seconds=5),
        transport=api.transport,
    )


def asked(api: FakeMailgun, batch: OutgoingBatch | None = None) -> LookUp:
    return a_provider(api).look_up(batch or a_sharing_batch(3))


def an_accepted(address: str, delivery: str, *, key: str = KEY) -> dict[str, Any]:
    tags, variables = ["camp2345", drawer(KEY)], {"batch": key, "delivery": delivery}
    return an_event(address, name="mg-1@mailgun.test", tags=tags, variables=variables)


@pytest.fixture
def api() -> FakeMailgun:
    return FakeMailgun()


def test_it_is_asked_for_what_was_accepted_around_the_time_of_the_call(api: FakeMailgun) -> None:
    asked(api)
    (request,) = api.requests
    assert request.method == "GET"
    assert request.url.path == "/v3/bulletin.example.org/events"
    params = dict(request.url.params)
    assert params["event"] == "accepted"
    assert params["tags"] == drawer(KEY)
    assert int(params["begin"]) < NOON.timestamp() < int(params["end"])
    expect_documented(request, "mailgun.strict.json", host_url="https://api.eu.mailgun.net")


def test_there_are_few_tags_however_many_calls() -> None:
    assert len({drawer(f"bilten-{number}") for number in range(10_000)}) == 256


def test_who_is_in_no_event_is_absent(api: FakeMailgun) -> None:
    api.events = [an_accepted("reader1@example.org", "1"), an_accepted("reader2@example.org", "2")]
    accepted: dict[int, str | None] = {1: "<mg-1@mailgun.test>", 2: "<mg-1@mailgun.test>"}
    assert asked(api) == LookUp(accepted, absent=frozenset({3}))


def test_the_events_of_another_call_in_the_same_drawer_prove_nothing(api: FakeMailgun) -> None:
    api.events = [an_accepted("reader1@example.org", "1", key=THEIRS)]
    assert asked(api) == LookUp(accepted={}, absent=frozenset({1, 2, 3}))


def test_a_variable_that_was_not_put_in_leaves_the_address(api: FakeMailgun) -> None:
    api.events = [an_accepted("Reader2@example.org", "%recipient.bilten0xdelivery%")]
    assert set(asked(api).accepted) == {2}


def test_every_page_is_read_to_the_end(api: FakeMailgun) -> None:
    api.page = 2
    others = [an_accepted(f"other{number}@example.org", f"9{number}", key=THEIRS) for number in range(5)]
    api.events = [*others, an_accepted("reader3@example.org", "3")]
    lookup = asked(api)
    assert lookup == LookUp(accepted={3: "<mg-1@mailgun.test>"}, absent=frozenset({1, 2}))
    assert len(api.requests) == 4  # three pages, and the empty one that ends them


def test_more_pages_than_anyone_reads_leave_the_rest_open(api: FakeMailgun) -> None:
    api.page = 1
    api.events = [an_accepted("reader1@example.org", "1")]
    api.events += [an_accepted("other@example.org", "99", key=THEIRS)] * (MAX_PAGES + 5)
    assert asked(api) == LookUp(accepted={1: "<mg-1@mailgun.test>"})


def test_a_next_page_elsewhere_is_not_followed(api: FakeMailgun) -> None:
    elsewhere = {"next": "https://evil.example.org/v3/other/events/x"}
    api.script.append(
        saying(httpx.Response(200, json={"items": [an_accepted("x@y.org", "1")], "paging": elsewhere}))
    )
    with pytest.raises(OutcomeUnknown):
        asked(api)
    assert len(api.requests) == 1


@pytest.mark.parametrize("payload", [{}, {"items": None}, {"items": ["rubbish"]}, [], "rubbish"])
def test_a_list_that_cannot_be_read_proves_nothing(api: FakeMailgun, payload: object) -> None:
    api.script.append(saying(httpx.Response(200, json=payload)))
    with pytest.raises(OutcomeUnknown):
        asked(api)


@pytest.mark.parametrize("status", [401, 404, 429, 500])
def test_a_question_that_is_refused_proves_nothing(api: FakeMailgun, status: int) -> None:
    api.script.append(saying(problem(status, "Forbidden")))
    with pytest.raises(ProviderError):
        asked(api)
    api.script.append(raising(httpx.ConnectError("no route")))
    with pytest.raises(TransientProviderError):
        asked(api)


def test_a_key_that_is_none_is_found_before_the_question(api: FakeMailgun) -> None:
    with pytest.raises(SenderMisconfigured):
        a_provider(api, key="").look_up(a_batch())
    assert api.requests == []
