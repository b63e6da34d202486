"""Sending limits in the words of hosts that answer in their own language. Pure.

Nobody keeps lists of such replies, and hosts word them as they like: each line goes by the words for an amount and
for "used up". Its source is the page of a host in that country about its limit. Accents are taken off before the
words are looked for.
"""

from delivery.word_pattern import WordPattern, either_way_round, word_pattern

LIMIT_WORDS_ABROAD: tuple[WordPattern, ...] = (
    word_pattern(
        "Slovenian",
        either_way_round(
            r"omejit\w*|kvot\w*|limit\w*|(dovoljen|najvecj)\w* stevil\w*|stevil\w* sporocil",
            r"presez\w*|preseg\w*|dosez\w*|doseg\w*|porablj\w*|izcrpan\w*",
        )
        + r"|\bprevec (poslan\w* )?(sporocil|e-?post|prejemnik)",
        "https://www.hostko.com/email-policy/",
    ),
    word_pattern(
        "Croatian, Serbian",
        either_way_round(
            r"limit\w*|ogranicenj\w*|kvot\w*|broj\w* (poruka|mailova|e-?mailova)",
            r"prekorac\w*|premas\w*|dostign\w*|iskoristen\w*|potrosen\w*|prijed\w*|presao",
        )
        + r"|\bprevise (poslanih )?(poruka|mailova|e-?mail)",
        "https://helpdesk.dreamweb.rs/sr/baza-znanja/article/limiti-slanja-email-poruka",
    ),
    word_pattern(
        "German",
        either_way_round(
            r"\w*-?(limits?|kontingent\w*|quota|volumen)|(maximale|zulassige|zulaessige|erlaubte)\w* (an)?zahl",
            r"erreicht|ue?berschritten|ausgescho?e?pft|aufgebraucht|erscho?e?pft",
        )
        + r"|\bzu viele (e-?mails|mails|nachrichten|empfa?e?nger)",
        "https://help.wpspace.de/de/articles/10230817-postausgangskontrolle-mail-versand-limit-uberschritten",
    ),
    word_pattern(
        "Italian",
        either_way_round(
            r"limit[ei]|quota|numero massimo|soglia|massimo (di|numero)",
            r"superat\w*|raggiunt\w*|esaurit\w*|oltrepassat\w*",
        )
        + r"|\btropp[ie] (messaggi|e-?mail|mail|invii|destinatari)",
        "https://guide.shellrent.com/limiti-invio-email-web-hosting",
    ),
    word_pattern(
        "French",
        either_way_round(
            r"limites?|quotas?|plafond|nombre (maxim\w+|max|de (messages|mails|courriels|destinataires))",
            r"depass\w*|attein\w*|epuise\w*",
        )
        + r"|\btrop d(e |')(messages|mails|e-?mails|courriels|envois|destinataires|connexions)",
        "https://bentonow.com/smtp-errors/orange",
    ),
    word_pattern(
        "Spanish",
        either_way_round(
            r"limites?|cuota|numero maximo|maximo de", r"excedid\w*|superad\w*|alcanzad\w*|agotad\w*|sobrepasad\w*"
        )
        + r"|\bdemasiad[oa]s (correos|mensajes|e-?mails|envios|destinatarios)",
        "https://blog.silverpc.hu/2025/09/12/por-que-solo-puedo-enviar-15-emails-diarios-entiende-y-soluciona-este-limite",
    ),
)
