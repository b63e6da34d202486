"""What an import takes for what: columns, names in two of them, languages, and what staff said instead."""

from pathlib import Path

import pytest
from sqlmodel import select

from core.db import Database
from core.errors import InputRefused
from subscribers.import_csv import import_csv
from subscribers.import_report import CsvReport, ImportRequest
from subscribers.lists import create_list
from subscribers.tables import Subscriber
from tests.conftest import NOON
from tests.databases import on_sqlite
from tests.subscribers.conftest import SECRET

MAILCHIMP = (
    '"Email Address","First Name","Last Name",EMAIL_TYPE,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,LATITUDE,'
    "LANG,TAGS\n"
    'ana5@example.org,Ana,Novak,html,2,"2020-01-01 10:00:00",,"2020-01-01 10:00:00",,sl,"""vip"",""ngo"""\n'
)


class Importing:
    def __init__(self, database: Database, folder: Path) -> None:
        self._database = database
        self._folder = folder
        with database.write() as session:
            create_list(session, slug="bulletin", name="Bilten", now=NOON)

    def file(self, content: bytes | str, **options: object) -> CsvReport:
        path = self._folder / "people.csv"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        request = ImportRequest("bulletin", "Paper forms", **options)  # type: ignore[arg-type]  # by name
        return import_csv(self._database, path, request, secret=SECRET, now=NOON)

    def people(self) -> dict[str, tuple[str, str]]:
        with self._database.read() as session:
            return {
                person.address.partition("@")[0]: (person.name, person.language)
                for person in session.exec(select(Subscriber))
            }


@pytest.fixture
def importing(database: Database, tmp_path: Path) -> Importing:
    return Importing(database, tmp_path)


@pytest.mark.parametrize(
    ("content", "address", "title"),
    [
        (MAILCHIMP, "ana5", "First Name + Last Name"),
        ("E-naslov;Ime;Priimek;Jezik\nfl@example.org;Ana;Novak;sl\n", "fl", "Ime + Priimek"),
        ("E-Mail;Vorname;Nachname;Sprache\nfl@example.org;Ana;Novak;sl\n", "fl", "Vorname + Nachname"),
        ("Courriel;Prénom;Nom;Langue\nfl@example.org;Ana;Novak;sl\n", "fl", "Prénom + Nom"),
        ("email;Ime;Prezime;Jezik\nfl@example.org;Ana;Novak;sl\n", "fl", "Ime + Prezime"),
        ("correo;Nombre;Apellidos;Idioma\nfl@example.org;Ana;Novak;sl\n", "fl", "Nombre + Apellidos"),
        ("email;Nome;Cognome;Lingua\nfl@example.org;Ana;Novak;sl\n", "fl", "Nome + Cognome"),
        ("E-naslov;Priimek;Ime;Jezik\nfl@example.org;Novak;Ana;sl\n", "fl", "Priimek + Ime"),
        ("email,name,surname,lang\nfl@example.org,Ana,Novak,sl\n", "fl", "name + surname"),
        ("email;imię;nazwisko;język\nfl@example.org;Ana;Novak;sl\n", "fl", "imię + nazwisko"),
        ("email,nome,apelido,idioma\nfl@example.org,Ana,Novak,sl\n", "fl", "nome + apelido"),
        ("eposta,ad,soyad,dil\nfl@example.org,Ana,Novak,sl\n", "fl", "ad + soyad"),
        ("Email,Имя,Фамилия,Язык\nfl@example.org,Ana,Novak,sl\n", "fl", "Имя + Фамилия"),
        ("البريد الإلكتروني,الاسم,اللقب,اللغة\nfl@example.org,Ana,Novak,sl\n", "fl", "الاسم + اللقب"),
        ("ایمیل,نام,نام خانوادگی,زبان\nfl@example.org,Ana,Novak,sl\n", "fl", "نام + نام خانوادگی"),
        ("email,FNAME,LNAME,lang\nfl@example.org, Ana , Novak ,sl\n", "fl", "FNAME + LNAME"),
        (
            "First Name,Last Name,E-mail 1 - Value,lang\nAna,Novak,fl@example.org,sl\n",
            "fl",
            "First Name + Last Name",
        ),
        ("email|ime|priimek|jezik\nfl@example.org|Ana|Novak|sl\n", "fl", "ime + priimek"),
    ],
)
@on_sqlite
def test_a_name_in_two_columns_is_one_name(
    importing: Importing, content: bytes | str, address: str, title: str
) -> None:
    ignored = ("EMAIL_TYPE", "TAGS") if content is MAILCHIMP else ()
    report = importing.file(content, ignored_columns=ignored)
    assert importing.people() == {address: ("Ana Novak", "sl")}
    assert report.titles["name"] == title


@pytest.mark.parametrize(
    "title",
    [
        "\u200bemail",
        "email\u200b",
        "e\u00admail",
        "\u2060E-pošta",
        "E–mail",
        "\xa0Email\xa0Address\xa0",
        "\u202aemail\u202c",
    ],
)
@on_sqlite
def test_what_nobody_sees_in_a_title_makes_no_other_title(importing: Importing, title: str) -> None:
    importing.file(f"{title},name,language\na@example.org,Ana,sl\n")
    assert importing.people() == {"a": ("Ana", "sl")}


@pytest.mark.parametrize(
    ("row", "name"),
    [
        ("Ana,Novak,", "Ana Novak"),
        ("Ana,,", "Ana"),
        (",Novak,", "Novak"),
        (",,", ""),
        ("Ana,Novak,A. N.", "A. N."),
    ],
)
@on_sqlite
def test_a_whole_name_counts_before_its_parts_and_a_part_alone_is_a_name(
    importing: Importing, row: str, name: str
) -> None:
    importing.file(f"email,first name,last name,full name,language\na@example.org,{row},sl\n")
    assert importing.people() == {"a": (name, "sl")}


def test_a_goodbye_in_a_part_of_a_name_is_no_yes(importing: Importing) -> None:
    report = importing.file("email,ime,priimek,jezik\na@example.org,Ana,ODJAVA - ne pošiljati,sl\n")
    assert (report.imported, len(report.refused)) == (0, 1)


@pytest.mark.parametrize(
    "content",
    [
        "\ufeffsep=;\r\nemail;name;language\r\nana4@example.org;Ana Žagar;sl\r\n".encode(),
        "sep=;\r\nE-pošta;Ime;Jezik\r\nana4@example.org;Ana Žagar;sl\r\n".encode("cp1250"),
        "SEP=|\nemail|name|language\nana4@example.org|Ana Žagar|sl\n".encode(),
        "sep=\t\nemail\tname\tlanguage\nana4@example.org\tAna Žagar\tsl\n".encode("utf-16"),
    ],
)
@on_sqlite
def test_excels_first_line_is_obeyed_and_read_past(importing: Importing, content: bytes) -> None:
    importing.file(content)
    assert importing.people() == {"ana4": ("Ana Žagar", "sl")}


@pytest.mark.parametrize(
    "header",
    [
        '"email" , "name" , "language"',
        " email ,  name  ,language ",
        "'email','name','language'",
        "“Email”,„Ime“,»Jezik«",
        '"email ","name "," language"',
    ],
)
@on_sqlite
def test_padded_and_quoted_titles_are_known(importing: Importing, header: str) -> None:
    importing.file(f"{header}\na@example.org,Ana,sl\n")
    assert importing.people() == {"a": ("Ana", "sl")}


def test_codes_of_three_letters_are_languages_and_what_may_be_two_is_asked_about(importing: Importing) -> None:
    report = importing.file(
        "email,name,language\nslv@example.org,Slava,slv\neng@example.org,Eng,eng\nslo@example.org,Slo,slo\n"
        "si@example.org,Si,SI\ngb@example.org,Gb,GB\n"
    )
    assert importing.people() == {"slv": ("Slava", "sl"), "eng": ("Eng", "en")}
    assert [(refused.line, refused.code.removeprefix("subscribers-language-")) for refused in report.refused] == [
        (4, "unclear"),
        (5, "unclear"),
        (6, "is-country"),
    ]


def test_staff_can_say_what_a_word_means(importing: Importing) -> None:
    meanings = {"slo": "sl", "si": "sl", "GB": "en"}
    report = importing.file(
        "email,language\na@example.org,SLO\nb@example.org,si\nc@example.org,gb\n", language_meanings=meanings
    )
    assert not report.refused
    assert importing.people() == {"a": ("", "sl"), "b": ("", "sl"), "c": ("", "en")}


def test_a_meaning_that_is_no_language_is_refused_before_anything_is_imported(importing: Importing) -> None:
    with pytest.raises(InputRefused, match="language-unknown"):
        importing.file("email,language\na@example.org,sl\n", language_meanings={"slo": "klingon"})
    assert importing.people() == {}


def test_the_report_says_what_was_taken_for_what_with_three_names_as_read(importing: Importing) -> None:
    rows = "".join(
        f"p{number}@example.org;{name};sl\n"
        for number, name in enumerate(["Ana Kos", "Žiga Čuk", "Bor Kos", "Špela Košir", "Tjaša Šega"])
    )
    report = importing.file(f"E-pošta;Ime;Jezik\n{rows}".encode("cp1250"))
    assert (report.encoding, report.is_encoding_guessed) == ("windows-1250", True)
    assert report.titles == {"address": "E-pošta", "name": "Ime", "language": "Jezik"}
    assert report.examples == ["Žiga Čuk", "Špela Košir", "Tjaša Šega"]


def test_a_file_in_an_unclear_code_page_changes_nothing_until_staff_choose(importing: Importing) -> None:
    content = "email,name\na@example.org,محمد العلي\n".encode("cp1256")
    with pytest.raises(InputRefused, match="encoding-unclear"):
        importing.file(content, default_language="sl")
    assert importing.people() == {}
    report = importing.file(content, default_language="sl", encoding="windows-1256")
    assert report.examples == ["محمد العلي"]
    assert importing.people() == {"a": ("محمد العلي", "sl")}
