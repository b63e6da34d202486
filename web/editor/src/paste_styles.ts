// What other programs write as styles, as elements; and what is no text of the writer's, gone.
import { emojiOf } from "./elements";

export function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}

function renamed(element: Element, name: string): HTMLElement {
  const other = element.ownerDocument.createElement(name);
  for (const { name: key, value } of [...element.attributes]) {
    try {
      other.setAttribute(key, value);
    } catch {
      // Word writes attributes whose names no browser takes
    }
  }
  other.append(...element.childNodes);
  element.replaceWith(other);
  return other;
}

const tag = /<[a-z][^\s/>]*((?:"[^"]*"|'[^']*'|[^>"'])*)>/gi;
const sheet = /<style\b[^]*?<\/style\s*>/gi;
const attribute = /"[^"]*"|'[^']*'|(?<=^|[\s/"'])(?:style|on[a-z]+)(?=\s*=)/gi;

/**
 * The html with other names for its styles and scripts (`data-style`, `data-onclick`): our policy (CSP) forbids them, and
 * a browser reports that for each as soon as it reads the html, into whatever document.
 */
export function inert(html: string): string {
  return html.replace(sheet, "").replace(tag, (whole) => whole.replace(attribute, (part) => (/^["']/.test(part) ? part : `data-${part}`)));
}

/** The css that came with the element, in small letters and without spaces around its signs. */
export function styleOf(element: Element): string {
  return (element.getAttribute("data-style") ?? "").toLowerCase().replace(/\s*([:;])\s*/g, "$1");
}

/** Deleted text of tracked changes, comments, and what is hidden. */
const goes = [
  "script", "style", "title", "meta", "link", "xml", "template", "noscript",
  "del[cite]", "del[datetime]", ".msoDel", ".MsoCommentReference", ".MsoCommentText", "a.msocomanchor", ".msocomtxt",
  ".Apple-interchange-newline", "sdfield[type=pagenumber]",
].join(",");

/** Returns how many pictures were left out: they are uploaded, with a text for those who do not see them. */
export function withoutForeign(body: HTMLElement): number {
  for (const element of body.querySelectorAll(goes)) element.remove();
  for (const element of [...body.querySelectorAll<HTMLElement>("*")]) {
    const css = styleOf(element);
    if (/mso-element:comment|mso-hide:all|display:none/.test(css)) element.remove();
  }
  for (const picture of [...body.querySelectorAll("img")]) {
    const emoji = emojiOf(picture);
    if (emoji) picture.replaceWith(emoji);
  }
  const pictures = body.querySelectorAll("img, picture, svg, video, audio, object, embed, iframe, canvas");
  const count = new Set([...pictures].filter((element) => element.parentElement?.closest("picture, object") === null)).size;
  for (const element of pictures) element.remove();
  for (const element of [...body.querySelectorAll("*")]) {
    // Smart tags, <o:p> and the like: elements of a namespace that html does not have
    if (!element.localName.includes(":")) continue;
    if (/^(v|w|m):/.test(element.localName)) element.remove();
    else unwrap(element);
  }
  const comments = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
  const all: Node[] = [];
  while (comments.nextNode()) all.push(comments.currentNode);
  for (const comment of all) comment.parentNode?.removeChild(comment);
  return count;
}

/**
 * LibreOffice puts each heading into a list that is numbered on, where its document has numbers for headings, be they
 * ever so empty: all that was opened from a .docx. Nothing says whether anybody saw a number, so a heading is a heading.
 */
export function listedHeadings(body: HTMLElement): void {
  for (const list of [...body.querySelectorAll("ol")]) {
    const inside = [...list.querySelectorAll("h1, h2, h3, h4, h5, h6")];
    const letters = inside.map((heading) => heading.textContent ?? "").join("");
    const isNothingElse = (list.textContent ?? "").replace(/\s/g, "") === letters.replace(/\s/g, "");
    if (inside.length > 0 && isNothingElse && body.contains(list)) list.replaceWith(...inside);
  }
}

export function headings(body: HTMLElement): void {
  for (const element of [...body.querySelectorAll<HTMLElement>("p, div, [role=heading]")]) {
    const byClass = /\bmsoheading([1-9])\b/i.exec(element.className)?.[1];
    const byOutline = /mso-outline-level:([1-9])/.exec(styleOf(element))?.[1];
    const byRole = element.getAttribute("role") === "heading" ? (element.getAttribute("aria-level") ?? "2") : undefined;
    const isTitle = /\bmsotitle\b/i.test(element.className);
    const level = Number(isTitle ? 1 : (byRole ?? byClass ?? byOutline));
    if (level) renamed(element, `h${Math.min(level, 6)}`);
  }
}

/** Google Docs puts everything into <b style="font-weight:normal">, and bold words into <span style="…700">. */
export function styledMarks(body: HTMLElement): void {
  for (const element of [...body.querySelectorAll<HTMLElement>("[data-style]")]) {
    const css = styleOf(element);
    const weight = /(?:^|;)font-weight:(bold|normal|\d+)/.exec(css)?.[1];
    const isBold = weight === "bold" || Number(weight) >= 600;
    const isInline = /^(span|font|b|strong|i|em|u|a|sup|sub|s|strike)$/.test(element.localName);
    if (/^(b|strong)$/.test(element.localName) && weight !== undefined && !isBold) {
      unwrap(element);
    } else if (/^(i|em)$/.test(element.localName) && /font-style:normal/.test(css)) {
      unwrap(element);
    } else if (isInline) {
      const isHeading = element.closest("h1, h2, h3, h4, h5, h6") !== null;
      if (isBold && !isHeading) wrapInside(element, "strong");
      if (/font-style:(italic|oblique)/.test(css)) wrapInside(element, "em");
      if (/text-decoration(-line)?:[^;]*line-through/.test(css)) wrapInside(element, "s");
      for (const [align, name] of [["super", "sup"], ["sub(?!\\w)", "sub"]] as const) {
        if (new RegExp(`vertical-align:${align}`).test(css) && element.querySelector(name) === null) wrapInside(element, name);
      }
    }
  }
  for (const element of [...body.querySelectorAll("h1 b, h1 strong, h2 b, h2 strong, h3 b, h3 strong")]) unwrap(element);
  for (const element of [...body.querySelectorAll("sup sup, sub sub")]) unwrap(element);
}

function wrapInside(element: Element, name: string): void {
  const mark = element.ownerDocument.createElement(name);
  mark.append(...element.childNodes);
  element.append(mark);
}

/** Footnotes of Word and LibreOffice, as Bilten's Markdown writes them: a raised number, and the note below a line. */
export function footnotes(body: HTMLElement): void {
  const notes = [...body.querySelectorAll<HTMLElement>("div[id^=ftn], div[id^=sdfootnote], div[id^=sdendnote], div[id^=edn]")];
  if (notes.length === 0) return;
  for (const anchor of [...body.querySelectorAll<HTMLElement>("a[href*=ftn], a[href*=sdfootnote], a[href*=sdendnote], a[href*=edn]")]) {
    const number = anchor.textContent?.replace(/[^\p{L}\p{N}]/gu, "");
    if (!number || !anchor.getAttribute("href")!.includes("#")) continue;
    const isInNote = notes.some((note) => note.contains(anchor));
    const text = body.ownerDocument.createElement(isInNote ? "span" : "sup");
    text.textContent = isInNote ? `[${number}] ` : `[${number}]`;
    (isInNote ? anchor : (anchor.closest("sup") ?? anchor)).replaceWith(text);
  }
  for (const rule of body.querySelectorAll("[data-style*=footnote-list] hr, hr[size='1']")) rule.remove();
  body.append(body.ownerDocument.createElement("hr"), ...notes);
}
