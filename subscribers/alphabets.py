"""Alphabets: the letters beyond a to z that names in a language are written with, and its scripts. Pure."""

from functools import cache

_LETTERS = {
    "sl": "čšžćđ",
    "hr": "čćđšž",
    "bs": "čćđšž",
    "sr": "čćđšž",
    "en": "éèêëïîôöüçñ",
    "de": "äöüß",
    "fr": "àâæçéèêëîïôœùûüÿ",
    "it": "àèéìíîòóùú",
    "es": "áéíñóúü",
    "pt": "àáâãçéêíóôõú",
    "nl": "áéëïóöü",
    "sv": "åäöé",
    "da": "åæøé",
    "no": "åæøé",
    "fi": "åäö",
    "pl": "ąćęłńóśźż",
    "cs": "áčďéěíňóřšťúůýž",
    "sk": "áäčďéíĺľňóôŕšťúýž",
    "hu": "áéíóöőúüű",
    "ro": "ăâîşșţț",
    "tr": "âçğıîöşûüi̇",
    "sq": "çë",
    "lt": "ąčęėįšųūž",
    "lv": "āčēģīķļņšūž",
    "et": "äõöüšž",
}
LATIN_LETTERS = frozenset("".join(_LETTERS.values()))
"""Of any of these languages: people move."""
_LATIN = frozenset({"LATIN"})
_SCRIPTS = {
    **dict.fromkeys(("ru", "uk", "be", "bg", "mk"), frozenset({"CYRILLIC"})),
    **dict.fromkeys(("sr", "bs"), frozenset({"CYRILLIC", "LATIN"})),
    **dict.fromkeys(("ar", "fa", "ur", "ckb", "ps"), frozenset({"ARABIC"})),
    **dict.fromkeys(("he", "yi"), frozenset({"HEBREW"})),
    "el": frozenset({"GREEK"}),
    "th": frozenset({"THAI"}),
}
_COMMON_ARABIC = frozenset("االمينوربتدعحسفقأإىة")
_COMMON = {"ar": _COMMON_ARABIC} | dict.fromkeys(("fa", "ur", "ckb", "ps"), _COMMON_ARABIC | frozenset("هیکشز"))
LANGUAGES = frozenset(_LETTERS) | frozenset(_SCRIPTS)


@cache
def letters_of(language: str) -> frozenset[str]:
    """In small letters; empty where the script is another, and for a language that is not in the table."""
    return frozenset(_LETTERS.get(language, ""))


def scripts_of(language: str) -> frozenset[str]:
    return _SCRIPTS.get(language, _LATIN)


def common_letters_of(language: str) -> frozenset[str]:
    """Of the Arabic script, those that most of a text is made of."""
    return _COMMON.get(language, _COMMON_ARABIC)
