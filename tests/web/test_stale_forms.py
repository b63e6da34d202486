"""Optimistic concurrency: a form that was opened before a colleague's change takes nothing of theirs back."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape

import httpx
from fastapi import FastAPI
from sqlmodel import select

from campaigns.editorial.content_changes import contributors
from campaigns.queries import variants_of
from campaigns.review.publish import set_visibility
from campaigns.tables import Campaign, Visibility
from subscribers.tables import MailingList
from templates.brand import get_brand
from tests.campaigns.test_contributions import create_sender_named, edit
from tests.campaigns.world import World
from tests.people_roles import ADMIN
from tests.web.browser import browser
from tests.web.conftest import add_person
from tests.web.test_campaign_pages import SignInAs, staff, world
from tests.web.test_sign_in import form_token_on, sign_in

__all__ = ["staff", "world"]


def fields_of(page: httpx.Response, action: str) -> dict[str, str]:
    """The hidden ones of the form that posts there, as the page was opened."""
    form = page.text.split(f'action="{action}"')[1].split("</form>")[0]
    return dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form))


@contextmanager
def signed_in_boss(app: FastAPI, world: World) -> Iterator[httpx.Client]:
    with browser(app) as client:
        sign_in(client, add_person(world.database, "boss@example.org", ADMIN).address)
        yield client


def subject_of(world: World, campaign_id: int) -> str:
    with world.database.read() as session:
        return next(variant.subject for variant in variants_of(session, campaign_id) if variant.language == "en")


def test_a_stale_tab_is_told_and_keeps_what_was_typed(world: World, staff: SignInAs) -> None:
    campaign_id = world.draft()
    action = f"/campaigns/{campaign_id}/variants/en"
    client = staff("ana")
    opened = fields_of(client.get(f"/campaigns/{campaign_id}/compose"), action)
    before = subject_of(world, campaign_id)
    edit(world, campaign_id, world.boris, subject="A colleague's")
    answer = client.post(action, data=opened | {"subject": "Mine", "intro": "What I typed"})
    assert answer.status_code == 409
    assert "Somebody else has changed this" in answer.text
    assert "What I typed" in answer.text
    assert "A colleague&#39;s" in answer.text
    assert subject_of(world, campaign_id) == "A colleague's"
    with world.database.read() as session:
        names = contributors(session, session.get_one(Campaign, campaign_id))
    assert world.boris.name in names
    again = fields_of(answer, action)
    assert client.post(action, data=again | {"subject": before, "intro": "What I typed"}).status_code == 303
    assert subject_of(world, campaign_id) == before


def test_what_was_not_touched_stays_as_somebody_else_has_saved_it(world: World, staff: SignInAs) -> None:
    campaign_id = world.draft()
    action = f"/campaigns/{campaign_id}/variants/en"
    client = staff("ana")
    opened = fields_of(client.get(f"/campaigns/{campaign_id}/compose"), action)
    before = subject_of(world, campaign_id)
    edit(world, campaign_id, world.boris, subject="A colleague's")
    typed = opened | {"subject": before, "preheader": "Mine", "intro": "Mine"}
    assert client.post(action, data=typed).status_code == 303
    edit(world, campaign_id, world.boris, preheader="A colleague's, too")
    conflict = client.post(action, data=typed | {"preheader": "Mine again"})
    assert conflict.status_code == 409
    assert 'value="A colleague&#39;s"' in conflict.text, "the field that was not touched shows what is saved"
    again = fields_of(conflict, action) | {"subject": "A colleague's", "preheader": "Mine again", "intro": "Mine"}
    assert client.post(action, data=again).status_code == 303
    with world.database.read() as session:
        variant = next(each for each in variants_of(session, campaign_id) if each.language == "en")
    assert (variant.subject, variant.preheader) == ("A colleague's", "Mine again")


def test_pressing_twice_is_no_conflict(world: World, staff: SignInAs) -> None:
    campaign_id = world.draft()
    action = f"/campaigns/{campaign_id}/variants/en"
    client = staff("ana")
    opened = fields_of(client.get(f"/campaigns/{campaign_id}/compose"), action)
    for _ in range(2):
        assert client.post(action, data=opened | {"subject": "New"}).status_code == 303


def test_words_that_nobody_has_seen_are_not_taken_out(world: World, staff: SignInAs) -> None:
    campaign_id = world.draft(languages=("en", "sl"))
    action = f"/campaigns/{campaign_id}/variants/sl/remove"
    client = staff("ana")
    opened = fields_of(client.get(f"/campaigns/{campaign_id}/compose"), action)
    edit(world, campaign_id, world.boris, language="sl", intro_html="<p>Novo</p>")
    assert client.post(action, data=opened).status_code == 409
    with world.database.read() as session:
        assert len(variants_of(session, campaign_id)) == 2


def test_who_may_read_it_is_not_widened_again_from_a_stale_tab(world: World, staff: SignInAs) -> None:
    campaign_id = world.launched()
    action = f"/campaigns/{campaign_id}/visibility"
    client = staff("cilka")
    shown = client.get(f"/campaigns/{campaign_id}")
    opened, address = fields_of(shown, action), f"/w/{world.campaign(campaign_id).public_id}/sl"
    assert address in shown.text  # to share, as long as anybody may read it
    with world.database.write() as session:
        set_visibility(session, campaign_id, Visibility.NONE, actor=world.boris, now=world.clock.now())
    assert client.post(action, data=opened | {"visibility": "public"}).status_code == 409
    assert world.campaign(campaign_id).visibility is Visibility.NONE
    assert address not in client.get(f"/campaigns/{campaign_id}").text


def test_a_sender_is_chosen_by_who_saw_which_there_was(world: World, staff: SignInAs) -> None:
    campaign_id = world.draft()
    with world.database.write() as session:
        create_sender_named(session, "second")
    action = f"/campaigns/{campaign_id}/senders"
    client = staff("ana")
    opened = fields_of(client.get(f"/campaigns/{campaign_id}"), action)
    assert client.post(action, data=opened | {"first": "second", "second": ""}).status_code == 303
    assert client.post(action, data=opened | {"first": "main", "second": "second"}).status_code == 409
    assert client.post(action, data=opened | {"first": "second", "second": ""}).status_code == 303


def test_brand_lists_and_templates_conflict_too_and_keep_what_was_typed(app: FastAPI, world: World) -> None:
    with signed_in_boss(app, world) as client:
        brand, lists = client.get("/brand"), client.get("/lists/bulletin")
        for name in ("First", "Second"):
            answer = client.post("/brand", files=as_upload(fields_of(brand, "/brand") | {"name": name}))
        assert answer.status_code == 409
        assert 'value="Second"' in answer.text
        assert re.findall(r'<dt>([^<]+)</dt><dd class="lines" dir="auto">([^<]+)</dd>', answer.text) == [
            ("Name of the organisation", "First")
        ]
        action = "/lists/bulletin/languages"
        for chain in ("sl", "en"):
            answer = client.post(action, data=fields_of(lists, action) | {"chain-1": chain})
        assert answer.status_code == 409
        assert '<option value="en" selected>' in answer.text
        assert "<dd>Slovenian</dd>" in answer.text, "what there is now"
        action = "/lists/bulletin/sign-up"
        for site in ("https://first.example", "https://second.example"):
            answer = client.post(action, data=fields_of(lists, action) | {"frame-origins": site})
        assert answer.status_code == 409
        assert "https://second.example</textarea>" in answer.text
        assert "<bdi>https://first.example</bdi>" in answer.text, "what there is now"
    with world.database.read() as session:
        row = get_brand(session)
        assert row is not None
        assert row.name == "First"
        assert session.exec(select(MailingList)).one().language_chain == ["sl"]


def as_upload(fields: dict[str, str]) -> dict[str, tuple[None, str]]:
    return {name: (None, value) for name, value in fields.items()}


def test_a_template_follows_the_version_that_its_writer_saw(app: FastAPI, world: World) -> None:
    with signed_in_boss(app, world) as client:
        new = client.get("/templates/new/statement")
        html = re.findall(r'<textarea class="source" id="(\w+)"[^>]*>\n(.*?)</textarea>', new.text, re.S)
        sources = {name: unescape(source) for name, source in html}
        saved = client.post(
            "/templates/new/statement", data=sources | {"form_token": form_token_on(new), "name": "own"}
        )
        assert saved.status_code == 303
        opened = fields_of(client.get("/templates/own@1"), "/templates/own@1")
        for note in ("first", "second"):
            answer = client.post(
                "/templates/own@1", data=opened | sources | {"text": sources["text"] + f"\n{note}"}
            )
        assert answer.status_code == 409
        assert "second" in answer.text
        assert client.get("/templates/own@3").status_code == 404
