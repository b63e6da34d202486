/* Keeps an import's progress fresh. Without it the page is whole; it only has to be reloaded by hand. */
(function () {
  "use strict";
  const panel = document.getElementById("import-progress");
  if (!panel) {
    return;
  }
  const WAIT = 3000;

  async function look() {
    if (!document.hidden) {
      try {
        const response = await fetch(panel.dataset.url, { headers: { Accept: "text/html" } });
        const page = new DOMParser().parseFromString(await response.text(), "text/html");
        const fresh = page.getElementById("import-progress");
        if (!response.ok || !fresh) {
          window.location.reload();
          return;
        }
        panel.replaceChildren(...fresh.childNodes);
      } catch {
        // The server is away for a moment; the next look tells.
      }
    }
    window.setTimeout(look, WAIT);
  }

  window.setTimeout(look, WAIT);
})();
