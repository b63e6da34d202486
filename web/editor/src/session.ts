// A session that has ended: the sign-in is asked for over the page, and what waited to be saved goes out after it.
import { sendAgain } from "./saving";

const live = "X-Bilten-Live";
// In the language of the page, and not of the browser
const asked = { headers: { "HX-Request": "true", "Accept-Language": document.documentElement.lang } };
const waiting = new Set<HTMLFormElement>();
let dialog: HTMLDialogElement | undefined;

/** `source`: the form that was sent when nobody was signed in any more. Returns false where no answer came. */
export async function askToSignIn(source: Element | undefined): Promise<boolean> {
  if (source instanceof HTMLFormElement && "autosave" in source.dataset) waiting.add(source);
  if (dialog) return true;
  dialog = document.createElement("dialog");
  dialog.className = "editor-dialog";
  dialog.setAttribute("aria-labelledby", "sign-in-over");
  const shown = dialog;
  await show(shown);
  if (!shown.childElementCount) {
    dialog = undefined;
    return false;
  }
  document.body.append(shown);
  const before = document.activeElement;
  shown.addEventListener("close", () => {
    shown.remove();
    dialog = undefined;
    if (before instanceof HTMLElement) takeFocusBack(before);
  });
  shown.showModal();
  return true;
}

/** The browser has given it back already; but in a rich text Chromium hears no typing before it comes anew. */
function takeFocusBack(field: HTMLElement): void {
  field.blur();
  field.focus();
}

async function show(shown: HTMLDialogElement): Promise<void> {
  const answer = await fetch("/sign-in", asked).catch(() => undefined);
  if (answer?.headers.get(live) === "sign-in") fill(shown, await answer.text());
}

function fill(shown: HTMLDialogElement, html: string): void {
  shown.innerHTML = html;
  shown.querySelector("form")?.addEventListener("submit", (event) => {
    if ((event.submitter as HTMLButtonElement | null)?.formMethod === "dialog") return; // closes it
    event.preventDefault();
    void signIn(shown, event.target as HTMLFormElement);
  });
  shown.querySelector<HTMLElement>("[autofocus]")?.focus();
}

async function signIn(shown: HTMLDialogElement, form: HTMLFormElement): Promise<void> {
  const typed = new FormData(form) as unknown as Record<string, string>;
  const body = new URLSearchParams(typed);
  for (const button of form.querySelectorAll("button")) button.disabled = true; // until its answer is here
  const answer = await fetch(form.action, { ...asked, method: "POST", body }).catch(() => undefined);
  const mark = answer?.headers.get(live);
  if (answer && mark === "signed-in") goOn(shown, await answer.text());
  else if (answer && mark === "sign-in") fill(shown, await answer.text());
  else await show(shown);
}

/** Every form of the page belongs to the new session from here on. */
function goOn(shown: HTMLDialogElement, html: string): void {
  const given = document.implementation.createHTMLDocument("").body;
  given.innerHTML = html;
  const token = given.querySelector<HTMLInputElement>("[name=form_token]")?.value ?? "";
  shown.close();
  for (const field of document.querySelectorAll<HTMLInputElement>("input[name=form_token]")) field.value = token;
  document.getElementById("signed-in-as")?.replaceWith(given.querySelector("#signed-in-as") ?? "");
  const forms = [...waiting];
  waiting.clear();
  for (const form of forms) sendAgain(form);
}
