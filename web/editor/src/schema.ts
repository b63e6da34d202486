// The schema: TipTap's extensions, one for each element of the list, with the list's attributes and no others.
import { Extension, Mark, type AnyExtension } from "@tiptap/core";
import { Blockquote } from "@tiptap/extension-blockquote";
import { Bold } from "@tiptap/extension-bold";
import { Document } from "@tiptap/extension-document";
import { HardBreak } from "@tiptap/extension-hard-break";
import { Heading } from "@tiptap/extension-heading";
import { HorizontalRule } from "@tiptap/extension-horizontal-rule";
import { Italic } from "@tiptap/extension-italic";
import { BulletList, ListItem, ListKeymap, OrderedList } from "@tiptap/extension-list";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Strike } from "@tiptap/extension-strike";
import { Table, TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
import { Text } from "@tiptap/extension-text";
import { Gapcursor, UndoRedo } from "@tiptap/extensions";
import { blocks, empty, isUsableLink, knownDirection, knownNumbering, marks } from "./elements";

const start = {
  default: 1,
  parseHTML: (element: HTMLElement) => Number.parseInt(element.getAttribute("start") ?? "1", 10) || 0,
  renderHTML: (attributes: Record<string, unknown>) => (attributes.start === 1 ? {} : { start: attributes.start }),
};

const type = {
  default: null,
  parseHTML: (element: HTMLElement) => knownNumbering(element.getAttribute("type")),
  renderHTML: (attributes: Record<string, unknown>) => (attributes.type ? { type: attributes.type } : {}),
};

// prosemirror-tables wants them; the list has none of them, and a cell is never joined with another.
const cell = {
  colspan: { default: 1, rendered: false, parseHTML: () => 1 },
  rowspan: { default: 1, rendered: false, parseHTML: () => 1 },
  colwidth: { default: null, rendered: false, parseHTML: () => null },
};

const Link = Mark.create({
  name: "link",
  priority: 1000,
  inclusive: false,
  addAttributes: () => ({ href: { default: "" } }),
  parseHTML: () => [{ tag: "a[href]", getAttrs: (node) => isUsableLink(node.getAttribute("href") ?? "") && null }],
  renderHTML: ({ HTMLAttributes }) => ["a", HTMLAttributes, 0],
});

const Superscript = Mark.create({
  name: "superscript",
  parseHTML: () => [{ tag: "sup" }],
  renderHTML: () => ["sup", 0],
});

const Subscript = Mark.create({
  name: "subscript",
  parseHTML: () => [{ tag: "sub" }],
  renderHTML: () => ["sub", 0],
});

const ofElement: Record<string, AnyExtension> = {
  p: Paragraph,
  h2: Heading.configure({ levels: [2, 3, 4] }).extend({
    parseHTML: () =>
      Object.entries({ h2: 2, h3: 3, h4: 4, h1: 2, h5: 4, h6: 4 }).map(([tag, level]) => ({ tag, attrs: { level } })),
  }),
  blockquote: Blockquote,
  ul: BulletList,
  ol: OrderedList.extend({ addAttributes: () => ({ start, type }) }),
  li: ListItem.extend({ content: "block+" }),
  table: Table.extend({
    renderHTML: ({ HTMLAttributes }) => ["table", HTMLAttributes, ["tbody", 0]],
    // No keyboard trap (WCAG 2.1.2): behind the last cell, Tab leads out, where TipTap's own would add a row.
    addKeyboardShortcuts() {
      return { ...this.parent?.(), Tab: () => this.editor.commands.goToNextCell() };
    },
  }).configure({ resizable: false }),
  tr: TableRow,
  th: TableHeader.extend({ addAttributes: () => cell }),
  td: TableCell.extend({ addAttributes: () => cell }),
  a: Link,
  strong: Bold,
  em: Italic,
  s: Strike,
  sup: Superscript,
  sub: Subscript,
  br: HardBreak,
  hr: HorizontalRule,
};

/** Elements that follow from others: headings are one node with a level, a table's parts follow from its rows. */
const implied: Record<string, string> = { h3: "h2", h4: "h2", thead: "table", tbody: "table" };

export function elements(): string[] {
  return [...Object.keys(blocks), ...Object.keys(marks), ...empty];
}

function listed(): AnyExtension[] {
  return elements()
    .filter((name) => !(name in implied))
    .map((name) => {
      const extension = ofElement[name];
      if (extension === undefined) throw new Error(`The editor cannot hold <${name}> of core/rich_text.json`);
      return extension;
    });
}

const Direction = Extension.create({
  name: "direction",
  addGlobalAttributes: () => [
    {
      types: Object.keys(blocks)
        .filter((name) => blocks[name]?.includes("dir") && name in ofElement)
        .map((name) => ofElement[name]!.name),
      attributes: {
        dir: {
          default: null,
          parseHTML: (element: HTMLElement) => knownDirection(element.getAttribute("dir")),
          renderHTML: (attributes: Record<string, unknown>) => (attributes.dir ? { dir: attributes.dir } : {}),
        },
      },
    },
  ],
});

export function extensions(): AnyExtension[] {
  return [Document, Text, ...listed(), Direction, ListKeymap, Gapcursor, UndoRedo];
}


