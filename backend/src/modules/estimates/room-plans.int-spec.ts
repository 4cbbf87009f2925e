import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DEFAULT_TOLERANCES, type RoomPlan } from '@smet/estimating';
import { createOrder, createOrganization, type TestOrganization } from '../../../test/builders.js';
import { draftOf, resultOf, room, roomE1, roomE4 } from '../../../test/support/drafts.js';
import { startApi, type TestApi } from '../../../test/support/index.js';
import { priceNomenclature } from '../../../test/support/nomenclature.js';
import { enterAs, type Person } from '../../../test/support/people.js';
import type { OrganizationDto } from '../organizations/index.js';
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

describe('what is measured', () => {
  it('counts what is on the plan beside what has no place yet', async () => {
    const { body } = await save(empty, draftOf([{ ...roomE1(), plan: PLAN }]));
    const { measures } = resultOf(body).rooms[0]!;
    expect(measures).toMatchObject({
      film: 'pvc-matte',
      billedPerimeter: '14',
      billedProfileLength: '10',
      takeOff: { spotlights: 7, chandeliers: 2, lightLineM: 3.4, profileM: { niche: 4, shadow: 4, ordinary: 6 } },
      check: null,
    });
    expect(measures?.canvas.filmM2).toBeGreaterThan(measures?.canvas.cutPieceM2 ?? 0);
    const quantities = Object.fromEntries(resultOf(body).lines.map(({ ruleKey, quantity }) => [ruleKey, quantity]));
    expect(quantities).toMatchObject({ 'spot-mounting': '7', 'chandelier-mounting': '2', 'profile-mounting': '6' });
  });

  it.each([`measures - 'takeOff' - 'canvas' - 'check' - 'outside'`, `measures - 'outside'`])(
    'is completed for an estimate that an earlier version stored: %s',
    async (stored) => {
      const { body: saved } = await save(empty, draftOf([{ ...roomE1(), plan: PLAN }]));
      // The lines were billed by what was measured then: measuring anew must not gainsay them.
      const { rowCount } = await api.db.owner.query(
        `update estimate_room_measures set measures = ${stored} || '{"billedArea": "11.9"}' where room_id = $1`,
        [saved.draft.rooms[0]?.id],
      );
      expect(rowCount).toBe(1);
      const billedBefore = structuredClone(saved);
      resultOf(billedBefore).rooms[0]!.measures!.billedArea = '11.9';
      expect(await reread(saved)).toEqual(billedBefore);
    },
  );
});

describe('the tolerances of an estimate', () => {
  /** Both diagonals measured, BD 38 mm too long. */
  const crooked = (misclosureReason?: string) =>
    room(
      {
        schemaVersion: 1,
        kind: 'triangulated',
        sidesMm: [3820, 2960, 3780, 2985],
        diagonalsMm: [
          { from: 0, to: 2, lengthMm: 4825 },
          { from: 1, to: 3, lengthMm: 4862 },
        ],
      },
      { plan: { schemaVersion: 1, ...(misclosureReason && { misclosureReason }) } },
    );
  const checkOf = (dto: EstimateDto) => resultOf(dto).rooms[0]?.measures?.check;

  async function tolerate(tolerances: object): Promise<void> {
    const owner = await enterAs(api, organization.id, 'owner');
    const { body: before } = await owner.get<OrganizationDto>('/organization');
    const measurementTolerances = { ...DEFAULT_TOLERANCES, ...tolerances };
    const { version } = before;
    expect((await owner.send('PATCH', '/organization', { version, measurementTolerances })).status).toBe(200);
  }
  afterEach(() => tolerate({}));

  it('are those of the organization now: a change is seen at the next reading', async () => {
    expect(empty.tolerances).toEqual(DEFAULT_TOLERANCES);
    await tolerate({ warnMm: 5, warnPercent: 0.15, blockMm: 20.5 });
    const tolerances = { warnMm: 5, warnPercent: 0.15, blockMm: 20.5, blockPercent: 1 };
    const { tolerances: _, ...others } = empty;
    expect(await reread(empty)).toEqual(Object.assign(others, { tolerances }));
  });

  it('refuse readings that disagree too much until a reason is given', async () => {
    const refused = await manager.send('PUT', `/estimates/${empty.id}`, { version: 1, draft: draftOf([crooked()]) });
    expect(refused).toMatchObject({
      status: 422,
      body: { invalidParams: [{ path: 'draft.rooms.0.plan.misclosureReason', code: 'MISCLOSURE_TOO_LARGE' }] },
    });
    const { status, body } = await save(empty, draftOf([crooked('Стена завалена')]));
    expect(status).toBe(200);
    expect(checkOf(body)).toMatchObject({
      verdict: 'refused',
      reason: 'Стена завалена',
      misclosureMm: expect.closeTo(38, 0),
    });
  });

  it('decide at each save and at each reading', async () => {
    await tolerate({ blockMm: 50 });
    const { status, body: saved } = await save(empty, draftOf([crooked()]));
    expect(status).toBe(200);
    expect(checkOf(saved)).toMatchObject({ verdict: 'doubtful', reason: null });
    await tolerate({ warnMm: 40, warnPercent: 1, blockMm: 50 });
    expect(checkOf(await reread(saved))).toMatchObject({ verdict: 'agrees' });
    await tolerate({});
    expect(checkOf(await reread(saved))).toMatchObject({ verdict: 'refused' });
    const refused = await manager.send('PUT', `/estimates/${saved.id}`, { version: 2, draft: saved.draft });
    expect(refused.status).toBe(422);
  });
});
