"""The composer's preview and checks: what readers will get, and where each finding is put right."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import urlencode

from sqlmodel import Session

from campaigns.block_content import BlockKind
from campaigns.editorial.blocks import blocks_of
from campaigns.editorial.preview import preview
from campaigns.editorial.render_variants import render_variants
from campaigns.editorial.versions import content_version, redone_by, undone_by
from campaigns.people.preview_reader import PreviewRecipient, preview_reader
from campaigns.reporting.protected_readers import may_see_readers_of
from campaigns.review.check import check, check_mails
from campaigns.status import CampaignStatus
from campaigns.tables import Campaign
from core.errors import InputRefused, Misconfigured, NotAllowed, NotFound
from core.json_digest import json_digest
from staff.principal import Principal
from staff.users import names_of_actors
from templates.check import Finding
from templates.content import RenderedMail
from web.http.anonymous_copy import NOBODY, anonymous_text
from web.http.app_context import AppContext
from web.staff.campaign_facts import CHECKED
from web.staff.compose_view import BlockLine
from web.staff.path_params import number_or_none

DONE = (
    *("commented", "comment-settled", "comment-reopened"),
    *("drafted", "words", "language-removed", "block-added", "block-changed", "block-moved", "block-removed"),
    *("opened", "undone", "undone-less", "redone", "redone-less", "restored", "restored-less"),
    *("duplicated", "duplicated-less", "duplicated-archived", "duplicated-archived-less"),
)
ADDABLE = tuple(kind for kind in BlockKind if kind is not BlockKind.ITEM)
"""Kinds of blocks that come empty."""
CHOOSE_READER = "compose/reader"
"""The form that says as whom the mail is shown: it writes nothing in the campaign."""
OWN_WORDS = ("subject", "preheader", "introduction")
"""Parts that are written together, in each language."""
VIEWS = ("phone", "desktop", "dark", "plain", "text")
"""How the preview shows the mail: `plain` is without pictures."""


@dataclass(frozen=True, slots=True)
class ComposeRequest:
    """What the page is asked to show."""

    language: str = ""
    view: str = VIEWS[0]
    open_block: int | None = None
    open_language: str = ""
    reader: int | None = None
    """As whom the mail is shown."""
    done: str = ""


def read_asked(asked: Mapping[str, str]) -> ComposeRequest:
    view, done = asked.get("view", ""), asked.get("done", "")
    return ComposeRequest(
        language=asked.get("language", ""),
        view=view if view in VIEWS else VIEWS[0],
        open_block=number_or_none(asked.get("block", "")),
        reader=number_or_none(asked.get("reader", "")),
        open_language=asked.get("words", ""),
        done=done if done in DONE else "",
    )


def preview_values(
    session: Session,
    context: AppContext,
    campaign: Campaign,
    asked: ComposeRequest,
    languages: Sequence[str],
    *,
    viewer: Principal,
) -> dict[str, Any]:
    """What the email is, and what the check says. One that cannot be rendered is said to be so."""
    language = asked.language if asked.language in languages else campaign.main_language
    values: dict[str, Any] = {"shown_language": language, "findings": [], "unreadable": None}
    values |= {"place_of": place_of, "preview_version": ""}
    reader = _reader(session, context, campaign, asked, viewer)
    values |= {"reader": reader, "may_choose_reader": may_see_readers_of(session, campaign.id, viewer)}
    try:
        rendered, findings = _rendered(session, context, campaign, language)
        values["text"] = anonymous_text(
            rendered.text, context.settings, of_reader=reader.merge_values if reader else NOBODY
        )
        values["preview_version"] = json_digest(rendered.html)[:12]
        values["findings"] = findings
    except (InputRefused, Misconfigured) as refused:
        values["unreadable"] = refused
    return values


def _reader(
    session: Session, context: AppContext, campaign: Campaign, asked: ComposeRequest, viewer: Principal
) -> PreviewRecipient | None:
    """None of one who is gone, whom this viewer may not know of, or whom they chose too long ago: then it is
    nobody's preview."""
    if not asked.reader:
        return None
    try:
        return preview_reader(session, campaign.id, asked.reader, viewer=viewer, now=context.clock.now())
    except (NotFound, NotAllowed):
        return None


def history_values(session: Session, campaign_id: int) -> dict[str, Any]:
    """For taking back the last step, and for taking that back; and whose step that was."""
    undone = redone_by(session, campaign_id)
    actors = [undone.actor] if undone is not None else []
    return {
        "content_seen": content_version(session, campaign_id),
        "can_undo": undone_by(session, campaign_id) is not None,
        "can_redo": undone is not None,
        "undone": undone,
        "undone_by_name": "".join(names_of_actors(session, actors).values()),
    }


def _rendered(
    session: Session, context: AppContext, campaign: Campaign, language: str
) -> tuple[RenderedMail, list[Finding]]:
    """Of a draft, each variant is rendered once for both."""
    settings, now = context.settings, context.clock.now()
    if campaign.status is not CampaignStatus.DRAFT:
        rendered = preview(session, campaign.id, language=language, settings=settings)
        is_checked = campaign.status in CHECKED
        return rendered, check(session, campaign.id, settings=settings, now=now) if is_checked else []
    mails = render_variants(session, campaign, settings=settings)
    blocks = blocks_of(session, campaign.id)
    findings = check_mails(session, campaign, blocks, mails, settings=settings, now=now)
    return next(mail for written, mail in mails if written.language == language), findings


def place_of(finding: Finding, lines: Sequence[BlockLine]) -> str:
    """The fragment of the page on which a finding is put right; empty where it is not on this page."""
    if finding.block:
        return f"block-{finding.block}"
    if finding.item:
        named = (line.block.id for line in lines if line.slug and finding.item in line.texts.values())
        return next((f"block-{block_id}" for block_id in named), "")
    return f"words-{finding.language}" if finding.where in OWN_WORDS and finding.language else ""


def linking(campaign_id: int, asked: ComposeRequest, shown: str) -> Callable[..., str]:
    """Makes addresses of the page with something else of it shown."""
    return partial(_link, campaign_id, asked, shown)


def _link(campaign_id: int, asked: ComposeRequest, shown: str, **changes: str | int) -> str:
    values: dict[str, str | int] = {"language": shown, "view": asked.view}
    if asked.open_block:
        values["block"] = asked.open_block
    if asked.reader:
        values["reader"] = asked.reader
    values = {name: value for name, value in (values | changes).items() if value}
    return f"/campaigns/{campaign_id}/compose?{urlencode(values)}"
