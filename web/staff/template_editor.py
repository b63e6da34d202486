"""The page of one template: its sources as they are written, what is refused and where, and how it looks."""

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import Response
from sqlmodel import Session

from campaigns.editorial.custom_templates import example_context, in_that_template
from campaigns.queries import list_campaigns
from core.errors import BiltenError
from core.i18n import is_language
from core.languages import READER_LANGUAGES
from templates.content import RenderedMail, TemplateSources
from templates.environment import OWN_TEXT
from templates.trial_render import draw, trial_render
from templates.versions import NamedVersion, find_version, library_design, versions
from web.http.anonymous_copy import anonymous_text
from web.http.app_context import AppContext
from web.staff.current_user import CurrentUser, staff_page
from web.staff.path_params import read_number

DONE = ("saved", "used", "library")
MOST_CAMPAIGNS = 20
_AROUND = 2


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the editor."""

    name: str
    kind: str
    sources: TemplateSources
    note: str = ""
    of: NamedVersion | None = None


@dataclass(frozen=True, slots=True)
class PreviewChoice:
    """What a template is looked at with: a campaign, or the example, in a language."""

    campaign: int | None
    language: str


def read_preview_choice(asked: Mapping[str, str]) -> PreviewChoice:
    """What the address says, as far as it makes sense."""
    campaign, language = asked.get("campaign", ""), asked.get("language", "")
    return PreviewChoice(
        read_number(campaign) if campaign else None, language if is_language(language) else READER_LANGUAGES[0]
    )


def done_of(asked: Mapping[str, str]) -> str | None:
    """What has just been done, as the address says."""
    done = asked.get("done")
    return done if done in DONE else None


def editor(
    session: Session,
    context: AppContext,
    current_user: CurrentUser,
    draft: Draft,
    *,
    refused: BiltenError | None = None,
    asked: Mapping[str, str] | None = None,
) -> Response:
    """`asked`: the address's query, where the page is shown and nothing was refused."""
    asked = asked or {}
    shown: dict[str, Any] = {
        "campaigns": [],
        "choice": None,
        "text": "",
        "unreadable": None,
        "changes": [],
        "findings": [],
    }
    if draft.of and refused is None:
        shown = _shown(session, context, draft.of, read_preview_choice(asked))
    is_of_text = bool(refused and refused.params.get("template") == OWN_TEXT)
    broken = draft.sources.text if is_of_text else draft.sources.html
    return staff_page(
        context,
        current_user,
        "staff/template",
        status=refused.http_status if refused else 200,
        section="settings",
        draft=draft,
        refused=refused,
        is_of_text=is_of_text,
        excerpt=_excerpt(broken, refused) if refused and "line" in refused.params else "",
        all_versions=versions(session, name=draft.name) if draft.of else [],
        done=done_of(asked),
        **shown,
    )


def _shown(
    session: Session, context: AppContext, named_version: NamedVersion, choice: PreviewChoice
) -> dict[str, Any]:
    values: dict[str, Any] = {
        "campaigns": list_campaigns(session, limit=MOST_CAMPAIGNS),
        "choice": choice,
        "text": "",
        "unreadable": None,
        "changes": _changes(session, named_version),
        "findings": [],
    }
    try:
        on = example_context(session, settings=context.settings)
        values["findings"] = trial_render(named_version.sources, named_version.template.kind, example_context=on)
        values["text"] = anonymous_text(drawn(session, context, named_version, choice).text, context.settings)
    except BiltenError as refused:
        values["unreadable"] = refused
    return values


def drawn(
    session: Session, context: AppContext, named_version: NamedVersion, choice: PreviewChoice
) -> RenderedMail:
    settings = context.settings
    if choice.campaign is not None:
        return in_that_template(
            session, choice.campaign, named_version.sources, language=choice.language, settings=settings
        )
    language = choice.language if choice.language in READER_LANGUAGES else READER_LANGUAGES[0]
    return draw(
        named_version.sources,
        named_version.template.kind,
        language,
        example_context=example_context(session, settings=settings),
    )[1]


def _changes(session: Session, named_version: NamedVersion) -> list[str]:
    """Line by line against the version before; against the library's design where there is none."""
    number = named_version.version.number
    if number > 1:
        before = find_version(session, f"{named_version.template.name}@{number - 1}").sources
    else:
        before = library_design(named_version.template.kind)
    lines: list[str] = []
    for name, old, new in (
        ("html", before.html, named_version.sources.html),
        ("text", before.text, named_version.sources.text),
    ):
        lines += difflib.unified_diff(old.splitlines(), new.splitlines(), name, name, lineterm="", n=_AROUND)
    return lines


def _excerpt(source: str, refused: BiltenError) -> str:
    """The line that is refused among its neighbours, and a mark under its column."""
    line, column = int(refused.params["line"]), int(refused.params["column"])
    lines = source.splitlines()
    excerpt = []
    for number in range(max(1, line - _AROUND), min(len(lines), line + _AROUND) + 1):
        excerpt.append(f"{number:>5}  {lines[number - 1]}")
        if number == line:
            excerpt.append(" " * (6 + column) + "^")
    return "\n".join(excerpt)
