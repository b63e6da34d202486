"""Submit, approve, edit: what was approved is what is sent, and nothing else is approved."""

import pytest
from sqlalchemy import update
from sqlmodel import col, select

from campaigns.editorial.edit import VariantEdit, edit_variant
from campaigns.editorial.preview import preview
from campaigns.review.approve import approval_count, approve
from campaigns.review.check import check
from campaigns.review.content_hash import content_hash
from campaigns.sending.launch import launch_due_campaigns
from campaigns.status import CampaignStatus, PauseReason
from campaigns.tables import Approval, RenderedVariant, Variant
from core.errors import Conflict, InputRefused, NotAllowed
from core.machine import IllegalTransition
from delivery.tables import Sender
from staff.principal import OPERATOR
from staff.tables import AuditEntry
from subscribers.audience import Audience
from subscribers.tables import MailingList
from templates.check import Finding, Severity
from tests.campaigns.world import World
from tests.databases import on_sqlite


def test_a_campaign_needs_another_persons_approval(world: World) -> None:
    campaign_id = world.draft()
    world.submit(campaign_id)
    assert world.status(campaign_id) is CampaignStatus.IN_REVIEW
    world.approve(campaign_id, by=world.boris)
    assert world.status(campaign_id) is CampaignStatus.APPROVED


def test_an_author_cannot_approve_their_own_text(world: World) -> None:
    world.ana = world.boris
    campaign_id = world.draft()
    world.submit(campaign_id)
    with pytest.raises(NotAllowed, match="own-approval"):
        world.approve(campaign_id, by=world.boris)
    assert world.status(campaign_id) is CampaignStatus.IN_REVIEW


@on_sqlite
def test_an_editor_cannot_approve(world: World) -> None:
    world.ana, editor = world.boris, world.ana
    campaign_id = world.draft()
    world.submit(campaign_id)
    with pytest.raises(NotAllowed, match="role"):
        world.approve(campaign_id, by=editor)


@on_sqlite
def test_an_approval_needs_a_person(world: World) -> None:
    campaign_id = world.draft()
    world.submit(campaign_id)
    with pytest.raises(NotAllowed, match="approver-unknown"):
        world.approve(campaign_id, by=OPERATOR)


def test_one_persons_approval_counts_once_where_two_are_asked_for(world: World) -> None:
    world.configure(approvals_required=2)
    campaign_id = world.draft()
    world.submit(campaign_id)
    world.approve(campaign_id, by=world.boris)
    world.approve(campaign_id, by=world.boris)
    assert world.status(campaign_id) is CampaignStatus.IN_REVIEW
    with world.database.read() as session:
        assert approval_count(session, world.campaign(campaign_id)) == 1
    world.approve(campaign_id, by=world.cilka)
    assert world.status(campaign_id) is CampaignStatus.APPROVED


def test_a_second_tap_of_whoever_approved_it_is_the_same_yes(world: World) -> None:
    campaign_id = world.draft()
    world.submit(campaign_id)
    for _ in range(2):
        world.approve(campaign_id)
    assert world.status(campaign_id) is CampaignStatus.APPROVED
    with world.database.read() as session:
        assert len(session.exec(select(Approval)).all()) == 1
    with pytest.raises(IllegalTransition):
        world.approve(campaign_id, by=world.cilka)


def test_submitting_approves_where_no_approvals_are_asked_for(world: World) -> None:
    world.configure(approvals_required=0)
    campaign_id = world.draft()
    world.submit(campaign_id)
    assert world.status(campaign_id) is CampaignStatus.APPROVED


def test_approving_what_has_changed_since_it_was_seen_is_refused(world: World) -> None:
    campaign_id = world.draft()
    world.submit(campaign_id)
    seen = world.campaign(campaign_id).content_hash or ""
    _edit(world, campaign_id, subject="Another subject")
    world.submit(campaign_id)
    with pytest.raises(Conflict, match="changed-since-seen"), world.database.write() as session:
        approve(
            session,
            campaign_id,
            seen_hash=seen,
            actor=world.boris,
            settings=world.settings,
            now=world.clock.now(),
        )


@pytest.mark.parametrize("reached", ["in_review", "approved", "scheduled"])
def test_an_edit_voids_approvals_and_leads_back_to_draft(world: World, reached: str) -> None:
    campaign_id = world.draft()
    world.submit(campaign_id)
    if reached != "in_review":
        world.approve(campaign_id)
    if reached == "scheduled":
        world.send_now(campaign_id)
    assert world.status(campaign_id).value == reached
    _edit(world, campaign_id, subject="Another subject")
    assert world.status(campaign_id) is CampaignStatus.DRAFT
    assert world.campaign(campaign_id).scheduled_at is None
    world.submit(campaign_id)
    assert world.status(campaign_id) is CampaignStatus.IN_REVIEW


def test_going_back_to_the_very_same_words_does_not_bring_an_approval_back(world: World) -> None:
    campaign_id = world.draft()
    world.submit(campaign_id)
    world.approve(campaign_id)
    _edit(world, campaign_id, subject="Another subject")
    _edit(world, campaign_id, subject="600 people are missing")
    world.submit(campaign_id)
    assert world.status(campaign_id) is CampaignStatus.IN_REVIEW


def test_a_campaign_on_its_way_cannot_be_edited(world: World) -> None:
    world.add_readers(["nada"])
    campaign_id = world.launched()
    with pytest.raises(IllegalTransition):
        _edit(world, campaign_id, subject="Too late")


@on_sqlite
def test_the_preview_of_a_submitted_campaign_is_what_was_frozen(world: World) -> None:
    campaign_id = world.draft()
    with world.database.read() as session:
        before = preview(session, campaign_id, language="en", settings=world.settings)
    world.submit(campaign_id)
    with world.database.write() as session:
        session.execute(
            update(Variant)
            .where(col(Variant.campaign_id) == campaign_id)
            .values(subject="Changed behind the scenes")
        )
    with world.database.read() as session:
        assert preview(session, campaign_id, language="en", settings=world.settings) == before


@on_sqlite
def test_an_error_found_by_the_check_stops_the_submission(world: World) -> None:
    campaign_id = world.draft()
    _edit(world, campaign_id, subject="")
    with pytest.raises(InputRefused, match="check-failed"):
        world.submit(campaign_id)
    assert world.status(campaign_id) is CampaignStatus.DRAFT


@pytest.mark.parametrize("field", ["confirm_url", "nobody_knows"])
@on_sqlite
def test_a_merge_field_that_a_campaign_has_no_value_for_stops_the_submission(world: World, field: str) -> None:
    campaign_id = world.draft()
    _edit(world, campaign_id, intro_html=f"<p>Look: [[{field}]]</p>")
    with pytest.raises(InputRefused, match="field-unknown"):
        world.submit(campaign_id)
    assert world.status(campaign_id) is CampaignStatus.DRAFT


def test_what_was_changed_after_approval_is_not_sent(world: World) -> None:
    world.add_readers(["nada"])
    campaign_id = world.scheduled()
    with world.database.write() as session:
        session.execute(
            update(RenderedVariant)
            .where(col(RenderedVariant.campaign_id) == campaign_id, col(RenderedVariant.language) == "sl")
            .values(html="<p>something else</p>")
        )
    world.clock.advance(seconds=60)
    launch_due_campaigns(world.context)
    campaign = world.campaign(campaign_id)
    assert (campaign.status, campaign.pause_reason) == (CampaignStatus.PAUSED, PauseReason.CONTENT_CHANGED)
    assert world.deliveries(campaign_id) == []


def test_a_sender_changed_after_approval_stops_the_launch(world: World) -> None:
    world.add_readers(["nada"])
    campaign_id = world.scheduled()
    with world.database.write() as session:
        session.execute(update(Sender).values(from_address="somebody.else@example.org"))
    world.clock.advance(seconds=60)
    launch_due_campaigns(world.context)
    assert world.campaign(campaign_id).pause_reason is PauseReason.CONTENT_CHANGED


def test_the_content_hash_does_not_depend_on_the_order_of_variants(world: World) -> None:
    campaign_id = world.draft()
    world.submit(campaign_id)
    with world.database.read() as session:
        variants = list(session.exec(select(RenderedVariant)).all())
    forth = content_hash(variants, audience=Audience((1,)), senders=[("a", "b", None)])
    back = content_hash(reversed(variants), audience=Audience((1,)), senders=[("a", "b", None)])
    other = content_hash(variants, audience=Audience((2,)), senders=[("a", "b", None)])
    assert forth == back != other


def test_each_step_is_in_the_audit_log_with_who_took_it(world: World) -> None:
    campaign_id = world.scheduled()
    with world.database.read() as session:
        entries = session.exec(select(AuditEntry.actor, AuditEntry.action).order_by(col(AuditEntry.id))).all()
    assert entries == [
        (world.ana.name, "campaign.drafted"),
        (world.ana.name, "campaign.submitted"),
        (world.boris.name, "campaign.approved"),
        (world.boris.name, "campaign.scheduled"),
    ]
    assert world.status(campaign_id) is CampaignStatus.SCHEDULED


def _edit(world: World, campaign_id: int, **changes: str) -> None:
    with world.database.write() as session:
        edit_variant(session, campaign_id, "en", VariantEdit(changes), actor=world.ana, now=world.clock.now())


@on_sqlite
def test_ten_times_the_usual_audience_is_asked_about(world: World) -> None:
    world.add_readers(["first", "second"])
    for _ in range(3):
        world.launched()
    before = {finding.code for finding in _findings(world, world.draft())}
    many = 10 * len(world.deliveries(1))
    world.add_readers([f"imported{number}" for number in range(many)])
    (finding,) = [
        finding for finding in _findings(world, world.draft()) if finding.code == "campaigns-audience-unusual"
    ]
    assert "campaigns-audience-unusual" not in before
    assert finding.severity is Severity.WARNING
    assert int(finding.params["count"]) >= 10 * int(finding.params["usual"])


def _findings(world: World, campaign_id: int) -> list[Finding]:
    with world.database.read() as session:
        return check(session, campaign_id, settings=world.settings, now=world.clock.now())


@on_sqlite
@pytest.mark.parametrize(("provider", "asks"), [("resend", True), ("brevo", True), ("postmark", False)])
def test_people_at_risk_are_not_left_to_an_accounts_setting(world: World, provider: str, asks: bool) -> None:
    campaign_id = world.draft()
    with world.database.write() as session:
        session.execute(update(Sender).values(provider=provider))
        session.execute(update(MailingList).values(is_protected=True))
    codes = {finding.code for finding in _findings(world, campaign_id)}
    assert ("campaigns-protected-tracking" in codes) == asks


@on_sqlite
@pytest.mark.parametrize(
    ("name", "asks"), [("Naša organizacija", True), ("Our organisation", True), ("Kolpa", False)]
)
def test_a_sender_that_nobody_has_named_is_asked_about(world: World, name: str, asks: bool) -> None:
    campaign_id = world.draft()
    with world.database.write() as session:
        session.execute(update(Sender).values(from_name=name))
    codes = {finding.code for finding in _findings(world, campaign_id)}
    assert ("campaigns-from-placeholder" in codes) == asks
