"""Writing a news item in the browser: a kind by its card, then its form; and the same form to change one.

Optimistic concurrency: the form carries the version of what it was filled with, and where somebody else has saved
since, both are shown and nothing is overwritten. What was typed, and each good file, stays when it is refused.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from starlette.exceptions import HTTPException

from campaigns.editorial.news_uses import campaigns_of
from campaigns.editorial.stale_edit import StaleEdit, news_version
from campaigns.editorial.write_news import NewsEdit, add_news, edit_news
from kinds.registry import NewsKind
from news.extraction.fill_form import ExtractionReport
from news.incoming_item import IncomingItem
from news.news_form import NewsForm
from news.queries import assets_of, free_slug, get_item, texts_of
from news.tables import Asset, NewsItem, NewsText, Source
from news.written_item import FormAssets, incoming_items
from staff.principal import require
from staff.roles import Permission
from web.http.app_context import AppContext, Context
from web.http.form_data import SEEN
from web.http.templates import READING, pages_router
from web.staff.current_user import CurrentUser, SignedIn, StaffStream, staff_page
from web.staff.media_choice import searched_in
from web.staff.news_fields import form_values, languages_of_form, sections, stored_fields
from web.staff.path_params import NewsNumber

PREFIX = "/news"
"""Where forms with large files are posted to."""

router = pages_router()


@dataclass(frozen=True, slots=True)
class ItemContent:
    """An item as it is now."""

    item: NewsItem
    texts: Mapping[str, NewsText]
    assets: Sequence[Asset]
    version: str


@router.api_route("/news/new", methods=READING)
def show_kinds(context: Context, current_user: SignedIn) -> Response:
    require(current_user.principal, Permission.DRAFT)
    return staff_page(context, current_user, "staff/news_kinds", section="news", kinds=list(NewsKind))


@router.api_route("/news/new/{kind}", methods=READING)
def show_new(context: Context, current_user: SignedIn, kind: str) -> Response:
    require(current_user.principal, Permission.DRAFT)
    mine = current_user.user.language
    form = NewsForm(_kind(kind), languages_of_form(mine, ()), {"date": _today(context)})
    return new_page(context, current_user, form, opened=[mine])


@router.post("/news/new/{kind}")
def do_add(
    request: Request, context: Context, current_user: SignedIn, streamed: StaffStream, kind: str
) -> Response:
    require(current_user.principal, Permission.DRAFT)
    languages = languages_of_form(current_user.user.language, ())
    form = NewsForm(_kind(kind), languages, streamed.fields, uploads=streamed.files.keys())
    form.read(required=())
    files = FormAssets(context.assets, streamed.uploads())
    with context.database.read() as session:
        slug = free_slug(session, _first_title(form), otherwise=form.kind.value)
    texts = _prepared(context, current_user, form, files, slug=slug)
    if searched := searched_in(form.fields):
        form.problems.clear()
        return new_page(context, current_user, form, opened=[*_written(form), *searched])
    if not texts:
        request.state.refusal = next(iter(form.problems.values())).code
        return new_page(context, current_user, form, opened=_written(form))
    with context.database.write() as session:
        item_id = add_news(session, texts, actor=current_user.principal, now=context.clock.now())
    return RedirectResponse(f"/news/{item_id}?done=written", status_code=303)


@router.api_route("/news/{item_id}/edit", methods=READING)
def show_edit(context: Context, current_user: SignedIn, item_id: NewsNumber) -> Response:
    require(current_user.principal, Permission.EDIT)
    content = _content(context, item_id)
    fields = stored_fields(content.item, content.texts, content.assets)
    languages = languages_of_form(current_user.user.language, content.texts)
    form = NewsForm(content.item.kind, languages, fields, slug=content.item.slug)
    form.rendered.update({language: text.body_html for language, text in content.texts.items()})
    return _edit_page(context, current_user, content, form, seen=content.version)


@router.post("/news/{item_id}/edit")
def do_edit(
    request: Request, context: Context, current_user: SignedIn, streamed: StaffStream, item_id: NewsNumber
) -> Response:
    require(current_user.principal, Permission.EDIT)
    content = _content(context, item_id)
    languages = languages_of_form(current_user.user.language, content.texts)
    form = NewsForm(
        content.item.kind, languages, streamed.fields, slug=content.item.slug, uploads=streamed.files.keys()
    )
    form.read(required=list(content.texts))
    files = FormAssets(context.assets, streamed.uploads(), content.assets)
    texts = _prepared(context, current_user, form, files, slug=content.item.slug)
    seen = streamed.fields.get(SEEN)
    if searched_in(form.fields):
        form.problems.clear()
        return _edit_page(context, current_user, content, form, seen=seen or content.version)
    if not texts:
        request.state.refusal = next(iter(form.problems.values())).code
        return _edit_page(context, current_user, content, form, seen=seen or content.version)
    try:
        with context.database.write() as session:
            edit = NewsEdit(item_id, texts, seen or content.version)
            is_changed = edit_news(session, edit, actor=current_user.principal, now=context.clock.now())
    except StaleEdit as stale:
        request.state.refusal = stale.code
        content = _content(context, item_id)
        return _edit_page(context, current_user, content, form, seen=content.version, stale=stale)
    return RedirectResponse(f"/news/{item_id}?done={'edited' if is_changed else 'unchanged'}", status_code=303)


def _prepared(
    context: AppContext, current_user: CurrentUser, form: NewsForm, files: FormAssets, *, slug: str
) -> list[IncomingItem]:
    body_name = context.pages.texts.text(current_user.user.language, "news-field-body")
    today = context.clock.now().astimezone(ZoneInfo(context.settings.time_zone)).date()
    form.refuse_skipped_times(context.settings.time_zone)
    return incoming_items(form, files, slug=slug, body_name=body_name, undated_on=today)


def _content(context: AppContext, item_id: int) -> ItemContent:
    with context.database.read() as session:
        item = get_item(session, item_id)
        texts = texts_of(session, [item_id])[item_id]
        assets = assets_of(session, [item_id])[item_id]
    return ItemContent(item, texts, assets, news_version(item, texts.values()))


def _first_title(form: NewsForm) -> str:
    return form.texts[0].values["title"] if form.texts else ""


def _written(form: NewsForm) -> list[str]:
    return [text.language for text in form.texts] or list(form.languages[:1])


def _kind(name: str) -> NewsKind:
    if name not in tuple(NewsKind):
        raise HTTPException(404)
    return NewsKind(name)


def _today(context: AppContext) -> str:
    return context.clock.now().astimezone(ZoneInfo(context.settings.time_zone)).date().isoformat()


def _shown_html(form: NewsForm) -> dict[str, str | None]:
    """For a language without anything in it, nothing; None for what cannot be rendered as it stands."""
    bodies = {text.language: text.body for text in form.texts}
    return {
        language: form.rendered.get(language, None if bodies.get(language) else "") for language in form.languages
    }


def new_page(
    context: AppContext,
    current_user: CurrentUser,
    form: NewsForm,
    *,
    opened: Sequence[str],
    reports: Mapping[str, ExtractionReport] | None = None,
) -> Response:
    """`reports`: what was said of a text that was read elsewhere, by language."""
    return staff_page(
        context,
        current_user,
        "staff/news_form",
        status=422 if form.problems else 200,
        section="news",
        item=None,
        reports=reports or {},
        is_typed=bool(reports or form.problems or searched_in(form.fields)),
        sections=sections(form.kind, form.languages, opened=opened, html=_shown_html(form)),
        **form_values(context, form),
    )


def _edit_page(
    context: AppContext,
    current_user: CurrentUser,
    content: ItemContent,
    form: NewsForm,
    *,
    seen: str,
    stale: StaleEdit | None = None,
) -> Response:
    with context.database.read() as session:
        item = content.item
        campaigns = campaigns_of(session, [item.id])[item.id]
        source = session.get(Source, item.source_id) if item.source_id else None
    return staff_page(
        context,
        current_user,
        "staff/news_form",
        status=stale.http_status if stale else 422 if form.problems else 200,
        section="news",
        item=item,
        reports={},
        is_typed=bool(stale or form.problems or searched_in(form.fields)),
        title=_title(content, current_user.user.language),
        seen=seen,
        source=source,
        campaigns=campaigns,
        sections=sections(
            item.kind,
            form.languages,
            opened=[*content.texts, *_written(form), *searched_in(form.fields)],
            assets=content.assets,
            html=_shown_html(form),
        ),
        **form_values(context, form, stale=stale, theirs=_theirs(content, form) if stale else {}),
    )


def _title(content: ItemContent, mine: str) -> str:
    text = content.texts.get(mine) or next(iter(content.texts.values()), None)
    return text.title if text else content.item.slug


def _theirs(content: ItemContent, form: NewsForm) -> dict[str, str]:
    """What a colleague has saved, where it is not what was typed here."""
    saved = stored_fields(content.item, content.texts, content.assets)
    for language, text in content.texts.items():
        if form.rendered.get(language) == text.body_html:
            saved.pop(f"{language}-body")
    return {
        name: value
        for name, value in saved.items()
        if not name.endswith("_format") and value != form.fields.get(name, "").replace("\r\n", "\n").strip()
    }
