// Blocks of cells as spreadsheets exchange them: cells between tabs, rows between line ends, quoted where a cell has either.

const NEEDS_QUOTES = /["\t\r\n]/;

const quoted = (cell: string): string => (NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

export const toTsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map(quoted).join('\t')).join('\r\n');

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (cell: string): string => cell.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);

/** The same block as a table, for those who read no tabs: letters and text editors. */
export const toHtmlTable = (rows: readonly (readonly string[])[]): string =>
  `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('')}</table>`;

/** A cell from `start`, and where it ends: a tab, a line end or the end of the text. */
function readCell(text: string, start: number): { cell: string; end: number } {
  if (text[start] !== '"') {
    const length = text.slice(start).search(/[\t\r\n]/);
    const end = length < 0 ? text.length : start + length;
    return { cell: text.slice(start, end), end };
  }
  let cell = '';
  for (let index = start + 1; index < text.length; index += 1) {
    if (text[index] !== '"') cell += text[index];
    else if (text[index + 1] === '"') {
      cell += '"';
      index += 1;
    } else return { cell, end: index + 1 };
  }
  // A quote that is never closed is a text that begins with one: inches, for instance.
  const { cell: rest, end } = readCell(text, start + 1);
  return { cell: `"${rest}`, end };
}

/** What a spreadsheet put on the clipboard as text, cells trimmed; the empty line it ends with is none. */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  while (at <= text.length) {
    const { cell, end } = readCell(text, at);
    rows.at(-1)?.push(cell.trim());
    const isLineEnd = text[end] === '\r' || text[end] === '\n';
    if (isLineEnd) rows.push([]);
    if (end >= text.length) break;
    // What stands between a closing quote and the next tab belongs to no cell a spreadsheet writes.
    at = text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
  }
  return rows.at(-1)?.every((cell) => cell === '') === true ? rows.slice(0, -1) : rows;
}
