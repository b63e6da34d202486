// Numbers of lists as other programs write them: which number a point has, and in which letters.
import { knownNumbering, numberings } from "./elements";
import { styleOf } from "./paste_styles";

export interface Numbering {
  number: number;
  /** The `type` of a list: a, A, i or I; null for digits. */
  type: string | null;
}

const digits = /^\(?([0-9٠-٩۰-۹]{1,9})[.):-]{0,2}$/;
const letters = /^\(?([a-z]{1,7})[.)]{1,2}$/i;
const roman: [number, string][] = [
  [1000, "m"], [900, "cm"], [500, "d"], [400, "cd"], [100, "c"], [90, "xc"],
  [50, "l"], [40, "xl"], [10, "x"], [9, "ix"], [5, "v"], [4, "iv"], [1, "i"],
];

function numberOfRoman(written: string): number | null {
  let rest = written;
  let number = 0;
  for (const [value, sign] of roman) {
    // As it is written: iv and not iiii
    for (let times = 0; rest.startsWith(sign) && times < (/[ixcm]$/.test(sign) && sign.length === 1 ? 3 : 1); times += 1) {
      rest = rest.slice(sign.length);
      number += value;
    }
  }
  return rest === "" ? number : null;
}

/** What a sign before a point can mean: `i.` is the first by Roman numbers, the ninth by letters. */
export function readings(marker: string): Numbering[] {
  const written = marker.replace(/[\u200e\u200f\u061c]/g, "");
  const counted = digits.exec(written)?.[1];
  if (counted !== undefined) {
    const plain = counted.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));
    return [{ number: Number(plain), type: null }];
  }
  const word = letters.exec(written)?.[1];
  if (word === undefined) return [];
  const small = word.toLowerCase();
  if (word !== small && word !== word.toUpperCase()) return [];
  const read: [number | null, string][] = [
    [small.length === 1 ? small.charCodeAt(0) - 96 : null, "a"], // Word goes on after z in its own way
    [numberOfRoman(small), "i"],
  ];
  if (small === "i") read.reverse();
  return read
    .filter((entry): entry is [number, string] => entry[0] !== null)
    .map(([number, type]) => ({ number, type: word === small ? type : type.toUpperCase() }));
}

/** Its numbering by what the element or its css says; of Google Docs, by the css of its points. */
function typeOf(list: Element): string | null {
  for (const element of [list, list.querySelector(":scope > li")]) {
    const css = element && /list-style(?:-type)?:[^;]*?\b(decimal|(?:lower|upper)-[a-z]+)/.exec(styleOf(element))?.[1];
    if (css) return numberings[css] ?? null;
  }
  return knownNumbering(list.getAttribute("type"));
}

function whole(value: string | null): number | null {
  return value !== null && /^\s*-?\d{1,9}\s*$/.test(value) ? Number(value) : null;
}

export function startOf(list: Element): number {
  return whole(list.getAttribute("start")) ?? 1;
}

export function numberedList(document: Document, { number, type }: Numbering): HTMLElement {
  const list = document.createElement("ol");
  if (number !== 1) list.setAttribute("start", String(number));
  if (type !== null) list.setAttribute("type", type);
  return list;
}

/**
 * Lists that each count on from where they begin: a point that was given a number of its own begins another one, and a
 * list that counts down is as many lists as it has points.
 */
export function numberedLists(body: HTMLElement): void {
  for (const list of [...body.querySelectorAll("ol")]) {
    const points = [...list.children].filter((child) => child.localName === "li");
    const step = list.hasAttribute("reversed") ? -1 : 1;
    const type = typeOf(list);
    let number = whole(list.getAttribute("start")) ?? (step < 0 ? points.length : 1);
    let following: number | null = null;
    let current: Element | null = null;
    for (const child of [...list.children]) {
      if (child.localName === "li") {
        number = whole(child.getAttribute("value")) ?? number;
        if (current === null || number !== following) {
          current = numberedList(body.ownerDocument, { number, type });
          list.before(current);
        }
        following = number + 1;
        number += step;
      }
      if (current === null) list.before(child);
      else current.append(child);
    }
    list.remove();
  }
}
