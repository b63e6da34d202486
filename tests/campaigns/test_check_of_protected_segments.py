"""The check says when a segment will find nobody on a list of people at risk: with a key, and before the first."""

import pytest
from sqlalchemy import update

from campaigns.audience_lists import AudienceSegment
from campaigns.review.check import check
from core.encrypted_columns import give_keys
from core.encryption import EncryptionKeys, new_key
from subscribers.field_tables import CustomField, FieldType
from subscribers.segment_tables import Segment
from subscribers.tables import MailingList
from templates.check import Severity
from tests.campaigns.world import World
from tests.databases import on_sqlite


@pytest.mark.parametrize("condition", ["field town = Ptuj", "language in (en)"])
@pytest.mark.parametrize("is_protected", [True, False])
@pytest.mark.parametrize("is_excluded", [True, False])
@on_sqlite
def test_a_field_segment_for_people_at_risk_is_warned_of_and_with_a_key_refused(
    world: World, condition: str, *, is_protected: bool, is_excluded: bool
) -> None:
    campaign_id = world.draft()
    with world.database.write() as session:
        session.execute(update(MailingList).values(is_protected=is_protected))
        now = world.clock.now()
        session.add(CustomField(word="town", label="Town", type=FieldType.TEXT, created_at=now))
        session.add(Segment(id=1, name="Some", condition=condition, created_at=now))
        session.flush()
        session.add(AudienceSegment(campaign_id=campaign_id, segment_id=1, is_excluded=is_excluded))
    is_asked = is_protected and condition.startswith("field")
    assert codes_of(world, campaign_id) == ({"campaigns-segment-before-key": Severity.WARNING} if is_asked else {})
    give_keys(world.database.engine.dialect, EncryptionKeys.read(new_key()))
    assert codes_of(world, campaign_id) == ({"campaigns-segment-is-encrypted": Severity.ERROR} if is_asked else {})


def codes_of(world: World, campaign_id: int) -> dict[str, Severity]:
    with world.database.read() as session:
        findings = check(session, campaign_id, settings=world.settings, now=world.clock.now())
    return {each.code: each.severity for each in findings if each.code.startswith("campaigns-segment-")}
