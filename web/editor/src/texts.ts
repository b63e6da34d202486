// What a person reads: it comes with the page, in the person's language, from the server's own texts.
const names = [
  "tools", "heading", "subheading", "bold", "italic", "link", "linkAddress", "linkSave", "linkRemove", "linkWrong", "cancel",
  "bullets", "numbers", "quotation", "table", "headerRow", "rowAfter", "columnAfter", "deleteRow", "deleteColumn", "deleteTable",
  "undo", "redo", "mergeField", "direction", "directionAuto", "directionLtr", "directionRtl", "picturesLeftOut", "filesLeftOut",
] as const;

export type Texts = Record<(typeof names)[number], string>;

/** Throws where the page lacks one: a button without a name is no button. */
export function readTexts(): Texts {
  const script = document.querySelector<HTMLScriptElement>("script[data-editor-texts]");
  const given = JSON.parse(script?.dataset.editorTexts ?? "{}") as Record<string, string>;
  for (const name of names) if (!given[name]) throw new Error(`The page has no text for ${name}`);
  return given as Texts;
}
