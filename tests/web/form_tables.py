"""Tables of forms for `test_refused_forms`: what each refuses, and which have no field or are tried elsewhere."""

from fastapi.routing import APIRoute

from web.routes import PAGES

REFUSED: dict[str, dict[str, str]] = {
    "/sign-in": {},
    "/sign-in/{link}": {},
    "/campaigns/{campaign_id}/submit": {"remark": "r" * 2001},
    "/campaigns/{campaign_id}/send-back": {"remark": "r" * 2001},
    "/campaigns/{campaign_id}/test": {"language-xx": "yes"},
    "/campaigns/{campaign_id}/comments": {"comment": "c" * 2001},
    "/campaigns/{campaign_id}/schedule": {"local": "2020-02-03T10:00"},
    "/campaigns/{campaign_id}/rename": {"seen": "another"},
    "/campaigns/new/{kind}": {"items": "1,99"},
    "/campaigns/{campaign_id}/variants/{language}": {"seen": "another"},
    "/campaigns/{campaign_id}/variants": {},
    "/campaigns/{campaign_id}/blocks": {},
    "/campaigns/{campaign_id}/compose/news": {"after": "999999"},
    "/campaign-blocks/{campaign_id}/{block_id}": {"seen": "another"},
    "/campaigns/{campaign_id}/senders": {"seen": "another"},
    "/campaigns/{campaign_id}/template": {"seen": "another"},
    "/campaigns/{campaign_id}/visibility": {"seen": "another"},
    "/campaigns/{campaign_id}/doubts": {"why": "y" * 501},
    "/campaigns/{campaign_id}/doubts/{attempt_id}": {"why": "y" * 501},
    "/campaigns/{campaign_id}/deliveries/again": {"seen_at": "yesterday"},
    "/reader-search": {"address": "nobody"},
    "/campaigns/{campaign_id}/audience": {},
    "/senders/{sender_id}/limit": {"emails": "a thousand"},
    "/senders/{sender_id}/details": {"from_address": "nobody"},
    "/new-sender/{provider}": {"from_address": "nobody"},
    "/new-colleague": {"address": "nobody"},
    "/new-automation": {"send_time": "noon"},
    "/first-steps/brand": {"website": "javascript:alert(1)"},
    "/first-steps/list": {"name": "n" * 121},
    "/automations/{automation_id}/details": {"send_time": "noon"},
    "/new-digest": {"at": "noon"},
    "/digests/{digest_id}/details": {"at": "noon"},
    "/new-welcome": {"name": "n" * 81},
    "/lists/{slug}/still-wanted": {"months": "soon"},
    "/welcome/{series_id}/emails": {"days": "soon"},
    "/welcome/{series_id}/emails/{email_id}/days": {"days": "soon"},
    "/lists/{slug}/languages": {"seen": "another"},
    "/lists/{slug}/details": {"name": "n" * 121},
    "/lists/{slug}/sign-up": {"seen": "another"},
    "/new-list": {"slug": "No slug"},
    "/new-segment": {},
    "/segments/{segment_id}": {"seen": "another"},
    "/new-field": {"word": "No word"},
    "/fields/{word}/details": {"seen": "another"},
    "/new-topic": {"slug": "No slug"},
    "/topics/{slug}/details": {"seen": "another"},
    "/brand": {"website": "javascript:alert(1)"},
    "/templates/new/{kind}": {"html": "{% if %}"},
    "/templates/{handle}": {"html": "{% if %}"},
    "/subscribe/{list_slug}": {"address": "nobody"},
    "/embed/{list_slug}": {"address": "nobody"},
    "/i/{token}": {"address": "nobody"},
    "/preferences/{token}": {"name": "n" * 300},
    "/preferences/{token}/address": {"address": "nobody"},
    "/subscribers": {"search": "x"},
    "/subscribers/{subscriber_id}/notes": {"person_note": "n" * 1001},
    "/exports": {"what": "list:bulletin", "reason": "rosa@example.org asked"},
    "/retention": {"reason": "rosa@example.org asked"},
    "/data-protection": {"received": "2099-01-01"},
    "/data-protection/register/{language}": {"controller": "x" * 2001},
    "/subscribers/{subscriber_id}/merge": {"other": "nobody"},
    "/subscribers/{subscriber_id}/merge/{other_id}": {"reason": "rosa@example.org asked"},
    "/subscribers/{subscriber_id}/{act}": {"reason": "rosa@example.org asked"},
}
"""The form → what is put into it to have it refused, beside what a person types."""

STEPS = (
    "duplicate",
    "delete",
    "look",
    "approve",
    "send",
    "unschedule",
    "pause",
    "resume",
    "cancel",
    "correction",
    "recall",
    "follow-up",
    "rehearse",
)
NOTHING_TYPED = {f"/campaigns/{{campaign_id}}/{step}" for step in STEPS} | {
    "/sign-out", "/single-sign-on/go-on", "/single-sign-on/sign-out", "/clicks",
    "/senders/resume", "/templates/{handle}/use", "/templates/library/{kind}", "/c/{token}", "/u/{token}/left",
    "/still-wanted/{token}",
    "/preferences/{token}/erase", "/address/{token}", "/keep-address/{token}",
    "/campaigns/{campaign_id}/deliveries/{delivery_id}", "/campaigns/{campaign_id}/deliveries/{delivery_id}/open",
    "/u/{token}",
    "/campaigns/{campaign_id}/variants/{language}/remove",
    "/publications/{slug}/download", "/w/{public_id}/publications/{slug}/download",
    "/campaigns/{campaign_id}/comments/{comment_id}/settle", "/news/{item_id}/statement",
    "/news/{item_id}/withdraw", "/news/{item_id}/readmit", "/news/{item_id}/delete", "/news/{item_id}/join",
    "/news/{item_id}/separate", "/news/library/{file_id}/delete",
    "/news/{item_id}/versions/{version_id}/restore", "/news/{item_id}/versions/{version_id}/decline",
    "/senders/{sender_id}/mails/{receipt_id}/read", "/senders/{sender_id}/complaints/{receipt_id}/decide",
    *(f"/campaigns/{{campaign_id}}/compose/{step}" for step in ("open", "present", "undo", "redo")),
    "/campaigns/{campaign_id}/compose/versions/{version_id}/restore",
    "/campaigns/{campaign_id}/blocks/{block_id}/move",
    "/campaigns/{campaign_id}/blocks/{block_id}/remove",
    "/lists/{slug}/status", "/lists/{slug}/delete", "/segments/{segment_id}/delete",
    "/fields/{word}/status", "/fields/{word}/delete",
    "/topics/{slug}/status", "/topics/{slug}/delete",
    *(f"/automations/{{automation_id}}/{step}" for step in ("on", "off", "approve", "archive")),
    *(f"/digests/{{digest_id}}/{step}" for step in ("on", "off", "approve")),
    *(f"/welcome/{{series_id}}/{step}" for step in ("on", "off")),
    *(f"/lists/{{slug}}/still-wanted/{step}" for step in ("on", "off")),
    *(f"/welcome/{{series_id}}/emails/{{email_id}}/{step}" for step in ("remove", "text")),
    "/senders/{sender_id}/test", "/senders/{sender_id}/domain",
    "/folders/{source_id}/stop", "/sources/{source_id}/stop", "/sources/{source_id}/read",
    "/sources/{source_id}/token",
    "/inbox/{entry_id}/skip", "/inbox/{entry_id}/bring-back",
    *(
        f"/colleagues/{{user_id}}/{step}"
        for step in ("disable", "enable", "sign-out", "password-link", "mail-link", "unlock", "delete")
    ),
    "/account/sessions/{session_id}/end", "/account/sign-out-elsewhere", "/audit/export",
    *(f"/imports/{{import_id}}/{step}" for step in ("start", "change", "undo", "discard", "rows")),
    "/subscribers/{subscriber_id}", "/exports/{request_id}/{decision}",
    "/data-protection/requests/{request_id}/close",
}  # fmt: skip
"""Buttons. A form of theirs that is on one of the pages below is seen to have no field."""

SET_UP = "/set-up/{token}"
BOUNCES = "/senders/{sender_id}/bounces"
NEWS_FORMS = {f"/news/{path}" for path in ("new/{kind}", "{item_id}/edit", "new/address", "new/file")}
READER = "/campaigns/{campaign_id}/compose/reader"
ROLE, PASSWORD_LINK = "/colleagues/{user_id}/role", "/password/{link}"
IMPORTS = {"/new-import/{slug}", "/imports/{import_id}/reading"}
SOURCES = {
    "/new-source",
    "/new-source/preview",
    "/new-source/webhook",
    "/sources/{source_id}/settings",
    "/news/{item_id}/add",
}
ACCOUNT = {"/account/profile", "/account/password", "/forgotten-password", "/sign-in-code"}
SECOND_FACTOR = {
    *(f"/account/second-factor{step}" for step in ("", "/codes", "/remove", "/proof", "/passkeys")),
    *(f"/account/second-factor{step}" for step in ("/question", "/new-passkey/question")),
    "/account/second-factor/passkeys/{passkey_id}/remove",
    *("/sign-in-passkey", "/sign-in-passkey/question", "/sign-in-code/question"),
}
ONE_PAGE = {BOUNCES, SET_UP, READER, ROLE, PASSWORD_LINK, "/new-folder"}
TRIED_ELSEWHERE = ACCOUNT | SECOND_FACTOR | NEWS_FORMS | IMPORTS | SOURCES | ONE_PAGE
"""In test_account_page, test_second_factor, test_passkeys, test_forgotten_password, test_news_form,
test_news_edit, test_news_import, test_import_pages, test_sender_page, test_set_up, test_compose_reader,
test_colleague_pages, test_source_pages and test_folder_pages."""
NOTHING_CHOSEN_IS_REFUSED = {"/campaigns/{campaign_id}/variants", "/campaigns/{campaign_id}/blocks"}
ASKS_THE_LIBRARY = "_library"
"""Ends the name of a field that makes of its form a search (test_media_library)."""
IS_FILLED_BY_NOBODY = {"website"}
"""The honeypot of sign-up pages."""

POSTED = [
    route
    for page in PAGES
    for route in page.router.routes
    if isinstance(route, APIRoute)
    and "POST" in (route.methods or ())
    and not page.__name__.startswith("web.webhooks.")
]
"""All but webhooks, which are no forms."""

READERS = ("/sign-in", "/subscribe/", "/embed/", "/i/", "/preferences")
