"""Templates of the organisation's own: versions that never change, chosen for campaigns, never for what was
approved."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session, select

from campaigns.editorial.custom_templates import (
    choose_template,
    in_that_template,
    save_template,
    use_template,
    use_the_library,
)
from campaigns.editorial.preview import preview
from campaigns.status import CampaignStatus
from campaigns.tables import Approval, Campaign
from core.errors import Conflict, InputRefused, NotAllowed, NotFound
from staff.audit import entries
from staff.principal import Principal
from templates.content import TemplateSources
from templates.tables import TemplateVersion
from templates.versions import NamedVersion, TemplateDraft, find_version, in_use, library_design, versions
from tests.campaigns.world import World, as_admin
from tests.databases import on_sqlite
from tests.examples import examples

LOUD = TemplateSources(
    '{% extends "statement.mjml.j2" %}\n{% block content %}<mj-section><mj-column><mj-text>'
    "<h1>LOUD {{ mail.blocks[0].title }}</h1></mj-text></mj-column></mj-section>{% endblock %}\n",
    '{% extends "statement.txt.j2" %}\n',
)
NO_WAY_OUT = TemplateSources(LOUD.html + "{% block footer %}{% endblock %}\n", LOUD.text)


def save(
    world: World, sources: TemplateSources = LOUD, *, actor: Principal | None = None, **changes: Any
) -> NamedVersion:
    draft = replace(TemplateDraft("loud", sources, "statement"), **changes)
    who, now = actor or as_admin(world.boris), world.clock.now()
    return save_template(world.database, draft, actor=who, settings=world.settings, now=now)


def use(world: World, handle: str) -> None:
    admin = as_admin(world.boris)
    use_template(world.database, handle, actor=admin, settings=world.settings, now=world.clock.now())


def choose(world: World, campaign_id: int, handle: str | None) -> None:
    with world.database.write() as session:
        chosen = find_version(session, handle) if handle else None
        choose_template(session, campaign_id, chosen, actor=world.ana, now=world.clock.now())


def shown(world: World, campaign_id: int, language: str = "en") -> str:
    with world.database.read() as session:
        return preview(session, campaign_id, language=language, settings=world.settings).html


@pytest.fixture
def reading(world: World) -> Iterator[Session]:
    with world.database.read() as session:
        yield session


def test_each_save_is_a_version_and_earlier_ones_stay_as_they_were(world: World) -> None:
    assert save(world).handle == "loud@1"
    assert save(world, replace(LOUD, html=LOUD.html + "\n{# calmer #}\n"), note=" Calmer ").handle == "loud@2"
    with world.database.read() as session:
        assert find_version(session, "loud@1").sources == LOUD
        assert [version.handle for version in versions(session, name="loud")] == ["loud@2", "loud@1"]
        assert find_version(session, "loud").version.note == "Calmer"


def test_saving_the_same_again_makes_no_version(world: World) -> None:
    save(world)
    with pytest.raises(Conflict):
        save(world)
    with pytest.raises(Conflict):
        save(world, TemplateSources(LOUD.html.replace("\n", "\r\n"), LOUD.text))


@on_sqlite
def test_what_cannot_be_rendered_is_not_saved(world: World, reading: Session) -> None:
    with pytest.raises(InputRefused) as refused:
        save(world, replace(LOUD, html=LOUD.html.replace("</h1>", "")))
    assert (refused.value.code, refused.value.params["line"]) == ("templates-mjml-broken", 2)
    assert reading.exec(select(TemplateVersion)).all() == []


@pytest.mark.parametrize("name", ["", "Loud", "a--b", "-a", "library", "new", "a" * 61, "a@1", "a/b", "š"])
@on_sqlite
def test_a_name_that_cannot_stand_in_an_address_is_refused(world: World, name: str) -> None:
    with pytest.raises(InputRefused):
        save(world, name=name)


@on_sqlite
def test_the_kind_is_said_once_and_stays(world: World) -> None:
    with pytest.raises(InputRefused):
        save(world, kind=None)
    save(world)
    assert save(world, replace(LOUD, text=LOUD.text + "{# x #}"), kind=None).handle == "loud@2"
    with pytest.raises(InputRefused):
        save(world, replace(LOUD, text=LOUD.text + "{# y #}"), kind="event")


@on_sqlite
def test_only_an_administrator_saves_and_puts_in_use(world: World) -> None:
    for actor in (world.ana, world.boris):
        with pytest.raises(NotAllowed):
            save(world, actor=actor)


def test_new_campaigns_take_what_is_in_use_and_old_ones_keep_what_they_have(world: World) -> None:
    before = world.draft()
    save(world)
    use(world, "loud")
    after = world.draft()
    assert "LOUD" not in shown(world, before)
    assert "LOUD" in shown(world, after)
    with world.database.write() as session:
        use_the_library(session, "statement", actor=as_admin(world.boris), now=world.clock.now())
    assert "LOUD" in shown(world, after)
    assert "LOUD" not in shown(world, world.draft())


def test_a_newer_version_reaches_nothing_by_itself(world: World) -> None:
    save(world)
    use(world, "loud@1")
    save(world, replace(LOUD, html=LOUD.html.replace("LOUD", "LOUDER")))
    assert "LOUDER" not in shown(world, world.draft())


@on_sqlite
def test_a_template_without_a_way_out_is_kept_but_not_put_in_use(world: World, reading: Session) -> None:
    save(world, NO_WAY_OUT)
    with pytest.raises(InputRefused) as refused:
        use(world, "loud")
    assert refused.value.code == "templates-check-unsubscribe-missing"
    assert in_use(reading, "statement") is None


def test_a_campaign_may_choose_its_own_and_is_a_draft_again(world: World, reading: Session) -> None:
    save(world)
    campaign_id = world.draft()
    world.submit(campaign_id)
    world.approve(campaign_id)
    choose(world, campaign_id, "loud@1")
    assert "LOUD" in shown(world, campaign_id)
    campaign = reading.get_one(Campaign, campaign_id)
    assert (campaign.status, campaign.content_hash) == (CampaignStatus.DRAFT, None)
    assert all(approval.voided_at for approval in reading.exec(select(Approval)))
    choose(world, campaign_id, None)
    assert "LOUD" not in shown(world, campaign_id)


@on_sqlite
def test_a_template_of_another_kind_is_refused(world: World) -> None:
    save(world, name="evening", kind="event", sources=library_design("event"))
    with pytest.raises(InputRefused):
        choose(world, world.draft(), "evening")


def test_what_was_approved_is_sent_whatever_is_put_in_use_meanwhile(world: World) -> None:
    world.add_readers(["rosa"])
    campaign_id = world.scheduled()
    approved = shown(world, campaign_id)
    save(world)
    use(world, "loud")
    world.clock.advance(seconds=60)
    world.run()
    assert shown(world, campaign_id) == approved
    assert ["LOUD" in message.html for batch in world.provider.batches for message in batch.messages] == [False]


def test_an_approved_campaign_of_a_template_is_sent_in_it(world: World) -> None:
    world.add_readers(["rosa"])
    save(world)
    use(world, "loud")
    world.scheduled()
    world.clock.advance(seconds=60)
    world.run()
    assert ["LOUD" in message.html for batch in world.provider.batches for message in batch.messages] == [True]


@on_sqlite
def test_any_campaign_can_be_looked_at_in_any_version(world: World) -> None:
    save(world)
    campaign_id = world.draft(languages=("en", "sl"))
    with world.database.read() as session:
        own = find_version(session, "loud").sources
        drawn = in_that_template(session, campaign_id, own, language="sl", settings=world.settings)
        with pytest.raises(NotFound):
            in_that_template(session, campaign_id, own, language="fa", settings=world.settings)
    assert "LOUD" in drawn.html
    assert 'lang="sl"' in drawn.html
    assert "LOUD" not in shown(world, campaign_id, "sl")


def test_who_saved_and_who_put_in_use_is_written_down(world: World, reading: Session) -> None:
    save(world)
    use(world, "loud")
    since = world.clock.now()
    records = [*entries(reading, action="template.saved", since=since)]
    records += entries(reading, action="template.put_in_use", since=since)
    assert [(record.actor, record.subject, record.detail) for record in records] == [
        (world.boris.name, "template:loud", {"number": 1}),
        (world.boris.name, "template:loud", {"number": 1}),
    ]


@on_sqlite
@settings(max_examples=examples(6), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=40))
def test_whatever_is_saved_comes_back_as_it_was(world: World, text: str) -> None:
    sources = TemplateSources(LOUD.html, LOUD.text + "{% raw %}{# #}{% endraw %}" + f"{{# {text!a} #}}\n")
    try:
        handle = save(world, sources).handle
    except Conflict:
        return
    with world.database.read() as session:
        assert find_version(session, handle).sources == sources


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ('<mj-image src="http://evil.example/p.gif" width="1px" alt="A sea" />', 4),
        ("<mj-text><p style=\"background:url('//evil.example/x')\">Words</p></mj-text>", 4),
        ('<mj-image src="http://{{ "evil" }}.example/p.gif" width="1px" alt="A sea" />', 4),
    ],
)
@on_sqlite
def test_a_template_that_loads_from_another_host_is_not_saved(world: World, written: str, line: int) -> None:
    opening, tag, closing = LOUD.html.partition("<mj-text>")
    sources = TemplateSources(f"{opening}\n\n{written}\n{tag}{closing}", LOUD.text)
    with pytest.raises(InputRefused, match="templates-check-foreign-load") as refused:
        save(world, sources)
    assert refused.value.params["line"] == line
    with world.database.read() as session:
        assert versions(session) == []


@pytest.mark.parametrize("address", ["javascript:alert(1)", "VBScript:x", "data:text/html,x", "file:///etc/x"])
@on_sqlite
def test_a_template_with_a_link_that_runs_something_is_not_saved(world: World, address: str) -> None:
    sources = TemplateSources(LOUD.html.replace("<mj-text>", f'<mj-text><a href="{address}">W</a>', 1), LOUD.text)
    with pytest.raises(InputRefused, match="templates-check-link-unsafe") as refused:
        save(world, sources)
    assert refused.value.params["url"] == address
