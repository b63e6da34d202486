"""Vocabulary of answers: notes in which somebody wants no mail, and cells that say yes or no and nothing else.

Pure. In the languages of `consent_words`, and folded like there. Nobody can list all of them: what looks like
answers in a column that nobody knows is asked about (`csv_answers`), whatever words its title has.
"""

import re

from subscribers.consent_words import StemPattern, fold, words_of

_GOODBYE = re.compile(
    r" (?:"
    r"(?:not|t|never|no longer) (?:to )?(?:be )?(?:want|wish|interest|consent|agree|contacted|bother|disturb)"
    r"|not to (?:receive|get|be)|no (?:more |further )?(?:e ?)?(?:mails?|contact|newsletters?|mailings?)(?= )"
    r"|no longer (?:e?mail|receiv|read|subscri|here|with us|work|a member)|never (?:again|e?mail|write)"
    r"|lost interest"
    r"|(?:do not|don t|dont|please stop|stop) (?:e ?)?(?:mail|send|writ|contact)"
    r"|(?:request\w*|ask\w*|want\w*|wish\w*) (?:\w+ ){0,2}(?:remov|delet|eras|unsub)"
    r"|removal request|erasure|be forgotten"
    r"|please (?:remov|delet|eras|unsub)|right to object|objects? to|objected|hard ?bounce|bounces|bounced [0-9]"
    r"|undeliver|(?:invalid|dead|bad|wrong) (?:e ?mail|address)|returned mail|mail returned|mailbox full"
    r"|spam compl|complained|(?:as|is) spam|deceased|passed away|has died|died(?= )|dnm(?= )"
    r"|left the (?:org|assoc|list|group|party|union)"
    r"|withdr\w+ (?:\w+ ){0,2}(?:consent|permission)|(?:consent|permission) (?:\w+ ){0,2}(?:withdr|revok|expir)"
    r"|ne (?:bi |ji |mu |jim |ga |jo |vec |nam |me ){0,2}(?:zel|pis|posilj|poslj|obves|kontakt|prejem|nadlegu)"
    r"|(?:noce|nocejo|nocem)(?= )|ne vec|ne zanima|ni (?:vec )?(?:zainteres|clan)|izbris|umrl|izstop|odpoved|zavrn"
    r"|pokojn(?:i|a|o|ega|ik|ica)(?= )"
    r"|brez (?:e )?post|samo (?:po )?post|post only|naslov ne|vraca se|posta se vraca|vrnjen\w* post|ugovar"
    r"|nicht (?:mehr )?(?:\w+ )?(?:anschreib|kontakt|schreib|schick|send|interess|erwunscht)|kein interesse"
    r"|kein\w* (?:e ?)?(?:mails?|post|werbung|newsletter|kontakt)"
    r"|moe?chte nicht|moe?chte kein|will nicht|will kein"
    r"|verstorben|gekundigt|ausgetret|austritt|kundigung|loschung|unzustellbar"
    r"|non (?:\w+ )?(?:vuol|vogli|desider|inviar|scriver|contatt|interess)|cancellazione|decedut"
    r"|ne (?:\w+ )?(?:veut|veux|souhait|desir)|n est plus interess|pas interess|plus interess|decede"
    r"|demand\w* (?:de |la )*suppression"
    r"|no (?:\w+ )?(?:quier|dese|enviar|molest|interes|escrib)|fallecid"
    r"|ne (?:\w+ )?(?:salj|slati|javlj|prima)|nije (?:vise )?zainteres|preminu|umro(?= )|brisanje"
    r"|nem (?:\w+ )?(?:ker|akar|kivan|erdekel)|elhunyt|torles"
    r")"
)
"""In free text, where words begin: stems that are found across words would find too much."""


def is_goodbye(text: str) -> bool:
    """Whether a note says that somebody wants no mail, has left, or cannot be reached any more."""
    return _GOODBYE.search(f" {' '.join(words_of(text))} ".replace(" e mail", " email")) is not None


def _folded(*lines: str) -> frozenset[str]:
    return frozenset(fold(word) for line in lines for word in line.split())


_DENIALS = _folded(
    "no nope not n ne nein nie nej non nem ni nima nema never false stop quit declined refused rejected denied",
    "withdrawn revoked expired cancelled canceled inactive disabled invalid unverified unconfirmed unsubscribed",
    "optedout optout blocked bounced lapsed archived deleted removed paused suspended muted nomail noemail dnm",
    "nosend dne bounce excluded dead deceased left gone neaktiven neaktivna neaktivno neaktivni",
    "neveljaven neveljavna neprijavljen",
    "zavrnil zavrnila zavrnjeno zavrača preklical preklicala preklicano poteklo potekla potekel izbrisan",
    "odstranjen izstopil izstopila umrl umrla abgelehnt widerrufen gekündigt inaktiv ungültig gesperrt",
    "ausgetreten rifiutato revocato scaduto refusé révoqué expiré rechazado revocado vencido odbijeno odbio",
    "odbila neaktivan elutasítva لا کلا غیر خیر نه ندارد не",
)
"""As a whole cell, beside marks."""
_UNSURE = _folded("pending unknown none either sometimes maybe off f")
_YES = _folded(
    "yes y true t x on ok okay ja da oui si sí igen да نعم بله آری agreed agree granted given accepted allowed",
    "confirmed subscribed active enabled valid verified optedin optin always aktiven aktivna aktivno",
    "prijavljen prijavljena naročen naročena veljaven soglaša potrjen potrjena aktiv gültig erteilt attivo",
    "valido actif valide activo aktivan",
)
_CROSSES = frozenset("✗✘❌☒")
_MARKS = _CROSSES | frozenset("✓✔☑✅☐×+")


def is_denial(cell: str) -> bool:
    """Whether a cell says no, and nothing else."""
    return fold(cell) in _DENIALS or _is_mark(cell, _CROSSES)


def is_answer(cell: str) -> bool:
    """Whether a cell says yes, no or one of the few words that stand for them, and nothing else; no number."""
    return _is_mark(cell, _MARKS) or fold(cell) in _YES or is_denial(cell) or is_unsure(cell)


def _is_mark(cell: str, marks: frozenset[str]) -> bool:
    """Some have a second sign that nobody sees, which makes them a picture."""
    stripped = cell.strip()
    return 0 < len(stripped) <= 2 and not marks.isdisjoint(stripped)


def is_unsure(cell: str) -> bool:
    """An answer that is neither yes nor no."""
    return fold(cell) in _UNSURE


UNTIL = StemPattern(
    "|until| |till| |til| |do| |expir |end| |ends| |ended| |ending| |valid| |bis| |ablauf |abgelaufen |ende|",
    "|fine|",
    "|scad |fino| |jusqu |fin| |hasta| |vence |caduc |velja| |veljavnost| |potece| |potek| |poteka| |konec|",
    "|vazi|",
    "|istek| |istice| |lejar |vege|",
)
"""In a title: its column says when something ends, and that may be the consent."""
HARMLESS = StemPattern(
    "|id| |ids| |uuid| |guid| |nr| |st| |stev| |stevilka| |stevilo| |number| |num| |count| |rating| |points|",
    "|score| |gmtoff| |dstoff| |latitude| |longitude| |gender| |sex| |spol| |geschlecht| |sesso| |sexe| |sexo|",
    "|initial| |initials| |copies| |izvodov| |city| |kraj| |mesto| |obcina| |town| |village| |ort| |stadt|",
    "|ville|",
    "|citta| |ciudad| |grad| |place| |country| |drzava| |cc| |land| |pays| |paese| |pais| |province| |region|",
    "|regija| |pokrajina| |name| |ime| |priimek| |surname| |firstname| |lastname| |middlename| |nachname|",
    "|vorname| |nom| |prenom| |cognome| |apellido| |language| |lang| |jezik| |sprache| |langue| |lingua| |idioma|",
    "|locale| |timezone| |zip| |postcode| |plz| |phone |telefon |birth",
)
"""In a title: its cells may look like answers (1, NO for Norway, F) and are none."""
ABOUT_MAIL = StemPattern(
    "mail news novic obves bilten bulletin subscri naroc |list |seznam |post poslj posilj aktiv activ valid verif",
    "|notif |inform |allow |accept |agree |ok| optin consent soglas prefer deliver recept",
)
"""In a title: what is harmless elsewhere need not be so here."""
