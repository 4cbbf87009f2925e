import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A row of a page: the texts that stand on one line, from left to right. */
export interface PdfRow {
  page: number;
  cells: string[];
}

/** How far apart texts of one line may stand, points. */
const ONE_LINE = 1.5;

/** The text of a PDF as another library reads it back. Narrow and fixed spaces come as plain ones. */
export async function readPdf(bytes: Uint8Array): Promise<{ rows: PdfRow[]; text: string; pages: number }> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const document = await task.promise;
  const rows: PdfRow[] = [];
  for (let page = 1; page <= document.numPages; page += 1) {
    const { items } = await (await document.getPage(page)).getTextContent();
    const placed = items.flatMap((item) =>
      'str' in item && item.str.trim() !== ''
        ? [{ text: plain(item.str), x: Number(item.transform[4]), y: Number(item.transform[5]), width: item.width }]
        : [],
    );
    rows.push(...rowsOf(placed).map((cells) => ({ page, cells })));
  }
  const pages = document.numPages;
  await task.destroy();
  return { rows, text: rows.map(({ cells }) => cells.join(' ')).join('\n'), pages };
}

interface Placed {
  text: string;
  x: number;
  y: number;
  width: number;
}

function rowsOf(items: readonly Placed[]): string[][] {
  const lines: Placed[][] = [];
  for (const item of items.toSorted((a, b) => b.y - a.y)) {
    const last = lines.at(-1);
    if (last && last[0]!.y - item.y < ONE_LINE) last.push(item);
    else lines.push([item]);
  }
  return lines.map(cellsOf);
}

/** Words that follow one another are one cell. */
function cellsOf(line: readonly Placed[]): string[] {
  const cells: (Placed & { end: number })[] = [];
  for (const item of line.toSorted((a, b) => a.x - b.x)) {
    const last = cells.at(-1);
    const gap = last ? item.x - last.end : Infinity;
    if (last && gap < 4) {
      last.text += (gap > 0.8 ? ' ' : '') + item.text;
      last.end = item.x + item.width;
    } else cells.push({ ...item, end: item.x + item.width });
  }
  return cells.map(({ text }) => text.replace(/\s+/g, ' ').trim());
}

const plain = (text: string): string => text.replace(/[\u00a0\u202f\u2009]/g, ' ');
