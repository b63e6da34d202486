"""Forms of a mailing list: what stands in their fields, and what was typed into them."""

from collections.abc import Iterable, Mapping

from campaigns.editorial.list_languages import ListLanguagesEdit
from campaigns.editorial.manage_list import ListDetails
from core.collation import sort_key
from core.i18n import language_name
from core.languages import READER_LANGUAGES
from subscribers.tables import MailingList
from web.http.form_data import SEEN

NAME_IN = "name-"
REQUIRED = "required-"
CHAIN = "chain-"
MORE = "more"
PLACES = 3
"""Languages that stand in for others: so many are chosen, one after the other. A list may have more by command."""
OTHER_LANGUAGES = (
    "am", "bg", "bn", "bs", "ckb", "cs", "da", "de", "el", "es", "et", "fi", "fr", "he", "hi", "hr", "hu", "it",
    "ka", "kmr", "lt", "lv", "mk", "nl", "pl", "ps", "pt", "ro", "ru", "sk", "so", "sq", "sr", "sv", "ti", "tr",
    "uk", "ur", "zh",
)  # fmt: skip
"""Beside those that Bilten itself speaks to readers. By command a list takes any that Babel knows."""


def languages_of_list(mailing_list: MailingList | None, readers: Iterable[str] = ()) -> list[str]:
    """That have fields of their own: Bilten's, the list's and its readers'."""
    own = mailing_list and (
        *mailing_list.required_languages,
        *mailing_list.language_chain,
        *mailing_list.names,
    )
    return list(dict.fromkeys([*READER_LANGUAGES, *(own or ()), *readers]))


def other_languages(shown: Iterable[str], *, in_language: str) -> list[str]:
    """To be added, by their names in the alphabet of the page."""
    left = set(OTHER_LANGUAGES).difference(shown)
    return sorted(left, key=lambda code: sort_key(language_name(code, in_language=in_language), in_language))


def fields_of(mailing_list: MailingList) -> dict[str, str]:
    chain = {f"{CHAIN}{place}": code for place, code in enumerate(mailing_list.language_chain, start=1)}
    return {
        "name": mailing_list.name,
        **{f"{NAME_IN}{code}": name for code, name in mailing_list.names.items()},
        **({"protected": "yes"} if mailing_list.is_protected else {}),
        **{f"{REQUIRED}{code}": "yes" for code in mailing_list.required_languages},
        **chain,
    }


def read_details(form: Mapping[str, str]) -> ListDetails:
    names = {field.removeprefix(NAME_IN): text for field, text in form.items() if field.startswith(NAME_IN)}
    return ListDetails(form.get("name", ""), names, "protected" in form, form.get(SEEN))


def read_languages_form(form: Mapping[str, str]) -> tuple[str, str]:
    """The languages that stand in, and those that are required, as a command writes them."""
    chain = [form.get(f"{CHAIN}{place}", "") for place in range(1, PLACES + 1)]
    required = [field.removeprefix(REQUIRED) for field in form if field.startswith(REQUIRED)]
    return " ".join(chain), " ".join([*required, form.get(MORE, "")])


def edit_of(
    chain: list[str], required: list[str], form: Mapping[str, str], kept: MailingList
) -> ListLanguagesEdit:
    """What has no place in the form stays behind what has."""
    rest = [code for code in kept.language_chain[PLACES:] if code not in chain]
    return ListLanguagesEdit([*chain, *rest], required, form.get(SEEN))
