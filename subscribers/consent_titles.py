"""Vocabulary of titles: which columns ask whether somebody wants mail, so that a yes under them is a yes.

Pure. Every word of such a title must stand here, and no word here turns a question round: nothing that means no,
until, former or stop. One word that nobody knows (`Newsletter verweigert`) makes the column one that nobody knows.
"""

import re
from functools import lru_cache

from subscribers.consent_words import fold, words_of

_SPLIT = re.compile(r"\b(e|opt) (?=mail|post|novi|newsletter|bilten|in\b)")


def _folded(*lines: str) -> frozenset[str]:
    return frozenset(fold(word) for line in lines for word in line.split())


_QUESTIONS = _folded(
    "newsletter newsletters enewsletter emailing ebilten news bulletin mailing mailings consent consents",
    "permission optin subscribe subscribed subscriber wants wishes agrees agreed accepts receives consented",
    "novice enovice novic enovic novicke novička enovičke bilten biltena soglasje soglasja soglaša privolitev",
    "privolitve dovoljenje naročen naročena naročnik obveščanje obvestila prijavljen prijavljena prejemanje",
    "einwilligung zustimmung erlaubnis rundbrief abonniert consenso permesso autorizzazione iscritto bollettino",
    "consentement autorisation lettre infolettre abonné consentimiento permiso autorización boletín suscrito",
    "suglasnost saglasnost privola pristanak dozvola vijesti vesti pretplaćen сагласност пристанак вести билтен",
    "hozzájárulás beleegyezés engedély hírlevél nieuwsbrief toestemming согласие рассылка",
    "الموافقة موافقة النشرة رضایت خبرنامه",
)
"""One of these must stand in it. 1 and 0 answer it."""
_STATUSES = _folded(
    "status state stanje subscription subscriptions member membership active frequency list lists",
    "članstvo članstva član članica naročnina naročnine prijava prijave pogostost aktiven aktivna seznam seznami",
    "mitglied mitgliedschaft häufigkeit aktiv abonnement abo frequenza iscrizione stato fréquence statut",
    "frecuencia estado suscripción učestalost pretplata stanja",
)
"""The same, but numbers under it are codes that each system makes up."""
_BESIDE_THEM = _folded(
    "email emails gdpr the a an our your my we us i you to for of about and or by is has have does would",
    "like receive get want wish agree accept may contact marketing double current given dano podano",
    "za po v na k se s z je in ali bi radi rada rad želi želim želite prejema prejemati prejemam strinja strinjam",
    "strinjate naš naše naša vaš vaše epošto epošta epošte epošti pošiljanje pošiljanja obveščati",
    "für zur zum per möchte möchten erhalten empfangen den die das der und ich",
    "desidera ricevere la il le per vuole souhaite veut recevoir les par pour desea quiere recibir el por para",
    "primati prima želi putem жели примати",
)
"""May stand beside one of those."""


@lru_cache(maxsize=1_000)
def asks_for_consent(title: str) -> bool:
    """Whether a yes or a 1 under it says that somebody wants mail."""
    title_words = _title_words(title)
    return not title_words.isdisjoint(_QUESTIONS) and title_words <= _QUESTIONS | _BESIDE_THEM


@lru_cache(maxsize=1_000)
def asks_for_status(title: str) -> bool:
    """Whether an affirmative word under it says so."""
    title_words = _title_words(title)
    return not title_words.isdisjoint(_STATUSES) and title_words <= _QUESTIONS | _STATUSES | _BESIDE_THEM


def _title_words(title: str) -> frozenset[str]:
    """e-mail and opt-in are one word each; mail and pošta alone may come with the postman."""
    return frozenset(_SPLIT.sub(r"\1", " ".join(words_of(title))).split())
