import { itemFieldRows } from '../organization/item-fields.js';
import { address } from './demo-people.js';
import { Random } from './random.js';
import { owned, type DemoScope, type Row, type Tables } from './rows.js';

/** A client of the demo, as far as its details ask for it. */
export interface DetailedClient {
  readonly id: string;
  readonly kind: 'person' | 'company';
  /** When it was made. */
  readonly at: Date;
}

/** Chance of its own: what is told beside the clients changes nothing of what was there before. */
const SEED = 77;
const TAGS = ['Постоянный', 'Дизайнер', 'Застройщик', 'Перезвонить', 'Без скидок'];
const STYLES = ['Современный', 'Классика', 'Лофт'];
const FIELDS = [
  { key: 'area', name: 'Площадь объекта', type: 'number', options: null, unit: 'м²' },
  { key: 'style', name: 'Стиль', type: 'choice', options: STYLES, unit: null },
  { key: 'birthday', name: 'День рождения', type: 'date', options: null, unit: null },
  { key: 'e_documents', name: 'Документы через ЭДО', type: 'boolean', options: null, unit: null },
] as const;
const POSITIONS = ['Прораб', 'Директор', 'Снабженец'];
const DAY = 86_400_000;

/** The fields of the demo's clients and items. */
export function customFieldRows(scope: DemoScope): Tables {
  const own = { ...scope, random: new Random(SEED) };
  const at = { created_at: scope.since, updated_at: scope.since };
  const ofClients = FIELDS.map((field, position) =>
    owned(own, { subject: 'client', ...field, position, version: 1, ...at }),
  );
  // Rows of one statement have the same columns.
  const ofItems = itemFieldRows(own).map((row) => ({ ...row, options: null }));
  return [['custom_fields', [...ofClients, ...ofItems]]];
}

/** Values of the clients' own fields, by the client's place in the list: two of three have some. */
export function clientFields(index: number): Row {
  const random = new Random(SEED + index);
  if (index % 3 === 2) return {};
  return {
    area: random.whole(18, 160),
    style: random.pick(STYLES),
    ...(index % 10 === 9
      ? { e_documents: random.next() < 0.5 }
      : { birthday: new Date(Date.UTC(random.whole(1958, 2001), 0, random.whole(1, 365))).toISOString().slice(0, 10) }),
  };
}

/** Tags, addresses, consents, and the people of companies. */
export function clientDetailRows(
  scope: DemoScope,
  clients: readonly DetailedClient[],
  recordedBy: string | undefined,
): Tables {
  const own = { ...scope, random: new Random(SEED + 1000) };
  const { random } = own;
  const tags = TAGS.map((name) => owned(own, { name, created_at: scope.since }));
  const people = clients.filter(({ kind }) => kind === 'person');
  const companies = clients.filter(({ kind }) => kind === 'company');
  return [
    ['tags', tags],
    [
      'client_tags',
      clients
        .filter((_, index) => index % 2 === 0)
        .map(({ id }) => owned(own, { client_id: id, tag_id: random.pick(tags)['id'] })),
    ],
    [
      'client_addresses',
      clients.map(({ id }, index) =>
        owned(own, {
          client_id: id,
          text: address(random),
          label: index % 4 === 0 ? 'Дача' : null,
          position: 0,
        }),
      ),
    ],
    [
      'client_contacts',
      companies.map(({ id }, index) =>
        owned(own, {
          company_id: id,
          person_id: people[index * 3]?.id,
          position: POSITIONS[index % POSITIONS.length],
          sort: 0,
        }),
      ),
    ],
    [
      'consents',
      people
        .filter((_, index) => index % 3 !== 1)
        .map(({ id, at }, index) =>
          owned(own, {
            client_id: id,
            channel: index % 2 === 0 ? 'phone' : 'messenger',
            basis: 'Обработка персональных данных по договору',
            granted_at: at,
            proof: `Подпись в листе замера № ${index + 1}`,
            withdrawn_at:
              index % 9 === 8 ? new Date(Math.min(at.getTime() + 20 * DAY, scope.since.getTime() + 399 * DAY)) : null,
            recorded_by: recordedBy,
            created_at: at,
          }),
        ),
    ],
  ];
}
