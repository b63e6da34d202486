"""Words are held against the language that they say they are in, and contradicted only where that is certain."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.languages import READER_LANGUAGES
from templates.check import Finding, check_rendered
from templates.checks.language_guess import NEIGHBOURS, TRIED, guess_other_language
from templates.checks.languages import check_languages
from templates.content import Document, Item, Quotation
from templates.designs import DESIGNS
from templates.html_facts import read_html
from templates.render import render
from tests.templates import library, samples

KINDS = ("statement", "publication", "project", "report_summary", "event", "appeal", "correction")
OTHERS = {
    "bs": "U kampu Lipa kod Bihaća ljudi već tri sedmice nemaju toplu vodu. Volonteri dijele hranu i traže da se"
    " općina uključi u pomoć.",
    "de": "Die Küstenwache wurde um drei Uhr vierzig gerufen und kam erst am Mittag, als das Boot gekentert war.",
    "es": "Las familias llevan tres años preguntando dónde están sus seres queridos desaparecidos en el mar.",
    "fr": "Les familles posent la question depuis trois ans déjà : où sont leurs proches disparus en mer ?",
    "hr": "Hrvatska policija već godinama nezakonito vraća izbjeglice preko granice u Bosnu, često uz nasilje.",
    "it": "La guardia costiera è stata chiamata alle tre e quaranta ed è arrivata soltanto a mezzogiorno.",
    "ru": "Семьи уже три года спрашивают, где их родственники, пропавшие в море, и никто им не отвечает.",
    "sq": "Familjet pyesin prej tre vjetësh se ku janë të afërmit e tyre të humbur në det.",
    "sr": "Полиција је у уторак увече иселила људе из напуштене фабрике и одвела их у прихватни центар.",
    "tr": "Aileler üç yıldır denizde kaybolan yakınlarının nerede olduğunu soruyor, ama kimse cevap vermiyor.",
    "uk": "Родини вже три роки запитують, де їхні близькі, які зникли в морі, і ніхто їм не відповідає.",
}


def example_texts(language: str) -> list[str]:
    """What the example items of a language tell, each as one text."""
    items = (library.block(kind, language) for kind in KINDS)
    return [
        f"{item.title} {item.summary} {read_html(item.body_html).text} {(item.quotation or Quotation('')).text}"
        for item in items
    ]


TEXTS = {language: example_texts(language) for language in READER_LANGUAGES} | {
    code: [text] for code, text in OTHERS.items()
}
EVERY = [(language, text) for language, texts in TEXTS.items() for text in texts]


def findings_in(document: Document) -> list[Finding]:
    return [
        finding
        for finding in check_languages(document)
        if finding.code.endswith(("item-language", "intro-language"))
    ]


@given(st.sampled_from(EVERY), st.data())
def test_no_passage_of_our_texts_is_contradicted(text: tuple[str, str], data: st.DataObject) -> None:
    language, passage = text
    tokens = passage.split()
    start = data.draw(st.integers(0, len(tokens) - 1))
    end = data.draw(st.integers(start, len(tokens)))
    assert guess_other_language(" ".join(tokens[start:end]), language) is None


@pytest.mark.parametrize("label", sorted(TRIED))
@pytest.mark.parametrize(("language", "text"), EVERY)
def test_whole_texts_under_the_name_of_another_language_are_noticed(language: str, text: str, label: str) -> None:
    is_near = {language, label} <= NEIGHBOURS
    seems = guess_other_language(text, label)
    if language == label or is_near:
        assert seems is None
    else:
        assert seems == language or {seems, language} <= NEIGHBOURS


@given(st.text(), st.sampled_from([*sorted(TRIED), "sl-SI", "ckb", "prs", "zh-Hant"]))
def test_no_words_are_too_strange(text: str, language: str) -> None:
    assert guess_other_language(text, language) in (TRIED | {None})


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Odprite preiskavo brodoloma zdaj", "en"),
        ("https://infokolpa.example.org/seznam-imen/" * 9, "ar"),
        ("[[recipient_name|bralke in bralci, ki nas že dolgo in zvesto spremljate povsod po svetu]]", "en"),
        (OTHERS["de"], "ckb"),
        ("Πού είναι οι άνθρωποι που χάθηκαν στη θάλασσα; Οι οικογένειες ρωτούν εδώ και τρία χρόνια.", "sl"),
    ],
)
def test_what_is_short_or_no_language_that_was_tried_is_passed_over(text: str, label: str) -> None:
    assert guess_other_language(text, label) is None


@pytest.mark.parametrize("language", READER_LANGUAGES)
@pytest.mark.parametrize("design", DESIGNS)
def test_our_examples_are_in_their_own_language(design: str, language: str) -> None:
    assert findings_in(library.mail(design, language)) == []


def in_slovenian(block: Item) -> Document:
    return replace(samples.BULLETIN_SL, blocks=(samples.MIRROR, block))


def test_an_item_in_another_language_is_named_with_both() -> None:
    document = in_slovenian(replace(samples.SHIPWRECK, language="sl"))
    (finding,) = [
        finding for finding in check_rendered(document, render(document)) if finding.code.endswith("item-language")
    ]
    assert finding.item == samples.SHIPWRECK.title
    assert finding.params == {"title": samples.SHIPWRECK.title, "said": "sl", "seems": "en"}
    assert finding.language == "sl"


def test_only_the_text_that_was_pasted_wrongly_is_enough() -> None:
    pasted = replace(samples.MIRROR, title="O izjavi", body_html=samples.SHIPWRECK.body_html)
    (finding,) = findings_in(in_slovenian(pasted))
    assert (finding.item, finding.params["seems"]) == ("O izjavi", "en")


def test_a_quotation_is_held_against_its_own_language() -> None:
    quotation = samples.PROJECT.quotation
    assert quotation is not None
    assert quotation.language == "en"
    assert findings_in(in_slovenian(samples.PROJECT)) == []
    (finding,) = findings_in(in_slovenian(replace(samples.PROJECT, quotation=replace(quotation, language="ar"))))
    assert (finding.params["said"], finding.params["seems"]) == ("ar", "en")


def test_an_item_that_is_marked_as_being_in_another_language_is_fine() -> None:
    assert findings_in(in_slovenian(samples.SHIPWRECK)) == []


def test_opening_words_in_another_language_are_asked_about() -> None:
    english = (
        "Dear [[recipient_name|friend]],\n\nthis month we bring you our report on housing, and a call to write to"
    )
    english += " the ministry."
    (finding,) = findings_in(replace(samples.BULLETIN_SL, intro_html=english))
    assert finding.code == "templates-check-intro-language"
    assert (finding.params, finding.item) == ({"said": "sl", "seems": "en"}, "")


@pytest.mark.parametrize(
    ("text", "seems"),
    [
        ("بيان صحفي النص الأول ١٢٣ مع English في الوسط.", "ar"),
        ("بیانیه مطبوعاتی دربارهٔ پناهجویان", "fa"),
        ("Mohamed (محمد) and others", None),
        ("محمد", None),
    ],
)
def test_a_few_words_in_arabic_letters_are_in_no_language_of_latin_ones(text: str, seems: str | None) -> None:
    for expected in ("sl", "en"):
        assert guess_other_language(text, expected) == seems
    for expected in ("ar", "fa"):
        assert guess_other_language(text, expected) is None
