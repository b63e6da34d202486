"""What stays together in right-to-left text, and the same in both parts."""

import re
from html import unescape

import pytest
from bidi import get_display

from templates.bidi import mark_up_runs
from templates.body_html import restyled
from templates.finish_html import finish_html
from templates.plaintext import isolate
from templates.styles import prose_styles, text_direction

TOGETHER = [
    "(+386) 1 234 56 78", "(00386) 1 234", "120 m²", "H₂O", "CO₂", "10 km²/h", "1ˢᵗ", "10⁻³",
    "+386 1 234 56 78", "+386 (0)1 234 56 78", "+386-1-234-56-78", "00386 1 234 5678", "(01) 234 56 78",
    "01/234-56-78", "040 123 456", "C++", "C#", ".NET", "GEtCoheSive", "COVID-19", "A/RES/217", "AT&T", "Wi-Fi",
    "24/7", "info@example.org", "@infokolpa", "#BorderViolence", "50%", "50 %", "−5 °C", "-12", "1,200",
    "1.234,50 €", "$5", "€ 20", "12 000", "2 500 000", "10–12", "18:00", "5/12/2026", "2023-2024",
    "SI56 1910 0000 0123 438", "Art. 3(2)", "§ 7", "No. 12", "Alarm Phone", "100 km/h", "#1",
    "Metelkova 6, 1000 Ljubljana", "+۹۸ ۲۱ ۱۲۳۴ ۵۶۷۸", "۱۴۰۵/۹/۸", "H2O", "G20+", "3.5",
    "١٢٫٥", "٥٫٢٥", "١٬٢٣٤٬٥٦٧", "۱٬۲۳۴٫۵",
    "https://x.example/a?b=1", "A/RES/217(III)", "example.org/ar?x=1&y=2", "ISBN 978-3-16-148410-0", "Node.js",
    "5km", "100km/h", "3D", "1st", "1.5M", "7-Zip", "4x4", "5×3", "50 €/h", "3,5 mio. €", "2016/679/EU",
    "Reg. (EU) 2016/679", "MSF (Slovenia)", "Rock & Roll", "LGBTQ+ & friends", "Ljubljana – Zagreb",
    "Art. 3.2.b", "Ljubljana–Zagreb", "±2", "~10", "20 %–30 %", "20%-30%", "5 °C–10 °C", "€5–€10", "50%+1",
    "*123#", "*100*5#", "tel:+38612345678", "mailto:a@b.si", "example.org/path/",
]  # fmt: skip
"""What a reader reads from left to right in an Arabic or Persian sentence, with the spaces in it."""
AROUND = {"ar": ("هاتف: ", " ثم نص."), "fa": ("شماره: ", " و سپس متن.")}


def display(text: str) -> str:
    """As a right-to-left paragraph looks, from its left edge to its right; what nobody sees left out."""
    return re.sub("[\u2066-\u2069]", "", get_display(text, base_dir="R"))


def of_html(html: str) -> str:
    """The same for html: an element with a direction is an isolate."""
    isolates = html.replace('<span dir="ltr">', "\u2066").replace("</span>", "\u2069")
    return display(unescape(re.sub(r"<[^>]*>", "", isolates)))


@pytest.mark.parametrize("language", AROUND)
@pytest.mark.parametrize("run", TOGETHER)
def test_what_stays_together_is_read_in_its_order_in_both_parts(run: str, language: str) -> None:
    before, after = AROUND[language]
    assert run in display(isolate(before + run + after, language))
    body = f"<p>{before}{run.replace('&', '&amp;')}{after}</p>"
    assert run in of_html(finish_html(f'<html lang="{language}" dir="rtl">{body}</html>'))


@pytest.mark.parametrize(("sentence", "apart"), [("في 2023 600 شخص", ("2023", "600")), ("بين 5 و 7", ("5", "7"))])
def test_two_numbers_are_two(sentence: str, apart: tuple[str, str]) -> None:
    """The first is read first, so it stands further to the right."""
    for shown in (display(isolate(sentence, "ar")), of_html(mark_up_runs(sentence))):
        assert shown.index(apart[0]) > shown.index(apart[1])


def test_an_address_keeps_its_last_stroke_and_not_the_full_stop_of_its_sentence() -> None:
    assert mark_up_runs("زوروا https://x.si/a/.") == 'زوروا <span dir="ltr">https://x.si/a/</span>.'
    assert mark_up_runs("زوروا https://x.si/č&quot;") == 'زوروا <span dir="ltr">https://x.si/č&quot;</span>'
    assert mark_up_runs("زوروا https://x.si/a&amp;b.") == "زوروا https://x.si/a&amp;b."


@pytest.mark.parametrize("row", ["+386" + "1" * 60, "1-" * 60, "5%-" * 60, "A" + " 11" * 60, "(" + "A 1 " * 60])
def test_a_long_row_of_digits_is_not_parted_in_each_way_there_is(row: str) -> None:
    """Twenty-five digits took seven seconds, and each more doubled them: sixty would not end."""
    assert row.strip() in unescape(re.sub(r"<[^>]*>", "", mark_up_runs(f"{row}ن {row} ن")))


def test_what_needs_no_help_gets_none_and_references_stay_whole() -> None:
    assert mark_up_runs("في Alarm Phone وعن 600 &amp; &#91; &quot;") == "في Alarm Phone وعن 600 &amp; &#91; &quot;"


def test_text_that_runs_to_the_right_is_left_alone() -> None:
    for html in ('<html dir="ltr"><p>C++</p></html>', '<html dir="rtl"><p dir="ltr"><b>C++</b></p></html>'):
        assert finish_html(html) == html


def test_the_direction_around_a_text_says_whether_it_needs_marks() -> None:
    html = '<html dir="rtl"><p lang="en" dir="ltr">C++<br>C#</p>في C++<style>.a-b{}</style><!-- C++ --></html>'
    marked = html.replace("في C++", 'في <span dir="ltr">C++</span>')
    assert finish_html(html) == marked


def test_a_name_is_isolated_by_an_element_that_mail_programs_keep() -> None:
    """Roundcube drops <bdi>."""
    assert finish_html("<p><bdi>a</bdi></p>") == '<p><span dir="auto">a</span></p>'
    assert finish_html('<p><bdi lang="ar">a</bdi></p>') == '<p><span lang="ar" dir="rtl">a</span></p>'
    assert finish_html('<bdi class="x" dir="ltr">a</bdi>') == '<span class="x" dir="ltr">a</span>'


def test_persian_lists_are_counted_in_persian_digits_where_a_program_knows_how() -> None:
    lists = {language: prose_styles(text_direction(language), "#000000")["ol"] for language in ("fa", "ar", "sl")}
    assert [language for language, style in lists.items() if "list-style-type:persian;" in style] == ["fa"]


def test_a_list_by_letters_is_one_in_persian_too() -> None:
    styles = prose_styles(text_direction("fa"), "#000000")
    written = restyled('<ol type="i"><li>یک</li></ol>', styles, below=2)
    assert 'type="i"' in written
    assert re.findall(r"list-style-type:([a-z-]+)", written)[-1] == "lower-roman"
