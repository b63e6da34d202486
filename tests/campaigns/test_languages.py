"""Every reader gets the best language there is, staff see which, and a demanded one may not be missing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import select

from campaigns.editorial.edit import add_variant, remove_variant
from campaigns.language_choice import best, best_text, missing, own
from campaigns.queries import variants_of
from campaigns.review.check import check
from campaigns.review.reach import LanguageFallback, reach, resolve_fallbacks
from campaigns.status import CampaignStatus
from campaigns.tables import Campaign, RenderedVariant
from core.errors import Conflict, InputRefused, NotFound
from core.i18n import Texts
from news.tables import NewsText
from subscribers.lists import set_list_languages
from templates.check import Severity
from tests.campaigns.world import World
from tests.conftest import NOON
from tests.databases import on_sqlite

TAGS = ["sl", "sl-SI", "sl-Latn", "sl-Latn-SI", "en", "en-GB", "ar", "ar-SY", "fa", "hr", "s"]
tags = st.sampled_from(TAGS)


def demand(world: World, *, chain: list[str] | None = None, required: list[str] | None = None) -> None:
    with world.database.write() as session:
        set_list_languages(session, 1, chain=chain, required=required)


@given(language=tags, offered=st.lists(tags, min_size=1, unique=True), chain=st.lists(tags))
def test_a_reader_gets_their_own_language_wherever_there_is_one(
    language: str, offered: list[str], chain: list[str]
) -> None:
    chosen = best(language, offered, chain=chain, main=offered[0])
    assert chosen in offered
    nearer = [code for code in offered if language == code or language.startswith(f"{code}-")]
    if nearer:
        assert chosen == max(nearer, key=len)
    else:
        assert chosen == next((code for code in chain if code in offered), offered[0])


@given(
    audience=st.dictionaries(tags, st.integers(min_value=1, max_value=9)),
    offered=st.lists(tags, min_size=1, unique=True),
    chain=st.lists(tags),
)
def test_the_reach_counts_everybody_once(audience: dict[str, int], offered: list[str], chain: list[str]) -> None:
    fallbacks = resolve_fallbacks(audience, offered, chain=chain, required=[], main=offered[0])
    assert fallbacks.total == sum(audience.values())
    assert set(fallbacks.by_variant) == set(offered)
    assert {fallback.language for fallback in fallbacks.fallbacks} == {
        code for code in audience if own(code, offered) is None
    }


def test_a_demanded_language_is_covered_by_the_language_without_its_region() -> None:
    assert missing(["sl-SI", "ar"], ["sl", "en"]) == ["ar"]
    assert missing(["sl"], ["sl-SI"]) == ["sl"], "who reads Slovenian anywhere is not given one region's"


@pytest.mark.parametrize("chain", [[], ["sl", "en"], ["ar", "en", "sl"]])
def test_the_launch_chooses_as_the_rule_does(world: World, chain: list[str]) -> None:
    demand(world, chain=chain)
    for tag in TAGS:
        world.add_readers([f"reads-{tag.lower()}"], language=tag)
    campaign_id = world.launched(languages=("en", "sl", "sl-Latn"))
    with world.database.read() as session:
        rendered = dict(session.exec(select(RenderedVariant.id, RenderedVariant.language)).all())
        main = session.get_one(Campaign, campaign_id).main_language
    got = [
        rendered[delivery.variant_id]
        for delivery in sorted(world.deliveries(campaign_id), key=lambda d: d.subscriber_id)
    ]
    offered = ["en", "sl", "sl-Latn"]
    assert got == [best(tag, offered, chain=chain, main=main) for tag in TAGS]


@on_sqlite
def test_staff_see_who_will_get_another_language(world: World) -> None:
    demand(world, chain=["sl"])
    world.add_readers(["rosa"], language="en")
    world.add_readers(["leila", "omid"], language="fa")
    campaign_id = world.draft(languages=("en", "sl"))
    with world.database.read() as session:
        audience_reach = reach(session, session.get_one(Campaign, campaign_id), now=NOON)
        warned = check(session, campaign_id, settings=world.settings, now=NOON)
    assert audience_reach.by_variant == {"en": 1, "sl": 2}
    assert audience_reach.fallbacks == (LanguageFallback("fa", "sl", 2),)
    (warning,) = [finding for finding in warned if finding.code == "campaigns-language-missing"]
    assert warning.params == {"languages": "fa", "number": 1, "instead": "sl", "count": 2}


@on_sqlite
def test_one_finding_names_all_languages_that_are_missing(world: World) -> None:
    demand(world, chain=["sl"])
    world.add_readers(["leila"], language="fa")
    world.add_readers(["amal", "huda"], language="ar")
    campaign_id = world.draft(languages=("sl",))
    with world.database.read() as session:
        warned = check(session, campaign_id, settings=world.settings, now=NOON)
    (warning,) = [finding for finding in warned if finding.code == "campaigns-language-missing"]
    text = Texts(["campaigns"]).text
    assert "Arabic and Persian: 3 readers have chosen these languages" in text(
        "en", warning.code, **warning.params
    )
    assert "v teh jezikih: arabščina in perzijščina." in text("sl", warning.code, **warning.params)
    assert "3 bralci bodo prejeli" in text("sl", warning.code, **warning.params)


def test_a_campaign_without_a_demanded_variant_is_not_submitted(world: World) -> None:
    demand(world, required=["sl", "ar"])
    world.add_readers(["rosa"])
    campaign_id = world.draft(languages=("en", "sl"))
    with world.database.read() as session:
        errors = [
            finding
            for finding in check(session, campaign_id, settings=world.settings, now=NOON)
            if finding.severity is Severity.ERROR
        ]
    assert [(error.code, error.params) for error in errors] == [
        ("campaigns-required-variant-missing", {"language": "ar"})
    ]
    with pytest.raises(InputRefused, match="campaigns-check-failed"):
        world.submit(campaign_id)
    with world.database.write() as session:
        add_variant(session, campaign_id, "ar", actor=world.ana, now=world.clock.now())
    world.submit(campaign_id)
    assert world.status(campaign_id) is CampaignStatus.IN_REVIEW


def test_an_added_variant_says_what_the_item_says_in_the_next_best_language(world: World) -> None:
    demand(world, chain=["sl"])
    campaign_id = world.draft(languages=("en",))
    with world.database.write() as session:
        add_variant(session, campaign_id, "ar", actor=world.ana, now=world.clock.now())
    with world.database.read() as session:
        arabic = next(variant for variant in variants_of(session, campaign_id) if variant.language == "ar")
    assert arabic.subject == "Pogrešanih je 600 ljudi"


def test_adding_and_removing_voids_what_was_approved(world: World) -> None:
    campaign_id = world.draft(languages=("en", "sl"))
    world.submit(campaign_id)
    world.approve(campaign_id)
    with world.database.write() as session:
        remove_variant(session, campaign_id, "sl", actor=world.ana, now=world.clock.now())
    assert world.status(campaign_id) is CampaignStatus.DRAFT
    assert world.campaign(campaign_id).content_hash is None


@on_sqlite
def test_a_language_is_added_once_and_the_main_one_stays(world: World) -> None:
    campaign_id = world.draft(languages=("en", "sl"))
    now = world.clock.now()
    with world.database.write() as session:
        with pytest.raises(Conflict, match="campaigns-variant-exists"):
            add_variant(session, campaign_id, "sl", actor=world.ana, now=now)
        with pytest.raises(Conflict, match="campaigns-main-variant-stays"):
            remove_variant(session, campaign_id, "en", actor=world.ana, now=now)
        with pytest.raises(NotFound, match="campaigns-no-variant"):
            remove_variant(session, campaign_id, "fa", actor=world.ana, now=now)
        with pytest.raises(InputRefused, match="campaigns-unknown-language"):
            add_variant(session, campaign_id, "klingon!", actor=world.ana, now=now)


def test_an_item_is_told_in_any_language_rather_than_left_out() -> None:
    texts = {
        "fa": NewsText(item_id=1, language="fa", title="x"),
        "ar": NewsText(item_id=1, language="ar", title="y"),
    }
    assert best_text(texts, "sl", chain=["fa"], main="en").language == "fa"
    assert best_text(texts, "sl", chain=[], main="en").language == "ar"
