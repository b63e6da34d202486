// Merge fields in a line (a subject): from a menu, put in where the cursor is.
import { icon } from "./icons";
import { menuButton } from "./menu";
import { readTexts } from "./texts";
import type { MergeField } from "./toolbar";

function insert(field: HTMLInputElement, value: string): void {
  const end = field.selectionEnd ?? field.value.length;
  field.setRangeText(value, field.selectionStart ?? end, end, "end");
  field.focus();
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

for (const field of document.querySelectorAll<HTMLInputElement>("input[data-merge-fields]")) {
  const name = readTexts().mergeField;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "editor-tool";
  button.title = name;
  button.setAttribute("aria-label", `${name}: ${field.labels?.[0]?.textContent?.trim() ?? ""}`);
  button.append(icon("merge-field"));
  const fields = JSON.parse(field.dataset.mergeFields ?? "[]") as MergeField[];
  const menu = menuButton(button, fields.map(({ label, value }) => ({ label, run: () => insert(field, value) })));
  const line = document.createElement("span");
  line.className = "line-with-menu";
  field.replaceWith(line);
  line.append(field, menu);
}
