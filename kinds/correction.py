"""A correction: what was wrong, what is right, and where it stood."""

from typing import Annotated

from kinds.details import Details, Key, ValueType
from kinds.kind import Kind


class CorrectionDetails(Details):
    corrects: Annotated[str, Key(ValueType.SLUG, longest=120, is_required=True, is_same_in_all_languages=True)] = (
        ""
    )
    """The slug of the item that it corrects, which may come later than the correction."""
    wrong: Annotated[str, Key(ValueType.TEXT, longest=1_500, is_required=True)] = ""
    correct: Annotated[str, Key(ValueType.TEXT, longest=1_500, is_required=True)] = ""


KIND = Kind("correction", design="correction", details=CorrectionDetails, is_design_for_it_alone=True)
