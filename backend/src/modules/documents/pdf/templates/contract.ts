import type { Content, TDocumentDefinitions } from '../pdf-types.js';
import type { ContractView } from '../../views/contract-view.js';
import { dateText, money, percentText, quantityText } from '../../words/format.js';
import { columnHead, figure, linesOf, section, signatures, THIN_LINES } from '../blocks.js';
import { brandOf } from '../brand.js';
import { linesTable, looksOf, scheduleTable, totalsTable } from '../estimate-tables.js';
import { documentOf, letterhead } from '../page.js';
import { BLANK, partiesBlock, preamble } from './parties.js';
import { warrantyText } from './warranty.js';

const NAME = 'Договор';

/** The contract and its annex: the same lines and totals as in the proposal. */
export function contractDocument(view: ContractView): TDocumentDefinitions {
  const { head } = view;
  const { company, timezone, date } = head;
  return documentOf({ head, name: NAME, number: String(head.orderNumber) }, [
    letterhead(head),
    { text: `Договор №\u00a0${head.orderNumber}`, style: 'title' },
    { text: 'на изготовление и монтаж натяжных потолков', fontSize: 10.5, margin: [0, 2, 0, 6] },
    {
      columns: [
        { text: `Место: ${BLANK}`, width: '*' },
        { text: dateText(date, timezone), alignment: 'right', width: 'auto' },
      ],
      margin: [0, 0, 0, 8],
    },
    { text: preamble(head) },
    section('1. Предмет', [subject(view), rooms(view)]),
    section('2. Цена и оплата', price(view)),
    section('3. Сроки', [
      clause('3.1', `Работы начинаются ${BLANK} и заканчиваются не позднее ${BLANK}.`),
      clause(
        '3.2',
        'Срок сдвигается на время, в течение которого помещение не было готово к монтажу или не был внесён очередной платёж.',
      ),
    ]),
    section('4. Обязанности сторон', duties()),
    section('5. Приёмка и гарантия', acceptance(view)),
    section(
      '6. Прочее',
      [...linesOf(company.proposalTerms), CHANGES].map((text, index) => clause(`6.${index + 1}`, text)),
    ),
    section('7. Реквизиты и подписи', [partiesBlock(head)]),
    ...annex(view),
  ]);
}

const CHANGES =
  'Изменения договора действительны, если они оформлены письменно и подписаны обеими Сторонами. Договор составлен в двух экземплярах, по одному для каждой Стороны.';

function clause(number: string, text: string): Content {
  return {
    unbreakable: true,
    columns: [
      { text: `${number}.`, width: 24 },
      { text, width: '*' },
    ],
    margin: [0, 0, 0, 3],
  };
}

function subject({ head }: ContractView): Content {
  const address = head.client.address === '' ? BLANK : head.client.address;
  return clause(
    '1.1',
    `Исполнитель изготавливает и монтирует натяжные потолки по адресу: ${address}, а Заказчик принимает и оплачивает их. ` +
      'Материалы, работы, их количество и цены указаны в смете (приложение №\u00a01), которая является частью договора.',
  );
}

function rooms({ variant }: ContractView): Content {
  return {
    margin: [24, 4, 0, 0],
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: ['*', 80, 80],
      body: [
        [columnHead('Помещение', 'left'), columnHead('Площадь, м²'), columnHead('Периметр, м')],
        ...variant.rooms.map(({ name, measures }) => [
          { text: name },
          figure(measures ? quantityText(measures.area) : '—'),
          figure(measures ? quantityText(measures.perimeter) : '—'),
        ]),
      ],
    },
    layout: THIN_LINES,
  };
}

function price({ head, variant, binding, toPayInWords, vatInWords }: ContractView): Content[] {
  const { toPayMinor, vat } = variant.totals;
  const schedule = scheduleTable(variant.totals, head.currency);
  const tax =
    vat === null || vatInWords === null
      ? 'НДС не облагается.'
      : `В том числе НДС ${percentText(vat.ratePercent)}: ${money(vat.amountMinor, head.currency)} (${vatInWords}).`;
  return [
    clause('2.1', `Цена договора: ${money(toPayMinor, head.currency)} (${toPayInWords}). ${tax}`),
    clause('2.2', bindingText({ head, binding })),
    ...(schedule
      ? [
          clause('2.3', 'Заказчик платит по частям:'),
          { stack: [schedule], margin: [24, 2, 0, 0] as [number, number, number, number], unbreakable: true },
        ]
      : []),
  ];
}

function bindingText({ head, binding }: Pick<ContractView, 'head' | 'binding'>): string {
  const law = head.currency === 'RUB' ? ' (статья 33 Закона РФ «О защите прав потребителей»)' : '';
  return binding === 'firm'
    ? `Смета твёрдая${law}: Исполнитель не вправе требовать её увеличения, Заказчик — уменьшения, кроме случаев, названных в законе.`
    : `Смета приблизительная${law}: о её существенном превышении Исполнитель своевременно предупреждает Заказчика, и тот вправе отказаться от договора, оплатив сделанное.`;
}

const duties = (): Content[] => [
  clause(
    '4.1',
    'Исполнитель выполняет работы своими силами и инструментом, бережёт имущество Заказчика и убирает за собой упаковку и обрезки.',
  ),
  clause(
    '4.2',
    'Заказчик обеспечивает доступ в помещение, электричество и место у стен, сообщает о скрытой проводке и трубах и отвечает за прочность основания, о которой был предупреждён.',
  ),
  clause('4.3', 'Работы сверх сметы выполняются после того, как Стороны письменно согласовали их цену.'),
];

function acceptance({ head }: ContractView): Content[] {
  const warranty = warrantyText(head.company);
  return [
    clause(
      '5.1',
      'Работы сдаются по акту. Заказчик подписывает его в день окончания монтажа или письменно называет недостатки.',
    ),
    ...(warranty === null
      ? []
      : [
          clause(
            '5.2',
            `${warranty} Гарантия не действует при механическом повреждении, затоплении и вмешательстве третьих лиц.`,
          ),
        ]),
  ];
}

function annex({ head, variant }: ContractView): Content[] {
  const look = looksOf(variant, head.currency);
  const contents = [...variant.rooms, { ...variant.common, name: 'Общее для заказа' }];
  return [
    {
      text: `Приложение №\u00a01 к договору №\u00a0${head.orderNumber}`,
      style: 'muted',
      alignment: 'right',
      pageBreak: 'before',
    },
    { text: 'Смета', style: 'title', margin: [0, 4, 0, 2] },
    { text: `Версия ${head.versionNumber}, вариант «${variant.name}»`, style: 'muted' },
    ...contents
      .filter(({ lines, coefficients }) => lines.length + coefficients.length > 0)
      .map((content): Content => ({
        margin: [0, 10, 0, 0],
        stack: [linesTable(content.name, content, look)],
      })),
    totalsTable(variant.totals, { currency: head.currency, brand: brandOf(head.company.brandColor) }),
    signatures([
      { title: 'Исполнитель', who: head.company.signatory.name },
      { title: 'Заказчик', who: head.client.name },
    ]),
  ];
}
