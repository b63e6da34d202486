"""What tests keep of a rendering, and of a decoded file, is that of the same input, whatever of it differs."""

from dataclasses import fields, replace
from types import CodeType
from typing import Any

import pytest

from core.decode_frames import Frame
from core.decode_process import DecodeProcess
from core.errors import InputRefused
from templates.content import BrandView, Document, TemplateSources
from templates.escape import escape_html, escape_text
from templates.sandbox import BoundedEnvironment
from tests.kept_decode_child import KeptDecodeProcess
from tests.kept_renderings import by_value, compiled_once, digest
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


def test_the_same_source_is_compiled_once_and_apart_for_html_and_for_text() -> None:
    compiled: list[str] = []

    def compiling(_: BoundedEnvironment, source: str, *__: object, **___: object) -> CodeType:
        compiled.append(source)
        return compile(str(len(compiled)), "template", "eval")

    once = compiled_once(compiling)
    html, other_html, text = (
        BoundedEnvironment(neutral, {}) for neutral in (escape_html, escape_html, escape_text)
    )
    assert once(html, "{{ x }}", "own") is once(other_html, "{{ x }}", "own")
    assert once(text, "{{ x }}", "own") is not once(html, "{{ x }}", "own")
    assert once(html, "{{ x }}", "another") is not once(html, "{{ x }}", "own")
    assert compiled == ["{{ x }}"] * 3


def test_a_file_is_decoded_once_and_each_gets_an_answer_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bytes] = []

    def decode(self: DecodeProcess, kind: str, data: bytes, options: object = None) -> Frame:
        asked.append(data)
        if data == b"bad":
            raise InputRefused("news-image-unreadable")
        return Frame({"kind": kind}, (data,))

    monkeypatch.setattr(DecodeProcess, "decode", decode)
    process = KeptDecodeProcess("tests.fakes.decoders")
    first = process.decode("of this test", b"data")
    first.facts["kind"] = "changed"
    assert process.decode("of this test", b"data") == Frame({"kind": "of this test"}, (b"data",))
    process.decode("of this test", b"data", {"width": 1})
    for _ in range(2):
        with pytest.raises(InputRefused):
            process.decode("of this test", b"bad")
    assert asked == [b"data", b"data", b"bad", b"bad"]
