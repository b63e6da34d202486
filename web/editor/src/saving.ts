// What is typed is saved by itself: what nothing came of is tried again, and whoever leaves before that is asked.
import type { HtmxRequestCtx } from "htmx.org";

const pauses = [2, 5, 10, 20, 30]; // seconds until the next try; the last one goes on
const passing = [429, 500, 502, 503, 504]; // answers that may be others soon
const longest = 10_000; // milliseconds that somebody waits for an answer who goes on
const breath = 50; // milliseconds in which what waited for its turn begins

interface Saving {
  /** Counts what was typed, so that an answer is known to be of the latest. */
  typed: number;
  saved: number;
  pause: number;
  timer: number;
  /** Whether what was typed is on its way. */
  isSending: boolean;
}

const savings = new Map<HTMLFormElement, Saving>();
const holds = new WeakMap<HtmxRequestCtx, number>();
let left: EventTarget | null = null;

function savingOf(source: EventTarget | null | undefined): Saving | undefined {
  if (!(source instanceof HTMLFormElement) || !("autosave" in source.dataset)) return undefined;
  if (!savings.has(source)) savings.set(source, { typed: 0, saved: 0, pause: 0, timer: 0, isSending: false });
  return savings.get(source);
}

/** As if somebody had typed: with what stands in the form when its turn comes. */
export function sendAgain(form: HTMLFormElement): void {
  form.dispatchEvent(new Event("input", { bubbles: true }));
}

/** An answer that was meant for the page: saved, or refused with a reason that stands beside the form. */
export function answered(ctx: HtmxRequestCtx): void {
  const saving = savingOf(ctx.sourceElement);
  if (!saving) return;
  saving.pause = 0;
  if ((ctx.response?.status ?? 0) < 400) saving.saved = holds.get(ctx) ?? saving.saved;
}

/** `again`: whether it may go better soon. Everything stays in the form; what happens next is said beside it. */
export function notSaved(source: Element | undefined, again: boolean, isAsked = false): void {
  if (!(source instanceof HTMLElement) || source.dataset.notSaved === undefined) return;
  const selector = source.getAttribute("hx-target");
  const target = selector && document.querySelector(selector);
  const said = [source.dataset.notSaved];
  const saving = savingOf(source);
  if (saving && again) said.push(source.dataset.nextTry!.replace("%s", String(later(source as HTMLFormElement, saving))));
  else if (saving && !isAsked) said.push(source.dataset.pressSave!);
  if (target) target.textContent = said.join(" ");
}

/** Returns in how many seconds. */
function later(form: HTMLFormElement, saving: Saving): number {
  const seconds = pauses[saving.pause]!;
  window.clearTimeout(saving.timer);
  saving.timer = window.setTimeout(() => {
    saving.pause = Math.min(saving.pause + 1, pauses.length - 1);
    saving.timer = 0;
    sendAgain(form);
  }, seconds * 1000);
  return seconds;
}

export function isSending(form: HTMLFormElement): boolean {
  return savings.get(form)?.isSending ?? false;
}

export function unsavedForms(): HTMLFormElement[] {
  return [...savings].filter(([form, { typed, saved }]) => form.isConnected && typed !== saved).map(([form]) => form);
}

/** At once, and not after a pause. */
export function save(forms: HTMLFormElement[]): void {
  for (const form of forms) form.dispatchEvent(new Event("save"));
}

/** Until nothing of these is on its way or waits for its turn; within bounds, whatever came of it. */
export async function sent(forms: HTMLFormElement[]): Promise<void> {
  const end = Date.now() + longest;
  for (let quiet = 0; quiet < 2 && Date.now() < end; quiet = forms.some(isSending) ? 0 : quiet + 1) {
    await new Promise((resolve) => window.setTimeout(resolve, breath));
  }
}

export function isPassing(ctx: HtmxRequestCtx | undefined): boolean {
  return !ctx?.response || passing.includes(ctx.response.status);
}

document.addEventListener("input", ({ target }) => {
  const form = target instanceof Element ? target.closest("form") : null;
  const saving = savingOf(form);
  if (saving) saving.typed += 1;
}, { capture: true });
document.addEventListener("htmx:config:request", (event) => {
  const ctx: HtmxRequestCtx = event.detail.ctx;
  const saving = savingOf(ctx.sourceElement);
  if (!saving) return;
  holds.set(ctx, saving.typed);
  window.clearTimeout(saving.timer);
  saving.timer = 0;
});
function setSending(ctx: HtmxRequestCtx, isNow: boolean): void {
  const saving = savingOf(ctx.sourceElement);
  if (saving) saving.isSending = isNow;
}
document.addEventListener("htmx:before:request", ({ detail }) => setSending(detail.ctx, true));
document.addEventListener("htmx:finally:request", ({ detail }) => setSending(detail.ctx, false));
// A phone may never come back to what it hides.
document.addEventListener("visibilitychange", () => {
  if (document.hidden) save(unsavedForms());
});
window.addEventListener("online", () => {
  for (const [form, { timer }] of savings) if (timer) sendAgain(form);
});

// Who sends a form takes it along, and who takes what is saved instead has decided.
document.addEventListener("submit", (event) => (left = event.defaultPrevented ? null : event.target));
document.addEventListener("click", ({ target }) => {
  const form = target instanceof Element ? target.closest(".conflict a")?.closest("form") : null;
  if (form) left = form;
});
window.addEventListener("beforeunload", (event) => {
  const isUnsaved = unsavedForms().some((form) => form !== left);
  left = null;
  if (isUnsaved) event.preventDefault();
});
