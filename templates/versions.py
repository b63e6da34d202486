"""Looks of the organisation's own: each kept in versions that never change, of which one may be in use."""

import re
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import defer
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import Select

from core.errors import Conflict, InputRefused, NotFound
from core.logging import get_logger
from templates.check import Finding, Severity
from templates.content import TemplateSources
from templates.designs import DESIGNS
from templates.environment import library_sources
from templates.tables import Template, TemplateInUse, TemplateVersion
from templates.trial_render import ExampleContext, trial_render

MAX_NAME = 60
MAX_NOTE = 300
LIBRARY = "library"
"""What people call the designs that come with Bilten; no template can be called so."""
_RESERVED = (LIBRARY, "new")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_HANDLE = re.compile(r"(?P<name>[^@]+)@(?P<number>[0-9]{1,9})")

log = get_logger(__name__)


@dataclass(frozen=True, slots=True)
class NamedVersion:
    """A version with what it is called by."""

    template: Template
    version: TemplateVersion
    is_in_use: bool

    @property
    def handle(self) -> str:
        """appeal-of-spring@3"""
        return f"{self.template.name}@{self.version.number}"

    @property
    def sources(self) -> TemplateSources:
        return TemplateSources(self.version.html_source, self.version.text_source)


@dataclass(frozen=True, slots=True)
class TrialResult:
    """Sources that were rendered with the example mails of their kind, and what a check found in these. Made with
    no transaction open (`try_sources`); nothing else is saved or put in use."""

    sources: TemplateSources
    kind: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class TemplateDraft:
    """What somebody would save as the next version of a template."""

    name: str
    sources: TemplateSources
    kind: str | None = None
    """Needed for the first version."""
    note: str = ""
    newest_seen: int | None = None
    """The number of the version that its writer took for the newest; None: whatever there is."""


def try_sources(sources: TemplateSources, kind: str, *, example_context: ExampleContext) -> TrialResult:
    """Raises InputRefused, with line and column where a source cannot be rendered with the examples."""
    sources = TemplateSources(_unix_lines(sources.html), _unix_lines(sources.text))
    return TrialResult(sources, kind, tuple(trial_render(sources, kind, example_context=example_context)))


def check_new_version(session: Session, draft: TemplateDraft) -> str:
    """The kind of the template that the draft would be the next version of. Raises InputRefused; Conflict where
    nothing is new in it."""
    if len(_one_line(draft.note)) > MAX_NOTE:
        raise InputRefused("templates-note-long", limit=MAX_NOTE)
    template = session.exec(select(Template).where(Template.name == draft.name)).one_or_none()
    known = _kind_of(template, draft.name, draft.kind)
    if template:
        sources = TemplateSources(_unix_lines(draft.sources.html), _unix_lines(draft.sources.text))
        _refuse_known(template, _newest(session, template), sources)
    return known


def save_version(
    session: Session, draft: TemplateDraft, tried: TrialResult, *, author: str, now: datetime
) -> NamedVersion:
    """The next version of that template. Raises as `check_new_version` does, and Conflict where it would follow
    another version than its writer knew of."""
    template = _template_for(session, draft.name, tried.kind, now=now)
    newest = _newest(session, template)
    _refuse_known(template, newest, tried.sources)
    if newest and draft.newest_seen not in (None, newest.number):
        raise Conflict("templates-newer-version", name=template.name, number=newest.number)
    version = TemplateVersion(
        template_id=template.id,
        number=newest.number + 1 if newest else 1,
        html_source=tried.sources.html,
        text_source=tried.sources.text,
        note=_one_line(draft.note),
        author=author,
        created_at=now,
    )
    session.add(version)
    session.flush()
    log.info("template.saved", template_id=template.id, number=version.number)
    return NamedVersion(template, version, is_in_use=False)


def _newest(session: Session, template: Template) -> TemplateVersion | None:
    return session.exec(
        select(TemplateVersion)
        .where(TemplateVersion.template_id == template.id)
        .order_by(col(TemplateVersion.number).desc())
        .limit(1)
    ).one_or_none()


def _refuse_known(template: Template, newest: TemplateVersion | None, sources: TemplateSources) -> None:
    if newest and (newest.html_source, newest.text_source) == (sources.html, sources.text):
        raise Conflict("templates-nothing-new", name=template.name, number=newest.number)


def put_in_use(session: Session, chosen: NamedVersion, tried: TrialResult) -> None:
    """New campaigns of its kind take it from now on; those there are already keep what they have.

    Raises InputRefused with the first error that a check finds in its examples, such as a mail without a way out.
    """
    for finding in tried.findings:
        if finding.severity is Severity.ERROR:
            raise InputRefused(finding.code, **finding.params)
    use_library(session, chosen.template.kind)
    session.add(TemplateInUse(kind=chosen.template.kind, version_id=chosen.version.id))
    session.flush()
    log.info("template.put_in_use", version_id=chosen.version.id)


def use_library(session: Session, kind: str) -> None:
    """New campaigns of that kind take the library's design. Raises InputRefused for a kind that there is not."""
    check_kind(kind)
    session.execute(delete(TemplateInUse).where(col(TemplateInUse.kind) == kind))


def in_use(session: Session, kind: str) -> int | None:
    """The id of the version that new campaigns of that kind take; None for the library's design."""
    return session.exec(select(TemplateInUse.version_id).where(TemplateInUse.kind == kind)).one_or_none()


def own_sources(session: Session, version_id: int) -> TemplateSources:
    version = session.get_one(TemplateVersion, version_id)
    return TemplateSources(version.html_source, version.text_source)


def library_design(kind: str) -> TemplateSources:
    """The library's own sources of that kind, to begin from. Raises InputRefused for a kind that there is not."""
    check_kind(kind)
    return library_sources(kind)


def versions(session: Session, *, kind: str | None = None, name: str | None = None) -> list[NamedVersion]:
    """Of every template, of those of a kind, or of one; templates by name, newest version first. Their sources are
    read when they are asked for."""
    wanted = _named().options(
        defer(col(TemplateVersion.html_source)),  # type: ignore[arg-type]  # an attribute of the class
        defer(col(TemplateVersion.text_source)),  # type: ignore[arg-type]  # likewise
    )
    if kind is not None:
        wanted = wanted.where(Template.kind == kind)
    if name is not None:
        wanted = wanted.where(Template.name == name)
    return [NamedVersion(template, version, used is not None) for template, version, used in session.exec(wanted)]


def find_version(session: Session, handle: str) -> NamedVersion:
    """By what a person calls it: name@3, or the name alone for its newest version. Raises NotFound."""
    match = _HANDLE.fullmatch(handle)
    wanted = _named().where(Template.name == (match["name"] if match else handle))
    if match:
        wanted = wanted.where(TemplateVersion.number == int(match["number"]))
    row = session.exec(wanted.limit(1)).one_or_none()
    if row is None:
        raise NotFound("templates-unknown", name=handle[: MAX_NAME + 12])
    template, version, used = row
    return NamedVersion(template, version, used is not None)


def _named() -> "Select[Template, TemplateVersion, int]":
    return (
        select(Template, TemplateVersion, TemplateInUse.version_id)
        .join(TemplateVersion, col(TemplateVersion.template_id) == Template.id)
        .join(TemplateInUse, col(TemplateInUse.version_id) == TemplateVersion.id, isouter=True)
        .order_by(col(Template.name), col(TemplateVersion.number).desc())
    )


def check_kind(kind: str) -> None:
    """Raises InputRefused."""
    if kind not in DESIGNS:
        raise InputRefused("templates-template-unknown", template=kind, known=", ".join(DESIGNS))


def _template_for(session: Session, name: str, kind: str, *, now: datetime) -> Template:
    # Whoever saves the same template at the same time waits here, and then makes the version after.
    template = session.exec(select(Template).where(Template.name == name).with_for_update()).one_or_none()
    _kind_of(template, name, kind)
    if template:
        return template
    made = Template(name=name, kind=kind, created_at=now)
    try:
        with session.begin_nested():
            session.add(made)
    except IntegrityError:
        raise Conflict("templates-name-taken", name=name) from None
    return made


def _kind_of(template: Template | None, name: str, kind: str | None) -> str:
    """Raises InputRefused for a kind that it has not, or for a name that cannot be a new template's."""
    if template:
        if kind not in (None, template.kind):
            raise InputRefused("templates-other-kind", name=name, kind=template.kind)
        return template.kind
    if len(name) > MAX_NAME or not _NAME.fullmatch(name) or name in _RESERVED:
        raise InputRefused("templates-name-refused", limit=MAX_NAME)
    if kind is None:
        raise InputRefused("templates-kind-needed", name=name, known=", ".join(DESIGNS))
    check_kind(kind)
    return kind


def _one_line(note: str) -> str:
    return " ".join(note.split())


def _unix_lines(source: str) -> str:
    return source.replace("\r\n", "\n").replace("\r", "\n")
