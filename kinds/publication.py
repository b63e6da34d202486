"""A publication: a book, a brochure, a report as a PDF."""

from kinds.kind import Kind

KIND = Kind("publication", design="publication", shows_cover=True)
