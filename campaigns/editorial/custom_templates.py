"""Templates of the organisation's own, where they meet people and campaigns: who saves one, which one a campaign
takes, how a campaign would look in another."""

from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from campaigns.editorial.compose import document, load_content, the_brand
from campaigns.editorial.content_changes import TEMPLATES_IN_USE, record_changes
from campaigns.editorial.edit import reopen
from campaigns.editorial.stale_edit import expect_seen, template_version
from campaigns.queries import get_campaign, lock_campaign, variants_of
from campaigns.tables import Campaign
from core.db import Database
from core.errors import InputRefused, NotFound
from core.settings import Settings
from staff import audit
from staff.principal import Principal, require
from staff.roles import Permission
from templates.content import RenderedMail, TemplateSources
from templates.render import render
from templates.trial_render import ExampleContext
from templates.versions import (
    LIBRARY,
    NamedVersion,
    TemplateDraft,
    check_new_version,
    find_version,
    in_use,
    own_sources,
    put_in_use,
    save_version,
    try_sources,
    use_library,
)


def save_template(
    database: Database, draft: TemplateDraft, *, actor: Principal, settings: Settings, now: datetime
) -> NamedVersion:
    """The next version of that template, its examples rendered with no transaction open. Raises NotAllowed, and as
    `templates.versions.check_new_version` and `try_sources` do."""
    require(actor, Permission.MANAGE_TEMPLATES)
    with database.read() as session:
        known = check_new_version(session, draft)
        on = example_context(session, settings=settings)
    tried = try_sources(draft.sources, known, example_context=on)
    with database.write() as session:
        saved = save_version(session, draft, tried, author=actor.name, now=now)
        number = saved.version.number
        _record(session, "template.saved", saved.template.name, actor=actor, now=now, number=number)
        before = find_version(session, f"{saved.template.name}@{number - 1}").sources if number > 1 else None
        parts = {"sources": (_template_parts(before), _template_parts(saved.sources))}
        record_changes(session, f"template:{saved.template.id}", parts, actor=actor.name, now=now)
    return saved


def use_template(
    database: Database, handle: str, *, actor: Principal, settings: Settings, now: datetime
) -> NamedVersion:
    """New campaigns of its kind take it. Raises NotFound, NotAllowed, InputRefused where its examples have an
    error."""
    require(actor, Permission.MANAGE_TEMPLATES)
    with database.read() as session:
        chosen = find_version(session, handle)
        on = example_context(session, settings=settings)
    # A version never changes: what was tried is what is put in use.
    tried = try_sources(chosen.sources, chosen.template.kind, example_context=on)
    with database.write() as session:
        before = _sources_in_use(session, chosen.template.kind)
        put_in_use(session, chosen, tried)
        _record_use(session, chosen.template.kind, before, chosen.sources, actor=actor, now=now)
        number = chosen.version.number
        _record(session, "template.put_in_use", chosen.template.name, actor=actor, now=now, number=number)
        return find_version(session, chosen.handle)


def use_the_library(session: Session, kind: str, *, actor: Principal, now: datetime) -> None:
    """New campaigns of that kind take the library's design. Raises NotAllowed, InputRefused."""
    require(actor, Permission.MANAGE_TEMPLATES)
    before = _sources_in_use(session, kind)
    use_library(session, kind)
    _record_use(session, kind, before, None, actor=actor, now=now)
    _record(session, "template.library_in_use", kind, actor=actor, now=now)


def choose_template(
    session: Session,
    campaign_id: int,
    chosen: NamedVersion | None,
    *,
    actor: Principal,
    now: datetime,
    seen: str | None = None,
) -> Campaign:
    """That version for this campaign, or the library's design for None; a draft again, as by any edit.

    Raises NotAllowed, InputRefused for a version of another kind, Conflict where it no longer has the one that was
    `seen`.
    """
    require(actor, Permission.EDIT)
    campaign = lock_campaign(session, campaign_id)
    if chosen and chosen.template.kind != campaign.kind.value:
        raise InputRefused("campaigns-template-of-other-kind", name=chosen.handle)
    is_change = campaign.template_version_id != (chosen.version.id if chosen else None)
    expect_seen(seen, template_version(campaign), is_change=is_change)
    before = own_sources(session, campaign.template_version_id) if campaign.template_version_id else None
    parts = {"template": (_template_parts(before), _template_parts(chosen.sources if chosen else None))}
    reopen(session, campaign, parts, actor=actor, now=now)
    campaign.template_version_id = chosen.version.id if chosen else None
    session.add(campaign)
    audit.record(
        session,
        actor=actor.name,
        action="campaign.template_chosen",
        subject=f"campaign:{campaign.id}",
        now=now,
        template=chosen.handle if chosen else LIBRARY,
    )
    return campaign


def in_that_template(
    session: Session, campaign_id: int, sources: TemplateSources, *, language: str | None, settings: Settings
) -> RenderedMail:
    """A campaign of any kind as it would look; in its main language unless another of its variants is named.

    Raises NotFound; InputRefused where it cannot be rendered so.
    """
    campaign = get_campaign(session, campaign_id)
    content = replace(load_content(session, campaign, settings=settings), sources=sources)
    wanted = language or campaign.main_language
    for variant in variants_of(session, campaign_id):
        if variant.language == wanted:
            return render(document(content, variant, settings=settings))
    raise NotFound("campaigns-no-variant", language=wanted, name=campaign.name)


def example_context(session: Session, *, settings: Settings) -> ExampleContext:
    """Where templates are tried: the organisation's brand, pictures from here. Raises Misconfigured."""
    site = settings.public_url
    return ExampleContext(
        brand=the_brand(session, settings=settings),
        site=site,
        picture=lambda name: f"{site}/static/example-{name}.svg",
    )


def _template_parts(sources: TemplateSources | None) -> list[str] | None:
    """None: the library's design."""
    return [sources.html, sources.text] if sources else None


def _sources_in_use(session: Session, kind: str) -> TemplateSources | None:
    version_id = in_use(session, kind)
    return own_sources(session, version_id) if version_id else None


def _record_use(
    session: Session,
    kind: str,
    before: TemplateSources | None,
    after: TemplateSources | None,
    *,
    actor: Principal,
    now: datetime,
) -> None:
    """Campaigns have a version of their own; automations make new ones, which take the one in use."""
    parts = {kind: (_template_parts(before), _template_parts(after))}
    record_changes(session, TEMPLATES_IN_USE, parts, actor=actor.name, now=now)


def _record(session: Session, action: str, name: str, *, actor: Principal, now: datetime, **detail: int) -> None:
    audit.record(session, actor=actor.name, action=action, subject=f"template:{name}", now=now, **detail)
