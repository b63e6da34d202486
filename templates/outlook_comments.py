"""Conditional comments: the html in a mail that only Outlook for Windows (Word) reads, with the same meaning and
fewer characters. Pure.

The compiler opens a table of the mail's width for each section, and in it one for the section's columns. Here the
sections are rows of one table, and a lone column, which is as wide as its section, has none. What Word does not
read (`role`, classes without a rule) is left out.
"""

import re

_NEIGHBOURS = re.compile(r"<!\[endif\]-->\s*<!--\[if mso \| IE\]>")
_CONDITIONAL = re.compile(r"<!--\[if [^\]]*mso[^\]]*\]>.*?<!\[endif\]-->", re.DOTALL)
_BETWEEN_TAGS = re.compile(r"(?<=>)\s+(?=<)")
_CLASS = re.compile(r' class="([^"]*)"')
_TABLE = '<table border="0" cellpadding="0" cellspacing="0" role="presentation"'
_COLUMN_OPENS = re.compile(
    re.escape(f"<!--[if mso | IE]>{_TABLE}><tr><![endif]-->")
    + r'<!--\[if mso \| IE\]><td style="vertical-align:top;width:[\d.]+px;"><!\[endif\]-->'
)
_COLUMN_ENDS = "<!--[if mso | IE]></td><![endif]--><!--[if mso | IE]></tr></table><![endif]-->"
_SECTION = re.compile(
    re.escape(_TABLE)
    + r'(?P<colour> bgcolor="[^"]*")? align="center" width="(?P<width>\d+)"(?P<names> class="[^"]*")?'
    r' style="width:(?P=width)px;"><tr><td '
)
_ROW = "<tr><td "


def is_lone_column(before: list[str], after: list[str]) -> bool:
    """Whether these comments around a column are Outlook's table for it alone."""
    return bool(_COLUMN_OPENS.fullmatch("".join(before))) and "".join(after) == _COLUMN_ENDS


def shortened(html: str, styled: frozenset[str]) -> str:
    """`styled`: classes that a rule for every screen names."""
    html = _NEIGHBOURS.sub("", html)
    widths = {section["width"] for section in _SECTION.finditer(html)}
    if len(widths) == 1:
        html = _SECTION.sub(_colour_on_cell, html)
        table = f'{_TABLE} align="center" width="{(width := widths.pop())}" style="width:{width}px;">'
        html = html.replace(f"</td></tr></table>{table}{_ROW}", f"</td></tr>{_ROW}")
    return _CONDITIONAL.sub(lambda comment: _for_word(comment[0], styled), html)


def _colour_on_cell(section: re.Match[str]) -> str:
    width, about = section["width"], "".join(filter(None, (section["colour"], section["names"])))
    return f'{_TABLE} align="center" width="{width}" style="width:{width}px;"><tr><td{about} '


def _for_word(comment: str, styled: frozenset[str]) -> str:
    def with_rules(names: re.Match[str]) -> str:
        return names[0] if styled & set(names[1].split()) else ""

    text = _CLASS.sub(with_rules, comment.replace(' role="presentation"', ""))
    return _BETWEEN_TAGS.sub("", text).replace("]>\n", "]>").replace("\n<![", "<![")
