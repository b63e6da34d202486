"""Vocabulary of answers: what a whole cell says, in the languages of files. Pure; folded like `consent_words`.

Nobody can list all words in which people say no. So nothing rests on these lists being complete: what is neither a
yes nor a no of theirs is asked about (`csv_answers`). What they lack costs a question, never somebody's no.
"""

import re
from enum import Enum, auto
from functools import lru_cache

from subscribers.bare_words import is_bare
from subscribers.consent_words import fold


class Answer(Enum):
    YES = auto()
    NO = auto()
    EMPTY = auto()
    UNKNOWN = auto()


def _folded(*lines: str) -> frozenset[str]:
    """Separated by commas where there is one, else by spaces."""
    return frozenset(
        fold(phrase) for line in lines for phrase in (line.split(",") if "," in line else line.split())
    )


PLAIN_YES = _folded(
    "yes y yep yeah true t x on ok okay da ja jah jaa oui si sì sí sim igen tak ano áno evet po kyllä joo jā taip",
    "да так ναι כן نعم أجل بله آری 是 はい 예 네",
    "yes please,yes thanks,yes I agree,I agree,da prosim,da hvala,ja bitte,ja gerne,oui volontiers,sí por favor",
)
PLAIN_NO = _folded(
    "no nope n na false f off none never null nil nan ne nein nicht nie non nao não nee hayır nej nei ei en",
    "eikä",
    "nem nu nima nema не нет нема ні όχι לא لا كلا کلا خیر نه ندارد 否 いいえ 아니요",
)
_NOTHING = _folded(
    "not nothing nikoli nobenega nobeno nobena nobeden nobene nič brez nikada nikad ništa kein keine",
    "keinen niemals mai nessuno nessuna aucun aucune jamais rien nunca ninguno ninguna nada nenhum nenhuma",
    "ninguém",
    "nooit geen asla kurrë aldrig aldri koskaan kunagi mitte soha niciodată nigdy żaden nikdy žádný",
    "никад никада никогда ніколи ποτέ أبدا هرگز هیچ",
    "no thanks,no thank you,thanks no,not interested,hvala ne,ne hvala,nein danke,non merci,merci non,no gracias",
    "no grazie,nee bedankt,nej tak,nei takk,nej tack,nie dziękuję,não obrigado,não obrigada,nem köszönöm,nē",
)
_AGREED = _folded(
    "agree agreed granted given accepted allowed consented optedin optin subscribed confirmed active enabled",
    "member",
    "soglaša soglašam strinja strinjam privolil privolila naročen naročena naročeno naročnik naročnica",
    "prijavljen prijavljena prijavljeno potrjen potrjena potrjeno aktiven aktivna aktivno aktivan član članica",
    "erteilt zugestimmt eingewilligt angemeldet aktiv bestätigt mitglied acconsento accettato iscritto iscritta",
    "attivo attiva accepté abonné abonnée inscrit inscrite actif active aceptado suscrito suscrita activo activa",
    "pretplaćen pretplaćena pristaje marketingcontact",
)
_HOW_OFTEN = _folded(
    "daily weekly biweekly fortnightly monthly quarterly yearly annually always dnevno tedensko mesečno",
    "četrtletno",
    "letno vedno täglich wöchentlich monatlich vierteljährlich jährlich quotidiano settimanale mensile",
    "trimestrale",
    "quotidien hebdomadaire mensuel trimestriel diario semanal mensual trimestral mensal tjedno mjesečno nedeljno",
    "godišnje wekelijks maandelijks",
    "every day,every week,every month,once a week,once a month,vsak dan,vsak teden,vsak mesec",
    "enkrat na teden,enkrat na mesec,enkrat tedensko,enkrat mesečno,einmal im Monat,jede Woche,jeden Monat",
)
_DENIED = _folded(
    "stop quit declined refused rejected denied withdrawn revoked expired cancelled canceled inactive disabled",
    "invalid unverified unconfirmed unsubscribed unsubscribe unsub optedout optout blocked blocklisted",
    "blacklisted",
    "bounced bounce lapsed archived deleted removed paused suspended muted nomail noemail nosend excluded dead",
    "deceased left gone cleaned suppressed complained complaint spam junk abuse dnm dne nonmarketingcontact",
    "neaktiven neaktivna neaktivno neveljaven neveljavna neprijavljen odjavljen odjavljena odjavljeno zavrnil",
    "zavrnila zavrnjeno zavrača preklical preklicala preklicano poteklo potekla potekel izbrisan izbrisana",
    "odstranjen izpisan izpisana izključen izključena izstopil izstopila umrl umrla črtan črtana",
    "noče nočem nočejo neče abgelehnt abgemeldet",
    "widerrufen",
    "gekündigt inaktiv ungültig gesperrt ausgetreten rifiutato revocato scaduto refusé révoqué expiré rechazado",
    "revocado vencido odbijeno odbio odbila neaktivan elutasítva",
    "do not mail,do not email,do not contact,do not send,not subscribed,no email,no mail,no newsletter,by bounces",
    "reported spam,unreachable,undeliverable",
    "hard bounce,hard bounced,non subscribed,never subscribed,opted out of email,marked as spam",
)
YES = PLAIN_YES | _AGREED | _HOW_OFTEN
NO = PLAIN_NO | _NOTHING | _DENIED
_TICKS = frozenset("✓✔☑✅")
_CROSSES = frozenset("✗✘❌☒")
_DATE = re.compile(
    r"(?P<year>\d{4})(?P<between>[-/.])\s?(?P<month>\d{1,2})(?P=between)\s?(?P<day>\d{1,2})\.?"
    r"|(?P<first>\d{1,2})(?P<sign>[-/.])\s?(?P<second>\d{1,2})(?P=sign)\s?(?:\d{4}|\d{2})\.?"
    r"|(?:19|20)\d\d(?P<mm>\d\d)(?P<dd>\d\d)"
)
_TIME = re.compile(
    r"(?:T\d{4}(?:\d{2})?|(?:T|,?\s+)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?)"
    r"\s*(?:[AaPp]\.?[Mm]\.?)?\s*(?:Z|UTC|GMT|CES?T|[+-](?:0\d|1[0-4]):?[0-5]\d)?"
)
_MONTHS = range(1, 13)
_DAYS = range(1, 32)


@lru_cache(maxsize=10_000)
def read_answer(cell: str, *, has_codes: bool = True) -> Answer:
    """`has_codes`: 1 is a yes and 0 a no. 2, -1 and the like are neither: each system and each survey counts in
    its own way."""
    stripped = cell.strip()
    if not stripped:
        return Answer.EMPTY
    if has_codes and stripped in ("0", "1"):
        return Answer.YES if stripped == "1" else Answer.NO
    word = fold(stripped) if is_bare(stripped) else ""
    if word in YES or _is_mark(stripped, _TICKS):
        return Answer.YES
    return Answer.NO if word in NO or _is_mark(stripped, _CROSSES) else Answer.UNKNOWN


def is_lone_mark(cell: str) -> bool:
    """x, which is a tick here and a cross there: it answers only where nothing else does."""
    return cell.strip().lower() == "x"


def is_denial(cell: str) -> bool:
    """Whether a cell says that somebody left or is not written to, in a word that no name or place is; it may
    stand beside a year."""
    return fold(cell).strip("0123456789") in _DENIED


def is_moment(cell: str) -> bool:
    """One date, with or without a time, and nothing else: a period has ended. 0000-00-00 is none."""
    stripped = cell.strip()
    date = _DATE.match(stripped)
    if date is None or not _is_day(date):
        return False
    return date.end() == len(stripped) or _TIME.fullmatch(stripped, date.end()) is not None


def _is_day(date: re.Match[str]) -> bool:
    """Day and month may stand in either order where the year is the last."""
    numbers = [int(number) for number in date.group("month", "day", "mm", "dd", "first", "second") if number]
    orders = [numbers, numbers[::-1]] if date["first"] else [numbers]
    return any(month in _MONTHS and day in _DAYS for month, day in orders)


def _is_mark(cell: str, marks: frozenset[str]) -> bool:
    """Some have a second sign that nobody sees, which makes them a picture."""
    return cell.removesuffix("\ufe0f") in marks
