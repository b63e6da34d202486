"""Changing a news item in the browser: the form in which it was written, with what is in it now.

Optimistic concurrency: the form carries what each field was filled with. What its writer left alone takes what
somebody else has saved since; where both have changed a field, both are shown and nothing is overwritten.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from campaigns.editorial.form_merge import MergedForm, SavedForm, merge_form
from campaigns.editorial.news_uses import campaigns_of
from campaigns.editorial.stale_edit import StaleEdit, news_version
from campaigns.editorial.write_news import NewsEdit, edit_news
from news.incoming_item import IncomingItem
from news.news_form import NewsForm
from news.queries import assets_of, get_item, texts_of
from news.tables import Asset, NewsItem, NewsText, Source
from news.written_item import FormAssets
from staff.principal import require
from staff.roles import Permission
from web.http.app_context import AppContext, Context
from web.http.form_data import SEEN
from web.http.streamed_upload import StreamedForm
from web.http.templates import READING, pages_router
from web.staff.current_user import CurrentUser, SignedIn, StaffStream, staff_page
from web.staff.media_choice import searched_in
from web.staff.news_fields import form_values, languages_of_form, saved_form, sections
from web.staff.news_form import prepared, shown_html, written_languages
from web.staff.path_params import NewsNumber

router = pages_router()


@dataclass(frozen=True, slots=True)
class ItemContent:
    """An item as it is now."""

    item: NewsItem
    texts: Mapping[str, NewsText]
    assets: Sequence[Asset]
    version: str
    saved: SavedForm


@dataclass(frozen=True, slots=True)
class WrittenEdit:
    """The form as it came, or with what others have saved in the fields that were left alone."""

    form: NewsForm
    texts: Sequence[IncomingItem] = ()
    """None where it is refused."""
    seen: str = ""
    stale: StaleEdit | None = None
    conflicts: Collection[str] = field(default=())


@router.api_route("/news/{item_id}/edit", methods=READING)
def show_edit(context: Context, current_user: SignedIn, item_id: NewsNumber) -> Response:
    require(current_user.principal, Permission.EDIT)
    content = _content(context, item_id)
    saved = content.saved
    languages = languages_of_form(current_user.user.language, content.texts)
    form = NewsForm(content.item.kind, languages, saved.fields, slug=content.item.slug)
    form.rendered.update(saved.bodies)
    return _page(context, current_user, content, WrittenEdit(form, seen=saved.version))


@router.post("/news/{item_id}/edit")
def do_edit(
    request: Request, context: Context, current_user: SignedIn, streamed: StaffStream, item_id: NewsNumber
) -> Response:
    require(current_user.principal, Permission.EDIT)
    content = _content(context, item_id)
    seen = streamed.fields.get(SEEN)
    written = _read(context, current_user, content, streamed, streamed.fields)
    if searched_in(written.form.fields):
        written.form.problems.clear()
        return _page(context, current_user, content, replace(written, seen=seen or content.saved.version))
    if written.texts and seen is not None:
        written = _merged(context, current_user, content, streamed, written)
    if not written.texts:
        problems = written.form.problems
        request.state.refusal = written.stale.code if written.stale else next(iter(problems.values())).code
        shown = replace(written, seen=written.seen or seen or content.saved.version)
        return _page(context, current_user, content, shown)
    try:
        with context.database.write() as session:
            edit = NewsEdit(item_id, written.texts, content.version)
            is_changed = edit_news(session, edit, actor=current_user.principal, now=context.clock.now())
    except StaleEdit as stale:
        request.state.refusal = stale.code
        before, content = content.saved.version, _content(context, item_id)
        merge = merge_form(written.form, before, content.saved)
        return _page(context, current_user, content, _conflict(written.form, content.saved, merge, stale))
    return RedirectResponse(f"/news/{item_id}?done={'edited' if is_changed else 'unchanged'}", status_code=303)


def _read(
    context: AppContext,
    current_user: CurrentUser,
    content: ItemContent,
    streamed: StreamedForm,
    fields: Mapping[str, str],
) -> WrittenEdit:
    item, languages = content.item, languages_of_form(current_user.user.language, content.texts)
    form = NewsForm(item.kind, languages, fields, slug=item.slug, uploads=streamed.files.keys())
    form.read(required=list(content.texts))
    files = FormAssets(context.assets, streamed.uploads(), content.assets)
    named = [content.saved.fields.get(name, "") for name in form.slugs()]
    texts = prepared(context, current_user, form, files, slug=item.slug, named_before=named)
    return WrittenEdit(form, texts)


def _merged(
    context: AppContext,
    current_user: CurrentUser,
    content: ItemContent,
    streamed: StreamedForm,
    written: WrittenEdit,
) -> WrittenEdit:
    saved, seen = content.saved, streamed.fields[SEEN]
    if seen == saved.version:
        return written
    merge = merge_form(written.form, seen, saved)
    if merge.conflicts:
        return _conflict(written.form, saved, merge, StaleEdit("campaigns-changed-by-another"))
    merged = _read(context, current_user, content, streamed, merge.fields)
    return replace(merged, seen=saved.version)


def _conflict(form: NewsForm, saved: SavedForm, merge: MergedForm, stale: StaleEdit) -> WrittenEdit:
    """The form again: with what is saved now where it was left alone, and beside each field that both changed."""
    form = replace(form, fields=merge.fields, rendered=form.rendered | merge.bodies(saved))
    return WrittenEdit(form, seen=saved.version, stale=stale, conflicts=merge.conflicts)


def _content(context: AppContext, item_id: int) -> ItemContent:
    with context.database.read() as session:
        item = get_item(session, item_id)
        texts = texts_of(session, [item_id])[item_id]
        assets = assets_of(session, [item_id])[item_id]
    return ItemContent(item, texts, assets, news_version(item, texts.values()), saved_form(item, texts, assets))


def _page(context: AppContext, current_user: CurrentUser, content: ItemContent, written: WrittenEdit) -> Response:
    with context.database.read() as session:
        item = content.item
        campaigns = campaigns_of(session, [item.id])[item.id]
        source = session.get(Source, item.source_id) if item.source_id else None
    form, stale = written.form, written.stale
    opened = [*content.texts, *written_languages(form), *searched_in(form.fields)]
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
        seen=written.seen,
        source=source,
        campaigns=campaigns,
        sections=sections(item.kind, form.languages, opened=opened, assets=content.assets, html=shown_html(form)),
        **form_values(context, form, stale=stale, theirs=_theirs(content, written.conflicts)),
    )


def _title(content: ItemContent, mine: str) -> str:
    text = content.texts.get(mine) or next(iter(content.texts.values()), None)
    return text.title if text else content.item.slug


def _theirs(content: ItemContent, conflicts: Collection[str]) -> dict[str, str]:
    """What somebody else has saved in these fields: a file by its name."""
    if not conflicts:
        return {}
    names = {f"{asset.language}-{asset.role}": asset.file_name for asset in content.assets}
    fields = content.saved.fields
    return {name: names.get(name) or fields.get(name, "") for name in conflicts}
