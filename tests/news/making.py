"""What the tests of the news room are made of: files, pictures, PDFs."""

import io
import time
from pathlib import Path

from PIL import Image

from news.markdown_body import body_html
from news.markdown_file import NewsFile


def a_picture(kind: str = "PNG", *, size: tuple[int, int] = (8, 6), colour: str = "teal") -> bytes:
    data = io.BytesIO()
    Image.new("RGB", size, colour).save(data, kind)
    return data.getvalue()


def a_pdf(pages: int = 1) -> bytes:
    data = io.BytesIO()
    sheets = [Image.new("RGB", (60, 80), "white") for _ in range(pages)]
    day = time.gmtime(0)  # or the bytes would change with every second
    sheets[0].save(data, "PDF", save_all=True, append_images=sheets[1:], creationDate=day, modDate=day)
    return data.getvalue()


def news_file(folder: Path, name: str, *lines: str, body: str = "A text.") -> Path:
    """A file whose front matter is `lines`, with the keys that every file needs if they are not among them."""
    needed = {"kind": "kind: statement", "language": "language: en", "title": "title: A title"}
    given = {line.split(":", maxsplit=1)[0] for line in lines}
    front = [*lines, *(line for key, line in needed.items() if key not in given)]
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text("\n".join(["---", *front, "---", body]), encoding="utf-8")
    return path


def html_of(file: NewsFile) -> str:
    """As the decode process makes it, in this one."""
    return body_html(file.body, file=file.path.name, first_line=file.body_line)


def a_written_pdf(*pages: str) -> bytes:
    """A PDF by hand, one text a page, in a font that every reader has."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for text in pages:
        drawn = f"BT /F1 12 Tf 20 100 Td ({text}) Tj ET"
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream")
        place = len(objects)
        fonts = "/Resources << /Font << /F1 3 0 R >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents {place} 0 R {fonts} >>")
        kids.append(f"{place + 1} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    body, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    return f"{body}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode("latin-1")
