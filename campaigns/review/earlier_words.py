"""Subject and preheader that still say what a news item said before it was changed.

They are taken from the news when a campaign is drafted, and are staff's own words from then on. A correction of
the item is in the email at once, and not in them.
"""

from collections.abc import Iterator, Mapping, Sequence

from sqlmodel import Session, col, select

from campaigns.tables import Campaign
from news.queries import texts_of
from news.tables import NewsText, NewsVersion
from news.versions import read_content
from templates.checks.finding import Finding, Severity
from templates.content import Document
from templates.merge import shown_with_fields

_MOST_VERSIONS = 50
_SHORT = 12
"""Characters: a title that is shorter may stand in other words by chance."""
_COMPARED = 40
"""Characters of a summary: a preheader is cut off."""


def check_earlier_words(
    session: Session, campaign: Campaign, item_ids: Sequence[int], documents: Sequence[Document]
) -> Iterator[Finding]:
    """One for each subject and preheader at most. One query where nothing was changed since the drafting."""
    since = (col(NewsVersion.saved_at) > campaign.created_at) & ~col(NewsVersion.is_held)
    changed = select(NewsVersion.item_id).where(col(NewsVersion.item_id).in_(item_ids), since).distinct()
    changed_ids = session.exec(changed).all()
    if not changed_ids:
        return
    kept = select(NewsVersion).where(col(NewsVersion.item_id).in_(changed_ids), ~col(NewsVersion.is_held))
    versions = session.exec(kept.order_by(col(NewsVersion.id).desc()).limit(_MOST_VERSIONS)).all()
    texts = texts_of(session, changed_ids)
    pairs = [
        (read_content(version).text, texts[version.item_id][version.language])
        for version in versions
        if version.language in texts[version.item_id]
    ]
    for document in documents:
        for where, text in (("subject", document.subject), ("preheader", document.preheader)):
            shown = shown_with_fields(text)
            findings = (_finding(where, document.language, shown, *pair) for pair in pairs)
            yield from [finding for finding in findings if finding is not None][:1]


def _finding(where: str, language: str, shown: str, before: Mapping[str, str], text: NewsText) -> Finding | None:
    for part, earlier, now in (
        ("title", before["title"], text.title),
        ("summary", before["summary"][:_COMPARED], text.summary[:_COMPARED]),
    ):
        is_said = earlier == shown or (len(earlier) >= _SHORT and earlier in shown)
        if earlier != now and is_said and not (now and now in shown):
            code, params = f"campaigns-earlier-{part}", {"earlier": earlier, "now": now}
            return Finding(Severity.WARNING, code, where, language, {**params})
    return None
