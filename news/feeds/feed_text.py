"""Charset detection for feeds: bytes as Unicode, and XML without what an XML parser must not be given.

The document type goes before anything is parsed, and with it every entity that it declares: external ones (XXE)
and those that multiply (billion laughs) do not exist then. HTML's own names (&scaron;), which feeds write without
declaring them, become their letters; an ampersand that is only an ampersand stays one.
"""

import re
import sys
from collections.abc import Iterator
from html.entities import html5

import webencodings

_UNDECLARED = "windows-1250"
"""For what names nothing and is not UTF-8: what the HTML standard takes for Slovenian."""
_XML_CHARSET = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{2,40})[\"']")
_DOCTYPE = re.compile(r"<!DOCTYPE[^<\[>]*>", re.IGNORECASE)
_SUBSET, _END_OF_SUBSET = re.compile(r"<!DOCTYPE[^<\[>]*\[", re.IGNORECASE), re.compile(r"\]\s*>")
_DECLARING = re.compile("<!(?=[A-Za-z])")
_ENDS = {"<!--": "-->", "<?": "?>", "<![CDATA[": "]]>"}
_OPENING = re.compile(r"<!--|<\?(?=[A-Za-z_:])|<!\[CDATA\[")
_AMPERSAND = re.compile(r"&(?:(#\d{1,7};|#[xX][0-9a-fA-F]{1,6};)|([A-Za-z][A-Za-z0-9]{1,30});)?")
_OF_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def decoded(data: bytes, declared: str) -> str:
    """`declared`: by the header. UTF-8 is told by its bytes: what is valid UTF-8 beyond ASCII is nothing else,
    whatever a header says; then the byte order mark, the XML's own word, and the header's (RFC 7303)."""
    if not data.isascii() or data.startswith(b"\xef\xbb\xbf"):
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError:
            pass
    named = _XML_CHARSET.search(data[:400])
    for name in (named[1].decode() if named else "", declared):
        encoding = webencodings.lookup(name) if name else None
        if encoding is not None and encoding.name != "utf-8":
            return str(webencodings.decode(data, encoding)[0])
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return str(webencodings.decode(data, "utf-16le" if data[:1] == b"\xff" else "utf-16be")[0])
    if data.isascii():
        return data.decode("ascii")
    is_mostly_utf8 = data.decode("utf-8", "replace").count("\ufffd") * 20 < sum(byte > 127 for byte in data)
    return str(webencodings.decode(data, "utf-8" if is_mostly_utf8 else _UNDECLARED)[0])


def only_xml_characters(text: str) -> str:
    """Without those that no XML may hold (https://www.w3.org/TR/xml/#charsets). JSON may hold them; neither
    PostgreSQL nor lxml takes them."""
    return _NOT_IN_XML.sub("", text)


def parseable_xml(text: str) -> bytes:
    """The same words as UTF-8, for a parser that is to resolve nothing. Its lines are those of the feed."""
    text = only_xml_characters(text)
    pieces, plain, last = list[str](), list[str](), 0
    for start, end in _opaque_spans(text):
        plain.append(text[last:start])
        last = end
        if text.startswith("<![CDATA[", start):
            pieces += [_cleaned("".join(plain)), text[start:end]]
            plain = []
        else:
            plain.append(_lines_of(text[start:end]))
    plain.append(text[last:])
    return "".join([*pieces, _cleaned("".join(plain))]).encode("utf-8", "replace")


def _opaque_spans(text: str) -> Iterator[tuple[int, int]]:
    """Comments, instructions and CDATA, whichever begins first, as a parser has it: a document type could hide in
    what only looks like CDATA. What has no end is none; each end is looked for once, however many begin."""
    place, endless = 0, set[str]()
    while opening := _OPENING.search(text, place):
        place = opening.end()
        end = -1 if opening[0] in endless else text.find(_ENDS[opening[0]], place)
        if end < 0:
            endless.add(opening[0])
            continue
        place = end + len(_ENDS[opening[0]])
        yield opening.start(), place


def _cleaned(plain: str) -> str:
    """What is no comment and no CDATA. A declaration that is left is none."""
    subset = _SUBSET.search(plain)
    end = _END_OF_SUBSET.search(plain, subset.end()) if subset else None
    if subset and end:
        plain = plain[: subset.start()] + _lines_of(plain[subset.start() : end.end()]) + plain[end.end() :]
    return _AMPERSAND.sub(_letter, _DECLARING.sub("&lt;!", _DOCTYPE.sub(_only_lines, plain)))


def _lines_of(part: str) -> str:
    return "\n" * part.count("\n")


def _only_lines(match: re.Match[str]) -> str:
    return _lines_of(match[0])


def _letter(match: re.Match[str]) -> str:
    number, name = match[1], match[2]
    if number:
        return match[0] if _is_of_xml(number[1:-1]) else ""
    if name in _OF_XML:
        return match[0]
    letters = html5.get(f"{name};") if name else None
    if letters is None:
        return "&amp;" + match[0][1:]
    return letters if letters not in "<>&" else f"&#{ord(letters)};"


def _is_of_xml(number: str) -> bool:
    """lxml in its forgiving mode takes half a surrogate pair, and raises UnicodeDecodeError where it is read."""
    point = int(number[1:], 16) if number[0] in "xX" else int(number)
    return point <= sys.maxunicode and not _NOT_IN_XML.match(chr(point))
