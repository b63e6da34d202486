# Sodelavci: ljudje, gesla, prijava, vloge.

staff-address-refused = »{ $address }« ni e-poštni naslov. Nihče ni bil dodan. Preverite naslov in poskusite znova.
staff-name-refused = Ime je prazno ali daljše od { $most } znakov. Nihče ni bil dodan. Vpišite ime, po katerem osebo poznajo sodelavci.
staff-language-refused = Strani za sodelavce v jeziku »{ $language }« ne obstajajo. Nihče ni bil dodan. Izberite enega od teh jezikov: { $known }.
staff-user-exists = Uporabniški račun z naslovom { $address } že obstaja. Nič se ni spremenilo. Uporabite ta račun ali drug naslov.
staff-password-too-short = Geslo je krajše od { $least } znakov. Nič ni bilo shranjeno. Izberite daljše; dobro se obnesejo štiri ali pet nepovezanih besed.
staff-password-too-long = Geslo je daljše od { $most } znakov. Nič ni bilo shranjeno. Izberite krajše.
staff-password-like-the-person = Geslo je mogoče razbrati iz imena ali naslova osebe. Nič ni bilo shranjeno. Izberite takšno, ki z osebo nima nič skupnega.
staff-password-common = To geslo bi bilo uganjeno med prvimi: je pogosto ali sledi preprostemu vzorcu. Nič ni bilo shranjeno. Izberite štiri ali pet nepovezanih besed.
staff-sign-in-refused = Naslov in geslo se ne ujemata. Preverite oboje in poskusite znova. Po desetih neuspelih poskusih ostane račun nekaj časa zaklenjen, tudi za pravilno geslo; v tem primeru počakajte nekaj minut ali se obrnite na skrbnika.
staff-role-too-low = Vaša vloga tega ne dovoljuje. Nič se ni spremenilo. Za to prosite sodelavko ali sodelavca, ki { $needed ->
    [admin] je skrbnik
    [approver] lahko potrjuje kampanje
   *[editor] lahko ureja kampanje
 }.
