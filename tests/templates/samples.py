"""Documents as the organisation would send them, for tests, goldens and photographs."""

from datetime import date

from core.rich_text import rich_text_of
from templates.content import BrandView, Document, Image, Item, Pdf, Quotation, SubscriptionDocument
from templates.examples import LIST_NAMES

SITE = "https://infokolpa.example.org"
BRAND = BrandView(
    name="Info Kolpa",
    postal_address="Metelkova ulica 6\n1000 Ljubljana\nSlovenija",
    website=SITE,
    socials={
        "Mastodon": "https://social.example.org/@infokolpa",
        "Facebook": "https://facebook.example.org/infokolpa",
    },
)

SHIPWRECK = Item(
    kind="statement",
    language="en",
    title="600 migrants are missing between Libya and Greece",
    summary="600 migrants, including 100 children, are currently missing, swallowed up in the deep waters "
    "separating Libya from Greece.",
    body_html="<p>The Greek Coast Guard seems to have attempted to bring the vessel into Italian waters, so that"
    " it would no longer have to take charge, avoiding intervention when the boat – overloaded with men, women, "
    "and children searching for freedom from misery, war, poverty, and violence – capsized.</p>"
    "<h2>What we demand</h2>"
    "<ul><li>An independent inquiry.</li><li>Names for the dead: see the"
    ' <a href="https://infokolpa.example.org/list?year=2026&amp;full=1">list of names</a>.</li></ul>'
    "<p>The deaths are many, following those in Cutro, on the Calabrian coast, and those in Maltese waters.</p>",
    quotation=Quotation("Nobody can say that they did not know.", "A survivor"),
    image=Image(f"{SITE}/assets/sea.png", "A calm sea at dusk, seen from a cliff; no boat in sight.", 1200, 600),
    url=f"{SITE}/shipwreck",
    published_on=date(2026, 11, 20),
)
SHIPWRECK_AR = Item(
    kind="statement",
    language="ar",
    title="ستمئة مهاجر مفقودون بين ليبيا واليونان",
    summary="فُقد 600 مهاجر، بينهم 100 طفل، في المياه العميقة التي تفصل ليبيا عن اليونان.",
    body_html="<p>يبدو أن خفر السواحل اليوناني حاول دفع القارب نحو المياه الإيطالية حتى لا يتحمّل المسؤولية، إلى أن"
    " انقلب القارب المكتظّ بالرجال والنساء والأطفال. وثّقت ذلك منظمة Alarm Phone في تقريرها لعام 2023-2024.</p>"
    '<ul><li>تحقيق مستقل.</li><li>أسماء للموتى: انظر <a href="https://infokolpa.example.org/ar/names">قائمة'
    " الأسماء</a>.</li></ul>",
    quotation=Quotation("لا أحد يستطيع أن يقول إنه لم يكن يعلم.", "أحد الناجين"),
    image=Image(f"{SITE}/assets/sea.png", "بحر هادئ عند الغروب، لا قارب فيه.", 1200, 600),
    url=f"{SITE}/ar/shipwreck",
    published_on=date(2026, 11, 20),
)
HOUSING = Item(
    kind="report_summary",
    language="en",
    title="Summary: Adequate Housing and Migrants in Slovenia",
    summary="Adequate housing, defined as secure, affordable, and accessible, is recognised as a fundamental"
    " right. However, national governments often fail to implement these principles.",
    pdf=Pdf(f"{SITE}/assets/housing.pdf", "Adequate Housing and Migrants in Slovenia", 36, 1_240_000),
    url=f"{SITE}/housing",
    published_on=date(2026, 11, 12),
)
PROJECT = Item(
    kind="project",
    language="sl",
    title="Projekti: GEtCoheSive",
    body_html="<p>Projekt GEtCoheSive se osredotoča na horizontalne izzive, zlasti na neenake možnosti za"
    " enakovredno sodelovanje v družbi in dostojno kakovost življenja.</p>",
    quotation=Quotation(
        "Integration happens in every village, city and region, where migrants live, work, attend school, and"
        " are members of clubs and associations.",
        "AMIF, Topic 2",
        "en",
    ),
    logo=Image(f"{SITE}/assets/logo.png", "Logotip projekta GEtCoheSive", 300, 200),
    url=f"{SITE}/getcohesive",
    published_on=date(2026, 10, 30),
)
MIRROR = Item(
    kind="publication",
    language="sl",
    title="Ogledalo: Vratarji Evrope",
    quotation=Quotation(
        "In ravno to je izhodišče in želeni cilj pričujočega zbornika – z razumevanjem situacije pognati,"
        " potisniti naprej tleče protislovnosti migracijskega režima.",
        "Iz uvodnika",
    ),
    pdf=Pdf(f"{SITE}/assets/ogledalo.pdf", "Ogledalo: Vratarji Evrope", 142, 8_300_000),
    url=f"{SITE}/ogledalo",
    published_on=date(2026, 10, 2),
)
JOURNAL = Item(
    kind="journal",
    language="en",
    title="Flows of Racism and Exploitation. Transnational Migrants Coordination Journal",
    summary="The new issue of the journal of the Transnational Migrants Coordination.",
    pdf=Pdf(f"{SITE}/assets/flows.pdf", "Flows of Racism and Exploitation", 24, 640_000),
    published_on=date(2026, 9, 14),
)
ABOUT = Item(
    kind="page",
    language="sl",
    title="O nas",
    body_html="<p>Številna pričevanja begunk in beguncev kažejo na nezakonita in nasilna verižna vračanja.</p>",
    url=f"{SITE}/o-nas",
    published_on=date(2026, 9, 1),
)


def document(template: str, language: str, blocks: tuple[Item, ...], **changes: str) -> Document:
    texts = {
        "subject": "A statement",
        "preheader": "What happened, and what we demand.",
        "intro": "",
        "list_name": LIST_NAMES.get(language, "News"),
        "web_version_url": f"{SITE}/mail/abc?lang={language}&v=1",
    } | changes
    return Document(
        template=template,
        language=language,
        blocks=blocks,
        brand=BRAND,
        subject=texts["subject"],
        preheader=texts["preheader"],
        intro_html=rich_text_of(texts["intro"]),
        list_name=texts["list_name"],
        web_version_url=texts["web_version_url"],
    )


STATEMENT_EN = document("statement", "en", (SHIPWRECK,), subject="600 people are missing")
STATEMENT_AR = document(
    "statement", "ar", (SHIPWRECK_AR,), subject="ستمئة مهاجر مفقودون", preheader="ما حدث، وما نطالب به."
)
BULLETIN_SL = document(
    "bulletin",
    "sl",
    (SHIPWRECK, HOUSING, PROJECT, MIRROR, ABOUT),
    subject="Novembrski bilten",
    preheader="Brodolom, stanovanja, nov projekt in zbornik.",
    intro="Pozdravljeni, [[recipient_name|bralke in bralci]]!\n\n"
    "V tej številki pišemo o brodolomu in o stanovanjih.",
)
BULLETIN_AR = document(
    "bulletin",
    "ar",
    (SHIPWRECK_AR, HOUSING, PROJECT, JOURNAL),
    subject="نشرة نوفمبر",
    preheader="غرق قارب، والسكن، ومشروع جديد.",
    intro="مرحبًا [[recipient_name|بك]]!\n\nنكتب في هذا العدد عن منظمة Alarm Phone وعن السكن.",
)
STATEMENT_FA = document("statement", "fa", (SHIPWRECK,), subject="بیانیه", preheader="آنچه روی داد.")
CONFIRMATIONS = {
    language: SubscriptionDocument(language=language, brand=BRAND, list_name=name)
    for language, name in LIST_NAMES.items()
}

DEEP = 5_000
STRANGE = (
    "",
    "no html",
    "<p>" * DEEP + "deep",
    "<p></div></p></p><td>x",
    "<p style='color:;;}{'>x",
    f"<p style='width:{'calc(' * DEEP}'>x",
    f"<p style='color:{'rgb(' * DEEP}'>x",
    f"<style>{'@media screen{' * DEEP}</style>",
    f"<style>{'p{' * DEEP}</style>",
    f"<style>@media {'(' * DEEP}{{p{{color:red}}}}</style>",
    f"<style>{':not(' * DEEP}{{color:red}}</style>",
    f"<style>{'a ' * DEEP}{{color:red}}</style>",
    "<style>{color:red} , {color:red} @media{} @media; ;</style><p>x",
    "<style>"
    + "".join(f".a{number} p{{color:#eee}}" for number in range(1_000))
    + "</style>"
    + "<p>x</p>" * 1_000,
)
"""Html that nobody writes, and that must not be the end of a check."""
