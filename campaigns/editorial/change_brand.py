"""Change how the organisation looks in every mail and page: for whoever may, from wherever they do it."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlmodel import Session

from campaigns.editorial.content_changes import BRAND, record_changes
from campaigns.editorial.stale_edit import brand_version, expect_seen
from core.errors import Misconfigured
from core.typed_address import with_scheme
from staff import audit
from staff.principal import Principal, require
from staff.roles import Permission
from templates.brand import BrandDetails, get_brand, save_brand
from templates.tables import Brand


def change_brand(
    session: Session, changes: Mapping[str, Any], *, actor: Principal, now: datetime, seen: str | None = None
) -> Brand:
    """`changes`: fields of `BrandDetails`; the rest stays. What was approved or sent keeps its look.

    Raises NotAllowed, InputRefused; Conflict where it is no longer what was `seen`
    (`campaigns.editorial.stale_edit`); Misconfigured while there is no brand, which `bilten init` makes.
    """
    require(actor, Permission.MANAGE_BRAND)
    changes = {name: _completed(name, value) for name, value in changes.items()}
    before = get_brand(session)
    if before is None:
        raise Misconfigured("campaigns-no-brand")
    session.refresh(before, with_for_update=True)
    kept = {field.name: getattr(before, field.name) for field in fields(BrandDetails)}
    is_change = any(kept[name] != value for name, value in changes.items())
    expect_seen(seen, brand_version(before), is_change=is_change)
    brand = save_brand(session, BrandDetails(**(kept | changes)), now=now)
    changed = sorted(name for name, value in kept.items() if value != getattr(brand, name))
    parts = {name: (kept[name], getattr(brand, name)) for name in changed}
    record_changes(session, BRAND, parts, actor=actor.name, now=now)
    audit.record(session, actor=actor.name, action="brand.saved", subject="brand", now=now, fields=changed)
    return brand


def _completed(name: str, value: Any) -> Any:
    if name == "website":
        return with_scheme(value)
    return {network: with_scheme(address) for network, address in value.items()} if name == "socials" else value
