"""Cookies, for staff only: readers get none."""

from datetime import timedelta

from fastapi import Request, Response

from core.settings import Settings

SESSION = "bilten-session"
FORM = "bilten-form"
FORM_LIFETIME = timedelta(hours=12)
DEVICE = "bilten-device"
OIDC = "bilten-single-sign-on"
"""What this browser took to the identity provider (`staff.oidc_request`)."""
PENDING = "bilten-sign-in"
"""A sign-in whose second step is asked for (`staff.pending_sign_in`)."""


def cookie_name(settings: Settings, name: str) -> str:
    """With the prefix, browsers take the cookie only from this very host, over https, for every path."""
    return f"__Host-{name}" if settings.secure_cookies else name


def read_cookie(request: Request, settings: Settings, name: str) -> str | None:
    return request.cookies.get(cookie_name(settings, name)) or None


def set_cookie(response: Response, settings: Settings, name: str, value: str, *, lifetime: timedelta) -> None:
    response.set_cookie(
        cookie_name(settings, name),
        value,
        max_age=int(lifetime.total_seconds()),
        path="/",
        secure=settings.secure_cookies,
        httponly=True,
        samesite="lax",
    )


def drop_cookie(response: Response, settings: Settings, name: str) -> None:
    response.delete_cookie(
        cookie_name(settings, name), path="/", secure=settings.secure_cookies, httponly=True, samesite="lax"
    )
