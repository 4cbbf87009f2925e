import type { Content, TDocumentDefinitions } from '../pdf-types.js';
import type { ActGroup, ActView } from '../../views/contract-view.js';
import { dateText, money } from '../../words/format.js';
import { facts, paragraphs, section } from '../blocks.js';
import { brandOf } from '../brand.js';
import { linesTable, looksOf, totalsTable } from '../estimate-tables.js';
import { documentOf, letterhead } from '../page.js';
import { partiesBlock } from './parties.js';
import { warrantyText } from './warranty.js';

const NAME = 'Акт';

const GROUP_NAMES: Readonly<Record<ActGroup['kind'], string>> = {
  work: 'Работы',
  service: 'Услуги',
  material: 'Материалы',
  other: 'Работы и материалы',
};

/** The act of completion: what was done, what it comes to, and that nothing is owed beside it. */
export function actDocument({ head, groups, variant, toPayInWords }: ActView): TDocumentDefinitions {
  const { currency, company, client, timezone, date } = head;
  const coefficients = [...variant.rooms, variant.common].flatMap((content) => content.coefficients);
  const surcharges = { lines: [], coefficients, sumMinor: coefficients.reduce((sum, one) => sum + one.sumMinor, 0) };
  const look = looksOf(variant, currency);
  const warranty = warrantyText(company);
  return documentOf({ head, name: NAME, number: String(head.orderNumber) }, [
    letterhead(head),
    { text: `Акт № ${head.orderNumber}`, style: 'title' },
    { text: 'о выполненных работах и переданных материалах', fontSize: 10.5, margin: [0, 2, 0, 8] },
    facts([
      ['Дата акта', '«____» ______________ 20____ г.'],
      ['Основание', `договор № ${head.orderNumber}, смета № ${head.number} от ${dateText(date, timezone)}`],
      ['Исполнитель', company.legalName],
      ['Заказчик', client.name],
      ['Адрес', client.address],
    ]),
    ...groups.map(({ kind, lines, netMinor }) =>
      spaced(linesTable(GROUP_NAMES[kind], { lines, coefficients: [], sumMinor: netMinor }, look)),
    ),
    ...(coefficients.length > 0 ? [spaced(linesTable('Надбавки', surcharges, look))] : []),
    totalsTable(variant.totals, { currency, brand: brandOf(company.brandColor) }),
    section('Заключение', [
      {
        text:
          `Работы выполнены и материалы переданы на сумму ${money(variant.totals.toPayMinor, currency)} (${toPayInWords}). ` +
          'Заказчик осмотрел потолки, объём, качество и сроки его устраивают, претензий к Исполнителю нет.',
      },
      ...(warranty === null ? [] : paragraphs(warranty)),
    ]),
    spaced(partiesBlock(head)),
  ]);
}

function spaced(content: Content): Content {
  return { margin: [0, 12, 0, 0], stack: [content] };
}
