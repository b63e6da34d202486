// Beside a subject or preheader: how long it is as an inbox shows it, with what stands in for a merge field.
const mergeField = /\[\[(?:(\[)|[a-z0-9_]+(?:\|((?:(?!\[\[|\]\])[^\n])*))?)\]\]/g;

export function shownLength(text: string): number {
  return [...text.replace(mergeField, (_, bracket?: string, instead?: string) => bracket ?? instead ?? "")].length;
}

for (const counter of document.querySelectorAll<HTMLElement>("[data-counts]")) {
  const field = document.getElementById(counter.dataset.counts ?? "");
  field?.addEventListener("input", () => {
    const length = shownLength((field as HTMLInputElement).value);
    counter.textContent = String(length);
    counter.classList.toggle("over", length > Number(counter.dataset.limit));
  });
}
