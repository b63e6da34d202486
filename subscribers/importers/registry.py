"""Registry of importers, and recognition: whose export a file is, by its titles or by its first lines."""

from collections.abc import Sequence

from core.errors import InputRefused
from subscribers.csv_noes import letters
from subscribers.importers import (
    bilten,
    bilten_json,
    brevo,
    buttondown,
    ghost,
    keila,
    listmonk,
    mailchimp,
    mailman,
    plain_list,
    sympa,
)
from subscribers.importers.importer import Importer
from subscribers.quoted import quoted

TABLE = "table"
"""Of none of these systems: any table with a header."""
IMPORTERS: dict[str, Importer] = {
    each.name: each
    for each in (
        bilten.IMPORTER,
        bilten_json.IMPORTER,
        mailchimp.IMPORTER,
        listmonk.OF_A_LIST,
        listmonk.IMPORTER,
        ghost.IMPORTER,
        buttondown.IMPORTER,
        brevo.IMPORTER,
        keila.IMPORTER,
        sympa.DUMP,
        sympa.IMPORTER,
        mailman.IMPORTER,
        plain_list.IMPORTER,
    )
}
"""By name; the first one that knows a file has it."""
SYSTEMS = (*IMPORTERS, TABLE)
"""What a person may say that a file is."""
LINES = 200
"""By which a text is known."""


def check_system(name: str | None) -> None:
    """Raises InputRefused for one that is not known."""
    if name is not None and name not in SYSTEMS:
        raise InputRefused("subscribers-importer-unknown", said=quoted(name, 40), known=", ".join(SYSTEMS))


def importer_of_titles(titles: Sequence[str], *, chosen: str | None) -> Importer | None:
    if chosen is not None:
        return IMPORTERS.get(chosen)
    known = set(map(letters, titles))
    return next((each for each in IMPORTERS.values() if each.is_of(known)), None)


def importer_of_text(lines: Sequence[str], *, chosen: str | None) -> Importer | None:
    """`lines`: the first ones that are not blank. None for a table."""
    if chosen is not None:
        named = IMPORTERS.get(chosen)
        return named if named is not None and named.text is not None else None
    texts = ((each, each.text) for each in IMPORTERS.values() if each.text is not None)
    return next((each for each, shape in texts if lines and shape.is_it(lines)), None)
