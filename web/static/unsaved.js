/* A form that is left with changes: the browser asks, and what was written can be brought back. It is kept for the
   person, in this tab and no longer (sessionStorage), until it is saved or somebody signs out; files are not kept.
   What is written beside an offer is kept, too, and what was offered is set aside for after it.
   Without it, what was not saved is gone, and the page says so. */
(function () {
  "use strict";
  const KEPT = "bilten-unsaved:";
  const SENT = "bilten-unsaved-sent";
  const RESTORED = "bilten-unsaved-restored";
  const SETTLED = 400;
  const storage = readStorage();
  if (!storage) {
    return;
  }

  // Browsers may be set to keep nothing.
  function readStorage() {
    try {
      return window.sessionStorage;
    } catch {
      return null;
    }
  }

  function keep(key, value) {
    try {
      storage.setItem(key, value);
    } catch {
      // It is full: the browser still asks.
    }
  }

  function forget(isMeant) {
    for (const key of Object.keys(storage)) {
      if (key.startsWith(KEPT) && isMeant(key)) {
        storage.removeItem(key);
      }
    }
  }

  // The page of somebody who has signed out, and that of what has just been saved.
  if (document.querySelector("[data-forget-unsaved=all]")) {
    forget(() => true);
  }
  if (document.querySelector("[data-forget-unsaved=sent]")) {
    storage.removeItem(storage.getItem(SENT));
  }
  storage.removeItem(SENT);

  const form = document.querySelector("form[data-unsaved]");
  if (!form) {
    return;
  }
  const ours = KEPT + form.dataset.unsaved + ":";
  const key = ours + new URL(form.action).pathname;
  const aside = key + ":aside";
  const offer = document.getElementById("unsaved");
  let offered = key;
  forget((other) => !other.startsWith(ours));

  function written() {
    return Array.from(new FormData(form)).filter(([name, value]) => typeof value === "string" && name !== "form_token");
  }

  const given = JSON.stringify(written());
  // What a refused form shows has not been saved either.
  const isTyped = form.dataset.isTyped === "yes";
  let isSending = false;
  let timer = 0;

  function isChanged() {
    return isTyped || JSON.stringify(written()) !== given;
  }

  // What is offered stays until somebody has decided about it, whatever is written beside it.
  function setAside() {
    if (!offer.hidden && offered === key) {
      keep(aside, storage.getItem(key));
      offered = aside;
    }
  }

  // Its turn, where nothing was written after it.
  function takeFromAside() {
    const older = storage.getItem(aside);
    if (older && !storage.getItem(key)) {
      keep(key, older);
      storage.removeItem(aside);
    }
  }

  function keepNow() {
    window.clearTimeout(timer);
    if (!offer.hidden && offered === key && !isChanged()) {
      return;
    }
    setAside();
    if (isChanged()) {
      keep(key, JSON.stringify(written()));
    } else {
      storage.removeItem(key);
    }
  }

  function bringBack(pairs) {
    const values = new Map(pairs);
    for (const field of form.elements) {
      if (field.type === "checkbox" || field.type === "radio") {
        field.checked = pairs.some(([name, value]) => name === field.name && value === field.value);
      } else if (values.has(field.name) && field.type !== "file") {
        field.value = values.get(field.name);
      }
    }
    for (const part of form.querySelectorAll("details")) {
      const fields = Array.from(part.querySelectorAll("input:not([type=hidden]), textarea, select"));
      part.open = part.open || fields.some((field) => values.get(field.name));
    }
  }

  takeFromAside();
  const kept = storage.getItem(key);
  if (kept && storage.getItem(RESTORED) === key) {
    bringBack(JSON.parse(kept));
  } else if (kept && !isTyped) {
    offer.hidden = false;
  }
  storage.removeItem(RESTORED);

  // Read anew, so that the editors begin with it.
  offer.querySelector("[data-bring-back]").addEventListener("click", function () {
    if (offered === aside) {
      const older = storage.getItem(aside);
      storage.removeItem(aside);
      if (isChanged()) {
        keep(aside, JSON.stringify(written()));
      }
      keep(key, older);
    }
    keep(RESTORED, key);
    isSending = true;
    window.location.reload();
  });
  offer.querySelector("[data-throw-away]").addEventListener("click", function () {
    storage.removeItem(offered);
    if (offered === key) {
      takeFromAside();
    }
    offer.hidden = offered === aside || !storage.getItem(key);
    form.querySelector("input:not([type=hidden]), textarea").focus();
  });

  form.addEventListener("input", function () {
    window.clearTimeout(timer);
    timer = window.setTimeout(keepNow, SETTLED);
  });
  form.addEventListener("submit", function () {
    setAside();
    keepNow();
    keep(SENT, key);
    isSending = true;
  });
  window.addEventListener("beforeunload", function (event) {
    if (!isSending && isChanged()) {
      event.preventDefault();
    }
  });
  window.addEventListener("pagehide", function () {
    if (!isSending) {
      keepNow();
    }
  });
  window.addEventListener("pageshow", function () {
    isSending = false;
  });
})();
