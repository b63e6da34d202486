// Paste: what Word, Outlook, LibreOffice, Google Docs or a page puts on the clipboard, as elements of the list.
import { blocks, completedLink, directionOf, isUsableLink, readAs } from "./elements";
import { joinedLists, signLists, wordLists } from "./paste_lists";
import { footnotes, headings, inert, styledMarks, unwrap, withoutForeign } from "./paste_styles";

export interface Pasted {
  html: string;
  /** How many pictures were left out. */
  pictures: number;
}

/** `direction`: which way the text runs into which it is pasted. */
export function cleanPasted(html: string, direction: string): Pasted {
  const source = inert(html);
  const body = new DOMParser().parseFromString(source, "text/html").body;
  // What was copied in an editor of Bilten's is its own.
  if (body.querySelector("[data-pm-slice]") !== null) return { html: source, pictures: 0 };
  const pictures = withoutForeign(body);
  headings(body);
  footnotes(body);
  styledMarks(body);
  wordLists(body);
  joinedLists(body);
  signLists(body);
  links(body);
  withoutEmpty(body);
  directions(body, direction);
  return { html: body.innerHTML, pictures };
}

/** Plain text: an empty line parts paragraphs, any other line end stays a line end. */
export function htmlOfText(text: string): string {
  const holder = document.implementation.createHTMLDocument("").body;
  for (const part of text.replace(/\r\n?/g, "\n").split(/\n[ \t]*\n/)) {
    if (!part.trim()) continue;
    const paragraph = holder.ownerDocument.createElement("p");
    part.trim().split("\n").forEach((line, number) => {
      if (number > 0) paragraph.append(holder.ownerDocument.createElement("br"));
      paragraph.append(line);
    });
    holder.append(paragraph);
  }
  return holder.innerHTML;
}

function links(body: HTMLElement): void {
  for (const link of [...body.querySelectorAll("a")]) {
    const address = completedLink(withoutRedirect(link.getAttribute("href") ?? ""));
    if (isUsableLink(address)) link.setAttribute("href", address);
    else unwrap(link);
  }
}

/** Google's and Outlook's own addresses, which only lead on (and see who follows them). */
function withoutRedirect(address: string): string {
  const redirect = /^https:\/\/(?:www\.google\.com\/url|[\w.-]+\.safelinks\.protection\.outlook\.com\/)\?/i;
  if (!redirect.test(address)) return address;
  const parameters = new URL(address).searchParams;
  return parameters.get("q") ?? parameters.get("url") ?? address;
}

function withoutEmpty(body: HTMLElement): void {
  for (const paragraph of [...body.querySelectorAll("p, h1, h2, h3, h4, h5, h6, div")]) {
    const isInCell = paragraph.parentElement?.matches("td, th, li") ?? false;
    if (!isInCell && !/[^\s\u00a0]/.test(paragraph.textContent ?? "") && paragraph.querySelector("hr, table") === null) {
      paragraph.remove();
    }
  }
  for (const child of [...body.children]) if (child.localName === "br") child.remove();
}

function directions(body: HTMLElement, around: string): void {
  for (const element of [...body.querySelectorAll("*")]) {
    const named = readAs[element.localName] ?? element.localName;
    const isText = /^(p|h[1-6]|li|td|th)$/.test(named);
    const own = isText ? directionOf(element.textContent ?? "") : null;
    const kept = { href: element.getAttribute("href"), start: element.getAttribute("start") };
    for (const { name } of [...element.attributes]) element.removeAttribute(name);
    if (element.localName === "a" && kept.href !== null) element.setAttribute("href", kept.href);
    if (element.localName === "ol" && kept.start !== null) element.setAttribute("start", kept.start);
    if (own !== null && own !== around && blocks[named]?.includes("dir")) element.setAttribute("dir", own);
  }
}
