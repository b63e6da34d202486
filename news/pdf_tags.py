"""Identifiers of a PDF's tags (ISO 32000-2, 14.7.2): cells of a table name their headers by them.

Programs make them of whatever they like, so they become numbers; what they hold together stays together.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pikepdf


class TagStore:
    """Those of one file, collected while it is cleaned."""

    def __init__(self) -> None:
        self._tags: list[pikepdf.Object] = []
        self._cells: list[pikepdf.Object] = []
        self._root: pikepdf.Object | None = None

    def collect(self, thing: "pikepdf.Object") -> None:
        """`thing`: cleaned, so that nothing but a tag has an identifier."""
        import pikepdf

        if not isinstance(thing, pikepdf.Dictionary) or isinstance(thing, pikepdf.Stream):
            return
        if "/ID" in thing:
            self._tags.append(thing)
        if "/Headers" in thing:
            self._cells.append(thing)
        if "/IDTree" in thing:
            self._root = thing

    def rename(self, pdf: "pikepdf.Pdf") -> None:
        """In the order of the old ones, as the tree of them is in order; so a clean file stays as it is."""
        import pikepdf

        old = sorted({bytes(tag["/ID"]) for tag in self._tags if isinstance(tag["/ID"], pikepdf.String)})
        new = {name: f"{number:08}" for number, name in enumerate(old, start=1)}
        for cell in self._cells:
            headers = cell["/Headers"]
            names = (
                [bytes(name) for name in headers if isinstance(name, pikepdf.String)] if _is_list(headers) else []
            )
            cell["/Headers"] = pikepdf.Array([pikepdf.String(new[name]) for name in names if name in new])
        by_name = {}
        for tag in self._tags:
            name = new.get(bytes(tag["/ID"])) if isinstance(tag["/ID"], pikepdf.String) else None
            if name is None:
                del tag["/ID"]
            else:
                tag["/ID"] = pikepdf.String(name)
                by_name[name] = tag
        if self._root is not None:
            pairs = [part for name in sorted(by_name) for part in (pikepdf.String(name), by_name[name])]
            self._root["/IDTree"] = pdf.make_indirect(pikepdf.Dictionary(Names=pikepdf.Array(pairs)))


def _is_list(value: "pikepdf.Object") -> bool:
    import pikepdf

    return isinstance(value, pikepdf.Array)
