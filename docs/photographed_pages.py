"""Which pages for staff `make screenshots` has left out: a new one is photographed, or is here with its reason."""

import re
from collections.abc import Collection

from fastapi.routing import APIRoute

from web.routes import PAGES

NOT_PAGES = """
/
/brand/preview
/campaigns/{campaign_id}/clicks/{language}/mail
/campaigns/{campaign_id}/deliveries/{delivery_id}/html
/campaigns/{campaign_id}/preview/{language}
/campaigns/{campaign_id}/progress
/campaigns/{campaign_id}/report.{file_type}
/data-protection/register/{language}/file
/news/{item_id}/preview/{language}
/account/second-factor/single-sign-on
/single-sign-on
/single-sign-on/back
/sign-in-passkey
/sign-in/{link}
/templates/{handle}/preview
"""
"""Files, what frames and live parts show on a page that is photographed, and what only leads on."""


def left_out(photographed: Collection[str]) -> list[str]:
    """Pages for staff that none of these paths, which may have a query, leads to."""
    paths = [path.partition("?")[0] for path in photographed]
    return [route for route in _pages() if not any(re.fullmatch(_pattern(route), path) for path in paths)]


def _pages() -> list[str]:
    routes = [
        route
        for page in PAGES
        if page.__name__.startswith("web.staff.")
        for route in page.router.routes
        if isinstance(route, APIRoute) and "GET" in (route.methods or ())
    ]
    return sorted({route.path for route in routes} - set(NOT_PAGES.split()))


def _pattern(route: str) -> str:
    return re.sub(r"\\{[^}]+\\}", "[^/]+", re.escape(route))
