"""The organisation's look, entered by staff."""

from dataclasses import replace
from itertools import product

import pytest

from core.db import Database
from core.errors import InputRefused
from templates.brand import BrandDetails, get_brand, replace_logo_file, save_brand, view
from templates.colour import DARK_TINT, READABLE, contrast, readable_on_dark
from tests.conftest import NOON
from tests.databases import on_sqlite

DETAILS = BrandDetails(
    name=" Info Kolpa ",
    postal_address="Metelkova ulica 6\n1000 Ljubljana",
    website="https://infokolpa.example.org",
    colour="#8A1C1C",
    logo_sha256="a" * 64,
    logo_alt="Info Kolpa",
    socials={"Mastodon": "https://social.example.org/@infokolpa", "Facebook": "https://facebook.example.org/i"},
)


def test_there_is_no_brand_before_one_is_saved(database: Database) -> None:
    with database.read() as session:
        assert get_brand(session) is None


def test_a_brand_is_saved_and_seen(database: Database) -> None:
    with database.write() as session:
        save_brand(session, DETAILS, now=NOON)
    with database.read() as session:
        brand = get_brand(session)
        assert brand is not None
        seen = view(brand, lambda sha256: f"https://bulletin.example.org/assets/{sha256}.png")
    assert (seen.name, seen.colour) == ("Info Kolpa", "#8a1c1c")
    assert seen.logo_url == f"https://bulletin.example.org/assets/{'a' * 64}.png"
    assert list(seen.socials) == ["Mastodon", "Facebook"]


def test_a_logo_that_was_written_anew_is_the_same_brand_with_another_file(database: Database) -> None:
    with database.write() as session:
        save_brand(session, replace(DETAILS, logo_dark_sha256="b" * 64), now=NOON)
        replace_logo_file(session, "b" * 64, "c" * 64)
        replace_logo_file(session, "d" * 64, "e" * 64)
    with database.read() as session:
        brand = get_brand(session)
        assert brand is not None
        assert (brand.logo_sha256, brand.logo_dark_sha256) == ("a" * 64, "c" * 64)
        assert brand.updated_at == NOON


def test_last_words_and_a_dark_logo_are_kept_and_what_is_empty_is_not(database: Database) -> None:
    details = replace(DETAILS, logo_dark_sha256="b" * 64, footer_texts={"sl": " Hvala. ", "en": " "})
    with database.write() as session:
        save_brand(session, details, now=NOON)
    with database.read() as session:
        brand = get_brand(session)
        assert brand is not None
        seen = view(brand, lambda sha256: sha256)
    assert (seen.logo_dark_url, seen.footer_texts) == ("b" * 64, {"sl": "Hvala."})


def test_saving_again_replaces_what_was_there(database: Database) -> None:
    with database.write() as session:
        save_brand(session, DETAILS, now=NOON)
    with database.write() as session:
        save_brand(session, replace(DETAILS, name="Kolpa", logo_sha256=None), now=NOON)
    with database.read() as session:
        brand = get_brand(session)
        assert brand is not None
        assert (brand.name, view(brand, lambda sha256: sha256).logo_url) == ("Kolpa", None)


@pytest.mark.parametrize(
    ("details", "code"),
    [
        (replace(DETAILS, name=" "), "templates-brand-name"),
        (replace(DETAILS, name="x" * 121), "templates-brand-name"),
        (replace(DETAILS, postal_address="\n"), "templates-brand-postal-address"),
        (replace(DETAILS, website="infokolpa.example.org"), "templates-brand-address"),
        (replace(DETAILS, website="javascript:alert(1)"), "templates-brand-address"),
        (replace(DETAILS, socials={"X": "https://a b"}), "templates-brand-address"),
        (replace(DETAILS, colour="red"), "templates-brand-colour"),
        (replace(DETAILS, colour="#ffd400"), "templates-brand-contrast"),
        (replace(DETAILS, colour="#777777"), "templates-brand-contrast"),
        (replace(DETAILS, colour="#767676"), "templates-brand-contrast"),
        (replace(DETAILS, footer_texts={"tlh-x": "x"}), "templates-brand-footer-language"),
        (replace(DETAILS, footer_texts={"sl": "x" * 601}), "templates-brand-footer-long"),
        (replace(DETAILS, logo_sha256=None, logo_dark_sha256="b" * 64), "templates-brand-logo-dark-alone"),
    ],
)
@on_sqlite
def test_what_readers_could_not_read_or_reach_is_refused(
    database: Database, details: BrandDetails, code: str
) -> None:
    with database.write() as session:
        save_brand(session, DETAILS, now=NOON)
    with pytest.raises(InputRefused) as refused, database.write() as session:
        save_brand(session, details, now=NOON)
    assert refused.value.code == code
    with database.read() as session:
        brand = get_brand(session)
        assert brand is not None
        assert brand.name == "Info Kolpa"


@pytest.mark.parametrize(
    ("colour", "other", "expected"),
    [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48), ("#123456", "#123456", 1)],
)
def test_contrast_is_that_of_wcag(colour: str, other: str, expected: float) -> None:
    assert contrast(colour, other) == pytest.approx(expected, abs=0.01)


def test_every_colour_becomes_readable_on_dark() -> None:
    steps = ("00", "33", "66", "99", "cc", "ff")
    for red, green, blue in product(steps, steps, steps):
        assert contrast(readable_on_dark(f"#{red}{green}{blue}"), DARK_TINT) >= READABLE
