"""What somebody has in a custom field, as one text: encrypted, all types look alike, and none is compared.
Pure."""

import json
from datetime import date

from core.encrypted_columns import EncryptedText, UnopenedText
from subscribers.field_content import TypedValue


def words_of(value: TypedValue) -> EncryptedText:
    day = value.day.isoformat() if value.day is not None else None
    return EncryptedText(json.dumps([value.text, value.number, day], ensure_ascii=False))


def value_in(text: str | None, number: int | None, day: date | None) -> TypedValue | None:
    """`text` and the others: columns of a `FieldValue`. None: it cannot be read here."""
    if isinstance(text, UnopenedText):
        return None
    if not isinstance(text, EncryptedText):
        return TypedValue(text, number, day)
    text, number, written = json.loads(text)
    return TypedValue(text, number, date.fromisoformat(written) if written else None)
