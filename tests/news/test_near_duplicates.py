"""A text in which a word was put right is the same text; another statement is not, however short both are."""

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from news.calendar_words import counts
from news.near_duplicates import MIN_WORDS, ComparableText, is_nearly_the_same

Texts = dict[str, str]
RESCUE = {
    "title": "Zahtevamo reševanje na morju takoj",
    "summary": "Ob obali pogrešajo ljudi.",
    "body_html": "<p>Štirideset ljudi je na morju. Zahtevamo, da reševanje steče še danes.</p>",
}
GAZA = {"title": "Izjava o Gazi", "body_html": "<p>Pozivamo k premirju v Gazi in k dostopu pomoči za vse.</p>"}
WEEKLY = {"title": "Skupno kuhanje", "body_html": "<p>Dobimo se v sredo, 5. decembra, ob 18. uri v Metelkovi.</p>"}
ENGLISH = {
    "title": "We demand rescue at sea now",
    "summary": "People are missing off the coast.",
    "body_html": "<p>Forty people are at sea. We demand that the rescue begins today.</p>",
}
ARABIC = {
    "title": "نطالب بالإنقاذ في البحر",
    "body_html": "<p>أربعون شخصا في البحر ونطالب ببدء الإنقاذ اليوم قبل الليل</p>",
}
LONG = " ".join(f"V {number}. odstavku pišemo, kaj zahtevamo od vlade." for number in range(10))


def changed(text: Texts, *replacements: tuple[str, str], **fields: str) -> Texts:
    other = text | fields
    for old, new in replacements:
        assert any(old in value for value in other.values()), old
        other = {name: value.replace(old, new) for name, value in other.items()}
    return other


def near(
    text: Texts,
    earlier: Texts,
    *,
    language: str = "sl",
    pdfs: tuple[str, str] = ("", ""),
    folder: int | None = None,
) -> bool:
    """`folder`: where both stand side by side."""
    mine, other = (
        ComparableText.of(values, language=language, pdf=pdf, folder=folder)
        for values, pdf in zip((text, earlier), pdfs, strict=True)
    )
    return is_nearly_the_same(mine, other)


@pytest.mark.parametrize(
    ("text", "language", "replacements"),
    [
        (RESCUE, "sl", [("Štirideset", "Enainštirideset")]),
        (RESCUE, "sl", [("Štirideset", "41")]),
        (RESCUE, "sl", [("danes", "jutri")]),
        (RESCUE, "sl", [("takoj", "zdaj")]),
        (RESCUE, "sl", [("takoj", "zdaj"), ("Štirideset", "Petdeset")]),
        (RESCUE, "sl", [("takoj", "zdaj"), ("pogrešajo", "iščejo")]),
        (RESCUE, "sl", [(" takoj", "")]),
        (RESCUE, "sl", [("reševanje na", "nujno reševanje na")]),
        (RESCUE, "sl", [(" na morju takoj", " na morju takoj!"), ("še danes", "danes")]),
        (GAZA, "sl", [("Gazi", "Gaze")]),
        (GAZA, "sl", [("premirju", "prekinitvi")]),
        (WEEKLY, "sl", [("Metelkovi", "Rogu")]),
        (ENGLISH, "en", [("Forty", "Fourteen")]),
        (ENGLISH, "en", [("now", "today"), ("Forty", "Fifty")]),
        (ENGLISH, "en", [("sea now", "sea, now"), ("today", "at once")]),
        (ARABIC, "ar", [("أربعون", "خمسون")]),
        (ARABIC, "ar", [("نطالب بالإنقاذ في البحر", "نطالب بالإنقاذ في المتوسط")]),
    ],
)
def test_with_a_word_put_right_it_is_the_same(
    text: Texts, language: str, replacements: list[tuple[str, str]]
) -> None:
    assert near(changed(text, *replacements), text, language=language)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        pytest.param(GAZA, changed(GAZA, ("Gazi", "Siriji")), id="the same phrases about another place"),
        pytest.param(RESCUE, RESCUE | {"title": "Vlada je pred sodiščem"}, id="another title"),
        pytest.param(RESCUE, RESCUE | {"summary": "", "body_html": "<p>Vsi so rešeni.</p>"}, id="another text"),
        pytest.param(WEEKLY, changed(WEEKLY, ("5. decembra", "12. decembra")), id="next week"),
        pytest.param(WEEKLY, changed(WEEKLY, ("v sredo, 5. d", "v petek, 7. d")), id="another day"),
        pytest.param(WEEKLY, changed(WEEKLY, ("5. decembra", "5. januarja")), id="next month"),
        pytest.param(
            {"title": "Bilten 12", "body_html": RESCUE["body_html"]},
            {"title": "Bilten 13", "body_html": RESCUE["body_html"]},
            id="the next number",
        ),
        pytest.param(
            {"title": "Novice društva, maj", "body_html": RESCUE["body_html"]},
            {"title": "Novice društva, junij", "body_html": RESCUE["body_html"]},
            id="the next month's news",
        ),
        pytest.param(
            {"title": "Poročilo o delu, II", "body_html": RESCUE["body_html"]},
            {"title": "Poročilo o delu, III", "body_html": RESCUE["body_html"]},
            id="the next part",
        ),
        pytest.param(
            {"title": "Nova številka našega glasila", "body_html": "<p>Preberite.</p>"},
            {"title": "Nova številka otroškega glasila", "body_html": "<p>Preberite.</p>"},
            id="too few words to tell",
        ),
        pytest.param(
            {"title": "Ena", "summary": "Povzetek."}, {"title": "Dve", "summary": "Povzetek."}, id="other"
        ),
        pytest.param(WEEKLY | {"starts": "2026-12-05 18:00"}, WEEKLY | {"starts": "2026-12-12 18:00"}, id="event"),
        pytest.param(WEEKLY | {"deadline": "2026-12-05"}, WEEKLY | {"deadline": "2027-01-05"}, id="appeal"),
        pytest.param(
            {"title": "Izjava", "body_html": f"<p>{LONG}</p>"},
            {"title": "Izjava", "body_html": f"<p>{LONG.replace('vlade', 'Evropske komisije')}</p>"},
            id="a long one about another",
        ),
    ],
)
def test_another_statement_is_not(text: Texts, other: Texts) -> None:
    assert not near(other, text)
    assert not near(text, other)


def test_a_long_text_with_a_word_changed_in_its_title_and_in_itself_is_the_same() -> None:
    text = {"title": "Zahtevamo odgovor vlade zdaj", "body_html": f"<p>{LONG}</p>"}
    assert near(changed(text, ("zdaj", "takoj"), ("V 7. odstavku", "V sedmem odstavku")), text)


def test_the_next_issue_of_a_journal_is_another_by_its_pdf() -> None:
    text = {"title": "Glasilo", "summary": "Izšla je nova številka.", "body_html": f"<p>{LONG}</p>"}
    assert near(changed(text, ("nova", "svetla")), text, pdfs=("a" * 64, "a" * 64))
    assert not near(text, text, pdfs=("a" * 64, "b" * 64))
    assert near(text, text, pdfs=("zahtevamoodgovor" * 40, "zahtevamoodgovor" * 39 + "zahtevamopojasnilo"))


def test_another_language_is_another_text() -> None:
    texts = [ComparableText.of(RESCUE, language=language) for language in ("sl", "hr")]
    assert not is_nearly_the_same(*texts)


def test_languages_without_spaces_are_compared_by_their_letters() -> None:
    text = {
        "title": "海上救助を今すぐ求める",
        "body_html": "<p>四十人が海にいる。今日中に救助を始めることを求める。</p>",
    }
    assert near(changed(text, ("四十人", "五十人")), text, language="ja")


WORDS = st.lists(
    st.text(alphabet="abdefghkoprstuvz", min_size=4, max_size=9), min_size=14, max_size=20, unique=True
)


def written(tokens: list[str], *, title: int = 5) -> Texts:
    return {"title": " ".join(tokens[:title]), "body_html": f"<p>{' '.join(tokens[title:])}</p>"}


@given(WORDS, st.data())
def test_whatever_word_of_a_text_is_another_it_is_the_same(tokens: list[str], data: Any) -> None:
    assume(
        not any(
            word.startswith(("sre", "tor", "pet", "sob", "ned", "pon", "apr", "avg", "okt")) for word in tokens
        )
    )
    at = data.draw(st.integers(0, len(tokens) - 1))
    other = [*tokens[:at], "qqqqq", *tokens[at + 1 :]]
    assert near(written(other), written(tokens))
    assert near(written(tokens), written(other))


@given(WORDS, st.data())
def test_whatever_word_is_another_in_one_of_two_files_it_is_news(tokens: list[str], data: Any) -> None:
    at = data.draw(st.integers(0, len(tokens) - 1))
    other = [*tokens[:at], "qqqqq", *tokens[at + 1 :]]
    assert not near(written(other), written(tokens), folder=1)
    assert not near(written(tokens), written(other), folder=1)


@given(WORDS, st.data())
def test_whatever_word_is_mistyped_in_one_of_two_files_it_is_the_same(tokens: list[str], data: Any) -> None:
    """Two letters that changed places, or one twice, behind the first."""
    at = data.draw(st.integers(0, len(tokens) - 1))
    word = tokens[at]
    place = data.draw(st.integers(1, len(word) - 2))
    swapped = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    slip = data.draw(st.sampled_from([swapped, word[:place] + word[place] + word[place:]]))
    assume(not counts(word, "sl") and not counts(slip, "sl"))
    other = [*tokens[:at], slip, *tokens[at + 1 :]]
    assert near(written(other), written(tokens), folder=1)
    assert near(written(tokens), written(other), folder=1)


@given(WORDS, st.data())
def test_a_word_that_is_gone_or_new_makes_no_other_text(tokens: list[str], data: Any) -> None:
    assume(len(tokens) - 5 > MIN_WORDS)
    assume(
        not any(
            word.startswith(("sre", "tor", "pet", "sob", "ned", "pon", "apr", "avg", "okt")) for word in tokens
        )
    )
    at = data.draw(st.integers(5, len(tokens) - 1))
    assert near(written([*tokens[:at], *tokens[at + 1 :]]), written(tokens))


@given(WORDS, WORDS)
def test_what_has_few_words_in_common_is_another(tokens: list[str], others: list[str]) -> None:
    assume(2 * len(set(tokens) & set(others)) < min(len(tokens), len(others)))
    assert not near(written(tokens), written(others))


@given(st.text(max_size=300), st.text(max_size=300), st.sampled_from(["sl", "en", "ar", "xx", "sr-Latn", "zz-"]))
def test_whatever_is_written_it_is_the_same_as_itself(body: str, other: str, language: str) -> None:
    texts: list[Texts] = [{"title": text[:40], "body_html": text} for text in (body, other)]
    assert near(texts[0], texts[0], language=language)
    assert near(*texts, language=language) in (True, False)
