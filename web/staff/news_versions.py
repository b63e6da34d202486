"""The versions of a news item in one language: who saved what when, what changed, and the way back to each."""

from collections.abc import Mapping
from typing import Any

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from sqlmodel import Session

from campaigns.editorial.news_uses import campaigns_of
from campaigns.editorial.stale_edit import news_version
from campaigns.editorial.write_news import NewsEdit, decline_file, restore_version
from campaigns.review.content_difference import FieldDifference
from core.errors import NotFound
from news.front_matter import LONGEST
from news.held_files import held_versions
from news.queries import get_item, texts_of
from news.tables import NewsItem, NewsVersion
from news.versions import get_version, item_of_version, read_content, versions_of
from news.word_difference import readable, word_difference
from staff.users import names_of_actors
from web.http.app_context import Context
from web.http.form_data import SEEN
from web.http.templates import READING, pages_router
from web.staff.current_user import SignedIn, StaffForm, staff_page
from web.staff.path_params import NewsNumber, number_or_none, read_number

MAX_SHOWN = 100

router = pages_router()


@router.api_route("/news/{item_id}/versions", methods=READING)
def show_versions(request: Request, context: Context, current_user: SignedIn, item_id: NewsNumber) -> Response:
    """Of one language; the version that the address names is compared with the one before it."""
    asked = request.query_params
    with context.database.read() as session:
        item = get_item(session, item_id)
        texts = texts_of(session, [item_id])[item_id]
        language = _language(asked, current_user.user.language, list(texts))
        versions = versions_of(session, item_id, language)[:MAX_SHOWN]
        held = next((each for each in held_versions(session, item_id) if each.language == language), None)
        names = names_of_actors(session, {version.actor for version in versions if version.actor})
        campaigns = campaigns_of(session, [item_id])[item_id]
        seen = news_version(item, texts.values())
    chosen = number_or_none(asked.get("version", ""))
    shown = next((version for version in versions if version.id == chosen), versions[0] if versions else None)
    before = _before(versions, shown)
    return staff_page(
        context,
        current_user,
        "staff/news_versions",
        section="news",
        item=item,
        title=texts[language].title,
        languages=sorted(texts),
        shown_language=language,
        versions=versions,
        shown=shown,
        changes=differences(before, shown) if before and shown else None,
        held=held,
        held_changes=differences(versions[0], held) if held and versions else [],
        names=names,
        campaigns=campaigns,
        seen=seen,
    )


@router.post("/news/{item_id}/versions/{version_id}/restore")
def do_restore(
    context: Context, current_user: SignedIn, form: StaffForm, item_id: NewsNumber, version_id: str
) -> Response:
    """Also for what is held: the watched folder's text takes the place of the one that people have written."""
    item, version = _version(context, item_id, version_id)
    # Made with no transaction open: an item that comes is compared with others by its words.
    incoming = item_of_version(version, slug=item.slug, undated_on=item.published_on)
    edit = NewsEdit(item_id, [incoming], form.get(SEEN))
    with context.database.write() as session:
        present = get_version(session, item_id, version.id)
        restore_version(session, present, edit, actor=current_user.principal, now=context.clock.now())
    done = "file-taken" if version.is_held else "restored"
    return RedirectResponse(f"/news/{item_id}?done={done}&language={version.language}", status_code=303)


@router.post("/news/{item_id}/versions/{version_id}/decline")
def do_decline(
    context: Context, current_user: SignedIn, _: StaffForm, item_id: NewsNumber, version_id: str
) -> Response:
    with context.database.write() as session:
        version = get_version(session, item_id, read_number(version_id))
        decline_file(session, version, actor=current_user.principal, now=context.clock.now())
    return RedirectResponse(f"/news/{item_id}?done=file-declined", status_code=303)


def differences(before: NewsVersion, after: NewsVersion) -> list[FieldDifference]:
    """By field, in the order of the form; of what is only formatted otherwise, a change without words."""
    old, new = _readable_fields(before), _readable_fields(after)
    changes = [
        FieldDifference(key, word_difference(old.get(key, ""), new.get(key, "")))
        for key in dict.fromkeys([*new, *old])
        if old.get(key, "") != new.get(key, "")
    ]
    is_formatted_only = (
        before.content["text"]["body_html"] != after.content["text"]["body_html"] and old["body"] == new["body"]
    )
    return [*changes, FieldDifference("body", [])] if is_formatted_only else changes


def _readable_fields(version: NewsVersion) -> dict[str, str]:
    content = read_content(version)
    text: Mapping[str, Any] = content.text
    fields = {"title": text["title"], "date": str(content.published_on or ""), "summary": text["summary"]}
    fields["body"] = readable(text["body_html"])
    names = ("quote", "quote_source", "quote_language", "topic", "url", "partners", "funding")
    fields |= {name: text[name] or "" for name in names}
    fields |= {name: str(value) for name, value in text["details"].items() if name not in ("kind", "version")}
    for asset in content.assets:
        fields[asset.role] = asset.file_name
        for name, text_beside in (("alt", asset.alt), ("caption", asset.caption)):
            if f"{asset.role}_{name}" in LONGEST:
                fields[f"{asset.role}_{name}"] = text_beside
    return {name: value for name, value in fields.items() if value or name in ("title", "body")}


def _language(asked: Mapping[str, str], mine: str, written: list[str]) -> str:
    if not written:
        raise NotFound("news-version-unknown")
    language = asked.get("language", mine)
    return language if language in written else sorted(written)[0]


def _before(versions: list[NewsVersion], shown: NewsVersion | None) -> NewsVersion | None:
    older = [version for version in versions if shown and version.id < shown.id]
    return older[0] if older else None


def _version(context: Context, item_id: int, version_id: str) -> tuple[NewsItem, NewsVersion]:
    number = read_number(version_id)
    with context.database.read() as session:
        return _loaded(session, item_id, number)


def _loaded(session: Session, item_id: int, number: int) -> tuple[NewsItem, NewsVersion]:
    return get_item(session, item_id), get_version(session, item_id, number)
