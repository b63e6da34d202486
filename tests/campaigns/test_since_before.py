"""Whoever reviews a campaign again sees what is different since somebody decided, by language and block."""

from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import select

from campaigns.block_content import (
    TEXTS,
    AppealText,
    BlockFile,
    BlockKind,
    BlockText,
    ButtonText,
    HeadingText,
    PdfText,
    PictureText,
    QuotationText,
    RichText,
)
from campaigns.editorial.arrange_blocks import PlaceEdit, move_block
from campaigns.editorial.edit import VariantEdit, edit_variant
from campaigns.review.content_difference import BlockChangeKind, BlockDifference, difference
from campaigns.review.send_back import send_back
from campaigns.review.since_before import ReviewDifference, since_before
from campaigns.review.tables import SubmittedContent
from news.word_difference import WordChange
from tests.campaigns.test_blocks import add, bulletin, write
from tests.campaigns.world import World


def _edit(world: World, campaign_id: int, language: str = "en", **changes: str) -> None:
    with world.database.write() as session:
        edit_variant(session, campaign_id, language, VariantEdit(changes), actor=world.ana, now=world.clock.now())
    world.clock.advance(minutes=1)


def _submit(world: World, campaign_id: int) -> None:
    world.submit(campaign_id)
    world.clock.advance(minutes=1)


def _send_back(world: World, campaign_id: int) -> None:
    with world.database.write() as session:
        send_back(
            session, campaign_id, remark="No.", actor=world.boris, settings=world.settings, now=world.clock.now()
        )
    world.clock.advance(minutes=1)


def _since(world: World, campaign_id: int) -> ReviewDifference | None:
    with world.database.read() as session:
        return since_before(session, world.campaign(campaign_id))


def test_the_first_submission_is_compared_with_nothing(world: World) -> None:
    campaign_id = world.draft()
    assert _since(world, campaign_id) is None
    _submit(world, campaign_id)
    assert _since(world, campaign_id) is None


def test_a_changed_subject_is_shown_word_by_word_in_its_language(world: World) -> None:
    campaign_id = world.draft(languages=("en", "sl"))
    _edit(world, campaign_id, subject="600 people missing")
    _submit(world, campaign_id)
    _send_back(world, campaign_id)
    _edit(world, campaign_id, subject="601 people missing")
    _submit(world, campaign_id)
    since = _since(world, campaign_id)
    assert since is not None
    assert (since.since, since.is_same) == ("sent_back", False)
    assert list(since.difference.languages) == ["en"]
    (envelope,) = since.difference.languages["en"]
    (subject,) = envelope.fields
    assert subject.key == "subject"
    assert subject.changes == [WordChange("600", "601"), WordChange(" people missing", " people missing")]


def test_that_nothing_has_changed_is_known(world: World) -> None:
    campaign_id = world.draft()
    _submit(world, campaign_id)
    _send_back(world, campaign_id)
    _submit(world, campaign_id)
    since = _since(world, campaign_id)
    assert since is not None
    assert since.is_same
    assert since.difference.is_empty


def test_what_was_approved_is_compared_with_before_what_was_sent_back_since(world: World) -> None:
    campaign_id = world.draft()
    _edit(world, campaign_id, subject="First")
    _submit(world, campaign_id)
    world.approve(campaign_id)
    for subject in ("Second", "Third"):
        _edit(world, campaign_id, subject=subject)
        _submit(world, campaign_id)
        _send_back(world, campaign_id)
    _edit(world, campaign_id, subject="Fourth")
    _submit(world, campaign_id)
    since = _since(world, campaign_id)
    assert since is not None
    assert since.since == "approved"
    (envelope,) = since.difference.languages["en"]
    assert envelope.fields[0].changes == [WordChange("First", "Fourth")]
    with world.database.read() as session:
        assert len(session.exec(select(SubmittedContent)).all()) <= 4


def test_a_withdrawn_submission_does_not_hide_what_was_sent_back(world: World) -> None:
    campaign_id = world.draft()
    _submit(world, campaign_id)
    _send_back(world, campaign_id)
    for preheader in ("One", "Two", "Three"):
        _edit(world, campaign_id, preheader=preheader)
        _submit(world, campaign_id)
    since = _since(world, campaign_id)
    assert since is not None
    assert since.since == "sent_back"


_WORDS = st.text(alphabet="ab \n", max_size=12)
_ROWS = st.lists(
    st.builds(
        lambda key, text: {"id": key, "kind": "text", "fields": [["body", text, ""]] if text else []},
        st.integers(1, 5),
        _WORDS,
    ),
    unique_by=lambda row: row["id"],
    max_size=5,
)


def _contents(rows: list[dict[str, object]]) -> dict[str, object]:
    return {"languages": {"en": rows}, "shared": []}


@given(_ROWS)
def test_what_is_compared_with_itself_differs_in_nothing(rows: list[dict[str, object]]) -> None:
    assert difference(_contents(rows), _contents(rows)).is_empty


@given(_ROWS, _ROWS)
def test_each_block_that_differs_is_named_once_with_all_of_its_words(
    old: list[dict[str, object]], new: list[dict[str, object]]
) -> None:
    blocks: list[BlockDifference] = difference(_contents(old), _contents(new)).languages.get("en", [])
    then, now = {row["id"]: row for row in old}, {row["id"]: row for row in new}
    differing = {each for each in {*then, *now} if then.get(each) != now.get(each)}
    assert len(blocks) == len(differing)
    changes = sorted(block.change for block in blocks)
    assert changes.count(BlockChangeKind.ADDED) == len(now.keys() - then.keys())
    assert changes.count(BlockChangeKind.REMOVED) == len(then.keys() - now.keys())
    for block in blocks:
        for field in block.fields:
            after = "".join(change.after for change in field.changes)
            assert not after or any([["body", after, ""]] == row["fields"] for row in new)


_FILE = BlockFile(sha256="a" * 64, media_type="application/pdf", byte_count=9, file_name="a.pdf", page_count=1)
_PICTURE = BlockFile(sha256="b" * 64, media_type="image/png", byte_count=9, file_name="b.png", width=9, height=9)
_WRITTEN: dict[BlockKind, BlockText] = {
    BlockKind.HEADING: HeadingText(heading="A heading"),
    BlockKind.TEXT: RichText(body_html="<p>A <strong>text</strong></p>"),
    BlockKind.QUOTATION: QuotationText(quote="Words", quote_source="Somebody"),
    BlockKind.PICTURE: PictureText(file=_PICTURE, image_alt="A ship"),
    BlockKind.BUTTON: ButtonText(label="Read", url="https://example.org/"),
    BlockKind.PDF: PdfText(file=_FILE, title="A report"),
    BlockKind.APPEAL: AppealText(summary="Write to them.", action="Write", action_url="https://example.org/a"),
}


def test_every_kind_of_block_is_compared_and_one_that_says_nothing_is_not_in_it(world: World) -> None:
    campaign_id = bulletin(world, "shipwreck")
    _submit(world, campaign_id)
    _send_back(world, campaign_id)
    assert set(_WRITTEN) == set(TEXTS)
    for kind, text in _WRITTEN.items():
        write(world, campaign_id, add(world, campaign_id, kind), {"en": text})
    add(world, campaign_id, BlockKind.DIVIDER)
    add(world, campaign_id, BlockKind.TEXT)
    _submit(world, campaign_id)
    since = _since(world, campaign_id)
    assert since is not None
    blocks = since.difference.languages["en"]
    assert [block.kind for block in blocks] == [*(kind.value for kind in _WRITTEN), "divider"]
    assert {block.change for block in blocks} == {BlockChangeKind.ADDED}
    assert [block.number for block in blocks] == list(range(2, len(blocks) + 2))
    shown = "".join(change.after for block in blocks for field in block.fields for change in field.changes)
    assert all(
        part in shown for part in ("A heading", "A text", "Somebody", "A ship", "A report", "Write to them.")
    )


def test_only_formatting_and_another_order_are_said_without_words(world: World) -> None:
    campaign_id = bulletin(world, "shipwreck")
    block_id = add(world, campaign_id, BlockKind.TEXT)
    write(world, campaign_id, block_id, {"en": RichText(body_html="<p>A text</p>")})
    _submit(world, campaign_id)
    _send_back(world, campaign_id)
    write(world, campaign_id, block_id, {"en": RichText(body_html="<p>A <em>text</em></p>")})
    with world.database.write() as session:
        now = world.clock.now()
        move_block(session, campaign_id, PlaceEdit(block_id, by=-1), actor=world.ana, now=now)
    _submit(world, campaign_id)
    since = _since(world, campaign_id)
    assert since is not None
    (block,) = since.difference.languages["en"]
    assert [(field.key, field.changes) for field in block.fields] == [("body", [])]
    assert [field.key for field in since.difference.shared] == ["order"]
