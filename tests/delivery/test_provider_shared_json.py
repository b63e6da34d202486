"""Texts that many readers share are escaped once, and the body is the same to the byte."""

import json

from hypothesis import given
from hypothesis import strategies as st

from delivery.message.outgoing import OutgoingMessage, SharedContent, SharedText
from delivery.providers.shared.shared_json import SharedJsonBody

any_text = st.text(st.characters(exclude_categories=["Cs"]))


@st.composite
def messages(draw: st.DrawFn) -> OutgoingMessage:
    """One message, put together from shared parts or not."""
    html, text = draw(parts("h")), draw(parts("t"))
    values = {gap: draw(any_text) for gap in {*html.gaps, *text.gaps}}
    return OutgoingMessage(
        delivery_id=1,
        rendered_for="x",
        to="a@example.org",
        to_hash="x",
        subject="s",
        html=html.filled(values),
        text=text.filled(values),
        shared=SharedContent(html, text) if draw(st.booleans()) else None,
        values=tuple(values.items()),
    )


@st.composite
def parts(draw: st.DrawFn, name: str) -> SharedText:
    gaps = draw(st.lists(st.sampled_from([f"{name}0", f"{name}1"]), max_size=4))
    literals = draw(st.lists(any_text, min_size=len(gaps) + 1, max_size=len(gaps) + 1))
    return SharedText(tuple(literals), tuple(gaps))


@given(batch=st.lists(messages(), max_size=3), around=any_text)
def test_a_spliced_body_is_what_json_makes_of_the_complete_texts(
    batch: list[OutgoingMessage], around: str
) -> None:
    shared_json_body = SharedJsonBody()
    body = shared_json_body.dump(
        [
            {"html": shared_json_body.html(message), "text": shared_json_body.text(message), around: around}
            for message in batch
        ]
    )
    complete = [{"html": message.html, "text": message.text, around: around} for message in batch]
    assert body == json.dumps(complete, ensure_ascii=False, separators=(",", ":")).encode()
