import type { Content, ContentTable, CustomTableLayout, TableCell } from './pdf-types.js';
import { LINE, TINT } from './house-style.js';

/** Blocks all documents are made of. */

/** Thin lines between rows, none beside columns. */
export const THIN_LINES: CustomTableLayout = {
  hLineWidth: (row, node) => (row === 0 || row === node.table.body.length ? 0 : 0.5),
  vLineWidth: () => 0,
  hLineColor: () => LINE,
  paddingLeft: (column) => (column === 0 ? 0 : 4),
  paddingRight: (column, node) => (column === (node.table.widths?.length ?? 0) - 1 ? 0 : 4),
  paddingTop: () => 2.5,
  paddingBottom: () => 2.5,
};

/** The same under a title, which no line parts from the heads. */
const BELOW_TITLE: CustomTableLayout = {
  ...THIN_LINES,
  hLineWidth: (row, node) => (row <= 1 || row === node.table.body.length ? 0 : 0.5),
};

export const NO_LINES: CustomTableLayout = {
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: () => 0,
  paddingTop: () => 0,
  paddingBottom: () => 0,
};

/** An area of one colour with its content inside. */
export function panel(content: Content, { fill = TINT, padding = 10 } = {}): Content {
  return {
    table: { widths: ['*'], body: [[{ stack: [content], fillColor: fill, border: [false, false, false, false] }]] },
    layout: {
      ...NO_LINES,
      paddingLeft: () => padding,
      paddingRight: () => padding,
      paddingTop: () => padding,
      paddingBottom: () => padding,
    },
  };
}

/** A number in its column: figures of one width, never broken. */
export function figure(text: string, { above = 0, ...look }: FigureLook = {}): TableCell {
  return { text, alignment: 'right', noWrap: true, style: 'number', margin: [0, above, 0, 0], ...look };
}

interface FigureLook {
  bold?: boolean;
  color?: string;
  fontSize?: number;
  /** Points of space over it. */
  above?: number;
}

export function columnHead(text: string, alignment: 'left' | 'right' = 'right'): TableCell {
  return { text, alignment, style: 'head' };
}

/**
 * A heading with what follows it: never alone at the end of a page. Over a table it is the head of that table, and comes
 * again on every page the table runs over; anything else that comes first must be less than a page, of what is kept
 * together the printer drops the rest.
 */
export function section(title: string, content: Content[], gap = 14): Content {
  const [first, ...rest] = content;
  if (first && isTable(first)) {
    return { margin: [0, gap, 0, 0], stack: [titled(title, first), ...rest] };
  }
  return {
    margin: [0, gap, 0, 0],
    stack: [
      {
        unbreakable: true,
        stack: [{ text: title, style: 'section', margin: [0, 0, 0, 6] }, ...(first ? [first] : [])],
      },
      ...rest,
    ],
  };
}

function isTable(content: Content): content is ContentTable {
  return typeof content === 'object' && 'table' in content;
}

function titled(title: string, content: ContentTable): ContentTable {
  const { table, layout } = content;
  const columns = table.body[0]!.length;
  const head: TableCell[] = [
    { text: title, style: 'section', colSpan: columns, margin: [0, 0, 0, 3] },
    ...Array.from({ length: columns - 1 }, () => ({})),
  ];
  const { headerRows = 0, keepWithHeaderRows = 1 } = table;
  return {
    ...content,
    table: { ...table, headerRows: headerRows + 1, keepWithHeaderRows, body: [head, ...table.body] },
    layout: layout === THIN_LINES ? BELOW_TITLE : layout,
  };
}

/** Texts a person wrote, a paragraph a line. */
export function paragraphs(text: string): Content[] {
  return linesOf(text).map((line) => ({ text: line, margin: [0, 0, 0, 3] }));
}

/** What stands in its lines, empty ones left out. */
export function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Names with their values, those without a value left out. */
export function facts(pairs: readonly (readonly [name: string, value: string])[]): Content {
  const told = pairs.filter(([, value]) => value !== '');
  if (told.length === 0) return '';
  return {
    table: {
      widths: ['auto', '*'],
      body: told.map(([name, value]) => [{ text: name, style: 'muted', noWrap: true }, { text: value }]),
    },
    layout: {
      ...NO_LINES,
      paddingRight: (column) => (column === 0 ? 8 : 0),
      paddingTop: () => 1,
      paddingBottom: () => 1,
    },
  };
}

/** Where both sides sign. */
export function signatures(sides: readonly { title: string; who: string }[]): Content {
  return {
    unbreakable: true,
    margin: [0, 22, 0, 0],
    columnGap: 24,
    columns: sides.map(({ title, who }) => ({
      width: '*',
      stack: [
        { text: title, style: 'heading', margin: [0, 0, 0, 24] },
        { canvas: [{ type: 'line', x1: 0, y1: 0, x2: 225, y2: 0, lineWidth: 0.6, lineColor: '#7d8794' }] },
        { text: who === '' ? 'подпись, расшифровка' : `подпись · ${who}`, style: 'small', margin: [0, 3, 0, 0] },
      ],
    })),
  };
}
