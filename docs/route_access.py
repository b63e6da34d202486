"""Every page for staff and every form of theirs, by the permission that it takes, as docs/roles.md shows it.

A test walks all of them as nobody and in each role, and fails for one that is not here. Where the answer depends
on the thing itself (whose campaign it is, what state it is in) or on what was typed, the use case asks after
reading that, and the page stands under `LOOK`.
"""

from collections.abc import Iterator

from staff.roles import Permission as P

ANYBODY = """
GET /
GET POST /forgotten-password
GET POST /password/{link}
GET POST /set-up/{token}
GET POST /sign-in
GET POST /sign-in-code
POST /sign-in-code/question
GET POST /sign-in-passkey
POST /sign-in-passkey/question
GET POST /sign-in/{link}
GET /single-sign-on
GET /single-sign-on/back
GET /single-sign-on/done
POST /single-sign-on/go-on
POST /single-sign-on/sign-out
"""
"""Not signed in yet: whoever has the password, or the link."""

EVERY_ROLE = """
GET /account
POST /account/password
POST /account/profile
GET POST /account/second-factor
POST /account/second-factor/codes
POST /account/second-factor/new-passkey/question
POST /account/second-factor/passkeys
POST /account/second-factor/passkeys/{passkey_id}/remove
POST /account/second-factor/proof
POST /account/second-factor/question
POST /account/second-factor/remove
GET /account/second-factor/single-sign-on
POST /account/sessions/{session_id}/end
POST /account/sign-out-elsewhere
GET /campaigns
POST /sign-out
"""
"""Whoever is signed in. `/campaigns` leads whoever only reads reports to those."""

BY_PERMISSION = {
    P.SEE_REPORTS: """
GET /campaigns/{campaign_id}/clicks/{language}
GET /campaigns/{campaign_id}/clicks/{language}/mail
GET /campaigns/{campaign_id}/report
GET /campaigns/{campaign_id}/report.{file_type}
GET /reports
""",
    P.LOOK: """
GET /automations
GET /automations/{automation_id}
GET POST /brand
GET /brand/preview
POST /campaign-blocks/{campaign_id}/{block_id}
GET /campaigns/new
GET POST /campaigns/new/{kind}
GET /campaigns/new/{kind}/readers
GET /campaigns/{campaign_id}
GET POST /campaigns/{campaign_id}/audience
POST /campaigns/{campaign_id}/blocks
POST /campaigns/{campaign_id}/blocks/{block_id}/move
POST /campaigns/{campaign_id}/blocks/{block_id}/remove
POST /campaigns/{campaign_id}/comments
POST /campaigns/{campaign_id}/comments/{comment_id}/settle
GET /campaigns/{campaign_id}/compose
GET POST /campaigns/{campaign_id}/compose/news
POST /campaigns/{campaign_id}/compose/open
POST /campaigns/{campaign_id}/compose/present
POST /campaigns/{campaign_id}/compose/reader
POST /campaigns/{campaign_id}/compose/redo
POST /campaigns/{campaign_id}/compose/undo
GET /campaigns/{campaign_id}/compose/versions
POST /campaigns/{campaign_id}/compose/versions/{version_id}/restore
POST /campaigns/{campaign_id}/delete
GET /campaigns/{campaign_id}/deliveries
POST /campaigns/{campaign_id}/deliveries/again
GET POST /campaigns/{campaign_id}/deliveries/{delivery_id}
GET /campaigns/{campaign_id}/deliveries/{delivery_id}/html
POST /campaigns/{campaign_id}/deliveries/{delivery_id}/open
POST /campaigns/{campaign_id}/doubts
POST /campaigns/{campaign_id}/doubts/{attempt_id}
POST /campaigns/{campaign_id}/duplicate
POST /campaigns/{campaign_id}/follow-up
POST /campaigns/{campaign_id}/look
GET /campaigns/{campaign_id}/preview/{language}
GET /campaigns/{campaign_id}/progress
POST /campaigns/{campaign_id}/rehearse
POST /campaigns/{campaign_id}/rename
POST /campaigns/{campaign_id}/schedule
POST /campaigns/{campaign_id}/senders
POST /campaigns/{campaign_id}/submit
POST /campaigns/{campaign_id}/template
POST /campaigns/{campaign_id}/test
POST /campaigns/{campaign_id}/variants
POST /campaigns/{campaign_id}/variants/{language}
POST /campaigns/{campaign_id}/variants/{language}/remove
POST /campaigns/{campaign_id}/visibility
GET /clicks
GET /colleagues
GET /colleagues/{user_id}
GET /digests
GET /digests/{digest_id}
GET /fields
GET /fields/{word}
POST /first-steps/brand
GET /folders
GET /imports/{import_id}
POST /imports/{import_id}/change
POST /imports/{import_id}/discard
POST /imports/{import_id}/reading
POST /imports/{import_id}/rows
POST /imports/{import_id}/start
POST /imports/{import_id}/undo
GET /inbox
POST /inbox/{entry_id}/bring-back
POST /inbox/{entry_id}/skip
GET /lists
GET /lists/{slug}
GET /lists/{slug}/still-wanted
POST /new-import/{slug}
GET POST /new-segment
GET /news
GET /news/library
GET POST /news/library/{file_id}/delete
GET /news/new
GET POST /news/new/address
GET POST /news/new/file
GET POST /news/new/{kind}
GET /news/{item_id}
POST /news/{item_id}/add
POST /news/{item_id}/delete
GET POST /news/{item_id}/edit
POST /news/{item_id}/join
GET /news/{item_id}/preview/{language}
POST /news/{item_id}/readmit
POST /news/{item_id}/separate
POST /news/{item_id}/statement
GET /news/{item_id}/versions
POST /news/{item_id}/versions/{version_id}/decline
POST /news/{item_id}/versions/{version_id}/restore
POST /news/{item_id}/withdraw
GET POST /reader-search
GET /retention
GET /segments
GET POST /segments/{segment_id}
POST /segments/{segment_id}/delete
GET /senders
GET /senders/{sender_id}
GET /settings
GET /sources
GET /sources/{source_id}
POST /sources/{source_id}/read
GET POST /subscribers/{subscriber_id}/merge/{other_id}
GET /templates
GET /templates/new/{kind}
GET /templates/{handle}
GET /templates/{handle}/preview
GET /topics
GET /topics/{slug}
GET /welcome
GET /welcome/{series_id}
POST /welcome/{series_id}/emails/{email_id}/text
""",
    P.APPROVE: """
POST /automations/{automation_id}/approve
POST /campaigns/{campaign_id}/approve
POST /campaigns/{campaign_id}/send-back
POST /digests/{digest_id}/approve
""",
    P.SCHEDULE: """
POST /campaigns/{campaign_id}/unschedule
""",
    P.SEND: """
POST /automations/{automation_id}/archive
POST /automations/{automation_id}/details
POST /automations/{automation_id}/off
POST /automations/{automation_id}/on
POST /campaigns/{campaign_id}/send
POST /digests/{digest_id}/details
POST /digests/{digest_id}/off
POST /digests/{digest_id}/on
GET POST /new-automation
GET POST /new-digest
GET POST /new-welcome
POST /welcome/{series_id}/emails
POST /welcome/{series_id}/emails/{email_id}/days
POST /welcome/{series_id}/emails/{email_id}/remove
POST /welcome/{series_id}/off
POST /welcome/{series_id}/on
""",
    P.PAUSE: """
POST /campaigns/{campaign_id}/pause
POST /campaigns/{campaign_id}/resume
POST /senders/resume
""",
    P.CANCEL: """
POST /campaigns/{campaign_id}/cancel
POST /campaigns/{campaign_id}/recall
""",
    P.PUBLISH: """
POST /campaigns/{campaign_id}/correction
""",
    P.MANAGE_USERS: """
POST /colleagues/{user_id}/delete
POST /colleagues/{user_id}/disable
POST /colleagues/{user_id}/enable
POST /colleagues/{user_id}/mail-link
POST /colleagues/{user_id}/password-link
POST /colleagues/{user_id}/role
POST /colleagues/{user_id}/sign-out
POST /colleagues/{user_id}/unlock
GET POST /new-colleague
""",
    P.MANAGE_SENDERS: """
GET /first-steps/sender
GET /new-sender
GET POST /new-sender/{provider}
POST /senders/{sender_id}/bounces
POST /senders/{sender_id}/complaints/{receipt_id}/decide
POST /senders/{sender_id}/details
POST /senders/{sender_id}/domain
POST /senders/{sender_id}/limit
POST /senders/{sender_id}/mails/{receipt_id}/read
POST /senders/{sender_id}/test
""",
    P.MANAGE_FOLDERS: """
POST /folders/{source_id}/stop
GET POST /new-folder
""",
    P.MANAGE_SOURCES: """
GET POST /new-source
POST /new-source/preview
POST /new-source/webhook
POST /sources/{source_id}/settings
POST /sources/{source_id}/stop
POST /sources/{source_id}/token
""",
    P.MANAGE_LISTS: """
POST /fields/{word}/delete
POST /fields/{word}/details
POST /fields/{word}/status
GET POST /first-steps/list
POST /lists/{slug}/delete
POST /lists/{slug}/details
POST /lists/{slug}/languages
POST /lists/{slug}/sign-up
POST /lists/{slug}/status
POST /lists/{slug}/still-wanted
POST /lists/{slug}/still-wanted/off
POST /lists/{slug}/still-wanted/on
GET POST /new-field
GET /new-import/{slug}
GET POST /new-list
GET POST /new-topic
POST /topics/{slug}/delete
POST /topics/{slug}/details
POST /topics/{slug}/status
""",
    P.MANAGE_TEMPLATES: """
POST /templates/library/{kind}
POST /templates/new/{kind}
POST /templates/{handle}
POST /templates/{handle}/use
""",
    P.MANAGE_BRAND: """
GET /first-steps/brand
""",
    P.MANAGE_CLICKS: """
POST /clicks
""",
    P.SEE_AUDIT_LOG: """
GET /audit
POST /audit/export
""",
    P.SERVE_SUBSCRIBERS: """
GET POST /subscribers
GET POST /subscribers/{subscriber_id}
GET POST /subscribers/{subscriber_id}/merge
POST /subscribers/{subscriber_id}/notes
GET POST /subscribers/{subscriber_id}/{act}
""",
    P.EXPORT_SUBSCRIBERS: """
GET POST /exports
POST /exports/{request_id}/{decision}
""",
    P.MANAGE_DATA_PROTECTION: """
GET POST /data-protection
GET POST /data-protection/register/{language}
GET /data-protection/register/{language}/file
GET /data-protection/register/{language}/sheet
POST /data-protection/requests/{request_id}/close
POST /retention
""",
}


def routes_in(block: str) -> Iterator[tuple[str, str]]:
    """Method and path."""
    for line in block.split("\n"):
        *methods, path = line.split() or [""]
        yield from ((method, path) for method in methods)
