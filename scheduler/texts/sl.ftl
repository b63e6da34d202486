### What the scheduler has to tell staff.

scheduler-need-clock-back =
    Ura je bila napačna: { $time } se je izkazalo, da je { $minutes } min za tem, kar je kazala prej. Kar je čakalo na
    napačen čas, je popravljeno in pošta gre naprej; nič ni izgubljeno. Kampanja, ki je bila na vrsti po napačni uri,
    je morda šla ven prezgodaj.
scheduler-need-clock-ahead =
    Ura je { $time } skočila naprej za { $minutes } min. Nič ni izgubljeno. Če je zdaj napačna, gredo kampanje ven
    prezgodaj: primerjajte jo s katero drugo uro.
scheduler-need-clock =
    Ura je bila napačna: { $time } je nekaj čakalo dlje, kot Bilten sploh kdaj čaka. To je popravljeno in pošta gre
    naprej; nič ni izgubljeno.
scheduler-do-set-clock =
    Prosite osebo, ki skrbi za strežnik, naj pogleda njegovo uro: timedatectl pove, ali je usklajena, bilten doctor pa,
    kako je z njo zdaj.
