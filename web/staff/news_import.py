"""News from a page of the web, a Word document or a PDF: read, and shown in the news form, unsaved, to look over.

Nothing is written into the database before a person saves the form. Files are kept as those of a refused form are.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from zoneinfo import ZoneInfo

from fastapi import Request, Response

from core.errors import InputRefused
from core.languages import READER_LANGUAGES
from core.typed_address import with_scheme
from kinds.registry import NewsKind
from news.decoding import decode_process
from news.extraction.decoded import extract_page, extract_pdf, extract_word
from news.extraction.extracted_text import ExtractedText
from news.extraction.fill_form import SourceFile, SourceText, file_name_of, fill_form
from news.extraction.read_page import PageReader
from news.inspect_asset import MAX_PDF_BYTES
from news.news_form import NewsForm
from news.tables import AssetRole
from staff.principal import require
from staff.roles import Permission
from templates.checks.language_guess import guess_other_language
from web.http.app_context import AppContext, Context
from web.http.templates import READING, pages_router
from web.staff.current_user import CurrentUser, SignedIn, StaffForm, StaffStream, staff_page
from web.staff.news_fields import languages_of_form
from web.staff.news_form import new_page

ADDRESS, FILE = "/news/new/address", "/news/new/file"
_PDF = b"%PDF-"
_ON = {"files": "yes", "languages": "yes"}
"""What is ticked before anybody has ticked."""

router = pages_router()


@dataclass(frozen=True, slots=True)
class PageRequest:
    """What somebody asked for."""

    address: str
    has_files: bool
    has_languages: bool
    otherwise: str
    """The language of what does not say which it is in."""


@router.api_route(ADDRESS, methods=READING)
def show_address(context: Context, current_user: SignedIn) -> Response:
    require(current_user.principal, Permission.DRAFT)
    return _ask(context, current_user, "staff/news_from_address", _ON)


@router.post(ADDRESS)
def do_read_address(request: Request, context: Context, current_user: SignedIn, form: StaffForm) -> Response:
    require(current_user.principal, Permission.DRAFT)
    wanted = PageRequest(
        with_scheme(form.get("address", ""))[:2_000],
        "files" in form,
        "languages" in form,
        current_user.user.language,
    )
    try:
        sources = _read_pages(PageReader(context.probes.pages), wanted, _today(context))
    except InputRefused as refused:
        request.state.refusal = refused.code
        return _ask(context, current_user, "staff/news_from_address", form, refused)
    return _filled(context, current_user, form, sources)


@router.api_route(FILE, methods=READING)
def show_file(context: Context, current_user: SignedIn) -> Response:
    require(current_user.principal, Permission.DRAFT)
    return _ask(context, current_user, "staff/news_from_file", {})


@router.post(FILE)
def do_read_file(request: Request, context: Context, current_user: SignedIn, streamed: StaffStream) -> Response:
    require(current_user.principal, Permission.DRAFT)
    upload = streamed.files.get("document")
    try:
        if upload is None:
            raise InputRefused("news-form-missing")
        source = _read_document(upload.file.read(), file_name_of(upload.filename or ""))
    except InputRefused as refused:
        request.state.refusal = refused.code
        return _ask(context, current_user, "staff/news_from_file", streamed.fields, refused)
    language = _language(source.extract, current_user.user.language)
    return _filled(context, current_user, streamed.fields, {language: source})


def _read_pages(reader: PageReader, wanted: PageRequest, today: date) -> dict[str, SourceText]:
    """By language, the page that was asked for first. Raises InputRefused for that one alone: another language's
    that cannot be read is left out."""
    first = _read_page(reader, wanted.address, wanted, today)
    language = _language(first.extract, wanted.otherwise)
    sources = {language: first}
    if wanted.has_languages:
        others = first.extract.languages
        for other in (code for code in READER_LANGUAGES if code in others and code != language):
            try:
                sources[other] = _read_page(reader, others[other], wanted, today)
            except InputRefused:
                continue
    return sources


def _read_page(reader: PageReader, address: str, wanted: PageRequest, today: date) -> SourceText:
    page = reader.page(address)
    with decode_process() as process:
        if page.is_pdf:
            extract = replace(extract_pdf(process, page.data), address=page.address)
            return SourceText(extract, page.address, (_pdf(page.data, file_name_of(page.address)),))
        extract = extract_page(process, page.data, address=page.address, charset=page.charset, today=today)
    if extract.asks_password and not extract.body_html:
        raise InputRefused("news-page-sign-in")
    if not extract.body_html:
        raise InputRefused("web-news-page-no-text")
    return SourceText(extract, page.address, _files_of(reader, extract) if wanted.has_files else ())


def _files_of(reader: PageReader, extract: ExtractedText) -> tuple[SourceFile, ...]:
    wanted = [(AssetRole.PDF, address) for address in extract.pdfs[:1]]
    if extract.picture:
        wanted.append((AssetRole.IMAGE, extract.picture.address))
    return tuple(_fetched(reader, role, address) for role, address in wanted)


def _fetched(reader: PageReader, role: AssetRole, address: str) -> SourceFile:
    name = file_name_of(address)
    try:
        return SourceFile(role, name, reader.file(address))
    except InputRefused as refused:
        return SourceFile(role, name, refused=refused)


def _read_document(data: bytes, name: str) -> SourceText:
    if len(data) > MAX_PDF_BYTES:
        raise InputRefused("news-asset-too-large", limit=MAX_PDF_BYTES // 1_000_000)
    with decode_process() as process:
        if _PDF in data[:1024]:
            return SourceText(extract_pdf(process, data), name, (_pdf(data, name),))
        extract = extract_word(process, data)
    if not extract.body_html and not extract.title:
        raise InputRefused("web-news-word-empty")
    picture = extract.picture_bytes
    return SourceText(extract, name, (SourceFile(AssetRole.IMAGE, "image", picture),) if picture else ())


def _pdf(data: bytes, name: str) -> SourceFile:
    return SourceFile(AssetRole.PDF, name, data)


def _language(extract: ExtractedText, otherwise: str) -> str:
    sample = f"{extract.title} {extract.summary} {extract.plain}"
    return extract.language or guess_other_language(sample, otherwise) or otherwise


def _filled(
    context: AppContext, current_user: CurrentUser, typed: Mapping[str, str], sources: Mapping[str, SourceText]
) -> Response:
    languages = languages_of_form(current_user.user.language, sources)
    form = NewsForm(_kind(typed), languages, {"date": _today(context).isoformat()})
    with decode_process() as process:
        reports = fill_form(form, sources, context.assets, process)
    return new_page(context, current_user, form, opened=list(sources), reports=reports)


def _ask(
    context: AppContext,
    current_user: CurrentUser,
    page: str,
    typed: Mapping[str, str],
    problem: InputRefused | None = None,
) -> Response:
    return staff_page(
        context,
        current_user,
        page,
        status=422 if problem else 200,
        section="news",
        kinds=list(NewsKind),
        chosen=_kind(typed),
        typed=defaultdict(str, typed),
        problem=problem,
    )


def _kind(typed: Mapping[str, str]) -> NewsKind:
    name = typed.get("kind", "")
    return NewsKind(name) if name in tuple(NewsKind) else NewsKind.STATEMENT


def _today(context: AppContext) -> date:
    return context.clock.now().astimezone(ZoneInfo(context.settings.time_zone)).date()
