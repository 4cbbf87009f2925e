import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@smet/database';
import { createOrder, createOrganization, type TestOrganization } from '../../../test/builders.js';
import { draftOf, resultOf, roomE1, roomE4, SHAPES } from '../../../test/support/drafts.js';
import { startApi, type TestApi } from '../../../test/support/index.js';
import { priceNomenclature } from '../../../test/support/nomenclature.js';
import { enterAs, type Person } from '../../../test/support/people.js';
import type { OrderDto } from '../orders/index.js';
import type { EstimateDto } from './dto/estimate.dto.js';

let api: TestApi;
let organization: TestOrganization;
let manager: Person;
let measurer: Person;
let orderId: string;

beforeAll(async () => {
  api = await startApi();
  organization = await createOrganization(api.db.owner);
  await priceNomenclature(api.db.owner, organization);
  manager = await enterAs(api, organization.id, 'manager');
  measurer = await enterAs(api, organization.id, 'measurer');
});
afterAll(() => api.close());
beforeEach(async () => {
  orderId = (await createOrder(api.db.owner, organization, { measurerUserId: measurer.id })).id;
});

const begin = async (title?: string): Promise<EstimateDto> => {
  const { status, body } = await manager.send<EstimateDto>('POST', `/orders/${orderId}/estimates`, { title });
  expect(status).toBe(201);
  return body;
};
const save = (who: Person, { id, version }: EstimateDto, draft: unknown) =>
  who.send<EstimateDto>('PUT', `/estimates/${id}`, { version, draft });
const reread = async ({ id }: EstimateDto) => (await manager.get<EstimateDto>(`/estimates/${id}`)).body;

describe('an estimate through the API', () => {
  it('begins empty, with everything the browser needs to compute', async () => {
    const estimate = await begin();
    expect(estimate).toMatchObject({
      orderId,
      title: '№ 1',
      version: 1,
      status: 'draft',
      ruleSet: { id: 'R1', version: 1 },
      currency: 'RUB',
      canEdit: true,
      canDiscount: true,
      draft: { rooms: [], variants: [{ name: '', overrides: [], manualLines: [], discountPercent: '0' }] },
      results: [{ result: { rooms: [], lines: [], problems: [], totals: { grossMinor: 0, toPayMinor: 0 } } }],
      number: 1,
      versions: [{ number: 1, status: 'draft', issuedAt: null, validUntil: null, toPayMinor: 0, accepted: false }],
      approval: { state: 'none', percent: '0' },
      pricesChanged: false,
    });
    expect(estimate.priceBook).toHaveLength(22);
    expect(await reread(estimate)).toEqual(estimate);
    expect((await begin('Second')).title).toBe('Second');
  });

  it('computes E1 of the acceptance examples to the kopeck and gives the order its sum', async () => {
    const estimate = await begin();
    const draft = draftOf([roomE1()], { discountPercent: '10' });
    const { status, body: saved } = await save(manager, estimate, draft);
    expect(status).toBe(200);
    expect(saved.version).toBe(2);
    expect(saved.draft).toEqual(draft);
    expect(resultOf(saved).totals).toEqual({
      grossMinor: 33_478_00,
      discountMinor: 3_347_80,
      topUpMinor: 0,
      vat: null,
      schedule: [
        { when: 'before_start', percent: '50', amountMinor: 15_065_00 },
        { when: 'after_mounting', percent: '50', amountMinor: 15_065_00 },
      ],
      toPayMinor: 30_130_00,
      prepaymentMinor: 15_065_00,
      restMinor: 15_065_00,
    });
    expect(resultOf(saved).lines.map(({ code, quantity, sumMinor }) => `${code} ${quantity} ${sumMinor}`)).toEqual([
      'CNV-M-C320 12 478800',
      'SRV-CUT 12 120000',
      'SRV-HRP 12 120000',
      'PRF-AL-W25 14 280000',
      'INS-TL-W 14 112000',
      'WRK-PVC 12 420000',
      'WRK-PRF 14 280000',
      'WRK-INS 14 112000',
      'KIT-SPOT90 6 210000',
      'LMP-GX53 6 150000',
      'LMP-GX53-L 6 90000',
      'WRK-EMB 7 245000',
      'WRK-LMP 6 120000',
      'WRK-WIRE 7 490000',
      'KIT-CH-PLT 1 70000',
      'WRK-CHN 1 50000',
    ]);
    expect(resultOf(saved).lines.every(({ explanation }) => explanation.measures.length > 0)).toBe(true);
    expect(await reread(estimate)).toEqual(saved);
    const { body: order } = await manager.get<OrderDto>(`/orders/${orderId}`);
    expect(order.totalMinor).toBe(30_130_00);
    expect(order.estimates).toEqual([expect.objectContaining({ id: estimate.id, toPayMinor: 30_130_00 })]);
  });

  it('computes two rooms with a line added by hand and a discount', async () => {
    const estimate = await begin();
    const trip = { id: newId(), itemCode: 'SRV-TRIP2', roomId: null, quantity: '1' };
    const draft = draftOf([roomE1(), roomE4()], { manualLines: [trip], discountPercent: '7' });
    const { body: saved } = await save(manager, estimate, draft);
    expect(resultOf(saved).totals).toMatchObject({
      grossMinor: 71_989_20,
      discountMinor: 5_039_24,
      toPayMinor: 66_950_00,
    });
    expect(resultOf(saved).lines.at(-1)).toMatchObject({ key: `manual:${trip.id}`, code: 'SRV-TRIP2', ruleKey: null });
    expect(saved.priceBook.map(({ code }) => code)).toContain('SRV-TRIP2');
    expect(await reread(estimate)).toEqual(saved);
  });

  it('sums all estimates of an order', async () => {
    await save(manager, await begin(), draftOf([roomE1()], { discountPercent: '10' }));
    const second = await begin();
    await save(manager, second, draftOf([roomE4()]));
    const { body: order } = await manager.get<OrderDto>(`/orders/${orderId}`);
    expect(order.totalMinor).toBe(30_130_00 + 36_511_00);
  });

  it('keeps a hand-changed quantity beside the computed one through every later save', async () => {
    const estimate = await begin();
    const room = roomE1();
    const overrides = [{ roomId: room.id, ruleKey: 'profile', quantity: '15.5' }];
    const profileOf = (dto: EstimateDto) => resultOf(dto).lines.find(({ ruleKey }) => ruleKey === 'profile');
    const { body: first } = await save(manager, estimate, draftOf([room], { overrides }));
    expect(profileOf(first)).toMatchObject({ quantity: '15.5', computedQuantity: '14', overridden: true });
    const wider = { ...room, shape: { ...SHAPES.E1, sidesMm: [4750, 3000] as [number, number] } };
    const { body: second } = await save(manager, first, draftOf([wider], { overrides }));
    // The computed quantity passes by the very number the hand wrote; the hand's mark stays all the same.
    expect(profileOf(second)).toMatchObject({ quantity: '15.5', computedQuantity: '15.5', overridden: true });
    expect((await reread(estimate)).draft.variants[0]?.overrides).toEqual(overrides);
    const { body: third } = await save(manager, second, draftOf([wider]));
    expect(profileOf(third)).toMatchObject({ quantity: '15.5', overridden: false });
    expect(third.draft.variants[0]?.overrides).toEqual([]);
  });

  it('stays as it was when a save fails in the middle', async () => {
    const { body: before } = await save(manager, await begin(), draftOf([roomE1()]));
    const trip = { id: newId(), itemCode: 'SRV-TRIP2', roomId: null, quantity: '1' };
    // The old lines are deleted and the rooms inserted by the time the database gives up.
    await api.db.owner.query(`
      create function give_up() returns trigger language plpgsql as $$ begin raise exception 'gave up'; end $$;
      create trigger give_up before insert on estimate_lines for each row when (new.code = 'SRV-TRIP2')
        execute function give_up();`);
    const failed = await save(manager, before, draftOf([roomE4()], { manualLines: [trip] }));
    await api.db.owner.query(`drop function give_up() cascade`);
    expect(failed.status).toBe(500);
    expect(await reread(before)).toEqual(before);
    const { body: order } = await manager.get<OrderDto>(`/orders/${orderId}`);
    expect(order.totalMinor).toBe(resultOf(before).totals.toPayMinor);
    expect((await save(manager, before, draftOf([roomE4()], { manualLines: [trip] }))).status).toBe(200);
  });

  it('lets two estimates have rooms of the same ids', async () => {
    const room = roomE1();
    const { body: first } = await save(manager, await begin(), draftOf([room]));
    expect((await save(manager, await begin(), draftOf([{ ...room, name: 'Copy' }]))).status).toBe(200);
    expect(await reread(first)).toEqual(first);
  });

  it('answers a stale version with the current one and changes nothing', async () => {
    const estimate = await begin();
    const { body: saved } = await save(manager, estimate, draftOf([roomE1()]));
    const stale = await manager.send('PUT', `/estimates/${estimate.id}`, { version: 1, draft: draftOf([]) });
    expect(stale).toMatchObject({ status: 409, body: { code: 'ESTIMATE.CHANGED', current: { version: 2 } } });
    expect(await reread(estimate)).toEqual(saved);
  });

  it('computes before it takes a lock: a room that cannot exist is refused while another writer holds the order', async () => {
    const estimate = await begin();
    const impossible = { ...SHAPES.E4, sidesMm: [4000, 2500, 2121, 2500, 100] };
    await api.db.owner.query('begin');
    try {
      await api.db.owner.query(`select id from orders where id = $1 for update`, [orderId]);
      const refused = await save(manager, estimate, draftOf([{ ...roomE4(), shape: impossible }]));
      expect(refused).toMatchObject({ status: 422, body: { invalidParams: [{ code: 'TRIANGLE_IMPOSSIBLE' }] } });
    } finally {
      await api.db.owner.query('rollback');
    }
  });

  it('takes no more walls than can be computed at once', async () => {
    const comb = { schemaVersion: 1, kind: 'right-angled', sidesMm: Array(60).fill(1000) as number[] } as const;
    const rooms = Array.from({ length: 21 }, () => ({ ...roomE1(), shape: comb }));
    const refused = await save(manager, await begin(), draftOf(rooms));
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      invalidParams: expect.arrayContaining([
        { path: 'draft.rooms', code: 'TOO_MANY_WALLS', params: { max: 1200, count: 1260 } },
      ]),
    });
  });

  it('lets one of many parallel saves win', async () => {
    const estimate = await begin();
    const answers = await Promise.all(Array.from({ length: 8 }, () => save(manager, estimate, draftOf([roomE1()]))));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      200,
      ...Array.from({ length: 7 }, () => 409),
    ]);
    expect((await reread(estimate)).version).toBe(2);
  });

  it('begins one estimate for one idempotency key', async () => {
    const path = `/orders/${orderId}/estimates`;
    const [first, second] = [
      await manager.send<EstimateDto>('POST', path, {}, 'begin-1'),
      await manager.send<EstimateDto>('POST', path, {}, 'begin-1'),
    ];
    expect(second.body.id).toBe(first.body.id);
  });
});
