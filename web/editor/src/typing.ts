// How one writes: each block runs the way its letters do, merge fields stand out, and the keys lead out again wherever they lead in.
import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";

const mergeField = /\[\[[^[\]\n]*\]\]/g;

function shown(doc: Node): DecorationSet {
  const decorations: Decoration[] = [];
  doc.descendants((node, position) => {
    if (!node.isText) return;
    for (const match of node.text!.matchAll(mergeField)) {
      const start = position + match.index;
      decorations.push(Decoration.inline(start, start + match[0].length, { class: "editor-field" }));
    }
  });
  doc.descendants((node, position) => {
    if (node.attrs.dir) return false;
    const isList = node.type.name === "bulletList" || node.type.name === "orderedList";
    if (!isList && !node.isTextblock) return true;
    decorations.push(Decoration.node(position, position + node.nodeSize, { dir: "auto" }));
    return false;
  });
  return DecorationSet.create(doc, decorations);
}

/**
 * Only shown, and no part of the text: which way a block runs by its letters (a stored text names a direction where a
 * person or a paste has chosen one), and what is a merge field.
 */
export const Shown = Extension.create({
  name: "shown",
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      state: {
        init: (_, state) => shown(state.doc),
        apply: (transaction, previous) =>
          transaction.docChanged ? shown(transaction.doc) : previous,
      },
      props: {
        decorations(state) {
          return this.getState(state);
        },
      },
    }),
  ],
});

/** Alt+F10 leads to the tools. */
export const Keys = Extension.create<{ toTools: () => void }>({
  name: "keys",
  priority: 1000,
  addOptions: () => ({ toTools: () => undefined }),
  addKeyboardShortcuts() {
    return {
      "Alt-F10": () => {
        this.options.toTools();
        return true;
      },
    };
  },
});
