"""A news file as an incoming item: rendered, its assets decoded and kept. No transaction may be open meanwhile."""

from datetime import date

from news.event_times import refuse_skipped_times
from news.incoming_item import IncomingItem
from news.named_assets import AssetIntake, put_assets, rendered_body
from news.read_folder import ReadFile


def incoming_item(read: ReadFile, into: AssetIntake, *, undated_on: date, zone: str) -> IncomingItem:
    """`zone`: whose clocks its times are held against. Raises InputRefused, naming the file and the line."""
    file = read.file
    refuse_skipped_times(file, zone)
    return IncomingItem(
        place=file.path.name,
        digest=read.digest,
        slug=file.slug,
        kind=file.kind,
        language=file.language,
        title=file.title,
        summary=file.summary,
        body_html=rendered_body(file, into),
        quote=file.quote,
        quote_source=file.quote_source,
        quote_language=file.quote_language,
        url=file.url,
        topic=file.topic,
        partners=file.partners,
        funding=file.funding,
        details=file.details,
        published_on=file.published_on,
        undated_on=undated_on,
        assets=tuple(put_assets(file, into)),
    )
