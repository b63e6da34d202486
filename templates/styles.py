"""Type, colours and directions of a mail: decided here once, used by every block."""

from dataclasses import dataclass

from core.i18n import direction, language_name
from core.languages import ARABIC_SCRIPT
from templates.colour import DARK_TINT, TINT, readable_on_dark

# Names of several words need no quotation marks, which an attribute holds as references of five characters.
_SANS = "-apple-system,Segoe UI,Roboto,Arial,sans-serif"
_SERIF = "Georgia,Times New Roman,serif"
_ARABIC = "Segoe UI,Geeza Pro,Noto Sans Arabic,Tahoma,Arial,sans-serif"

INK = "#1d1d1f"
MUTED = "#5a5a5f"
RULE = "#dcd8d0"
PAGE = "#f3f1ec"
CARD = "#ffffff"


@dataclass(frozen=True, slots=True)
class TextDirection:
    """How a language runs: what `lang` and `dir` say, and which side its lines begin on."""

    language: str
    dir: str

    @property
    def start(self) -> str:
        return "right" if self.dir == "rtl" else "left"

    @property
    def end(self) -> str:
        return "left" if self.dir == "rtl" else "right"

    @property
    def is_arabic_script(self) -> bool:
        return primary(self.language) in ARABIC_SCRIPT

    @property
    def sans(self) -> str:
        return _ARABIC if self.is_arabic_script else _SANS

    @property
    def serif(self) -> str:
        return _ARABIC if self.is_arabic_script else _SERIF

    @property
    def line_height(self) -> str:
        return "1.8" if self.is_arabic_script else "1.6"

    @property
    def kicker(self) -> str:
        """Small capitals part letters; Arabic letters are joined and have no capitals."""
        return "" if self.is_arabic_script else "letter-spacing:0.06em;text-transform:uppercase;"


@dataclass(frozen=True, slots=True)
class Colours:
    accent: str
    accent_on_dark: str
    ink: str = INK
    muted: str = MUTED
    rule: str = RULE
    page: str = PAGE
    card: str = CARD
    tint: str = TINT
    dark_tint: str = DARK_TINT


def text_direction(language: str) -> TextDirection:
    return TextDirection(language, direction(language))


def colours(accent: str) -> Colours:
    return Colours(accent, readable_on_dark(accent))


def primary(language: str) -> str:
    """sl-SI → sl."""
    return language.split("-", maxsplit=1)[0].lower()


def is_other_language(language: str, other: str) -> bool:
    """Whether a reader of one language has to be told that this is the other."""
    return primary(language) != primary(other)


def name_for_readers(language: str, reader_language: str) -> str:
    return language_name(language, in_language=reader_language)


def prose_styles(manner: TextDirection, accent: str) -> dict[str, str]:
    """Element → css for an item's body: what mail programs honour only inline."""
    padding = f"margin:0 0 16px;padding-{manner.start}:24px;padding-{manner.end}:0;"
    # Letters that are joined have no italics: slanted by a program, they are hard to read.
    upright = dict.fromkeys(("em", "i", "cite"), "font-style:normal;font-weight:600;")
    # A program that does not know it counts in Latin digits, as it would without.
    counted = "list-style-type:persian;" if primary(manner.language) == "fa" else ""
    heading = f"margin:24px 0 8px;font-family:{manner.serif};line-height:1.35;"
    return {
        "p": "margin:0 0 16px;",
        "ul": padding,
        "ol": padding + counted,
        "li": "margin:0 0 6px;",
        "a": f"color:{accent};text-decoration:underline;",
        "h2": heading + "font-size:21px;",
        "h3": heading + "font-size:18px;",
        "h4": heading + "font-size:17px;",
        "h5": heading + "font-size:16px;",
        "h6": heading + "font-size:16px;",
        "blockquote": f"margin:0 0 16px;padding-{manner.start}:16px;color:{MUTED};"
        f"border-{manner.start}:3px solid {RULE};",
        "hr": f"border:0;border-top:1px solid {RULE};margin:24px 0;",
        "img": "max-width:100%;height:auto;border:0;",
        "table": "border-collapse:collapse;width:100%;margin:0 0 16px;font-size:15px;",
        "th": f"border:1px solid {RULE};padding:6px 8px;text-align:{manner.start};",
        "td": f"border:1px solid {RULE};padding:6px 8px;",
        "pre": "white-space:pre-wrap;font-size:14px;margin:0 0 16px;",
        **dict.fromkeys(("sup", "sub"), "font-size:75%;line-height:0;"),
        **(upright if manner.is_arabic_script else {}),
    }
