import { renderCuttingSvg, type CuttingPiece, type CuttingStrip } from '@smet/estimating';
import type { Content, TableCell, TDocumentDefinitions } from '../pdf-types.js';
import type { CuttingView, RoomSheet } from '../../views/cutting-view.js';
import { CUTTING_WORDS } from '../../words/cutting-words.js';
import { columnHead, figure, THIN_LINES } from '../blocks.js';
import { LANDSCAPE, MARGIN } from '../house-style.js';
import { documentOf } from '../page.js';

const NAME = 'Карта раскроя';
const WIDTH = LANDSCAPE.width - 2 * MARGIN;
/** Pixels: of few strips, with room for their points below, and of many, which take the page. */
const FEW_STRIPS = { width: 1000, height: 430 };
const MANY_STRIPS = { width: 1000, height: 590 };
const FEW = 2;

/** A page with the strips of each room, then the points they are cut through. */
export function cuttingDocument({ head, sheets, uncut }: CuttingView): TDocumentDefinitions {
  return documentOf({ head, name: NAME, orientation: 'landscape', hasLetterhead: false }, [
    ...sheets.flatMap((sheet, index) => [
      ...sheetPage(sheet, { orderNumber: head.orderNumber, isFirst: index === 0 }),
      ...pointTables(sheet),
    ]),
    ...(uncut.length === 0
      ? []
      : [
          {
            text: `Нельзя раскроить, замер не закончен: ${uncut.join(', ')}`,
            style: 'heading',
            margin: [0, 10, 0, 0] as [number, number, number, number],
          },
        ]),
    ...(sheets.length + uncut.length === 0 ? [{ text: 'В смете нет комнат.', style: 'heading' }] : []),
  ]);
}

function sheetPage({ name, film, sheet }: RoomSheet, page: { orderNumber: number; isFirst: boolean }): Content[] {
  const strips = sheet.pieces.reduce((sum, piece) => sum + piece.strips.length, 0);
  const svg = renderCuttingSvg(sheet, {
    ...(strips > FEW ? MANY_STRIPS : FEW_STRIPS),
    theme: 'print',
    words: CUTTING_WORDS,
  });
  return [
    {
      ...(page.isFirst ? {} : { pageBreak: 'before' as const }),
      columns: [
        {
          width: '*',
          stack: [
            { text: name, style: 'section' },
            { text: film, margin: [0, 1, 0, 0] },
          ],
        },
        { width: 'auto', text: `Заказ № ${page.orderNumber}`, style: 'section', alignment: 'right' },
      ],
      margin: [0, 0, 0, 6],
    },
    { svg, width: WIDTH },
  ];
}

const COLUMNS = 4;
const CELLS = COLUMNS * 4;

/** For cutting by hand: every point of a strip, from its lower left corner. */
function pointTables({ name, sheet }: RoomSheet): Content[] {
  const lists = sheet.pieces.flatMap((piece) =>
    piece.strips.map((strip) => ({ title: titleOf(sheet.pieces.length, piece, strip), strip })),
  );
  return [
    { text: `${name}: точки полос, мм`, style: 'heading', margin: [0, 10, 0, 2] },
    { text: 'От нижнего левого угла полосы: X вдоль рулона, Y поперёк. Буква стоит у угла комнаты.', style: 'muted' },
    ...lists.map(({ title, strip }): Content => ({
      margin: [0, 8, 0, 0],
      stack: [pointTable(`${name} · ${title}`, strip)],
    })),
  ];
}

const NOTHING: TableCell[] = [{ text: '' }, { text: '' }, { text: '' }, { text: '' }];

/** Points run down the first column, then the next. */
function pointTable(title: string, { points }: CuttingStrip): Content {
  const rows = Math.ceil(points.length / COLUMNS);
  const head = (column: number): TableCell[] =>
    column * rows < points.length
      ? [
          { ...numberCell(column), text: '№', style: 'head' },
          columnHead('Угол', 'left'),
          columnHead('X'),
          columnHead('Y'),
        ]
      : NOTHING;
  const body = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: COLUMNS }, (__, column) => points[column * rows + row]).flatMap(
      (point, column): TableCell[] =>
        point
          ? [
              { ...numberCell(column), text: String(point.number), style: 'muted' },
              { text: point.letter, bold: true },
              figure(tenths(point.x)),
              figure(tenths(point.y)),
            ]
          : NOTHING,
    ),
  );
  return {
    table: {
      headerRows: 2,
      keepWithHeaderRows: Math.min(1, rows),
      dontBreakRows: true,
      widths: Array.from({ length: COLUMNS }, () => [35, 32, 46, 46]).flat(),
      body: [
        [{ text: title, bold: true, colSpan: CELLS }, ...Array.from({ length: CELLS - 1 }, () => ({}))],
        Array.from({ length: COLUMNS }, (_, column) => head(column)).flat(),
        ...body,
      ],
    },
    layout: THIN_LINES,
  };
}

/** Lists beside one another stand apart. */
const numberCell = (column: number): { margin: [number, number, number, number] } => ({
  margin: [column === 0 ? 0 : 18, 0, 0, 0],
});

const tenths = (mm: number): string => (Math.round(mm * 10) / 10 + 0).toFixed(1).replace('.', ',').replace('-', '−');

function titleOf(pieces: number, piece: CuttingPiece, strip: CuttingStrip): string {
  const which = pieces > 1 ? `${CUTTING_WORDS.piece(piece.number, pieces)} · ` : '';
  return which + CUTTING_WORDS.strip(strip.number, piece.strips.length);
}
