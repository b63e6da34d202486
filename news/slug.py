"""Short names of items: what files with the same one are texts of."""

import hashlib
import re
import unicodedata

from core.errors import InputRefused
from news.front_matter import FrontMatter

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def slug_of(name: str, matter: FrontMatter) -> str:
    """The one that the front matter gives, else one made of the file's name. Raises InputRefused."""
    slug = checked_slug(matter, "slug") or slug_of_name(name)
    if not slug:
        raise InputRefused("news-slug-missing", file=matter.file, line=1)
    return slug


def checked_slug(matter: FrontMatter, key: str) -> str:
    slug = matter.text(key)
    if slug and not _SLUG.fullmatch(slug):
        suggestion = slugified(slug) or "…"
        raise InputRefused("news-slug-unusable", file=matter.file, line=matter.line(key), suggestion=suggestion)
    return slug


def slug_of_name(name: str) -> str:
    """A slug for what is called `name`. Where letters of it have no place in a slug (الأولى, Първа), with a few
    digits of their hash: names that differ in such letters alone are not one item."""
    slug = slugified(name)
    plain = unicodedata.normalize("NFKD", name.replace("đ", "dj").replace("Đ", "dj"))
    if not slug or all(char.isascii() or unicodedata.category(char)[0] not in "LN" for char in plain):
        return slug
    digest = hashlib.sha256(unicodedata.normalize("NFC", name).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{slug[:100].rstrip('-')}-{digest[:8]}"


def slugified(name: str) -> str:
    """`name` in the letters that slugs are made of: Čuvaji Evrope → cuvaji-evrope. Empty where it has none."""
    plain = unicodedata.normalize("NFKD", name.replace("đ", "dj").replace("Đ", "dj"))
    letters = plain.encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:120].rstrip("-")
