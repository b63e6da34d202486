"""Sandboxed frame: a mail inside a page of staff's, as its reader would see it.

The frame has neither scripts nor an origin: what is in it cannot read the page around it, and no cookie goes with
what it loads. Its pictures are therefore public, and say themselves that other origins may show them.
"""

import re
from urllib.parse import urlsplit

from fastapi.responses import HTMLResponse

from core.settings import Settings
from web.http.security_headers import PICTURELESS_POLICY, PREVIEW_POLICY

_IN_THE_DARK = re.compile(r"\(\s*prefers-color-scheme\s*:\s*dark\s*\)")


def preview_frame(html: str, settings: Settings, *, view: str = "") -> HTMLResponse:
    """`view`: `dark` for what a device in dark colours shows, `plain` for a program that fetches no pictures."""
    parts = urlsplit(settings.public_url)
    policy = PREVIEW_POLICY.format(public=f"{parts.scheme}://{parts.netloc}")
    if view == "dark":
        html = _IN_THE_DARK.sub("(min-width:0)", html)
    if view == "plain":
        policy = PICTURELESS_POLICY
    return HTMLResponse(html, headers={"Content-Security-Policy": policy, "X-Frame-Options": "SAMEORIGIN"})
