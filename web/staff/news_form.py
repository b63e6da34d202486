"""Writing a news item in the browser: a kind by its card, then its form (to change one: `web.staff.news_edit`).

What was typed, and each good file, stays when it is refused.
"""

from collections.abc import Collection, Mapping, Sequence
from zoneinfo import ZoneInfo

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from starlette.exceptions import HTTPException

from campaigns.editorial.write_news import add_news
from kinds.registry import NewsKind
from news.extraction.fill_form import ExtractionReport
from news.incoming_item import IncomingItem
from news.news_form import NewsForm
from news.queries import free_slug, items_by_slug
from news.written_item import FormAssets, incoming_items
from staff.principal import require
from staff.roles import Permission
from web.http.app_context import AppContext, Context
from web.http.templates import READING, pages_router
from web.staff.current_user import CurrentUser, SignedIn, StaffStream, staff_page
from web.staff.media_choice import searched_in
from web.staff.news_fields import form_values, languages_of_form, sections

PREFIX = "/news"
"""Where forms with large files are posted to."""

router = pages_router()


@router.api_route("/news/new", methods=READING)
def show_kinds(context: Context, current_user: SignedIn) -> Response:
    require(current_user.principal, Permission.DRAFT)
    return staff_page(context, current_user, "staff/news_kinds", section="news", kinds=list(NewsKind))


@router.api_route("/news/new/{kind}", methods=READING)
def show_new(request: Request, context: Context, current_user: SignedIn, kind: str) -> Response:
    """`corrects`: the short name of the item on whose page it was begun."""
    require(current_user.principal, Permission.DRAFT)
    mine = current_user.user.language
    form = NewsForm(_kind(kind), languages_of_form(mine, ()), dict(request.query_params))
    form.fields = {"date": _today(context), **form.slugs()}
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
    texts = prepared(context, current_user, form, files, slug=slug)
    if searched := searched_in(form.fields):
        form.problems.clear()
        return new_page(context, current_user, form, opened=[*written_languages(form), *searched])
    if not texts:
        request.state.refusal = next(iter(form.problems.values())).code
        return new_page(context, current_user, form, opened=written_languages(form))
    with context.database.write() as session:
        item_id = add_news(session, texts, actor=current_user.principal, now=context.clock.now())
    return RedirectResponse(f"/news/{item_id}?done=written", status_code=303)


def prepared(
    context: AppContext,
    current_user: CurrentUser,
    form: NewsForm,
    files: FormAssets,
    *,
    slug: str,
    named_before: Collection[str] = (),
) -> list[IncomingItem]:
    """What was written, one item a language; none where it is refused, and then `form.problems` says why.
    `named_before`: items that it names already, which a file may name before they are here."""
    with context.database.read() as session:
        form.refuse_unknown({*items_by_slug(session, list(form.slugs().values())), *named_before})
    body_name = context.pages.texts.text(current_user.user.language, "news-field-body")
    today = context.clock.now().astimezone(ZoneInfo(context.settings.time_zone)).date()
    form.refuse_skipped_times(context.settings.time_zone)
    return incoming_items(form, files, slug=slug, body_name=body_name, undated_on=today)


def _first_title(form: NewsForm) -> str:
    return form.texts[0].values["title"] if form.texts else ""


def written_languages(form: NewsForm) -> list[str]:
    """Whose sections are open."""
    return [text.language for text in form.texts] or list(form.languages[:1])


def _kind(name: str) -> NewsKind:
    if name not in tuple(NewsKind):
        raise HTTPException(404)
    return NewsKind(name)


def _today(context: AppContext) -> str:
    return context.clock.now().astimezone(ZoneInfo(context.settings.time_zone)).date().isoformat()


def shown_html(form: NewsForm) -> dict[str, str | None]:
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
        sections=sections(form.kind, form.languages, opened=opened, html=shown_html(form)),
        **form_values(context, form),
    )
