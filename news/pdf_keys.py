"""PDF keys that are kept, by the dictionary they stand in (ISO 32000-2): whatever is not named here goes.

Programs may write keys of their own into any dictionary (Annex E): pdfTeX each figure's path and author (/PTEX.*),
others what they please. A list of what to take out would never be whole.
"""


def _keys(*lines: str) -> frozenset[str]:
    return frozenset(f"/{name}" for line in lines for name in line.split())


CATALOG = _keys(
    "Type Version Pages PageLabels Names Dests ViewerPreferences PageLayout PageMode Outlines OpenAction AcroForm",
    "StructTreeRoot MarkInfo Lang OCProperties",
)
NAMES = _keys("Dests")
"""Not JavaScript, EmbeddedFiles, AlternatePresentations and the like."""
FORM = _keys("Fields NeedAppearances DR DA Q")
"""Not XFA, a second form in XML with scripts of its own; the fields themselves stay."""
VIEWER = _keys("DisplayDocTitle Direction HideToolbar HideMenubar FitWindow CenterWindow NonFullScreenPageMode")
CLEANED_BEFORE = _keys("AcroForm ViewerPreferences")
_PAGE = _keys(
    "Type Parent Resources MediaBox CropBox BleedBox TrimBox ArtBox Contents Rotate Group Annots StructParents",
    "Tabs UserUnit",
)
TAG = _keys("Type S P ID Pg K A C Lang Alt E ActualText NS Phoneme PhoneticAlphabet St")
"""St, as a page label looks like a tag that has no type."""
LAYER = _keys("Type Name Intent Usage")
OF_TYPE = {
    "/Page": _PAGE,
    "/Pages": _keys("Type Parent Kids Count Resources MediaBox CropBox Rotate"),
    "/OCG": LAYER,
    "/OCMD": _keys("Type OCGs P VE"),
    "/StructTreeRoot": _keys("Type K IDTree ParentTree ParentTreeNextKey RoleMap ClassMap Namespaces"),
    "/StructElem": TAG,
    "/MCR": _keys("Type Pg Stm MCID"),
    "/OBJR": _keys("Type Pg Obj"),
    "/Namespace": _keys("Type NS RoleMapNS"),
}
_LINK = _keys("Type S URI D N")
_ATTRIBUTES = _keys(
    "O Placement WritingMode BackgroundColor BorderColor BorderStyle BorderThickness Color Padding SpaceBefore",
    "SpaceAfter StartIndent EndIndent TextIndent TextAlign BBox Width Height BlockAlign InlineAlign TBorderStyle",
    "TPadding BaselineShift LineHeight TextPosition TextDecorationColor TextDecorationThickness",
    "TextDecorationType RubyAlign RubyPosition GlyphOrientationVertical ColumnCount ColumnGap ColumnWidths",
    "ListNumbering ContinuedList Role Checked checked Desc RowSpan ColSpan Headers Scope Summary Short Type",
    "Subtype Attached NoteType",
)
_OUTLINE_ITEM = _keys("Title Parent Prev Next First Last Count Dest A SE C F")
OF_PLACE = {
    "/A": _LINK | _ATTRIBUTES,
    "/ClassMap": _ATTRIBUTES,
    "/K": TAG | OF_TYPE["/MCR"] | OF_TYPE["/OBJR"],
    "/Namespaces": OF_TYPE["/Namespace"],
    "/NS": OF_TYPE["/Namespace"],
    "/Outlines": _keys("Type First Last Count"),
    **dict.fromkeys(("/First", "/Last", "/Next", "/Prev"), _OUTLINE_ITEM),
    "/OCProperties": _keys("OCGs D"),
    "/D": _keys("BaseState ON OFF Intent AS Order ListMode RBGroups Locked D SD"),
    "/AS": _keys("Event OCGs Category"),
    "/OCGs": LAYER,
    "/Usage": _keys("Language Export Zoom Print View"),
    "/Properties": LAYER | _keys("OCGs P VE MCID ActualText Alt E Lang"),
    "/Group": _keys("Type S CS I K"),
    "/ExtGState": _keys(
        "Type LW LC LJ ML D RI OP op OPM Font BG BG2 UCR UCR2 TR TR2 FL SM SA BM SMask CA ca AIS TK UseBlackPtComp"
    ),
    "/SMask": _keys("Type S G BC TR"),
    "/Shading": _keys("ShadingType ColorSpace Background BBox AntiAlias Domain Matrix Function Coords Extend"),
    "/Pattern": _keys("Type PatternType Shading Matrix ExtGState"),
    "/Dests": _keys("D SD Kids Names Limits"),
    "/OpenAction": _LINK,
}
"""By the key under which a dictionary stands, or the array that it stands in, or the dictionary of names."""
OTHER = _keys(
    # Resources
    "Font XObject ExtGState ColorSpace Pattern Shading Properties ProcSet",
    # Fonts, their descriptors and encodings
    "Type Subtype BaseFont FirstChar LastChar Widths FontDescriptor Encoding ToUnicode FontBBox FontMatrix",
    "CharProcs Resources DescendantFonts CIDSystemInfo DW W DW2 W2 CIDToGIDMap FontName FontFamily FontStretch",
    "FontWeight Flags ItalicAngle Ascent Descent Leading CapHeight XHeight StemV StemH AvgWidth MaxWidth",
    "MissingWidth FontFile FontFile2 FontFile3 CharSet CIDSet Style Panose Lang FD BaseEncoding Differences",
    "Registry Ordering Supplement",
    # Colour spaces and functions
    "WhitePoint BlackPoint Gamma Matrix Range Colorants Process ColorSpace Components FunctionType Domain C0 C1 N",
    "Functions Bounds Encode",
    # How a stream is packed
    "Predictor Colors BitsPerComponent Columns EarlyChange K EndOfLine EncodedByteAlign Rows EndOfBlock BlackIs1",
    "DamagedRowsBeforeError ColorTransform JBIG2Globals",
    # What is around annotations and fields
    "W S D I N R BG BC CA RC AC RI IX IF TP SW A FB FT Ff T TU V DV Kids Parent Opt TI DA Q MaxLen",
    # Trees of names and numbers, page labels, destinations, marks
    "Dests Names Nums Limits D P St Marked Suspects UserProperties",
    # Layers: when they are seen
    "ViewState PrintState ExportState Preferred min max",
)
"""Of every other dictionary. No titles, names, identifiers, paths."""
STREAM = _keys(
    "Length Filter DecodeParms Type Subtype Resources",
    # Pictures
    "Width Height ColorSpace BitsPerComponent Intent ImageMask Mask Decode Interpolate SMask SMaskInData Matte",
    "StructParent OC",
    # Forms and patterns
    "FormType BBox Matrix Group StructParents PatternType PaintType TilingType XStep YStep",
    # Shadings and functions
    "ShadingType Background AntiAlias BitsPerCoordinate BitsPerFlag Function VerticesPerRow FunctionType Domain",
    "Range Size BitsPerSample Order Encode",
    # Fonts, character maps, colour profiles
    "Length1 Length2 Length3 CMapName CIDSystemInfo WMode UseCMap N Alternate",
)
HOLD_NAMES = _keys(
    "Font XObject ExtGState ColorSpace Pattern Shading Properties CharProcs Dests RoleMap RoleMapNS ClassMap",
    "Colorants AP",
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
