"""A mail as a page, for whoever may read it: what was frozen at launch, with nobody's data in it.

What is added is the page's and not the mail's: where it belongs, for search engines and for previews of links, and
what has been corrected since. Links are direct: what is counted is the mail. The frozen bytes stay as they are.
"""

import re
from collections.abc import Mapping

from fastapi import Request, Response
from fastapi.responses import HTMLResponse
from markupsafe import Markup
from sqlmodel import Session

from campaigns.clicks.click_links import with_direct_links
from campaigns.clicks.frozen_links import targets_of
from campaigns.public_archive.archive import CorrectionLink, corrections_of, notice_on
from campaigns.public_archive.members_only import lets_in
from campaigns.public_archive.publications import with_campaign_links
from campaigns.public_archive.tables import NoticeKind
from campaigns.queries import find_campaign, rendered_of
from campaigns.tables import Campaign, RenderedVariant, Visibility
from core.errors import NotAllowed, NotFound
from core.i18n import direction
from core.public_urls import ENTRY, WEB_VERSION, publication_path, web_version_url
from web.http.anonymous_copy import anonymous_html, anonymous_text
from web.http.app_context import AppContext, Context
from web.http.security_headers import WEB_VERSION_POLICY
from web.http.templates import READING, pages_router
from web.http.trailing_marks import token_alone
from web.public.page import page_language

_WITHDRAWN: Mapping[NoticeKind | None, str] = {
    None: "web-version-withdrawn",
    NoticeKind.RECALL: "web-version-recalled",
    NoticeKind.CORRECTION: "web-version-withdrawn-wrong",
}
"""What is said in place of what nobody may read: also then, whoever comes from the mail learns of the recall."""
_HEAD_ENDS = "</head>"
_BODY = re.compile(r"<body\b[^>]*>")

router = pages_router()


@router.api_route(WEB_VERSION, methods=READING)
def show_web_version(request: Request, context: Context, public_id: str, language: str) -> Response:
    page_language(request, known=language)
    with context.database.read() as session:
        campaign = readable_campaign(request, context, session, public_id)
        variants = rendered_of(session, campaign.id)
        variant = next((rendered for rendered in variants if rendered.language == language), None)
        if variant is None:
            raise NotFound("web-version-unknown")
        corrections, kind = corrections_of(session, campaign, language), notice_on(session, campaign.id)
        targets = targets_of(session, campaign)
    html = with_direct_links(variant.html, targets)
    html = with_campaign_links(anonymous_html(html, context.settings), campaign, settings=context.settings)
    if campaign.visibility is Visibility.MEMBERS:
        html = _with_pass(html, context, campaign, pass_of(request))
    if campaign.visibility is not Visibility.MEMBERS:
        html = html.replace(_HEAD_ENDS, _head(context, campaign, variant, variants) + _HEAD_ENDS, 1)
    if corrections or kind:
        notice = _notice(context, language, kind, corrections)
        html = _BODY.sub(lambda body: body[0] + notice, html, count=1)
    headers = {"Content-Security-Policy": WEB_VERSION_POLICY}
    if campaign.visibility is not Visibility.PUBLIC:
        headers["X-Robots-Tag"] = "noindex"
    return HTMLResponse(html, headers=headers)


def readable_campaign(request: Request, context: AppContext, session: Session, public_id: str) -> Campaign:
    """Before launch a campaign is nobody's business, and after it only as much as staff say.

    Raises NotFound; NotAllowed for a visitor without a subscriber's pass to what is for subscribers.
    """
    try:
        campaign = find_campaign(session, public_id)
    except NotFound:
        raise NotFound("web-version-unknown") from None
    if campaign.launched_at is None:
        raise NotFound("web-version-unknown")
    if campaign.visibility is Visibility.NONE:
        raise NotFound(_WITHDRAWN[notice_on(session, campaign.id)])
    if campaign.visibility is Visibility.MEMBERS:
        _check_pass(request, context, public_id)
    return campaign


def pass_of(request: Request) -> str:
    """A subscriber's, from the address; empty without one."""
    return token_alone(request.query_params.get(ENTRY, ""))


def _check_pass(request: Request, context: AppContext, public_id: str) -> None:
    """Raises NotAllowed, which says where a subscriber finds the way in."""
    if not lets_in(context.signer, public_id, pass_of(request), now=context.clock.now()):
        raise NotAllowed("web-version-members")


def _with_pass(html: str, context: AppContext, campaign: Campaign, entry: str) -> str:
    """What the mail's links to publications lead to is for subscribers, too, and they come by this page."""
    ours = re.escape(f'"{context.settings.public_url}{publication_path(campaign.public_id, "")}')
    return re.sub(rf'({ours}[^"]*\?lang=[^"]*)"', rf'\1&amp;{ENTRY}={entry}"', html)


def _head(
    context: AppContext, campaign: Campaign, variant: RenderedVariant, variants: list[RenderedVariant]
) -> str:
    """Canonical address, the other languages, and what a link to it shows elsewhere (https://ogp.me)."""

    def url(language: str) -> str:
        return web_version_url(context.settings, campaign.public_id, language)

    summary = anonymous_text(variant.preheader, context.settings)
    properties = {
        "og:type": "article",
        "og:title": anonymous_text(variant.subject, context.settings),
        "og:description": summary,
        "og:url": url(variant.language),
        "og:locale": variant.language.replace("-", "_"),
    }
    lines = [
        Markup('<link rel="canonical" href="{}" />').format(url(variant.language)),
        *(
            Markup('<link rel="alternate" hreflang="{}" href="{}" />').format(other.language, url(other.language))
            for other in variants
            if other.language != variant.language
        ),
        Markup('<meta name="description" content="{}" />').format(summary),
        *(Markup('<meta property="{}" content="{}" />').format(name, value) for name, value in properties.items()),
    ]
    return "".join(lines)


def _notice(context: AppContext, language: str, kind: NoticeKind | None, corrections: list[CorrectionLink]) -> str:
    """Above everything else: whoever reads it must not miss that something in it was wrong, or all of it."""
    code = "web-version-recalled" if kind is NoticeKind.RECALL else "web-version-wrong"
    code = code if kind is NoticeKind.RECALL or not corrections else "web-version-corrected"
    notice_text = context.pages.texts.text(language, code)
    links = Markup("<br />").join(
        Markup('<a href="{}" style="color:#6d1414;">{}</a>').format(
            web_version_url(context.settings, correction.public_id, correction.language),
            anonymous_text(correction.title, context.settings),
        )
        for correction in corrections
    )
    notice = Markup(
        '<div role="note" lang="{}" dir="{}" style="padding:16px 32px;background:#fae9e7;color:#1d1b19;'
        'font:16px/1.5 Arial,sans-serif;border-bottom:3px solid #9a1c1c;"><strong>{}</strong><br />{}</div>'
    ).format(language, direction(language), notice_text, links)
    return str(notice)  # beside a Markup, plain text of the page would be escaped
