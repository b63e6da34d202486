"""What the tests of the news room are made of: files, pictures, PDFs."""

import io
import time
from pathlib import Path

from PIL import Image


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
