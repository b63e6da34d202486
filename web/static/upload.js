/* Files by dropping and pasting them, and how far a large one has come. Without it, files are chosen and sent as ever. */
(function () {
  "use strict";
  const LARGE = 1000000;
  const EDITABLE = "textarea, [contenteditable], input:not([type=file]):not([type=radio]):not([type=checkbox])";

  function fits(input, file) {
    const name = file.name.toLowerCase();
    return input.accept.split(",").some((kind) => kind === file.type || (kind[0] === "." && name.endsWith(kind)));
  }

  // A list of files cannot be made, only taken from something that was dropped.
  function take(input, files) {
    const file = Array.from(files).find((each) => fits(input, each));
    if (!file) {
      return false;
    }
    const carrier = new DataTransfer();
    carrier.items.add(file);
    input.files = carrier.files;
    for (const event of ["input", "change"]) {
      input.dispatchEvent(new Event(event, { bubbles: true }));
    }
    return true;
  }

  for (const place of document.querySelectorAll(".upload")) {
    const input = place.querySelector("input[type=file]");
    place.addEventListener("dragover", function (event) {
      if (event.dataTransfer.types.includes("Files")) {
        event.preventDefault();
        place.classList.add("dragged");
      }
    });
    place.addEventListener("dragleave", function () {
      place.classList.remove("dragged");
    });
    place.addEventListener("drop", function (event) {
      place.classList.remove("dragged");
      if (event.dataTransfer.files.length) {
        event.preventDefault();
        take(input, event.dataTransfer.files);
      }
    });
  }

  // What is pasted while somebody writes belongs to the text.
  document.addEventListener("paste", function (event) {
    const at = document.activeElement || document.body;
    if (!event.clipboardData.files.length || at.closest(EDITABLE)) {
      return;
    }
    const section = at.closest("details.language, fieldset.language") || document;
    const open = Array.from(section.querySelectorAll(".upload input[type=file]")).filter((input) => input.offsetParent);
    if (open.some((input) => take(input, event.clipboardData.files))) {
      event.preventDefault();
    }
  });

  function size(form) {
    const inputs = Array.from(form.querySelectorAll("input[type=file]"));
    return inputs.reduce((sum, input) => sum + Array.from(input.files).reduce((all, file) => all + file.size, 0), 0);
  }

  function show(request, form) {
    if (new URL(request.responseURL).pathname !== new URL(form.action).pathname) {
      window.location.assign(request.responseURL);
      return;
    }
    document.open();
    document.write(request.responseText);
    document.close();
  }

  function send(form) {
    const request = new XMLHttpRequest();
    const status = document.createElement("p");
    const bar = document.createElement("progress");
    status.setAttribute("role", "status");
    status.textContent = form.dataset.uploading;
    bar.setAttribute("aria-label", form.dataset.uploading);
    bar.max = 1;
    form.append(status, bar);
    request.upload.addEventListener("progress", function (event) {
      bar.value = event.loaded / event.total;
    });
    request.addEventListener("load", function () {
      show(request, form);
    });
    // As without this script: the browser itself says what is wrong with the connection.
    request.addEventListener("error", function () {
      form.submit();
    });
    request.open("POST", form.action);
    request.send(new FormData(form));
  }

  let isSending = false;
  document.addEventListener("submit", function (event) {
    const form = event.target;
    if (event.defaultPrevented || !form.dataset.uploading || size(form) < LARGE) {
      return;
    }
    event.preventDefault();
    if (!isSending) {
      isSending = true;
      send(form);
    }
  });
})();
