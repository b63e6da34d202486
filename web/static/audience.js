/* Counts an audience again, or estimates a segment, when something of it is changed; where an estimate says little, everybody
   is counted after it. Without it there is a button that does the same. */
(function () {
  "use strict";
  const form = document.getElementById("audience");
  const counts = document.getElementById("counts");
  const PAUSE = 500;
  let timer = 0;
  let isCounting = false;
  let outdated = "";

  function show(text) {
    const page = new DOMParser().parseFromString(text, "text/html");
    const fresh = page.getElementById("counts");
    if (fresh) {
      const problem = page.getElementById("refusal");
      counts.replaceChildren(...(problem ? [problem] : []), ...fresh.childNodes);
    }
  }

  // One at a time: each counts everybody on the lists.
  async function count(step) {
    if (isCounting) {
      outdated = step;
      return;
    }
    isCounting = true;
    outdated = "";
    counts.setAttribute("aria-busy", "true");
    const fields = new URLSearchParams(new FormData(form));
    fields.set("step", step);
    try {
      const answer = await fetch(form.action, { method: "POST", body: fields, redirect: "error" });
      show(await answer.text());
    } catch {
      // Signed out or offline: the button says so.
    }
    counts.removeAttribute("aria-busy");
    isCounting = false;
    if (outdated) {
      count(outdated);
    } else if (!step.startsWith("count")) {
      follow();
    }
  }

  function follow() {
    const button = counts.querySelector("[data-follows]");
    if (button) {
      count(button.value);
    }
  }

  if (form && counts) {
    form.addEventListener("change", function (event) {
      window.clearTimeout(timer);
      timer = window.setTimeout(count, PAUSE, event.target.dataset.step || form.dataset.step);
    });
    follow();
  }
})();
