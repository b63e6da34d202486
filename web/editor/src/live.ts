// Live parts of the composer (htmx): only an answer that is meant for them comes into the page.
import htmx, { type HtmxRequestCtx } from "htmx.org";
import { answered, isPassing, notSaved, sendAgain } from "./saving";

declare global {
  interface Window {
    /** Over the page (web/static/signed_out.js). */
    askToSignIn: () => Promise<"signed-in" | "cancelled" | "no-answer">;
    /** Whether the page has the session that the answer brought, of the same person. */
    goOnSignedIn: (html: string, refusedToken: string) => boolean;
  }
}

// What waited for an answer before it is sent with what that brought: the version that is saved now, a new session's token.
document.addEventListener("htmx:before:request", (event) => {
  const { sourceElement, request } = event.detail.ctx as HtmxRequestCtx;
  if (!(request.body instanceof FormData || request.body instanceof URLSearchParams)) return;
  for (const name of ["seen", "form_token"]) {
    const field = sourceElement.querySelector<HTMLInputElement>(`input[type=hidden][name=${name}]`);
    if (field) request.body.set(name, field.value);
  }
});
document.addEventListener("htmx:before:swap", (event) => {
  const ctx: HtmxRequestCtx = event.detail.ctx;
  const mark = ctx.response?.headers.get("X-Bilten-Live");
  if (mark === "yes") {
    answered(ctx);
    return;
  }
  // An error's page: everything stays in the form.
  event.preventDefault();
  if (mark === "sign-in") void signInFirst(ctx.sourceElement);
  else if (mark === "signed-in") goOn(ctx);
  else notSaved(ctx.sourceElement, isPassing(ctx));
});
// Signed in again in another tab: what was typed is sent once more, with the token that came.
function goOn({ sourceElement, request, text }: HtmxRequestCtx): void {
  const sent = request.body instanceof FormData || request.body instanceof URLSearchParams ? request.body.get("form_token") : "";
  const isMine = window.goOnSignedIn(text ?? "", String(sent));
  notSaved(sourceElement, false, isMine);
  if (isMine && sourceElement instanceof HTMLFormElement && "autosave" in sourceElement.dataset) sendAgain(sourceElement);
}
async function signInFirst(source: Element): Promise<void> {
  notSaved(source, false, true);
  const outcome = await window.askToSignIn();
  if (outcome === "signed-in" && source instanceof HTMLFormElement && "autosave" in source.dataset) sendAgain(source);
  if (outcome === "no-answer") notSaved(source, true);
}
// Both texts of a conflict stand at the end of what may be a long form.
document.addEventListener("htmx:after:swap", (event) => {
  const target = event.detail.ctx.sourceElement.getAttribute("hx-target");
  if (target) document.querySelector(target)?.querySelector(".conflict")?.scrollIntoView({ block: "nearest" });
});
document.addEventListener("htmx:error", (event) => notSaved(event.detail.ctx?.sourceElement, isPassing(event.detail.ctx)));
// What is said to whoever has no scripts is not shown, nor what only scripts can do before they are here.
document.documentElement.classList.add("has-scripts");
htmx.config.history = false;
htmx.config.includeIndicatorCSS = false;
