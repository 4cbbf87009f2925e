import type { Content, CustomTableLayout, TableCell } from './pdf-types.js';
import { amountText, currencySign, money, percentText, quantityText, unbroken } from '../words/format.js';
import { KIND_WORDS, MOMENT_WORDS } from '../words/trade-words.js';
import type { CoefficientView, LineView, RoomContent, TotalsView, VariantView } from '../views/variant-view.js';
import { columnHead, figure, THIN_LINES } from './blocks.js';
import type { Brand } from './brand.js';
import { INK, MUTED } from './house-style.js';

/** The same in all tables of a document, so that their columns stand under one another. */
export interface LinesLook {
  currency: string;
  /** Whether some line has a discount of its own. */
  withDiscount: boolean;
}

export function looksOf({ rooms, common }: VariantView, currency: string): LinesLook {
  const lines = [...rooms, common].flatMap((content) => content.lines);
  return { currency, withDiscount: lines.some(({ discount }) => discount !== null) };
}

/** Lines of a room or of the whole; its name stands in the head, so that every page the table runs over says whose it is. */
export function linesTable(name: string, content: RoomContent, { currency, withDiscount }: LinesLook): Content {
  const sign = currencySign(currency);
  const heads = ['Кол-во', 'Ед.', `Цена, ${sign}`, ...(withDiscount ? ['Скидка'] : []), `Сумма, ${sign}`];
  const head: TableCell[] = [
    { text: name, bold: true },
    ...heads.map((text) => columnHead(text, text === 'Ед.' ? 'left' : 'right')),
  ];
  const rows = [
    ...content.lines.map((line) => lineRow(line, withDiscount)),
    ...content.coefficients.map((one) => coefficientRow(one, heads.length)),
  ];
  const total: TableCell[] = [
    { text: 'Итого', bold: true, colSpan: heads.length },
    ...Array.from({ length: heads.length - 1 }, () => ({})),
    figure(amountText(content.sumMinor), { bold: true }),
  ];
  const widths = ['*' as const, 46, 34, 58, ...(withDiscount ? [84] : []), 66];
  // In one row: a total alone at the top of a page is a total of nothing.
  const ending: TableCell = {
    colSpan: widths.length,
    table: { widths, body: [...rows.slice(-1), total] },
    layout: THIN_LINES,
  };
  return {
    margin: [0, 4, 0, 0],
    table: {
      headerRows: 1,
      keepWithHeaderRows: 2,
      dontBreakRows: true,
      widths,
      body: [head, ...rows.slice(0, -1), [ending, ...Array.from({ length: heads.length }, () => ({}))]],
    },
    layout: WITH_ENDING,
  };
}

const WITH_ENDING: CustomTableLayout = {
  ...THIN_LINES,
  paddingTop: (row, node) => (row === node.table.body.length - 1 ? 0 : 2.5),
  paddingBottom: (row, node) => (row === node.table.body.length - 1 ? 0 : 2.5),
};

function lineRow(
  { name, quantity, unit, priceMinor, discount, netMinor }: LineView,
  withDiscount: boolean,
): TableCell[] {
  return [
    { text: unbroken(name) },
    figure(quantityText(quantity)),
    { text: unit, color: MUTED },
    figure(amountText(priceMinor)),
    ...(withDiscount ? [discountCell(discount)] : []),
    figure(amountText(netMinor)),
  ];
}

function discountCell(discount: LineView['discount']): TableCell {
  if (discount === null) return { text: '' };
  return figure(`${percentText(discount.percent)}: ${amountText(-discount.amountMinor)}`, { color: MUTED });
}

function coefficientRow(coefficient: CoefficientView, columns: number): TableCell[] {
  const { name, sumMinor } = coefficient;
  return [
    { text: [name, { text: ` · ${baseText(coefficient)}`, color: MUTED }], colSpan: columns },
    ...Array.from({ length: columns - 1 }, () => ({})),
    figure(amountText(sumMinor)),
  ];
}

function baseText({ percent, base, baseMinor, discountMinor }: CoefficientView): string {
  const of = base.length === 0 ? 'суммы' : base.map((kind) => KIND_WORDS[kind]).join(' и ');
  const discount = discountMinor === 0 ? '' : `, со скидкой ${amountText(discountMinor)}`;
  return `${percentText(percent)} от ${amountText(baseMinor)} (${of})${discount}`;
}

/** From the sum of all lines to what is to be paid; every row that is nothing is left out, and the rows add up. */
export function totalsTable(totals: TotalsView, { currency, brand }: { currency: string; brand: Brand }): Content {
  const rows = totalRows(totals).filter(({ amountMinor }) => amountMinor !== 0);
  const { vat, toPayMinor, grossMinor } = totals;
  const vatText =
    vat?.mode === 'included'
      ? `В том числе НДС ${percentText(vat.ratePercent)}: ${money(vat.amountMinor, currency)}`
      : vat === null
        ? 'НДС не облагается'
        : '';
  return {
    unbreakable: true,
    margin: [0, 12, 0, 0],
    table: {
      widths: ['*', 'auto', 110],
      body: [
        ...(rows.length === 0 ? [] : [totalRow('Сумма по позициям', amountText(grossMinor))]),
        ...rows.map(({ name, amountMinor }) => totalRow(name, amountText(amountMinor))),
        [
          { text: '' },
          { text: 'Итого к оплате', bold: true, fontSize: 12, margin: [0, 3, 0, 0] },
          figure(money(toPayMinor, currency), { bold: true, fontSize: 12, color: brand.ink, above: 3 }),
        ],
        ...(vatText === ''
          ? []
          : [[{ text: '' }, { text: vatText, style: 'small', alignment: 'right' as const, colSpan: 2 }, {}]]),
      ],
    },
    layout: {
      ...THIN_LINES,
      hLineWidth: () => 0,
      paddingTop: () => 1.5,
      paddingBottom: () => 1.5,
    },
  };
}

function totalRow(name: string, amount: string): TableCell[] {
  return [{ text: '' }, { text: name, color: MUTED, noWrap: true }, figure(amount, { color: INK })];
}

interface TotalRow {
  name: string;
  amountMinor: number;
}

function totalRows(totals: TotalsView): TotalRow[] {
  const {
    lineDiscountMinor,
    otherDiscountMinor,
    otherDiscountPercent: percent,
    topUpMinor,
    vat,
    roundingMinor,
  } = totals;
  const share = percent === null || lineDiscountMinor !== 0 ? '' : ` ${percentText(percent)}`;
  const others = lineDiscountMinor === 0 ? 'Скидка' : 'Скидка на остальное';
  const rest = percent === null || lineDiscountMinor === 0 ? '' : ` ${percentText(percent)}`;
  const minimum = totals.minimumMinor === null ? '' : ` (${amountText(totals.minimumMinor)})`;
  return [
    { name: 'Скидки в позициях', amountMinor: -lineDiscountMinor },
    { name: `${others}${share}${rest}`, amountMinor: -otherDiscountMinor },
    { name: `До минимальной суммы заказа${minimum}`, amountMinor: topUpMinor },
    {
      name: vat === null ? '' : `НДС ${percentText(vat.ratePercent)}`,
      amountMinor: vat?.mode === 'on_top' ? vat.amountMinor : 0,
    },
    { name: 'Округление', amountMinor: roundingMinor },
  ];
}

/** When how much is paid; nothing where nothing is agreed. */
export function scheduleTable({ schedule }: TotalsView, currency: string): Content | null {
  if (schedule.length === 0) return null;
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: [16, '*', 60, 110],
      body: [
        [columnHead('№', 'left'), columnHead('Когда', 'left'), columnHead('Доля'), columnHead('Сумма')],
        ...schedule.map(({ when, percent, amountMinor }, index): TableCell[] => [
          { text: String(index + 1), color: MUTED },
          { text: capital(MOMENT_WORDS[when]) },
          figure(percentText(percent)),
          figure(money(amountMinor, currency)),
        ]),
      ],
    },
    layout: THIN_LINES,
  };
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
