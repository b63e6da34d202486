"""The organisation's look: one row, changed without code, refused when it could not be read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime

from sqlmodel import Session, col, update

from core.errors import InputRefused
from core.i18n import is_language
from core.logging import get_logger
from core.typed_address import is_page_address
from templates.colour import READABLE, TINT, contrast, is_colour
from templates.content import BrandView
from templates.tables import Brand

log = get_logger(__name__)
PLACEHOLDER_WEBSITE = "https://example.org"
"""Of the brand that a new installation has until somebody says whose it is."""
PLACEHOLDER_NAMES = {"en": "Our organisation", "sl": "Naša organizacija"}
"""What it is called until then, by the language of staff; also in From of the sender that comes with it."""
_ROW = 1
_MAX_NAME = 120
_MAX_FOOTER = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class BrandDetails:
    """What staff enter. `logo_sha256` and `logo_dark_sha256` name images in the asset store."""

    name: str
    postal_address: str
    website: str
    colour: str = "#8a1c1c"
    logo_sha256: str | None = None
    logo_dark_sha256: str | None = None
    logo_alt: str = ""
    socials: Mapping[str, str] = field(default_factory=dict)
    footer_texts: Mapping[str, str] = field(default_factory=dict)
    """Language → last words of every mail in it; an empty one is taken away."""


def get_brand(session: Session) -> Brand | None:
    return session.get(Brand, _ROW)


def details_of(brand: Brand) -> BrandDetails:
    return BrandDetails(**{detail.name: getattr(brand, detail.name) for detail in fields(BrandDetails)})


def save_brand(session: Session, details: BrandDetails, *, now: datetime) -> Brand:
    """The brand as given, replacing the earlier one. Raises InputRefused, and then nothing has changed."""
    _check(details)
    brand = get_brand(session) or Brand(id=_ROW, name="", postal_address="", website="", updated_at=now)
    brand.name = details.name.strip()
    brand.postal_address = details.postal_address.strip()
    brand.website = details.website.strip()
    brand.colour = details.colour.lower()
    brand.logo_sha256 = details.logo_sha256
    brand.logo_dark_sha256 = details.logo_dark_sha256
    brand.logo_alt = details.logo_alt.strip()
    brand.socials = dict(details.socials)
    brand.footer_texts = {code: text.strip() for code, text in details.footer_texts.items() if text.strip()}
    brand.updated_at = now
    session.add(brand)
    session.flush()
    log.info("brand.saved")
    return brand


def replace_logo_file(session: Session, old: str, new: str) -> None:
    """The same picture under another SHA-256, without its maker's traces: nobody's change of the brand."""
    session.exec(update(Brand).where(col(Brand.logo_sha256) == old).values(logo_sha256=new))
    session.exec(update(Brand).where(col(Brand.logo_dark_sha256) == old).values(logo_dark_sha256=new))


def view(brand: Brand, asset_url: Callable[[str], str]) -> BrandView:
    """The brand for the renderer. `asset_url` turns a logo's hash into its absolute address."""
    return BrandView(
        name=brand.name,
        postal_address=brand.postal_address,
        website=brand.website,
        logo_url=asset_url(brand.logo_sha256) if brand.logo_sha256 else None,
        logo_dark_url=asset_url(brand.logo_dark_sha256) if brand.logo_dark_sha256 else None,
        logo_alt=brand.logo_alt,
        colour=brand.colour,
        socials=dict(brand.socials),
        footer_texts=dict(brand.footer_texts),
    )


def _check(details: BrandDetails) -> None:
    if not details.name.strip() or len(details.name.strip()) > _MAX_NAME:
        raise InputRefused("templates-brand-name", limit=_MAX_NAME)
    if not details.postal_address.strip():
        raise InputRefused("templates-brand-postal-address")
    for address in (details.website, *details.socials.values()):
        if not is_page_address(address.strip()):
            raise InputRefused("templates-brand-address", address=address)
    _check_colour(details.colour)
    _check_footers(details.footer_texts)
    if details.logo_dark_sha256 and not details.logo_sha256:
        raise InputRefused("templates-brand-logo-dark-alone")


def _check_footers(footer_texts: Mapping[str, str]) -> None:
    for language, text in footer_texts.items():
        if not is_language(language):
            raise InputRefused("templates-brand-footer-language", language=language)
        if len(text.strip()) > _MAX_FOOTER:
            raise InputRefused("templates-brand-footer-long", language=language, limit=_MAX_FOOTER)


def _check_colour(colour: str) -> None:
    if not is_colour(colour):
        raise InputRefused("templates-brand-colour", colour=colour)
    ratio = contrast(colour, TINT)
    if ratio < READABLE:
        raise InputRefused("templates-brand-contrast", colour=colour, found=f"{ratio:.1f}", needed=f"{READABLE}")
