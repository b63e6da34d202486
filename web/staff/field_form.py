"""Form of a custom field: what stands in it, and what was typed into it."""

from collections.abc import Mapping

from campaigns.editorial.manage_field import FieldDetails
from core.languages import READER_LANGUAGES
from subscribers.field_tables import CustomField
from web.http.form_data import SEEN

LABEL_IN = "label-"
"""Begins the names of the fields with a label in a language, which follows."""
_SETTINGS = {"own": "is_own", "in-emails": "is_in_emails"}
"""Boxes of the form → what they say of a field."""


def languages_of_field(field: CustomField | None) -> list[str]:
    """That have labels of their own: Bilten's, and the field's."""
    return list(dict.fromkeys([*READER_LANGUAGES, *(field.labels if field else ())]))


def read_details(form: Mapping[str, str]) -> FieldDetails:
    return FieldDetails(
        label=form.get("label", ""),
        labels={name.removeprefix(LABEL_IN): text for name, text in form.items() if name.startswith(LABEL_IN)},
        choices=form["choices"].splitlines() if "choices" in form else None,
        is_own="own" in form,
        is_in_emails="in-emails" in form,
        seen=form.get(SEEN),
    )


def fields_of(field: CustomField) -> dict[str, str]:
    return {
        "label": field.label,
        "choices": "\n".join(field.choices),
        **{f"{LABEL_IN}{code}": label for code, label in field.labels.items()},
        **{box: "yes" for box, setting in _SETTINGS.items() if getattr(field, setting)},
    }
