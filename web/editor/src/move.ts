// Blocks are dragged to another place, or moved by their buttons, and the page goes on where it is.
import type { HtmxRequestCtx } from "htmx.org";
import Sortable from "sortablejs";

const list = document.querySelector<HTMLOListElement>("ol.blocks[data-movable]");

/** As the server has it: after a move, and after one that was refused. */
function arrange(blocks: HTMLOListElement): void {
  const order = document.getElementById("block-order")?.dataset.order?.split(" ") ?? [];
  const wanted = order.map((id) => document.getElementById(`block-${id}`)).filter((block) => block !== null);
  if (wanted.every((block, place) => blocks.children[place] === block)) return;
  const open = document.activeElement;
  blocks.append(...wanted);
  if (open instanceof HTMLElement) open.focus();
}

/** A button at its end can be pressed no more: the other one of its block has the focus. */
function keepFocus(form: Element): void {
  const button = form.querySelector("button");
  if (!button || (document.activeElement !== button && document.activeElement !== document.body)) return;
  const others = form.closest(".block-actions")?.querySelectorAll<HTMLButtonElement>(".move button:not(:disabled)");
  (button.disabled ? others?.[0] : button)?.focus();
}

/** As by a button, only further. */
function submit(form: HTMLFormElement, places: number): void {
  const button = document.createElement("button");
  button.name = "by";
  button.value = String(places);
  button.hidden = true;
  form.append(button);
  form.requestSubmit(button);
  button.remove();
}

if (list) {
  Sortable.create(list, {
    handle: ".drag",
    draggable: ".block",
    animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 150,
    ghostClass: "moving",
    invertSwap: true, // By halves of what it is over: blocks differ in height, and would jump to and fro.
    onEnd: ({ item, oldDraggableIndex = 0, newDraggableIndex = 0 }) => {
      const form = item.querySelector<HTMLFormElement>("form.move");
      if (form && newDraggableIndex !== oldDraggableIndex) submit(form, newDraggableIndex - oldDraggableIndex);
    },
  });
  document.addEventListener("htmx:finally:request", (event) => {
    const source = (event.detail.ctx as HtmxRequestCtx).sourceElement;
    if (!(source instanceof HTMLFormElement) || !source.matches("form.move")) return;
    arrange(list);
    keepFocus(source);
  });
}
