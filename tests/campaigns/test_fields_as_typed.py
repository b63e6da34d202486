"""A merge field where it would be mailed as it was typed is refused, with the place where it stands."""

from dataclasses import replace
from html import escape

import pytest
from sqlmodel import col, select

from campaigns.block_content import BlockKind, HeadingText, RichText
from campaigns.editorial.edit import VariantEdit, edit_variant
from campaigns.editorial.preview import preview
from campaigns.review.check import check
from campaigns.review.fields_as_typed import check_fields_as_typed
from core.i18n import Texts
from news.tables import NewsText
from templates.check import Finding, Severity
from templates.content import Document, Item
from templates.merge import compile_html, compile_text
from tests.campaigns.test_blocks import add, bulletin, write
from tests.campaigns.world import World
from tests.conftest import NOON
from tests.databases import on_sqlite
from tests.templates.samples import document

LINKS = dict.fromkeys(("unsubscribe_url", "preferences_url"), "https://example.org/x")
AS_TYPED, UNKNOWN, BROKEN, FOREIGN = (
    f"templates-check-field-{end}" for end in ("as-typed", "unknown", "broken", "foreign")
)


def refused(world: World, campaign_id: int, *codes: str) -> list[Finding]:
    with world.database.read() as session:
        findings = check(session, campaign_id, settings=world.settings, now=world.clock.now())
    return [finding for finding in findings if finding.code in (codes or (AS_TYPED,))]


def reword(world: World, campaign_id: int, language: str, **texts: str) -> None:
    with world.database.write() as session:
        edit_variant(session, campaign_id, language, VariantEdit(texts), actor=world.ana, now=world.clock.now())


@on_sqlite
def test_a_field_in_news_is_refused_with_its_item_and_the_words_around_it(world: World) -> None:
    world.add_readers(["rosa"])
    with world.database.write() as session:
        text = session.exec(select(NewsText).where(col(NewsText.language) == "sl")).one()
        text.body_html = "<p>Draga <strong>[[recipient_name|prijateljica]]</strong>, hvala.</p>"
        session.add(text)
    (finding,) = refused(world, bulletin(world, "shipwreck"))
    assert (finding.severity, finding.language, finding.item) == (Severity.ERROR, "sl", "Pogrešanih je 600 ljudi")
    assert finding.params["excerpt"] == "Draga [[recipient_name|prijateljica]], hvala."
    sentence = Texts(["templates"]).text("sl", finding.code, **finding.params)
    assert "»[[recipient_name|prijateljica]]«" in sentence


@on_sqlite
def test_a_field_in_a_heading_is_refused_with_its_block_and_in_a_text_block_it_is_meant(world: World) -> None:
    world.add_readers(["rosa"])
    campaign_id = bulletin(world, "shipwreck")
    heading = add(world, campaign_id, BlockKind.HEADING)
    text = add(world, campaign_id, BlockKind.TEXT)
    write(world, campaign_id, heading, {"en": HeadingText(heading="For [[recipient_name|you]]")})
    write(world, campaign_id, text, {"en": RichText(body_html="<p>Dear [[recipient_name|friend]]</p>")})
    assert [(finding.block, finding.language) for finding in refused(world, campaign_id)] == [(heading, "en")]


@on_sqlite
def test_a_field_that_there_is_not_is_named_with_its_place_and_the_rest_is_drawn(world: World) -> None:
    world.add_readers(["rosa"])
    campaign_id = bulletin(world, "shipwreck")
    text = add(world, campaign_id, BlockKind.TEXT)
    write(
        world, campaign_id, text, {"sl": RichText(body_html="<p>[[confirm_url]] in [[recipient_name|bralec]]</p>")}
    )
    reword(
        world,
        campaign_id,
        "en",
        intro_html="<p>Dear [[unknown]], see [[recipient_na</p>",
        subject="[[whom]]: news",
    )
    findings = refused(world, campaign_id, UNKNOWN, BROKEN)
    assert {finding.severity for finding in findings} == {Severity.ERROR}
    assert [
        (finding.where, finding.language, finding.block, *finding.params.values()) for finding in findings
    ] == [
        ("subject", "en", 0, "whom"),
        ("introduction", "en", 0, "unknown"),
        ("introduction", "en", 0, "[[recipient_na"),
        ("html", "sl", text, "confirm_url"),
    ]
    with world.database.read() as session:
        mail = preview(session, campaign_id, language="en", settings=world.settings)
    shown = compile_html(mail.html).merge(LINKS)
    assert "Dear [[unknown]], see [[recipient_na" in shown
    assert "600 people are missing" in shown
    assert compile_text(mail.subject).merge(LINKS) == "[[whom]]: news"


@pytest.mark.parametrize(
    "field",
    [
        *("*|FNAME|*", "*|IF:FNAME|*", "{{ contact.FIRSTNAME }}", "{{{name}}}"[1:-1], "{% if name %}", "{$name}"),
        *("{!firstname}", "%recipient.first_name%", "%FIRSTNAME%", "[firstname,fallback=friend]", "[FIRST NAME]"),
        *("[ime]", "«First_Name»"),
    ],
)
def test_a_field_of_another_program_is_asked_about(field: str) -> None:
    assert [finding.params["field"] for finding in check_fields_as_typed([], [worded(field)])] == [field]


@pytest.mark.parametrize(
    "text",
    [
        "Rast za 20 % in še 5%, {skupaj} 100%.",
        "»Pravica« in «Pravica» [1] [op. a.] [brez naslova] (name) | * | 2 * 3 * 4",
        "[[recipient_name|name]], {} {{}} {% %} %A% 5 % RAST % je",
    ],
)
def test_ordinary_signs_are_no_field_of_another_program(text: str) -> None:
    assert [finding.params for finding in check_fields_as_typed([], [worded(text)])] == []


def worded(intro: str) -> Document:
    return replace(document("bulletin", "en", ()), intro_html=f"<p>{escape(intro)}</p>")


@pytest.mark.parametrize("text", ["[" * 3_000, "[[nobody]]" * 3_000, "[[recipient_name]][[" * 3_000])
def test_what_is_wrong_thousands_of_times_is_told_of_once(text: str) -> None:
    item = Item(kind="page", language="en", title="T", summary=text, published_on=NOON.date())
    written = replace(document("bulletin", "en", (item,)), intro_html=f"<p>{text}</p>")
    assert len(list(check_fields_as_typed([], [written]))) <= 2


def test_many_of_one_place_are_told_of_three_times() -> None:
    text = " ".join(f"*|FIELD{number}|*" for number in range(9)) * 2
    assert len(list(check_fields_as_typed([], [worded(text)]))) == 3
