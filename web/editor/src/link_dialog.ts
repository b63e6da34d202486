// The dialog of a link: it takes what the server takes, and says at once what the server would refuse.
import type { Editor } from "@tiptap/core";
import { isUsableLink, typedLink } from "./elements";
import { focused } from "./focused";
import type { Texts } from "./texts";

let count = 0;

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, string>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** Opens at the link where the cursor is. Outside of the form around the editor, since it has one of its own. */
export function openLinkDialog(editor: Editor, texts: Texts): void {
  const id = `editor-link-${(count += 1)}`;
  const before = String(editor.getAttributes("link").href ?? "");
  const field = element("input", { id, type: "text", inputmode: "url", autocomplete: "url", dir: "ltr", "aria-describedby": `${id}-error` });
  const error = element("p", { id: `${id}-error`, class: "wrong", role: "alert" });
  const cancel = element("button", { type: "button", class: "quiet" }, texts.cancel);
  const remove = element("button", { type: "button", class: "quiet" }, texts.linkRemove);
  const buttons = element("p", { class: "actions" }, element("button", { type: "submit", class: "primary" }, texts.linkSave));
  if (before) buttons.append(remove);
  buttons.append(cancel);
  const label = element("label", { for: id }, texts.linkAddress);
  const form = element("form", { novalidate: "" }, element("p", { class: "field" }, label, field), error, buttons);
  const dialog = element("dialog", { class: "dialog", "aria-label": texts.link }, form);
  field.value = before;

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const address = typedLink(field.value);
    if (!isUsableLink(address)) {
      error.textContent = texts.linkWrong;
      field.setAttribute("aria-invalid", "true");
      field.focus();
      return;
    }
    dialog.close();
    setLink(editor, address);
  });
  remove.addEventListener("click", () => {
    dialog.close();
    focused(editor).extendMarkRange("link").unsetMark("link").run();
  });
  cancel.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    dialog.remove();
    editor.view.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  field.select();
}

function setLink(editor: Editor, href: string): void {
  const { empty } = editor.state.selection;
  if (empty && !editor.isActive("link")) {
    focused(editor).insertContent({ type: "text", text: href.replace(/^mailto:|^tel:/, ""), marks: [{ type: "link", attrs: { href } }] }).run();
  } else {
    focused(editor).extendMarkRange("link").setMark("link", { href }).run();
  }
}
