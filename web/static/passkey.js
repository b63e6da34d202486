/* Passkeys (W3C Web Authentication): a button asks the device, and what that answers goes into the form around it, which
   is sent as any other. The button is there only where the browser knows passkeys. */
(function () {
  "use strict";
  if (!window.PublicKeyCredential || !navigator.credentials) {
    return;
  }
  document.documentElement.classList.add("knows-passkeys");
  let isAsking = false;

  function toBytes(text) {
    const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(plain, (sign) => sign.charCodeAt(0));
  }

  function toText(buffer) {
    const signs = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte));
    return btoa(signs.join("")).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  }

  function withBytes(credentials) {
    return (credentials || []).map((each) => Object.assign({}, each, { id: toBytes(each.id) }));
  }

  async function question(button) {
    const answer = await fetch(button.dataset.question, {
      method: "POST",
      body: new URLSearchParams({ form_token: button.form.elements.form_token.value }),
    });
    if (!answer.ok) {
      throw new Error(answer.status);
    }
    const asked = await answer.json();
    asked.challenge = toBytes(asked.challenge);
    return asked;
  }

  async function add(asked) {
    asked.user.id = toBytes(asked.user.id);
    asked.excludeCredentials = withBytes(asked.excludeCredentials);
    const made = await navigator.credentials.create({ publicKey: asked });
    return written(made, { attestationObject: toText(made.response.attestationObject) });
  }

  async function use(asked) {
    asked.allowCredentials = withBytes(asked.allowCredentials);
    const used = await navigator.credentials.get({ publicKey: asked });
    const handle = used.response.userHandle;
    return written(used, {
      authenticatorData: toText(used.response.authenticatorData),
      signature: toText(used.response.signature),
      userHandle: handle && handle.byteLength ? toText(handle) : null,
    });
  }

  function written(credential, response) {
    response.clientDataJSON = toText(credential.response.clientDataJSON);
    const id = toText(credential.rawId);
    return JSON.stringify({ id: id, rawId: id, type: credential.type, response: response });
  }

  async function answer(button) {
    const asked = await question(button);
    return button.dataset.passkey === "add" ? add(asked) : use(asked);
  }

  document.addEventListener("click", async function (event) {
    const button = event.target.closest("button[data-passkey]");
    if (!button || isAsking || !button.form.reportValidity()) {
      return;
    }
    const form = button.form;
    const failed = form.querySelector("[data-passkey-failed]");
    const field = button.closest("p").previousElementSibling;
    isAsking = true;
    failed.hidden = true;
    try {
      field.value = await answer(button);
      form.requestSubmit();
    } catch {
      failed.hidden = false; // cancelled, no passkey for this page, or no answer of the server
    } finally {
      isAsking = false;
    }
  });
})();
