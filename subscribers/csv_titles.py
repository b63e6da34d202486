"""Header mapping: which column of ours a title means, in Slovenian, English and other systems' exports. Pure."""

from collections.abc import Mapping

from subscribers.csv_noes import letters

_TITLES: Mapping[str, str] = {
    "address": "address",
    "email": "address",
    "emailaddress": "address",
    "naslov": "address",
    "enaslov": "address",
    "epošta": "address",
    "epoštninaslov": "address",
    "elektronskinaslov": "address",
    "elektronskapošta": "address",
    "name": "name",
    "fullname": "name",
    "ime": "name",
    "imeinpriimek": "name",
    "language": "language",
    "lang": "language",
    "jezik": "language",
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
    "optedin": "confirmed",
    "isthissubscriberconfirmed": "confirmed",
}
"""Which column a title names; letters only, so that E-mail, e_mail and E-MAIL are one."""


def column_of(title: str) -> str | None:
    return _TITLES.get(letters(title))
