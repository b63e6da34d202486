"""The live composer, for htmx: what became of a form that was sent by itself, and with it the preview and the
checks as they are now.

Without JavaScript nothing of this happens: each form is sent by its button, and the whole page is the answer.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlsplit

from fastapi import Request, Response

from campaigns.editorial.blocks import blocks_of, order_version
from campaigns.queries import get_campaign, variants_of
from campaigns.reporting.campaign_data import campaign_data
from campaigns.status import CampaignStatus
from core.errors import BiltenError, Conflict
from core.i18n import local_time
from core.languages import writing_order
from delivery.senders.senders import get_sender
from web.http.app_context import AppContext
from web.http.live import LIVE
from web.staff.compose_preview import ADDABLE, history_values, linking, preview_values, read_asked
from web.staff.compose_view import OpenForm, block_lines
from web.staff.compose_words import inbox_lines
from web.staff.current_user import CurrentUser, staff_page
from web.staff.media_choice import block_choices


@dataclass(frozen=True, slots=True)
class LiveAnswer:
    """What was sent and is saved; what else of the page is to be drawn anew follows from it."""

    block_id: int | None = None
    language: str = ""
    """Whose subject, preheader and introduction it was."""
    seen: str = ""
    """The version of what stands in its form: that is what its writer has seen."""
    files: OpenForm | None = None
    """The block's form, where a file of it came or went."""
    moved: int | None = None
    """The block that stands in another place now."""


@dataclass(frozen=True, slots=True)
class LiveRefusal:
    """What is wrong. Everything stays in the form as it was typed."""

    refused: BiltenError | None = None
    opened: OpenForm | None = None
    """The block's form."""
    conflicts: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """By field: what somebody else has saved meanwhile, and what was typed here."""
    seen: str = ""
    """The version that is saved now: sent with it, what was typed here takes its place."""
    back: str = ""
    """Where what is saved now is shown."""
    is_step: bool = False
    """Nothing was typed."""


def expect_draft(context: AppContext, campaign_id: int) -> None:
    """What is typed goes on being saved while it is a draft; nobody withdraws an approval by typing. Raises
    Conflict."""
    with context.database.read() as session:
        if get_campaign(session, campaign_id).status is not CampaignStatus.DRAFT:
            raise Conflict("campaigns-compose-submitted")


def live_saved(
    request: Request, context: AppContext, current_user: CurrentUser, campaign_id: int, answer: LiveAnswer
) -> Response:
    asked = read_asked(dict(parse_qsl(urlsplit(request.headers.get("hx-current-url", "")).query)))
    with context.database.read() as session:
        campaign = get_campaign(session, campaign_id)
        variants = variants_of(session, campaign_id)
        languages = writing_order([variant.language for variant in variants], mine=current_user.user.language)
        blocks = blocks_of(session, campaign_id)
        lines = block_lines(session, blocks, languages)
        values = preview_values(session, context, campaign, asked, languages, viewer=current_user.principal)
        values |= history_values(session, campaign_id)
        sender_name = get_sender(session, campaign.sender_id).from_name
    variant = next((variant for variant in variants if variant.language == answer.language), None)
    response = staff_page(
        context,
        current_user,
        "staff/compose_live",
        campaign=campaign_data(campaign),
        answer=answer,
        languages=languages,
        lines=lines,
        order_seen=order_version(blocks),
        addable=ADDABLE,
        typed_in=_nothing_typed,
        opened_id=asked.open_block or 0,
        block_id=answer.block_id,
        variant=variant,
        inbox={variant.language: inbox_lines(variant, context.settings)} if variant else {},
        sender_name=sender_name,
        asset_path=context.assets.url_path,
        kept_path=context.assets.kept_path,
        library=block_choices(context, answer.files.form if answer.files else None),
        asked=asked,
        link=linking(campaign_id, asked, values["shown_language"]),
        saved_at=local_time(context.clock.now(), current_user.user.language, context.settings.time_zone),
        **values,
    )
    response.headers[LIVE] = "yes"
    return response


def _nothing_typed(_: str) -> Mapping[str, str]:
    return {}


def live_refused(context: AppContext, current_user: CurrentUser, refusal: LiveRefusal) -> Response:
    """Beside the form that was sent."""
    response = staff_page(
        context,
        current_user,
        "staff/compose_live_refused",
        status=refusal.refused.http_status if refusal.refused else 422,
        refusal=refusal,
        problems=refusal.opened.form.problems if refusal.opened else {},
        asset_path=context.assets.url_path,
    )
    response.headers[LIVE] = "yes"
    return response
