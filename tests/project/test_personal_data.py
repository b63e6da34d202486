"""Data inventory: every table in which somebody's data can stand has a rule by which they go.

A new table fails here until somebody has said which.
"""

from campaigns.retention.rules import RULES, KeptReason
from migrations.tables import METADATA

_BY_RULE = {
    "webhook_receipt": "webhooks",
    "delivery_event": "events",
    "staff_mail": "staff_mails",
}
"""Table → the retention rule that empties it, whoever it is about."""
_KEPT = {
    KeptReason.PERSON: (
        *("subscriber", "subscriber_word", "subscriber_note", "subscriber_tag", "subscription", "consent_record"),
        *("field_value", "former_address", "topic_choice", "pause", "question"),
    ),
    KeptReason.REQUESTS: ("data_request",),
    KeptReason.NOES: ("suppression", "opted_out", "remembered_no", "forgotten_mail"),
    KeptReason.LINKS: ("address_change",),
    KeptReason.IMPORTS: ("subscriber_import", "import_piece", "import_row"),
    KeptReason.DELIVERIES: ("delivery", "attempt", "attempt_delivery", "refusal"),
    KeptReason.STAFF: (
        *("staff_user", "staff_session", "staff_device", "staff_password_link", "set_up_link", "audit_entry"),
        *("export_request", "retention_run", "register_text", "approval", "automation_approval", "review_note"),
        *("block_comment", "content_change", "campaign_version", "campaign_presence", "campaign", "rehearsal"),
        *(
            "campaign_notice",
            "news_version",
            "password_reset_request",
            "staff_second_factor",
            "staff_recovery_code",
            "staff_passkey",
            "staff_passkey_challenge",
            "staff_oidc_identity",
        ),
    ),
}
PERSONAL: dict[str, str] = _BY_RULE | {table: keeping for keeping, tables in _KEPT.items() for table in tables}
"""Table → the name of a rule, or a KeptReason."""
WITHOUT_PERSONS = frozenset(
    """
    anonymous_leaving attention_notice audience_list audience_segment audience_topic audit_seal automation
    automation_item backup_run bounce_mailbox brand campaign_block campaign_block_text click_count click_link
    click_setting clock_fault custom_field database_state digest digest_firing digest_item heartbeat leaving_count
    list_offer
    list_topic machine mailing_list news_asset news_feed_hub news_feed_post
    news_cleaned_asset news_download news_feed news_feed_entry news_feed_entry_key news_fingerprint news_item
    news_media_file news_refused_asset news_source news_text outside_look publication_page remembered_content
    remembered_title rendered_variant segment sender series_email submitted_content tag template template_in_use
    template_version topic topic_word unwritten_fact variant webhook_refusal welcome_series
    still_wanted_rule
    """.split()  # noqa: SIM905  a line for each of sixty names would hide them
)
"""What is published, or set up, or counted; who is named in news is for those who write it."""


def test_every_table_has_a_rule_or_holds_nobody() -> None:
    tables = {table.name for table in METADATA.sorted_tables}
    assert set(PERSONAL) | WITHOUT_PERSONS == tables
    assert not set(PERSONAL) & WITHOUT_PERSONS


def test_every_rule_is_one_that_there_is() -> None:
    assert set(PERSONAL.values()) <= {rule.name for rule in RULES} | set(KeptReason)
    assert set(KeptReason) <= set(PERSONAL.values())
