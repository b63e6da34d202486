// Progressive enhancement: each text field that asks for it becomes an editor; the field stays what is sent.
import { Editor, getSchema } from "@tiptap/core";
import { DOMParser as DocumentParser, type Node } from "@tiptap/pm/model";
import { directionOfLanguage, isUsableLink } from "./elements";
import { cleanPasted, htmlOfText } from "./paste";
import { extensions } from "./schema";
import "./counter";
import "./field_menu";
import "./leaving";
import "./live";
import "./move";
import { readTexts, type Texts } from "./texts";
import { buildToolbar, type MergeField } from "./toolbar";
import { Keys, Shown } from "./typing";

export { cleanPasted };
export { isUsableLink, typedLink } from "./elements";
export { elements } from "./schema";

const settle = 300; // milliseconds without a change until the field gets what was written

function parsed(html: string): Node {
  const holder = document.implementation.createHTMLDocument("").body;
  holder.innerHTML = html;
  return DocumentParser.fromSchema(getSchema(extensions())).parse(holder);
}

/** An editor of nothing but a text: for tests of what it holds. */
export function contentOf(html: string): Editor {
  return new Editor({ injectCSS: false, extensions: extensions(), content: parsed(html).toJSON() });
}

/** What the editor begins with: the stored text, or what the browser kept of this page before it was reloaded. */
function initialHtml(field: HTMLTextAreaElement, format: HTMLInputElement, host: HTMLElement): string {
  const isKept = field.value !== field.defaultValue && format.value === "html";
  return isKept ? field.value : (host.querySelector("template")?.innerHTML ?? "");
}

export function enhance(host: HTMLElement, texts: Texts): Editor {
  const field = host.querySelector("textarea")!;
  const format = host.querySelector<HTMLInputElement>(`input[name="${CSS.escape(`${field.name}_format`)}"]`)!;
  const given = { text: field.defaultValue, format: format.defaultValue };
  const direction = host.dataset.dir ?? "auto";
  const surface = document.createElement("div");
  const status = document.createElement("p");
  status.className = "editor-status";
  status.setAttribute("role", "status");
  const say = (text: string) => (status.textContent = text);
  const language = host.dataset.language ?? "";
  const around = direction === "auto" ? directionOfLanguage(language) : direction;

  const editor: Editor = new Editor({
    element: surface,
    injectCSS: false,
    enableInputRules: false, // "10. decembra" is a date
    enablePasteRules: false,
    extensions: [...extensions(), Shown, Keys.configure({ toTools: () => toolbar.focus() })],
    content: parsed(initialHtml(field, format, host)).toJSON(),
    editorProps: {
      attributes: { ...named(field), lang: language, dir: direction, class: "editor-text" },
      transformPastedHTML: (html) => {
        const pasted = cleanPasted(html, around, language);
        say(pasted.pictures > 0 ? texts.picturesLeftOut : "");
        return pasted.html;
      },
      clipboardTextParser: (text, $context, _plain, view) => {
        const holder = document.implementation.createHTMLDocument("").body;
        holder.innerHTML = cleanPasted(htmlOfText(text), around, language).html;
        return DocumentParser.fromSchema(view.state.schema).parseSlice(holder, { context: $context });
      },
      handlePaste: (_view, event) => {
        const text = event.clipboardData?.getData("text/plain").trim() ?? "";
        if (isUsableLink(text) && !editor.state.selection.empty) {
          return editor.chain().setMark("link", { href: text }).run();
        }
        return isOfFiles(event.clipboardData);
      },
      handleDrop: (_view, event) => isOfFiles(event.dataTransfer),
    },
  });
  function isOfFiles(data: DataTransfer | null): boolean {
    const isFiles = (data?.files.length ?? 0) > 0 && !data?.types.includes("text/html");
    if (isFiles) say(texts.filesLeftOut);
    return isFiles;
  }

  const toolbar = buildToolbar(editor, texts, mergeFields(host), editor.view.dom.id);
  host.append(toolbar.element, surface, status);
  replace(field, editor);
  keepField(editor, field, format, given);
  return editor;
}

/** What the field was called is what the editor is called. */
function named(field: HTMLTextAreaElement): Record<string, string> {
  const labels = [...field.labels];
  labels.forEach((label, number) => (label.id ||= `${field.id || field.name}-label-${number}`));
  const attributes: Record<string, string> = { role: "textbox", "aria-multiline": "true", spellcheck: "true" };
  if (field.id) attributes.id = field.id;
  else attributes.id = `${field.name}-editor`;
  if (labels.length > 0) attributes["aria-labelledby"] = labels.map(({ id }) => id).join(" ");
  for (const name of ["aria-describedby", "aria-invalid", "aria-errormessage"]) {
    const value = field.getAttribute(name);
    if (value !== null) attributes[name] = value;
  }
  if (field.required) attributes["aria-required"] = "true";
  return attributes;
}

/** The field is sent, and not shown: its label and links to it lead to the editor. */
function replace(field: HTMLTextAreaElement, editor: Editor): void {
  for (const label of field.labels) label.addEventListener("click", () => editor.commands.focus());
  field.removeAttribute("id");
  field.required = false;
  field.hidden = true;
}

function mergeFields(host: HTMLElement): MergeField[] {
  return JSON.parse(host.dataset.mergeFields ?? "[]") as MergeField[];
}

/** A text that is as it was is sent as it came, byte for byte. */
function keepField(
  editor: Editor,
  field: HTMLTextAreaElement,
  format: HTMLInputElement,
  given: { text: string; format: string },
): void {
  const before = parsed(field.closest<HTMLElement>("[data-rich-text]")?.querySelector("template")?.innerHTML ?? "");
  const initial = JSON.stringify(before.toJSON());
  let timer = 0;
  const write = () => {
    window.clearTimeout(timer);
    const isUnchanged = JSON.stringify(editor.getJSON()) === initial;
    const text = isUnchanged ? given.text : editor.getHTML();
    if (field.value === text) return;
    field.value = text;
    format.value = isUnchanged ? given.format : "html";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  editor.on("update", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(write, settle);
  });
  editor.on("blur", write);
  field.form?.addEventListener("submit", write, { capture: true });
  field.form?.addEventListener("formdata", ({ formData }) => {
    write();
    formData.set(field.name, field.value);
    formData.set(format.name, format.value);
  });
}

const hosts = document.querySelectorAll<HTMLElement>("[data-rich-text]");
if (hosts.length > 0) {
  const texts = readTexts();
  for (const host of hosts) enhance(host, texts);
}
