"""A merge field where it would be mailed as it was typed is refused, with the place where it stands."""

from sqlmodel import col, select

from campaigns.block_content import BlockKind, HeadingText, RichText
from campaigns.review.check import check
from core.i18n import Texts
from news.tables import NewsText
from templates.check import Finding, Severity
from tests.campaigns.test_blocks import add, bulletin, write
from tests.campaigns.world import World
from tests.databases import on_sqlite

CODE = "templates-check-field-as-typed"


def refused(world: World, campaign_id: int) -> list[Finding]:
    with world.database.read() as session:
        findings = check(session, campaign_id, settings=world.settings, now=world.clock.now())
    return [finding for finding in findings if finding.code == CODE]


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
