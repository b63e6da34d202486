// The toolbar (WAI-ARIA Authoring Practices): one stop for Tab, arrows walk in it (roving tabindex).
import type { Editor } from "@tiptap/core";
import { focused } from "./focused";
import { icon } from "./icons";
import { openLinkDialog } from "./link_dialog";
import { menuButton } from "./menu";
import type { Texts } from "./texts";

interface Tool {
  button: HTMLButtonElement;
  isPressed?: () => boolean;
  canRun?: () => boolean;
}

export interface MergeField {
  label: string;
  value: string;
}

export interface Toolbar {
  element: HTMLElement;
  focus: () => void;
}

export function buildToolbar(editor: Editor, texts: Texts, fields: MergeField[], controls: string): Toolbar {
  const element = document.createElement("div");
  element.className = "editor-tools";
  element.setAttribute("role", "toolbar");
  element.setAttribute("aria-label", texts.tools);
  element.setAttribute("aria-controls", controls);
  const tools: Tool[] = [];
  const chain = () => focused(editor);

  function tool(name: string, label: string, run: () => void, state: Omit<Tool, "button"> = {}): HTMLButtonElement {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "editor-tool";
    button.tabIndex = -1;
    button.setAttribute("aria-label", label);
    button.title = label;
    button.append(icon(name));
    button.addEventListener("click", () => {
      if (button.getAttribute("aria-disabled") !== "true") run();
    });
    tools.push({ button, ...state });
    return button;
  }
  function group(...members: HTMLElement[]): HTMLElement {
    const holder = document.createElement("span");
    holder.className = "editor-group";
    holder.append(...members);
    return holder;
  }
  const heading = (level: 2 | 3, name: string, label: string) =>
    tool(name, label, () => chain().toggleHeading({ level }).run(), { isPressed: () => editor.isActive("heading", { level }) });

  // Last, so that no other tool moves when the cursor enters a table
  const tableTools = group();
  const inTable = () => {
    tableTools.append(
      tool("header-row", texts.headerRow, () => chain().toggleHeaderRow().run(), {
        isPressed: () => editor.isActive("tableHeader"),
      }),
      tool("row-after", texts.rowAfter, () => chain().addRowAfter().run()),
      tool("column-after", texts.columnAfter, () => chain().addColumnAfter().run()),
      tool("delete-row", texts.deleteRow, () => chain().deleteRow().run()),
      tool("delete-column", texts.deleteColumn, () => chain().deleteColumn().run()),
      tool("delete-table", texts.deleteTable, () => chain().deleteTable().run()),
    );
    return tableTools;
  };
  element.append(
    group(heading(2, "heading", texts.heading), heading(3, "subheading", texts.subheading)),
    group(
      tool("bold", texts.bold, () => chain().toggleBold().run(), { isPressed: () => editor.isActive("bold") }),
      tool("italic", texts.italic, () => chain().toggleItalic().run(), { isPressed: () => editor.isActive("italic") }),
      tool("link", texts.link, () => openLinkDialog(editor, texts), { isPressed: () => editor.isActive("link") }),
    ),
    group(
      tool("bullets", texts.bullets, () => chain().toggleBulletList().run(), { isPressed: () => editor.isActive("bulletList") }),
      tool("numbers", texts.numbers, () => chain().toggleOrderedList().run(), { isPressed: () => editor.isActive("orderedList") }),
      tool("quotation", texts.quotation, () => chain().toggleBlockquote().run(), { isPressed: () => editor.isActive("blockquote") }),
      tool("table", texts.table, () => chain().insertTable({ rows: 2, cols: 2, withHeaderRow: true }).run(), {
        canRun: () => !editor.isActive("table"),
      }),
    ),
    group(
      ...(fields.length > 0
        ? [menuButton(
            tool("merge-field", texts.mergeField, () => undefined),
            fields.map(({ label, value }) => ({ label, run: () => chain().insertContent({ type: "text", text: value }).run() })),
          )]
        : []),
      menuButton(
        tool("direction", texts.direction, () => undefined),
        ([[null, texts.directionAuto], ["ltr", texts.directionLtr], ["rtl", texts.directionRtl]] as const).map(([dir, label]) => ({
          label,
          run: () => setDirection(editor, dir),
          isChosen: () => directionHere(editor) === dir,
        })),
      ),
    ),
    group(
      tool("undo", texts.undo, () => chain().undo().run(), { canRun: () => editor.can().undo() }),
      tool("redo", texts.redo, () => chain().redo().run(), { canRun: () => editor.can().redo() }),
    ),
    inTable(),
  );

  const update = () => {
    tableTools.hidden = !editor.isActive("table");
    for (const { button, isPressed, canRun } of tools) {
      if (isPressed) button.setAttribute("aria-pressed", String(isPressed()));
      if (canRun) button.setAttribute("aria-disabled", String(!canRun()));
    }
  };
  editor.on("transaction", update);
  update();
  return { element, focus: rove(element, tools.map(({ button }) => button)) };
}

/** Returns what gives the toolbar the focus: its button that had it last. */
function rove(element: HTMLElement, buttons: HTMLButtonElement[]): () => void {
  let current = buttons[0]!;
  const go = (button: HTMLButtonElement) => {
    current.tabIndex = -1;
    current = button;
    current.tabIndex = 0;
  };
  go(current);
  element.addEventListener("focusin", (event) => {
    const button = buttons.find((candidate) => candidate === event.target);
    if (button) go(button);
  });
  element.addEventListener("keydown", (event) => {
    const shown = buttons.filter((button) => button.offsetParent !== null);
    const at = shown.indexOf(event.target as HTMLButtonElement);
    if (at < 0) return;
    const isRightToLeft = getComputedStyle(element).direction === "rtl";
    const step = { ArrowRight: isRightToLeft ? -1 : 1, ArrowLeft: isRightToLeft ? 1 : -1 }[event.key];
    const next = event.key === "Home" ? 0 : event.key === "End" ? shown.length - 1 : step && (at + step + shown.length) % shown.length;
    if (next === undefined) return;
    shown[next]!.focus();
    event.preventDefault();
  });
  return () => (current.offsetParent === null ? buttons[0]! : current).focus();
}

/** The block that says the direction: a point or a cell speaks for its text, so that its sign stands right, too. */
function directionHere(editor: Editor): string | null {
  const { $from } = editor.state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const dir = $from.node(depth).attrs.dir as string | null | undefined;
    if (dir) return dir;
  }
  return null;
}

function setDirection(editor: Editor, dir: string | null): void {
  focused(editor)
    .command(({ tr, state }) => {
      const { from, to } = state.selection;
      state.doc.nodesBetween(from, to, (node, position, parent) => {
        if (!node.isTextblock) return;
        const holder = parent !== null && /^(listItem|tableCell|tableHeader)$/.test(parent.type.name);
        if (holder) {
          const at = tr.doc.resolve(position).before();
          tr.setNodeAttribute(at, "dir", dir);
          tr.setNodeAttribute(position, "dir", null);
        } else {
          tr.setNodeAttribute(position, "dir", dir);
        }
      });
      return true;
    })
    .run();
}
