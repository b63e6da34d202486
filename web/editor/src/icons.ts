// Line drawings of 24 × 24, in the colour of the text around them, so that forced colours and dark pages fit.
const paths: Record<string, string> = {
  heading: "M4 5v14M13 5v14M4 12h9M16.5 12.5a2.2 2.2 0 1 1 4 1.4L16.5 19h4.5",
  subheading: "M4 6v12M11 6v12M4 12h7M15.5 10h5l-2.7 3.2a2.6 2.6 0 1 1-2.4 4.2",
  bold: "M7 5h6a3.5 3.5 0 0 1 0 7H7zM7 12h7a3.5 3.5 0 0 1 0 7H7z",
  italic: "M10 5h7M7 19h7M14 5l-4 14",
  link: "M10 13.5a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7l-1 1M14 10.5a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1-1",
  bullets: "M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01",
  numbers: "M10 6h10M10 12h10M10 18h10M4 4.5l1.5-.7V9M3.7 14.2c1-1.3 2.8-.6 2.3.7L3.8 19H6.5",
  quotation: "M5 5v14M9 8h10M9 12h10M9 16h6",
  table: "M4 5h16v14H4zM4 12h16M12 5v14",
  "header-row": "M4 5h16v14H4zM4 11h16M12 11v8M7 8h10",
  "row-after": "M4 4h16v7H4zM12 4v7M12 15v6M9 18h6",
  "column-after": "M4 4h7v16H4zM4 12h7M18 9v6M15 12h6",
  "delete-row": "M4 4h16v7H4zM12 4v7M9 18h6",
  "delete-column": "M4 4h7v16H4zM4 12h7M15 12h6",
  "delete-table": "M4 5h16v14H4zM9 9l6 6M15 9l-6 6",
  "merge-field": "M8 5H5v14h3M16 5h3v14h-3M9.5 12h5",
  direction: "M11 4v11M15 4v11M17 4H9.5a3.5 3.5 0 0 0 0 7H11M4 19h15M16 16.5l3 2.5-3 2.5",
  undo: "M8 5L4 9l4 4M4 9h10a5 5 0 0 1 0 10h-4",
  redo: "M16 5l4 4-4 4M20 9H10a5 5 0 0 0 0 10h4",
};

export function icon(name: string): SVGSVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(svg.namespaceURI, "path");
  path.setAttribute("d", paths[name] ?? "");
  svg.append(path);
  return svg as SVGSVGElement;
}
