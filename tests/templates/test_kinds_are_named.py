"""Readers and staff are told every kind of news by a name of its own, in each of their languages."""

import pytest

from core.i18n import Texts
from core.languages import READER_LANGUAGES, STAFF_LANGUAGES
from kinds.registry import NewsKind


@pytest.mark.parametrize("key", ["templates-kind", "templates-kinds"])
@pytest.mark.parametrize("language", READER_LANGUAGES)
def test_each_kind_has_a_name_for_readers(language: str, key: str) -> None:
    texts = Texts(["templates"])
    names = [texts.text(language, key, kind=kind.value) for kind in NewsKind]
    assert texts.text(language, key, kind="unheard-of") in names[1], (
        "what has no branch of its own is called a page"
    )
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("language", STAFF_LANGUAGES)
def test_each_kind_has_a_name_for_staff(language: str) -> None:
    names = {Texts(["news"]).text(language, f"news-kind-{kind}") for kind in NewsKind}
    assert len(names) == len(NewsKind)
