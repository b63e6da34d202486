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
