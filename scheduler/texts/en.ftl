### What the scheduler has to tell staff.

scheduler-need-clock-back =
    The clock was wrong: on { $time } it turned out to be { $minutes } min behind what it had said before. What waited
    for a wrong time has been put right, and mail goes on; nothing was lost. A campaign that fell due by the wrong
    clock may have gone out too early.
scheduler-need-clock-ahead =
    The clock jumped forward by { $minutes } min on { $time }. Nothing was lost. If it is wrong now, campaigns go out
    too early: compare it with another clock.
scheduler-need-clock =
    The clock was wrong: on { $time } something was found to wait for longer than Bilten ever waits. It has been put
    right, and mail goes on; nothing was lost.
scheduler-do-set-clock =
    Ask whoever runs the server to look at its clock: timedatectl says whether it is synchronised, and bilten doctor
    how it stands now.
