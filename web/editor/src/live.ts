// Live parts of the composer (htmx): only an answer that is meant for them comes into the page.
import htmx, { type HtmxRequestCtx } from "htmx.org";

/** An error's page, the sign-in or no answer at all: said beside the form, in which everything stays. */
function notSaved(source: Element | undefined): void {
  if (!(source instanceof HTMLElement)) return;
  const selector = source.getAttribute("hx-target");
  const target = selector && document.querySelector(selector);
  if (target) target.textContent = source.dataset.notSaved ?? "";
}

document.addEventListener("htmx:before:swap", (event) => {
  const ctx: HtmxRequestCtx = event.detail.ctx;
  if (ctx.response?.headers.get("X-Bilten-Live")) return;
  event.preventDefault();
  notSaved(ctx.sourceElement);
});
document.addEventListener("htmx:error", (event) => notSaved(event.detail.ctx?.sourceElement));
// What is said to whoever has no scripts.
for (const element of document.querySelectorAll<HTMLElement>(".without-scripts")) element.hidden = true;
htmx.config.history = false;
htmx.config.includeIndicatorCSS = false;
