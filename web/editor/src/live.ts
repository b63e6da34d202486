// Live parts of the composer (htmx): only an answer that is meant for them comes into the page.
import htmx from "htmx.org/dist/htmx.esm.js";

interface Detail {
  ctx: { sourceElement: HTMLElement; target?: HTMLElement; response?: { headers: Headers } };
}

/** An error's page, the sign-in or no answer at all: said beside the form, in which everything stays. */
function notSaved({ ctx }: Detail): void {
  const target = document.querySelector(ctx.sourceElement.getAttribute("hx-target") ?? "");
  if (target) target.textContent = ctx.sourceElement.dataset.notSaved ?? "";
}

document.addEventListener("htmx:before:swap", (event) => {
  const detail = (event as CustomEvent<Detail>).detail;
  if (detail.ctx.response?.headers.get("X-Bilten-Live")) return;
  event.preventDefault();
  notSaved(detail);
});
document.addEventListener("htmx:error", (event) => notSaved((event as CustomEvent<Detail>).detail));
htmx.config.history = false;
htmx.config.includeIndicatorCSS = false;
