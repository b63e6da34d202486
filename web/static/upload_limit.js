/* Does not send a form whose files are larger together than the server takes: nothing that was typed is lost, and
   nobody waits for an upload in vain. Without it the server says the same, when everything has come. */
(function () {
  "use strict";
  const EACH_MEGABYTE = 1000000;

  function megabytesIn(form) {
    let bytes = 0;
    for (const field of form.querySelectorAll("input[type=file]")) {
      for (const file of field.files) {
        bytes += file.size;
      }
    }
    return bytes / EACH_MEGABYTE;
  }

  // Before whoever else sends it.
  document.addEventListener(
    "submit",
    function (event) {
      const notice = event.target.querySelector("[data-most-megabytes]");
      if (!notice) {
        return;
      }
      const isTooLarge = megabytesIn(event.target) >= Number(notice.dataset.mostMegabytes);
      notice.hidden = !isTooLarge;
      if (isTooLarge) {
        event.preventDefault();
        event.stopImmediatePropagation();
        notice.focus();
      }
    },
    true
  );
})();
