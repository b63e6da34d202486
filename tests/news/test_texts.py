"""Whatever the news room says, it can say in English and in Slovenian."""

import re
from pathlib import Path

import pytest

import kinds
import news
from core.errors import InputRefused
from core.i18n import Texts
from core.languages import STAFF_LANGUAGES
from kinds.registry import NewsKind, all_keys
from news.front_matter import LONGEST
from news.inspect_asset import inspect_asset
from news.news_form import BODY, PLAIN
from news.tables import AssetRole

ROOM = Path(news.__file__).parent
WORDS = [
    "file",
    "key",
    "keys",
    "kind",
    "kinds",
    "suggestion",
    "needed",
    "value",
    "language",
    "suffix",
    "asset",
    "role",
    "version",
]
# Every parameter that the room's errors carry.
PARAMS: dict[str, str | int | float] = {
    **dict.fromkeys([*WORDS, "other", "slug", "folder", "name"], "±"),
    **{"reason": "asset-empty", "line": 3, "limit": 7, "item": 5, "source": 6},
}


def keys_of(language: str) -> dict[str, str]:
    source = (ROOM / "texts" / f"{language}.ftl").read_text(encoding="utf-8")
    return dict(re.findall(r"^(news-[\w-]+) = ((?:.*\n)(?:[ ]+.*\n)*)", source, re.MULTILINE))


def codes() -> set[str]:
    own, of_kinds = (
        "".join(path.read_text(encoding="utf-8") for path in room.rglob("*.py"))
        for room in (ROOM, Path(kinds.__file__).parent)
    )
    faults = {f"news-{problem}" for problem in re.findall(r'Fault\("([\w-]+)"', of_kinds)}
    assert faults
    return set(re.findall(r'"(news-[\w-]+)"', own)) | faults | {f"news-kind-{kind}" for kind in NewsKind}


def fields() -> set[str]:
    """What a form calls its fields; a block of a campaign (`campaigns.editorial.block_form`) has two more."""
    of_assets = {*AssetRole, *(key for key in LONGEST if key.endswith(("_alt", "_caption")))}
    return {
        f"news-field-{name}" for name in {*PLAIN, BODY, "date", "url", "heading", "label", *of_assets, *all_keys()}
    }


def test_every_code_has_a_text_and_every_text_a_code() -> None:
    assert set(keys_of("en")) == codes() | fields()
    assert set(keys_of("sl")) == codes() | fields()


@pytest.mark.parametrize("language", STAFF_LANGUAGES)
def test_every_text_can_be_said(language: str) -> None:
    texts = Texts(["news"])
    for key in codes():
        text = texts.text(language, key, **PARAMS)
        assert "{" not in text.replace("[, {, &", "")
        assert "???" not in text


def test_both_languages_say_the_same_things() -> None:
    english, slovenian = keys_of("en"), keys_of("sl")
    for key, text in english.items():
        assert set(re.findall(r"\$\w+", text)) == set(re.findall(r"\$\w+", slovenian[key])), key


@pytest.mark.parametrize("language", STAFF_LANGUAGES)
@pytest.mark.parametrize("data", [b"", b"<svg", b"x", b"GIF89a", b"%PDF-1.7"])
def test_why_an_asset_was_refused_is_said_with_its_place(language: str, data: bytes) -> None:
    texts = Texts(["news"])
    with pytest.raises(InputRefused) as caught:
        inspect_asset(data)
    reason = caught.value.code.removeprefix("news-")
    place: dict[str, str | int | float] = {"file": "a.md", "line": 2, "asset": "i.png"}
    text = texts.text(language, "news-asset-refused", **place, reason=reason)
    assert text.endswith(texts.text(language, caught.value.code))
    assert "a.md" in text
