"""Header mapping: which column of ours a title means, in Slovenian, English, its neighbours' languages and
other systems' exports. Pure."""

from collections.abc import Mapping, Sequence

from subscribers.bare_words import is_plain_title
from subscribers.csv_noes import letters

_TITLES: Mapping[str, str] = {
    "address": "address",
    "email": "address",
    "emailaddress": "address",
    "email1value": "address",  # Google Contacts
    "naslov": "address",
    "enaslov": "address",
    "epošta": "address",
    "epoštninaslov": "address",
    "elektronskinaslov": "address",
    "elektronskapošta": "address",
    **dict.fromkeys(("emailadresse", "adresseemail", "courriel", "correo", "correoelectrónico"), "address"),
    "name": "name",
    "fullname": "name",
    "ime": "name",
    "imeinpriimek": "name",
    **dict.fromkeys(("imeiprezime", "nome", "nombre"), "name"),
    **dict.fromkeys(("vorname", "prénom", "prenom"), "first_name"),
    **dict.fromkeys(("nachname", "familienname", "prezime", "nom", "cognome"), "last_name"),
    **dict.fromkeys(("apellido", "apellidos"), "last_name"),
    **dict.fromkeys(("firstname", "fname", "givenname", "forename"), "first_name"),
    **dict.fromkeys(("lastname", "lname", "surname", "familyname", "priimek"), "last_name"),
    **dict.fromkeys(("eposta", "endereçodeemail", "электроннаяпочта", "ایمیل", "پستالکترونیک"), "address"),
    **dict.fromkeys(("البريدالإلكتروني", "البريدالالكتروني", "بريدإلكتروني"), "address"),
    **dict.fromkeys(("imię", "имя", "имяифамилия", "ad", "adı", "adsoyad", "الاسم", "الاسمالكامل", "نام"), "name"),
    **dict.fromkeys(("nazwisko", "фамилия", "soyad", "soyadı", "sobrenome", "apelido"), "last_name"),
    **dict.fromkeys(("اسمالعائلة", "اللقب", "نامخانوادگی"), "last_name"),
    "الاسمالأول": "first_name",
    **dict.fromkeys(("emailnaslov", "naslovelektronskepošte", "رایانامه", "نشانیایمیل", "آدرسایمیل"), "address"),
    "نامونامخانوادگی": "name",
    "language": "language",
    "lang": "language",
    **dict.fromkeys(("jezik", "sprache", "langue", "lingua", "idioma"), "language"),
    **dict.fromkeys(("język", "язык", "мова", "dil", "اللغة", "زبان"), "language"),
    "status": "status",
    "state": "status",
    "stanje": "status",
    "subscriptionstatus": "status",
    "subscriberstatus": "status",
    "contactstatus": "status",
    "emailstatus": "status",
    "emailsubscriptionstatus": "status",
    "emailmarketingstatus": "status",
    "emailmarketingconsent": "status",
    "confirmed": "confirmed",
    "isconfirmed": "confirmed",
    "isthissubscriberconfirmed": "confirmed",
}
"""Which column a title names; letters only, so that E-mail, e_mail and E-MAIL are one."""
_WEAK = {"address": {"address", "naslov"}, "status": {"state"}}
"""Titles that mean something else as well (where somebody lives): beside a plainer one of the same column nobody
knows what they mean, so that they are asked about, and may be a field."""
_WHOLE_NAMES = {"fullname", "imeinpriimek", "imeiprezime", "имяифамилия", "adsoyad", "الاسمالكامل"} | {
    "نامونامخانوادگی"
}
NAME_PARTS = ("first_name", "last_name")


def column_of(title: str) -> str | None:
    return _TITLES.get(letters(title)) if is_plain_title(title) else None


def columns_of(titles: Sequence[str], own: Mapping[str, str] | None = None) -> list[str | None]:
    """Of a whole header: beside a column of last names, or of whole ones, `Ime` and `Name` are the first ones.
    `own`: what titles, in letters, mean in a certain system, where that is known; nothing where they mean nothing
    there."""
    keys = list(map(letters, titles))
    columns = [
        own[key] or None if own and key in own else column_of(title)
        for key, title in zip(keys, titles, strict=True)
    ]
    for column, weak in _WEAK.items():
        of_it = {key for key, known in zip(keys, columns, strict=True) if known == column}
        if of_it - weak:
            columns = [None if key in of_it & weak else known for key, known in zip(keys, columns, strict=True)]
    named = {key for key, column in zip(keys, columns, strict=True) if column == "name"}
    if "first_name" not in columns and ("last_name" in columns or named & _WHOLE_NAMES):
        first = named - _WHOLE_NAMES
        columns = ["first_name" if key in first else column for key, column in zip(keys, columns, strict=True)]
    return columns


def with_whole_name(cells: dict[str, str]) -> dict[str, str]:
    """With `name`, made of its parts where a row has no whole one."""
    parts = [cells[part].strip() for part in NAME_PARTS if cells.get(part, "").strip()]
    if parts and not cells.get("name", "").strip():
        cells["name"] = " ".join(parts)
    return cells
