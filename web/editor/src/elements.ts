// The one list of elements (core/rich_text.json): what the server keeps is what can be written here.
import list from "../../../core/rich_text.json";

export const blocks: Record<string, string[]> = list.blocks;
export const marks: Record<string, string[]> = list.marks;
export const empty: string[] = list.empty;
export const readAs: Record<string, string> = list.read_as;

/** How the points of a list are numbered if not in digits: css's names → `type`. */
export const numberings: Record<string, string> = {
  ...Object.fromEntries(Object.entries(list.numberings).map(([type, css]) => [css, type])),
  "lower-latin": "a",
  "upper-latin": "A",
};

export function knownNumbering(type: string | null): string | null {
  return type !== null && type in list.numberings ? type : null;
}

/** Opening and closing, and those of a quotation inside one. */
export function quotationMarks(language: string): string[] {
  const marks: Record<string, string[]> = list.quotation_marks;
  return marks[language.split("-")[0]!.toLowerCase()] ?? marks[""]!;
}

const emoji = new RegExp(`^${list.emoji}$`, "u");
const emojiClass = new RegExp(list.emoji_class);

/** The emoji that a picture stands for (Outlook, Gmail and WordPress draw them); nothing for any other picture. */
export function emojiOf(picture: Element): string {
  const alt = picture.getAttribute("alt") ?? "";
  const isDrawn = emoji.test(alt) || emojiClass.test(picture.getAttribute("class") ?? "");
  return isDrawn && alt.length <= 40 ? alt : "";
}

const link = new RegExp(`^${list.link}$`, "i");
const addressOfAPerson = /^[^\s/@:?#]+@[^\s/@:?#]+\.[^\s/@:?#]+$/;

export function isUsableLink(address: string): boolean {
  return link.test(address);
}

/** The address with what a writer leaves out, as the server completes it in Markdown. */
export function completedLink(written: string): string {
  const address = written.trim();
  if (/^www\./i.test(address)) return `https://${address}`;
  if (address.startsWith("//")) return `https:${address}`;
  return addressOfAPerson.test(address) ? `mailto:${address}` : address;
}

const around = new RegExp(`^${list.around}|${list.around}$`, "gu");
const page = new RegExp(`^${list.page}$`, "u");

/** The address as a person types it: of a page it is https, as wherever else staff type it (core/typed_address.py). */
export function typedLink(written: string): string {
  const address = written.replace(around, "");
  const bare = address.replace(/^\/\//, "");
  if (page.test(bare.toLowerCase())) return `https://${bare}`;
  return addressOfAPerson.test(address) ? `mailto:${address}` : address;
}

export function knownDirection(value: string | null): string | null {
  return value !== null && list.directions.includes(value) ? value : null;
}

const strong = /\p{L}/u;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Which way a text runs by its first letter (Unicode's rule P2); null where it has none. */
export function directionOf(text: string): string | null {
  const letter = strong.exec(text)?.[0];
  if (letter === undefined) return null;
  return rightToLeft.test(letter) ? "rtl" : "ltr";
}

/** Which way a mail in the language runs. */
export function directionOfLanguage(language: string): string {
  const script = language ? (new Intl.Locale(language).maximize().script ?? "") : "";
  return /^(Arab|Hebr|Syrc|Thaa|Nkoo)$/.test(script) ? "rtl" : "ltr";
}
