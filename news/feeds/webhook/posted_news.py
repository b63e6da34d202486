"""A publication as a plug-in posts it, in JSON (docs/news-webhook.md). Bounded and typed before it is kept."""

from datetime import UTC, datetime
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, Field, StringConstraints, ValidationError

from core.errors import InputRefused
from news.feeds.entry_values import enclosures_in, language_of, text_as_html, web_address
from news.feeds.feed_text import only_xml_characters
from news.feeds.parsed_feed import Enclosure, ParsedEntry


def _only_xml_characters(value: object) -> object:
    return only_xml_characters(value) if isinstance(value, str) else value


Text = Annotated[str, BeforeValidator(_only_xml_characters)]
Name = Annotated[Text, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]
Address = Annotated[Text, StringConstraints(max_length=2_000)]


class PostedImage(BaseModel):
    url: Address
    alt: Annotated[Text, StringConstraints(max_length=500)] = ""


class PostedItem(BaseModel):
    """What it does not name is not said; what it names besides is ignored."""

    id: Name
    """The same publication has the same id, whenever it is sent."""
    is_deleted: bool = Field(default=False, alias="deleted")
    url: Address = ""
    title: Annotated[Text, StringConstraints(max_length=2_000)] = ""
    summary: Text = ""
    """Plain text."""
    html: Text = ""
    language: Annotated[Text, StringConstraints(max_length=20)] = ""
    published: datetime | None = None
    categories: list[Annotated[Text, StringConstraints(max_length=80)]] = Field(default=[], max_length=20)
    image: PostedImage | None = None
    pdf: Address = ""
    translations: list[Name] = Field(default=[], max_length=20)
    """Ids or addresses of the same in other languages."""


def read_posted(body: bytes | str) -> PostedItem:
    """Raises InputRefused, with the field that is wrong."""
    try:
        return PostedItem.model_validate_json(body)
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors()[0]["loc"])[:80]
        raise InputRefused("news-posted-wrong", field=where or "JSON") from error


def posted_entry(item: PostedItem) -> ParsedEntry:
    """Relative addresses are relative to its page."""
    page = web_address(item.url, "")
    image = [Enclosure(web_address(item.image.url, page), "image/*", item.image.alt)] if item.image else []
    pictures, pdfs = enclosures_in([*image, Enclosure(web_address(item.pdf, page), "application/pdf")])
    published = item.published
    return ParsedEntry(
        guid=item.id,
        address=page,
        title=" ".join(item.title.split()),
        summary_html=text_as_html(item.summary),
        content_html=item.html,
        base=page,
        published=published.astimezone(UTC) if published and published.tzinfo else published,
        language=language_of(item.language),
        categories=tuple(item.categories),
        pictures=pictures,
        pdfs=pdfs,
        translations=tuple(item.translations),
    )
