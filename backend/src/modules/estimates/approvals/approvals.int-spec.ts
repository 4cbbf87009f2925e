import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createOrder, createOrganization, type TestOrganization } from '../../../../test/builders.js';
import { draftOf, roomE1, variantOf } from '../../../../test/support/drafts.js';
import { startApi, type TestApi } from '../../../../test/support/index.js';
import { priceNomenclature } from '../../../../test/support/nomenclature.js';
import { enterAs, type Person } from '../../../../test/support/people.js';
import type { PricingTermsDto } from '../../pricing-terms/index.js';
import type { EstimateDto } from '../dto/estimate.dto.js';

let api: TestApi;
let organization: TestOrganization;
/** Gives 10 % alone. */
let manager: Person;
let owner: Person;
let begun: EstimateDto;

beforeAll(async () => {
  api = await startApi();
  organization = await createOrganization(api.db.owner);
  await priceNomenclature(api.db.owner, organization);
  manager = await enterAs(api, organization.id, 'manager');
  owner = await enterAs(api, organization.id, 'owner');
});
afterAll(() => api.close());
beforeEach(async () => {
  const { id } = await createOrder(api.db.owner, organization);
  begun = (await manager.send<EstimateDto>('POST', `/orders/${id}/estimates`, {})).body;
});

const discounted = async (estimate: EstimateDto, discountPercent: string): Promise<EstimateDto> => {
  const draft = draftOf([roomE1()], { discountPercent });
  const path = `/estimates/${estimate.id}`;
  const { status, body } = await manager.send<EstimateDto>('PUT', path, { version: estimate.version, draft });
  expect(status).toBe(200);
  return body;
};
type OnVersion = Pick<EstimateDto, 'id' | 'version'>;
const act = (who: Person, { id, version }: OnVersion, action: string, given: object = {}) =>
  who.send<EstimateDto>('POST', `/estimates/${id}/${action}`, { version, ...given });
const issue = (who: Person, estimate: EstimateDto) => act(who, estimate, 'issue', { validUntil: null });
const ask = (estimate: EstimateDto, comment?: string) => act(manager, estimate, 'approval', { comment });
const decide = (who: Person, estimate: OnVersion, given: boolean, comment?: string) =>
  act(who, estimate, 'approval/decision', { given, comment });
const stateFor = async (who: Person, { id }: EstimateDto) =>
  (await who.get<EstimateDto>(`/estimates/${id}`)).body.approval;

describe('a discount above one’s limit', () => {
  it('is saved, but issued only after somebody who may give it agreed', async () => {
    const estimate = await discounted(begun, '15');
    expect(estimate).toMatchObject({ discountLimitPercent: 10, approval: { state: 'needed', percent: '15' } });
    expect(await issue(manager, estimate)).toMatchObject({
      status: 409,
      body: { code: 'ESTIMATE.APPROVAL_NEEDED', params: { percent: '15', limitPercent: 10 } },
    });
    const { status, body: asked } = await ask(estimate, 'Old client');
    expect(status).toBe(200);
    const people = { askedBy: { id: manager.id, name: manager.name } };
    expect(asked).toMatchObject({
      version: estimate.version,
      approval: { state: 'asked', percent: '15', comment: 'Old client', ...people },
    });
    expect((await issue(manager, asked)).status).toBe(409);
    expect(await stateFor(owner, estimate)).toMatchObject({ state: 'asked', ...people });

    const { body: given } = await decide(owner, estimate, true, 'Once');
    expect(given.approval).toMatchObject({ state: 'given', decidedBy: { id: owner.id }, comment: 'Once' });
    const { status: issued, body } = await issue(manager, estimate);
    expect([issued, body.status]).toEqual([200, 'issued']);
  });

  it('may be issued at once by one who may give as much', async () => {
    expect((await issue(owner, await discounted(begun, '15'))).status).toBe(200);
    expect(await issue(manager, await discounted(await another(), '10'))).toMatchObject({ status: 200 });
  });

  it('dies when the discount grows, and holds when it shrinks', async () => {
    let estimate = await discounted(begun, '15');
    await ask(estimate);
    await decide(owner, estimate, true);
    estimate = await discounted(estimate, '12');
    expect(estimate.approval.state).toBe('given');
    estimate = await discounted(estimate, '15.01');
    expect(estimate.approval.state).toBe('needed');
    expect((await issue(manager, estimate)).body).toMatchObject({ code: 'ESTIMATE.APPROVAL_NEEDED' });
  });

  it('is that of any variant', async () => {
    const draft = { rooms: [roomE1()], variants: [variantOf(), variantOf({ discountPercent: '30' })] };
    const { body } = await manager.send<EstimateDto>('PUT', `/estimates/${begun.id}`, { version: 1, draft });
    expect(body.approval).toEqual({ state: 'needed', percent: '30' });
    expect((await issue(manager, body)).status).toBe(409);
  });

  it('is no way around as a reduction by hand', async () => {
    await api.db.owner.query(`update items set kind = 'work' where organization_id = $1`, [organization.id]);
    const coefficients = [
      { id: variantOf().id, name: 'For a friend', roomId: null, percent: '-20', base: ['work' as const] },
    ];
    const draft = draftOf([roomE1()], { coefficients });
    const { body } = await manager.send<EstimateDto>('PUT', `/estimates/${begun.id}`, { version: 1, draft });
    expect(body.approval).toEqual({ state: 'needed', percent: '20' });
  });

  it('is no way around as a quantity lowered by hand, for those who may give no discount either', async () => {
    const room = roomE1();
    const measurer = await enterAs(api, organization.id, 'measurer');
    await api.db.owner.query(`update orders set measurer_user_id = $1 where id = $2`, [measurer.id, begun.orderId]);
    const saveWith = async ({ id, version }: EstimateDto, quantity: string): Promise<EstimateDto> => {
      const draft = draftOf([room], { overrides: [{ roomId: room.id, ruleKey: 'profile', quantity }] });
      return (await measurer.send<EstimateDto>('PUT', `/estimates/${id}`, { version, draft })).body;
    };
    const lowered = await saveWith(begun, '0');
    expect(lowered.approval.state).toBe('needed');
    expect(await issue(measurer, lowered)).toMatchObject({ status: 409, body: { code: 'ESTIMATE.APPROVAL_NEEDED' } });
    const raised = await saveWith(lowered, '20');
    expect(raised.approval).toEqual({ state: 'none', percent: '0' });
    expect((await issue(measurer, raised)).status).toBe(200);
  });

  it('is asked for once', async () => {
    const estimate = await discounted(begun, '15');
    expect((await ask(estimate)).status).toBe(200);
    expect(await ask(estimate)).toMatchObject({ status: 409, body: { code: 'ESTIMATE.APPROVAL_ASKED' } });
  });

  it('goes on into the next version', async () => {
    const estimate = await discounted(begun, '15');
    await ask(estimate);
    await decide(owner, estimate, true);
    const { body: issued } = await issue(manager, estimate);
    const { body: next } = await act(manager, issued, 'versions');
    expect(next.approval.state).toBe('given');
    expect((await issue(manager, next)).status).toBe(200);
  });
});

describe('deciding', () => {
  it('takes a limit as high as the discount', async () => {
    const { body: terms } = await owner.get<PricingTermsDto>('/pricing-terms');
    terms.discountLimits.administrator = 20;
    expect((await owner.send('PATCH', '/pricing-terms', terms)).status).toBe(200);
    const administrator = await enterAs(api, organization.id, 'administrator');
    const colleague = await enterAs(api, organization.id, 'manager');
    const estimate = await discounted(begun, '21');
    await ask(estimate);
    for (const who of [administrator, colleague, manager]) {
      expect(await decide(who, estimate, true)).toMatchObject({
        status: 403,
        body: { code: 'ESTIMATE.APPROVAL_ABOVE_LIMIT' },
      });
    }
    const lower = await discounted(estimate, '20');
    expect((await decide(administrator, lower, true)).status).toBe(403);
    await ask(lower);
    expect((await decide(administrator, lower, true)).body.approval.state).toBe('given');
  });

  it('is done once, on what was seen, and only when it was asked for', async () => {
    const estimate = await discounted(begun, '15');
    expect((await decide(owner, estimate, true)).body).toMatchObject({ code: 'ESTIMATE.APPROVAL_NOT_ASKED' });
    await ask(estimate);
    expect((await decide(owner, { id: estimate.id, version: 1 }, true)).body).toMatchObject({
      code: 'ESTIMATE.CHANGED',
    });
    const answers = await Promise.all([decide(owner, estimate, true), decide(owner, estimate, false)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  });

  it('may refuse, and then it can be asked for again', async () => {
    const estimate = await discounted(begun, '15');
    await ask(estimate);
    const { body } = await decide(owner, estimate, false, 'Too much');
    expect(body.approval).toMatchObject({ state: 'refused', comment: 'Too much' });
    expect((await issue(manager, estimate)).status).toBe(409);
    expect((await ask(estimate)).body.approval.state).toBe('asked');
  });

  it('is not asked for below the limit', async () => {
    const estimate = await discounted(begun, '10');
    expect((await ask(estimate)).body).toMatchObject({ code: 'ESTIMATE.APPROVAL_NOT_NEEDED' });
  });
});

async function another(): Promise<EstimateDto> {
  const { id } = await createOrder(api.db.owner, organization);
  return (await manager.send<EstimateDto>('POST', `/orders/${id}/estimates`, {})).body;
}
