"""The newsroom in tests: a form as a browser would send it, and news to find."""

import re
from collections.abc import Mapping
from html import unescape

import httpx
from sqlmodel import Session, col, select

from core.db import Database
from core.fold_text import fold_text
from kinds.registry import NewsKind
from news.tables import NewsItem, NewsText, OriginKind
from tests.conftest import NOON
from tests.web.html_forms import Form, forms_on
from tests.web.test_sign_in import form_token_on

NOTHING: Mapping[str, tuple[str, bytes]] = {}
_FIELD = re.compile(
    r'<input[^>]*\bname="([^"]+)"[^>]*>|<textarea[^>]*\bname="([^"]+)"[^>]*>\n?(.*?)</textarea>', re.DOTALL
)
_CHOSEN = re.compile(r'<option value="([^"]*)" selected')
_SELECT = re.compile(r'<select[^>]*\bname="([^"]+)"[^>]*>(.*?)</select>', re.DOTALL)
_VALUE = re.compile(r'\bvalue="([^"]*)"')


def add_item(
    database: Database,
    slug: str,
    title: str,
    *,
    kind: NewsKind = NewsKind.PAGE,
    language: str = "sl",
    origin: OriginKind = OriginKind.FILE,
) -> int:
    with database.write() as session:
        item = NewsItem(
            slug=slug, kind=kind, published_on=NOON.date(), created_at=NOON, updated_at=NOON, origin=origin
        )
        session.add(item)
        session.flush()
        text = NewsText(item_id=item.id, language=language, title=title, search_words=fold_text(title))
        session.add(text)
        return item.id


def fields_on(page: httpx.Response) -> dict[str, str]:
    """What the form of a news item, or of a block, would send if nobody touched it."""
    form = page.text[page.text.index('news-form"') :].partition("</form>")[0]
    fields: dict[str, str] = {}
    for match in _FIELD.finditer(form):
        name = match[1] or match[2]
        is_left_out = match[1] and re.search(r'type="(?:file|checkbox|radio)"(?!.* checked)', match[0])
        if not is_left_out:
            value = _VALUE.search(match[0]) if match[1] else None
            fields[name] = unescape(value[1] if value else match[3] or "")
    for choice in _SELECT.finditer(form):
        options = choice[2]
        chosen = _CHOSEN.search(options) or _VALUE.search(options)
        fields[choice[1]] = unescape(chosen[1]) if chosen else ""
    return fields


def send_form(
    client: httpx.Client, path: str, files: Mapping[str, tuple[str, bytes]] = NOTHING, /, **changes: str
) -> httpx.Response:
    """Opens the form, changes what is named and sends it, as multipart as a browser does; fields come first."""
    fields = fields_on(client.get(path)) | changes
    return post_form(client, path, fields, files)


def post_form(
    client: httpx.Client, path: str, fields: Mapping[str, str], files: Mapping[str, tuple[str, bytes]] = NOTHING
) -> httpx.Response:
    sent = {name: (file_name, data, "application/octet-stream") for name, (file_name, data) in files.items()}
    return client.post(path, data=dict(fields), files=sent or {"en-image": ("", b"")})


def press(client: httpx.Client, path: str, page: str, **fields: str) -> httpx.Response:
    """A button of a page."""
    return client.post(path, data={"form_token": form_token_on(client.get(page)), **fields})


def draft_with(
    client: httpx.Client, item_ids: str, *, design: str = "statement", **changes: str
) -> httpx.Response:
    """A campaign with these items (`3,7`): the last step of a new one, as it stands but for what is named."""
    path = f"/campaigns/new/{design}/readers?items={item_ids}"
    form = form_on(client, path, f"/campaigns/new/{design}")
    return client.post(form.action, data=form.hidden | form.typed | ticked(form) | changes)


def form_on(client: httpx.Client, path: str, action: str) -> Form:
    return next(form for form in forms_on(client.get(path).text, path) if form.action == action)


def ticked(form: Form) -> dict[str, str]:
    return {name: "yes" for name, is_ticked in form.boxes.items() if is_ticked}


def texts_in(session: Session, item_id: int) -> dict[str, NewsText]:
    rows = session.exec(select(NewsText).where(col(NewsText.item_id) == item_id))
    return {text.language: text for text in rows}


def item_number(answer: httpx.Response) -> int:
    assert answer.status_code == 303, answer.text
    match = re.match(r"/news/([0-9]+)\?", answer.headers["location"])
    assert match is not None
    return int(match[1])
