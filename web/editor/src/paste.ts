// Paste: what Word, Outlook, LibreOffice, Google Docs or a page puts on the clipboard, as elements of the list.
import { blocks, completedLink, directionOf, isUsableLink, quotationMarks, readAs } from "./elements";
import { joinedLists, signLists } from "./paste_lists";
import { numberedLists } from "./paste_numbers";
import { footnotes, headings, inert, listedHeadings, styledMarks, styleOf, unwrap, withoutForeign } from "./paste_styles";
import { mergedCells } from "./paste_tables";
import { wordLists } from "./paste_word_lists";

export interface Pasted {
  html: string;
  /** How many pictures were left out. */
  pictures: number;
}

/** `direction`: which way the text runs into which it is pasted. `language`: the one that it is in. */
export function cleanPasted(html: string, direction: string, language: string): Pasted {
  const source = inert(html);
  const parsed = new DOMParser().parseFromString(source, "text/html");
  const isOfLibreOffice = parsed.querySelector("meta[name=generator][content^=LibreOffice]") !== null;
  const body = parsed.body;
  // What was copied in an editor of Bilten's is its own.
  if (body.querySelector("[data-pm-slice]") !== null) return { html: source, pictures: 0 };
  const pictures = withoutForeign(body);
  keptLines(body);
  quotations(body, language);
  headings(body);
  if (isOfLibreOffice) listedHeadings(body);
  footnotes(body);
  styledMarks(body);
  wordLists(body);
  numberedLists(body);
  joinedLists(body);
  signLists(body);
  links(body);
  mergedCells(body);
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

/** Line ends that were meant: where css says so, as messengers do. */
function keptLines(body: HTMLElement): void {
  const texts = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  const all: Text[] = [];
  while (texts.nextNode()) all.push(texts.currentNode as Text);
  for (const text of all) {
    const styled = text.parentElement!.closest("pre, [data-style*=white-space]");
    if (!text.data.trim() || styled === null) continue;
    const isKept = /white-space(?:-collapse)?:(pre|preserve|break-spaces)/.exec(styleOf(styled)) ?? styled.matches("pre:not([data-style*=white-space])");
    if (!isKept) continue;
    const lines = text.data.split(/\r?\n/);
    text.replaceWith(...lines.flatMap((line, number) => (number > 0 ? [body.ownerDocument.createElement("br"), line] : [line])));
  }
}

/** With the marks that a browser draws around it, which no copy has. */
function quotations(body: HTMLElement, language: string): void {
  for (const quotation of [...body.querySelectorAll("q")]) {
    const marks = quotationMarks(quotation.closest("[lang]")?.getAttribute("lang") || language);
    const [opening, closing] = quotation.parentElement?.closest("q") ? marks.slice(2) : marks;
    quotation.prepend(opening!);
    quotation.append(closing!);
  }
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
    const kept = ["href", "start", "type"].map((name) => [name, element.getAttribute(name)] as const);
    for (const { name } of [...element.attributes]) element.removeAttribute(name);
    for (const [name, value] of kept) {
      if (value !== null && /^(a href|ol start|ol type)$/.test(`${element.localName} ${name}`)) element.setAttribute(name, value);
    }
    if (own !== null && own !== around && blocks[named]?.includes("dir")) element.setAttribute("dir", own);
  }
}
