import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@smet/database';
import type { EstimateDraft, Specification } from '@smet/estimating';
import { minorFromDecimal, minorToDecimal } from '@smet/money';
import { acceptance, priceBook, shapes } from '../../../../libs/estimating/test-data/builders.js';
import { createItem, createOrder, createOrganization, type TestOrganization } from '../../../test/builders.js';
import { draftOf, resultOf, room, variantOf } from '../../../test/support/drafts.js';
import { startApi, type TestApi } from '../../../test/support/index.js';
import { priceBookOf } from '../../../test/support/nomenclature.js';
import { enterAs, type Person } from '../../../test/support/people.js';
import type { PricingTermsDto } from '../pricing-terms/index.js';
import type { EstimateDto } from './dto/estimate.dto.js';

let api: TestApi;
let organization: TestOrganization;
let owner: Person;

beforeAll(async () => {
  api = await startApi();
  organization = await createOrganization(api.db.owner);
  await priceBookOf(api.db.owner, organization, priceBook().values());
  owner = await enterAs(api, organization.id, 'owner');
});
afterAll(() => api.close());

/** A draft saved in an order of its own, as the server computed it and as it is read again. */
async function compute(draft: EstimateDraft, who = owner, where = organization): Promise<EstimateDto> {
  const order = await createOrder(api.db.owner, where);
  const { body: begun } = await who.send<EstimateDto>('POST', `/orders/${order.id}/estimates`, {});
  const { status, body } = await who.send<EstimateDto>('PUT', `/estimates/${begun.id}`, { version: 1, draft });
  expect(status).toBe(200);
  expect((await who.get<EstimateDto>(`/estimates/${begun.id}`)).body).toEqual(body);
  return body;
}

const inputOf = (id: string) => acceptance.rooms.find((one) => one.id === id)!.input;
const roomOf = (id: 'E1' | 'E2' | 'E4' | 'E6') => {
  const { spotlights, chandeliers } = inputOf(id);
  return room(shapes[id], { name: id, spotlights, chandeliers });
};

describe('the acceptance examples through the API', () => {
  it.each(['E1', 'E2', 'E4', 'E6'] as const)('%s to the kopeck, line by line', async (id) => {
    const { expected, input } = acceptance.rooms.find((one) => one.id === id)!;
    const saved = await compute(draftOf([roomOf(id)], { discountPercent: String(input.discount_percent) }));
    const { lines, totals } = resultOf(saved);
    expect(
      lines.map(({ code, quantity, priceMinor, sumMinor }) => ({
        code,
        quantity: Number(quantity),
        price: priceMinor / 100,
        sum: minorToDecimal(sumMinor),
      })),
    ).toEqual(expected.lines);
    expect(totals).toMatchObject({
      grossMinor: minorFromDecimal(expected.gross),
      discountMinor: minorFromDecimal(expected.discount),
      toPayMinor: minorFromDecimal(expected.to_pay),
      prepaymentMinor: minorFromDecimal(expected.prepayment),
      restMinor: minorFromDecimal(expected.rest),
      costMinor: minorFromDecimal(expected.billed_cost),
      marginMinor: minorFromDecimal(expected.margin),
    });
  });

  it('two rooms with a line by hand', async () => {
    const { discount_percent, gross, discount, to_pay } = acceptance.two_rooms;
    const manualLines = [{ id: newId(), itemCode: 'SRV-TRIP2', roomId: null, quantity: '1' }];
    const draft = draftOf([roomOf('E1'), roomOf('E4')], { manualLines, discountPercent: String(discount_percent) });
    expect(resultOf(await compute(draft)).totals).toMatchObject({
      grossMinor: minorFromDecimal(gross),
      discountMinor: minorFromDecimal(discount),
      toPayMinor: minorFromDecimal(to_pay),
    });
  });

  it('good, better and best are three specifications of the same rooms', async () => {
    const specified = (specification?: Specification) => variantOf(specification && { specification });
    const draft = {
      rooms: [roomOf('E1')],
      variants: [
        specified(),
        specified({ film: 'pvc-premium', profile: 'shadow' }),
        specified({ film: 'pvc-bauf', profile: 'floating' }),
      ],
    };
    const saved = await compute(draft);
    expect(saved.draft).toEqual(draft);
    const { good, better, best } = acceptance.variants;
    const grosses = saved.results.map(({ result }) => minorToDecimal(result.totals.grossMinor));
    expect(grosses).toEqual([good.gross, better.gross, best.gross]);
    for (const [index, { lines }] of [better, best].entries()) {
      const computed = resultOf(saved, index + 1).lines;
      expect(computed.map(({ code, quantity }) => [code, Number(quantity)])).toEqual(lines);
      expect(computed.every(({ categoryId, kind }) => categoryId !== undefined && kind !== undefined)).toBe(true);
    }
  });
});

describe('the terms of the acceptance examples', () => {
  let counter = 0;

  /** An organization that asks for its money like that, and its owner. */
  async function asking(terms: Partial<PricingTermsDto>, country = 'RU'): Promise<[Person, TestOrganization]> {
    const where = await createOrganization(api.db.owner);
    await api.db.owner.query(`update organizations set country = $2 where id = $1`, [where.id, country]);
    const person = await enterAs(api, where.id, 'owner');
    const { body: before } = await person.get<PricingTermsDto>('/pricing-terms');
    expect((await person.send('PATCH', '/pricing-terms', Object.assign(before, terms))).status).toBe(200);
    return [person, where];
  }

  /** An estimate of one line by hand. */
  async function oneLine(price: number, quantity: string, discountPercent: string, by: [Person, TestOrganization]) {
    const [person, where] = by;
    const { code } = await createItem(api.db.owner, where, { code: `ONE-${++counter}`, priceMinor: price });
    const manualLines = [{ id: newId(), itemCode: code, roomId: null, quantity }];
    return resultOf(await compute(draftOf([], { manualLines, discountPercent }), person, where));
  }

  it('the minimum order is a line of its own', async () => {
    const { minimum, room: given, gross, top_up, to_pay } = acceptance.minimum_order;
    const [person, where] = await asking({ minimumOrderMinor: minorFromDecimal(minimum) });
    await priceBookOf(api.db.owner, where, priceBook().values());
    const small = room(
      { schemaVersion: 1, kind: 'rectangle', sidesMm: [1700, 1500] },
      { spotlights: given.spotlights },
    );
    const { totals, adjustments } = resultOf(await compute(draftOf([small]), person, where));
    expect(totals).toMatchObject({
      grossMinor: minorFromDecimal(gross),
      topUpMinor: minorFromDecimal(top_up),
      toPayMinor: minorFromDecimal(to_pay),
    });
    expect(adjustments).toMatchObject([{ kind: 'minimum-order', sumMinor: minorFromDecimal(top_up) }]);
  });

  it.each(acceptance.published_rounding_policy.rows)('the published rounding, $sum to $level', async (row) => {
    const by = await asking({ rounding: { policy: 'published', level: row.level === 10 ? 1 : 2 } });
    const { totals } = await oneLine(
      minorFromDecimal(row.price),
      String(row.quantity),
      String(row.discount_percent),
      by,
    );
    expect(totals).toMatchObject({
      grossMinor: minorFromDecimal(row.sum),
      toPayMinor: minorFromDecimal(row.net),
      discountMinor: minorFromDecimal(row.discount_shown),
    });
  });

  it.each(acceptance.vat_included)('$total with $rate_percent % in it', async ({ total, rate_percent, vat }) => {
    const country = rate_percent === 22 ? 'RU' : 'KZ';
    const by = await asking({ vat: { mode: 'included', regime: 'standard' } }, country);
    const { totals } = await oneLine(minorFromDecimal(total), '1', '0', by);
    expect(totals.toPayMinor).toBe(minorFromDecimal(total));
    const ratePercent = String(rate_percent);
    expect(totals.vat).toEqual({ mode: 'included', ratePercent, amountMinor: minorFromDecimal(vat) });
  });

  it.each(acceptance.ties)('$quantity × $price is a line of $sum', async ({ quantity, price, sum }) => {
    const { lines } = await oneLine(minorFromDecimal(price), quantity, '0', [owner, organization]);
    expect(minorToDecimal(lines[0]!.sumMinor)).toBe(sum);
  });
});
