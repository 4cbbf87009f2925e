import type { Content, TableCell, TDocumentDefinitions } from '../pdf-types.js';
import type { InstallerRoom, InstallerView, LoadRow } from '../../views/installer-view.js';
import { amountText, centimetres, currencySign, dateText, money, quantityText } from '../../words/format.js';
import { POINT_WORDS, PROFILE_NAMES, WALL_WORDS } from '../../words/trade-words.js';
import { columnHead, facts, figure, section, signatures, THIN_LINES } from '../blocks.js';
import type { RoomPictures } from '../drawings.js';
import { capital } from '../estimate-tables.js';
import { CONTENT_WIDTH } from '../house-style.js';
import { documentOf } from '../page.js';

const NAME = 'Лист монтажника';
const GAP = 14;
const HALF = (CONTENT_WIDTH - GAP) / 2;

/** For the crew: what to load, what hangs where, what it earns; the client's prices are not known here. */
export function installerDocument(
  { head, variantName, rooms, load, pay }: InstallerView,
  pictures: ReadonlyMap<string, RoomPictures>,
): TDocumentDefinitions {
  const { client, company, timezone, date, currency } = head;
  return documentOf({ head, name: NAME, hasLetterhead: false }, [
    { text: `${NAME} · заказ № ${head.orderNumber}`, style: 'title', margin: [0, 0, 0, 8] },
    facts([
      ['Адрес', client.address],
      ['Заказчик', client.name],
      ['Вариант', variantName],
      ['Смета', `№ ${head.number} от ${dateText(date, timezone)}`],
      ['Контора', [company.legalName, company.phone].filter((text) => text !== '').join(', ')],
    ]),
    ...(load.length > 0 ? [section('Загрузить', [loadTable(load)])] : []),
    ...rooms.map((room, index) => roomBlock(room, index + 1, pictures.get(room.id))),
    ...(pay ? [section('Оплата монтажа', [payTable(pay, currency)])] : []),
    section('Сдача работ', [
      {
        text:
          'Потолки смонтированы, натянуты без складок и повреждений, светильники проверены и горят. ' +
          'Помещение убрано, недостатков нет / недостатки: ______________________________________________',
      },
      signatures([
        { title: 'Монтажник', who: '' },
        { title: 'Заказчик', who: client.name },
      ]),
    ]),
  ]);
}

function loadTable(load: readonly LoadRow[]): Content {
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: [12, '*', 60, 34, 100],
      body: [
        [
          columnHead('', 'left'),
          columnHead('Материал', 'left'),
          columnHead('Кол-во'),
          columnHead('Ед.', 'left'),
          columnHead('Упаковки', 'left'),
        ],
        ...load.map(({ name, quantity, unit, packs }): TableCell[] => [
          { canvas: [{ type: 'rect', x: 0, y: 1.5, w: 7, h: 7, lineWidth: 0.6, lineColor: '#7d8794' }] },
          { text: name },
          figure(quantityText(quantity), { bold: true }),
          { text: unit, style: 'muted' },
          { text: packs === null ? '' : `${packs.count} × ${quantityText(packs.size)}\u00a0${unit}`, noWrap: true },
        ]),
      ],
    },
    layout: THIN_LINES,
  };
}

/** Rows of one column that are on one page together with the drawing, or without it. */
const MOST_BELOW_PLAN = 25;
const MOST_TOGETHER = 40;

function roomBlock(room: InstallerRoom, number: number, pictures: RoomPictures | undefined): Content {
  const height = room.heightMm === null ? '' : ` · высота ${centimetres(room.heightMm)}`;
  const svg = pictures?.lamps ?? pictures?.plan;
  const plan: Content[] = svg ? [{ svg, width: HALF }] : [];
  const columns: Content = {
    columnGap: GAP,
    columns: [
      { width: HALF, stack: [...plan, below(thingsTable(room))] },
      { width: HALF, stack: [sidesTable(room), below(workTable(room))] },
    ],
  };
  const { sides, things, work } = room;
  const isShort = things.length <= MOST_BELOW_PLAN && sides.length + work.length <= MOST_TOGETHER;
  const title: Content = { text: `${number}. ${room.name}${height}`, style: 'section', margin: [0, 0, 0, 6] };
  return { margin: [0, 16, 0, 0], unbreakable: isShort, stack: [title, columns] };
}

function below(content: Content): Content {
  return { margin: [0, 8, 0, 0], stack: [content] };
}

function sidesTable({ sides }: InstallerRoom): Content {
  return table(
    ['Сторона', 'Длина', 'Профиль', 'Стена'],
    [46, 46, '*', 66],
    sides.map(({ label, lengthMm, isArc, profile, wall }) => [
      { text: isArc ? [{ text: label, bold: true }, ' дуга'] : label, bold: !isArc },
      figure(centimetres(lengthMm)),
      { text: capital(PROFILE_NAMES[profile]), ...(profile === 'ordinary' ? {} : { bold: true }) },
      { text: wall === null ? '' : WALL_WORDS[wall] },
    ]),
  );
}

function thingsTable({ things, withoutPlace: { spotlights, chandeliers } }: InstallerRoom): Content {
  const unplaced = [
    ...(spotlights > 0 ? [`светильники: ${spotlights}`] : []),
    ...(chandeliers > 0 ? [`люстры: ${chandeliers}`] : []),
  ];
  return {
    stack: [
      ...(things.length === 0
        ? []
        : [
            table(
              ['№', 'Что', 'До стен'],
              [14, 66, '*'],
              things.map(({ number, kind, distances }) => [
                { text: String(number), style: 'muted' },
                { text: capital(POINT_WORDS[kind]) },
                { text: distances.map(({ wall, mm }) => `${wall} ${centimetres(mm)}`).join(', ') },
              ]),
            ),
          ]),
      ...(unplaced.length === 0
        ? []
        : [
            {
              text: `Место уточнить у заказчика — ${unplaced.join(', ')}`,
              bold: true,
              margin: [0, 4, 0, 0] as [number, number, number, number],
            },
          ]),
    ],
  };
}

function workTable({ work }: InstallerRoom): Content {
  if (work.length === 0) return { text: '' };
  return table(
    ['Работы', 'Кол-во', 'Ед.'],
    ['*', 46, 24],
    work.map(({ name, quantity, unit }) => [
      { text: name },
      figure(quantityText(quantity)),
      { text: unit, style: 'muted' },
    ]),
  );
}

const NUMBERS = new Set(['Длина', 'Кол-во']);

function table(heads: readonly string[], widths: (number | '*')[], rows: TableCell[][]): Content {
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths,
      body: [heads.map((head) => columnHead(head, NUMBERS.has(head) ? 'right' : 'left')), ...rows],
    },
    layout: THIN_LINES,
  };
}

function payTable({ lines, totalMinor }: NonNullable<InstallerView['pay']>, currency: string): Content {
  const sign = currencySign(currency);
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: ['*', 50, 34, 70, 80],
      body: [
        [
          columnHead('Работа', 'left'),
          columnHead('Кол-во'),
          columnHead('Ед.', 'left'),
          columnHead(`Расценка, ${sign}`),
          columnHead(`Сумма, ${sign}`),
        ],
        ...lines.map(({ name, quantity, unit, payMinor, sumMinor }): TableCell[] => [
          { text: name },
          figure(quantityText(quantity)),
          { text: unit, style: 'muted' },
          figure(amountText(payMinor)),
          figure(amountText(sumMinor)),
        ]),
        [{ text: 'Всего', bold: true, colSpan: 4 }, {}, {}, {}, figure(money(totalMinor, currency), { bold: true })],
      ],
    },
    layout: THIN_LINES,
  };
}
