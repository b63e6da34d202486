// A menu button (WAI-ARIA Authoring Practices): Enter or an arrow opens it, arrows walk, Escape closes.
export interface Choice {
  label: string;
  run: () => void;
  isChosen?: () => boolean;
}

export function menuButton(button: HTMLButtonElement, choices: Choice[]): HTMLElement {
  const holder = document.createElement("span");
  const menu = document.createElement("div");
  holder.className = "editor-menu";
  menu.setAttribute("role", "menu");
  menu.setAttribute("aria-label", button.getAttribute("aria-label") ?? "");
  menu.hidden = true;
  button.setAttribute("aria-haspopup", "menu");
  button.setAttribute("aria-expanded", "false");
  const items = choices.map((choice) => {
    const item = document.createElement("button");
    item.type = "button";
    item.tabIndex = -1;
    item.setAttribute("role", choice.isChosen ? "menuitemradio" : "menuitem");
    item.textContent = choice.label;
    item.addEventListener("click", () => {
      close();
      choice.run();
    });
    return item;
  });
  menu.append(...items);
  holder.append(button, menu);

  function close(): void {
    menu.hidden = true;
    button.setAttribute("aria-expanded", "false");
  }
  function open(at: number): void {
    items.forEach((item, number) => {
      const isChosen = choices[number]!.isChosen;
      if (isChosen) item.setAttribute("aria-checked", String(isChosen()));
    });
    menu.hidden = false;
    button.setAttribute("aria-expanded", "true");
    items.at(at)?.focus();
  }
  button.addEventListener("click", () => (menu.hidden ? open(0) : close()));
  holder.addEventListener("keydown", (event) => {
    const at = items.indexOf(event.target as HTMLButtonElement);
    if (menu.hidden && (event.key === "ArrowDown" || event.key === "ArrowUp")) open(event.key === "ArrowDown" ? 0 : -1);
    else if (menu.hidden) return;
    else if (event.key === "Escape") {
      close();
      button.focus();
    } else if (event.key === "ArrowDown") items[(at + 1) % items.length]?.focus();
    else if (event.key === "ArrowUp") items.at(at - 1)?.focus();
    else if (event.key === "Home") items[0]?.focus();
    else if (event.key === "End") items.at(-1)?.focus();
    else if (event.key === "Tab") return close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  holder.addEventListener("focusout", (event) => {
    if (!holder.contains(event.relatedTarget as Node | null)) close();
  });
  return holder;
}
