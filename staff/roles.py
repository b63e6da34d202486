"""Role-based access control (RBAC): who may do what, one table of roles. `staff.principal.require` asks it.

A person may what any of their roles may (ADR 90).
"""

from collections.abc import Iterable
from enum import StrEnum

from staff.tables import Role


class Permission(StrEnum):
    SEE_REPORTS = "see_reports"
    """How many got a campaign and what became of it: numbers, and nobody's name."""
    LOOK = "look"
    """See campaigns, news and settings as they are, and who works here."""
    DRAFT = "draft"
    EDIT = "edit"
    SUBMIT = "submit"
    COMMENT = "comment"
    """Remark on a part of a campaign, and settle a remark."""
    APPROVE = "approve"
    SCHEDULE = "schedule"
    SEND = "send"
    PAUSE = "pause"
    """And resume."""
    CANCEL = "cancel"
    PUBLISH = "publish"
    """Say who may read a campaign on the web."""
    DECIDE_DOUBTS = "decide_doubts"
    """Take it on oneself that what is in doubt was sent, or is to be sent again."""
    MANAGE_USERS = "manage_users"
    MANAGE_SENDERS = "manage_senders"
    MANAGE_FOLDERS = "manage_folders"
    """Say which folders of the server are watched for news."""
    MANAGE_SOURCES = "manage_sources"
    """Say which websites news is read from, and how."""
    MANAGE_LISTS = "manage_lists"
    """Which languages stand in for others, and which a campaign may not lack."""
    MANAGE_TEMPLATES = "manage_templates"
    """Save looks of the organisation's own, and say which of them new campaigns take."""
    MANAGE_BRAND = "manage_brand"
    MANAGE_CLICKS = "manage_clicks"
    """Say whether it is counted how often the links in emails are followed."""
    SEE_AUDIT_LOG = "see_audit_log"
    """Read who did what, and take it as a file."""
    SERVE_SUBSCRIBERS = "serve_subscribers"
    """Find a person, see what is known of them, and do what they ask: take them off, correct, hand over."""
    EXPORT_SUBSCRIBERS = "export_subscribers"
    """Take a file of many people out of the program; of a protected list only with a colleague who may, too."""
    ERASE_SUBSCRIBERS = "erase_subscribers"
    """Which nobody can undo."""
    MANAGE_DATA_PROTECTION = "manage_data_protection"
    """Have what is too old deleted at once, and keep the papers that the GDPR asks for."""
    SEE_PROTECTED_READERS = "see_protected_readers"
    """Who is on a list of people at risk; with the permission to serve subscribers, also to serve them."""


_VIEWER = frozenset({Permission.SEE_REPORTS})
_COLLEAGUE = _VIEWER | {Permission.LOOK}

PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.AUTHOR: _COLLEAGUE | {Permission.DRAFT, Permission.EDIT, Permission.SUBMIT, Permission.COMMENT},
    Role.APPROVER: _COLLEAGUE | {Permission.COMMENT, Permission.APPROVE},
    Role.SENDER: _COLLEAGUE
    | {
        Permission.SCHEDULE,
        Permission.SEND,
        Permission.PAUSE,
        Permission.CANCEL,
        Permission.PUBLISH,
        Permission.DECIDE_DOUBTS,
        Permission.SERVE_SUBSCRIBERS,
        Permission.EXPORT_SUBSCRIBERS,
        Permission.MANAGE_SOURCES,
    },
    Role.KEEPER: _COLLEAGUE | {Permission.SEE_PROTECTED_READERS},
    Role.VIEWER: _VIEWER,
    Role.ADMIN: frozenset(Permission),
}


def permissions_of(roles: Iterable[Role]) -> frozenset[Permission]:
    """What somebody may who has these."""
    return frozenset[Permission]().union(*(PERMISSIONS[role] for role in roles))


def roles_with(permission: Permission) -> list[Role]:
    """Each of which is enough for it, the one that may least first."""
    return [role for role, allowed in PERMISSIONS.items() if permission in allowed]
