// Lists that came as lines that begin with a sign, and those that came in pieces.
import { startOf } from "./paste_numbers";
import { unwrap } from "./paste_styles";

const bullet = /^[\s\u00a0]*([·•▪◦‣●○■\uf0b7\uf0a7])[\s\u00a0]*/;
const dash = /^[\s\u00a0]*([–—−-])[\s\u00a0]+/;

/** The sign with which a line begins, and how many letters it takes. */
function signOf(text: string | null): { sign: string; letters: number } | null {
  const match = bullet.exec(text ?? "") ?? dash.exec(text ?? "");
  return match && { sign: match[1]!, letters: match[0].length };
}

/** Whether nothing but white space is between the two: an empty paragraph parts lists. */
export function follows(before: Element, after: Element): boolean {
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
    if (before?.localName === list.localName && goesOn(before, list) && follows(before, list)) {
      before.append(...list.children);
      list.remove();
    }
  }
}

function goesOn(before: Element, list: Element): boolean {
  if (list.localName === "ul") return true;
  const isAlike = before.getAttribute("type") === list.getAttribute("type");
  return isAlike && startOf(list) === startOf(before) + before.children.length;
}
