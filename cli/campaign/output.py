"""What the campaign commands share: who acts, and how a campaign is told of."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from cli.context import ActingUser, CliContext
from cli.output import LARGEST_NUMBER, cli_context, print_answer
from core.errors import BiltenError, NotFound

if TYPE_CHECKING:
    from sqlmodel import Session

    from campaigns.tables import Campaign
    from staff.principal import Principal


def _claim_actor(ctx: typer.Context, value: str | None) -> str | None:
    if value is not None:
        cli_context(ctx).acting = ActingUser(value, ctx.command_path)
    return value


Number = Annotated[
    int, typer.Argument(max=LARGEST_NUMBER, help="The campaign's number, as `bilten campaign status` shows it.")
]
As = Annotated[
    str | None,
    typer.Option(
        "--as",
        callback=_claim_actor,
        help="Who does this, by their email address; the operator if not given.",
    ),
]
AsPerson = Annotated[
    str,
    typer.Option(
        "--as",
        callback=_claim_actor,
        help="Who makes the change, by their email address. That person cannot approve it.",
    ),
]
SHOWN_OF_HASH = 12


def actor(session: "Session", address: str | None) -> "Principal":
    """The staff member of that address, with their role and its limits; without one, whoever has this shell."""
    from staff.principal import OPERATOR, principal_of
    from staff.users import find_user

    if address is None:
        return OPERATOR
    user = find_user(session, address)
    if user is None or user.disabled_at is not None:
        raise NotFound("cli-user-unknown", address=address)
    return principal_of(user)


def note_refusal(context: CliContext, error: Exception) -> None:
    """In the audit log, as of what the browser is refused. The answer is the same where that cannot be written."""
    if context.acting is None or not isinstance(error, BiltenError):
        return
    from sqlalchemy.exc import OperationalError

    from core.logging import get_logger
    from staff.audit_log import record_refusal
    from staff.principal import REFUSED_BY_ROLE
    from staff.users import find_user

    if error.code != REFUSED_BY_ROLE:
        return
    try:
        with context.database.write() as session:
            if user := find_user(session, context.acting.address):
                record_refusal(session, user.id, context.acting.command, now=context.clock.now())
    except OperationalError as failed:
        get_logger(__name__).warning("database.not_reached", kind=type(failed).__name__)


def step(context: CliContext, address: str | None, take: "Callable[[Session, Principal], Campaign]") -> None:
    """Takes one step in a transaction of its own, and tells where the campaign stands after it."""
    from campaigns.reporting.campaign_data import campaign_data

    with context.database.write() as session:
        campaign = take(session, actor(session, address))
        warning = [
            *nobody_left(context, session, campaign),
            *comments_left(context, session, campaign),
            *held_back(context, session),
        ]
    print_answer(context, {"campaign": campaign_data(campaign)}, *campaign_lines(context, campaign), *warning)


def nobody_left(context: CliContext, session: "Session", campaign: "Campaign") -> list[str]:
    """A line where too few are left whose approval would count."""
    from campaigns.editorial.content_changes import lacks_approvers

    if lacks_approvers(session, campaign, settings=context.settings):
        return [context.text("campaigns-nobody-left-to-approve")]
    return []


def comments_left(context: CliContext, session: "Session", campaign: "Campaign") -> list[str]:
    """A line where colleagues' comments are open and the campaign goes on its way without them."""
    from campaigns.review.comments import open_comments
    from campaigns.status import CampaignStatus

    count = sum(open_comments(session, campaign.id).values())
    is_going_on = campaign.status in (CampaignStatus.IN_REVIEW, CampaignStatus.APPROVED)
    return [context.text("campaigns-comments-open", count=count)] if count and is_going_on else []


def held_back(context: CliContext, session: "Session") -> list[str]:
    """A line where nothing is sent from this database at all, whatever is scheduled."""
    from core.generation.counter import read_generation
    from core.generation.verdict import Verdict, held_code

    return [context.text(held_code(Verdict.QUARANTINED))] if read_generation(session).is_quarantined else []


def campaign_lines(context: CliContext, campaign: "Campaign") -> list[str]:
    """What it is, where it stands, and what stands in its way."""
    status = context.text(f"campaigns-status-{campaign.status}")
    lines = [context.text("cli-campaign", number=str(campaign.id), name=campaign.name, status=status)]
    if campaign.content_hash is not None:
        lines.append(context.text("cli-campaign-content", hash=campaign.content_hash[:SHOWN_OF_HASH]))
    if campaign.scheduled_at is not None and campaign.launched_at is None:
        is_held = campaign.pause_reason is not None
        key = "cli-campaign-was-due" if is_held else "cli-campaign-when"
        lines.append(context.text(key, time=_local(context, campaign)))
    if campaign.pause_reason is not None:
        lines.append(context.text(f"campaigns-pause-{campaign.pause_reason}"))
    if campaign.pause_detail:
        lines.append(campaign.pause_detail)
    return lines


def _local(context: CliContext, campaign: "Campaign") -> str:
    from core.i18n import local_time

    zone = campaign.scheduled_zone or context.settings.time_zone
    assert campaign.scheduled_at is not None  # noqa: S101  # the caller looked
    return f"{local_time(campaign.scheduled_at, context.language, zone)} ({zone})"
