"""Ceremonies of Web Authentication (W3C, level 3): what a browser is asked, and what it answers, by the library.

Whoever answers is verified by the device each time, by a finger, a face or a PIN (user verification): so one
passkey is both factors. Type, challenge, origin, host, flags and signature are checked by the library, against
what we expect; counters are `staff.passkeys`'. A device's make is not asked for (attestation: none). No I/O.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from webauthn import (
    base64url_to_bytes,
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import (
    bytes_to_base64url,
    parse_authentication_credential_json,
    parse_client_data_json,
    parse_registration_credential_json,
)
from webauthn.helpers.structs import (
    AttestationConveyancePreference,
    AuthenticationCredential,
    AuthenticatorSelectionCriteria,
    CredentialDeviceType,
    PublicKeyCredentialDescriptor,
    RegistrationCredential,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from core.logging import get_logger
from staff.passkey_challenges import CHALLENGE_LIFETIME
from staff.passkey_site import PasskeySite
from staff.tables import Passkey, User

MAX_ANSWER = 8_000
"""Characters. A credential's id has at most 1,023 bytes; keys, signatures and certificates are as long."""
_TIMEOUT = int(CHALLENGE_LIFETIME.total_seconds() * 1000)


class PasskeyAnswerRefused(Exception):
    """It is not what a browser answers, or not to what it was asked. Which of both is for logs only."""


@dataclass(frozen=True, slots=True)
class NewPasskey:
    """What a device has made."""

    credential_id: str
    public_key: str
    sign_count: int
    can_be_copied: bool


@dataclass(frozen=True, slots=True)
class MadeAnswer:
    """To the question for a new passkey: not checked yet."""

    credential: RegistrationCredential
    challenge: bytes


@dataclass(frozen=True, slots=True)
class UsedAnswer:
    """To the question for a passkey that there is: not checked yet."""

    credential: AuthenticationCredential
    challenge: bytes
    credential_id: str
    user_handle: str | None


def new_passkey_question(
    site: PasskeySite, user: User, user_handle: str, challenge: bytes, *, taken: Sequence[str]
) -> str:
    """As JSON. `taken`: credentials that the person has already; their devices make no second one."""
    return options_to_json(
        generate_registration_options(
            rp_id=site.host,
            rp_name="Bilten",
            user_id=base64url_to_bytes(user_handle),
            user_name=user.address,
            user_display_name=user.name,
            challenge=challenge,
            timeout=_TIMEOUT,
            attestation=AttestationConveyancePreference.NONE,
            authenticator_selection=AuthenticatorSelectionCriteria(
                resident_key=ResidentKeyRequirement.REQUIRED,
                user_verification=UserVerificationRequirement.REQUIRED,
            ),
            exclude_credentials=_descriptors(taken),
        )
    )


def passkey_question(site: PasskeySite, challenge: bytes, *, allowed: Sequence[str] = ()) -> str:
    """As JSON. `allowed`: the credentials of whom it is for; none: of whoever signs in."""
    return options_to_json(
        generate_authentication_options(
            rp_id=site.host,
            challenge=challenge,
            timeout=_TIMEOUT,
            allow_credentials=_descriptors(allowed),
            user_verification=UserVerificationRequirement.REQUIRED,
        )
    )


def read_made_answer(text: str) -> MadeAnswer:
    """Raises PasskeyAnswerRefused."""
    _expect_short(text)
    try:
        credential = parse_registration_credential_json(text)
        return MadeAnswer(credential, _challenge(credential.response.client_data_json))
    except Exception as error:  # whatever the library makes of hostile bytes
        raise _refused(error) from error


def check_made(answer: MadeAnswer, site: PasskeySite) -> NewPasskey:
    """Raises PasskeyAnswerRefused."""
    try:
        made = verify_registration_response(
            credential=answer.credential,
            expected_challenge=answer.challenge,
            expected_rp_id=site.host,
            expected_origin=site.origin,
            require_user_verification=True,
        )
    except Exception as error:  # as above
        raise _refused(error) from error
    return NewPasskey(
        bytes_to_base64url(made.credential_id),
        bytes_to_base64url(made.credential_public_key),
        made.sign_count,
        made.credential_device_type is CredentialDeviceType.MULTI_DEVICE,
    )


def read_used_answer(text: str) -> UsedAnswer:
    """Raises PasskeyAnswerRefused."""
    _expect_short(text)
    try:
        credential = parse_authentication_credential_json(text)
        handle = credential.response.user_handle
        return UsedAnswer(
            credential,
            _challenge(credential.response.client_data_json),
            bytes_to_base64url(credential.raw_id),
            bytes_to_base64url(handle) if handle else None,
        )
    except Exception as error:  # as above
        raise _refused(error) from error


def check_used(answer: UsedAnswer, passkey: Passkey, site: PasskeySite) -> int:
    """The device's counter. Raises PasskeyAnswerRefused."""
    try:
        used = verify_authentication_response(
            credential=answer.credential,
            expected_challenge=answer.challenge,
            expected_rp_id=site.host,
            expected_origin=site.origin,
            credential_public_key=base64url_to_bytes(passkey.public_key),
            credential_current_sign_count=0,  # what it may be is `staff.passkeys`', once the signature is right
            require_user_verification=True,
        )
    except Exception as error:  # as above
        raise _refused(error) from error
    # Section 7.2, step 18: a device does not change its mind about whether a passkey may be copied.
    if (used.credential_device_type is CredentialDeviceType.MULTI_DEVICE) != passkey.can_be_copied:
        raise PasskeyAnswerRefused("backup eligibility")
    return used.new_sign_count


def _challenge(client_data: bytes) -> bytes:
    """Raises what the library raises. In a frame of another site, our pages ask for nothing."""
    read = parse_client_data_json(client_data)
    if read.cross_origin:
        raise PasskeyAnswerRefused("cross origin")
    return read.challenge


def _descriptors(credential_ids: Sequence[str]) -> list[PublicKeyCredentialDescriptor]:
    return [PublicKeyCredentialDescriptor(id=base64url_to_bytes(each)) for each in credential_ids]


def _expect_short(text: str) -> None:
    if len(text) > MAX_ANSWER:
        raise PasskeyAnswerRefused("too long")


def _refused(error: Exception) -> PasskeyAnswerRefused:
    get_logger(__name__).info("passkey.refused", kind=type(error).__name__, why=str(error)[:200])
    return PasskeyAnswerRefused(type(error).__name__)
