"""Settings: one page that leads to what is rarely changed, and says what its visitor may change."""

from fastapi import Response

from staff.roles import Permission
from web.http.app_context import Context
from web.http.templates import READING, pages_router
from web.staff.current_user import SignedIn, staff_page

PAGES = {
    "lists": Permission.MANAGE_LISTS,
    "segments": Permission.EDIT,
    "topics": Permission.MANAGE_LISTS,
    "fields": Permission.MANAGE_LISTS,
    "senders": Permission.MANAGE_SENDERS,
    "automations": Permission.SEND,
    "digests": Permission.SEND,
    "welcome": Permission.SEND,
    "templates": Permission.MANAGE_TEMPLATES,
    "brand": Permission.MANAGE_BRAND,
    "sources": Permission.MANAGE_SOURCES,
    "folders": Permission.MANAGE_FOLDERS,
    "colleagues": Permission.MANAGE_USERS,
    "clicks": Permission.MANAGE_CLICKS,
    "audit": Permission.SEE_AUDIT_LOG,
    "data-protection": Permission.MANAGE_DATA_PROTECTION,
    "retention": Permission.MANAGE_DATA_PROTECTION,
}
"""Each with what it takes to change something there. Looking is open to everyone who works here, but for these:"""
CLOSED = {"audit", "data-protection"}
"""Who did what, and who asked for what."""

router = pages_router()


@router.api_route("/settings", methods=READING)
def show_settings(context: Context, current_user: SignedIn) -> Response:
    may_change = {name: current_user.principal.may(permission) for name, permission in PAGES.items()}
    return staff_page(
        context,
        current_user,
        "staff/settings",
        section="settings",
        pages=[name for name in PAGES if may_change[name] or name not in CLOSED],
        may_change=may_change,
    )
