import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@smet/database';
import { createItem, createOrganization, type TestOrganization } from '../../../test/builders.js';
import { startApi, type ProblemBody, type TestApi } from '../../../test/support/index.js';
import { actorOf, enterAs, type Person } from '../../../test/support/people.js';
import { ROLES } from '../../platform/access/index.js';
import type { PricingTermsDto } from './dto/pricing-terms.dto.js';
import { PricingTerms } from './pricing-terms.service.js';

const LIMITS = {
  owner: 100,
  administrator: 100,
  manager: 10,
  measurer: 0,
  workshop: 0,
  installer: 0,
  operator: 0,
  accountant: 0,
};
const DEFAULTS: Omit<PricingTermsDto, 'version'> = {
  minimumOrderMinor: 0,
  excludedCategoryIds: [],
  rounding: { policy: 'half-up' },
  vat: { mode: 'none', regime: 'standard' },
  schedule: [
    { when: 'before_start', percent: '50' },
    { when: 'after_mounting', percent: '50' },
  ],
  discountLimits: LIMITS,
  validDays: 14,
};

let api: TestApi;
let organization: TestOrganization;
let owner: Person;
let categoryId: string;
let chosen: Omit<PricingTermsDto, 'version'>;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  organization = await createOrganization(api.db.owner, 'Ceilings');
  owner = await enterAs(api, organization.id, 'owner');
  ({ categoryId } = await createItem(api.db.owner, organization));
  chosen = {
    minimumOrderMinor: 900_000,
    excludedCategoryIds: [categoryId],
    rounding: { policy: 'published', level: 1 },
    vat: { mode: 'included', regime: 'standard' },
    schedule: [
      { when: 'before_start', percent: '33.33' },
      { when: 'on_delivery', percent: '33.33' },
      { when: 'after_act', percent: '33.34' },
    ],
    discountLimits: { ...LIMITS, manager: 7.5 },
    validDays: 30,
  };
});

const read = async (who: Person) => (await who.get<PricingTermsDto>('/pricing-terms')).body;
const change = (who: Person, terms: object, version: unknown = 0) =>
  who.send<PricingTermsDto & ProblemBody>('PATCH', '/pricing-terms', { version, ...terms });

describe('the money terms of an organization', () => {
  it('are the defaults until somebody changes them, then exactly what was set', async () => {
    expect(await read(owner)).toEqual({ version: 0, ...DEFAULTS });
    const changed = await change(owner, chosen);
    expect(changed).toMatchObject({ status: 200, body: { version: 1, ...chosen } });
    expect(await read(owner)).toEqual(changed.body);
    expect((await change(owner, DEFAULTS, 1)).body).toEqual({ version: 2, ...DEFAULTS });
  });

  it('stay at their version when nothing changes', async () => {
    expect(await change(owner, DEFAULTS)).toMatchObject({ status: 200, body: { version: 0 } });
    await change(owner, chosen);
    expect(await change(owner, chosen, 1)).toMatchObject({ status: 200, body: { version: 1 } });
  });

  it('leave an event and a record of what was changed', async () => {
    await change(owner, { ...DEFAULTS, validDays: 30 });
    const { rows: events } = await api.db.owner.query(`select type, payload from events where subject_id = $1`, [
      organization.id,
    ]);
    expect(events).toEqual([{ type: 'pricing-terms.updated', payload: { fields: ['validDays'] } }]);
    const { rows: records } = await api.db.owner.query(`select changes from audit_log where entity_id = $1`, [
      organization.id,
    ]);
    expect(records).toEqual([{ changes: { validDays: { before: 14, after: 30 } } }]);
  });

  it('are read by those who make estimates and changed by owner and administrator', async () => {
    const reading = ['owner', 'administrator', 'manager', 'measurer'];
    for (const role of ROLES) {
      const person = await enterAs(api, organization.id, role);
      const writes = role === 'owner' || role === 'administrator' ? 200 : 403;
      const reads = reading.includes(role) ? 200 : 403;
      expect([role, (await person.get('/pricing-terms')).status]).toEqual([role, reads]);
      expect([role, (await change(person, DEFAULTS)).status]).toEqual([role, writes]);
    }
    expect((await api.anonymous.get('/api/v1/pricing-terms')).status).toBe(401);
    expect((await api.anonymous.request('PATCH', '/api/v1/pricing-terms', {})).status).toBe(401);
  });

  it('are those of one organization only', async () => {
    await change(owner, chosen);
    const stranger = await enterAs(api, (await createOrganization(api.db.owner, 'Others')).id, 'owner');
    expect(await read(stranger)).toEqual({ version: 0, ...DEFAULTS });
    const foreign = await change(stranger, { ...DEFAULTS, excludedCategoryIds: [categoryId] });
    expect(foreign.status).toBe(422);
    expect((await change(stranger, DEFAULTS)).status).toBe(200);
    expect(await read(owner)).toEqual({ version: 1, ...chosen });
  });

  it('answer a stale version with the current one and change nothing', async () => {
    await change(owner, chosen);
    const stale = await change(owner, DEFAULTS);
    expect(stale).toMatchObject({ status: 409, body: { code: 'PRICING_TERMS.CHANGED', current: { version: 1 } } });
    expect(await read(owner)).toEqual({ version: 1, ...chosen });
  });

  it.each([0, 1])('let one of many parallel changes of version %i win', async (version) => {
    if (version === 1) await change(owner, chosen);
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) => change(owner, { ...chosen, validDays: 40 + index }, version)),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409, 409, 409]);
  });

  it.each<[string, object, string]>([
    ['a schedule of less than the whole', { schedule: [{ when: 'on_start', percent: '99.99' }] }, 'schedule NOT_WHOLE'],
    [
      'a schedule of more than the whole',
      {
        schedule: [
          { when: 'on_start', percent: '50' },
          { when: 'after_act', percent: '50.01' },
        ],
      },
      'schedule NOT_WHOLE',
    ],
    ['no schedule', { schedule: [] }, 'schedule ARRAY_MIN_SIZE'],
    ['a stage of nothing', { schedule: [{ when: 'on_start', percent: '0' }] }, 'schedule.0.percent MATCHES'],
    ['a stage at no known moment', { schedule: [{ when: 'never', percent: '100' }] }, 'schedule.0.when IS_IN'],
    ['less than no minimum', { minimumOrderMinor: -1 }, 'minimumOrderMinor MIN'],
    ['parts of a kopeck', { minimumOrderMinor: 0.5 }, 'minimumOrderMinor IS_INT'],
    ['a level that is not used', { rounding: { policy: 'half-up', level: 1 } }, 'rounding.level LEVEL_NOT_USED'],
    ['a missing level', { rounding: { policy: 'published' } }, 'rounding.level LEVEL_MISSING'],
    ['an unknown level', { rounding: { policy: 'published', level: 3 } }, 'rounding.level IS_IN'],
    ['an unknown regime', { vat: { mode: 'included', regime: 'none' } }, 'vat.regime IS_IN'],
    ['a discount above everything', { discountLimits: { manager: 100.5 } }, 'discountLimits.manager MAX'],
    ['a role nobody has', { discountLimits: { king: 1 } }, 'discountLimits.king UNKNOWN_FIELD'],
    ['no days', { validDays: 0 }, 'validDays MIN'],
    ['a category of nobody', { excludedCategoryIds: [newId()] }, 'excludedCategoryIds.0 CATEGORY_UNKNOWN'],
    ['a field nobody knows', { tax: 1 }, 'tax UNKNOWN_FIELD'],
  ])('refuse %s', async (_, given, problem) => {
    const { status, body } = await change(owner, { ...DEFAULTS, ...given });
    expect(status).toBe(422);
    expect(body.invalidParams?.map(({ path, code }) => `${path} ${code}`)).toContain(problem);
    expect((await read(owner)).version).toBe(0);
  });

  it('refuse a VAT regime the country does not have', async () => {
    await api.db.owner.query(`update organizations set country = 'KZ' where id = $1`, [organization.id]);
    const refused = await change(owner, { ...DEFAULTS, vat: { mode: 'included', regime: 'reduced5' } });
    expect(refused).toMatchObject({ status: 422, body: { invalidParams: [{ path: 'vat.regime' }] } });
    expect((await change(owner, { ...DEFAULTS, vat: { mode: 'included', regime: 'standard' } })).status).toBe(200);
  });
});

describe('what estimates are computed with', () => {
  const snapshot = (at: string) => api.app.get(PricingTerms).snapshot(actorOf(owner), new Date(at));

  it('is without VAT unless the organization asks for it', async () => {
    expect(await snapshot('2026-06-01T12:00Z')).toEqual({
      minimumOrderMinor: 0,
      excludedCategoryIds: [],
      rounding: DEFAULTS.rounding,
      schedule: DEFAULTS.schedule,
      vat: null,
    });
  });

  it('has the rate of the day in the time of the organization', async () => {
    await change(owner, chosen);
    const rates = [];
    // Midnight in Moscow is 21:00 UTC.
    for (const at of ['2025-12-31T20:59:59Z', '2025-12-31T21:00:00Z', '2026-11-20T09:00:00Z']) {
      rates.push((await snapshot(at)).vat);
    }
    const rate = (ratePercent: string) => ({ mode: 'included', ratePercent });
    expect(rates).toEqual([rate('20'), rate('22'), rate('22')]);
  });

  it('has the special rates of Russia and the one of Kazakhstan', async () => {
    const at = '2026-11-20T09:00:00Z';
    await change(owner, { ...chosen, vat: { mode: 'on_top', regime: 'reduced7' } });
    expect((await snapshot(at)).vat).toEqual({ mode: 'on_top', ratePercent: '7' });
    await api.db.owner.query(`update organizations set country = 'KZ' where id = $1`, [organization.id]);
    await change(owner, chosen, 1);
    expect((await snapshot(at)).vat).toEqual({ mode: 'included', ratePercent: '16' });
  });

  it('lets each role discount up to its limit', async () => {
    const terms = api.app.get(PricingTerms);
    const limits = async () => {
      const pairs = ROLES.map(async (role) => {
        const limit = await terms.discountLimitOf(actorOf(await enterAs(api, organization.id, role)));
        return [role, limit] as const;
      });
      return Object.fromEntries(await Promise.all(pairs));
    };
    expect(await limits()).toEqual(LIMITS);
    await change(owner, chosen);
    expect(await limits()).toEqual(chosen.discountLimits);
  });
});
