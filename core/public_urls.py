"""Public URLs: the shape of every address that a mail or a public page can contain, or that is handed out.

The web's routes are made of the same paths. An address that is in somebody's inbox is good for years: a path that
changes here needs a redirect from what it was.
"""

from urllib.parse import quote

from core.settings import Settings

UNSUBSCRIBE = "/u/{token}"
UNSUBSCRIBE_HOW = "/unsubscribe"
"""For a mail as nobody in particular gets it: a page that explains."""
LEFT = "/u/{token}/left"
"""Where a reader who has just left may come back, or say why."""
PREFERENCES = "/preferences/{token}"
PREFERENCES_DATA = PREFERENCES + "/data"
"""What is known of a reader, for that reader."""
PREFERENCES_DATA_FILE = PREFERENCES + "/data.json"
PREFERENCES_ERASE = PREFERENCES + "/erase"
PREFERENCES_ADDRESS = PREFERENCES + "/address"
CHANGE_ADDRESS = "/address/{token}"
"""Where a new address is confirmed."""
REFUSE_ADDRESS = "/keep-address/{token}"
PREFERENCES_HOW = "/preferences"
CONFIRM = "/c/{token}"
STILL_WANTED = "/still-wanted/{token}"
"""Where a reader who has not been heard from says whether they still want a list."""
INVITATION = "/i/{token}"
SUBSCRIBE = "/subscribe/{list_slug}"
FRAMED_SIGN_UP = "/embed/{list_slug}"
"""The same form for a frame on another website."""
WEB_VERSION = "/w/{public_id}/{language}"
PUBLICATION = "/publications/{slug}"
PUBLICATION_DOWNLOAD = PUBLICATION + "/download"
CAMPAIGN_PUBLICATION = "/w/{public_id}/publications/{slug}"
CAMPAIGN_PUBLICATION_DOWNLOAD = CAMPAIGN_PUBLICATION + "/download"
CLICK = "/l/{code}"
"""In place of an outside link whose clicks are counted: the same for every reader."""
ARCHIVE = "/archive"
ARCHIVE_IN = "/archive/{language}"
ARCHIVE_RSS = ARCHIVE_IN + "/rss.xml"
ARCHIVE_JSON_FEED = ARCHIVE_IN + "/feed.json"
ASSET = "/assets/{name}"
WEBHOOK = "/webhooks/{sender_token}"
NEWS_WEBHOOK = "/hooks/news"
"""For a website's plug-in, which proves itself by a token."""
HUB_CALLBACK = "/hooks/hub/{token}"
"""For a hub that tells of a website's news (WebSub): each has an address of its own."""
SINGLE_SIGN_ON = "/single-sign-on"
"""On the way to the identity provider."""
SINGLE_SIGN_ON_BACK = SINGLE_SIGN_ON + "/back"
"""Where it sends people back to, and has to know (redirect URI)."""
SIGN_IN_LINK = "/sign-in/{link}"
SET_UP_LINK = "/set-up/{token}"
PASSWORD_LINK = "/password/{link}"  # noqa: S105  an address
CAMPAIGN_PAGE = "/campaigns/{campaign_id}"
"""For staff, who sign in first and are led there."""
CAMPAIGN_LIST = "/campaigns"
REPORT_LIST = "/reports"

ENTRY = "entry"
"""The query's field with a subscriber's pass to what is for subscribers."""


def news_webhook_url(settings: Settings) -> str:
    return settings.public_url + NEWS_WEBHOOK


def hub_callback_url(public_url: str, token: str) -> str:
    return public_url + HUB_CALLBACK.format(token=token)


def unsubscribe_url(settings: Settings, token: str) -> str:
    return settings.public_url + UNSUBSCRIBE.format(token=token)


def left_path(token: str) -> str:
    return LEFT.format(token=token)


def preferences_path(token: str) -> str:
    return PREFERENCES.format(token=token)


def preferences_data_path(token: str) -> str:
    return PREFERENCES_DATA.format(token=token)


def preferences_data_file_path(token: str) -> str:
    return PREFERENCES_DATA_FILE.format(token=token)


def preferences_erase_path(token: str) -> str:
    return PREFERENCES_ERASE.format(token=token)


def preferences_address_path(token: str) -> str:
    return PREFERENCES_ADDRESS.format(token=token)


def change_address_url(settings: Settings, token: str) -> str:
    return settings.public_url + CHANGE_ADDRESS.format(token=token)


def refuse_address_url(settings: Settings, token: str) -> str:
    return settings.public_url + REFUSE_ADDRESS.format(token=token)


def preferences_url(settings: Settings, token: str) -> str:
    return settings.public_url + preferences_path(token)


def links_of_nobody(settings: Settings) -> dict[str, str]:
    """In place of the links that are a reader's own, where there is no reader: pages that explain."""
    public = settings.public_url
    return {"unsubscribe_url": public + UNSUBSCRIBE_HOW, "preferences_url": public + PREFERENCES_HOW}


def confirm_url(settings: Settings, token: str) -> str:
    return settings.public_url + CONFIRM.format(token=token)


def still_wanted_url(settings: Settings, token: str) -> str:
    return settings.public_url + STILL_WANTED.format(token=token)


def invitation_url(settings: Settings, token: str) -> str:
    return settings.public_url + INVITATION.format(token=token)


def subscribe_path(list_slug: str) -> str:
    return SUBSCRIBE.format(list_slug=list_slug)


def subscribe_url(settings: Settings, list_slug: str) -> str:
    """Where people sign up, and where a form on the organisation's own site posts to."""
    return settings.public_url + subscribe_path(list_slug)


def framed_sign_up_path(list_slug: str) -> str:
    return FRAMED_SIGN_UP.format(list_slug=list_slug)


def framed_sign_up_url(settings: Settings, list_slug: str, language: str) -> str:
    return f"{settings.public_url}{framed_sign_up_path(list_slug)}?lang={language}"


def web_version_url(settings: Settings, public_id: str, language: str) -> str:
    return settings.public_url + WEB_VERSION.format(public_id=public_id, language=language)


def members_web_version_path(public_id: str, language: str, *, entry: str) -> str:
    """`entry`: the subscriber's pass."""
    return f"{WEB_VERSION.format(public_id=public_id, language=language)}?{ENTRY}={entry}"


def publication_path(public_id: str | None, slug: str) -> str:
    """The short one without a campaign; with the `public_id` of the campaign whose mail links to it, its own."""
    if public_id is None:
        return PUBLICATION.format(slug=quote(slug))
    return CAMPAIGN_PUBLICATION.format(public_id=public_id, slug=quote(slug))


def publication_url(settings: Settings, public_id: str | None, slug: str, language: str) -> str:
    return f"{settings.public_url}{publication_path(public_id, slug)}?lang={language}"


def click_url(public_url: str, code: str) -> str:
    return public_url + CLICK.format(code=code)


def archive_path(language: str) -> str:
    return ARCHIVE_IN.format(language=language)


def archive_rss_path(language: str) -> str:
    return ARCHIVE_RSS.format(language=language)


def archive_json_feed_path(language: str) -> str:
    return ARCHIVE_JSON_FEED.format(language=language)


def asset_path(name: str) -> str:
    """`name`: its SHA-256, with the ending of its kind."""
    return ASSET.format(name=name)


def webhook_url(public_url: str, sender_token: str) -> str:
    """Where a provider posts to. `public_url`: what it reaches Bilten at."""
    return public_url + WEBHOOK.format(sender_token=sender_token)


def single_sign_on_back_url(settings: Settings) -> str:
    """The redirect address that an identity provider is told."""
    return settings.public_url + SINGLE_SIGN_ON_BACK


def signed_out_url(settings: Settings) -> str:
    """Where people come back to who have signed out there, too."""
    return f"{settings.public_url}/sign-in"


def sign_in_url(settings: Settings, link: str) -> str:
    return settings.public_url + SIGN_IN_LINK.format(link=link)


def set_up_url(settings: Settings, token: str) -> str:
    """For whoever sets a new installation up; printed, and never logged or mailed."""
    return settings.public_url + SET_UP_LINK.format(token=token)


def password_url(settings: Settings, link: str) -> str:
    """With which a colleague sets a password; shown once to an administrator or sent to its owner."""
    return settings.public_url + PASSWORD_LINK.format(link=link)


def campaign_page_url(settings: Settings, campaign_id: int) -> str:
    """What an email to staff leads to. It says nothing and lets nobody in."""
    return settings.public_url + CAMPAIGN_PAGE.format(campaign_id=campaign_id)


def campaign_list_url(settings: Settings) -> str:
    return settings.public_url + CAMPAIGN_LIST
