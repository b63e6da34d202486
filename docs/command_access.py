"""Every command, by whose name it writes in the audit log, as docs/roles.md shows it.

Commands run on the server, and nothing could keep out whoever has its shell, and with it the database: none asks
for a role by itself (ADR 90). With `--as` it is that person who acts, with what their roles allow and no more;
what is refused them is in the audit log.
"""

from enum import StrEnum

from staff.tables import Role


class Actor(StrEnum):
    """As the table of docs/roles.md says it."""

    A_PERSON = "who `--as` names, which has to be given"
    A_PERSON_OR_THE_OPERATOR = "the operator, or who `--as` names"
    THE_OPERATOR = "the operator"
    THE_PROGRAM = "the program itself, for what it does by itself; people, for what they do in the browser"
    NOBODY = "nothing: it reads, or works on nothing of the organisation's"


ACCESS = {
    Actor.A_PERSON: """
bilten news add
bilten news join
bilten news separate
bilten lists languages
bilten lists set
bilten lists status
bilten lists delete
bilten fields change
bilten fields archive
bilten fields delete
bilten topics rename
bilten topics archive
bilten topics delete
bilten senders set
bilten campaign draft
bilten campaign duplicate
bilten campaign rename
bilten campaign delete
bilten campaign edit
bilten campaign add-language
bilten campaign remove-language
bilten campaign senders
bilten campaign audience
bilten campaign template
bilten welcome add-email
bilten welcome new-text
bilten brand set
bilten template save
""",
    Actor.A_PERSON_OR_THE_OPERATOR: """
bilten subscribers list
bilten subscribers show
bilten subscribers unsubscribe
bilten subscribers erase
bilten subscribers correct
bilten subscribers merge
bilten subscribers export
bilten imports show
bilten imports undo
bilten exports list
bilten exports grant
bilten exports refuse
bilten lists add
bilten lists sign-up
bilten lists still-wanted
bilten segments add
bilten segments remove
bilten tags add
bilten tags put
bilten tags take
bilten tags remove
bilten fields add
bilten fields fill
bilten topics add
bilten senders add
bilten senders resume
bilten senders limit
bilten senders bounces
bilten suppressions add
bilten suppressions lift
bilten suppressions list
bilten retention run
bilten gdpr requests
bilten gdpr receive
bilten gdpr close
bilten gdpr evidence
bilten gdpr register
bilten campaign publish
bilten campaign test
bilten campaign submit
bilten campaign approve
bilten campaign send-back
bilten campaign rehearse
bilten campaign schedule
bilten campaign unschedule
bilten campaign send
bilten campaign pause
bilten campaign resume
bilten campaign cancel
bilten campaign recall
bilten campaign follow-up
bilten campaign deliveries
bilten campaign decide
bilten campaign send-again
bilten automation add
bilten automation approve
bilten automation archive
bilten automation set
bilten automation off
bilten automation on
bilten digest add
bilten digest set
bilten digest on
bilten digest off
bilten welcome add
bilten welcome on
bilten welcome off
bilten welcome set-days
bilten welcome remove-email
bilten sources add
bilten sources read
bilten sources webhook
bilten sources token
bilten sources disable
bilten folders stop
bilten clicks on
bilten clicks off
bilten template use
bilten template library
bilten user invite
bilten user password
bilten user role
bilten user disable
bilten user enable
bilten user unlock
bilten user sign-out
bilten user delete
bilten user password-link
bilten user second-factor remove
bilten audit list
""",
    Actor.THE_OPERATOR: """
bilten init
bilten adopt
bilten subscribers import
bilten suppressions pull
bilten folders add
bilten user add
bilten user let-in
bilten bounces read
bilten keys rotate
""",
    Actor.THE_PROGRAM: """
bilten serve
bilten scheduler
bilten worker
""",
    Actor.NOBODY: """
bilten doctor
bilten restore
bilten news prepare
bilten news unused
bilten news list
bilten imports list
bilten lists list
bilten lists invite
bilten segments list
bilten segments count
bilten tags list
bilten fields list
bilten topics list
bilten senders list
bilten retention show
bilten gdpr verify
bilten campaign preview
bilten campaign check
bilten campaign status
bilten campaign doubts
bilten automation list
bilten digest list
bilten digest show
bilten welcome list
bilten welcome show
bilten sources preview
bilten sources list
bilten folders list
bilten brand show
bilten clicks show
bilten template list
bilten template begin
bilten template show
bilten template check
bilten template preview
bilten user list
bilten audit verify
bilten backup create
bilten backup verify
bilten backup daily
bilten keys new
bilten keys list
bilten demo
bilten simulator
""",
}


def actor_of_command(name: str) -> Actor:
    """Raises KeyError for one that stands nowhere."""
    for actor, block in ACCESS.items():
        if name in block.strip().split("\n"):
            return actor
    raise KeyError(name)


ACTS_FOR: dict[tuple[Role, ...], str] = {
    (Role.ADMIN,): """
bilten audit list
bilten brand set
bilten clicks off
bilten clicks on
bilten exports grant
bilten exports list
bilten exports refuse
bilten fields add
bilten fields archive
bilten fields change
bilten fields delete
bilten gdpr close
bilten gdpr receive
bilten gdpr register
bilten gdpr requests
bilten imports show
bilten imports undo
bilten lists add
bilten lists delete
bilten lists languages
bilten lists set
bilten lists sign-up
bilten lists status
bilten senders add
bilten senders bounces
bilten senders limit
bilten senders set
bilten subscribers erase
bilten template library
bilten template save
bilten template use
bilten topics add
bilten topics archive
bilten topics delete
bilten topics rename
bilten user delete
bilten user disable
bilten user enable
bilten user invite
bilten user password
bilten user password-link
bilten user role
bilten user second-factor remove
bilten user sign-out
bilten user unlock
""",
    (Role.SENDER, Role.ADMIN): """
bilten automation add
bilten automation archive
bilten automation off
bilten automation on
bilten automation set
bilten campaign cancel
bilten campaign pause
bilten campaign publish
bilten campaign recall
bilten campaign resume
bilten campaign schedule
bilten campaign send
bilten campaign send-again
bilten campaign unschedule
bilten digest add
bilten digest on
bilten fields fill
bilten gdpr evidence
bilten senders resume
bilten sources webhook
bilten subscribers correct
bilten subscribers export
bilten subscribers list
bilten subscribers merge
bilten subscribers show
bilten subscribers unsubscribe
bilten suppressions add
bilten suppressions lift
bilten suppressions list
bilten welcome add
""",
    (Role.AUTHOR, Role.ADMIN): """
bilten campaign add-language
bilten campaign audience
bilten campaign delete
bilten campaign draft
bilten campaign duplicate
bilten campaign edit
bilten campaign follow-up
bilten campaign rehearse
bilten campaign remove-language
bilten campaign rename
bilten campaign senders
bilten campaign submit
bilten campaign template
bilten campaign test
bilten news add
bilten segments add
bilten tags add
bilten tags remove
""",
    (Role.APPROVER, Role.ADMIN): """
bilten automation approve
bilten campaign approve
bilten campaign send-back
""",
    (Role.AUTHOR, Role.APPROVER, Role.SENDER, Role.KEEPER, Role.ADMIN): """
bilten campaign deliveries
""",
}
"""Whom `--as` may name. What another command does depends on what it is told, and is refused like its page."""


def roles_of_command(name: str) -> tuple[Role, ...] | None:
    """None for one that does not take `--as`, or that gets no further than to what it is told about."""
    return next((roles for roles, block in ACTS_FOR.items() if name in block.strip().split("\n")), None)
