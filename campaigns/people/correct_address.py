"""Staff correct a person's address: a typing mistake, or another mailbox, as the person says (GDPR, article 16).

Whoever may not see protected lists may not: what is known of the new address could tell them who is on one.
"""

from sqlmodel import Session

from campaigns.opt_in.send_opt_in_mail import ask_at_new_address
from campaigns.people.leave_address import forget_address
from campaigns.people.staff_action import ServedAction, StaffAction, subject_of
from campaigns.people.visible_person import hidden_lists, visible_person
from campaigns.settings import CampaignSettings
from core.errors import Conflict, NotAllowed
from core.settings import Settings
from subscribers.person import read_address
from subscribers.readdress import ReaddressRequest, readdress


def correct_address(
    session: Session, subscriber_id: int, act: StaffAction, *, address: str, settings: Settings
) -> bool:
    """Whether the new address is asked to confirm: what was never proven by a link waits for that.

    Raises NotAllowed, NotFound, InputRefused; Conflict where the new address is another person's, where its owner
    said no or it is blocked, or nobody could be asked.
    """
    if hidden_lists(session, act.actor):
        raise NotAllowed("campaigns-people-address-is-partial")
    person = visible_person(session, subscriber_id, act.actor)
    read = read_address(address)
    act.check_reason(person.name)
    correction = ReaddressRequest(read, act.actor.name, settings.secret_key.get_secret_value(), act.now)
    forget_address(session, person)
    lists = readdress(session, person, correction)
    if lists and not CampaignSettings.of(settings).sign_up_sender:
        raise Conflict("campaigns-people-nobody-asks")
    ask_at_new_address(session, subscriber_id=person.id, list_ids=lists, language=person.language, now=act.now)
    act.record(session, ServedAction.READDRESSED, subject_of(person.id))
    return bool(lists)
