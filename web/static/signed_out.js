/* A session that has ended: before a form is sent, the page asks to sign in over itself, so that what was written and
   chosen stays where it is. Without it, the answer shows what was written, and leads back to the form. What sends by
   itself goes on in the session of another tab. */
(function () {
  "use strict";
  const LIVE = "X-Bilten-Live";
  const WRITTEN = "input:not([type=hidden]), textarea, select";
  // In the language of the page, and not of the browser
  const headers = { "HX-Request": "true", "Accept-Language": document.documentElement.lang };
  let asking = null;
  let allowed = null;
  let isChecking = false;

  function ask(path, options) {
    return fetch(path, Object.assign({ headers: headers }, options)).catch(() => undefined);
  }

  /** "signed-in", "cancelled", or "no-answer". Whoever asks meanwhile gets the same. */
  window.askToSignIn = function () {
    asking = asking || openDialog().finally(() => (asking = null));
    return asking;
  };

  async function openDialog() {
    const dialog = document.createElement("dialog");
    dialog.className = "dialog";
    dialog.setAttribute("aria-labelledby", "sign-in-over");
    await fillFromServer(dialog);
    if (!dialog.childElementCount) {
      return "no-answer";
    }
    document.body.append(dialog);
    const before = document.activeElement;
    return new Promise(function (resolve) {
      dialog.addEventListener("close", function () {
        dialog.remove();
        if (before instanceof HTMLElement) {
          takeFocusBack(before);
        }
        resolve(dialog.returnValue === "signed-in" ? "signed-in" : "cancelled");
      });
      dialog.showModal();
    });
  }

  // The browser has given it back already; but in a rich text Chromium hears no typing before it comes anew.
  function takeFocusBack(field) {
    field.blur();
    field.focus();
  }

  async function fillFromServer(dialog) {
    const answer = await ask("/sign-in");
    if (answer && answer.headers.get(LIVE) === "sign-in") {
      fill(dialog, await answer.text());
    }
  }

  function fill(dialog, html) {
    dialog.innerHTML = html;
    for (const form of dialog.querySelectorAll("form")) {
      form.addEventListener("submit", function (event) {
        if (event.submitter && event.submitter.formMethod === "dialog") {
          return; // closes it
        }
        event.preventDefault();
        signIn(dialog, event.target);
      });
    }
    dialog.querySelector("[autofocus]").focus();
  }

  async function signIn(dialog, form) {
    const body = new URLSearchParams(new FormData(form));
    for (const button of form.querySelectorAll("button")) {
      button.disabled = true; // until its answer is here
    }
    const answer = await ask(form.action, { method: "POST", body: body });
    const mark = answer && answer.headers.get(LIVE);
    if (mark === "signed-in") {
      goOn(dialog, await answer.text());
    } else if (mark === "sign-in") {
      fill(dialog, await answer.text());
    } else {
      await fillFromServer(dialog);
    }
  }

  function goOn(dialog, html) {
    takeSession(read(html));
    dialog.close("signed-in");
  }

  /** Somebody has signed in again in another tab. False where that is somebody else, who has typed nothing here, or
      where what was refused had that session's token. */
  window.goOnSignedIn = function (html, refusedToken) {
    const given = read(html);
    const isSame = given.person.dataset.person === document.getElementById("signed-in-as").dataset.person;
    if (!isSame || given.token === refusedToken) {
      return false;
    }
    takeSession(given);
    return true;
  };

  function read(html) {
    const given = document.implementation.createHTMLDocument("").body;
    given.innerHTML = html;
    return { token: given.querySelector("[name=form_token]").value, person: given.querySelector("#signed-in-as") };
  }

  // Every form of the page belongs to the new session from here on.
  function takeSession(given) {
    for (const field of document.querySelectorAll("input[name=form_token]")) {
      field.value = given.token;
    }
    document.getElementById("signed-in-as").replaceWith(given.person);
  }

  function isWritten(form) {
    const isSent = form.getAttribute("method") === "post" && form.closest("main");
    return isSent && form.querySelector("input[name=form_token]") && form.querySelector(WRITTEN);
  }

  async function check(form, submitter) {
    const answer = await ask("/account", { method: "HEAD" });
    const isOver = answer && answer.headers.get(LIVE) === "sign-in";
    if (!isOver || (await window.askToSignIn()) === "signed-in") {
      allowed = form;
      form.requestSubmit(submitter);
      allowed = null;
    }
  }

  document.addEventListener(
    "submit",
    function (event) {
      const form = event.target;
      if (form === allowed || !isWritten(form)) {
        return;
      }
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!isChecking) {
        isChecking = true;
        check(form, event.submitter).finally(() => (isChecking = false));
      }
    },
    true,
  );
})();
