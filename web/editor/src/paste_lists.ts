// Lists that came as paragraphs: Word's with their levels, and lines that begin with a sign.
import { styleOf, unwrap } from "./paste_styles";

const bullet = /^[\s\u00a0]*([·•▪◦‣●○■\uf0b7\uf0a7])[\s\u00a0]*/;
const dash = /^[\s\u00a0]*([–—−-])[\s\u00a0]+/;

/** The sign with which a line begins, and how many letters it takes. */
function signOf(text: string | null): { sign: string; letters: number } | null {
  const match = bullet.exec(text ?? "") ?? dash.exec(text ?? "");
  return match && { sign: match[1]!, letters: match[0].length };
}

interface Level {
  level: number;
  list: HTMLElement;
}

function wordLevel(paragraph: Element): number | null {
  const level = /mso-list:l\d+\s+level(\d+)/.exec(styleOf(paragraph))?.[1];
  return level === undefined ? null : Number(level);
}

/** The sign or number before a point, taken out of it. */
function takeMarker(paragraph: Element): string {
  const markers = [...paragraph.querySelectorAll("*")].filter((element) => styleOf(element).includes("mso-list:ignore"));
  const text = markers.map((marker) => marker.textContent ?? "").join("").replace(/[\s\u00a0]/g, "");
  for (const marker of markers) marker.remove();
  return text;
}

function listFor(marker: string, document: Document): HTMLElement {
  const number = /^\(?(\d+|[a-z]{1,4})[.)]/i.exec(marker)?.[1];
  const list = document.createElement(number === undefined ? "ul" : "ol");
  if (number !== undefined && Number(number) > 1) list.setAttribute("start", String(Number(number)));
  return list;
}

export function wordLists(body: HTMLElement): void {
  let open: Level[] = [];
  let last: Element | null = null;
  for (const paragraph of [...body.querySelectorAll("p")]) {
    const level = wordLevel(paragraph);
    if (level === null || paragraph.closest("li") !== null) continue;
    if (last === null || !follows(last, paragraph)) open = [];
    const marker = takeMarker(paragraph);
    open = open.filter((entry) => entry.level <= level);
    let current = open.at(-1);
    if (current === undefined || current.level < level) {
      const list = listFor(marker, body.ownerDocument);
      if (current === undefined) paragraph.before(list);
      else current.list.lastElementChild?.append(list);
      current = { level, list };
      open.push(current);
    }
    const point = body.ownerDocument.createElement("li");
    point.append(paragraph);
    current.list.append(point);
    last = open[0]!.list;
    unwrap(paragraph);
  }
}

/** Whether nothing but white space is between the two: an empty paragraph parts lists. */
function follows(before: Element, after: Element): boolean {
  const between: Node[] = [];
  for (let node = before.nextSibling; node !== null && node !== after; node = node.nextSibling) between.push(node);
  return before.nextElementSibling === after && between.every((node) => !(node.textContent ?? "").trim());
}

/** One line each, where the lines of one paragraph begin with signs. */
function splitLines(body: HTMLElement): void {
  for (const paragraph of [...body.querySelectorAll("p, div")]) {
    const lines: Node[][] = [[]];
    for (const node of [...paragraph.childNodes]) {
      if (node.nodeName === "BR") lines.push([]);
      else lines.at(-1)!.push(node);
    }
    const signs = lines.filter((line) => signOf(line.map((node) => node.textContent).join("")));
    if (lines.length < 2 || signs.length < 2) continue;
    paragraph.replaceWith(
      ...lines.map((line) => {
        const part = body.ownerDocument.createElement("p");
        part.append(...line);
        return part;
      }),
    );
  }
}

/** A dash alone begins a dialogue or an aside; two lines of them are a list. */
export function signLists(body: HTMLElement): void {
  splitLines(body);
  for (const paragraph of [...body.querySelectorAll("p")]) {
    const first = signOf(paragraph.textContent);
    if (first === null || !paragraph.isConnected || paragraph.closest("li, td, th") !== null) continue;
    const points: Element[] = [paragraph];
    let next = paragraph.nextElementSibling;
    while (next?.localName === "p" && signOf(next.textContent)?.sign === first.sign) {
      points.push(next);
      next = next.nextElementSibling;
    }
    if (points.length < 2 && dash.test(paragraph.textContent ?? "")) continue;
    const list = body.ownerDocument.createElement("ul");
    paragraph.before(list);
    for (const point of points) {
      cutStart(point, signOf(point.textContent)!.letters);
      const item = body.ownerDocument.createElement("li");
      item.append(...point.childNodes);
      list.append(item);
      point.remove();
    }
  }
}

function cutStart(element: Element, letters: number): void {
  const texts = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (letters > 0 && texts.nextNode()) {
    const text = texts.currentNode as Text;
    const cut = Math.min(letters, text.data.length);
    text.data = text.data.slice(cut);
    letters -= cut;
  }
}

/** A list right inside a list hangs from the point before it; Word on the web gives each point a list of its own. */
export function joinedLists(body: HTMLElement): void {
  for (const wrapper of [...body.querySelectorAll("div.ListContainerWrapper")]) unwrap(wrapper);
  for (const inner of [...body.querySelectorAll("ul > ul, ul > ol, ol > ul, ol > ol")]) {
    const before = inner.previousElementSibling;
    if (before?.localName === "li") before.append(inner);
    else if (before === null && inner.parentElement?.matches("ul, ol")) unwrap(inner);
  }
  for (const list of [...body.querySelectorAll("ul, ol")]) {
    const before = list.previousElementSibling;
    const goesOn = list.localName === "ul" || Number(list.getAttribute("start") ?? 1) === (before?.children.length ?? 0) + 1;
    if (before?.localName === list.localName && goesOn && follows(before, list)) {
      before.append(...list.children);
      list.remove();
    }
  }
}
