// Lists of Word: paragraphs that name their level, each with its sign or number before it.
import { follows } from "./paste_lists";
import { numberedList, readings, startOf, type Numbering } from "./paste_numbers";
import { styleOf, unwrap } from "./paste_styles";

interface Point {
  paragraph: Element;
  level: number;
  marker: string;
  /** What its number can mean; nothing for a sign, and for what no list counts by (1.1., Article 2, أ.). */
  read: Numbering[];
  isBullet: boolean;
}

interface Level {
  level: number;
  list: HTMLElement;
}

function wordLevel(paragraph: Element): number | null {
  const level = /mso-list:l\d+\s+level(\d+)/.exec(styleOf(paragraph))?.[1];
  return level === undefined ? null : Number(level);
}

/** The point, with its sign or number taken out of it. */
function taken(paragraph: Element, level: number): Point {
  const markers = [...paragraph.querySelectorAll("*")].filter((element) => styleOf(element).includes("mso-list:ignore"));
  const marker = markers.map((element) => element.textContent ?? "").join("").replace(/[\s\u00a0]/g, "");
  for (const element of markers) element.remove();
  // Wingdings draws its signs with single letters
  const isBullet = !/[\p{L}\p{N}]/u.test(marker) || /^\p{L}$/u.test(marker);
  return { paragraph, level, marker, isBullet, read: isBullet ? [] : readings(marker) };
}

function same(one: Numbering, other: Numbering): boolean {
  return one.number === other.number && one.type === other.type;
}

/** As what goes on from the list before, else as what the next point goes on from, else as most would read it. */
function chosen(points: Point[], at: number, before: Level | undefined): Numbering | undefined {
  const { read, level } = points[at]!;
  const later = points.slice(at + 1);
  const next = later.find((point) => point.level <= level);
  const following = next?.level === level ? next.read : [];
  return (
    read.find((numbering) => before && goesOn(before, numbering)) ??
    read.find(({ number, type }) => following.some((numbering) => same(numbering, { number: number + 1, type }))) ??
    read[0]
  );
}

function goesOn({ list }: Level, numbering: Numbering | undefined): boolean {
  if (numbering === undefined) return list.localName === "ul";
  const next = { number: startOf(list) + list.children.length, type: list.getAttribute("type") };
  return list.localName === "ol" && same(numbering, next);
}

/** A number that no list counts by stands as it was written before its words: below the point above, else by itself. */
function keptAsWords({ paragraph, marker }: Point, above: Level | undefined): void {
  paragraph.prepend(`${marker} `);
  above?.list.lastElementChild?.append(paragraph);
}

/** With one space for the many that Word moves the words on with. */
function numberedHeadings(body: HTMLElement): void {
  for (const heading of body.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    const level = wordLevel(heading);
    const point = level === null ? undefined : taken(heading, level);
    if (point?.marker && !point.isBullet) keptAsWords(point, undefined);
  }
}

export function wordLists(body: HTMLElement): void {
  numberedHeadings(body);
  const points = [...body.querySelectorAll("p")].flatMap((paragraph) => {
    const level = wordLevel(paragraph);
    return level === null || paragraph.closest("li") !== null ? [] : [taken(paragraph, level)];
  });
  let open: Level[] = [];
  let last: Element | null = null;
  points.forEach((point, at) => {
    if (last === null || !follows(last, point.paragraph)) open = [];
    open = open.filter((entry) => entry.level <= point.level);
    if (!point.isBullet && point.read.length === 0) {
      open = open.filter((entry) => entry.level < point.level);
      keptAsWords(point, open.at(-1));
      return;
    }
    const before = open.at(-1)?.level === point.level ? open.pop() : undefined;
    const numbering = chosen(points, at, before);
    const current = before && goesOn(before, numbering) ? before : begun(point, numbering, before, open.at(-1));
    open.push(current);
    const item = body.ownerDocument.createElement("li");
    item.append(point.paragraph);
    current.list.append(item);
    last = open[0]!.list;
    unwrap(point.paragraph);
  });
}

function begun({ paragraph, level }: Point, numbering: Numbering | undefined, before: Level | undefined, above: Level | undefined): Level {
  const document = paragraph.ownerDocument;
  const list = numbering === undefined ? document.createElement("ul") : numberedList(document, numbering);
  if (before) before.list.after(list);
  else if (above) above.list.lastElementChild!.append(list);
  else paragraph.before(list);
  return { level, list };
}
