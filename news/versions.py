"""Version history of news texts: what was saved is kept, with its item's facts and its assets, and can come back.

A version is written by the one path that saves (`news.save_item`), in its transaction, and never changed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from sqlmodel import Session, col, select

from core.errors import NotFound
from kinds.details import Details
from kinds.registry import NewsKind, details_from, stored
from news.incoming_item import IncomingAsset, IncomingItem
from news.slug_owner import TextOrigin
from news.store import DerivedAsset, StoredAsset
from news.tables import Asset, AssetRole, NewsItem, NewsText, NewsVersion

_TEXT = (
    *("title", "summary", "body_html", "quote", "quote_source", "quote_language", "url"),
    *("topic", "partners", "funding", "details"),
)
_STORED = tuple(field.name for field in fields(StoredAsset))
_DERIVED = tuple(field.name for field in fields(DerivedAsset))
_NAMED = ("file_name", "alt", "caption")


@dataclass(frozen=True, slots=True)
class VersionContent:
    """What a version holds, as it was written."""

    kind: NewsKind
    published_on: date | None
    text: Mapping[str, Any]
    assets: Sequence[IncomingAsset]


def asset_of(row: Asset) -> IncomingAsset:
    """An asset that an item has, as it would come again."""
    return _asset({name: getattr(row, name) for name in ("role", *_NAMED, *_STORED, *_DERIVED)})


def keep_first_version(session: Session, item: NewsItem, language: str) -> None:
    """Of a text from before there were versions, what it says now: it is about to be written anew."""
    is_of_it = (col(NewsVersion.item_id) == item.id) & (col(NewsVersion.language) == language)
    if session.exec(select(NewsVersion.id).where(is_of_it, ~col(NewsVersion.is_held)).limit(1)).first() is None:
        _keep(session, item, language, actor="", saved_at=item.updated_at)


def keep_version(session: Session, item: NewsItem, language: str, *, origin: TextOrigin, now: datetime) -> None:
    """Of a text that has just been written."""
    _keep(session, item, language, actor=origin.actor, saved_at=now)


def _keep(session: Session, item: NewsItem, language: str, *, actor: str, saved_at: datetime) -> None:
    text = session.exec(
        select(NewsText).where(col(NewsText.item_id) == item.id, col(NewsText.language) == language)
    ).one_or_none()
    if text is None:
        return
    session.add(
        NewsVersion(
            item_id=item.id,
            language=language,
            digest=text.digest,
            content=present_content(session, item, text),
            origin=item.origin,
            actor=actor,
            saved_at=saved_at,
        )
    )
    session.flush()


def present_content(session: Session, item: NewsItem, text: NewsText) -> dict[str, Any]:
    """What the text says now, as a version would keep it."""
    is_of_it = (col(Asset.item_id) == item.id) & (col(Asset.language) == text.language)
    assets = [asset_of(row) for row in session.exec(select(Asset).where(is_of_it))]
    says = {name: getattr(text, name) for name in _TEXT}
    # Of a kind that says nothing more, there are texts from before this was written down.
    says["details"] = text.details or stored(item.kind, Details())
    return _content(item.kind, item.published_on, says, assets)


def content_of(incoming: IncomingItem) -> dict[str, Any]:
    """An item that came, as a version keeps it; a digest of this is what tells one text from another."""
    text = incoming.columns()
    return _content(incoming.kind, incoming.published_on, {name: text[name] for name in _TEXT}, incoming.assets)


def read_content(version: NewsVersion) -> VersionContent:
    content = version.content
    published_on = content["published_on"]
    return VersionContent(
        NewsKind(content["kind"]),
        date.fromisoformat(published_on) if published_on else None,
        content["text"],
        [_asset(asset) for asset in content["assets"]],
    )


def item_of_version(version: NewsVersion, *, slug: str, undated_on: date) -> IncomingItem:
    """The version as it would come again."""
    content = read_content(version)
    text = dict(content.text)
    details = details_from(text.pop("details"))
    return IncomingItem(
        place=slug,
        digest=version.digest,
        slug=slug,
        kind=content.kind,
        language=version.language,
        details=details,
        published_on=content.published_on,
        undated_on=undated_on,
        assets=tuple(content.assets),
        **text,
    )


def versions_of(session: Session, item_id: int, language: str) -> list[NewsVersion]:
    """The latest first, without what is held."""
    return list(
        session.exec(
            select(NewsVersion)
            .where(
                col(NewsVersion.item_id) == item_id,
                col(NewsVersion.language) == language,
                ~col(NewsVersion.is_held),
            )
            .order_by(col(NewsVersion.id).desc())
        )
    )


def get_version(session: Session, item_id: int, version_id: int) -> NewsVersion:
    """Raises NotFound."""
    version = session.get(NewsVersion, version_id)
    if version is None or version.item_id != item_id:
        raise NotFound("news-version-unknown")
    return version


def _content(
    kind: NewsKind, published_on: date | None, text: Mapping[str, Any], assets: Sequence[IncomingAsset]
) -> dict[str, Any]:
    return {
        "kind": kind.value,
        "published_on": published_on.isoformat() if published_on else None,
        "text": dict(text),
        "assets": [_as_json(asset) for asset in sorted(assets, key=lambda asset: asset.role)],
    }


def _as_json(asset: IncomingAsset) -> dict[str, Any]:
    return {
        "role": asset.role.value,
        **{name: getattr(asset, name) for name in _NAMED},
        **{name: getattr(asset.stored, name) for name in _STORED},
        **{name: getattr(asset.made, name) for name in _DERIVED},
    }


def _asset(values: Mapping[str, Any]) -> IncomingAsset:
    return IncomingAsset(
        role=AssetRole(values["role"]),
        stored=StoredAsset(**{name: values[name] for name in _STORED}),
        made=DerivedAsset(**{name: values[name] for name in _DERIVED}),
        **{name: values[name] for name in _NAMED},
    )
