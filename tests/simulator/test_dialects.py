"""Every provider's manner of speaking, from the client's side: what is refused, and that rubbish is."""

import json
from contextlib import suppress
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.requests import Request

from simulator.dialects import dialects
from simulator.dialects.base import Refusal
from simulator.serve import SimulatorThread
from tests.kill.patience import PATIENCE
from tests.simulator.conftest import NO_TLS

WORDS = [
    "from", "to", "subject", "html", "text", "headers", "tags", "email", "name", "sender", "messageVersions",
    "htmlContent", "idempotencyKey", "replyTo", "Messages", "From", "To", "Email", "Headers", "CustomID",
    "ReplyTo", "Metadata", "Subject", "personalizations", "substitutions", "custom_args", "content",
    "categories", "reply_to", "BulkEmailEntries", "DefaultContent", "Template", "TemplateContent",
    "TemplateData", "Destination", "ToAddresses", "ReplacementEmailContent", "ReplacementTemplate",
    "ReplacementTemplateData", "project_id", "additional_headers",
]  # fmt: skip
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(WORDS), inner, max_size=6),
    max_leaves=12,
)
PATHS = {
    "mailgun": "/v3/bulletin.example.org/messages",
    "scaleway": "/transactional-email/v1alpha1/regions/fr-par/emails",
}


def a_request(path: str, content_type: str = "application/json") -> Request:
    headers = [(b"content-type", content_type.encode())]
    scope = {"type": "http", "method": "POST", "path": path, "query_string": b"", "headers": headers}
    return Request({**scope, "server": ("127.0.0.1", 80), "scheme": "http", "root_path": ""})


@pytest.mark.parametrize("name", sorted(set(dialects()) - {"mailgun"}))
@given(payload=JSON)
def test_whatever_json_is_posted_is_read_or_refused(name: str, payload: Any) -> None:
    dialect = dialects()[name]
    with suppress(Refusal):
        order = dialect.read(a_request(PATHS.get(name, dialect.paths[-1])), json.dumps(payload).encode())
        assert json.dumps([[message.body, dict(message.facts)] for message in order.messages])


@given(
    form=st.dictionaries(st.sampled_from(["to", "from", "recipient-variables", "h:X", "v:a", "o:tag"]), st.text())
)
def test_whatever_form_is_posted_to_mailgun_is_read_or_refused(form: dict[str, str]) -> None:
    body = str(httpx.QueryParams(form)).encode()
    with suppress(Refusal):
        order = dialects()["mailgun"].read(a_request(PATHS["mailgun"], "application/x-www-form-urlencoded"), body)
        assert all(message.facts["call"] for message in order.messages)


@pytest.mark.parametrize("name", sorted(dialects()))
def test_without_the_accounts_key_nothing_is_taken(name: str, far_side: SimulatorThread) -> None:
    path = PATHS.get(name, dialects()[name].paths[-1])
    with httpx.Client(base_url=far_side.url, trust_env=False, verify=NO_TLS, timeout=PATIENCE) as stranger:
        answer = stranger.post(path, content=b"[]", headers={"Content-Type": "application/json"})
        assert answer.status_code in (401, 403)
        for method, place, _ in dialects()[name].questions():
            asked = stranger.request(
                method, place.format(domain="x.example", page="next", email_id="1"), content=b"{}"
            )
            assert asked.status_code in (401, 403)
    assert far_side.simulation.ledger.count() == 0
