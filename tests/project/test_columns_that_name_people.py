"""Every column that could hold somebody's address, name or words: encrypted at rest, or known to hold none.

A new column of text, JSON or bytes fails here until somebody says which it is. That what is said is true is shown
by the whole life of people at risk (tests/campaigns/test_people_at_risk_in_the_database.py).
"""

import pytest
from sqlalchemy import JSON, Column, LargeBinary, String, TypeDecorator
from sqlmodel import SQLModel

from core.db import EnumText
from core.encrypted_columns import EncryptedBytesType, EncryptedJsonType, EncryptedTextType
from core.enum_set import EnumSetText
from migrations.tables import METADATA

EMPTY_WHERE_ENCRYPTED = {
    # Of whoever is encrypted there are no words, and of fields one encrypted text.
    "subscriber_word.word",
    "field_value.folded",
}
NUMBERS_THAT_SAY_SOMETHING = {"field_value.number", "field_value.day"}
"""Neither text nor JSON; they, too, are empty where somebody is encrypted."""

KEYED_HASHES = {
    # With BILTEN_SECRET_KEY, which no database holds.
    *(
        "subscriber.address_hash",
        "suppression.address_hash",
        "opted_out.address_hash",
        "remembered_no.address_hash",
    ),
    *("former_address.address_hash", "topic_choice.address_hash", "pause.address_hash", "import_row.address_hash"),
    *(
        "address_change.old_hash",
        "address_change.new_hash",
        "delivery.address_hash",
        "forgotten_mail.address_hash",
        "data_request.address_hash",
    ),
}
ABOUT_PEOPLE_BUT_NOT_WHO = {
    # The words of the page, the file and line, the campaign of a link; the actor is one of staff.
    *("consent_record.wording", "consent_record.evidence", "consent_record.language", "opted_out.evidence"),
    *("subscriber.language", "subscriber.encrypted_with", "import_row.language", "import_row.old_language"),
    *("suppression.detail", "import_row.code", "question.language", "question.key", "question.called_tick"),
    # In providers' words an address gives way to "[address]" before anybody keeps them (delivery.plain_text).
    *(
        "delivery.detail",
        "delivery.reason",
        "delivery_event.detail",
        "attempt.detail",
        "delivery.provider_message_id",
    ),
    *(
        "delivery_event.provider_event_id",
        "webhook_receipt.dedupe_key",
        "webhook_receipt.error",
        "refusal.reply_key",
    ),
    *(
        "attempt.key",
        "attempt.request_digest",
        "attempt.claimed_by",
        "attempt.opened_tick",
        "webhook_receipt.read_by",
    ),
    *(
        "webhook_refusal.code",
        "forgotten_mail.campaign_public_id",
        "leaving_count.reason",
        "subscriber_note.author",
    ),
    # Numbers of people, reasons in which no name may stand (StaffAction.check_reason), names of files.
    *(
        "audit_entry.actor",
        "audit_entry.action",
        "audit_entry.subject",
        "audit_entry.detail",
        "export_request.reason",
    ),
    *("subscriber_import.file_name", "subscriber_import.actor", "subscriber_import.request"),
    *("subscriber_import.undone_by", "subscriber_import.worker", "subscriber_import.error"),
    *("audit_seal.entries_hash", "audit_seal.chain_hash"),
    *("data_request.note", "data_request.entered_by", "data_request.done_by", "anonymous_leaving.evidence"),
    *("question.also_list_ids", "question.unwanted_topic_ids"),
}
OF_THE_ORGANISATION = {
    # What staff write to be read by others, who staff are, how the installation is: by table.
    *(
        "attention_notice",
        "automation",
        "automation_item",
        "backup_run",
        "block_comment",
        "bounce_mailbox",
        "brand",
    ),
    *(
        "campaign",
        "campaign_block",
        "campaign_block_text",
        "campaign_notice",
        "campaign_presence",
        "campaign_version",
        "click_count",
    ),
    *(
        "click_link",
        "click_setting",
        "clock_fault",
        "content_change",
        "custom_field",
        "database_state",
        "heartbeat",
    ),
    *(
        "audience_list",
        "machine",
        "mailing_list",
        "outside_look",
        "publication_page",
        "rehearsal",
        "remembered_content",
    ),
    *("remembered_title", "rendered_variant", "review_note", "segment", "sender", "set_up_link", "staff_device"),
    *("staff_mail", "staff_password_link", "staff_session", "staff_user", "submitted_content", "tag", "template"),
    *("template_in_use", "template_version", "topic", "topic_word", "unwritten_fact", "variant", "approval"),
    *("news_asset", "news_cleaned_asset", "news_download", "news_feed", "news_feed_entry", "news_feed_entry_key"),
    *("news_fingerprint", "news_item", "news_media_file", "news_refused_asset", "news_source", "news_text"),
    *("staff_second_factor", "staff_recovery_code", "staff_passkey", "staff_passkey_challenge"),
    "staff_oidc_identity",
    *(
        "news_version",
        "news_feed_hub",
        "news_feed_post",
        "digest",
        "digest_firing",
        "register_text",
        "retention_run",
        "welcome_series",
        "still_wanted_rule",
    ),
}


def _can_hold_words(column: Column[object]) -> bool:
    kind = column.type
    if isinstance(kind, EnumText | EnumSetText):
        return False
    plain = kind.impl_instance if isinstance(kind, TypeDecorator) else kind
    return isinstance(plain, String | JSON | LargeBinary)


def _named(column: Column[object]) -> str:
    return f"{column.table.name}.{column.name}"


WORDY = [column for table in METADATA.sorted_tables for column in table.columns if _can_hold_words(column)]
ENCRYPTED = {
    _named(column)
    for column in WORDY
    if isinstance(column.type, EncryptedTextType | EncryptedJsonType | EncryptedBytesType)
}
LISTED = EMPTY_WHERE_ENCRYPTED | KEYED_HASHES | ABOUT_PEOPLE_BUT_NOT_WHO


def test_every_column_that_can_hold_words_is_encrypted_or_known_to_name_nobody() -> None:
    unknown = [
        _named(column)
        for column in WORDY
        if _named(column) not in ENCRYPTED | LISTED and column.table.name not in OF_THE_ORGANISATION
    ]
    assert unknown == []


def test_nothing_is_listed_that_there_is_not_or_twice() -> None:
    there = {_named(column) for table in METADATA.sorted_tables for column in table.columns}
    assert sorted(LISTED | NUMBERS_THAT_SAY_SOMETHING) == sorted((LISTED | NUMBERS_THAT_SAY_SOMETHING) & there)
    assert set() == ENCRYPTED & LISTED
    assert {table for table in OF_THE_ORGANISATION if table not in METADATA.tables} == set()
    assert {name for name in ENCRYPTED | LISTED if name.partition(".")[0] in OF_THE_ORGANISATION} == set()


@pytest.mark.parametrize("name", sorted(ENCRYPTED))
def test_what_is_encrypted_is_bound_to_its_own_column(name: str) -> None:
    table, _, column = name.partition(".")
    kind = SQLModel.metadata.tables[table].c[column].type
    assert isinstance(kind, EncryptedTextType | EncryptedJsonType | EncryptedBytesType)
    assert kind.place == name


def test_who_people_are_and_what_is_on_its_way_is_encrypted() -> None:
    assert {
        *("subscriber.address", "subscriber.name", "field_value.text", "subscriber_note.text"),
        *(
            "password_reset_request.address",
            "address_change.old_address",
            "address_change.new_address",
            "attempt.merge_values",
            "webhook_receipt.body",
        ),
        *(
            "import_piece.content",
            "import_row.address",
            "import_row.name",
            "import_row.old_name",
            "import_row.proof",
        ),
        *("import_row.params", "import_row.field_values", "import_row.old_fields", "import_row.extras"),
        *("subscriber_import.figures", "subscriber_import.error_params"),
    } == ENCRYPTED
