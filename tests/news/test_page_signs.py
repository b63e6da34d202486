"""What a page says by its elements arrives in the text: emoji, quotations, numbers, words after a picture."""

import pytest

from news.extraction.page_text import page_text

LONG = "<p>They called at two in the morning, from a boat without a motor, and nobody came before noon.</p>" * 3
TAIL = "to all who have helped us at sea and at the border, because without you this would not have been possible."


def read(body: str, *, language: str = "sl") -> str:
    page = (
        f"<html lang={language}><head><title>A</title></head><body><article><h1>A title</h1>{LONG}{body}</article>"
    )
    options = {"address": "https://example.org/a", "charset": "utf-8", "today": "2026-11-29"}
    return page_text(page.encode(), options)[1].split("noon.</p>\n")[-1]


@pytest.mark.parametrize(
    ("picture", "shown"),
    [
        # WordPress (wp-includes/js/wp-emoji.js) and Twemoji (its README)
        (
            '<img class="emoji" draggable="false" alt="🙏" src="https://s.w.org/images/core/emoji/15/svg/1f64f.svg">',
            "🙏 ",
        ),
        ('<img src="/icon.svg" alt="">', ""),
        ('<img src="/picture?id=3" alt="A boat">', ""),
        ('<img src="/boat.jpg" alt="A boat">', ""),
    ],
)
def test_a_picture_in_a_line_takes_no_words_with_it(picture: str, shown: str) -> None:
    assert read(f"<p>Thanks {picture} {TAIL}</p>") == f"<p>Thanks {shown}{TAIL}</p>"


def test_a_quotation_in_a_line_has_the_marks_of_its_language() -> None:
    body = f"<p>She said <q>all <q lang=en>of us</q></q> {TAIL}</p>"
    assert read(body) == f"<p>She said »all ‘of us’« {TAIL}</p>"


@pytest.mark.parametrize(
    ("listed", "read_as"),
    [
        ('<ol start="4"><li>{0}</li><li>{0}</li></ol>', '<ol start="4">\n<li>{0}</li>\n<li>{0}</li>\n</ol>'),
        ('<ol type="a"><li><p>{0}</p></li></ol>', '<ol type="a">\n<li>{0}</li>\n</ol>'),
        (
            "<ol><li>{0}</li><li value=7>{0}</li></ol>",
            '<ol>\n<li>{0}</li>\n</ol>\n<ol start="7">\n<li>{0}</li>\n</ol>',
        ),
        ("<ol><li>{0}</li></ol>", "<ol>\n<li>{0}</li>\n</ol>"),
    ],
)
def test_points_keep_their_numbers(listed: str, read_as: str) -> None:
    assert read(listed.format(TAIL)) == read_as.format(TAIL)


def test_letters_of_an_icon_font_are_not_taken_for_numbers() -> None:
    assert read(f"<p>\ue0003a\ue000 {TAIL} &#xe000;4&#xe000;</p>") == f"<p>3a {TAIL} 4</p>"
