"""Names in old code pages are read right, or a person is asked: never wrongly in silence."""

from pathlib import Path

import pytest

from core.errors import InputRefused
from subscribers.charset_guess import NAMES
from subscribers.csv_encoding import read_encoding_name
from subscribers.csv_file import open_csv

READ_RIGHT = [
    ("cp1256", "محمد", "ar"),
    ("cp1256", "فاطمة الزهراء", "ar"),
    ("cp1256", "رضا احمد", "fa"),
    ("cp1250", "Žiga Čuk", "sl"),
    ("cp1250", "ŽIGA ČUK", "sl"),
    ("cp1250", "Đorđe Ćosić", "bs"),
    ("cp1250", "Łukasz Wójcik", "pl"),
    ("cp1252", "Jürgen Müller", "de"),
    ("cp1252", "Françoise Lefèvre", "fr"),
    ("cp1252", "Begoña Núñez", "es"),
    ("cp1254", "Ayşe Yılmaz", "tr"),
    ("cp1251", "Иван Петров", "ru"),
    ("cp1251", "Јован Ђорђевић", "sr"),
    ("koi8_r", "Ольга Смирнова", "ru"),
    ("cp866", "Ольга Смирнова", "ru"),
    ("mac_cyrillic", "Иван Петров", "ru"),
    ("cp1253", "Γιώργος", "el"),
    ("cp852", "Žiga Čuk", "sl"),
    ("cp852", "Špela Košir", "sl"),
    ("mac_latin2", "Žiga Čuk", "sl"),
    ("mac_roman", "Müller Zoë", "en"),
    ("utf-8", "Žiga Čuk", "sl"),
    ("utf-16", "محمد", "ar"),
]
ASKED_ABOUT = [
    ("cp1256", "محمد العلي", ""),
    ("cp1251", "Иван Петров", ""),
    ("cp1251", "Иван Петров", "sl"),
    ("cp1252", "Niño", "sl"),
    ("cp852", "Müller", "de"),
]
OFFERED_BY_NAME = [
    ("iso8859_6", "محمد", "ar"),
    ("iso8859_6", "يوسف محمد", "ar"),
    ("cp864", "ﻣﺣﻣﺩ", "ar"),
    ("cp1256", "هند هدى", "ar"),
    ("cp1256", "هالة كمال", "ar"),
    ("iso8859_6", "فاطمة الزهراء", ""),
    ("cp720", "محمد", "ar"),
    ("mac_farsi", "رضا", "fa"),
    ("cp1255", "דוד לוי", "he"),
    ("cp1255", "דוד לוי", ""),
    ("iso8859_8", "שרה כהן", "he"),
    ("cp862", "שרה כהן", "he"),
    ("koi8_u", "Олег Їжакевич", "uk"),
    ("iso8859_5", "Иван Петров", "ru"),
    ("cp855", "Иван Петров", "ru"),
    ("iso8859_7", "Γιώργος", "el"),
    ("cp737", "Γιώργος", "el"),
    ("cp1257", "Žydrūnas Šimkus", "lt"),
    ("cp857", "Ayşe Yılmaz", "tr"),
    ("cp874", "สมชาย", "th"),
]


def _file(folder: Path, encoding: str, name: str, language: str, header: str = "email,name,language") -> Path:
    path = folder / "people.csv"
    path.write_bytes(f"{header}\na@example.org,{name},{language}\n".encode(encoding))
    return path


@pytest.mark.parametrize(("encoding", "name", "language"), READ_RIGHT)
def test_a_name_is_read_right_in_the_code_page_that_its_language_had(
    tmp_path: Path, encoding: str, name: str, language: str
) -> None:
    with open_csv(_file(tmp_path, encoding, name, language)) as file:
        assert [record.cells["name"] for record in file.records()] == [name]
        assert file.encoding.is_guessed is (encoding not in ("utf-8", "utf-16"))


@pytest.mark.parametrize("end", ["\r", "\r\n", "\n"])
def test_each_row_names_its_language_whatever_ends_it(tmp_path: Path, end: str) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(end.join(["email;ime;jezik", "a@example.org;José Müller;es", ""]).encode("mac_roman"))
    with open_csv(path) as file:
        assert [record.cells["name"] for record in file.records()] == ["José Müller"]


@pytest.mark.parametrize(("encoding", "name", "language"), ASKED_ABOUT)
def test_where_two_readings_are_as_good_a_person_sees_the_names_and_chooses(
    tmp_path: Path, encoding: str, name: str, language: str
) -> None:
    path = _file(tmp_path, encoding, name, language)
    with pytest.raises(InputRefused, match="encoding-unclear") as refused, open_csv(path):
        pass
    assert name.split(maxsplit=1)[0] in str(refused.value.params["readings"])
    assert "M·" not in str(refused.value.params["readings"])
    with open_csv(path, encoding=encoding) as file:
        assert [record.cells["name"] for record in file.records()] == [name]
        assert not file.encoding.is_guessed


@pytest.mark.parametrize(("encoding", "name", "language"), OFFERED_BY_NAME)
def test_an_encoding_that_is_never_guessed_is_offered_with_its_names_and_can_be_said(
    tmp_path: Path, encoding: str, name: str, language: str
) -> None:
    path = _file(tmp_path, encoding, name, language)
    try:
        with open_csv(path) as file:
            names = [record.cells["name"] for record in file.records()]
    except InputRefused as refused:
        assert name.split(maxsplit=1)[0] in str(refused.params["readings"])  # noqa: PT017  or it is read right
        with open_csv(path, encoding=encoding) as file:
            assert [record.cells["name"] for record in file.records()] == [name]
    else:
        assert names == [name]
        assert file.encoding.codec in NAMES.values()


@pytest.mark.parametrize("encoding", ["cp1250", "cp852", "mac_latin2"])
def test_titles_with_letters_of_their_own_tell_what_a_file_without_names_is_in(
    tmp_path: Path, encoding: str
) -> None:
    path = _file(tmp_path, encoding, "Ana Novak", "sl", header="E-pošta,Ime,Jezik")
    with open_csv(path) as file:
        assert file.columns == {"address", "name", "language"}


@pytest.mark.parametrize(("name", "language"), [(name, language) for _, name, language in READ_RIGHT])
def test_whatever_a_code_page_can_hold_is_read_right_or_asked_about(
    tmp_path: Path, name: str, language: str
) -> None:
    """In each of them, also those that nobody would use for it."""
    for encoding in NAMES.values():
        try:
            path = _file(tmp_path, encoding, name, language)
        except UnicodeEncodeError:
            continue
        try:
            with open_csv(path) as file:
                names = [record.cells["name"] for record in file.records()]
        except InputRefused as refused:
            assert refused.code.startswith("subscribers-file-encoding")  # noqa: PT017  either is right
        else:
            assert names == [name], encoding


@pytest.mark.parametrize("name", ["cp1250", "Windows-1250", "windows-1250", "CP-1250", "1250"])
def test_an_encoding_has_the_names_that_people_know_it_by(name: str) -> None:
    assert read_encoding_name(name).codec == "cp1250"


@pytest.mark.parametrize(
    ("name", "codec"),
    [
        ("latin1", "iso8859_1"), ("ISO-8859-8-I", "iso8859_8"), ("cp864", "cp864"), ("1255", "cp1255"),
        ("IBM864", "cp864"), ("cp862", "cp862"),
        ("asmo-708", "iso8859_6"), ("KOI8-U", "koi8_u"), ("tis-620", "cp874"), ("Shift_JIS", "shift_jis"),
    ],
)  # fmt: skip
def test_hardly_used_encodings_have_their_names_too(name: str, codec: str) -> None:
    assert read_encoding_name(name).codec == codec


@pytest.mark.parametrize("name", ["", "klingon", "idna", "rot13", "unicode_escape", "utf-7", "\0"])
def test_an_encoding_that_is_none_is_refused_with_those_that_are(name: str) -> None:
    with pytest.raises(InputRefused, match="encoding-unknown") as refused:
        read_encoding_name(name)
    assert "windows-1256" in str(refused.value.params["known"])


def test_a_file_that_is_not_in_what_a_person_said_is_refused(tmp_path: Path) -> None:
    path = _file(tmp_path, "cp1250", "Žiga", "sl")
    with pytest.raises(InputRefused, match="subscribers-file-encoding"), open_csv(path, encoding="utf-8"):
        pass
