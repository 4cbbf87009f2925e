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

describe('a plan that cannot be read', () => {
  const object = { id: 'a', kind: 'spotlight', atMm: { x: 1, y: 1 } };
  const many = (count: number) => Array.from({ length: count }, (_, index) => ({ ...object, id: `lamp-${index}` }));

  it.each<[string, object, string]>([
    ['a wall the room does not have', { sides: [{ side: 4 }] }, 'plan.sides.0.side SIDE_INVALID'],
    ['a profile nobody makes', { sides: [{ side: 0, profile: 'golden' }] }, 'plan.sides.0.profile PLAN_INVALID'],
    ['a lamp without a place', { objects: [{ id: 'a', kind: 'spotlight' }] }, 'plan.objects.0.atMm'],
    ['two things of one name', { objects: [object, object] }, 'plan.objects.1.id OBJECT_INVALID'],
    ['more things than a ceiling holds', { objects: many(301) }, 'plan.objects TOO_MANY_OBJECTS'],
    ['a reason of spaces', { misclosureReason: '   ' }, 'plan.misclosureReason REASON_INVALID'],
    ['a reason no database can hold', { misclosureReason: 'a\0' }, 'plan.misclosureReason REASON_INVALID'],
    ['a field nobody knows', { color: 'red' }, 'plan.color UNKNOWN_FIELD'],
    ['another version', { schemaVersion: 2 }, 'plan.schemaVersion'],
  ])('is refused at its field: %s', async (_, given, problem) => {
    const draft = draftOf([roomE4(), { ...roomE1(), plan: { ...PLAN, ...given } as RoomPlan }]);
    const { status, body } = await manager.send('PUT', `/estimates/${empty.id}`, { version: 1, draft });
    expect(status).toBe(422);
    const named = body.invalidParams?.map(({ path, code }) => `${path} ${code}`);
    expect(named).toContainEqual(expect.stringContaining(`draft.rooms.1.${problem}`));
    expect(await reread(empty)).toEqual(empty);
  });

  it('is refused when it is no document at all', async () => {
    for (const plan of [null, [], 'plan', 7]) {
      const rooms = [{ ...roomE1(), plan }];
      const { status } = await manager.send('PUT', `/estimates/${empty.id}`, {
        version: 1,
        draft: { ...draftOf([]), rooms },
      });
      expect([plan, status]).toEqual([plan, 422]);
    }
  });

  it('may be as large as it may be, in every room of a house', async () => {
    const rooms = Array.from({ length: 30 }, () => ({
      ...roomE1(),
      plan: { schemaVersion: 1 as const, objects: many(300) as RoomPlan['objects'] & object },
    }));
    expect((await save(empty, draftOf(rooms))).status).toBe(200);
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
