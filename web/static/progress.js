/* Keeps the figures of a campaign's page fresh. Without it the page is whole; it only has to be reloaded by hand. */
(function () {
  "use strict";
  const panel = document.getElementById("progress");
  if (!panel || panel.dataset.live !== "yes") {
    return;
  }
  const SOON = 2000;
  const LATEST = 30000;
  const format = new Intl.NumberFormat(document.documentElement.lang);
  const bar = document.getElementById("bar");
  const pace = panel.querySelector("[data-pace]");
  const announce = panel.querySelector("[data-announce]");
  const moving = new Set(["scheduled", "preparing", "sending"]);
  let wait = SOON;

  function show(answer) {
    if (answer.status !== panel.dataset.status) {
      // Other buttons and words belong to another state: the server makes the page anew.
      if (!document.activeElement || !document.activeElement.closest("form")) {
        window.location.replace(window.location.pathname);
        return;
      }
      announce.textContent = answer.status_text;
    }
    for (const cell of panel.querySelectorAll("[data-number]")) {
      const value = answer.numbers[cell.dataset.number];
      cell.textContent = format.format(value);
      cell.parentElement.classList.toggle("none", value === 0);
    }
    if (bar) {
      bar.max = Math.max(answer.numbers.recipients, 1);
      bar.value = answer.settled;
    }
    if (pace) {
      pace.textContent = answer.pace || "";
      pace.hidden = !answer.pace;
    }
  }

  async function poll() {
    if (!document.hidden) {
      try {
        const response = await fetch(panel.dataset.url, { headers: { Accept: "application/json" } });
        if (response.status === 401) {
          return;
        }
        if (!response.ok) {
          throw new Error(String(response.status));
        }
        const answer = await response.json();
        show(answer);
        wait = moving.has(answer.status) ? SOON : LATEST;
        if (answer.is_final) {
          return;
        }
      } catch {
        wait = Math.min(wait * 2, LATEST);
      }
    }
    window.setTimeout(poll, wait);
  }

  window.setTimeout(poll, SOON);
})();
