"""Zip bomb: a document that is a zip is looked at before anything of it is unpacked. Runs in the decode process.

What the index of a zip says of sizes can be a lie, but not one that helps: Python's zipfile never unpacks more of
a part than is said. ECMA-376, part 2, says how relations to the outside are written. None is ever followed;
that a document has one is said, because a part of it would be missing.
"""

import io
import re
import zipfile

from core.errors import InputRefused

MAX_PARTS = 2_000
MAX_UNPACKED = 150_000_000
"""Bytes of all parts together; a document with 25 MB of pictures unpacks to little more."""
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_TYPE = re.compile(rb"\bType\s*=\s*[\"'][^\"']*/(\w+)[\"']")
_OUTSIDE = re.compile(rb"\bTargetMode\s*=\s*[\"']External[\"']")
_HARMLESS = frozenset({b"hyperlink", b"attachedTemplate"})
"""Relations to the outside that nobody follows: links, and the name of the template on the author's machine."""
_MACROS = re.compile(r"(?:^|/)(?:vba\w*\.(?:bin|xml)|activeX/)", re.IGNORECASE)
_MACRO_TYPES = re.compile(rb"macroEnabled|vbaProject", re.IGNORECASE)


def open_document(data: bytes) -> zipfile.ZipFile:
    """Raises InputRefused for what is no whole zip, unpacks into too much, has macros or draws on the outside."""
    try:
        document = zipfile.ZipFile(io.BytesIO(data))
        parts = document.infolist()
        if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
            raise InputRefused("news-word-bomb", limit=MAX_UNPACKED // 1_000_000)
        if any(part.flag_bits & 1 for part in parts):
            raise InputRefused("news-word-protected")
        for part in parts:
            _check_part(document, part)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError, OSError, RuntimeError) as error:
        raise InputRefused("news-word-unreadable") from error
    return document


def _check_part(document: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    if _MACROS.search(part.filename):
        raise InputRefused("news-word-macros")
    if not part.filename.endswith((".xml", ".rels")):
        return
    content = document.read(part)
    # A document type is where XML's own bombs are; Word writes none, and no UTF-16, in which one could be hidden.
    if _DOCTYPE.search(content) or b"\0" in content:
        raise InputRefused("news-word-unreadable")
    if part.filename == "[Content_Types].xml" and _MACRO_TYPES.search(content):
        raise InputRefused("news-word-macros")
    if part.filename.endswith(".rels"):
        for relation in _RELATION.findall(content):
            kind = _TYPE.search(relation)
            if _OUTSIDE.search(relation) and (kind is None or kind[1] not in _HARMLESS):
                raise InputRefused("news-word-outside")
