### What the scheduler reports to staff

scheduler-need-clock-back =
    The clock was wrong: on { $time } it was { $minutes } min behind the time that it had shown before. Whatever was
    waiting for a wrong time has been corrected, and sending continues; nothing was lost. A campaign that was due by the wrong
    clock may have been sent too early.
scheduler-need-clock-ahead =
    The clock jumped forward by { $minutes } min on { $time }. Nothing was lost. If it is wrong now, campaigns are
    sent too early: compare it with another clock.
scheduler-need-clock =
    The clock was wrong: on { $time } something was waiting for longer than Bilten ever waits. This has been
    corrected, and sending continues; nothing was lost.
scheduler-do-set-clock =
    Ask the people who run the server to check its clock: timedatectl shows whether it is synchronised, and bilten doctor
    shows its present state.
