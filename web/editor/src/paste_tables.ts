// Merged cells: the editor's tables have none, and what stood behind one would stand in another column.

interface Covered {
  name: string;
  rows: number;
}

/** One cell with empty ones after and below it: every word stays in its column (as news/canonical_html.py has it). */
export function mergedCells(body: HTMLElement): void {
  for (const table of body.querySelectorAll("table")) spread([...table.rows]);
}

function spread(rows: HTMLTableRowElement[]): void {
  const written = new Set<Element>(rows.flatMap((row) => [...row.cells]));
  let covered = new Map<number, Covered>();
  for (const row of rows) {
    const [cells, below] = spreadRow(row, covered);
    row.replaceChildren(...cells);
    covered = below;
  }
  const columns = Math.max(0, ...rows.map((row) => [...row.cells].findLastIndex((cell) => written.has(cell)) + 1));
  for (const row of rows) {
    for (const cell of [...row.cells].slice(columns)) cell.remove();
    while (row.cells.length > 0 && row.cells.length < columns) row.append(empty(row, row.cells[0]!.localName));
  }
}

function spreadRow(row: HTMLTableRowElement, covered: Map<number, Covered>): [HTMLElement[], Map<number, Covered>] {
  const waiting = [...row.cells];
  const cells: HTMLElement[] = [];
  const below = new Map<number, Covered>();
  while (waiting.length > 0 || [...covered.keys()].some((column) => column >= cells.length)) {
    const over = covered.get(cells.length);
    const cell = over ? undefined : waiting.shift();
    const name = over?.name ?? cell?.localName ?? "td";
    const [columns, rows] = [cell?.colSpan ?? 1, over?.rows ?? cell?.rowSpan ?? 1];
    for (let place = 0; place < Math.min(columns, 50) && (place === 0 || !covered.has(cells.length)); place += 1) {
      if (rows > 1) below.set(cells.length, { name, rows: rows - 1 });
      cells.push(place === 0 && cell ? cell : empty(row, name));
    }
  }
  return [cells, below];
}

function empty(row: HTMLTableRowElement, name: string): HTMLElement {
  return row.ownerDocument.createElement(name);
}
