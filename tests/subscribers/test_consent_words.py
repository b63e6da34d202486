"""What people's own files say of consent, in ten languages: a no is never taken for a yes, and a yes is one.

The words here are what people write, not those of the program.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.db import Database
from core.errors import InputRefused
from core.i18n import Texts
from subscribers.answer_words import Answer
from subscribers.csv_answers import ColumnKind, kind_of, read_cell
from subscribers.csv_doubts import may_be_no
from subscribers.csv_noes import is_named_as_no, is_said
from tests.subscribers.conftest import session_beside_imports
from tests.subscribers.test_exports_of_noes import bring_in, statuses

Csv = Callable[[str | bytes], Path]

OF_LEAVING = """
consent_withdrawn_at|Consent withdrawn|Withdrawal of consent|Removed|Removal date|Revoked on|Opted out at|Opt-outs
Cancelled|Do not e-mail|Objection|Consent refused|Permission denied|No longer subscribed - unsubscribed|Inactive
preklic soglasja|Datum preklica|Preklicano|Umik privolitve|Odstranjena|Izpisan|Izbrisan|Ne želi prejemati
Ne pošiljati|Zavrnitev|Prepoved pošiljanja|Odjavljena dne|Ugovor
Abgemeldet am|Abmeldung|Widerruf der Einwilligung|Ausgetragen|Gesperrt|Keine E-Mails|Werbesperre
Gelöscht|Abbestellt
Disiscritto|Data di disiscrizione|Cancellato|Revoca del consenso|Rimosso|Non vuole ricevere|Consenso ritirato
Désabonné le|Désinscription|Retrait du consentement|Ne souhaite plus recevoir|Refus|Consentement révoqué
Fecha de baja|Baja|Dado de baja|Cancelado|No desea recibir|Consentimiento revocado|Retirado
Odjavljen|Povučena suglasnost|Opoziv privole|Ne želi primati|Uklonjen|Odbijen|Ispisan|Povučen pristanak
одјављен|Повучена сагласност|Не жели примати|Уклоњен|Опозив
Leiratkozott|Leiratkozás dátuma|Hozzájárulás visszavonva|Törölt|Nem kér hírlevelet|Letiltva
إلغاء الاشتراك|سحب الموافقة|لا يريد الرسائل|حذف|رفض|ألغى الاشتراك
لغو اشتراک|انصراف|نمی‌خواهد|رضایت ندارد|حذف شده
"""
OF_CONSENT = """
Consent|Permission|Wants to receive news|Agrees to e-mail|Email permission|Consent given
Soglasje|Privolitev|Želi prejemati novice|Dovoljenje za pošiljanje|Soglasje za e-pošto
Einwilligung|Zustimmung|Möchte Newsletter|Einwilligung E-Mail
Consenso|Autorizzazione|Permesso
Consentement|Souhaite recevoir la lettre|Autorisation
Consentimiento|Permiso|Autorización
Suglasnost|Privola|Pristanak|Želi primati vijesti|Saglasnost|Dozvola
Сагласност|Пристанак|Жели примати вести|Дозвола
Hozzájárulás|Engedély|Beleegyezés
موافقة|الموافقة
رضایت
"""
GOODBYES = """
please take me off|has unsubscribed|Asked to be removed from all lists|do not contact|Don't e-mail him|STOP SENDING
wants no more mail - no longer wants it|opted out by phone|withdrew consent 2024-03-01|please delete me, delete me!
odjavljena po telefonu|Prosi, da je ne pošiljamo več: ne pošiljaj|ne želi več pošte|noče prejemati
preklicala soglasje
prosim, odstranite me|izbrišite me|ni soglasja|umaknila soglasje|ODJAVA 3. 5. 2024
abgemeldet am Telefon|möchte keine Mails|bitte löschen|nicht mehr anschreiben|Einwilligung widerrufen
will keine E-Mails
si è disiscritta|cancellatemi|non vuole ricevere nulla|ha revocato il consenso
désabonnée par téléphone|ne veut plus de mails|ne souhaite plus recevoir|retirez-moi
se dio de baja|no desea recibir nada|ya no quiere|darme de baja
ne želi više poštu|odjavljen telefonom|povukla suglasnost|uklonite me|ne slati
одјавила се|не желим више|уклоните ме|не слати
leiratkozott|nem kér több levelet|kérem, töröljék|visszavonta
إلغاء الاشتراك|لا يريد رسائل|لا ترسلوا له|سحب موافقته
لغو اشتراک|نمی‌خواهد ایمیل بگیرد|انصراف داد|حذف کنید
"""
A_YES = [
    "yes",
    "Yes, please",
    "da",
    "Da, prosim.",
    "ja",
    "sì",
    "oui",
    "sí",
    "igen",
    "نعم",
    "بله",
    "да",
    "TRUE",
    "x",
    "✓",
]
A_YES += ["subscribed", "Agreed", "granted", "soglaša", "tedensko"]
NO_YES = [
    "",
    "no",
    "ne",
    "nein",
    "non",
    "nem",
    "لا",
    "revoked",
    "withdrawn 2024-03-01",
    "Explicit No",
    "unknown",
    "?",
]
NO_YES += [
    "denied",
    "never",
    "preklicano",
    "da, a ne po pošti",
    "2",
    "widerrufen",
    "nisem vprašala",
    "not yet",
    "не",
    "✗",
]


def _split(text: str) -> list[str]:
    return [phrase for line in text.split("\n") for phrase in line.split("|") if phrase]


TITLES_OF_LEAVING, TITLES_OF_CONSENT, WORDS_OF_LEAVING = map(_split, (OF_LEAVING, OF_CONSENT, GOODBYES))
WRITTEN: list[Callable[[str], str]] = [
    str,
    str.upper,
    str.lower,
    lambda text: text.replace(" ", "_"),
    lambda text: f"  {text} :",
    lambda text: f"MMERGE7 {text}",
    lambda text: f"{text}?",
]


@given(st.sampled_from(TITLES_OF_LEAVING), st.sampled_from(WRITTEN))
def test_a_title_of_leaving_asks_for_nothing(title: str, write: Callable[[str], str]) -> None:
    """Whatever stands under it, a yes or a no or a day, is looked at by a person."""
    assert kind_of(write(title)) is ColumnKind.UNKNOWN
    assert read_cell(ColumnKind.UNKNOWN, "yes") is Answer.UNKNOWN


@given(st.sampled_from(TITLES_OF_CONSENT), st.sampled_from(NO_YES) | st.text("qwbž?! "), st.sampled_from(WRITTEN))
def test_under_a_title_of_consent_only_a_yes_is_one(title: str, cell: str, write: Callable[[str], str]) -> None:
    assert read_cell(kind_of(write(title)), cell) is not Answer.YES


@given(st.sampled_from(TITLES_OF_CONSENT), st.sampled_from(A_YES), st.sampled_from(WRITTEN))
def test_under_a_title_of_consent_a_yes_is_one(title: str, cell: str, write: Callable[[str], str]) -> None:
    """A word that nobody knows beside it makes it a title that nobody knows."""
    is_known = not write(title).startswith("MMERGE7")
    assert read_cell(kind_of(write(title)), cell) is (Answer.YES if is_known else Answer.UNKNOWN)


@given(
    st.sampled_from(WORDS_OF_LEAVING),
    st.sampled_from(WRITTEN[:3]),
    st.sampled_from(["{}", "{}.", "12. 5.: {}", "Met in May; {}", "({})"]),
)
def test_a_note_that_somebody_wants_out_is_no_yes(phrase: str, write: Callable[[str], str], around: str) -> None:
    """Also where nobody would look for one."""
    assert may_be_no(around.format(write(phrase)))


@pytest.mark.parametrize(
    "cell",
    [
        "Nova Gorica",
        "01 234 56 78",
        "https://example.org/unsubscribe?x=1",
        "our assembly",
        "2024-05-25",
        "القاهرة",
    ],
)
def test_what_speaks_of_something_else_stops_nobody(cell: str) -> None:
    assert not may_be_no(cell)


@pytest.mark.parametrize(
    "header_and_row",
    [
        "email,Permission\nx@example.org,revoked",
        "email,Želi prejemati novice\nx@example.org,ne",
        "email,City\nx@example.org,please take me off",
        "email,name\nx@example.org,Ana Novak (odjavljena)",
        "email,Company\nx@example.org,has unsubscribed",
    ],
)
@pytest.mark.usefixtures("list_id")
def test_such_a_row_is_refused_with_its_line(database: Database, csv: Csv, header_and_row: str) -> None:
    with session_beside_imports(database) as session:
        report = bring_in(session, csv(f"{header_and_row}\n"))
        assert (2, "subscribers-row-may-say-no") in [(row.line, row.code) for row in report.refused]
        assert "x" not in statuses(session)


@pytest.mark.parametrize("language", ["sl", "en"])
@pytest.mark.parametrize(
    ("header_and_row", "offers_to_ignore"),
    [
        ("email,name\nx@example.org,Ana Novak (odjavljena)", False),
        ("email,First Name,Last Name\nx@example.org,Ana,(unsubscribed)", False),
        ("email,Company\nx@example.org,has unsubscribed", True),
    ],
)
@pytest.mark.usefixtures("list_id")
def test_only_what_can_be_ignored_is_offered_to_be(
    database: Database, csv: Csv, header_and_row: str, language: str, *, offers_to_ignore: bool
) -> None:
    """A name is read: --ignore with its column would only be refused."""
    with session_beside_imports(database) as session:
        (refused,) = bring_in(session, csv(f"{header_and_row}\n")).refused
    text = Texts(["subscribers"]).text(language, refused.code, **refused.params)
    assert ("--ignore" in text) == offers_to_ignore


def test_a_tick_is_said_and_another_mark_is_asked_about() -> None:
    assert is_said("✓")
    assert is_said("✔️")
    assert not is_said(" – ")
    with pytest.raises(InputRefused, match="subscribers-status-unknown"):
        is_said("✗")


def test_files_are_known_by_their_names_in_other_languages() -> None:
    noes = ["Abgemeldete 2024.csv", "désabonnés.csv", "leiratkozottak.csv", "одјављени.csv", "disiscritti.csv"]
    assert [name for name in noes if not is_named_as_no(name)] == []
    others = ["izpis članov.csv", "abonnés.csv", "prijavljeni.csv", "iscritti.csv", "feliratkozók.csv"]
    assert [name for name in others if is_named_as_no(name)] == []
