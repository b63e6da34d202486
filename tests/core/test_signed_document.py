"""A signed document: whatever is changed in it is seen, and who else signs is told apart."""

import copy
import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from core.signed_document import SignatureVerdict, sign_document, verify_document

SECRET = "a-secret-of-the-tests-own-long-enough"
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.text(max_size=8), VALUES, max_size=4))
def test_what_was_signed_here_is_known_however_the_file_is_laid_out(content: dict[str, Any]) -> None:
    signed = sign_document(content, secret=SECRET)
    again = json.loads(json.dumps(signed, indent=3, sort_keys=True))
    assert verify_document(again, secret=SECRET) is SignatureVerdict.OURS
    assert verify_document(again, secret=SECRET[::-1]) is SignatureVerdict.OTHERS


@given(VALUES, VALUES)
def test_any_other_content_is_seen(first: Any, second: Any) -> None:
    signed = sign_document({"said": first}, secret=SECRET)
    changed = {**copy.deepcopy(signed), "content": {"said": second}}
    is_same = json.dumps(first, sort_keys=True) == json.dumps(second, sort_keys=True)
    assert (verify_document(changed, secret=SECRET) is SignatureVerdict.OURS) == is_same


@given(VALUES | st.fixed_dictionaries({"content": VALUES, "public_key": VALUES, "signature": VALUES}))
def test_what_is_no_such_document_is_broken_and_breaks_nothing(document: Any) -> None:
    assert verify_document(document, secret=SECRET) is SignatureVerdict.BROKEN


def test_a_signature_with_another_key_beside_it_is_broken() -> None:
    ours, theirs = (sign_document({"a": 1}, secret=secret) for secret in (SECRET, SECRET[::-1]))
    assert verify_document({**ours, "public_key": theirs["public_key"]}, secret=SECRET) is SignatureVerdict.BROKEN
