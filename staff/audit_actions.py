"""What the audit log can say that was done: each action has a text in every language of staff pages.

A test finds every action that the program writes, and fails for one that is not here.
"""

_BY_AREA = {
    "access": "refused",
    "address": "suppressed suppression_lifted",
    "audit": "exported",
    "automation": "added approved archive_taken changed turned_off turned_on",
    "brand": "saved",
    "campaign": (
        "approved audience_chosen block_added block_changed block_moved block_removed cancelled "
        "comment_reopened comment_settled commented correction_published deleted drafted "
        "duplicated edited news_changed notice_removed paused recalled redone rehearsal_asked "
        "renamed reopened restored resumed scheduled segment_changed senders_chosen sent_back "
        "submitted template_chosen tested undone unscheduled variant_added variant_removed "
        "visibility_set"
    ),
    "clicks": "switched",
    "database": "adopted",
    "delivery": "opened",
    "doubt": "decided",
    "entry": "brought_back skipped",
    "export": "granted refused requested",
    "field": "archived changed created deleted opened",
    "list": "archived changed closed created deleted languages_set opened sign_up_form_set",
    "media": "deleted",
    "news": (
        "deleted edited file_declined file_taken imported joined readmitted separated "
        "version_restored withdrawn written"
    ),
    "refused": "sent_again",
    "register": "changed",
    "retention": "run",
    "segment": "changed created deleted",
    "sender": (
        "bounces_set changed complaint_dismissed complaint_taken created limited mail_read renamed resumed tested"
    ),
    "source": "changed connected stopped token_renewed watched",
    "subscriber": (
        "corrected erased evidence_taken exported fields_filled merged opened readdressed unsubscribed "
        "unsubscribed_from_all"
    ),
    "subscribers": "exported import_begun import_undo_begun import_undone imported",
    "suppressions": "pulled",
    "tag": "created deleted put taken",
    "template": "library_in_use put_in_use saved",
    "topic": "archived changed created deleted opened",
    "user": (
        "added deleted disabled enabled let_in locked passkey_added passkey_counter_refused "
        "oidc_linked passkey_removed password_change_refused password_changed "
        "password_link password_reset_asked password_set profile_changed recovery_code_used "
        "recovery_codes_renewed role_changed second_factor_refused second_factor_removed "
        "second_factor_set_up sees_protected_readers sees_protected_readers_no_more set_up "
        "sign_in_refused signed_in signed_out unlocked"
    ),
    "still_wanted": "changed turned_off turned_on",
    "welcome": "added begun days_set email_added email_removed text_drafted turned_off turned_on",
}
"""Also what earlier versions wrote: entries stay."""

ACTIONS = frozenset(f"{area}.{what}" for area, line in _BY_AREA.items() for what in line.split())


def text_key(action: str) -> str | None:
    """Of its text; None for one that no version wrote."""
    return f"staff-did-{action.replace('.', '-')}" if action in ACTIONS else None
