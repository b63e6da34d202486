"""What tests keep of a rendering is that of the same input, whatever of it differs."""

from dataclasses import fields, replace
from typing import Any

import pytest

from core.errors import InputRefused
from templates.content import BrandView, Document, TemplateSources
from tests.kept_renderings import by_value, digest
from tests.templates import samples

DOCUMENT = samples.STATEMENT_FA
OTHERS: dict[str, Any] = {
    "brand": replace(DOCUMENT.brand, socials={"Mastodon": "https://example.org/@us"}),
    "blocks": DOCUMENT.blocks[:-1],
    "sources": TemplateSources("<mjml/>", "text"),
}


def changed(document: Document, name: str) -> Document:
    return replace(document, **{name: OTHERS.get(name, f"{getattr(document, name)} more")})


@pytest.mark.parametrize("name", [field.name for field in fields(Document)])
def test_a_document_that_differs_anywhere_is_drawn_anew(name: str) -> None:
    assert digest((changed(DOCUMENT, name),)) != digest((DOCUMENT,))


@pytest.mark.parametrize("name", [field.name for field in fields(BrandView)])
def test_so_is_that_of_another_brand(name: str) -> None:
    values: dict[str, Any] = {"socials": {"a": "b"}, "footer_texts": {"sl": "Konec"}}
    change: dict[str, Any] = {name: values.get(name, "something else")}
    brand = replace(DOCUMENT.brand, **change)
    assert digest((replace(DOCUMENT, brand=brand),)) != digest((DOCUMENT,))


def test_what_is_equal_is_drawn_once_though_it_is_another_object() -> None:
    drawn: list[Document] = []

    def draw(document: Document) -> int:
        drawn.append(document)
        return len(drawn)

    draw_once = by_value(draw)
    name = "".join(list(DOCUMENT.brand.name))
    assert draw_once(DOCUMENT) == draw_once(replace(DOCUMENT, brand=replace(DOCUMENT.brand, name=name))) == 1
    assert draw_once(replace(DOCUMENT, subject="Another")) == 2


def test_what_is_refused_is_tried_again() -> None:
    calls: list[str] = []

    def refuse(source: str) -> str:
        calls.append(source)
        raise InputRefused("templates-mjml-broken")

    refuse_once = by_value(refuse)
    for _ in range(2):
        with pytest.raises(InputRefused):
            refuse_once("<mjml>")
    assert calls == ["<mjml>"] * 2
