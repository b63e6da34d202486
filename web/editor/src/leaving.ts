// Going on from the composer by its own links and buttons: what was typed is saved first, so that nobody is asked and
// nothing is lost; and a form is not sent while what was typed in it is on its way, which would look like somebody else's.
import { isSending, save, sent, unsavedForms } from "./saving";

let released: HTMLFormElement | null = null;

function isOwnWay(link: HTMLAnchorElement, event: MouseEvent): boolean {
  const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  const isHere = link.pathname === location.pathname && link.search === location.search && link.hash !== "";
  const leavesPage = !link.target && !link.download && link.origin === location.origin && !isHere;
  return isPlain && leavesPage && !link.closest(".conflict");
}

document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
  if (event.defaultPrevented || !link || !isOwnWay(link, event)) return;
  const forms = unsavedForms();
  if (forms.length === 0) return;
  event.preventDefault();
  save(forms);
  void sent(forms).then(() => location.assign(link.href));
});

function isLive(form: HTMLFormElement): boolean {
  return form.hasAttribute("hx-post") && !("autosave" in form.dataset);
}

document.addEventListener("submit", (event) => {
  const form = event.target as HTMLFormElement;
  if (form === released || event.defaultPrevented || isLive(form)) return;
  const others = unsavedForms().filter((other) => other !== form);
  if (others.length === 0 && !isSending(form)) return;
  const { submitter } = event;
  event.preventDefault();
  event.stopImmediatePropagation();
  save(others);
  void sent([form, ...others]).then(() => {
    released = form;
    form.requestSubmit(submitter);
    released = null;
  });
}, { capture: true });
