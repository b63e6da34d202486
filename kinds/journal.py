"""An issue of a journal; it looks as publications do."""

from kinds.kind import Kind

KIND = Kind("journal", design="publication", shows_cover=True)
