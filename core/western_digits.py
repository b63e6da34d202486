"""Digits as keyboards of Arabic, Persian and others type them, for whatever reads numbers, days and times."""

import unicodedata

_SIGNS = {"\u066b": ".", "\u2212": "-"}


def western_digits(text: str) -> str:
    """Decimal digits of any script, and the decimal sign of Arabic and Persian, as ours; all else as it is."""
    return "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else _SIGNS.get(sign, sign) for sign in text)
