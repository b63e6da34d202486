"""A kind of news, as its own file declares it."""

from dataclasses import dataclass

from kinds.details import Details


@dataclass(frozen=True, slots=True)
class Kind:
    name: str
    """As the front matter and the database have it."""
    design: str
    """In which one item of the kind goes out, where nobody chooses; a name of `templates.designs`."""
    details: type[Details] = Details
    is_design_for_it_alone: bool = False
    """Whether the design is built around these details, so that no other kind can fill it."""
    shows_cover: bool = False
    """Whether an item without a picture is shown by the cover of its PDF."""
