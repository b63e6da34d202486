"""What is rendered outside a transaction is frozen only if nothing that it was rendered from has changed since."""

from collections.abc import Callable

import pytest
from sqlmodel import Session, select

from campaigns.editorial.edit import VariantEdit, edit_variant
from campaigns.queries import rendered_of
from campaigns.review import freeze, submit
from campaigns.status import CampaignStatus
from core.errors import Conflict
from core.machine import IllegalTransition
from news.tables import NewsText
from subscribers.tables import MailingList
from templates.brand import get_brand
from templates.content import Document, RenderedMail
from templates.render import render
from templates.tables import Brand
from tests.campaigns.world import World

Change = Callable[[Session, World, int, int], None]


def _edit(session: Session, world: World, campaign_id: int, number: int) -> None:
    changes = {"subject": f"Subject {number}"}
    edit_variant(session, campaign_id, "en", VariantEdit(changes), actor=world.ana, now=world.clock.now())


def _item(session: Session, _: World, __: int, number: int) -> None:
    text = session.exec(select(NewsText).where(NewsText.language == "en")).one()
    text.summary = f"Summary {number}"


def _brand(session: Session, _: World, __: int, number: int) -> None:
    brand: Brand | None = get_brand(session)
    assert brand is not None
    brand.postal_address = f"Street {number}"


def _list(session: Session, _: World, __: int, number: int) -> None:
    session.exec(select(MailingList)).one().name = f"Bulletin {number}"


CHANGES: dict[str, Change] = {"words": _edit, "item": _item, "brand": _brand, "list": _list}


class Meanwhile:
    """Somebody changes something while the campaign is rendered, the first so many times."""

    def __init__(self, world: World, campaign_id: int, change: Change, times: int) -> None:
        self.world, self.campaign_id, self.change, self.times = world, campaign_id, change, times
        self.rendered = 0
        self._real = render

    def render(self, document: Document) -> RenderedMail:
        mail = self._real(document)
        if document.language == "en":
            self.rendered += 1
            if self.rendered <= self.times:
                with self.world.database.write() as session:
                    self.change(session, self.world, self.campaign_id, self.rendered)
        return mail


@pytest.mark.parametrize("what", CHANGES)
def test_what_changes_while_it_is_rendered_is_rendered_anew(
    world: World, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    campaign_id = world.draft()
    meanwhile = Meanwhile(world, campaign_id, CHANGES[what], times=1)
    monkeypatch.setattr(freeze, "render", meanwhile.render)
    world.submit(campaign_id)
    assert meanwhile.rendered == 2
    with world.database.read() as session:
        (frozen,) = rendered_of(session, campaign_id, "en")
    shown = {"words": "Subject 1", "item": "Summary 1", "brand": "Street 1", "list": "Bulletin 1"}[what]
    assert shown in frozen.subject + frozen.html


@pytest.mark.parametrize("what", CHANGES)
def test_what_changes_again_and_again_is_a_conflict_and_nothing_is_frozen(
    world: World, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    campaign_id = world.draft()
    monkeypatch.setattr(freeze, "render", Meanwhile(world, campaign_id, CHANGES[what], times=9).render)
    with pytest.raises(Conflict):
        world.submit(campaign_id)
    assert world.status(campaign_id) is CampaignStatus.DRAFT
    with world.database.read() as session:
        assert rendered_of(session, campaign_id) == []


def test_of_two_who_submit_at_once_one_does_it(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    campaign_id = world.draft()

    real = submit._render

    def rendered_twice(*arguments: object, **given: object) -> object:
        mine = real(*arguments, **given)  # type: ignore[arg-type]  # passed through
        monkeypatch.setattr(submit, "_render", real)
        world.submit(campaign_id)
        return mine

    monkeypatch.setattr(submit, "_render", rendered_twice)
    with pytest.raises(IllegalTransition):
        world.submit(campaign_id)
    assert world.status(campaign_id) is CampaignStatus.IN_REVIEW
