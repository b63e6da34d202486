"""A page of the website, such as a new section about the organisation."""

from kinds.kind import Kind

KIND = Kind("page", design="bulletin")
