"""The library's example mails, as the organisation of the samples would send them."""

from templates.content import Document, Item
from templates.examples import example, example_block
from tests.templates.samples import BRAND, SITE


def mail(template: str, language: str) -> Document:
    return example(template, language, brand=BRAND, site=SITE, picture=_picture)


def block(kind: str, language: str) -> Item:
    return example_block(kind, language, site=SITE, picture=_picture)


def _picture(name: str) -> str:
    return f"{SITE}/assets/{name}.png"
