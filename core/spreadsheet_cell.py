"""CSV injection: no cell of a file for a spreadsheet is taken for a formula, and what was put before it comes off
again where the file is read (OWASP, "CSV Injection")."""

_FORMULA = frozenset("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
"""With which a spreadsheet begins to calculate; the last four are full-width."""
_MARK = "'"


def guarded(text: str) -> str:
    """With an apostrophe before what would be a formula, and before what looks as if it had been given one."""
    return f"{_MARK}{text}" if (text and text[0] in _FORMULA) or _is_guarded(text) else text


def unguarded(text: str) -> str:
    """As it was before `guarded`; other texts stay as they are."""
    return text[1:] if _is_guarded(text) else text


def _is_guarded(text: str) -> bool:
    return text.startswith(_MARK) and len(text) > 1 and (text[1] in _FORMULA or text[1] == _MARK)
