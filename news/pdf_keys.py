"""PDF keys that are kept, by the dictionary they stand in (ISO 32000-2), and those that go wherever they stand."""


def _keys(*lines: str) -> frozenset[str]:
    return frozenset(f"/{name}" for line in lines for name in line.split())


CATALOG = _keys(
    "Type Version Pages PageLabels Names Dests ViewerPreferences PageLayout PageMode Outlines OpenAction AcroForm",
    "StructTreeRoot MarkInfo Lang OCProperties Extensions",
)
NAMES = _keys("Dests")
"""Not JavaScript, EmbeddedFiles, AlternatePresentations and the like."""
FORM = _keys("Fields NeedAppearances DR DA Q")
"""Not XFA, a second form in XML with scripts of its own; the fields themselves stay."""
VIEWER = _keys("DisplayDocTitle Direction HideToolbar HideMenubar FitWindow CenterWindow NonFullScreenPageMode")
_PAGE = _keys(
    "Type Parent Resources MediaBox CropBox BleedBox TrimBox ArtBox Contents Rotate Group Annots StructParents",
    "Tabs UserUnit",
)
OF_TYPE = {
    "/Page": _PAGE,
    "/Pages": _keys("Type Parent Kids Count Resources MediaBox CropBox Rotate"),
    "/OCG": _keys("Type Name Intent Usage"),
}
TRACES = _keys(
    "AA Metadata PieceInfo LastModified JS EF AF OPI Alternates Thumb XFA Creator CreatorInfo Producer Author",
    "CreationDate ModDate Measure PtData Ref",
)
HOLD_NAMES = _keys(
    "Font XObject ExtGState ColorSpace Pattern Shading Properties CharProcs Dests RoleMap ClassMap Colorants AP"
)
"""Dictionaries whose keys are chosen by whoever made the file."""
STATES = _keys("N R D")
"""The same inside AP: appearances by the state of a field."""
_MARKUP = _keys("QuadPoints CA IC LE L Vertices InkList DA DS RD BE CL IT Q")
ANNOTATION = _keys("Type Subtype Rect P F AP AS Border BS C StructParent OC")
ANNOTATIONS = {
    "/Link": _keys("Contents QuadPoints A Dest H"),
    "/Widget": _keys("A H MK Parent FT Ff T TU V DV Kids Opt TI I DA Q MaxLen"),
    **dict.fromkeys(
        ("/FreeText", "/Line", "/Square", "/Circle", "/Polygon", "/PolyLine", "/Highlight", "/Underline"), _MARKUP
    ),
    **dict.fromkeys(("/Squiggly", "/StrikeOut", "/Stamp", "/Caret", "/Ink", "/Watermark"), _MARKUP),
}
"""What is drawn on a page stays, without who drew it, when, and what was said about it. Notes, attachments,
sounds, films and 3D go."""
SCHEMES = ("http:", "https:", "mailto:", "tel:")
NAMED_ACTIONS = _keys("NextPage PrevPage FirstPage LastPage")
OUTSIDE_STREAM = _keys("F FFilter FDecodeParms")
"""Of a stream whose bytes lie in another file."""
