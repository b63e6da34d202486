// The page of a sign-up that came from a busy network: ALTCHA's widget, and its worker as a file of its own, so that
// the policy of our pages needs no blob. Its words are ours, and it collects nothing.
import "altcha/external";

const form = document.querySelector<HTMLFormElement>("form[data-proof-of-work]");
const { worker, texts, language } = form?.dataset ?? {};
if (form && worker && texts && language && globalThis.isSecureContext) {
  globalThis.$altcha.algorithms.set("PBKDF2/SHA-256", () => new Worker(worker));
  globalThis.$altcha.i18n.set(language, JSON.parse(texts));
  const button = form.querySelector<HTMLButtonElement>("button[type=submit]");
  form.querySelector("altcha-widget")?.addEventListener("statechange", (event) => {
    if (button) button.disabled = (event as CustomEvent<{ state: string }>).detail.state !== "verified";
  });
  form.hidden = false;
}
