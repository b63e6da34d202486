"""Choosing a file of the media library in a form instead of uploading it again: news, and blocks of campaigns.

What is chosen is sent as a file of an earlier try is, by its hash and name. A form in which something is searched
for is not saved: it comes back with the files that match, and with all that was typed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from campaigns.block_content import OF_A_FILE
from campaigns.editorial.block_form import BlockForm
from campaigns.editorial.media_list import MediaSummary, list_media_uses
from news.media_library import MediaFilter, MediaKind
from news.news_form import field_name
from news.tables import AssetRole
from web.http.app_context import AppContext

SHOWN = 12
MAX_SEARCH = 200
LOOK = "library"
"""After the name of a file's field: what to search the library for."""
ROLES = {AssetRole.IMAGE: MediaKind.PICTURE, AssetRole.PDF: MediaKind.PDF}
"""What may be chosen; logos are rare."""


@dataclass(frozen=True, slots=True)
class LibraryChoice:
    """What a form offers for one of its file fields."""

    files: list[MediaSummary]
    search: str = ""

    @property
    def is_open(self) -> bool:
        return bool(self.search)


def searched_in(fields: Mapping[str, str]) -> list[str]:
    """The languages in whose section something is searched for; none of a form that is to be saved."""
    return [name.partition("-")[0] for name, text in fields.items() if name.endswith(f"_{LOOK}") and text.strip()]


def library_choices(
    context: AppContext, languages: Iterable[str], fields: Mapping[str, str]
) -> dict[str, LibraryChoice]:
    """By the name of the file's field; the newest where nothing is searched for."""
    with context.database.read() as session:
        newest = {
            role: list_media_uses(session, MediaFilter(kind=kind), limit=SHOWN) for role, kind in ROLES.items()
        }
        choices: dict[str, LibraryChoice] = {}
        for language in languages:
            for role, kind in ROLES.items():
                name = field_name(language, role)
                search = fields.get(f"{name}_{LOOK}", "").strip()[:MAX_SEARCH]
                files = newest[role]
                if search:
                    files = list_media_uses(session, MediaFilter(search=search, kind=kind), limit=SHOWN)
                choices[name] = LibraryChoice(files, search)
    return choices


def block_choices(context: AppContext, form: BlockForm | None) -> dict[str, LibraryChoice]:
    """The same for the open block of a campaign; nothing for one that holds no file."""
    if form is None or form.kind not in OF_A_FILE:
        return {}
    return library_choices(context, form.languages, form.fields)
