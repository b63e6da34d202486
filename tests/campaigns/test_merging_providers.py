"""Where the provider merges, every reader gets the bytes of the complete message: no more, no less, no other."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campaigns.merging.personalise import (
    BatchValues,
    CompiledVariant,
    MergedRecipient,
    build_batch,
    compile_variant,
)
from core.settings import Settings, load_settings
from delivery.message.outgoing import Accepted, OutgoingBatch, request_digest
from delivery.providers import build_provider, capabilities_of
from delivery.providers.shared.merge_groups import fresh_name, groups_of
from templates.merge import escape_literal
from tests.conftest import NOON
from tests.examples import examples
from tests.fakes.mailgun_api import FakeMailgun
from tests.fakes.scripted_api import ScriptedApi
from tests.fakes.sendgrid_api import FakeSendGrid
from tests.fakes.ses_api import FakeSes

MERGING: dict[str, tuple[str, Callable[[], ScriptedApi]]] = {
    "mailgun": ("mailgun", FakeMailgun),
    "mailgun that reads again": ("mailgun", lambda: FakeMailgun(reads_again=True)),
    "sendgrid": ("sendgrid", FakeSendGrid),
    "ses": ("ses", FakeSes),
}

HTML = (
    "<p>Živjo [[recipient_name|bralka &amp; bralec]], 100%[[recipient_name]]</p>"
    '<a href="[[unsubscribe_url]]">x</a>'
    "<style>@media print{a{color:red}}</style>"
)
TEXT = "Živjo [[recipient_name|bralka]]!\r\n{[[unsubscribe_url]]} \\[[recipient_name]]"
LOOKS_LIKE_A_PLACEHOLDER = [
    "%recipient.bilten0xh0%", "%recipient.name%", "%recipient%", "%recipient_email%", "%unsubscribe_url%", "%",
    "{{h0}}", "{{{h0}}}", "{{", "}}", "}", "{", "\\", "\\{{h0}}", "{{#if a}}b{{/if}}", "{{open}}",
    "-bilten0xh0-", "bilten0x", "bilten1x", "-", "[[", "[%name%]", "<%asm_group_unsubscribe_raw_url%>",
    "ž", "a", " ", "\n", "&amp;", "\"",
]  # fmt: skip
awkward = st.lists(st.sampled_from(LOOKS_LIKE_A_PLACEHOLDER), max_size=6).map("".join)
fields = st.sampled_from(
    [
        "[[recipient_name]]",
        "[[recipient_name|you]]",
        "[[field_town|here]]",
        "[[unsubscribe_url]]",
        "[[preferences_url]]",
    ]
)
templates = st.lists(awkward.map(escape_literal) | fields, max_size=8).map("".join)
names = awkward.map(lambda name: name.replace("\n", ""))


def a_variant(html: str = HTML, text: str = TEXT, subject: str = "Izjava") -> CompiledVariant:
    return compile_variant(subject=subject, html=html, text=text)


def values_for(*people: tuple[str, int]) -> BatchValues:
    """A batch for these: a name and a variant each."""
    return BatchValues(
        from_name="Društvo Žarek",
        from_address="bulletin@bulletin.example.org",
        reply_to="office@bulletin.example.org",
        reference="camp2345",
        list_domain="bulletin.example.org",
        date=NOON.isoformat(),
        addressees=tuple(
            MergedRecipient(
                delivery_id=number,
                variant_id=variant_id,
                to=f"reader{number}@example.org",
                to_hash=f"hash-{number}",
                name=name,
                fields={"field_town": f"%recipient.name% {name}"},
                list_name="Bilten, mesečni",
                list_slug="bilten",
                unsubscribe_url=f"https://bulletin.example.org/u/{number}?a=1&b=%25recipient%25",
                preferences_url=f"https://bulletin.example.org/preferences/{number}?a=%recipient%&b=%7B%7B",
                message_id=f"<{number}@bulletin.example.org>",
            )
            for number, (name, variant_id) in enumerate(people, start=1)
        ),
    )


def sent_by(kind: str, batch: OutgoingBatch, settings: Settings) -> ScriptedApi:
    name, make_api = MERGING[kind]
    api = make_api()
    provider = build_provider(name, settings, transport=api.transport)
    result = provider.send(batch)
    assert all(isinstance(each, Accepted) for each in result.results)
    assert [each.delivery_id for each in result.results] == [each.delivery_id for each in batch.messages]
    assert result.stopped_by is None
    provider.close()
    return api


def expected_at(kind: str, batch: OutgoingBatch) -> list[dict[str, Any]]:
    left_out = capabilities_of(MERGING[kind][0]).headers_not_carried
    return [
        {
            "to": [message.to],
            "subject": message.subject,
            "html": message.html,
            "text": message.text,
            "headers": {name: value for name, value in message.headers if name.lower() not in left_out},
            "delivery": str(message.delivery_id),
        }
        for message in batch.messages
    ]


def expect_the_same(kind: str, batch: OutgoingBatch, settings: Settings) -> ScriptedApi:
    api = sent_by(kind, batch, settings)
    arrived = sorted(api.sent, key=lambda copy: int(copy["delivery"]))
    for copy in arrived:
        copy["headers"].pop("Reply-To", None)
    assert arrived == expected_at(kind, batch)
    return api


@pytest.fixture(scope="module")
def defaults() -> Settings:
    return load_settings(None)


@pytest.mark.parametrize("kind", MERGING)
def test_readers_get_the_same_bytes_as_with_complete_messages(kind: str, defaults: Settings) -> None:
    variants = {
        1: a_variant(),
        2: a_variant(html=HTML.replace("Živjo", "Hello"), text="Hello", subject="Statement"),
    }
    batch = build_batch(
        "key", values_for(("Ana", 1), ("<b>&\"'", 2), ("", 1), ("Željka {{x}}", 2)), variants.__getitem__
    )
    api = expect_the_same(kind, batch, defaults)
    assert len(api.requests) == 2, "one call for each variant"
    assert b"Ana" in api.requests[0].content


@pytest.mark.parametrize("kind", MERGING)
@settings(max_examples=examples(30), deadline=timedelta(seconds=5))
@given(parts=st.tuples(templates, templates, awkward), people=st.lists(names, min_size=1, max_size=4))
def test_whatever_looks_like_a_placeholder_arrives_as_itself(
    kind: str, defaults: Settings, parts: tuple[str, str, str], people: list[str]
) -> None:
    html, text, subject = parts[0], parts[1], escape_literal(parts[2].replace("\n", " "))
    variant = a_variant(html=html + "[[recipient_name]]", text=text, subject=subject + "[[recipient_name]]")
    batch = build_batch("key", values_for(*((name, 1) for name in people)), lambda _: variant)
    expect_the_same(kind, batch, defaults)


@pytest.mark.parametrize("kind", MERGING)
def test_the_content_travels_once(kind: str, defaults: Settings) -> None:
    variant = a_variant(html=HTML + "<p>only once</p>")
    batch = build_batch("key", values_for(*((f"Reader {n}", 1) for n in range(50))), lambda _: variant)
    (request,) = expect_the_same(kind, batch, defaults).requests
    assert request.content.count(b"only") == 1


@pytest.mark.parametrize("kind", MERGING)
def test_a_shared_form_that_says_something_else_is_not_used(kind: str, defaults: Settings) -> None:
    batch = build_batch("key", values_for(("Ana", 1), ("Bor", 1)), lambda _: a_variant())
    tampered = replace(batch, messages=tuple(replace(m, html=m.html + "<!-- own -->") for m in batch.messages))
    assert len(expect_the_same(kind, tampered, defaults).requests) == 2


def test_values_too_long_for_sendgrid_travel_in_a_complete_message(defaults: Settings) -> None:
    batch = build_batch("key", values_for(("a" * 4000, 1), ("Bor", 1), ("Cene", 1)), lambda _: a_variant())
    assert len(expect_the_same("sendgrid", batch, defaults).requests) == 2


def test_a_call_too_large_for_ses_is_cut(defaults: Settings) -> None:
    variant = a_variant(html="<p>[[recipient_name]]</p>" * 200)
    people = [("č" * 4000, 1) for _ in range(50)]
    values = values_for(*people)
    batch = build_batch("key", values, lambda _: a_variant(text="[[recipient_name]]" * 2))
    assert variant.html.fields
    api = expect_the_same("ses", batch, defaults)
    assert len(api.requests) > 1
    assert all(len(request.content) <= 1_000_000 for request in api.requests)


@pytest.mark.parametrize("part", ["html", "text"])
def test_the_fingerprint_of_a_batch_changes_with_every_character_of_its_messages(part: str) -> None:
    values, texts = (
        values_for(("Ana", 1), ("Bor", 2)),
        {"html": "<p>[[recipient_name]]</p>", "text": "[[recipient_name]]"},
    )

    def digest(of: BatchValues = values, **changes: str) -> str:
        variant = a_variant(**texts | changes)
        return request_digest(build_batch("key", of, lambda _: variant))

    assert digest() == digest()
    others = {
        digest(values, **{part: texts[part] + " "}),
        digest(values, **{part: texts[part] + "[[recipient_name]]"}),
        digest(values_for(("Ana", 1), ("Bo", 2))),
        digest(values_for(("Bor", 1), ("Ana", 2))),
    }
    assert len(others | {digest()}) == 5


def test_so_it_does_for_messages_that_share_nothing() -> None:
    batch = build_batch("key", values_for(("Ana", 1)), lambda _: a_variant())
    complete = replace(batch, messages=tuple(replace(m, shared=None, values=()) for m in batch.messages))
    other = replace(complete, messages=tuple(replace(m, html=m.html + " ") for m in complete.messages))
    moved = replace(
        complete,
        messages=tuple(replace(m, html=m.html + m.text[0], text=m.text[1:]) for m in complete.messages),
    )
    assert len({request_digest(variation) for variation in (complete, other, moved)}) == 3


def test_a_fresh_name_occurs_in_nothing_that_is_sent() -> None:
    batch = build_batch("key", values_for(("bilten0x", 1), ("-bilten1x", 1)), lambda _: a_variant(text="bilten2x"))
    (group,) = groups_of(batch, most=10)
    assert fresh_name(group) == "bilten3x"


def test_groups_are_no_larger_than_the_provider_takes() -> None:
    batch = build_batch("key", values_for(*((str(n), 1) for n in range(7))), lambda _: a_variant())
    groups = groups_of(batch, most=3)
    assert [len(group.messages) for group in groups] == [3, 3, 1]
    order = [message.delivery_id for group in groups for message in group.messages]
    assert all(a < b for a, b in pairwise(order))
