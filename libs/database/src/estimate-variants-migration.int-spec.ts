import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createItem, createOrder, createOrganization, type TestOrganization } from '../../../backend/test/builders.js';
import { createEmptyDatabase } from '../../../backend/test/test-database.js';
import { createDataSource } from './data-source.js';
import { newId } from './ids.js';
import { EstimateVariantsAndVersions1795170120000 } from './migrations/1795170120000-estimate-variants-and-versions.js';
import { migrations } from './migrations/index.js';

let owner: pg.Client;
let drop: () => Promise<void>;
let url: string;
let organization: TestOrganization;
const [estimate, version, variant, room, trip, payList] = Array.from({ length: 6 }, () => newId());

const explained = (basis: string, given: object = {}) =>
  JSON.stringify({
    basis,
    ruleSet: basis === 'manual' ? null : { id: 'R1', version: 1 },
    terms: [{ name: 'AB', value: '4', unit: 'm' }],
    unrounded: basis === 'manual' ? null : '14',
    rounding: basis === 'manual' ? null : { mode: 'half-up', step: '0.01' },
    notes: [],
    ...given,
  });

/** An estimate as it was stored before: one variant, a room, a generated line changed by hand and a line added by hand. */
async function storeEarlier(): Promise<void> {
  organization = await createOrganization(owner);
  const { id: order } = await createOrder(owner, organization);
  const { id: item } = await createItem(owner, organization, { code: 'PRF-AL-W25' });
  const of = organization.id;
  await owner.query(
    `insert into price_lists (id, organization_id, name, kind, currency, is_default) values ($1, $2, 'p', 'pay', 'RUB', true)`,
    [payList, of],
  );
  await owner.query(
    `insert into estimates (id, organization_id, order_id, number, title) values ($1, $2, $3, 1, 'a')`,
    [estimate, of, order],
  );
  await owner.query(
    `insert into estimate_versions (id, organization_id, estimate_id, number, status, rule_set_id, rule_set_version,
       price_list_id, priced_at) values ($1, $2, $3, 1, 'draft', 'R1', 1, $4, now())`,
    [version, of, estimate, organization.priceListId],
  );
  await owner.query(
    `insert into estimate_variants (id, organization_id, version_id, name, is_current, discount_percent, gross_minor,
       discount_minor, to_pay_minor, prepayment_minor, cost_minor) values ($1, $2, $3, 'x', true, 7.50, 1000, 75, 925, 463, 400)`,
    [variant, of, version],
  );
  await owner.query(
    `insert into estimate_rooms (id, organization_id, variant_id, name, shape, billed_area, billed_perimeter, measures)
     values ($1, $2, $3, 'Room', '{"kind": "rectangle"}', 12, 14, '{"billedArea": "12"}')`,
    [room, of, variant],
  );
  const line = (values: unknown[]) =>
    owner.query(
      `insert into estimate_lines (id, organization_id, variant_id, item_id, code, name, unit, price_minor, room_id, sort,
         rule_key, quantity, computed_quantity, sum_minor, cost_minor, explanation)
       values ($1, $2, $3, $4, 'PRF-AL-W25', 'n', 'm', 10, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [values[0], of, variant, item, ...values.slice(1)],
    );
  await line([newId(), room, 0, 'profile', '15.5', '14', 600, 20, explained('billed_perimeter', { overridden: true })]);
  await line([newId(), room, 1, 'wiring', '3', '3', 300, 20, explained('points_of_light', { unrounded: null })]);
  await line([trip, null, 2, null, '2.5000', null, 100, 20, explained('manual')]);
}

beforeAll(async () => {
  const database = await createEmptyDatabase();
  ({ url, drop } = database);
  owner = new pg.Client({ connectionString: url });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await drop();
});

/** Those that have not run yet, as `migrate` runs them; the roles are there since the test server was made. */
async function run(wanted: readonly (typeof migrations)[number][]): Promise<void> {
  const dataSource = createDataSource({ url, role: null });
  dataSource.setOptions({ migrations: [...wanted] });
  await dataSource.initialize();
  try {
    await dataSource.runMigrations({ transaction: 'each' });
  } finally {
    await dataSource.destroy();
  }
}

describe('estimates stored before variants', () => {
  it('are carried over with everything a person entered and everything that was computed', async () => {
    await run(migrations.slice(0, migrations.indexOf(EstimateVariantsAndVersions1795170120000)));
    await storeEarlier();
    await run(migrations);

    const one = async <T>(sql: string) => (await owner.query(sql)).rows[0] as T;
    expect(
      await one(
        'select current_variant_id, terms, content_hash, accepted_at, pay_list_id, dealer_list_id from estimate_versions',
      ),
    ).toMatchObject({
      current_variant_id: variant,
      terms: { minimumOrderMinor: 0, rounding: { policy: 'half-up' }, vat: null },
      content_hash: null,
      accepted_at: null,
      pay_list_id: payList,
      dealer_list_id: null,
    });
    expect(await one('select * from estimate_variants')).toMatchObject({
      id: variant,
      version_id: version,
      content: {
        discountPercent: '7.5',
        overrides: [{ roomId: room, ruleKey: 'profile', quantity: '15.5' }],
        manualLines: [{ id: trip, itemCode: 'PRF-AL-W25', roomId: null, quantity: '2.5' }],
      },
      payments: [
        { when: 'before_start', percent: '50', amountMinor: 463 },
        { when: 'after_mounting', percent: '50', amountMinor: 462 },
      ],
      cost_minor: '400',
      margin_minor: '525',
      to_pay_minor: '925',
      adjustments: [],
      digest: null,
    });
    expect(await one('select version_id, id, shape from estimate_rooms')).toEqual({
      version_id: version,
      id: room,
      shape: { kind: 'rectangle' },
    });
    expect(await one('select * from estimate_room_measures')).toMatchObject({
      variant_id: variant,
      room_id: room,
      subtotal_minor: '900',
      billed_area: '12.0000',
      measures: { billedArea: '12' },
    });
    const { rows: lines } = await owner.query<Record<string, unknown>>('select * from estimate_lines order by sort');
    expect(lines.map(({ key, overridden }) => [key, overridden])).toEqual([
      [`${room}:profile`, true],
      [`${room}:wiring`, false],
      [`manual:${trip}`, false],
    ]);
    expect(lines[0]).toMatchObject({ version_id: version, kind: 'material', category_id: expect.any(String) });
    expect(lines[0]?.['explanation']).toEqual({
      ruleSet: { id: 'R1', version: 1 },
      formula: 'billed_perimeter',
      measures: [{ name: 'billed_perimeter', unit: 'm', value: '14', terms: [{ name: 'AB', value: '4', unit: 'm' }] }],
      unrounded: '14',
      rounding: { mode: 'half-up', step: '0.01' },
      pack: null,
      notes: [],
    });
    expect(lines[1]?.['explanation']).toMatchObject({
      formula: 'spotlights + chandeliers',
      measures: [{ value: '3' }],
    });
    expect(lines[2]?.['explanation']).toMatchObject({ formula: null, measures: [], ruleSet: null });
  });
});
