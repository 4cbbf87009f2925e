import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@smet/database';
import { createOrder, createOrganization, type TestOrganization } from '../../../test/builders.js';
import { draftOf, resultOf, roomE1, roomE4, SHAPES } from '../../../test/support/drafts.js';
import { startApi, type TestApi } from '../../../test/support/index.js';
import { priceNomenclature } from '../../../test/support/nomenclature.js';
import { enterAs, type Person } from '../../../test/support/people.js';
import { systemActor } from '../../platform/access/index.js';
import type { OrderDto } from '../orders/index.js';
import type { FreshPricesDto } from './dto/estimate-actions.dto.js';
import type { EstimateDto } from './dto/estimate.dto.js';
import { EstimateVersions } from './versions/estimate-versions.service.js';

let api: TestApi;
let organization: TestOrganization;
let manager: Person;
let measurer: Person;
let estimate: EstimateDto;

beforeAll(async () => {
  api = await startApi();
  organization = await createOrganization(api.db.owner);
  await priceNomenclature(api.db.owner, organization);
  manager = await enterAs(api, organization.id, 'manager');
  measurer = await enterAs(api, organization.id, 'measurer');
  const order = await createOrder(api.db.owner, organization, { measurerUserId: measurer.id });
  const { body } = await manager.send<EstimateDto>('POST', `/orders/${order.id}/estimates`, {});
  estimate = (await save(manager, body, draftOf([roomE1()], { discountPercent: '10' }))).body;
});
afterAll(() => api.close());

const save = (who: Person, { id, version }: EstimateDto, draft: unknown) =>
  who.send<EstimateDto>('PUT', `/estimates/${id}`, { version, draft });
const current = async () => (await manager.get<EstimateDto>(`/estimates/${estimate.id}`)).body;

describe('who sees what of an estimate', () => {
  it('tells purchase prices and margin to the owner and the accountant', async () => {
    for (const role of ['owner', 'accountant'] as const) {
      const { body } = await (await enterAs(api, organization.id, role)).get<EstimateDto>(`/estimates/${estimate.id}`);
      expect(resultOf(body).totals).toMatchObject({ costMinor: 13_697_00, marginMinor: 16_433_00 });
      expect(resultOf(body).lines[0]).toMatchObject({ costMinor: 170_00, costSumMinor: 2_040_00 });
      expect(body.priceBook.every(({ costMinor }) => costMinor !== undefined)).toBe(true);
    }
  });

  it('never sends a purchase price or the margin to those who may not see them', async () => {
    for (const who of [manager, measurer, await enterAs(api, organization.id, 'administrator')]) {
      const { raw: read } = await who.get(`/estimates/${estimate.id}`);
      const { raw: written, status } = await save(who, await current(), (await current()).draft);
      const { raw: begun } = await who.send('POST', `/orders/${estimate.orderId}/estimates`, {});
      const { raw: items } = await who.get('/items?limit=500');
      expect(status).toBe(200);
      for (const raw of [read, written, begun, items]) {
        expect(raw).not.toMatch(/cost|margin/i);
        expect(raw).toContain('priceMinor');
      }
    }
  });

  it('tells what installers are paid and what dealers pay to those only who may know', async () => {
    const listOf = async (kind: 'pay' | 'dealer', amount: number) => {
      const id = newId();
      await api.db.owner.query(
        `insert into price_lists (id, organization_id, name, kind, currency, is_default) values ($1, $2, $3, $3, 'RUB', true)`,
        [id, organization.id, kind],
      );
      await api.db.owner.query(
        `insert into prices (id, organization_id, price_list_id, item_id, amount_minor, valid_from)
         select gen_random_uuid(), organization_id, $2, id, $3, '2020-01-01' from items where organization_id = $1`,
        [organization.id, id, amount],
      );
    };
    await listOf('pay', 7_00);
    await listOf('dealer', 9_00);
    const before = await current();
    const { status } = await save(manager, before, draftOf([{ ...roomE1(), name: 'Paid' }], { discountPercent: '10' }));
    expect(status).toBe(200);
    const told = async (who: Person) => {
      const { raw, status: answered } = await who.get(`/estimates/${estimate.id}`);
      expect(answered).toBe(200);
      return ['costMinor', 'marginMinor', 'payMinor', 'paySumMinor', 'dealerMinor'].filter((name) =>
        raw.includes(name),
      );
    };
    const owner = await enterAs(api, organization.id, 'owner');
    const outdated = async (who: Person) =>
      (await who.get<EstimateDto>(`/estimates/${estimate.id}`)).body.pricesChanged;
    // Lists that became the firm's own later are no part of what was priced before; who sees their prices is told.
    expect(await told(owner)).toEqual(['costMinor', 'marginMinor']);
    expect([await outdated(owner), await outdated(manager), await outdated(measurer)]).toEqual([true, true, false]);
    const { pricedAt, digest } = (await owner.get<FreshPricesDto>(`/estimates/${estimate.id}/fresh-prices`)).body;
    const asked = { version: (await current()).version, pricedAt, digest };
    expect((await owner.send('POST', `/estimates/${estimate.id}/reprice`, asked)).status).toBe(200);
    expect(await outdated(owner)).toBe(false);
    expect(await told(owner)).toHaveLength(5);
    expect(await told(await enterAs(api, organization.id, 'accountant'))).toHaveLength(5);
    expect(await told(manager)).toEqual(['dealerMinor']);
    expect(await told(await enterAs(api, organization.id, 'administrator'))).toEqual(['dealerMinor']);
    expect(await told(measurer)).toEqual([]);
    const installer = await enterAs(api, organization.id, 'installer');
    await api.db.owner.query(`update orders set measurer_user_id = $2 where id = $1`, [estimate.orderId, installer.id]);
    for (const path of ['', '/versions/1', '/fresh-prices'])
      expect((await installer.get(`/estimates/${estimate.id}${path}`)).status).toBe(403);
    expect((await installer.get('/company')).status).toBe(403);
    const order = await installer.get<OrderDto>(`/orders/${estimate.orderId}`);
    expect(order).toMatchObject({ status: 200, body: { totalMinor: null } });
    expect(new Set(order.body.estimates.map(({ toPayMinor }) => toPayMinor))).toEqual(new Set([null]));
    await api.db.owner.query(`update orders set measurer_user_id = $2 where id = $1`, [estimate.orderId, measurer.id]);
    const { raw } = await measurer.get(`/estimates/${estimate.id}/fresh-prices`);
    expect(raw).toContain('priceMinor');
    expect(raw).not.toMatch(/cost|margin|payMinor|dealer/i);
  });

  it('shows clients nothing that stays within the firm', async () => {
    const place = { estimateId: estimate.id, number: 1 };
    const shown = await api.app.get(EstimateVersions).showToClient(systemActor(organization.id, 'test'), place);
    expect(resultOf(shown).lines.length).toBeGreaterThan(10);
    expect(JSON.stringify(shown.results)).not.toMatch(/cost|margin|"pay|dealer/i);
    expect(Object.keys(shown).sort()).toEqual(['currentVariantId', 'draft', 'presented', 'results']);
  });

  it('does not exist for another organization', async () => {
    const stranger = await enterAs(api, (await createOrganization(api.db.owner)).id, 'owner');
    expect((await stranger.get(`/estimates/${estimate.id}`)).status).toBe(404);
    expect((await save(stranger, estimate, estimate.draft)).status).toBe(404);
    expect((await stranger.send('POST', `/orders/${estimate.orderId}/estimates`, {})).status).toBe(404);
  });

  it('does not exist for a measurer of other orders', async () => {
    const other = await enterAs(api, organization.id, 'measurer');
    expect((await other.get(`/estimates/${estimate.id}`)).status).toBe(404);
    expect((await save(other, await current(), estimate.draft)).status).toBe(404);
    expect((await other.send('POST', `/orders/${estimate.orderId}/estimates`, {})).status).toBe(404);
  });

  it.each<[string, 'GET' | 'POST', string, object | undefined]>([
    ['a version', 'GET', 'versions/1', undefined],
    ['fresh prices', 'GET', 'fresh-prices', undefined],
    ['issuing', 'POST', 'issue', { version: 1, validUntil: null }],
    ['a new version', 'POST', 'versions', { version: 1 }],
    ['pricing anew', 'POST', 'reprice', { version: 1, pricedAt: '2026-01-01T00:00:00Z', digest: 'a'.repeat(64) }],
    ['asking for an approval', 'POST', 'approval', { version: 1 }],
    ['deciding', 'POST', 'approval/decision', { version: 1, given: true }],
  ])('%s is closed, forbidden, absent, refused and stale as it should be', async (_, method, path, body) => {
    const url = `/estimates/${estimate.id}/${path}`;
    const call = (who: Person, given = body, where = url) =>
      method === 'GET' ? who.get(where) : who.send(method, where, given);
    expect((await api.anonymous.request(method, `/api/v1${url}`, body)).status).toBe(401);
    expect((await call(await enterAs(api, organization.id, 'operator'))).status).toBe(403);
    const boss = await enterAs(api, organization.id, 'owner');
    expect((await call(boss, body, `/estimates/${newId()}/${path}`)).status).toBe(404);
    const stranger = await enterAs(api, (await createOrganization(api.db.owner)).id, 'owner');
    expect((await call(stranger)).status).toBe(404);
    expect((await call(await enterAs(api, organization.id, 'measurer'))).status).toBe(
      path === 'approval/decision' ? 403 : 404,
    );
    if (method === 'GET') return;
    expect((await call(await enterAs(api, organization.id, 'accountant'))).status).toBe(403);
    expect((await call(boss, { version: 0 })).status).toBe(422);
    expect((await call(boss, { ...body, color: 1 })).status).toBe(422);
    expect(await call(boss)).toMatchObject({ status: 409, body: { code: 'ESTIMATE.CHANGED' } });
  });

  it('is closed without a token, and its changes to roles that only read', async () => {
    expect((await api.anonymous.get(`/api/v1/estimates/${estimate.id}`)).status).toBe(401);
    const accountant = await enterAs(api, organization.id, 'accountant');
    expect((await save(accountant, estimate, estimate.draft)).status).toBe(403);
    expect((await accountant.send('POST', `/orders/${estimate.orderId}/estimates`, {})).status).toBe(403);
    const operator = await enterAs(api, organization.id, 'operator');
    expect((await operator.get(`/estimates/${estimate.id}`)).status).toBe(403);
    expect((await accountant.get<EstimateDto>(`/estimates/${estimate.id}`)).body.canEdit).toBe(false);
  });

  it('lets a measurer save beside a discount, but not change it', async () => {
    const before = await current();
    const discounted = await measurer.send('PUT', `/estimates/${estimate.id}`, {
      version: before.version,
      draft: draftOf(before.draft.rooms, { discountPercent: '11' }),
    });
    expect(discounted).toMatchObject({ status: 403, body: { code: 'ESTIMATE.DISCOUNT_NOT_ALLOWED' } });
    expect(await current()).toEqual(before);
    const saved = await save(measurer, before, draftOf(before.draft.rooms, { discountPercent: '10.00' }));
    expect(saved).toMatchObject({ status: 200, body: { canEdit: true, canDiscount: false } });
  });
});

describe('what a draft may be', () => {
  const refusal = async (draft: unknown) => {
    const { body, status } = await manager.send('PUT', `/estimates/${estimate.id}`, {
      version: (await current()).version,
      draft,
    });
    expect(status).toBe(422);
    return body.invalidParams?.map(({ path, code }) => `${path} ${code}`);
  };
  const withShape = (shape: unknown) => ({ ...draftOf([]), rooms: [{ ...roomE1(), shape }] });
  const line = (given: object) => ({ id: newId(), itemCode: 'SRV-TRIP2', roomId: null, quantity: '1', ...given });

  it.each<[string, () => unknown, string]>([
    [
      'a diagonal of no length',
      () => withShape({ ...SHAPES.E4, diagonalsMm: [{ from: 0, to: 2, lengthMm: null }, SHAPES.E4.diagonalsMm[1]] }),
      'draft.rooms.0.shape.diagonalsMm.0.lengthMm LENGTH_MISSING',
    ],
    [
      'a missing diagonal',
      () => withShape({ ...SHAPES.E4, diagonalsMm: SHAPES.E4.diagonalsMm.slice(1) }),
      'draft.rooms.0.shape.diagonalsMm DIAGONAL_MISSING',
    ],
    [
      'an impossible triangle',
      () => withShape({ schemaVersion: 1, kind: 'triangulated', sidesMm: [1000, 1000, 5000], diagonalsMm: [] }),
      'TRIANGLE_IMPOSSIBLE',
    ],
    [
      'a length no tape can read',
      () => withShape({ ...SHAPES.E1, sidesMm: [4000.05, 3000] }),
      'draft.rooms.0.shape.sidesMm.0 LENGTH_OUT_OF_RANGE',
    ],
    ['a shape of nothing', () => withShape({}), 'draft.rooms.0.shape.schemaVersion SHAPE_INVALID'],
    ['no shape', () => withShape(undefined), 'draft.rooms.0.shape IS_DEFINED'],
    ['a foreign field', () => withShape({ ...SHAPES.E1, color: 1 }), 'draft.rooms.0.shape.color UNKNOWN_FIELD'],
    [
      'an unknown field',
      () => ({ ...draftOf([]), rooms: [{ ...roomE1(), areaM2: 1 }] }),
      'draft.rooms.0.areaM2 UNKNOWN_FIELD',
    ],
    ['a name that cannot be stored', () => draftOf([{ ...roomE1(), name: 'a\0' }]), 'draft.rooms.0.name IS_PLAIN_TEXT'],
    [
      'an item code that cannot be stored',
      () => draftOf([], { manualLines: [line({ itemCode: '\0' })] }),
      'draft.variants.0.manualLines.0.itemCode IS_PLAIN_TEXT',
    ],
    ['half a spotlight', () => draftOf([{ ...roomE1(), spotlights: 0.5 }]), 'draft.rooms.0.spotlights IS_INT'],
    [
      'a discount above all',
      () => draftOf([], { discountPercent: '100.01' }),
      'draft.variants.0.discountPercent MATCHES',
    ],
    [
      'a comma in a quantity',
      () => draftOf([], { manualLines: [line({ quantity: '1,5' })] }),
      'draft.variants.0.manualLines.0.quantity MATCHES',
    ],
    [
      'an item nobody has',
      () => draftOf([], { manualLines: [line({ itemCode: 'NOPE' })] }),
      'draft.variants.0.manualLines.0 ITEM_NOT_PRICED',
    ],
    [
      'a line of a room that is not there',
      () => draftOf([], { manualLines: [line({ roomId: newId() })] }),
      'draft.variants.0.manualLines.0.roomId ROOM_UNKNOWN',
    ],
    [
      'a room twice',
      () => {
        const room = roomE4();
        return draftOf([room, room]);
      },
      'draft.rooms.1.id DUPLICATE',
    ],
    [
      'a change of a rule that is not there',
      () => {
        const room = roomE4();
        return draftOf([room], { overrides: [{ roomId: room.id, ruleKey: 'nope', quantity: '1' }] });
      },
      'draft.variants.0.overrides.0.ruleKey RULE_UNKNOWN',
    ],
  ])('refuses %s and names the field', async (_, draft, problem) => {
    const before = await current();
    expect(await refusal(draft())).toContainEqual(expect.stringContaining(problem));
    expect(await current()).toEqual(before);
  });

  it('refuses a body without a draft or a version', async () => {
    const { status, body } = await manager.send('PUT', `/estimates/${estimate.id}`, {});
    expect(status).toBe(422);
    expect(body.invalidParams?.map(({ path }) => path)).toEqual(expect.arrayContaining(['version', 'draft']));
  });

  it('leaves a generated line out when its item has no price, and says so', async () => {
    const poor = await createOrganization(api.db.owner);
    const boss = await enterAs(api, poor.id, 'owner');
    const order = await createOrder(api.db.owner, poor);
    const { body: empty } = await boss.send<EstimateDto>('POST', `/orders/${order.id}/estimates`, {});
    const { status, body: saved } = await save(boss, empty, draftOf([roomE1()]));
    expect(status).toBe(200);
    expect(resultOf(saved).lines).toEqual([]);
    expect(resultOf(saved).problems.map(({ code }) => code)).toContain('ITEM_NOT_PRICED');
    expect((await boss.get<EstimateDto>(`/estimates/${empty.id}`)).body).toEqual(saved);
  });
});
