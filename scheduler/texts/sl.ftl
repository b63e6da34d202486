### What the scheduler has to tell staff.

scheduler-need-clock-back =
    Ura je bila napačna: { $time } je bila { $minutes } min za časom, ki ga je kazala prej. Kar je čakalo na
    napačen čas, je popravljeno in pošiljanje se nadaljuje; nič ni izgubljeno. Kampanja, ki je bila na vrsti po napačni uri,
    je bila morda poslana prezgodaj.
scheduler-need-clock-ahead =
    Ura je { $time } skočila naprej za { $minutes } min. Nič ni izgubljeno. Če je zdaj napačna, se kampanje
    pošiljajo prezgodaj: primerjajte jo z drugo uro.
scheduler-need-clock =
    Ura je bila napačna: { $time } je nekaj čakalo dlje, kot Bilten kadar koli čaka. To je popravljeno in pošiljanje
    se nadaljuje; nič ni izgubljeno.
scheduler-do-set-clock =
    Prosite osebo, ki skrbi za strežnik, naj preveri njegovo uro: timedatectl pokaže, ali je usklajena, bilten doctor
    pa njeno trenutno stanje.
