# Sodelavci: ljudje, gesla, prijava, vloge.

staff-address-refused = »{ $address }« ni e-poštni naslov. Nihče ni bil dodan. Preverite naslov in poskusite znova.
staff-name-refused = Ime je prazno ali daljše od { $most } znakov. Nič ni bilo shranjeno. Vpišite ime, po katerem osebo poznajo sodelavci.
staff-audit-entries-changed = Med pečatenjem so bili iz revizijske sledi izbrisani zapisi. Nič ni bilo zapečateno; naslednji poskus bo čez minuto.
staff-language-refused = Strani za sodelavce v jeziku »{ $language }« ne obstajajo. Nič ni bilo shranjeno. Izberite enega od teh jezikov: { $known }.
staff-user-exists = Uporabniški račun z naslovom { $address } že obstaja. Nič se ni spremenilo. Uporabite ta račun ali drug naslov.
staff-user-unknown = Uporabnika z naslovom »{ $address }« ni. Nič se ni spremenilo. Preverite naslov.
staff-user-disabled = Račun osebe { $name } je onemogočen. Nič se ni spremenilo.
staff-user-deleted = Račun osebe { $name } je izbrisan. Nič se ni spremenilo. Če oseba spet dela tukaj, jo dodajte na novo.
staff-password-too-short = Geslo je krajše od { $least } znakov. Nič ni bilo shranjeno. Izberite daljše; dobra izbira so štiri ali pet nepovezanih besed.
staff-password-too-long = Geslo je daljše od { $most } znakov. Nič ni bilo shranjeno. Izberite krajše.
staff-password-like-the-person = Geslo je preveč podobno imenu ali naslovu osebe. Nič ni bilo shranjeno. Izberite takšno, ki z osebo nima nič skupnega.
staff-password-common = To geslo je lahko uganiti: je pogosto ali sledi vzorcu. Nič ni bilo shranjeno. Izberite štiri ali pet nepovezanih besed.
staff-password-present-wrong = Dosedanje geslo ni pravilno. Nič se ni spremenilo. Vpišite geslo, s katerim ste se prijavili.
staff-password-changed-meanwhile = Vaš račun je bil medtem spremenjen. Zdaj se ni spremenilo nič. Stran naložite znova.
staff-sign-in-refused = Naslov ali geslo ni pravilno. Preverite oboje in poskusite znova. Po desetih napačnih geslih je treba nekaj časa počakati, tudi s pravilnim geslom. Če ste prepričani, da je oboje pravilno, morda kdo ugiba vaše geslo: uporabite napravo, s katere ste se že kdaj prijavili, ali pa osebo, ki pri vas skrbi za Bilten, prosite za povezavo za prijavo.
staff-sign-in-wait = { $minutes ->
    [one] Z vaše povezave je bilo vnesenih preveč napačnih gesel ali kod. Nič se ni spremenilo. Poskusite znova čez { $minutes } minuto.
    [two] Z vaše povezave je bilo vnesenih preveč napačnih gesel ali kod. Nič se ni spremenilo. Poskusite znova čez { $minutes } minuti.
    [few] Z vaše povezave je bilo vnesenih preveč napačnih gesel ali kod. Nič se ni spremenilo. Poskusite znova čez { $minutes } minute.
   *[other] Z vaše povezave je bilo vnesenih preveč napačnih gesel ali kod. Nič se ni spremenilo. Poskusite znova čez { $minutes } minut.
  }
staff-sign-in-busy = Trenutno se prijavlja preveč ljudi hkrati. Nič se ni spremenilo. Poskusite znova čez trenutek.
staff-second-factor-refused = Koda ni pravilna, je prestara ali je že bila uporabljena. Nič se ni spremenilo. Počakajte na naslednjo kodo v aplikaciji in vpišite to. Po desetih napačnih kodah je treba nekaj časa počakati, tudi s pravilno kodo.
staff-second-factor-not-confirmed = Koda se ne ujema s tem ključem. Nič ni bilo shranjeno. Vpišite kodo, ki jo aplikacija zanj kaže zdaj; če spet ne bo sprejeta, preverite, ali je ura na telefonu točna.
staff-second-factor-late = Vpis kode je trajal predolgo ali pa je bilo geslo medtem spremenjeno. Nič se ni spremenilo. Prijavite se znova.
staff-second-factor-exists = Drugi dejavnik je že nastavljen. Nič se ni spremenilo.
staff-second-factor-gone = Drugega dejavnika ni več. Nič se ni spremenilo. Stran naložite znova.
staff-second-factor-none = Oseba { $name } nima drugega dejavnika. Nič se ni spremenilo.
staff-second-factor-first = Za vašo vlogo je drugi dejavnik zdaj obvezen. Nič še ni bilo shranjeno. Nastavite ga tukaj; kar ste vpisali, je ohranjeno in to shranite potem.
staff-second-factor-missing = Za vašo vlogo je drugi dejavnik zdaj obvezen. Nič ni bilo shranjeno. Najprej ga nastavite, nato to vpišite znova.
staff-reset-address-refused = »{ $address }« ni e-poštni naslov. Nič ni bilo poslano. Preverite ga in poskusite znova.
staff-reset-wait = { $minutes ->
    [one] Iz vašega omrežja je bilo preveč prošenj za novo geslo. Zdaj ni bilo poslano nič. Poskusite znova čez { $minutes } minuto.
    [two] Iz vašega omrežja je bilo preveč prošenj za novo geslo. Zdaj ni bilo poslano nič. Poskusite znova čez { $minutes } minuti.
    [few] Iz vašega omrežja je bilo preveč prošenj za novo geslo. Zdaj ni bilo poslano nič. Poskusite znova čez { $minutes } minute.
   *[other] Iz vašega omrežja je bilo preveč prošenj za novo geslo. Zdaj ni bilo poslano nič. Poskusite znova čez { $minutes } minut.
  }
staff-role-too-low = Vaša vloga tega ne dovoljuje. Nič se ni spremenilo. Za to prosite sodelavca, ki { $needed ->
    [admin] je skrbnik
    [approver] sme odobravati kampanje
    [sender] sme pošiljati kampanje
    [keeper] sme videti zaščitene sezname
   *[author] sme urejati kampanje
 }.
staff-roles-none = Izbrana ni nobena vloga. Nič se ni spremenilo. Označite vsaj eno; če nekdo ne dela več pri vas, onemogočite njegov račun.
staff-set-up-over = Skrbnik že obstaja, zato ta naslov ne velja več. Nič se ni spremenilo. Prijavite se ali vprašajte skrbnika.
staff-set-up-link-refused = Ta naslov ni veljaven, je prestar ali ga je zamenjal novejši. Nič se ni spremenilo. Na strežniku poženite »bilten init«, ki izpiše novega.
staff-user-oneself = To je vaš račun. Nič se ni spremenilo. Prosite drugega skrbnika; tako si nihče ne more pomotoma zapreti dostopa.
staff-user-last-administrator = { $name } je edini skrbnik, ki se lahko prijavi. Nič se ni spremenilo. Vlogo skrbnika najprej dodelite še komu.
staff-password-link-refused = Ta povezava ni veljavna, je že uporabljena, je prestara ali pa jo je zamenjala novejša. Nič se ni spremenilo. Za novo prosite skrbnika.

## What was done, in the audit log

staff-did-access-refused = Poskus zavrnjen
staff-did-address-suppressed = Naslov blokiran
staff-did-address-suppression_lifted = Blokada naslova preklicana
staff-did-audit-exported = Revizijska sled izvožena
staff-did-automation-added = Avtomatizacija ustvarjena
staff-did-automation-approved = Avtomatizacija odobrena
staff-did-automation-archive_taken = Arhiv označen kot znan
staff-did-automation-changed = Avtomatizacija spremenjena
staff-did-automation-turned_off = Avtomatizacija izklopljena
staff-did-automation-turned_on = Avtomatizacija vklopljena
staff-did-brand-saved = Podoba shranjena
staff-did-campaign-approved = Kampanja odobrena
staff-did-campaign-audience_chosen = Naslovniki izbrani
staff-did-campaign-block_added = Blok dodan
staff-did-campaign-block_changed = Blok spremenjen
staff-did-campaign-block_moved = Blok premaknjen
staff-did-campaign-block_removed = Blok odstranjen
staff-did-campaign-cancelled = Kampanja preklicana
staff-did-campaign-comment_reopened = Pripomba znova odprta
staff-did-campaign-comment_settled = Pripomba rešena
staff-did-campaign-commented = Pripomba zapisana
staff-did-campaign-correction_published = Popravek objavljen
staff-did-campaign-deleted = Osnutek izbrisan
staff-did-campaign-drafted = Osnutek kampanje ustvarjen
staff-did-campaign-duplicated = Kampanja podvojena
staff-did-campaign-edited = Kampanja urejena
staff-did-campaign-news_changed = Novica v kampanji spremenjena
staff-did-campaign-notice_removed = Obvestilo na spletni različici odstranjeno
staff-did-campaign-paused = Pošiljanje začasno ustavljeno
staff-did-campaign-recalled = Kampanja umaknjena
staff-did-campaign-redone = Sprememba ponovljena
staff-did-campaign-rehearsal_asked = Vaja naročena
staff-did-campaign-renamed = Kampanja preimenovana
staff-did-campaign-reopened = Kampanja je spet osnutek
staff-did-campaign-restored = Prejšnja različica obnovljena
staff-did-campaign-resumed = Pošiljanje nadaljevano
staff-did-campaign-scheduled = Kampanja načrtovana
staff-did-campaign-segment_changed = Segment kampanje spremenjen
staff-did-campaign-senders_chosen = Pošiljatelji izbrani
staff-did-campaign-sent_back = Kampanja vrnjena v popravek
staff-did-campaign-submitted = Kampanja oddana v odobritev
staff-did-campaign-template_chosen = Predloga izbrana
staff-did-campaign-tested = Poskusno sporočilo poslano
staff-did-campaign-undone = Sprememba razveljavljena
staff-did-campaign-unscheduled = Načrtovano pošiljanje preklicano
staff-did-campaign-variant_added = Jezik dodan
staff-did-campaign-variant_removed = Jezik odstranjen
staff-did-campaign-visibility_set = Določeno, kdo jo sme brati na spletu
staff-did-clicks-switched = Štetje klikov preklopljeno
staff-did-database-adopted = Podatkovna zbirka prevzeta
staff-did-delivery-opened = Odprto sporočilo določenega prejemnika
staff-did-doubt-decided = Odločeno o dvomljivi dostavi
staff-did-entry-brought_back = Novica vrnjena med prispele
staff-did-entry-skipped = Prispela novica preskočena
staff-did-export-granted = Izvoz zaščitenega seznama odobren
staff-did-export-refused = Izvoz zaščitenega seznama zavrnjen
staff-did-export-requested = Zaprošeno za izvoz zaščitenega seznama
staff-did-field-archived = Polje arhivirano
staff-did-field-changed = Polje spremenjeno
staff-did-field-created = Polje ustvarjeno
staff-did-field-deleted = Polje izbrisano
staff-did-field-opened = Polje spet v uporabi
staff-did-list-archived = Seznam arhiviran
staff-did-list-changed = Seznam spremenjen
staff-did-list-closed = Seznam zaprt za prijave
staff-did-list-created = Seznam ustvarjen
staff-did-list-deleted = Seznam izbrisan
staff-did-list-languages_set = Jeziki seznama določeni
staff-did-list-opened = Seznam odprt
staff-did-list-sign_up_form_set = Obrazec za prijavo določen
staff-did-media-deleted = Datoteka izbrisana
staff-did-news-deleted = Novica izbrisana
staff-did-news-edited = Novica urejena
staff-did-news-file_declined = Sprememba iz datoteke zavrnjena
staff-did-news-file_taken = Sprememba iz datoteke prevzeta
staff-did-news-imported = Novica uvožena
staff-did-news-joined = Jezikovne različice novice združene
staff-did-news-readmitted = Novica spet dovoljena
staff-did-news-separated = Jezikovne različice novice ločene
staff-did-news-version_restored = Prejšnja različica novice obnovljena
staff-did-news-withdrawn = Novica umaknjena
staff-did-news-written = Novica napisana
staff-did-refused-sent_again = Znova poslano zavrnjenim
staff-did-register-changed = Evidenca dejavnosti obdelave spremenjena
staff-did-retention-run = Brisanje po starosti zagnano
staff-did-segment-changed = Segment spremenjen
staff-did-segment-created = Segment ustvarjen
staff-did-segment-deleted = Segment izbrisan
staff-did-sender-bounces_set = Naslov za zavrnjena sporočila določen
staff-did-sender-changed = Pošiljatelj spremenjen
staff-did-sender-complaint_dismissed = Pritožba ovržena
staff-did-sender-complaint_taken = Pritožba upoštevana
staff-did-sender-created = Pošiljatelj ustvarjen
staff-did-sender-limited = Pošiljatelj omejen
staff-did-sender-mail_read = Nejasno poročilo prebrano
staff-did-sender-renamed = Pošiljatelj preimenovan
staff-did-sender-resumed = Pošiljatelj spet pošilja
staff-did-sender-tested = Pošiljatelj preizkušen
staff-did-source-changed = Vir novic spremenjen
staff-did-source-connected = Vir novic povezan
staff-did-source-stopped = Vir novic ustavljen
staff-did-source-token_renewed = Naslov za novice zamenjan
staff-did-source-watched = Mapa se spremlja
staff-did-subscriber-corrected = Podatki naročnika popravljeni
staff-did-subscriber-erased = Podatki naročnika izbrisani
staff-did-subscriber-evidence_taken = Dokazilo o privolitvi izdano
staff-did-subscriber-exported = Podatki naročnika izročeni
staff-did-subscriber-fields_filled = Polja naročnika izpolnjena
staff-did-subscriber-merged = Naročnika združena
staff-did-subscriber-readdressed = Naslov naročnika spremenjen
staff-did-subscriber-unsubscribed = Naročnik odjavljen
staff-did-subscriber-unsubscribed_from_all = Naročnik odjavljen od vsega
staff-did-subscribers-exported = Naročniki izvoženi
staff-did-subscribers-import_begun = Uvoz začet
staff-did-subscribers-import_undo_begun = Razveljavljanje uvoza začeto
staff-did-subscribers-import_undone = Uvoz razveljavljen
staff-did-subscribers-imported = Naročniki uvoženi
staff-did-suppressions-pulled = Ponudnikov seznam blokiranih prebran
staff-did-tag-created = Oznaka ustvarjena
staff-did-tag-deleted = Oznaka izbrisana
staff-did-tag-put = Oznaka dodeljena
staff-did-tag-taken = Oznaka odvzeta
staff-did-template-library_in_use = V uporabi je Biltenova predloga
staff-did-template-put_in_use = Predloga v uporabi
staff-did-template-saved = Predloga shranjena
staff-did-topic-archived = Tema arhivirana
staff-did-topic-changed = Tema spremenjena
staff-did-topic-created = Tema ustvarjena
staff-did-topic-deleted = Tema izbrisana
staff-did-topic-opened = Tema spet v uporabi
staff-did-user-added = Sodelavec dodan
staff-did-user-deleted = Račun izbrisan
staff-did-user-disabled = Račun onemogočen
staff-did-user-enabled = Račun omogočen
staff-did-user-let_in = Povezava za prijavo ustvarjena
staff-did-user-locked = Račun zaklenjen
staff-did-user-password_change_refused = Sprememba gesla zavrnjena
staff-did-user-password_changed = Geslo spremenjeno
staff-did-user-password_link = Povezava za geslo ustvarjena
staff-did-user-password_reset_asked = Zaprošeno za novo geslo
staff-did-user-password_set = Geslo nastavljeno
staff-did-user-profile_changed = Ime ali jezik spremenjen
staff-did-user-recovery_code_used = Obnovitvena koda uporabljena
staff-did-user-recovery_codes_renewed = Nove obnovitvene kode ustvarjene
staff-did-user-role_changed = Vloge spremenjene
staff-did-user-second_factor_refused = Drugi dejavnik zavrnjen
staff-did-user-second_factor_removed = Drugi dejavnik odstranjen
staff-did-user-second_factor_set_up = Drugi dejavnik nastavljen
staff-did-user-sees_protected_readers = Dovoljen vpogled v zaščitene sezname
staff-did-user-sees_protected_readers_no_more = Vpogled v zaščitene sezname odvzet
staff-did-user-set_up = Prvi skrbnik ustvarjen
staff-did-user-sign_in_refused = Prijava zavrnjena
staff-did-user-signed_in = Prijava
staff-did-user-signed_out = Odjava
staff-did-user-unlocked = Račun odklenjen
