/* Counts down the time in which a campaign can still be taken back. Without it the page says how long that was when
   it was made, and the button is there as long. */
(function () {
  "use strict";
  const panel = document.getElementById("undo");
  if (!panel) {
    return;
  }
  const seconds = Number(panel.dataset.seconds);
  const timer = panel.querySelector("[role=timer]");
  const bar = panel.querySelector("progress");
  const button = panel.querySelector("button");
  // By a clock that nobody sets.
  const end = performance.now() + seconds * 1000;

  function stop() {
    panel.querySelector("[data-over]").hidden = false;
    panel.querySelector(".undo-time").hidden = true;
    bar.hidden = true;
    if (button) {
      // A page with nothing in hand is made anew by progress.js when sending begins.
      button.blur();
      button.hidden = true;
    }
  }

  function tick() {
    const left = Math.max(0, Math.ceil((end - performance.now()) / 1000));
    timer.textContent = Math.floor(left / 60) + ":" + String(left % 60).padStart(2, "0");
    bar.value = left;
    if (left > 0) {
      window.setTimeout(tick, 250);
    } else {
      stop();
    }
  }

  tick();
})();
