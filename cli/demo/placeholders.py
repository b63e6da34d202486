"""Pictures and PDFs that stand in for the organisation's own, drawn where the demo's news files name them.

The same names always give the same bytes: a demo that is run again keeps no second copy of anything.
"""

import hashlib
import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from news.markdown_file import NewsFile, read_news_file
from news.named_assets import asset_inside
from news.news_folder import news_files_in
from news.tables import AssetRole

if TYPE_CHECKING:
    from PIL import Image, ImageDraw, ImageFont

COVER = (1200, 630)
LOGO = (480, 240)
A4 = (827, 1169)  # at 100 dots an inch
PDF_PAGES = 4
PAPER, INK, MUTED = "#f6f3ec", "#1f2a33", "#6d7780"
_SHADES = (
    ("#264653", "#2a9d8f", "#e9c46a"),
    ("#1d3557", "#457b9d", "#e0a458"),
    ("#5f0f40", "#9a8c98", "#f2cc8f"),
    ("#283618", "#606c38", "#dda15e"),
)
# Fonts of this kind know the letters of Slovenian; the one that comes with Pillow knows plain Latin only.
_FONTS = ("DejaVuSans.ttf", "NotoSans-Regular.ttf", "LiberationSans-Regular.ttf", "Arial.ttf", "arial.ttf")


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A picture being drawn, in the colours of its item."""

    image: "Image.Image"
    draw: "ImageDraw.ImageDraw"
    shades: tuple[str, str, str]
    seed: bytes

    @property
    def size(self) -> tuple[int, int]:
        return self.image.size


def make_placeholders(news_folder: Path) -> list[Path]:
    """Draws each asset that a news file of the folder names and that is missing; the paths of what was drawn.

    Raises InputRefused for a news file that cannot be read.
    """
    drawn: list[Path] = []
    for file in map(read_news_file, news_files_in(news_folder)):
        for named in file.assets:
            path = asset_inside(file, named)
            if not path.exists():
                path.parent.mkdir(parents=True, exist_ok=True)
                _DRAW[named.role](file, path)
                drawn.append(path)
    return drawn


def _draw_cover(file: NewsFile, path: Path) -> None:
    sheet = _sheet(COVER, file)
    _tiles(sheet, columns=10, top=0, bottom=360)
    _title(sheet, _without_mark(file.title), left=60, top=405, size=52)
    _save(sheet.image, path)


def _draw_logo(file: NewsFile, path: Path) -> None:
    """The last word of the title, beside three rings: a project's name usually ends its title."""
    sheet = _sheet(LOGO, file, paper="#ffffff")
    for number, shade in enumerate(sheet.shades):
        left = 24 + 38 * number
        sheet.draw.ellipse((left, 72, left + 96, 168), outline=shade, width=14)
    name = _without_mark(file.title).rpartition(" ")[2]
    sheet.draw.text((220, 120), _drawable(name), font=_font(38), fill=INK, anchor="lm")
    _save(sheet.image, path)


def _draw_pdf(file: NewsFile, path: Path) -> None:
    pages = [_front_page(file), *(_inner_page(file, number) for number in range(2, PDF_PAGES + 1))]
    day = time.gmtime(0)
    pages[0].save(
        path,
        "PDF",
        save_all=True,
        append_images=pages[1:],
        resolution=100,
        title=_without_mark(file.title),
        creationDate=day,
        modDate=day,
    )


def _front_page(file: NewsFile) -> "Image.Image":
    sheet = _sheet(A4, file)
    _tiles(sheet, columns=7, top=0, bottom=595)
    bottom = _title(sheet, _without_mark(file.title), left=70, top=680, size=46)
    _title(sheet, "bilten demo · placeholder", left=70, top=max(bottom + 30, 1060), size=20, colour=MUTED)
    return sheet.image


def _inner_page(file: NewsFile, number: int) -> "Image.Image":
    """Grey lines where the text of a real publication would be."""
    sheet = _sheet(A4, file)
    sheet.draw.rectangle((70, 90, 150, 98), fill=sheet.shades[number % 3])
    for line in range(30):
        is_last = line % 6 == 5
        width = 300 + sheet.seed[line % len(sheet.seed)] if is_last else A4[0] - 140
        top = 150 + 28 * line + 22 * (line // 6)
        sheet.draw.rectangle((70, top, 70 + min(width, A4[0] - 140), top + 10), fill="#d9d5cb")
    sheet.draw.text((A4[0] / 2, A4[1] - 70), str(number), font=_font(20), fill=MUTED, anchor="mm")
    return sheet.image


_DRAW: dict[AssetRole, Callable[[NewsFile, Path], None]] = {
    AssetRole.IMAGE: _draw_cover,
    AssetRole.LOGO: _draw_logo,
    AssetRole.FUNDER_LOGO: _draw_logo,
    AssetRole.PDF: _draw_pdf,
}


def _sheet(size: tuple[int, int], file: NewsFile, *, paper: str = PAPER) -> _Sheet:
    from PIL import Image, ImageDraw

    image = Image.new("RGB", size, paper)
    seed = hashlib.sha256(file.slug.encode()).digest()
    return _Sheet(image, ImageDraw.Draw(image), _SHADES[seed[0] % len(_SHADES)], seed)


def _tiles(sheet: _Sheet, *, columns: int, top: int, bottom: int) -> None:
    """A calm pattern: squares with quarter circles, chosen by the item's name."""
    side = -(-sheet.size[0] // columns)
    rows = -(-(bottom - top) // side)
    for place in range(columns * rows):
        left, upper = place % columns * side, top + place // columns * side
        choice = sheet.seed[place % len(sheet.seed)] + place
        ground, figure = sheet.shades[choice % 3], sheet.shades[(choice // 3 + 1 + choice) % 3]
        sheet.draw.rectangle((left, upper, left + side, upper + side), fill=ground)
        start = choice % 4 * 90
        corner_left, corner_top = _corner(left, upper, side, choice % 4)
        box = (corner_left - side, corner_top - side, corner_left + side, corner_top + side)
        sheet.draw.pieslice(box, start, start + 90, fill=figure)
    sheet.draw.rectangle((0, bottom, sheet.size[0], top + rows * side), fill=PAPER)


def _corner(left: int, top: int, side: int, quarter: int) -> tuple[int, int]:
    """The corner of a tile from which its quarter circle opens into it."""
    return (left if quarter in (0, 3) else left + side), (top if quarter in (0, 1) else top + side)


def _title(sheet: _Sheet, text: str, *, left: int, top: int, size: int, colour: str = INK) -> int:
    """Writes `text` in as many lines as it takes; where the last one ends."""
    font = _font(size)
    for line in _lines(_drawable(text), font, sheet.size[0] - 2 * left):
        sheet.draw.text((left, top), line, font=font, fill=colour)
        top += round(size * 1.3)
    return top


def _lines(text: str, font: "ImageFont.ImageFont | ImageFont.FreeTypeFont", width: int) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return [line for line in lines if line]


def _font(size: int) -> "ImageFont.ImageFont | ImageFont.FreeTypeFont":
    from PIL import ImageFont

    for name in _FONTS:
        try:
            return ImageFont.truetype(name, size)
        except OSError:
            continue
    return ImageFont.load_default(size)


def _drawable(text: str) -> str:
    """`text` in letters that the font at hand has: Čuvaji is better than boxes, and Cuvaji is too."""
    from PIL import ImageFont

    font = _font(20)
    if isinstance(font, ImageFont.FreeTypeFont) and font.getname()[0] != "Aileron":
        return text
    return unicodedata.normalize("NFKD", text.replace("–", "-")).encode("ascii", "ignore").decode()


def _without_mark(title: str) -> str:
    return title.removeprefix("[PDF]").strip()


def _save(image: "Image.Image", path: Path) -> None:
    kinds = {".jpg": "JPEG", ".jpeg": "JPEG", ".gif": "GIF", ".webp": "WEBP"}
    image.save(path, kinds.get(path.suffix.lower(), "PNG"))
