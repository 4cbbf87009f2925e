import type { Content, CustomTableLayout, TableCell, TDocumentDefinitions } from '../pdf-types.js';
import type { DocumentHead } from '../../views/document-head.js';
import type { ProposalView } from '../../views/proposal-view.js';
import type { VariantFeature, VariantSummary } from '../../views/variant-differences.js';
import { dateText, money, quantityText, unbroken } from '../../words/format.js';
import { facts, NO_LINES, panel, paragraphs, section, signatures } from '../blocks.js';
import { brandOf, type Brand } from '../brand.js';
import type { RoomPictures } from '../drawings.js';
import { scheduleTable, totalsTable } from '../estimate-tables.js';
import { LINE, TINT } from '../house-style.js';
import { documentOf, letterhead } from '../page.js';
import { roomSections } from './rooms.js';
import { warrantyText } from './warranty.js';

/** What is printed beside the view. */
export interface ProposalExtras {
  pictures: ReadonlyMap<string, RoomPictures>;
  /** Where the client opens the proposal and accepts it. */
  linkUrl: string | null;
}

const NAME = 'Коммерческое предложение';

export function proposalDocument(view: ProposalView, { pictures, linkUrl }: ProposalExtras): TDocumentDefinitions {
  const { head, variants, comparison, shownVariantId } = view;
  const brand = brandOf(head.company.brandColor);
  const shown = variants.find(({ id }) => id === shownVariantId)!;
  const schedule = scheduleTable(shown.totals, head.currency);
  return documentOf({ head, name: NAME }, [
    letterhead(head),
    titleBlock(view, brand),
    ...(comparison.length > 1 ? [section('Варианты', comparisonRows(view, brand))] : []),
    ...roomSections(shown, pictures, head.currency),
    totalsTable(shown.totals, { currency: head.currency, brand }),
    ...(schedule ? [section('Оплата', [schedule])] : []),
    ...conditions(head),
    ...(linkUrl === null ? [] : [linkBlock(linkUrl)]),
    signatures([
      { title: 'От исполнителя', who: head.company.signatory.name },
      { title: 'Заказчик', who: head.client.name },
    ]),
  ]);
}

function titleBlock({ head, variants, shownVariantId }: ProposalView, brand: Brand): Content {
  const shown = variants.find(({ id }) => id === shownVariantId)!;
  const { number, date, timezone, validUntil, currency, client } = head;
  const told = facts([
    ['Заказчик', client.name],
    ['Адрес', client.address],
    ['Дата', dateText(date, timezone)],
    ['Действует до', validUntil === null ? '' : dateText(validUntil, timezone)],
  ]);
  return {
    stack: [
      { text: NAME, style: 'title' },
      { text: `№ ${number}`, style: 'muted', fontSize: 10.5, margin: [0, 2, 0, 10] },
      {
        columnGap: 16,
        columns: [
          { width: '*', stack: [told] },
          {
            width: 210,
            stack: [
              panel(
                {
                  stack: [
                    { text: variants.length > 1 ? `Вариант «${shown.name}»` : 'Стоимость под ключ', fontSize: 8.5 },
                    { text: money(shown.totals.toPayMinor, currency), fontSize: 19, bold: true, style: 'number' },
                  ],
                  color: brand.onFill,
                },
                { fill: brand.fill, padding: 12 },
              ),
            ],
          },
        ],
      },
    ],
  };
}

const MOST_BESIDE = 3;
const MOST_FEATURES = 7;

const BOXES: CustomTableLayout = {
  ...NO_LINES,
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
  hLineColor: () => LINE,
  vLineColor: () => LINE,
  paddingLeft: () => 10,
  paddingRight: () => 10,
  paddingTop: () => 9,
  paddingBottom: () => 9,
};

/** Up to three beside one another, more in further rows. */
function comparisonRows({ comparison, shownVariantId, head }: ProposalView, brand: Brand): Content[] {
  const perRow = comparison.length === 4 ? 2 : Math.min(MOST_BESIDE, comparison.length);
  const rows: Content[] = [];
  for (let at = 0; at < comparison.length; at += perRow) {
    const cells = comparison
      .slice(at, at + perRow)
      .map((variant) =>
        variantCell(variant, { isShown: variant.id === shownVariantId, currency: head.currency, brand }),
      );
    while (cells.length < perRow) cells.push({ text: '', border: [false, false, false, false] });
    const table = { widths: cells.map(() => '*'), body: [cells], dontBreakRows: true };
    rows.push({ margin: [0, at === 0 ? 0 : 8, 0, 0], stack: [{ table, layout: BOXES }] });
  }
  return rows;
}

function variantCell(
  { name, toPayMinor, differenceMinor, has }: VariantSummary,
  { isShown, currency, brand }: { isShown: boolean; currency: string; brand: Brand },
): TableCell {
  const features = has.slice(0, MOST_FEATURES).map(featureText);
  const more = has.length - features.length;
  const sign = differenceMinor > 0 ? '+' : '';
  return {
    ...(isShown && { fillColor: TINT }),
    stack: [
      { text: name, style: 'heading' },
      {
        text: money(toPayMinor, currency),
        fontSize: 13,
        bold: true,
        style: 'number',
        color: brand.ink,
        margin: [0, 2, 0, 0],
      },
      {
        text: isShown
          ? 'Подробно ниже'
          : differenceMinor === 0
            ? 'Цена та же'
            : `${sign}${money(differenceMinor, currency)}`,
        style: ['muted', 'number'],
        margin: [0, 0, 0, 5],
      },
      ...(features.length === 0 ? [] : [{ ul: features, markerColor: brand.ink, fontSize: 8 }]),
      ...(more > 0 ? [{ text: `и ещё ${more}`, style: 'muted', margin: [0, 2, 0, 0] } as Content] : []),
    ],
  };
}

function featureText({ name, quantity }: VariantFeature): string {
  return quantity === null
    ? unbroken(name)
    : `${unbroken(name)}: ${quantityText(quantity.amount)}\u00a0${quantity.unit}`;
}

function conditions({ company }: DocumentHead): Content[] {
  const warranty = warrantyText(company);
  const texts = [...paragraphs(company.proposalTerms), ...(warranty === null ? [] : paragraphs(warranty))];
  return texts.length === 0 ? [] : [section('Условия', texts)];
}

function linkBlock(linkUrl: string): Content {
  return {
    unbreakable: true,
    margin: [0, 16, 0, 0],
    columnGap: 14,
    columns: [
      { qr: linkUrl, fit: 84, width: 'auto' },
      {
        width: '*',
        stack: [
          { text: 'Посмотреть и согласовать в телефоне', style: 'heading', margin: [0, 14, 0, 3] },
          'Наведите камеру на код: откроется это же предложение с чертежами и вариантами, там можно задать вопрос и принять его.',
        ],
      },
    ],
  };
}
