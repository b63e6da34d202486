"""Post-processing of compiled html: what no template has to remember.

Text that runs to the left has its Latin runs marked up (`templates.bidi`), and names are isolated by `<span dir>`,
which every mail program keeps; some drop `<bdi>`. Html in comments, which only Outlook reads, stays as it is.
"""

import re

from core.i18n import direction, is_language
from templates.bidi import mark_up_runs

_PIECE = re.compile(
    r"""<!--.*?(?:-->|\Z)|<(?P<end>/?)(?P<name>[A-Za-z][\w-]*)(?P<attributes>(?:"[^"]*"|'[^']*'|[^'"<>])*)>|[^<]+|<""",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""\s(lang|dir)\s*=\s*["']([^"']*)["']""")
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})
_WITHOUT_TEXT = frozenset({"style", "script", "title"})


def finish_html(html: str) -> str:
    return _Finish().finished(html)


class _Finish:
    def __init__(self) -> None:
        self._open: list[tuple[str, str]] = []
        """Elements with the direction in each."""

    def finished(self, html: str) -> str:
        return _PIECE.sub(self._piece, html)

    def _piece(self, match: re.Match[str]) -> str:
        if match["name"]:
            return self._end(match) if match["end"] else self._start(match)
        name, way = self._open[-1] if self._open else ("", "")
        is_text = not match[0].startswith("<") and name not in _WITHOUT_TEXT
        return mark_up_runs(match[0]) if is_text and way == "rtl" else match[0]

    def _start(self, match: re.Match[str]) -> str:
        name, attributes = match["name"].lower(), match["attributes"]
        stated = dict(_ATTRIBUTE.findall(attributes))
        tag = match[0]
        if name == "bdi":
            language = stated.get("lang", "")
            if "dir" not in stated:
                stated["dir"] = direction(language) if is_language(language) else "auto"
                attributes += f' dir="{stated["dir"]}"'
            tag = f"<span{attributes}>"
        if name not in _VOID and not attributes.endswith("/"):
            around = self._open[-1][1] if self._open else ""
            self._open.append((name, stated.get("dir", around)))
        return tag

    def _end(self, match: re.Match[str]) -> str:
        name = match["name"].lower()
        last = next((at for at in range(len(self._open) - 1, -1, -1) if self._open[at][0] == name), None)
        if last is not None:
            del self._open[last:]
        return "</span>" if name == "bdi" else match[0]
