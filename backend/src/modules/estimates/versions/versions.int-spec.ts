import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@smet/database';
import type { EstimateDraft, RuleSet } from '@smet/estimating';
import { createOrder, createOrganization, type TestOrganization } from '../../../../test/builders.js';
import { draftOf, resultOf, roomE1, roomE4, variantOf } from '../../../../test/support/drafts.js';
import { startApi, type TestApi } from '../../../../test/support/index.js';
import { priceNomenclature } from '../../../../test/support/nomenclature.js';
import { actorOf, enterAs, type Person } from '../../../../test/support/people.js';
import { Transactions } from '../../../platform/database/index.js';
import type { OrderDto } from '../../orders/index.js';
import type { PricingTermsDto } from '../../pricing-terms/index.js';
import type { RuleSetDto } from '../../rule-sets/index.js';
import type { FreshPricesDto } from '../dto/estimate-actions.dto.js';
import type { EstimateDto } from '../dto/estimate.dto.js';
import { EstimatesRepository } from '../estimates.repository.js';
import { storedContentHash } from './content-hash.js';
import { EstimateVersions } from './estimate-versions.service.js';

let api: TestApi;
let organization: TestOrganization;
let items: Map<string, string>;
let manager: Person;
let owner: Person;
let orderId: string;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  organization = await createOrganization(api.db.owner);
  items = await priceNomenclature(api.db.owner, organization);
  manager = await enterAs(api, organization.id, 'manager');
  owner = await enterAs(api, organization.id, 'owner');
  orderId = (await createOrder(api.db.owner, organization)).id;
});

async function saved(draft: EstimateDraft = draftOf([roomE1()])): Promise<EstimateDto> {
  const { body } = await manager.send<EstimateDto>('POST', `/orders/${orderId}/estimates`, {});
  return (await save(body, draft)).body;
}
type OnVersion = Pick<EstimateDto, 'id' | 'version'>;
const save = ({ id, version }: EstimateDto, draft: unknown, given = {}) =>
  manager.send<EstimateDto>('PUT', `/estimates/${id}`, { version, draft, ...given });
const issue = ({ id, version }: OnVersion, validUntil: string | null = null) =>
  manager.send<EstimateDto>('POST', `/estimates/${id}/issue`, { version, validUntil });
const begin = ({ id, version }: OnVersion) =>
  manager.send<EstimateDto>('POST', `/estimates/${id}/versions`, { version });
const reread = async ({ id }: EstimateDto, number?: number) =>
  (await manager.get<EstimateDto>(`/estimates/${id}${number === undefined ? '' : `/versions/${number}`}`)).body;
const totalOfOrder = async () => (await manager.get<OrderDto>(`/orders/${orderId}`)).body.totalMinor;
const shownOf = ({ pricedAt, digest }: FreshPricesDto) => ({ pricedAt, digest });
const toPay = (estimate: EstimateDto) => resultOf(estimate).totals.toPayMinor;

/** Another price from a moment that is over by now. */
async function reprice(code: string, amount: number, validFrom = `now() - interval '1 millisecond'`): Promise<void> {
  await api.db.owner.query(
    `insert into prices (id, organization_id, price_list_id, item_id, amount_minor, valid_from)
     values ($1, $2, $3, $4, $5, ${validFrom})`,
    [newId(), organization.id, organization.priceListId, items.get(code), amount],
  );
}

async function changeRules(change: (document: RuleSet) => object): Promise<void> {
  const { body } = await owner.get<RuleSetDto>('/rule-sets/current');
  const document = change(body.document);
  const answer = await owner.send('PUT', '/rule-sets/current', { version: body.version, document });
  expect([answer.status, answer.raw.slice(0, 300)]).toEqual([200, expect.anything()]);
}

async function changeTerms(change: Partial<PricingTermsDto>): Promise<void> {
  const { body } = await owner.get<PricingTermsDto>('/pricing-terms');
  expect((await owner.send('PATCH', '/pricing-terms', Object.assign(body, change))).status).toBe(200);
}

describe('issuing', () => {
  it('freezes what was seen, with the hash of it and its last day', async () => {
    const draft = await saved();
    const { status, body: issued } = await issue(draft, '2099-12-31');
    expect(status).toBe(200);
    expect(issued).toMatchObject({
      status: 'issued',
      number: 1,
      validUntil: '2099-12-31',
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      canEdit: false,
      canIssue: false,
      results: draft.results,
      draft: draft.draft,
      priceBook: draft.priceBook,
      versions: [{ number: 1, status: 'issued', validUntil: '2099-12-31', accepted: false }],
    });
    expect(issued.issuedAt).not.toBeNull();
    const row = await api.app.get(EstimatesRepository).find(actorOf(manager), issued.id, 1);
    expect(storedContentHash(row!)).toBe(issued.contentHash);
  });

  it('keeps a version as it was when prices, rules and terms change, and when a later one is edited', async () => {
    const { body: issued } = await issue(await saved());
    const { pricesChanged: _, ...frozen } = await reread(issued);
    // Even a price that somebody enters for a day gone by.
    await reprice('CNV-M-C320', 99_900, `'2021-01-01'`);
    await changeRules((document) => ({ ...document, lines: document.lines.slice(2) }));
    await changeTerms({ minimumOrderMinor: 90_000_000, rounding: { policy: 'published', level: 2 } });
    const { pricesChanged, ...after } = await reread(issued);
    expect(after).toEqual(frozen);
    expect(pricesChanged).toBe(true);

    const { body: second } = await begin(issued);
    await save(second, draftOf([roomE4()]));
    expect((await reread(issued, 1)).results).toEqual(frozen.results);
    expect((await reread(issued, 1)).contentHash).toBe(frozen.contentHash);
  });

  it('refuses every change of an issued version', async () => {
    const { body: issued } = await issue(await saved());
    const { id, version } = issued;
    const fresh = (await manager.get<FreshPricesDto>(`/estimates/${id}/fresh-prices`)).body;
    const answers = [
      await save(issued, draftOf([roomE4()])),
      await issue(issued),
      await manager.send('POST', `/estimates/${id}/reprice`, { version, ...shownOf(fresh) }),
      await manager.send('POST', `/estimates/${id}/approval`, { version }),
    ];
    for (const answer of answers) expect(answer).toMatchObject({ status: 409, body: { code: 'ESTIMATE.ISSUED' } });
    expect(await reread(issued)).toEqual(issued);
  });

  it('is refused for a day gone by, an empty estimate and a version that is not the newest', async () => {
    const draft = await saved();
    expect(await issue(draft, '2020-01-01')).toMatchObject({
      status: 422,
      body: { code: 'ESTIMATE.VALIDITY_PAST', invalidParams: [{ path: 'validUntil' }] },
    });
    expect((await issue(draft, '2099-02-31')).status).toBe(422);
    expect(await issue({ id: draft.id, version: 1 })).toMatchObject({
      status: 409,
      body: { code: 'ESTIMATE.CHANGED' },
    });
    const { body: empty } = await save(draft, draftOf([]));
    expect(await issue(empty)).toMatchObject({ status: 409, body: { code: 'ESTIMATE.EMPTY' } });
    expect((await reread(empty)).status).toBe('draft');
  });

  it('is refused while a line is left out for want of a price', async () => {
    await api.db.owner.query(`delete from prices where item_id = $1`, [items.get('CNV-M-C320')]);
    const draft = await saved();
    expect(await issue(draft)).toMatchObject({
      status: 409,
      body: {
        code: 'ESTIMATE.INCOMPLETE',
        invalidParams: [{ path: expect.stringMatching(/^variants\.0\./), code: 'ITEM_NOT_PRICED' }],
      },
    });
    expect((await reread(draft)).status).toBe('draft');
  });

  it('holds as long as the organization says where nothing else is asked, and without end only when asked so', async () => {
    await changeTerms({ validDays: 10 });
    const { id, version } = await saved();
    const { body } = await manager.send<EstimateDto>('POST', `/estimates/${id}/issue`, { version });
    const days = (Date.parse(body.validUntil ?? '') - Date.now()) / (24 * 60 * 60 * 1000);
    expect(Math.abs(days - 10)).toBeLessThan(1.5);
    expect((await issue(await saved(), null)).body.validUntil).toBeNull();
  });

  it('and a save at the same moment: one wins, and what is frozen is one of the two', async () => {
    for (let round = 0; round < 4; round++) {
      const draft = await saved();
      const wider = draftOf([{ ...roomE1(), spotlights: 9 }]);
      const [issuing, saving] = await Promise.all([issue(draft), save(draft, wider)]);
      expect([issuing.status, saving.status].toSorted((a, b) => a - b)).toEqual([200, 409]);
      const after = await reread(draft);
      expect(after.status).toBe(issuing.status === 200 ? 'issued' : 'draft');
      expect(toPay(after)).toBe(toPay(issuing.status === 200 ? draft : saving.body));
    }
  });
});

describe('twenty saves at once', () => {
  it('one wins, whole', async () => {
    const estimate = await saved();
    const drafts = Array.from({ length: 20 }, (_, index) => ({
      rooms: [{ ...roomE1(), spotlights: index + 1 }],
      variants: [variantOf(), variantOf({ discountPercent: '5' })],
    }));
    const answers = await Promise.all(drafts.map((draft) => save(estimate, draft)));
    const winners = answers.filter(({ status }) => status === 200);
    expect(winners).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(19);
    expect(await reread(estimate)).toEqual(winners[0]?.body);
    expect(await totalOfOrder()).toBe(toPay(winners[0]!.body));
  });
});

describe('variants of a draft', () => {
  it('are kept in order; the current one counts, and a variant that is untouched keeps its rows', async () => {
    const [good, better] = [variantOf({ name: 'Good' }), variantOf({ name: 'Better', discountPercent: '5' })];
    const rooms = [roomE1()];
    const first = await saved({ rooms, variants: [good, better] });
    expect(first.currentVariantId).toBe(good.id);
    const rows = async (variantId: string) =>
      (
        await api.db.owner.query(`select xmin::text, key from estimate_lines where variant_id = $1 order by key`, [
          variantId,
        ])
      ).rows as unknown[];
    const before = [await rows(good.id), await rows(better.id)];
    const dearer = { ...better, discountPercent: '0' };
    const given = { currentVariantId: better.id };
    const { body: second } = await save(first, { rooms, variants: [dearer, good] }, given);
    expect(second.results.map(({ variantId }) => variantId)).toEqual([better.id, good.id]);
    expect(second.currentVariantId).toBe(better.id);
    expect(await totalOfOrder()).toBe(toPay(second));
    expect([await rows(good.id), await rows(better.id)]).toEqual(before);

    const { body: third } = await save(second, { rooms: [roomE4()], variants: [good] });
    expect(third.currentVariantId).toBe(good.id);
    expect(await rows(better.id)).toEqual([]);
    expect(await rows(good.id)).not.toEqual(before[0]);
  });

  it('have a current one among them, and no two of one id', async () => {
    const estimate = await saved();
    const unknown = await save(estimate, draftOf([roomE1()]), { currentVariantId: newId() });
    expect(unknown.status).toBe(422);
    expect(unknown.raw).toContain('VARIANT_UNKNOWN');
    const variant = variantOf();
    const doubled = await save(estimate, { rooms: [], variants: [variant, variant] });
    expect(doubled.raw).toContain('draft.variants.1.id');
    expect((await save(estimate, { rooms: [], variants: [] })).status).toBe(422);
    expect((await save(estimate, { rooms: [], variants: Array.from({ length: 7 }, () => variantOf()) })).status).toBe(
      422,
    );
    expect(await reread(estimate)).toEqual(estimate);
  });
});

describe('a new version', () => {
  it('goes on from the issued one, and both can be read', async () => {
    const { body: issued } = await issue(await saved());
    const { status, body: second } = await begin(issued);
    expect(status).toBe(201);
    expect(second).toMatchObject({
      number: 2,
      status: 'draft',
      contentHash: null,
      validUntil: null,
      canEdit: true,
      draft: issued.draft,
      results: issued.results,
      pricedAt: issued.pricedAt,
    });
    expect(second.versions.map(({ number, status: state }) => [number, state])).toEqual([
      [1, 'issued'],
      [2, 'draft'],
    ]);
    expect(await reread(issued, 2)).toEqual(second);
    expect((await reread(issued, 1)).status).toBe('issued');
    expect((await manager.get(`/estimates/${issued.id}/versions/3`)).status).toBe(404);
    expect((await manager.get(`/estimates/${issued.id}/versions/0`)).status).toBe(404);
    expect(await begin(second)).toMatchObject({ status: 409, body: { code: 'ESTIMATE.DRAFT_OPEN' } });
    expect((await begin({ id: second.id, version: 1 })).body).toMatchObject({ code: 'ESTIMATE.CHANGED' });
  });

  it('of two begun at once there is one', async () => {
    const { body: issued } = await issue(await saved());
    const answers = await Promise.all([begin(issued), begin(issued), begin(issued)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409]);
    expect((await reread(issued)).versions).toHaveLength(2);
  });
});

describe('prices that changed since', () => {
  it('are told, shown before and taken when asked for; hand-made and hand-changed lines survive', async () => {
    const [room, trip] = [roomE1(), { id: newId(), itemCode: 'SRV-TRIP2', roomId: null, quantity: '2' }];
    const overrides = [{ roomId: room.id, ruleKey: 'profile', quantity: '20' }];
    const before = await saved(draftOf([room], { overrides, manualLines: [trip] }));
    expect(before.pricesChanged).toBe(false);
    await reprice('CNV-M-C320', 50_000);
    await changeTerms({ minimumOrderMinor: 100 });
    const changed = await reread(before);
    expect(changed.pricesChanged).toBe(true);
    expect(changed.results).toEqual(before.results);

    const { body: fresh } = await manager.get<FreshPricesDto>(`/estimates/${before.id}/fresh-prices`);
    expect(fresh.priceBook.find(({ code }) => code === 'CNV-M-C320')?.priceMinor).toBe(50_000);
    expect(fresh.terms.minimumOrderMinor).toBe(100);
    const { version, id } = before;
    const asked = { version, ...shownOf(fresh) };
    const { status, body: after } = await manager.send<EstimateDto>('POST', `/estimates/${id}/reprice`, asked);
    expect(status).toBe(200);
    expect(after).toMatchObject({ pricesChanged: false, draft: before.draft, terms: fresh.terms });
    expect(toPay(after) - toPay(before)).toBe((50_000 - 39_900) * 12);
    const profile = resultOf(after).lines.find(({ ruleKey }) => ruleKey === 'profile');
    expect(profile).toMatchObject({ quantity: '20', computedQuantity: '14', overridden: true });
    expect(resultOf(after).lines.at(-1)).toMatchObject({ code: 'SRV-TRIP2', quantity: '2' });
    expect(await totalOfOrder()).toBe(toPay(after));
    expect(await reread(after)).toEqual(after);
  });

  it('a hand-changed line that the rules do not have any more goes, the others stay', async () => {
    const room = roomE1();
    const overrides = [
      { roomId: room.id, ruleKey: 'profile', quantity: '20' },
      { roomId: room.id, ruleKey: 'insert', quantity: '21' },
    ];
    const before = await saved(draftOf([room], { overrides }));
    await changeRules((document) => ({
      ...document,
      lines: document.lines
        .filter(({ key }) => key !== 'insert')
        .map(({ replaces, ...line }) => ({
          ...line,
          ...(replaces && { replaces: replaces.filter((key) => key !== 'insert') }),
        })),
    }));
    const { body: fresh } = await manager.get<FreshPricesDto>(`/estimates/${before.id}/fresh-prices`);
    expect(fresh.ruleSet.version).toBe(2);
    const asked = { version: before.version, ...shownOf(fresh) };
    const { body: after } = await manager.send<EstimateDto>('POST', `/estimates/${before.id}/reprice`, asked);
    expect(after.draft.variants[0]?.overrides).toEqual([overrides[0]]);
    expect(after.ruleSet.version).toBe(2);
  });

  it('are not taken with other rules or terms than were shown', async () => {
    const { id, version } = await saved();
    const reprices = async () => {
      const { body: fresh } = await manager.get<FreshPricesDto>(`/estimates/${id}/fresh-prices`);
      return { fresh, take: () => manager.send('POST', `/estimates/${id}/reprice`, { version, ...shownOf(fresh) }) };
    };
    const stale = { status: 409, body: { code: 'ESTIMATE.PRICES_STALE' } };
    const first = await reprices();
    await changeTerms({ minimumOrderMinor: 90_000_000 });
    expect(await first.take()).toMatchObject(stale);
    const second = await reprices();
    await changeRules((document) => ({ ...document, title: 'Others' }));
    expect(await second.take()).toMatchObject(stale);
    expect((await (await reprices()).take()).status).toBe(200);
  });

  it('of another day are not taken', async () => {
    const estimate = await saved();
    for (const pricedAt of ['2020-01-01T00:00:00Z', '2099-01-01T00:00:00Z']) {
      const answer = await manager.send('POST', `/estimates/${estimate.id}/reprice`, {
        version: estimate.version,
        pricedAt,
        digest: 'a'.repeat(64),
      });
      expect(answer).toMatchObject({ status: 409, body: { code: 'ESTIMATE.PRICES_STALE' } });
    }
  });
});

describe('an accepted variant', () => {
  it('is what the order counts with, whatever is drafted after it; it is accepted once', async () => {
    const [good, better] = [variantOf(), variantOf({ discountPercent: '5' })];
    const { body: issued } = await issue(await saved({ rooms: [roomE1()], variants: [good, better] }));
    const versions = api.app.get(EstimateVersions);
    const actor = actorOf(manager);
    const accept = () =>
      api.app.get(Transactions).run(actor, async (tx) => {
        const locked = await versions.lock(tx, { estimateId: issued.id, number: 1 });
        expect(locked).toMatchObject({
          contentHash: issued.contentHash,
          newestIssued: 1,
          variantIds: [good.id, better.id],
          status: 'issued',
        });
        const at = new Date('2026-11-20T12:00:00Z');
        await versions.accept(tx, locked, { variantId: better.id, name: 'Anna', at });
      });
    await accept();
    await expect(accept()).rejects.toThrow('ESTIMATE.ACCEPTED');
    const accepted = resultOf(issued, 1).totals.toPayMinor;
    expect(await totalOfOrder()).toBe(accepted);
    const seen = await reread(issued);
    expect(seen.acceptance).toEqual({
      variantId: better.id,
      acceptedAt: '2026-11-20T12:00:00.000000Z',
      name: 'Anna',
    });
    expect(seen.versions).toMatchObject([{ accepted: true, toPayMinor: accepted }]);

    const { body: second } = await begin(seen);
    expect(second).toMatchObject({ acceptance: null, currentVariantId: better.id });
    await save(second, draftOf([roomE4()]));
    expect(await totalOfOrder()).toBe(accepted);
    const { body: order } = await manager.get<OrderDto>(`/orders/${orderId}`);
    expect(order.estimates).toMatchObject([{ accepted: true, status: 'draft', number: 2, toPayMinor: accepted }]);
  });
});
