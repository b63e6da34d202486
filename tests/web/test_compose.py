"""The composer over HTTP: a campaign is put together block by block, and nobody's text is lost."""

import re
from html import unescape

import httpx
import pytest

from campaigns.block_content import BlockContent, BlockKind, ItemSettings
from campaigns.queries import variants_of
from campaigns.status import CampaignStatus
from templates.content import ItemMode
from tests.campaigns.test_blocks import add, blocks, bulletin
from tests.campaigns.world import World
from tests.databases import on_sqlite
from tests.news.making import a_pdf, a_picture
from tests.web.newsroom import add_item, fields_on, post_form
from tests.web.test_campaign_pages import SignInAs, staff, world
from tests.web.test_sign_in import form_token_on

__all__ = ["staff", "world"]


def page_of(client: httpx.Client, campaign_id: int, **asked: str | int) -> httpx.Response:
    return client.get(f"/campaigns/{campaign_id}/compose", params=asked)


def press(client: httpx.Client, campaign_id: int, step: str, **fields: str) -> httpx.Response:
    token = form_token_on(page_of(client, campaign_id))
    return client.post(f"/campaigns/{campaign_id}/{step}", data={"form_token": token, **fields})


def new_block(client: httpx.Client, campaign_id: int, kind: str) -> int:
    answer = press(client, campaign_id, "blocks", kind=kind)
    assert answer.status_code == 303
    return int(answer.headers["location"].rpartition("-")[2])


def save(
    client: httpx.Client,
    campaign_id: int,
    block_id: int,
    files: dict[str, tuple[str, bytes]] | None = None,
    /,
    **changes: str,
) -> httpx.Response:
    """Opens the block's form, changes what is named, and sends it as a browser does."""
    fields = fields_on(page_of(client, campaign_id, block=block_id)) | changes
    return post_form(client, f"/campaign-blocks/{campaign_id}/{block_id}", fields, files or {})


def block(world: World, campaign_id: int, block_id: int) -> BlockContent:
    return next(each for each in blocks(world, campaign_id) if each.id == block_id)


WRITTEN = {
    "heading": ({"en-heading": "What we do", "sl-heading": "Kaj delamo"}, "What we do"),
    "text": ({"en-body": "A **strong** word.\r\n\r\n- point", "sl-body": ""}, "<strong>strong</strong>"),
    "quotation": ({"en-quote": "Nobody came.", "en-quote_source": "A survivor"}, "Nobody came."),
    "button": ({"en-label": "Sign it", "en-url": "https://example.org/sign"}, "https://example.org/sign"),
    "appeal": (
        {
            "deadline": "2026-12-04",
            "count": "7",
            "goal": "100",
            "counted_on": "2026-11-20",
            "en-summary": "It is urgent.",
            "en-action": "Write",
            "en-action_url": "https://example.org/write",
        },
        "https://example.org/write",
    ),
}


@pytest.mark.parametrize("kind", WRITTEN)
def test_a_block_is_added_written_and_seen_in_the_preview(world: World, staff: SignInAs, kind: str) -> None:
    campaign_id = bulletin(world, "shipwreck")
    client = staff("ana")
    fields, expected = WRITTEN[kind]
    block_id = new_block(client, campaign_id, kind)
    answer = save(client, campaign_id, block_id, **fields)
    assert answer.headers["location"] == f"/campaigns/{campaign_id}/compose?done=block-changed#block-{block_id}"
    assert expected in client.get(f"/campaigns/{campaign_id}/preview/en").text
    shown = fields_on(page_of(client, campaign_id, block=block_id))
    for name, value in fields.items():
        assert shown[name].split() == value.split()


@pytest.mark.parametrize(("kind", "name", "data"), [("picture", "image", a_picture()), ("pdf", "pdf", a_pdf())])
@on_sqlite
def test_a_file_comes_into_a_block_and_stays_when_the_text_is_changed(
    world: World, staff: SignInAs, kind: str, name: str, data: bytes
) -> None:
    campaign_id = bulletin(world, "shipwreck")
    client = staff("ana")
    block_id = new_block(client, campaign_id, kind)
    text = "en-image_alt" if kind == "picture" else "en-title"
    file = {f"en-{name}": (f"../harbour.{name}", data)}
    assert save(client, campaign_id, block_id, file, **{text: "At sea"}).status_code == 303
    kept = block(world, campaign_id, block_id).file("en")
    assert kept is not None
    assert kept.file_name == f"harbour.{name}"
    assert save(
        client, campaign_id, block_id, **{text: "At night", text.replace("en", "sl"): "Ponoči"}
    ).is_redirect
    for language, expected in (("en", "At night"), ("sl", "Ponoči")):
        html = client.get(f"/campaigns/{campaign_id}/preview/{language}").text
        assert expected in html
        assert (kept.mail_sha256 or kept.sha256) in html


@on_sqlite
def test_what_is_wrong_in_a_block_is_said_at_its_field_and_what_was_typed_stays(
    world: World, staff: SignInAs
) -> None:
    campaign_id = bulletin(world, "shipwreck")
    client = staff("ana")
    block_id = new_block(client, campaign_id, "button")
    answer = save(client, campaign_id, block_id, **{"en-label": "Sign & go", "en-url": "javascript:alert(1)"})
    assert answer.status_code == 422
    assert 'id="problem-en-url"' in answer.text
    assert fields_on(answer)["en-label"] == "Sign & go"
    assert fields_on(answer)["en-url"] == "javascript:alert(1)"
    assert block(world, campaign_id, block_id).texts == {}
    half = save(client, campaign_id, block_id, **{"en-label": "Sign"})
    assert 'id="problem-en-url"' in half.text


def test_of_two_who_write_a_block_the_second_sees_both_texts(world: World, staff: SignInAs) -> None:
    campaign_id = bulletin(world, "shipwreck")
    client = staff("ana")
    block_id = new_block(client, campaign_id, "text")
    opened = fields_on(page_of(client, campaign_id, block=block_id))
    path = f"/campaign-blocks/{campaign_id}/{block_id}"
    assert post_form(client, path, opened | {"en-body": "A colleague's"}).status_code == 303
    answer = post_form(client, path, opened | {"en-body": "What I typed"})
    assert answer.status_code == 409
    assert "Somebody else has changed this" in answer.text
    assert "A colleague&#39;s" in answer.text
    assert fields_on(answer)["en-body"].strip() == "What I typed"
    assert "A colleague" in client.get(f"/campaigns/{campaign_id}/preview/en").text
    assert post_form(client, path, fields_on(answer)).status_code == 303
    assert "What I typed" in client.get(f"/campaigns/{campaign_id}/preview/en").text


@on_sqlite
def test_in_a_block_only_what_both_have_changed_is_a_conflict(world: World, staff: SignInAs) -> None:
    campaign_id = bulletin(world, "shipwreck")
    client = staff("ana")
    block_id = new_block(client, campaign_id, "text")
    opened = fields_on(page_of(client, campaign_id, block=block_id))
    path = f"/campaign-blocks/{campaign_id}/{block_id}"
    assert post_form(client, path, opened | {"sl-body": "Od drugod"}).status_code == 303
    live = client.post(
        path, data=opened | {"en-body": "Mine"}, files={"x": ("", b"")}, headers={"HX-Request": "true"}
    )
    assert live.status_code == 200
    seen = unescape(live.text.partition('value="fields ')[2].partition('"')[0])
    assert (
        post_form(client, path, opened | {"en-body": "Mine, and more", "seen": f"fields {seen}"}).status_code
        == 303
    )
    html = [client.get(f"/campaigns/{campaign_id}/preview/{language}").text for language in ("en", "sl")]
    assert "Mine, and more" in html[0]
    assert "Od drugod" in html[1]
    both = client.post(
        path, data=opened | {"en-body": "B", "sl-body": ""}, files={"x": ("", b"")}, headers={"HX-Request": "true"}
    )
    assert both.status_code == 409
    assert "Mine, and more" in both.text
    assert "Od drugod" not in both.text.partition("</dl>")[0]


def test_blocks_are_moved_and_removed_by_buttons(world: World, staff: SignInAs) -> None:
    campaign_id = bulletin(world, "shipwreck")
    client = staff("ana")
    ids = [blocks(world, campaign_id)[0].id, add(world, campaign_id, BlockKind.DIVIDER)]
    page = page_of(client, campaign_id).text
    order = unescape(re.findall(r'name="seen" value="([^"]*)">\s*<button class="quiet" id="move-up', page)[0])
    moved = press(client, campaign_id, f"blocks/{ids[1]}/move", by="-1", seen=order)
    assert moved.headers["location"].endswith(f"#block-{ids[1]}")
    assert [each.id for each in blocks(world, campaign_id)] == ids[::-1]
    stale = press(client, campaign_id, f"blocks/{ids[1]}/move", by="1", seen=order)
    assert stale.status_code == 409
    assert "Somebody else has changed this" in stale.text
    seen = blocks(world, campaign_id)[0].version
    assert press(client, campaign_id, f"blocks/{ids[1]}/remove", seen="another").status_code == 409
    assert press(client, campaign_id, f"blocks/{ids[1]}/remove", seen=seen).status_code == 303
    assert [each.id for each in blocks(world, campaign_id)] == ids[:1]
    assert press(client, campaign_id, f"blocks/{ids[1]}/remove", seen=seen).status_code == 404
    assert press(client, campaign_id, f"blocks/{ids[0]}/move", by="down").status_code == 422
    assert press(client, campaign_id, "blocks", kind="nonsense").status_code == 404
    assert press(client, campaign_id, "blocks", kind="item").status_code == 422


def test_news_is_found_chosen_and_put_where_it_belongs(world: World, staff: SignInAs) -> None:
    campaign_id = bulletin(world, "shipwreck")
    below = blocks(world, campaign_id)[0].id
    add(world, campaign_id, BlockKind.DIVIDER)
    river = add_item(world.database, "reka", "Ob reki")
    add_item(world.database, "gozd", "V gozdu")
    client = staff("ana")
    path = f"/campaigns/{campaign_id}/compose/news"
    page = client.get(path, params={"q": "reki", "after": below})
    assert ("item-reka" in page.text, "item-gozd" in page.text, "item-shipwreck" in page.text) == (
        True,
        False,
        False,
    )
    token = form_token_on(page)
    nothing = client.post(path, data={"form_token": token, "after": str(below)})
    assert nothing.status_code == 422
    assert "You chose no news" in nothing.text
    chosen = client.post(path, data={"form_token": token, "after": str(below), "item-reka": "on"})
    assert chosen.status_code == 303
    assert [each.item_id for each in blocks(world, campaign_id)][1] == river


@on_sqlite
def test_how_much_of_an_item_is_shown_is_chosen(world: World, staff: SignInAs) -> None:
    campaign_id = bulletin(world, "shipwreck")
    client = staff("ana")
    block_id = blocks(world, campaign_id)[0].id
    fields = fields_on(page_of(client, campaign_id, block=block_id))
    fields = {name: value for name, value in fields.items() if name in ("form_token", "seen")}
    answer = post_form(client, f"/campaign-blocks/{campaign_id}/{block_id}", fields | {"mode": "whole"})
    assert answer.status_code == 303
    assert block(world, campaign_id, block_id).settings == ItemSettings(mode=ItemMode.WHOLE, has_picture=False)
    page = page_of(client, campaign_id, block=block_id).text
    assert 'value="whole" checked' in page


def test_what_was_approved_is_read_only_until_the_approval_is_withdrawn(world: World, staff: SignInAs) -> None:
    campaign_id = bulletin(world, "shipwreck")
    world.submit(campaign_id)
    world.approve(campaign_id)
    client = staff("ana")
    page = page_of(client, campaign_id, block=blocks(world, campaign_id)[0].id).text
    assert "Edit (withdraws the approval)" in page
    assert "blocks/" not in page
    assert page.count("<textarea") == page.count('name="comment"')
    assert press(client, campaign_id, "compose/open").status_code == 303
    assert world.status(campaign_id) is CampaignStatus.DRAFT
    assert press(client, campaign_id, "compose/open").status_code == 303
    assert "<textarea" in page_of(client, campaign_id).text


@on_sqlite
def test_once_it_is_out_the_page_shows_what_it_is_made_of(world: World, staff: SignInAs) -> None:
    campaign_id = world.launched()
    client = staff("ana")
    page = page_of(client, campaign_id).text
    assert "can no longer be changed" in page
    assert "compose/open" not in page
    assert press(client, campaign_id, "blocks", kind="text").status_code == 409


@on_sqlite
def test_a_texts_form_that_is_refused_because_it_went_out_gives_back_what_was_typed(
    world: World, staff: SignInAs
) -> None:
    campaign_id = bulletin(world, "shipwreck")
    client = staff("ana")
    block_id = new_block(client, campaign_id, "quotation")
    opened = fields_on(page_of(client, campaign_id, block=block_id))
    world.submit(campaign_id)
    world.approve(campaign_id)
    world.send_now(campaign_id)
    world.clock.advance(seconds=60)
    world.run(rounds=3)
    path = f"/campaign-blocks/{campaign_id}/{block_id}"
    answer = post_form(client, path, opened | {"en-quote": "Typed for an hour"})
    assert answer.status_code == 409
    assert "Typed for an hour" in answer.text


@on_sqlite
def test_subject_and_introduction_are_written_in_each_language(world: World, staff: SignInAs) -> None:
    campaign_id = bulletin(world, "shipwreck")
    client = staff("ana")
    texts = {"subject": "Now", "preheader": "Soon", "intro": "Dear **[[recipient_name|friend]]**,\r\nread."}
    answer = press(client, campaign_id, "variants/en", **texts)
    assert answer.headers["location"] == f"/campaigns/{campaign_id}/compose?done=words&language=en"
    with world.database.read() as session:
        stored = {variant.language: variant.intro_html for variant in variants_of(session, campaign_id)}
    assert stored["en"].startswith("<p>Dear <strong>[[recipient_name|friend]]</strong>,")
    page = page_of(client, campaign_id).text
    assert "Dear **[[recipient_name|friend]]**," in page
    html = client.get(f"/campaigns/{campaign_id}/preview/en").text
    assert "Dear <strong>" in html
    assert "friend" in html


@pytest.mark.parametrize(
    ("view", "policy", "is_dark"),
    [("", "img-src 'self'", False), ("plain", "img-src 'none'", False), ("dark", "img-src 'self'", True)],
)
@on_sqlite
def test_the_preview_shows_it_dark_and_without_pictures(
    world: World, staff: SignInAs, view: str, policy: str, is_dark: bool
) -> None:
    campaign_id = bulletin(world, "shipwreck")
    answer = staff("ana").get(f"/campaigns/{campaign_id}/preview/en", params={"view": view})
    assert policy in answer.headers["Content-Security-Policy"]
    assert ("prefers-color-scheme" in answer.text) is not is_dark


@on_sqlite
def test_each_finding_about_a_block_leads_to_it(world: World, staff: SignInAs) -> None:
    campaign_id = bulletin(world, "shipwreck")
    empty = add(world, campaign_id, BlockKind.TEXT)
    page = page_of(staff("ana"), campaign_id).text
    assert f'<a href="#block-{empty}">Go to the block</a>' in page
    assert f'id="block-{empty}"' in page
    assert "Block 2 (text) is empty in every language" in page


@on_sqlite
def test_adding_a_language_to_what_was_approved_says_what_it_costs(world: World, staff: SignInAs) -> None:
    campaign_id = world.draft()
    world.submit(campaign_id)
    world.approve(campaign_id)
    client = staff("ana")
    page = client.get(f"/campaigns/{campaign_id}")
    form = page.text.split(f'action="/campaigns/{campaign_id}/variants"')[1].split("</form>")[0]
    assert "its approvals will no longer count" in form
    typed = {"form_token": form_token_on(page), "language": "fa"}
    answer = client.post(f"/campaigns/{campaign_id}/variants", data=typed, follow_redirects=True)
    assert "The campaign is a draft again" in answer.text


@on_sqlite
def test_strangers_and_other_sites_change_nothing(world: World, client: httpx.Client) -> None:
    campaign_id = bulletin(world, "shipwreck")
    block_id = add(world, campaign_id, BlockKind.TEXT)
    paths = (
        f"/campaigns/{campaign_id}/blocks",
        f"/campaigns/{campaign_id}/blocks/{block_id}/remove",
        f"/campaigns/{campaign_id}/compose/news",
        f"/campaign-blocks/{campaign_id}/{block_id}",
    )
    for path in paths:
        assert client.post(path, data={"kind": "text"}).status_code in (303, 401, 403)
    assert client.get(f"/campaigns/{campaign_id}/compose").headers["location"].startswith("/sign-in")
    assert len(blocks(world, campaign_id)) == 2


HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{ 7*7 }}"
PLAIN_FIELDS = {
    "heading": ("heading",),
    "quotation": ("quote", "quote_source"),
    "button": ("label",),
    "appeal": ("summary", "action"),
    "picture": ("image_alt", "image_caption"),
    "pdf": ("title",),
}


@on_sqlite
def test_hostile_text_in_a_block_is_letters_wherever_it_is_shown(world: World, staff: SignInAs) -> None:
    campaign_id = bulletin(world, "shipwreck")
    client = staff("ana")
    addresses = {"button": {"en-url": "https://example.org/"}, "appeal": {"en-action_url": "https://example.org/"}}
    files = {"picture": {"en-image": (HOSTILE, a_picture())}, "pdf": {"en-pdf": (HOSTILE, a_pdf())}}
    for kind, names in PLAIN_FIELDS.items():
        block_id = new_block(client, campaign_id, kind)
        fields = {f"en-{name}": HOSTILE[:60] for name in names} | addresses.get(kind, {})
        assert save(client, campaign_id, block_id, files.get(kind, {}), **fields).status_code == 303
    refused = save(client, campaign_id, new_block(client, campaign_id, "text"), **{"en-body": HOSTILE})
    assert refused.status_code == 422
    press(client, campaign_id, "variants/en", subject=HOSTILE, preheader=HOSTILE)
    ids = [each.id for each in blocks(world, campaign_id)]
    shown = [page_of(client, campaign_id, block=block_id, words="en", view="text") for block_id in ids]
    shown += [client.get(f"/campaigns/{campaign_id}"), client.get(f"/campaigns/{campaign_id}/preview/en"), refused]
    for page in shown:
        assert page.status_code in (200, 422)
        assert "alert(1)" in page.text
        assert "<script>alert" not in page.text
        assert "<img src=x" not in page.text


@on_sqlite
def test_html_of_the_editor_keeps_only_what_a_text_may_hold(world: World, staff: SignInAs) -> None:
    campaign_id = bulletin(world, "shipwreck")
    client = staff("ana")
    block_id = new_block(client, campaign_id, "text")
    body = '<p onclick="alert(1)">A <a href="javascript:alert(2)">link</a><iframe src="//x"></iframe></p>'
    assert save(client, campaign_id, block_id, **{"en-body": body, "en-body_format": "html"}).status_code == 303
    html = client.get(f"/campaigns/{campaign_id}/preview/en").text
    assert "link" in html
    assert not re.search("alert|<iframe|onclick", html)
