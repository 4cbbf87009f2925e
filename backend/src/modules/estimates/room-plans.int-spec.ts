import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { RoomPlan } from '@smet/estimating';
import { createOrder, createOrganization, type TestOrganization } from '../../../test/builders.js';
import { draftOf, roomE1, roomE4 } from '../../../test/support/drafts.js';
import { startApi, type TestApi } from '../../../test/support/index.js';
import { priceNomenclature } from '../../../test/support/nomenclature.js';
import { enterAs, type Person } from '../../../test/support/people.js';
import type { EstimateDto } from './dto/estimate.dto.js';

const PLAN: RoomPlan = {
  schemaVersion: 1,
  sides: [
    { side: 0, profile: 'niche', wall: 'drywall' },
    { side: 2, profile: 'shadow' },
  ],
  objects: [
    { id: 'lamp-1', kind: 'spotlight', atMm: { x: 1000, y: 750.5 } },
    { id: 'lamp-2', kind: 'chandelier', atMm: { x: 2000, y: 1500 } },
    {
      id: 'line-1',
      kind: 'light-line',
      pointsMm: [
        { x: 300, y: 300 },
        { x: 3700, y: 300 },
      ],
    },
  ],
  misclosureReason: 'Стена завалена',
};

let api: TestApi;
let organization: TestOrganization;
let manager: Person;
let empty: EstimateDto;

beforeAll(async () => {
  api = await startApi();
  organization = await createOrganization(api.db.owner);
  await priceNomenclature(api.db.owner, organization);
  manager = await enterAs(api, organization.id, 'manager');
});
afterAll(() => api.close());
beforeEach(async () => {
  const { id } = await createOrder(api.db.owner, organization);
  empty = (await manager.send<EstimateDto>('POST', `/orders/${id}/estimates`, {})).body;
});

const save = ({ id, version }: EstimateDto, draft: unknown) =>
  manager.send<EstimateDto>('PUT', `/estimates/${id}`, { version, draft });
const reread = async ({ id }: EstimateDto) => (await manager.get<EstimateDto>(`/estimates/${id}`)).body;

describe('the plan of a room', () => {
  it('is kept as it was sent, and stays absent where nothing was decided', async () => {
    const draft = draftOf([{ ...roomE1(), plan: PLAN }, roomE4()]);
    const { status, body: saved } = await save(empty, draft);
    expect(status).toBe(200);
    expect(saved.draft).toEqual(draft);
    expect(saved.draft.rooms[1]).not.toHaveProperty('plan');
    expect(await reread(empty)).toEqual(saved);
  });

  it('goes when the next draft has none', async () => {
    const room = roomE1();
    const { body: first } = await save(empty, draftOf([{ ...room, plan: PLAN }]));
    const { body: second } = await save(first, draftOf([room]));
    expect(second.draft.rooms).toEqual([room]);
  });
});

describe('the tolerances of an estimate', () => {
  it('are those of the organization now: a change is seen at the next reading', async () => {
    expect(empty.tolerances).toEqual({ warnMm: 10, warnPercent: 0.3, blockMm: 30, blockPercent: 1 });
    const owner = await enterAs(api, organization.id, 'owner');
    const tolerances = { warnMm: 5, warnPercent: 0.15, blockMm: 20.5, blockPercent: 0.75 };
    await owner.send('PATCH', '/organization', { version: 1, measurementTolerances: tolerances });
    const after = await reread(empty);
    expect(after).toEqual({ ...empty, tolerances });
  });
});
