"""CSRF (cross-site request forgery): forms that another site made somebody send are refused: by where they came
from, and by a token bound to the visitor's own cookie, which another site can neither read nor set."""

import hashlib
import hmac
from collections.abc import Mapping
from urllib.parse import urlsplit

from fastapi import Request

from core.errors import NotAllowed
from core.loopback import is_loopback
from core.settings import Environment, Settings
from web.http.typed_fields import drop_typed

FIELD = "form_token"


def form_token(settings: Settings, cookie: str) -> str:
    """The token for forms on a page shown to whoever holds `cookie`."""
    key = settings.secret_key.get_secret_value().encode()
    return hmac.new(key, b"bilten.form\0" + cookie.encode(), hashlib.sha256).hexdigest()


def check_form(request: Request, settings: Settings, form: Mapping[str, str], *, cookie: str | None) -> None:
    """Raises NotAllowed."""
    check_origin(request, settings)
    given = form.get(FIELD, "")
    if cookie is None or not hmac.compare_digest(given.encode(), form_token(settings, cookie).encode()):
        raise NotAllowed("web-form-out-of-date")


def check_origin(request: Request, settings: Settings) -> None:
    """Raises NotAllowed."""
    if not _comes_from_here(request, settings):
        drop_typed(request)
        raise NotAllowed("web-form-from-elsewhere")


def _comes_from_here(request: Request, settings: Settings) -> bool:
    """Browsers that are too old to say where a form comes from are left to the token."""
    site = request.headers.get("sec-fetch-site")
    if site is not None and site != "same-origin":
        return False
    origin = request.headers.get("origin")
    return origin is None or origin in _own_origins(request, settings)


def is_surely_ours(request: Request, settings: Settings) -> bool:
    """Whether the browser says so itself, where no token can."""
    says_so = {"sec-fetch-site", "origin"} & set(request.headers.keys())
    return bool(says_so) and _comes_from_here(request, settings)


def _own_origins(request: Request, settings: Settings) -> set[str]:
    parts = urlsplit(settings.public_url)
    own = {f"{parts.scheme}://{parts.netloc}"}
    host = request.headers.get("host", "")
    if settings.environment is Environment.DEVELOPMENT and is_loopback(f"//{host}"):
        own.add(f"http://{host}")
    return own
